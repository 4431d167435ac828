//! `UcBuffer`: how bytes leave the library, and how they come back to be freed. Nothing else allocates for a caller.

/// Bytes that the library hands to its caller. Start with all fields zero (`UcBuffer b = {0};`).
///
/// After a call, `data` points to `len` bytes of UTF-8 JSON without a terminating zero. The caller owns them and gives
/// them back with `uc_buffer_free`, and only with that. `capacity` belongs to the library.
#[repr(C)]
#[derive(Debug)]
pub struct UcBuffer {
    /// First byte, or NULL when the buffer is empty.
    pub data: *mut u8,
    /// Number of bytes.
    pub len: usize,
    /// For the library's own use; do not change it.
    pub capacity: usize,
}

impl UcBuffer {
    /// A buffer with nothing in it.
    #[must_use]
    pub const fn empty() -> Self {
        Self { data: std::ptr::null_mut(), len: 0, capacity: 0 }
    }

    /// Hands bytes over to a caller.
    pub(super) fn from_vec(bytes: Vec<u8>) -> Self {
        if bytes.is_empty() {
            return Self::empty();
        }
        let mut bytes = std::mem::ManuallyDrop::new(bytes);
        Self { data: bytes.as_mut_ptr(), len: bytes.len(), capacity: bytes.capacity() }
    }

    /// Takes the bytes back and frees them.
    ///
    /// # Safety
    ///
    /// The fields come from [`UcBuffer::from_vec`] and were not freed through a copy, or are all zero.
    pub(super) unsafe fn release(&mut self) {
        let Self { data, len, capacity } = std::mem::replace(self, Self::empty());
        if !data.is_null() {
            // SAFETY: the three fields are those of a `Vec` that `from_vec` took apart, given back once.
            drop(unsafe { Vec::from_raw_parts(data, len, capacity) });
        }
    }
}
