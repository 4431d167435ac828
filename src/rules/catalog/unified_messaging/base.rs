//! What the rules about unified messaging have in common.

use crate::rules::prelude::*;
use crate::rules::topology::um::servers::VERSIONS;

/// What a rule of this folder is, unless it says otherwise.
pub(super) const BASE: Metadata = Metadata {
    family: Family::UnifiedMessaging,
    scenarios: &[Scenario::UnifiedMessaging],
    exchange: VERSIONS,
    ..Metadata::BASE
};
