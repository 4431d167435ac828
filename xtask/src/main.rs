//! The commands of the project (`cargo xtask`). This file only dispatches.
fn main() {}
