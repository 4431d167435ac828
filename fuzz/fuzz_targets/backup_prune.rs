//! `uc_backup_prune`: the first line is the request, the rest the manifest of a backup. The file itself is not touched.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uc_fuzz::targets::backup_prune(data));
