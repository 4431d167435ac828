//! HYB-PROVIDER-PROXY: for the worldwide cloud the provider leads to its proxy.

use crate::rules::fixes::hosting_provider::repair;
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::judge_proxy;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(repair);

static METADATA: Metadata = Metadata {
    id: "HYB-PROVIDER-PROXY",
    title: Text::new("ProxyFqdn is the address of the worldwide cloud", "ProxyFqdn est l'adresse du cloud mondial"),
    explanation: Text::new(
        "The address of Exchange Online in the worldwide cloud is exap.um.outlook.com. The ProxyFqdn of a provider cannot be changed: remove the provider and create it again with the same name.",
        "L'adresse d'Exchange Online dans le cloud mondial est exap.um.outlook.com. Le ProxyFqdn d'un fournisseur ne peut pas être modifié : supprimez le fournisseur et recréez-le avec le même nom.",
    ),
    remedy: Text::new(
        "In the Lync shell on an internal server: Remove-CsHostingProvider -Identity <name>, then New-CsHostingProvider with all seven values of HYB-PROVIDER, including exap.um.outlook.com as ProxyFqdn. If the provider hosts Lync users, do not change it and create a second one.",
        "Dans le shell Lync, sur un serveur interne : Remove-CsHostingProvider -Identity <nom>, puis New-CsHostingProvider avec les sept valeurs de HYB-PROVIDER, dont exap.um.outlook.com comme ProxyFqdn. Si le fournisseur héberge des utilisateurs Lync, ne le modifiez pas et créez-en un second.",
    ),
    sources: &[Source::seed("004", "98"), Source::page("New-CsHostingProvider.md")],
    after: &["HYB-FEDERATED-USERS"],
    needs: &[&lync_sections::HOSTING_PROVIDERS],
    ..super::BASE
};

const OTHER_CLOUD: Text = Text::new(
    "The mailboxes are in another cloud. See HYB-PROVIDER-21VIANET.",
    "Les boîtes aux lettres sont dans un autre cloud. Voir HYB-PROVIDER-21VIANET.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if context.settings.cloud != Cloud::Worldwide {
        findings.not_applicable(Target::estate(), OTHER_CLOUD, Vec::new());
        return Ok(());
    }
    judge_proxy(context, findings)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const PROVIDER: &str = "Exchange Online";
    const PROXY: &str = "/lync/hostingProviders/values/0/proxyFqdn";

    /// A provider that leads to another cloud.
    fn elsewhere() -> Case {
        hybrid(&RULE).set(PROXY, "exap.um.partner.outlook.cn")
    }

    #[test]
    fn the_proxy_of_the_cloud_passes_without_case() {
        hybrid(&RULE).passes(PROVIDER).set(PROXY, "EXAP.um.outlook.com").passes(PROVIDER);
    }

    #[test]
    fn another_proxy_fails_and_the_provider_is_made_anew_and_can_be_taken_back() {
        let case = elsewhere().fails(PROVIDER).fixed_with(&["Remove-CsHostingProvider", "New-CsHostingProvider"]);
        let back = display(&case.steps().added()[0].step.undo[0]);
        assert!(back.contains("New-") && back.contains("-ProxyFqdn exap.um.partner.outlook.cn"), "{back}");
    }

    #[test]
    fn taking_away_and_making_anew_are_two_states() {
        let steps = elsewhere().steps();
        let probes: Vec<_> = steps.added().iter().map(|added| added.step.transition.clone().unwrap()).collect();
        assert!(probes[0].after.is_none() && probes[1].before.is_none());
        assert_ne!(probes[0].probe, probes[1].probe);
    }

    #[test]
    fn what_nobody_knows_of_the_old_one_keeps_it_from_being_removed() {
        elsewhere().forget("/lync/hostingProviders/values/0/hostsOcsUsers").not_fixed();
    }

    #[test]
    fn another_cloud_or_no_provider_is_not_its_business() {
        let china = Settings { cloud: Cloud::China21Vianet, ..Settings::default() };
        hybrid(&RULE).asking(china).not_applicable();
        hybrid(&RULE).set("/lync/hostingProviders/values", json!([])).not_applicable();
    }

    #[test]
    fn unknown_without_the_proxy() {
        hybrid(&RULE).forget(PROXY).unknown(PROVIDER);
    }
}
