//! What the rules about features that need both products have in common.

use crate::rules::prelude::*;
use crate::rules::topology::oauth::partner::{EXCHANGE_VERSIONS, VERSIONS};

/// What a rule of this folder is, unless it says otherwise.
pub(super) const BASE: Metadata = Metadata {
    family: Family::General,
    scenarios: &[Scenario::Prerequisites],
    roles: &[Role::LyncFrontEnd],
    exchange: EXCHANGE_VERSIONS,
    lync: VERSIONS,
    ..Metadata::BASE
};
