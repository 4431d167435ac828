//! What the fuzz targets share: how an input is parted, what is true of every document and every response, and a place
//! on the disk that the requests may touch. A request can name no other place: its paths are overwritten here.

mod document;
mod place;
mod requests;
pub mod targets;

pub use document::{Edit, check_apply, check_scan};
pub use place::Place;
pub use requests::{answer, check_raw};

/// The first line of an input and the rest.
#[must_use]
pub fn first_line(data: &[u8]) -> (&[u8], &[u8]) {
    match data.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&data[..end], &data[end + 1..]),
        None => (data, &[]),
    }
}
