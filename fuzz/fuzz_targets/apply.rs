//! Any changes of any document: the result is a document, has the values asked for and no others changed, and the bytes
//! outside of the edit are the same. The first byte says how much of the end is the changes; the document is the rest.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| uc_fuzz::targets::apply(data));
