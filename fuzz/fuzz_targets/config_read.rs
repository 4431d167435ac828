//! `uc_config_read`: the first line is the request, the rest the file.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uc_fuzz::targets::config_read(data));
