//! Makes the text of the C header from the exported functions and the status codes. Used by the build script and by
//! `cargo xtask header`, so that both write the same bytes; knows nothing of either.

use std::fs;
use std::path::{Path, PathBuf};

/// Where the header is, from the root of the project.
pub(crate) const PATH: &str = "include/uc_integration.h";

/// The header that belongs to the sources below `root`.
pub(crate) fn generate(root: &Path) -> Result<String, String> {
    let config = cbindgen::Config::from_file(root.join("cbindgen.toml"))?;
    let mut builder = cbindgen::Builder::new().with_config(config);
    for source in sources(root)? {
        builder = builder.with_src(source);
    }
    let bindings = builder.generate().map_err(|error| format!("cbindgen: {error}"))?;
    let mut bytes = Vec::new();
    bindings.write(&mut bytes);
    let text = String::from_utf8(bytes).map_err(|error| format!("cbindgen: {error}"))?;
    Ok(for_c_programmers(&text))
}

/// Whether the committed header is this text.
pub(crate) fn is_current(root: &Path, text: &str) -> bool {
    fs::read_to_string(root.join(PATH)).is_ok_and(|committed| committed == text)
}

/// Writes the header.
pub(crate) fn write(root: &Path, text: &str) -> std::io::Result<()> {
    let path = root.join(PATH);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

/// The files that declare what the header shows, in an order that does not depend on the file system.
fn sources(root: &Path) -> Result<Vec<PathBuf>, String> {
    let folder = root.join("src/ffi");
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut sources: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    sources.push(root.join("src/status.rs"));
    sources.sort();
    Ok(sources)
}

/// Turns what only Rust readers understand into plain sentences: the `# Safety` heading, and links to Rust items.
fn for_c_programmers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let line = line.replace("# Safety", "The caller promises:").replace("[`", "`").replace("`]", "`");
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
