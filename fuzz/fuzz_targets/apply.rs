//! Any changes of any document: the result is a document, has the values asked for and no others changed, and the bytes
//! outside of the edit are the same. The first byte says how much of the end is the changes; the document is the rest.
#![no_main]

use arbitrary::{Arbitrary, Unstructured};
use uc_fuzz::{Edit, check_apply};
use uc_integration::config::change::Change;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((length, rest)) = data.split_first() else { return };
    let (document, made) = rest.split_at(rest.len() - usize::from(*length).min(rest.len()));
    let Ok(edits) = Vec::<Edit>::arbitrary_take_rest(Unstructured::new(made)) else { return };
    let changes: Vec<Change> = edits.into_iter().map(Change::from).collect();
    for location in ["", "sub"] {
        check_apply(document, location, &changes);
    }
});
