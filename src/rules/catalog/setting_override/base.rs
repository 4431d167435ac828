//! What the rules about instant messaging by setting overrides have in common.

use crate::rules::fixes::setting_overrides::VERSIONS;
use crate::rules::prelude::*;

/// What a rule of this folder is, unless it says otherwise.
pub(super) const BASE: Metadata = Metadata {
    family: Family::SettingOverride,
    scenarios: &[Scenario::OwaIm],
    applies_when: AppliesWhen::ImEnabled,
    roles: &[Role::ExchangeBackEnd],
    exchange: VERSIONS,
    ..Metadata::BASE
};

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;

    #[test]
    fn the_rules_are_not_about_exchange_2013() {
        for id in ["SO-CREATE", "SO-LYNC2013-UNSUPPORTED", "SO-NO-WEBCONFIG", "SO-VERIFY"] {
            Sample::exchange_2013().expect(id, &[("", Status::NotApplicable)]);
        }
    }

    #[test]
    fn without_an_override_there_is_nothing_to_look_at() {
        let none = Sample::exchange_2016().forget("/exchange/settingOverrides/values/0");
        for id in ["SO-NAME-UNIQUE", "SO-SERVER-SHORTNAME"] {
            none.expect(id, &[("", Status::NotApplicable)]);
            Sample::exchange_2016().forget("/exchange/settingOverrides").expect(id, &[("", Status::Unknown)]);
        }
    }
}
