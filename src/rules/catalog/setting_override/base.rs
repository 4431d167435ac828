//! What the rules about instant messaging by setting overrides have in common.

use crate::rules::prelude::*;

/// What a rule of this folder is, unless it says otherwise.
pub(super) const BASE: Metadata = Metadata {
    family: Family::SettingOverride,
    scenarios: &[Scenario::OwaIm],
    applies_when: AppliesWhen::ImEnabled,
    roles: &[Role::ExchangeBackEnd],
    exchange: &[ExchangeVersion::V2016, ExchangeVersion::V2019],
    ..Metadata::BASE
};
