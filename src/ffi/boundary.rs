//! The border that no panic crosses, and the checks that every function begins with. Knows nothing of what the
//! functions do.

use super::UcBuffer;
use crate::api::{self, Request};
use crate::error::Error;
use crate::message::Culture;
use crate::status::Status;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs one request: the body of every exported function of the one shape.
///
/// # Safety
///
/// `request` is NULL or points to `len` readable bytes that nobody changes meanwhile; `response` is NULL or points to
/// a writable `UcBuffer` whose old content the caller has freed or does not need.
pub(super) unsafe fn respond<Q: Request>(request: *const u8, len: usize, response: *mut UcBuffer) -> i32 {
    if response.is_null() {
        return Status::RequestNull.code();
    }
    // SAFETY: not NULL, and writable by contract; written without reading what was there.
    unsafe { response.write(UcBuffer::empty()) };
    let bytes = if request.is_null() {
        None
    } else {
        // SAFETY: not NULL, and readable for `len` bytes by contract; `isize::MAX` is checked by the caller's own
        // address space, since no object is larger.
        isize::try_from(len).ok().map(|_| unsafe { std::slice::from_raw_parts(request, len) })
    };
    let (status, json) = guarded(|| match bytes {
        Some(bytes) => api::call::<Q>(bytes),
        None => {
            let error = Error::new(Status::RequestNull);
            (error.status(), api::error_json(&error, Culture::En))
        }
    });
    // SAFETY: as above; the buffer written first was empty, so nothing leaks.
    unsafe { response.write(UcBuffer::holding(json)) };
    status.code()
}

/// Turns a panic into the status [`Status::Panic`] with the panic's message.
fn guarded(work: impl FnOnce() -> (Status, Vec<u8>)) -> (Status, Vec<u8>) {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let detail = panic
            .downcast_ref::<&str>()
            .map(|text| (*text).to_owned())
            .or_else(|| panic.downcast_ref::<String>().cloned())
            .unwrap_or_else(|| "unknown".to_owned());
        let error = Error::new(Status::Panic).with("detail", detail);
        (error.status(), api::error_json(&error, Culture::En))
    })
}
