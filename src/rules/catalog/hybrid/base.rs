//! What the rules about Exchange Online with Lync on premises have in common.

use crate::rules::prelude::*;

/// What a rule of this folder is, unless it says otherwise.
pub(super) const BASE: Metadata = Metadata {
    family: Family::Hybrid,
    scenarios: &[Scenario::Hybrid],
    roles: &[Role::LyncFrontEnd, Role::Edge],
    lync: &[LyncVersion::V2013, LyncVersion::V2015, LyncVersion::V2019, LyncVersion::SubscriptionEdition],
    ..Metadata::BASE
};
