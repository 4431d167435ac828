//! HYB-PROVIDER: there is a hosting provider that leads to Exchange Online.

use crate::rules::fixes::hosting_provider::repair;
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::{NAME, leads_to, provider, proxy, unknown};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(repair);

static METADATA: Metadata = Metadata {
    id: "HYB-PROVIDER",
    title: Text::new(
        "A hosting provider points to Exchange Online",
        "Un fournisseur d'hébergement pointe vers Exchange Online",
    ),
    explanation: Text::new(
        "The hosting provider tells the Edge Server the address of Exchange Online. It is identified by its ProxyFqdn, whatever its name. The documentation creates it on the Edge Server, but the cmdlet writes to the central management store and runs on an internal server. The cmdlet reference mentions three mandatory values and marks five: specify all seven.",
        "Le fournisseur d'hébergement indique au serveur Edge l'adresse d'Exchange Online. Il est identifié par son ProxyFqdn, quel que soit son nom. La documentation le crée sur le serveur Edge, mais l'applet de commande écrit dans le magasin central de gestion et s'exécute sur un serveur interne. La référence mentionne trois valeurs obligatoires et en marque cinq : indiquez les sept.",
    ),
    remedy: Text::new(
        "In the Lync shell on an internal server: New-CsHostingProvider -Identity \"Exchange Online\" -Enabled $True -EnabledSharedAddressSpace $True -HostsOCSUsers $False -ProxyFqdn \"exap.um.outlook.com\" -IsLocal $False -VerificationLevel UseSourceVerification. For another cloud, see HYB-PROVIDER-21VIANET.",
        "Dans le shell Lync, sur un serveur interne : New-CsHostingProvider -Identity \"Exchange Online\" -Enabled $True -EnabledSharedAddressSpace $True -HostsOCSUsers $False -ProxyFqdn \"exap.um.outlook.com\" -IsLocal $False -VerificationLevel UseSourceVerification. Pour un autre cloud, voir HYB-PROVIDER-21VIANET.",
    ),
    sources: &[Source::seed("004", "76-78"), Source::page("New-CsHostingProvider.md")],
    after: &["HYB-FEDERATED-USERS"],
    needs: &[&lync_sections::HOSTING_PROVIDERS, &lync_sections::PUBLIC_PROVIDERS],
    optional: &[&lync_sections::PUBLIC_PROVIDERS],
    ..super::BASE
};

const NO_PROVIDER: Text =
    Text::new("No hosting provider points to {proxy}.", "Aucun fournisseur d'hébergement ne pointe vers {proxy}.");

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let wanted = proxy(context.settings.cloud);
    let found = provider(context)?;
    let target = Target::new(TargetKind::HostingProvider, found.map_or(NAME, |provider| provider.identity.as_str()));
    let Some(found) = found else {
        findings.fail(target, NO_PROVIDER, args! { proxy: wanted }, Vec::new());
        return Ok(());
    };
    let leads = found.proxy_fqdn.as_deref().ok_or_else(|| unknown(found));
    findings.for_target(&target.clone(), |findings| {
        let evidence = vec![Evidence::actual("ProxyFqdn", Some(leads?)).expected(wanted).from(found)];
        if leads_to(found, context.settings.cloud) {
            findings.pass(target, evidence);
        } else {
            findings.fail(target, NO_PROVIDER, args! { proxy: wanted }, evidence);
        }
        Ok(())
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{METADATA, RULE};
    use crate::facts::Shell;
    use crate::rules::testing::prelude::*;
    use crate::step::known_commands;
    use serde_json::json;

    const PROVIDER: &str = "Exchange Online";
    const PROVIDERS: &str = "/lync/hostingProviders/values";
    const PROXY: &str = "/lync/hostingProviders/values/0/proxyFqdn";
    const NEW: &str = "New-CsHostingProvider -Identity Exchange Online -ProxyFqdn exap.um.outlook.com -Enabled true \
                       -EnabledSharedAddressSpace true -HostsOCSUsers false -IsLocal false \
                       -VerificationLevel UseSourceVerification";

    #[test]
    fn one_that_leads_there_passes_whatever_its_name_and_case() {
        let case = hybrid(&RULE).passes(PROVIDER).set(PROXY, "EXAP.um.Outlook.com");
        case.set(&format!("{PROVIDERS}/0/identity"), "Cloud").passes("Cloud");
    }

    #[test]
    fn without_one_it_is_made_with_all_seven_values() {
        hybrid(&RULE).set(PROVIDERS, json!([])).fails(PROVIDER).fixed_by(NEW);
        assert!(METADATA.explanation.en.contains("all seven"));
    }

    #[test]
    fn it_is_made_on_an_inner_server_and_nothing_is_run_against_the_copy_of_the_edge() {
        let steps = hybrid(&RULE).set(PROVIDERS, json!([])).steps();
        let step = &steps.added()[0].step;
        assert_eq!((step.shell, step.machine.as_deref()), (Shell::Lync, None));
        assert!(known_commands().iter().all(|one| !one.parameters.contains(&"LocalStore")));
        let remedy = METADATA.remedy;
        assert!(remedy.en.contains("on an internal server") && remedy.fr.contains("serveur interne"));
    }

    #[test]
    fn a_name_that_is_taken_leaves_it_to_a_person() {
        let taken = json!([{ "identity": "exchange online", "proxyFqdn": "sipfed.fabrikam.com", "enabled": true }]);
        let case = hybrid(&RULE).set(PROVIDERS, json!([])).set("/lync/publicProviders/values", taken);
        case.fails(PROVIDER).not_fixed();
    }

    #[test]
    fn one_that_was_meant_for_it_and_leads_elsewhere_is_made_anew() {
        let removed = "Remove-CsHostingProvider -Identity Exchange Online -Confirm false";
        hybrid(&RULE).set(PROXY, "exap.um.outlook.cm").fails(PROVIDER).fixed_by_all(&[removed, NEW]);
    }

    #[test]
    fn unknown_without_the_proxy() {
        hybrid(&RULE).forget(PROXY).unknown(PROVIDER);
    }
}
