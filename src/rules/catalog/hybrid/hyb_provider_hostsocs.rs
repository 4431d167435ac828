//! HYB-PROVIDER-HOSTSOCS: the provider hosts no users of Lync.

use crate::rules::fixes::hosting_provider::repair;
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::{Property, judge};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(repair);

static METADATA: Metadata = Metadata {
    id: "HYB-PROVIDER-HOSTSOCS",
    title: Text::new(
        "The hosting provider does not host Lync users",
        "Le fournisseur d'hébergement n'héberge pas d'utilisateurs Lync",
    ),
    explanation: Text::new(
        "Exchange Online hosts the mailboxes, not the Lync accounts. With HostsOCSUsers, the Edge Server would look for the users there.",
        "Exchange Online héberge les boîtes aux lettres, pas les comptes Lync. Avec HostsOCSUsers, le serveur Edge y chercherait les utilisateurs.",
    ),
    remedy: Text::new(
        "In the Lync shell on an internal server: Set-CsHostingProvider -Identity <name> -HostsOCSUsers $False.",
        "Dans le shell Lync, sur un serveur interne : Set-CsHostingProvider -Identity <nom> -HostsOCSUsers $False.",
    ),
    sources: &[Source::seed("004", "96")],
    after: &["HYB-FEDERATED-USERS"],
    needs: &[&lync_sections::HOSTING_PROVIDERS],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    judge(context, findings, Property::HostsUsers)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "HYB-PROVIDER-HOSTSOCS";
    const PROPERTY: &str = "/lync/hostingProviders/values/0/hostsOcsUsers";

    #[test]
    fn the_right_value_passes() {
        Sample::hybrid().expect(ID, &[("Exchange Online", Status::Pass)]);
    }

    #[test]
    fn another_value_fails_and_is_set() {
        let sample = Sample::hybrid().set(PROPERTY, json!(true));
        sample.expect(ID, &[("Exchange Online", Status::Fail)]);
        let set = "Set-CsHostingProvider -Identity Exchange Online -HostsOCSUsers false";
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
    fn one_that_leads_elsewhere_as_well_stays_with_a_person() {
        let sample = Sample::hybrid().set(PROPERTY, json!(true));
        let sample = sample.set("/lync/hostingProviders/values/0/proxyFqdn", json!("exap.um.partner.outlook.cn"));
        sample.expect(ID, &[("Exchange Online", Status::Fail)]);
        sample.expect_steps(ID, &[]);
    }
}
