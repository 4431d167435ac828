//! `uc_backup_restore`: the first line is the request, the rest the manifest of the backup `fuzzed`. The file is what it
//! was, or the whole content of the backup.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uc_fuzz::targets::backup_restore(data));
