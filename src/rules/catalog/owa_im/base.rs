//! What the rules about instant messaging in Outlook on the web have in common.

use crate::rules::prelude::*;

/// What a rule of this folder is, unless it says otherwise.
pub(super) const BASE: Metadata = Metadata {
    family: Family::Owa,
    scenarios: &[Scenario::OwaIm],
    applies_when: AppliesWhen::ImEnabled,
    roles: &[Role::ExchangeBackEnd],
    ..Metadata::BASE
};
