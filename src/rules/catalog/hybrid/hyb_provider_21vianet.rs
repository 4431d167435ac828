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
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "HYB-PROVIDER-21VIANET";
    const PROXY: &str = "/lync/hostingProviders/values/0/proxyFqdn";

    fn in_cloud(cloud: Cloud, proxy: &str) -> Sample {
        Sample::hybrid().asking(Settings { cloud, ..Settings::default() }).set(PROXY, json!(proxy))
    }

    #[test]
    fn the_proxy_of_the_cloud_passes_even_in_the_capitals_of_the_page() {
        for (cloud, proxy) in [
            (Cloud::China21Vianet, "EXAP.um.Partner.Outlook.CN"),
            (Cloud::China21Vianet, "exap.um.partner.outlook.cn"),
            (Cloud::GccHigh, "exap.um.office365.us"),
        ] {
            in_cloud(cloud, proxy).expect(ID, &[("Exchange Online", Status::Pass)]);
        }
    }

    #[test]
    fn the_proxy_of_the_worldwide_cloud_fails_and_the_provider_is_made_anew() {
        let sample = in_cloud(Cloud::GccHigh, "exap.um.outlook.com");
        sample.expect(ID, &[("Exchange Online", Status::Fail)]);
        sample.expect_steps(ID, &["Remove-CsHostingProvider", "New-CsHostingProvider"]);
        assert!(sample.commands(ID)[1].contains("-ProxyFqdn exap.um.office365.us"));
    }

    #[test]
    fn the_worldwide_cloud_is_not_its_business() {
        Sample::hybrid().expect(ID, &[("", Status::NotApplicable)]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        let sample = in_cloud(Cloud::GccHigh, "exap.um.office365.us");
        sample.clone().forget(PROXY).expect(ID, &[("Exchange Online", Status::Unknown)]);
        sample.forget("/lync/hostingProviders").expect(ID, &[("", Status::Unknown)]);
    }
}
