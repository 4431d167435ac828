//! HYB-PROVIDER-21VIANET: for another cloud than the worldwide one the provider leads to its proxy.

use crate::rules::fixes::hosting_provider::repair;
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::judge_proxy;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(repair);

static METADATA: Metadata = Metadata {
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
    after: &["HYB-FEDERATED-USERS"],
    needs: &[&lync_sections::HOSTING_PROVIDERS],
    ..super::BASE
};

const OTHER_CLOUD: Text = Text::new(
    "The mailboxes are in the worldwide cloud. See HYB-PROVIDER-PROXY.",
    "Les boîtes aux lettres sont dans le cloud mondial. Voir HYB-PROVIDER-PROXY.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if context.settings.cloud == Cloud::Worldwide {
        findings.not_applicable(Target::estate(), OTHER_CLOUD, Vec::new());
        return Ok(());
    }
    judge_proxy(context, findings)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const PROVIDER: &str = "Exchange Online";
    const PROXY: &str = "/lync/hostingProviders/values/0/proxyFqdn";

    fn in_cloud(cloud: Cloud, proxy: &str) -> Case {
        hybrid(&RULE).asking(Settings { cloud, ..Settings::default() }).set(PROXY, proxy)
    }

    #[test]
    fn the_proxy_of_the_cloud_passes_even_in_the_capitals_of_the_page() {
        in_cloud(Cloud::China21Vianet, "EXAP.um.Partner.Outlook.CN").passes(PROVIDER);
        in_cloud(Cloud::China21Vianet, "exap.um.partner.outlook.cn").passes(PROVIDER);
        in_cloud(Cloud::GccHigh, "exap.um.office365.us").passes(PROVIDER);
    }

    #[test]
    fn the_proxy_of_the_worldwide_cloud_fails_and_the_provider_is_made_anew() {
        let case = in_cloud(Cloud::GccHigh, "exap.um.outlook.com").fails(PROVIDER);
        let steps = case.fixed_with(&["Remove-CsHostingProvider", "New-CsHostingProvider"]).steps();
        assert!(display(&steps.added()[1].step.command).contains("-ProxyFqdn exap.um.office365.us"));
    }

    #[test]
    fn the_worldwide_cloud_is_not_its_business() {
        hybrid(&RULE).not_applicable();
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        let case = in_cloud(Cloud::GccHigh, "exap.um.office365.us");
        case.clone().forget(PROXY).unknown(PROVIDER);
        case.forget("/lync/hostingProviders").unknown("");
    }
}
