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

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    #[test]
    fn the_rules_ask_for_nothing_where_instant_messaging_shall_be_off() {
        let off = Sample::exchange_2013().asking(Settings { disable: true, ..Settings::default() });
        for id in [
            "OWA-HEALTHSET",
            "OWA-UCMA-DLL",
            "OWA-UCMA-REG",
            "OWA-UCMA-VERSION",
            "OWA-VDIR-IM",
            "OWA-VERIFY-LOGDIR",
            "OWA-VERIFY-PRESENCE",
        ] {
            off.expect(id, &[("", Status::NotApplicable)]);
        }
    }

    #[test]
    fn exchange_2016_does_not_read_web_config() {
        for id in [
            "OWA-APPPOOL-RECYCLE",
            "OWA-CERT-IMPORTED",
            "OWA-VDIR-NOT-BACKEND",
            "OWA-WEBCONFIG-BACKEND-ONLY",
            "OWA-WEBCONFIG-KEYS",
        ] {
            Sample::exchange_2016().expect(id, &[("", Status::NotApplicable)]);
        }
    }

    #[test]
    fn without_a_certificate_there_is_nothing_to_say_about_it() {
        let sample = Sample::exchange_2013().set("/machine/webConfigs/values/0/settings", json!([]));
        let sample = sample.forget("/exchange/certificates/values/0");
        for id in ["OWA-CERT-DUAL-USE", "OWA-CERT-NAMES", "OWA-CERT-TRUSTED"] {
            sample.expect(id, &[(SERVER, Status::NotApplicable)]);
        }
    }

    #[test]
    fn without_users_there_is_nothing_to_say_about_them() {
        for (id, users) in [
            ("OWA-USER-LYNC-ENABLED", "mailboxes"),
            ("OWA-USER-MAILBOX", "mailboxes"),
            ("OWA-USER-POLICY", "clientMailboxes"),
            ("OWA-USER-SIP-PROXY", "mailboxes"),
        ] {
            let none = Sample::exchange_2013().forget(&format!("/exchange/{users}/values/0"));
            none.expect(id, &[("", Status::NotApplicable)]);
        }
    }
}
