//! HYB-PROVIDER-ISLOCAL: the proxy of the provider is not part of the topology.

use crate::rules::fixes::hosting_provider::repair;
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::{Property, judge};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(repair);

static METADATA: Metadata = Metadata {
    id: "HYB-PROVIDER-ISLOCAL",
    title: Text::new(
        "The proxy of the hosting provider is outside your topology",
        "Le proxy du fournisseur d'hébergement est hors de votre topologie",
    ),
    explanation: Text::new(
        "IsLocal specifies that the proxy is one of your own servers. The proxy of Exchange Online is not.",
        "IsLocal indique que le proxy est l'un de vos propres serveurs. Celui d'Exchange Online ne l'est pas.",
    ),
    remedy: Text::new(
        "In the Lync shell on an internal server: Set-CsHostingProvider -Identity <name> -IsLocal $False.",
        "Dans le shell Lync, sur un serveur interne : Set-CsHostingProvider -Identity <nom> -IsLocal $False.",
    ),
    sources: &[Source::seed("004", "100")],
    after: &["HYB-FEDERATED-USERS"],
    needs: &[&lync_sections::HOSTING_PROVIDERS],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    judge(context, findings, Property::IsLocal)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "HYB-PROVIDER-ISLOCAL";
    const PROPERTY: &str = "/lync/hostingProviders/values/0/isLocal";

    #[test]
    fn the_right_value_passes() {
        Sample::hybrid().expect(ID, &[("Exchange Online", Status::Pass)]);
    }

    #[test]
    fn another_value_fails_and_is_set() {
        let sample = Sample::hybrid().set(PROPERTY, json!(true));
        sample.expect(ID, &[("Exchange Online", Status::Fail)]);
        let set = "Set-CsHostingProvider -Identity Exchange Online -IsLocal false";
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
