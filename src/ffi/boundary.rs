//! The border that no panic crosses, and the checks that every function begins with. Knows nothing of what the
//! functions do.

use super::UcBuffer;
use crate::api::{self, Request};
use crate::error::Error;
use crate::l10n::Culture;
use crate::status::Status;
use once_cell::sync::OnceCell;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};

thread_local! {
    /// Message and place of the panic that this thread is unwinding from.
    static LAST_PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Whether the panic hook is installed, once for the process. It notes what happened instead of printing it into the host's console;
/// Rust's runtime is part of this library, so the host's own Rust code, if it has any, keeps its hook.
static HOOK: OnceCell<()> = OnceCell::new();

fn note(panic: &PanicHookInfo<'_>) {
    let message = panic.payload_as_str().unwrap_or("no message");
    let place = panic.location().map(|place| format!(" ({}:{})", place.file(), place.line())).unwrap_or_default();
    LAST_PANIC.with(|last| *last.borrow_mut() = Some(format!("{message}{place}")));
}

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
    // No object is larger than `isize::MAX`, so a longer length is a mistake like NULL.
    let bytes = if request.is_null() || isize::try_from(len).is_err() {
        None
    } else {
        // SAFETY: not NULL, of a possible length, and readable for `len` bytes by contract.
        Some(unsafe { std::slice::from_raw_parts(request, len) })
    };
    let (status, json) = guarded(|| match bytes {
        Some(bytes) => api::dispatch::<Q>(bytes),
        None => failure(&Error::new(Status::RequestNull)),
    });
    // SAFETY: as above; the buffer written first was empty, so nothing leaks.
    unsafe { response.write(UcBuffer::from_vec(json)) };
    status.code()
}

/// Turns a panic into the status [`Status::Panic`] that says what happened where.
fn guarded(work: impl FnOnce() -> (Status, Vec<u8>)) -> (Status, Vec<u8>) {
    HOOK.get_or_init(|| std::panic::set_hook(Box::new(note)));
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let detail = LAST_PANIC.with(RefCell::take).unwrap_or_else(|| "no message".to_owned());
        failure(&Error::new(Status::Panic).with("detail", detail))
    })
}

fn failure(error: &Error) -> (Status, Vec<u8>) {
    (error.status(), api::error_json(error, Culture::En))
}
