//! HYB-PROVIDER-PROXY, HYB-PROVIDER-21VIANET: the provider leads to the proxy of the cloud that the mailboxes are in, the
//! worldwide one or another one.

use crate::rules::fixes::hosting_provider::repair;
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::judge_proxy;

/// For the worldwide cloud and for the others, in the order of [`METADATA`].
pub(crate) static RULES: [Rule; 2] = [
    Rule::new(&METADATA[0], |context, findings| check(context, findings, true, IN_ANOTHER)).with_fix(repair),
    Rule::new(&METADATA[1], |context, findings| check(context, findings, false, IN_WORLDWIDE)).with_fix(repair),
];

/// What the rules about the proxy have in common.
const PROXY: Metadata =
    Metadata { after: &["HYB-FEDERATED-USERS"], needs: &[&lync_sections::HOSTING_PROVIDERS], ..super::BASE };

static METADATA: [Metadata; 2] = [
    Metadata {
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
        ..PROXY
    },
    Metadata {
        id: "HYB-PROVIDER-21VIANET",
        title: Text::new(
            "In the clouds of 21Vianet and GCC High, ProxyFqdn is the address of that cloud",
            "Dans les clouds 21Vianet et GCC High, ProxyFqdn est l'adresse de ce cloud",
        ),
        explanation: Text::new(
            "The address is exap.um.partner.outlook.cn for the cloud that 21Vianet operates in China, and exap.um.office365.us for GCC High. The French documentation uses capital letters; names are not case-sensitive. The ProxyFqdn of a provider cannot be changed: remove the provider and create it again.",
            "L'adresse est exap.um.partner.outlook.cn pour le cloud exploité par 21Vianet en Chine, et exap.um.office365.us pour GCC High. La documentation française utilise des majuscules ; les noms ne respectent pas la casse. Le ProxyFqdn d'un fournisseur ne peut pas être modifié : supprimez le fournisseur et recréez-le.",
        ),
        remedy: Text::new(
            "In the Lync shell on an internal server: Remove-CsHostingProvider -Identity <name>, then New-CsHostingProvider with the ProxyFqdn of the cloud and the values of HYB-PROVIDER.",
            "Dans le shell Lync, sur un serveur interne : Remove-CsHostingProvider -Identity <nom>, puis New-CsHostingProvider avec le ProxyFqdn du cloud et les valeurs de HYB-PROVIDER.",
        ),
        interpretation: Some(Text::new(
            "The documentation gives only the value for 21Vianet. The value for GCC High comes from the Skype for Business Server documentation.",
            "La documentation ne donne que la valeur de 21Vianet. Celle de GCC High vient de la documentation de Skype Entreprise Server.",
        )),
        sources: &[Source::seed("004", "83-84"), Source::page("outlook-web-app.md")],
        ..PROXY
    },
];

const IN_ANOTHER: Text = Text::new(
    "The mailboxes are in another cloud. See HYB-PROVIDER-21VIANET.",
    "Les boîtes aux lettres sont dans un autre cloud. Voir HYB-PROVIDER-21VIANET.",
);
const IN_WORLDWIDE: Text = Text::new(
    "The mailboxes are in the worldwide cloud. See HYB-PROVIDER-PROXY.",
    "Les boîtes aux lettres sont dans le cloud mondial. Voir HYB-PROVIDER-PROXY.",
);

/// Checks the proxy where the mailboxes are in the worldwide cloud or not, as the rule is about; `elsewhere` says that they
/// are not there.
fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>, worldwide: bool, elsewhere: Text) -> CheckResult {
    if (context.settings.cloud == Cloud::Worldwide) == worldwide {
        return judge_proxy(context, findings);
    }
    findings.not_applicable(Target::estate(), elsewhere, Vec::new());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const PROVIDER: &str = "Exchange Online";
    const PROVIDERS: &str = "/lync/hostingProviders";
    const PROXY: &str = "/lync/hostingProviders/values/0/proxyFqdn";

    /// The worldwide cloud, with a provider that leads to this proxy.
    fn worldwide(proxy: &str) -> Case {
        hybrid(&RULES[0]).set(PROXY, proxy)
    }

    /// Another cloud, with a provider that leads to this proxy.
    fn in_cloud(cloud: Cloud, proxy: &str) -> Case {
        hybrid(&RULES[1]).asking(Settings { cloud, ..Settings::default() }).set(PROXY, proxy)
    }

    #[test]
    fn the_proxy_of_the_worldwide_cloud_passes_there_without_case() {
        hybrid(&RULES[0]).passes(PROVIDER);
        worldwide("EXAP.um.outlook.com").passes(PROVIDER);
    }

    #[test]
    fn the_proxy_of_the_cloud_passes_even_in_the_capitals_of_the_page() {
        in_cloud(Cloud::China21Vianet, "EXAP.um.Partner.Outlook.CN").passes(PROVIDER);
        in_cloud(Cloud::China21Vianet, "exap.um.partner.outlook.cn").passes(PROVIDER);
        in_cloud(Cloud::GccHigh, "exap.um.office365.us").passes(PROVIDER);
    }

    #[test]
    fn another_proxy_fails_and_the_provider_is_made_anew_and_can_be_taken_back() {
        let anew = ["Remove-CsHostingProvider", "New-CsHostingProvider"];
        let steps = in_cloud(Cloud::GccHigh, "exap.um.outlook.com").fails(PROVIDER).fixed_with(&anew).steps();
        assert!(display(&steps.added()[1].step.command).contains("-ProxyFqdn exap.um.office365.us"));
        let steps = worldwide("exap.um.partner.outlook.cn").fails(PROVIDER).fixed_with(&anew).steps();
        let back = display(&steps.added()[0].step.undo[0]);
        assert!(back.contains("New-") && back.contains("-ProxyFqdn exap.um.partner.outlook.cn"), "{back}");
    }

    #[test]
    fn taking_away_and_making_anew_are_two_states() {
        let steps = worldwide("exap.um.partner.outlook.cn").steps();
        let probes: Vec<_> = steps.added().iter().map(|added| added.step.transition.clone().unwrap()).collect();
        assert!(probes[0].after.is_none() && probes[1].before.is_none());
        assert_ne!(probes[0].probe, probes[1].probe);
    }

    #[test]
    fn what_nobody_knows_of_the_old_one_keeps_it_from_being_removed() {
        let case = worldwide("exap.um.partner.outlook.cn");
        case.forget("/lync/hostingProviders/values/0/hostsOcsUsers").not_fixed();
    }

    #[test]
    fn another_cloud_or_no_provider_is_not_its_business() {
        let china = Settings { cloud: Cloud::China21Vianet, ..Settings::default() };
        hybrid(&RULES[0]).asking(china).not_applicable();
        hybrid(&RULES[0]).set(&format!("{PROVIDERS}/values"), json!([])).not_applicable();
        hybrid(&RULES[1]).not_applicable();
    }

    #[test]
    fn unknown_without_the_address_of_the_proxy() {
        hybrid(&RULES[0]).forget(PROXY).unknown(PROVIDER);
        in_cloud(Cloud::GccHigh, "exap.um.office365.us").forget(PROXY).unknown(PROVIDER);
    }
}
