//! Any bytes as a certificate, and as the one of its issuer: they are refused with a status of their own, or checked
//! for every purpose. None is valid: whether there is a private key is not said.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uc_fuzz::targets::certificate_check(data));
