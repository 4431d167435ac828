//! HYB-PROVIDER-VERIFY: messages of the provider are verified by the level that they carry.

use crate::rules::fixes::hosting_provider::repair;
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::{Property, judge};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(repair);

static METADATA: Metadata = Metadata {
    id: "HYB-PROVIDER-VERIFY",
    title: Text::new(
        "Messages of the hosting provider are verified by their verification level",
        "Les messages du fournisseur d'hébergement sont vérifiés d'après leur niveau de vérification",
    ),
    explanation: Text::new(
        "With UseSourceVerification, a message without a verification level is rejected as not verifiable. The default is AlwaysVerifiable.",
        "Avec UseSourceVerification, un message sans niveau de vérification est rejeté comme non vérifiable. La valeur par défaut est AlwaysVerifiable.",
    ),
    remedy: Text::new(
        "In the Lync shell on an internal server: Set-CsHostingProvider -Identity <name> -VerificationLevel UseSourceVerification.",
        "Dans le shell Lync, sur un serveur interne : Set-CsHostingProvider -Identity <nom> -VerificationLevel UseSourceVerification.",
    ),
    sources: &[Source::seed("004", "102")],
    after: &["HYB-FEDERATED-USERS"],
    needs: &[&lync_sections::HOSTING_PROVIDERS],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    judge(context, findings, Property::VerificationLevel)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "HYB-PROVIDER-VERIFY";
    const PROPERTY: &str = "/lync/hostingProviders/values/0/verificationLevel";

    #[test]
    fn the_right_value_passes() {
        Sample::hybrid().expect(ID, &[("Exchange Online", Status::Pass)]);
    }

    #[test]
    fn another_value_fails_and_is_set() {
        let sample = Sample::hybrid().set(PROPERTY, json!("AlwaysVerifiable"));
        sample.expect(ID, &[("Exchange Online", Status::Fail)]);
        let set = "Set-CsHostingProvider -Identity Exchange Online -VerificationLevel UseSourceVerification";
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
