//! Any bytes as a document: no panic, and every offset of the outline lies where it should.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uc_fuzz::targets::scan(data));
