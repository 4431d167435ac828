//! HYB-PROVIDER-ID: no second provider has the name or the proxy of the one for Exchange Online.

use crate::rules::fixes::hosting_provider::is_taken;
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::{NAME, provider, proxy};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "HYB-PROVIDER-ID",
    title: Text::new(
        "The name and the proxy of the hosting provider are unique",
        "Le nom et le proxy du fournisseur d'hébergement sont uniques",
    ),
    explanation: Text::new(
        "Two providers, hosting or public, cannot have the same Identity or ProxyFqdn: a new one is refused, or messages are routed incorrectly. Enclose a name that contains spaces in quotation marks.",
        "Deux fournisseurs, d'hébergement ou publics, ne peuvent pas avoir le même Identity ou ProxyFqdn : un nouveau est refusé, ou les messages sont mal acheminés. Mettez entre guillemets un nom qui contient des espaces.",
    ),
    remedy: Text::new(
        "Decide which provider is required, and remove the other: Remove-CsHostingProvider -Identity \"<name>\" or Remove-CsPublicProvider -Identity \"<name>\". If only the name is in use, create the new provider with another name.",
        "Décidez quel fournisseur est nécessaire et supprimez l'autre : Remove-CsHostingProvider -Identity \"<nom>\" ou Remove-CsPublicProvider -Identity \"<nom>\". Si seul le nom est utilisé, créez le nouveau fournisseur sous un autre nom.",
    ),
    sources: &[Source::seed("004", "90"), Source::page("New-CsHostingProvider.md")],
    needs: &[&lync_sections::HOSTING_PROVIDERS, &lync_sections::PUBLIC_PROVIDERS],
    ..super::BASE
};

const SHARED: Text = Text::new(
    "{provider} has the same name or proxy {proxy} as another provider: {others}.",
    "{provider} a le même nom ou le même proxy {proxy} qu'un autre fournisseur : {others}.",
);
const TAKEN: Text = Text::new(
    "The name {provider} is used by a provider that does not point to Exchange Online.",
    "Le nom {provider} est utilisé par un fournisseur qui ne pointe pas vers Exchange Online.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let Some(found) = provider(context)? else {
        let target = Target::new(TargetKind::HostingProvider, NAME);
        if is_taken(context)? {
            findings.fail(target, TAKEN, args! { provider: NAME }, Vec::new());
        } else {
            findings.pass(target, Vec::new());
        }
        return Ok(());
    };
    let target = Target::new(TargetKind::HostingProvider, &found.identity);
    let proxy = found.proxy_fqdn.as_deref().unwrap_or(proxy(context.settings.cloud));
    let others = others(context, &found.identity, proxy)?;
    let evidence = vec![
        Evidence::actual("Identity", Some(found.identity.as_str())).from(found),
        Evidence::actual("ProxyFqdn", found.proxy_fqdn.as_deref()).from(found),
    ];
    if others.is_empty() {
        findings.pass(target, evidence);
        return Ok(());
    }
    let args = args! { provider: found.identity, proxy, others: others.join(", ") };
    findings.fail(target, SHARED, args, evidence);
    Ok(())
}

/// The names of the other providers that have the name or the proxy of one.
fn others<'a>(context: &Context<'a>, name: &str, proxy: &str) -> Result<Vec<&'a str>, Missing> {
    let lync = &context.estate.lync;
    let is_proxy = |found: &Option<String>| found.as_deref().is_some_and(|found| same_name(found, proxy));
    let hosting =
        lync.hosting_providers.items()?.iter().filter(|one| one.identity != name && is_proxy(&one.proxy_fqdn));
    let public = lync.public_providers.items()?.iter();
    let public = public.filter(|one| same_name(&one.identity, name) || is_proxy(&one.proxy_fqdn));
    Ok(hosting.map(|one| one.identity.as_str()).chain(public.map(|one| one.identity.as_str())).collect())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_hybrid::exchange_online;
    use serde_json::json;

    const PROVIDER: &str = "Exchange Online";
    const PROVIDERS: &str = "/lync/hostingProviders/values";

    fn with_public(identity: &str, proxy: &str) -> Case {
        let public = json!([{ "identity": identity, "proxyFqdn": proxy, "enabled": true }]);
        hybrid(&RULE).set("/lync/publicProviders/values", public)
    }

    #[test]
    fn a_single_provider_passes_and_so_does_a_name_that_is_free() {
        hybrid(&RULE).passes(PROVIDER).set(PROVIDERS, json!([])).passes(PROVIDER);
    }

    #[test]
    fn a_second_one_with_its_proxy_in_any_case_fails() {
        let mut second = exchange_online();
        second["identity"] = json!("Old");
        second["proxyFqdn"] = json!("EXAP.UM.OUTLOOK.COM");
        hybrid(&RULE).set(&format!("{PROVIDERS}/1"), second).fails(PROVIDER);
        with_public("Public", "exap.um.outlook.com").fails(PROVIDER);
    }

    #[test]
    fn a_name_that_another_provider_has_fails() {
        let case = with_public("exchange online", "sip.fabrikam.com").fails(PROVIDER);
        case.set(PROVIDERS, json!([])).fails(PROVIDER);
    }
}
