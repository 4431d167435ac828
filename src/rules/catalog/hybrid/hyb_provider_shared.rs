//! HYB-PROVIDER-SHARED: the provider is one of a shared address space.

use crate::rules::fixes::hosting_provider::repair;
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::{Property, judge};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(repair);

static METADATA: Metadata = Metadata {
    id: "HYB-PROVIDER-SHARED",
    title: Text::new(
        "The hosting provider uses a shared SIP address space",
        "Le fournisseur d'hébergement utilise un espace d'adressage SIP partagé",
    ),
    explanation: Text::new(
        "On-premises users and mailboxes in Exchange Online have the same SIP domain, so the provider must belong to the shared address space. The parameter is EnabledSharedAddressSpace; EnableSharedAddressSpace in the documentation is a typing error.",
        "Les utilisateurs sur site et les boîtes aux lettres d'Exchange Online ont le même domaine SIP : le fournisseur doit appartenir à l'espace d'adressage partagé. Le paramètre est EnabledSharedAddressSpace ; EnableSharedAddressSpace dans la documentation est une faute de frappe.",
    ),
    remedy: Text::new(
        "In the Lync shell on an internal server: Set-CsHostingProvider -Identity <name> -EnabledSharedAddressSpace $True.",
        "Dans le shell Lync, sur un serveur interne : Set-CsHostingProvider -Identity <nom> -EnabledSharedAddressSpace $True.",
    ),
    sources: &[Source::seed("004", "94")],
    after: &["HYB-FEDERATED-USERS"],
    needs: &[&lync_sections::HOSTING_PROVIDERS],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    judge(context, findings, Property::SharedAddressSpace)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "HYB-PROVIDER-SHARED";
    const PROPERTY: &str = "/lync/hostingProviders/values/0/enabledSharedAddressSpace";

    #[test]
    fn the_right_value_passes() {
        Sample::hybrid().expect(ID, &[("Exchange Online", Status::Pass)]);
    }

    #[test]
    fn another_value_fails_and_is_set() {
        let sample = Sample::hybrid().set(PROPERTY, json!(false));
        sample.expect(ID, &[("Exchange Online", Status::Fail)]);
        let set = "Set-CsHostingProvider -Identity Exchange Online -EnabledSharedAddressSpace true";
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

    #[test]
    fn the_name_of_the_parameter_is_the_one_with_a_d() {
        let sample = Sample::hybrid().set(PROPERTY, json!(false));
        assert!(sample.commands(ID).iter().all(|command| command.contains("-EnabledSharedAddressSpace ")));
        assert!(super::METADATA.explanation.en.contains("typing error"));
    }
}
