//! Holds the Windows library to what old Windows versions have: its imports against the reviewed list in
//! `windows/imports.allow`, the Windows version it asks for, its exports against the header, and no folder of the
//! building machine in it. Wine cannot check this: it has functions that an old Windows lacks.

use crate::Result;
use crate::header;
use crate::log::{Log, capture};
use crate::project::{Project, cargo_home, read};
use crate::windows::OBJDUMP;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

const ALLOWED: &str = "windows/imports.allow";
/// Windows 7 and Server 2008 R2.
const NEWEST_WINDOWS: (u32, u32) = (6, 1);

/// Checks a DLL.
pub(crate) fn check(project: &Project, dll: &Path, log: &mut Log) -> Result<()> {
    let headers = capture(Command::new(OBJDUMP).arg("-p").arg(dll))?;
    let mut problems = foreign_imports(project, &headers, log)?;
    problems.extend(newer_windows(&headers));
    problems.extend(exports_beside_the_header(project, &headers)?);
    problems.extend(local_paths(project, dll)?);
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

fn foreign_imports(project: &Project, headers: &str, log: &mut Log) -> Result<Vec<String>> {
    let allowed = allowed(&read(&project.root.join(ALLOWED))?);
    let imports = imports(headers);
    for (dll, name) in allowed.difference(&imports) {
        log.say(format!("imports: {dll} {name} is allowed but not imported"));
    }
    log.say(format!("imports: {} functions, {} allowed", imports.len(), allowed.len()));
    let foreign = imports.difference(&allowed);
    Ok(foreign.map(|(dll, name)| format!("{dll} {name} is imported but not in {ALLOWED}")).collect())
}

/// The list: one `dll function` a line, `#` begins a comment.
fn allowed(text: &str) -> BTreeSet<(String, String)> {
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default());
    lines
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?.to_owned(), words.next()?.to_owned()))
        })
        .collect()
}

/// The imports that `objdump -p` prints: a `DLL Name:` line, a heading, then `address hint name` lines.
fn imports(headers: &str) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    let mut dll = None;
    for line in headers.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match (words.as_slice(), &dll) {
            (["DLL", "Name:", name], _) => dll = Some(name.to_lowercase()),
            ([], _) => dll = None,
            ([address, hint, name, ..], Some(dll)) if is_hex(address) && is_number(hint) => {
                found.insert((dll.clone(), (*name).to_owned()));
            }
            _ => {}
        }
    }
    found
}

fn is_hex(word: &str) -> bool {
    u64::from_str_radix(word, 16).is_ok()
}

fn is_number(word: &str) -> bool {
    word.parse::<u32>().is_ok()
}

/// The versions of Windows that the file asks for in its headers.
fn newer_windows(headers: &str) -> Vec<String> {
    let number = |name: &str| {
        let line = headers.lines().find(|line| line.starts_with(name))?;
        line.split_whitespace().nth(1)?.parse::<u32>().ok()
    };
    ["OSystemVersion", "SubsystemVersion"]
        .iter()
        .filter_map(|name| {
            let version = (number(&format!("Major{name}"))?, number(&format!("Minor{name}"))?);
            (version > NEWEST_WINDOWS).then(|| format!("the DLL asks for Windows {}.{} ({name})", version.0, version.1))
        })
        .collect()
}

fn exports_beside_the_header(project: &Project, headers: &str) -> Result<Vec<String>> {
    let declared = declared(&read(&project.root.join(header::PATH))?);
    let exported: BTreeSet<String> = headers
        .lines()
        .skip_while(|line| !line.contains("[Ordinal/Name Pointer] Table"))
        .filter_map(|line| line.split_whitespace().last().filter(|name| name.starts_with("uc_")))
        .map(str::to_owned)
        .collect();
    let missing = declared.difference(&exported).map(|name| format!("{name} is in the header but not exported"));
    let extra = exported.difference(&declared).map(|name| format!("{name} is exported but not in the header"));
    Ok(missing.chain(extra).collect())
}

/// The functions that the header declares.
pub(crate) fn declared(header: &str) -> BTreeSet<String> {
    header
        .lines()
        .filter(|line| {
            line.starts_with("int32_t uc_") || line.starts_with("uint32_t uc_") || line.starts_with("void uc_")
        })
        .filter_map(|line| line.split(['(', ' ']).nth(1))
        .map(str::to_owned)
        .collect()
}

fn local_paths(project: &Project, dll: &Path) -> Result<Vec<String>> {
    let bytes = std::fs::read(dll).map_err(|error| format!("{}: {error}", dll.display()))?;
    let folders = [project.root.display().to_string(), cargo_home().display().to_string(), "/usr/src/".to_owned()];
    let embedded = folders.iter().filter(|folder| contains(&bytes, folder.as_bytes()));
    Ok(embedded.map(|folder| format!("the DLL has the path {folder} of the building machine in it")).collect())
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DUMP: &str = "MajorOSystemVersion     10\nMinorOSystemVersion     0\nMajorSubsystemVersion   5\n\
        MinorSubsystemVersion   2\n\tDLL Name: KERNEL32.dll\n\tvma:  Hint/Ord Member-Name Bound-To\n\
        \t4f1d2\t  142  CloseHandle\n\t4f1e0\t  200  CreateFileW\n\n\tDLL Name: msvcrt.dll\n\t4f1e8\t  20  abort\n\n\
        \t9\t  9 Stray\n";

    #[test]
    fn imports_are_read_by_dll_and_a_blank_line_ends_each() {
        let found: Vec<String> = imports(DUMP).into_iter().map(|(dll, name)| format!("{dll} {name}")).collect();
        assert_eq!(found, ["kernel32.dll CloseHandle", "kernel32.dll CreateFileW", "msvcrt.dll abort"]);
    }

    #[test]
    fn the_list_takes_comments_and_a_newer_windows_is_a_problem() {
        let list = allowed("# head\nkernel32.dll CloseHandle # 5.0\n\n");
        assert_eq!(list.len(), 1);
        assert_eq!(newer_windows(DUMP), ["the DLL asks for Windows 10.0 (OSystemVersion)"]);
    }
}
