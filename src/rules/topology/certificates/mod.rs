//! Certificates: by thumbprint, where they end, how they are signed, and what Lync shows of them.

pub(crate) mod in_use;
pub(crate) mod names;
pub(crate) mod roots;
pub(crate) mod shown_by_lync;
pub(crate) mod signature;
pub(crate) mod strength;
