//! Makes nothing yet.
fn main() {}
