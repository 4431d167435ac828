//! HYB-PROVIDER-ENABLED: the connection to Exchange Online is on.

use crate::rules::fixes::hosting_provider::repair;
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::{Property, judge};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(repair);

static METADATA: Metadata = Metadata {
    id: "HYB-PROVIDER-ENABLED",
    title: Text::new(
        "The connection to the hosting provider is enabled",
        "La connexion au fournisseur d'hébergement est activée",
    ),
    explanation: Text::new(
        "If Enabled is false, no traffic is exchanged between your domain and the provider.",
        "Si Enabled est à false, aucun trafic n'est échangé entre votre domaine et le fournisseur.",
    ),
    remedy: Text::new(
        "In the Lync shell on an internal server: Set-CsHostingProvider -Identity <name> -Enabled $True.",
        "Dans le shell Lync, sur un serveur interne : Set-CsHostingProvider -Identity <nom> -Enabled $True.",
    ),
    sources: &[Source::seed("004", "92")],
    after: &["HYB-FEDERATED-USERS"],
    needs: &[&lync_sections::HOSTING_PROVIDERS],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    judge(context, findings, Property::Enabled)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "HYB-PROVIDER-ENABLED";
    const PROPERTY: &str = "/lync/hostingProviders/values/0/enabled";

    #[test]
    fn the_right_value_passes() {
        Sample::hybrid().expect(ID, &[("Exchange Online", Status::Pass)]);
    }

    #[test]
    fn another_value_fails_and_is_set() {
        let sample = Sample::hybrid().set(PROPERTY, json!(false));
        sample.expect(ID, &[("Exchange Online", Status::Fail)]);
        let set = "Set-CsHostingProvider -Identity Exchange Online -Enabled true";
        assert_eq!(sample.commands(ID), [set]);
    }

    #[test]
    fn without_a_provider_there_is_nothing_to_look_at() {
        let sample = Sample::hybrid().set("/lync/hostingProviders/values", json!([]));
        sample.expect(ID, &[("", Status::NotApplicable)]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        Sample::hybrid().forget(PROPERTY).expect(ID, &[("Exchange Online", Status::Unknown)]);
        Sample::hybrid().forget("/lync/hostingProviders").expect(ID, &[("", Status::Unknown)]);
    }
}
