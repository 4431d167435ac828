//! `uc_value_check`: the first line is the kind, the rest the value. A value that is valid is still valid when it is
//! written in its normalised form, which then stays as it is.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uc_fuzz::targets::value_check(data));
