//! What the rules about the certificates of unified messaging have in common.

use crate::rules::prelude::*;
use crate::rules::topology::um::servers::VERSIONS;

/// What a rule of this folder is, unless it says otherwise.
pub(super) const BASE: Metadata = Metadata {
    family: Family::UmCertificates,
    scenarios: &[Scenario::UnifiedMessaging],
    roles: &[Role::ExchangeBackEnd, Role::ExchangeFrontEnd],
    exchange: VERSIONS,
    ..Metadata::BASE
};
