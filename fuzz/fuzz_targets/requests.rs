//! Every request as raw bytes: the first byte chooses the function, the rest is its JSON.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uc_fuzz::targets::requests(data));
