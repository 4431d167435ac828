//! What the rules about trusted application pools have in common.

use crate::rules::prelude::*;

/// What a rule of this folder is, unless it says otherwise.
pub(super) const BASE: Metadata = Metadata {
    family: Family::KnownServers,
    scenarios: &[Scenario::OwaIm],
    applies_when: AppliesWhen::ImEnabled,
    roles: &[Role::LyncFrontEnd],
    ..Metadata::BASE
};
