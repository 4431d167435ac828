//! HYB-PROVIDER-21VIANET: for another cloud than the worldwide one the provider leads to its proxy.

use crate::rules::fixes::hosting_provider::repair;
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::judge_proxy;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(repair);

static METADATA: Metadata = Metadata {
    id: "HYB-PROVIDER-21VIANET",
    title: Text::new(
        "In the clouds of 21Vianet and GCC High, ProxyFqdn is that of the cloud",
        "Dans les clouds 21Vianet et GCC High, ProxyFqdn est celui du cloud",
    ),
    explanation: Text::new(
        "The cloud that 21Vianet runs in China is reached at exap.um.partner.outlook.cn, GCC High at exap.um.office365.us. The French page writes capitals; names are compared without case. A provider cannot be given another ProxyFqdn: it is removed and made anew.",
        "Le cloud que 21Vianet exploite en Chine se trouve à exap.um.partner.outlook.cn, GCC High à exap.um.office365.us. La page française écrit des majuscules ; la casse ne compte pas. Le ProxyFqdn d'un fournisseur ne se change pas : on le supprime et on le recrée.",
    ),
    remedy: Text::new(
        "In the Lync shell on an inner server: Remove-CsHostingProvider -Identity <name>, then New-CsHostingProvider with the ProxyFqdn of the cloud and the values of HYB-PROVIDER.",
        "Dans l'environnement Lync, sur un serveur interne : Remove-CsHostingProvider -Identity <nom>, puis New-CsHostingProvider avec le ProxyFqdn du cloud et les valeurs de HYB-PROVIDER.",
    ),
    inference: Some(Text::new(
        "The page names only the value for 21Vianet; that for GCC High comes from the page for Skype for Business Server.",
        "La page ne donne que la valeur de 21Vianet ; celle de GCC High vient de la page de Skype Entreprise Server.",
    )),
    sources: &[Source::seed("004", "83-84"), Source::page("outlook-web-app.md")],
    after: &["HYB-FEDERATED-USERS"],
    needs: &[&lync_sections::HOSTING_PROVIDERS],
    ..super::BASE
};

const OTHER_CLOUD: Text = Text::new(
    "The mailboxes are in the worldwide cloud; HYB-PROVIDER-PROXY is about that.",
    "Les boîtes aux lettres sont dans le cloud mondial ; HYB-PROVIDER-PROXY en traite.",
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
