//! Every request as raw bytes: the first byte chooses the function, the rest is its JSON.
#![no_main]

use std::sync::LazyLock;
use uc_fuzz::{Place, check_raw};

static PLACE: LazyLock<Place> = LazyLock::new(Place::new);

libfuzzer_sys::fuzz_target!(|data: &[u8]| check_raw(&PLACE, data));
