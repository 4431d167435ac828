//! `uc_config_apply` as a dry run: the first line is the request, the rest the file, which must stay as it is.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uc_fuzz::targets::config_apply(data));
