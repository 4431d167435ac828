//! The exported functions. Each checks its pointers, calls one request of `api` inside the panic boundary and hands
//! the buffer over. No business logic; this folder is one of the two places where `unsafe` is allowed.
#![allow(unsafe_code)]

mod boundary;
mod buffer;

pub use buffer::UcBuffer;

use crate::api;
use boundary::respond;

/// The version of this interface. A caller that was built for another number must not call anything else.
pub const UC_ABI_VERSION: u32 = 1;

/// Returns the version of this interface: `UC_ABI_VERSION` of the header that the library was built with.
///
/// Never fails. Any thread may call it at any time.
#[unsafe(no_mangle)]
pub extern "C" fn uc_abi_version() -> u32 {
    UC_ABI_VERSION
}

/// Frees the response of one call and makes the buffer empty.
///
/// `buffer` may be NULL. A buffer that is empty, or was freed before, is left alone, so freeing twice is harmless;
/// a *copy* of a buffer must not be freed as well. Any thread may free a buffer that no other thread uses.
///
/// # Safety
///
/// `buffer` is NULL, or points to a buffer that a function of this library filled or whose fields are all zero.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uc_buffer_free(buffer: *mut UcBuffer) {
    // SAFETY: the caller passes NULL or a buffer of ours, as the contract above says.
    if let Some(buffer) = unsafe { buffer.as_mut() } {
        // SAFETY: the fields are ours or zero; `release` leaves them zero.
        unsafe { buffer.release() };
    }
}
