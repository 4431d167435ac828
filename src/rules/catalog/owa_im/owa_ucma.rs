//! OWA-UCMA-DLL, OWA-UCMA-REG: the registry names the instant messaging provider on the back end, and leads to its library.

use crate::facts::ProviderLibrary;
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::each_im_server;

/// One for each rule, in the order of [`METADATA`].
pub(crate) static RULES: [Rule; 2] = [
    Rule::new(&METADATA[0], |context, findings| each_provider(context, findings, library)),
    Rule::new(&METADATA[1], |context, findings| each_provider(context, findings, registry)),
];

/// What the rules about the provider have in common.
const PROVIDER: Metadata = Metadata {
    family: Family::OwaPrerequisites,
    exchange: &[ExchangeVersion::V2013, ExchangeVersion::V2016],
    needs: &[&machine_sections::PROVIDER],
    ..super::BASE
};

static METADATA: [Metadata; 2] = [
    Metadata {
        id: "OWA-UCMA-DLL",
        title: Text::new(
            "ImplementationDLLPath points to Microsoft.Rtc.Internal.Ucweb.dll",
            "ImplementationDLLPath pointe vers Microsoft.Rtc.Internal.Ucweb.dll",
        ),
        explanation: Text::new(
            "Two pages require the folder of the library, another page its full path: both work. If the value does not point to such a file, Outlook on the web reports that the provider was not found.",
            "Deux pages exigent le dossier de la bibliothèque, une autre son chemin complet : les deux fonctionnent. Si la valeur ne pointe vers aucun fichier de ce nom, Outlook sur le web signale que le fournisseur est introuvable.",
        ),
        remedy: Text::new(
            "Reinstall the UCMA 4.0 runtime, or set ImplementationDLLPath to the full path of Microsoft.Rtc.Internal.Ucweb.dll, by default in C:\\Program Files\\Microsoft UCMA 4.0\\Runtime\\SSP.",
            "Réinstallez le runtime UCMA 4.0, ou définissez ImplementationDLLPath sur le chemin complet de Microsoft.Rtc.Internal.Ucweb.dll, par défaut dans C:\\Program Files\\Microsoft UCMA 4.0\\Runtime\\SSP.",
        ),
        sources: &[
            Source::seed("000", "22"),
            Source::seed("001", "13"),
            Source::page("troubleshooting-owa-protocol-dep-health-set.md"),
        ],
        after: &["OWA-UCMA-REG"],
        ..PROVIDER
    },
    Metadata {
        id: "OWA-UCMA-REG",
        title: Text::new(
            "The UCMA 4.0 runtime is installed: the registry specifies the provider",
            "Le runtime UCMA 4.0 est installé : le Registre indique le fournisseur",
        ),
        explanation: Text::new(
            "Outlook on the web loads instant messaging from the library that ImplementationDLLPath specifies. Without the value there is no provider to load.",
            "Outlook sur le web charge la messagerie instantanée à partir de la bibliothèque qu'indique ImplementationDLLPath. Sans cette valeur, il n'y a aucun fournisseur à charger.",
        ),
        remedy: Text::new(
            "Download the UCMA 4.0 runtime (Microsoft Download Center, id 34992) and install it on the server, then collect again.",
            "Téléchargez le runtime UCMA 4.0 (Centre de téléchargement Microsoft, id 34992), installez-le sur le serveur, puis collectez de nouveau.",
        ),
        sources: &[
            Source::seed("000", "18-22"),
            Source::seed("001", "9-13"),
            Source::page("troubleshooting-owa-protocol-dep-health-set.md"),
        ],
        after: &["PRE-INSTALLED"],
        ..PROVIDER
    },
];

const LIBRARY: &str = "Microsoft.Rtc.Internal.Ucweb.dll";
const VALUE: &str = "ImplementationDLLPath";
const ABSENT: Text = Text::new(
    "The registry of {server} specifies no instant messaging provider: ImplementationDLLPath is missing or empty.",
    "Le Registre de {server} n'indique aucun fournisseur de messagerie instantanée : ImplementationDLLPath est absent ou vide.",
);
const NO_VALUE: Text = Text::new(
    "The registry of {server} specifies no library (OWA-UCMA-REG).",
    "Le Registre de {server} n'indique aucune bibliothèque (OWA-UCMA-REG).",
);
const NOT_THERE: Text = Text::new(
    "ImplementationDLLPath on {server} does not point to the file Microsoft.Rtc.Internal.Ucweb.dll.",
    "ImplementationDLLPath sur {server} ne pointe pas vers le fichier Microsoft.Rtc.Internal.Ucweb.dll.",
);

/// What the registry of a server says of providers.
type Providers<'a> = &'a [Item<ProviderLibrary>];

fn each_provider<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    look: fn(&Host, Providers<'a>, &mut Findings<'a>) -> CheckResult,
) -> CheckResult {
    each_im_server(context, findings, PROVIDER.exchange, |server, findings| {
        let providers = context.estate.on(&server.host, &machine_sections::PROVIDER, |machine| &machine.provider)?;
        look(&server.host, providers, findings)
    })
}

fn is_named(path: &str) -> bool {
    !path.trim().is_empty()
}

fn registry<'a>(host: &Host, providers: Providers<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let found = providers.iter().find_map(|one| Some((one, one.implementation_dll_path.as_deref()?)));
    let evidence = |value: Option<&str>| Evidence::actual(VALUE, value);
    match found.filter(|(_, path)| is_named(path)) {
        Some((provider, path)) => findings.pass(Target::server(host), vec![evidence(Some(path)).from(provider)]),
        None => {
            let evidence = vec![evidence(found.map(|(_, path)| path))];
            findings.fail(Target::server(host), ABSENT, args! { server: host.name() }, evidence);
        }
    }
    Ok(())
}

fn library<'a>(host: &Host, providers: Providers<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let args = args! { server: host.name() };
    let Some(provider) = providers.iter().find(|one| one.implementation_dll_path.as_deref().is_some_and(is_named))
    else {
        findings.not_applicable(Target::server(host), NO_VALUE, args);
        return Ok(());
    };
    let unknown = || Missing::not_collected(&machine_sections::PROVIDER).on(host.name());
    let exists = provider.library_exists.ok_or_else(unknown)?;
    let value = provider.implementation_dll_path.as_deref();
    let path = provider.library_path.as_deref().or(value).unwrap_or_default();
    let evidence = vec![
        Evidence::actual(VALUE, value).from(provider),
        Evidence::actual("LibraryPath", Some(path)).from(provider),
        Evidence::actual("LibraryExists", Some(exists.to_string())).expected("true").from(provider),
    ];
    let file = path.rsplit(['\\', '/']).next().unwrap_or_default();
    let is_there = exists && file.eq_ignore_ascii_case(LIBRARY);
    findings.pass_if(is_there, Target::server(host), evidence, || (NOT_THERE, args));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const LIBRARY: &str = "/machine/provider/values/0";
    const VALUE: &str = "/machine/provider/values/0/implementationDllPath";

    #[test]
    fn a_server_whose_registry_names_a_library_passes() {
        for rule in &RULES {
            exchange_2013(rule).passes(SERVER);
            exchange_2016(rule).passes(SERVER);
        }
    }

    #[test]
    fn a_library_that_is_there_passes_given_by_file_or_by_folder() {
        let folder = "C:\\Program Files\\Microsoft UCMA 4.0\\Runtime\\SSP";
        exchange_2016(&RULES[0]).set(VALUE, folder).passes(SERVER);
    }

    #[test]
    fn a_library_that_is_not_there_or_another_one_fails() {
        exchange_2013(&RULES[0]).set(&format!("{LIBRARY}/libraryExists"), false).fails(SERVER);
        exchange_2013(&RULES[0]).set(&format!("{LIBRARY}/libraryPath"), "C:\\ucma\\other.dll").fails(SERVER);
    }

    #[test]
    fn a_value_that_is_not_there_or_blank_fails_and_leads_to_no_library() {
        exchange_2013(&RULES[1]).forget(VALUE).fails(SERVER);
        exchange_2013(&RULES[1]).set(VALUE, " ").fails(SERVER);
        exchange_2013(&RULES[1]).set("/machine/provider/values", json!([])).fails(SERVER);
        exchange_2013(&RULES[0]).forget(VALUE).not_applicable_to(SERVER);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        let exists = format!("{LIBRARY}/libraryExists");
        exchange_2013(&RULES[0]).unknown_without(SERVER, &["/machine/provider", &exists]);
    }
}
