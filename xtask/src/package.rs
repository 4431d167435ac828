//! `cargo xtask package`: the module as a zip file for administrators, with its SHA-256 beside it. The same module gives
//! the same zip: fixed order, fixed times, fixed permissions.

use crate::Result;
use crate::log::Log;
use crate::module;
use crate::project::{Project, VERSION, files_below, write};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Lays out the module, packs it, and returns the zip file.
pub(crate) fn run(project: &Project, complete: bool, log: &mut Log) -> Result<PathBuf> {
    let folder = module::lay_out(project, complete, log)?;
    let name = format!("UcIntegration-{VERSION}.zip");
    let path = project.target.join("package").join(&name);
    write(&path, pack(&folder)?)?;
    let hash = sha256(&path)?;
    write(&path.with_file_name(format!("{name}.sha256")), format!("{hash}  {name}\n"))?;
    log.say(format!("package: {} ({hash})", project.relative(&path)));
    Ok(path)
}

/// The bytes of a zip file with the folder in it.
pub(crate) fn pack(folder: &Path) -> Result<Vec<u8>> {
    let parent = folder.parent().unwrap_or(Path::new(""));
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for file in files_below(folder)? {
        let name = file.strip_prefix(parent).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let bytes = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        zip.start_file(name, options()).map_err(|error| format!("zip: {error}"))?;
        zip.write_all(&bytes).map_err(|error| format!("zip: {error}"))?;
    }
    Ok(zip.finish().map_err(|error| format!("zip: {error}"))?.into_inner())
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
}

/// The SHA-256 of a file, in lower-case hexadecimal.
pub(crate) fn sha256(path: &Path) -> Result<String> {
    let mut file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut file, &mut bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Sha256::digest(&bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    }))
}
