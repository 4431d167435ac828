//! `uc_backup_list`: the first line is the request, the rest the manifest of a backup.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uc_fuzz::targets::backup_list(data));
