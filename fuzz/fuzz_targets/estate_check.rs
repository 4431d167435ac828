//! Any bytes as a document of facts: they are refused, or checked and planned without a panic, and the plan is one that
//! the library reads back.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uc_fuzz::targets::estate_check(data));
