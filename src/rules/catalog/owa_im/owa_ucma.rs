//! OWA-UCMA-DLL, OWA-UCMA-REG, OWA-UCMA-VERSION: the registry names the instant messaging provider on the back end, and
//! leads to its library, which is that of UCMA 4.0.

use crate::facts::ProviderLibrary;
use crate::rules::prelude::*;
use crate::rules::topology::im::provider::{is_ucma_4, may_have_lost_it, named, products};
use crate::rules::topology::im::servers::each_im_server;
use crate::rules::topology::im::values::VERSIONS;

/// One for each rule, in the order of [`METADATA`].
pub(crate) static RULES: [Rule; 3] = [
    Rule::new(&METADATA[0], |context, findings| each_provider(context, findings, library)),
    Rule::new(&METADATA[1], |context, findings| each_provider(context, findings, registry)),
    Rule::new(&METADATA[2], |context, findings| {
        each_provider(context, findings, |server, providers, findings| version(context, server, providers, findings))
    }),
];

/// What the rules about the provider have in common.
const PROVIDER: Metadata = Metadata {
    family: Family::OwaPrerequisites,
    exchange: VERSIONS,
    needs: &[&exchange_sections::SERVERS, &machine_sections::PROVIDER],
    ..super::BASE
};

const INSTALL: Text = Text::new(
    "Install the Windows feature Server-Media-Foundation (Install-WindowsFeature Server-Media-Foundation) and the UCMA 4.0 runtime on the server, then collect again. Exchange 2013 and 2016: Microsoft Download Center, id 34992. Exchange 2019 and SE: from \\UCMARedist on the Exchange media; on Server Core only UCMARunTimeSetup.exe -q of that folder installs. UCMA 5.0 and 6.0 do not take its place.",
    "Installez la fonctionnalité Windows Server-Media-Foundation (Install-WindowsFeature Server-Media-Foundation) et le runtime UCMA 4.0 sur le serveur, puis collectez de nouveau. Exchange 2013 et 2016 : Centre de téléchargement Microsoft, id 34992. Exchange 2019 et SE : depuis \\UCMARedist sur le support d'Exchange ; sur Server Core, seul UCMARunTimeSetup.exe -q de ce dossier s'installe. UCMA 5.0 et 6.0 ne le remplacent pas.",
);

static METADATA: [Metadata; 3] = [
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
            "Reinstall the UCMA 4.0 runtime (Exchange 2019 and SE: from \\UCMARedist on the Exchange media), or set ImplementationDLLPath to the full path of Microsoft.Rtc.Internal.Ucweb.dll, by default in C:\\Program Files\\Microsoft UCMA 4.0\\Runtime\\SSP.",
            "Réinstallez le runtime UCMA 4.0 (Exchange 2019 et SE : depuis \\UCMARedist sur le support d'Exchange), ou définissez ImplementationDLLPath sur le chemin complet de Microsoft.Rtc.Internal.Ucweb.dll, par défaut dans C:\\Program Files\\Microsoft UCMA 4.0\\Runtime\\SSP.",
        ),
        symptoms: &[Text::new(
            "The instant messaging provider was not found",
            "Le fournisseur de messagerie instantanée est introuvable",
        )],
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
        remedy: INSTALL,
        symptoms: &[
            Text::new(
                "UCMA is not installed on the Exchange server",
                "UCMA n'est pas installé sur le serveur Exchange",
            ),
            Text::new("UCMA cannot be installed on Server Core", "UCMA ne s'installe pas sur Server Core"),
        ],
        sources: &[
            Source::seed("000", "18-22"),
            Source::seed("001", "9-13"),
            Source::page("prerequisites.md"),
            Source::page("troubleshooting-owa-protocol-dep-health-set.md"),
        ],
        after: &["PRE-INSTALLED"],
        ..PROVIDER
    },
    Metadata {
        id: "OWA-UCMA-VERSION",
        title: Text::new("The UCMA that is installed is version 4.0", "La version d'UCMA installée est 4.0"),
        explanation: Text::new(
            "Exchange 2013 to SE load the provider of UCMA 4.0. UCMA 5.0 and 6.0, which Skype for Business Server brings, do not do.",
            "Exchange 2013 à SE chargent le fournisseur d'UCMA 4.0. UCMA 5.0 et 6.0, que Skype Entreprise Server apporte, ne conviennent pas.",
        ),
        remedy: INSTALL,
        symptoms: &[Text::new(
            "UCMA 5.0 or 6.0 is installed instead of UCMA 4.0",
            "UCMA 5.0 ou 6.0 est installé à la place d'UCMA 4.0",
        )],
        interpretation: Some(Text::new(
            "The version is that of the library: 5.0 is UCMA 4.0, 6.0 is UCMA 5.0 and 7.0 is UCMA 6.0. If it is not known, the names count under which Windows lists UCMA.",
            "La version est celle de la bibliothèque : 5.0 est UCMA 4.0, 6.0 est UCMA 5.0 et 7.0 est UCMA 6.0. Si elle n'est pas connue, les noms sous lesquels Windows répertorie UCMA comptent.",
        )),
        sources: &[Source::page("prerequisites.md")],
        after: &["OWA-UCMA-DLL", "OWA-UCMA-REG"],
        needs: &[&exchange_sections::SERVERS, &machine_sections::PROVIDER, &machine_sections::UCMA],
        optional: &[&machine_sections::UCMA],
        ..PROVIDER
    },
];

const LIBRARY: &str = "Microsoft.Rtc.Internal.Ucweb.dll";
const VALUE: &str = "ImplementationDLLPath";
const ABSENT: Text = Text::new(
    "The registry of {server} specifies no instant messaging provider: ImplementationDLLPath is missing or empty.",
    "Le Registre de {server} n'indique aucun fournisseur de messagerie instantanée : ImplementationDLLPath est absent ou vide.",
);
const ABSENT_LATER: Text = Text::new(
    "The registry of {server} specifies no instant messaging provider. An update of Exchange SE later than RTM may have removed it: see OWA-IM-END before you install UCMA.",
    "Le Registre de {server} n'indique aucun fournisseur de messagerie instantanée. Une mise à jour d'Exchange SE postérieure à la version RTM peut l'avoir supprimé : voir OWA-IM-END avant d'installer UCMA.",
);
const NO_VALUE: Text = Text::new(
    "The registry of {server} specifies no library (OWA-UCMA-REG).",
    "Le Registre de {server} n'indique aucune bibliothèque (OWA-UCMA-REG).",
);
const NOT_THERE: Text = Text::new(
    "ImplementationDLLPath on {server} does not point to the file Microsoft.Rtc.Internal.Ucweb.dll.",
    "ImplementationDLLPath sur {server} ne pointe pas vers le fichier Microsoft.Rtc.Internal.Ucweb.dll.",
);

const NOT_THERE_LATER: Text = Text::new(
    "ImplementationDLLPath on {server} does not point to the file Microsoft.Rtc.Internal.Ucweb.dll. An update of Exchange SE later than RTM may have removed it: see OWA-IM-END before you install UCMA.",
    "ImplementationDLLPath sur {server} ne pointe pas vers le fichier Microsoft.Rtc.Internal.Ucweb.dll. Une mise à jour d'Exchange SE postérieure à la version RTM peut l'avoir supprimé : voir OWA-IM-END avant d'installer UCMA.",
);
const OTHER_LIBRARY: Text = Text::new(
    "The provider of {server} has the file version {found}, which is not that of UCMA 4.0 (5.0).",
    "Le fournisseur de {server} a la version de fichier {found}, qui n'est pas celle d'UCMA 4.0 (5.0).",
);
const OTHER_PRODUCT: Text = Text::new(
    "{server} has no UCMA 4.0 but {found}, which Exchange does not use.",
    "{server} n'a pas UCMA 4.0 mais {found}, qu'Exchange n'utilise pas.",
);
const NO_PRODUCT: Text = Text::new(
    "Windows lists no UCMA on {server} (OWA-UCMA-REG, OWA-UCMA-DLL).",
    "Windows ne répertorie aucun UCMA sur {server} (OWA-UCMA-REG, OWA-UCMA-DLL).",
);
/// The first number of the file version of the library that UCMA 4.0 brings.
const UCMA_4: u32 = 5;

/// What the registry of a server says of providers.
type Providers<'a> = &'a [Item<ProviderLibrary>];

fn each_provider<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    look: impl Fn(&Server<'a>, Providers<'a>, &mut Findings<'a>) -> CheckResult,
) -> CheckResult {
    each_im_server(context, findings, PROVIDER.exchange, |server, findings| {
        let providers = context.estate.on(&server.host, &machine_sections::PROVIDER, |machine| &machine.provider)?;
        look(server, providers, findings)
    })
}

fn registry<'a>(server: &Server<'a>, providers: Providers<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let target = Target::server(&server.host);
    let evidence = |value: Option<&str>| Evidence::actual(VALUE, value);
    if let Some(provider) = named(providers) {
        findings.pass(target, vec![evidence(provider.implementation_dll_path.as_deref()).from(provider)]);
        return Ok(());
    }
    let text = if may_have_lost_it(server) { ABSENT_LATER } else { ABSENT };
    let blank = providers.iter().find_map(|one| one.implementation_dll_path.as_deref());
    findings.fail(target, text, args! { server: server.host.name() }, vec![evidence(blank)]);
    Ok(())
}

fn library<'a>(server: &Server<'a>, providers: Providers<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let host = &server.host;
    let args = args! { server: host.name() };
    let Some(provider) = named(providers) else {
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
    let text = if may_have_lost_it(server) { NOT_THERE_LATER } else { NOT_THERE };
    findings.pass_if(is_there, Target::server(host), evidence, || (text, args));
    Ok(())
}

/// The library decides where its version is known, since that is what Exchange loads; otherwise what Windows lists.
fn version<'a>(
    context: &Context<'a>,
    server: &Server<'a>,
    providers: Providers<'a>,
    findings: &mut Findings<'a>,
) -> CheckResult {
    let target = Target::server(&server.host);
    let name = server.host.name();
    let library = named(providers).filter(|one| one.library_exists != Some(false));
    let read = |one: &'a Item<ProviderLibrary>| {
        let found = one.library_version.as_deref()?;
        Some((one, found, found.split('.').next()?.trim().parse::<u32>().ok()?))
    };
    if let Some((provider, found, first)) = library.and_then(read) {
        let evidence = vec![Evidence::actual("LibraryVersion", Some(found)).expected("5.0").from(provider)];
        let fault = || (OTHER_LIBRARY, args! { server: name, found });
        findings.pass_if(first == UCMA_4, target, evidence, fault);
        return Ok(());
    }
    let all = products(context, &server.host)?;
    let evidence: Vec<_> =
        all.iter().map(|one| Evidence::actual(one.name.as_str(), one.version.as_deref()).from(one)).collect();
    if all.is_empty() {
        findings.not_applicable(target, NO_PRODUCT, args! { server: name });
    } else {
        let found = all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
        let fault = || (OTHER_PRODUCT, args! { server: name, found });
        findings.pass_if(all.iter().any(|one| is_ucma_4(one)), target, evidence, fault);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const LIBRARY: &str = "/machine/provider/values/0";
    const VALUE: &str = "/machine/provider/values/0/implementationDllPath";
    const LIBRARY_VERSION: &str = "/machine/provider/values/0/libraryVersion";
    const SERVER_VERSION: &str = "/exchange/servers/values/0/version";

    #[test]
    fn a_server_whose_registry_names_a_library_passes() {
        for rule in &RULES {
            exchange_2013(rule).passes(SERVER);
            exchange_2016(rule).passes(SERVER);
            exchange_se(rule).passes(SERVER);
            exchange_se(rule).set(SERVER_VERSION, "Version 15.2 (Build 1748.10)").passes(SERVER);
        }
    }

    #[test]
    fn exchange_2019_and_se_without_ucma_are_not_all_right() {
        for version in ["Version 15.2 (Build 1748.10)", "Version 15.2 (Build 2562.17)", "Version 15.2 (Build 3001.5)"] {
            let case = |rule| exchange_se(rule).set(SERVER_VERSION, version);
            case(&RULES[0]).set(&format!("{LIBRARY}/libraryExists"), false).fails(SERVER);
            case(&RULES[1]).forget(VALUE).fails(SERVER);
            let newer =
                json!([{ "name": "Microsoft Unified Communications Managed API 6.0, Runtime", "version": "7.0" }]);
            case(&RULES[2]).forget(VALUE).set("/machine/ucma/values", newer).fails(SERVER).says(&["API 6.0"]);
        }
    }

    #[test]
    fn after_rtm_of_se_nobody_is_told_to_install_before_reading_what_was_announced() {
        for (version, is_later) in [("Version 15.2 (Build 2562.49)", false), ("Version 15.2 (Build 2563.1)", true)] {
            let registry = exchange_se(&RULES[1]).set(SERVER_VERSION, version).forget(VALUE);
            let library = exchange_se(&RULES[0]).set(SERVER_VERSION, version);
            for case in [registry, library.set(&format!("{LIBRARY}/libraryExists"), false)] {
                let message = case.findings()[0].message(Culture::En);
                assert_eq!(message.contains("OWA-IM-END"), is_later, "{version}: {message}");
            }
        }
    }

    #[test]
    fn the_library_of_another_ucma_fails_whatever_windows_lists() {
        let case = exchange_2016(&RULES[2]).set(LIBRARY_VERSION, "6.0.9319.48").fails(SERVER).says(&["6.0.9319.48"]);
        case.set(LIBRARY_VERSION, "unreadable").passes(SERVER);
        exchange_2016(&RULES[2]).set("/machine/ucma/values", json!([])).passes(SERVER);
    }

    #[test]
    fn without_the_version_of_the_library_the_names_that_windows_lists_count() {
        let listing = |names: &[&str]| {
            let all: Vec<_> = names.iter().map(|name| json!({ "name": name })).collect();
            exchange_2016(&RULES[2]).forget(LIBRARY_VERSION).set("/machine/ucma/values", json!(all))
        };
        let (old, new) = ("Unified Communications Managed API 4.0, Runtime", "UNIFIED COMMUNICATIONS MANAGED API 5.0");
        listing(&[new, old]).passes(SERVER);
        listing(&[new]).fails(SERVER);
        listing(&["Unified Communications Managed API 4.01"]).fails(SERVER);
        listing(&["Unified Communications Managed API"]).fails(SERVER);
        listing(&[]).not_applicable_to(SERVER);
        exchange_2016(&RULES[2]).forget(LIBRARY_VERSION).forget("/machine/ucma").unknown(SERVER);
        exchange_2016(&RULES[2]).forget("/machine/ucma").passes(SERVER);
    }

    #[test]
    fn the_remedy_knows_the_media_server_core_and_the_feature_of_windows() {
        for rule in [&RULES[1], &RULES[2]] {
            for text in [rule.metadata.remedy.en, rule.metadata.remedy.fr] {
                let parts = ["\\UCMARedist", "Server Core", "UCMARunTimeSetup.exe -q", "Server-Media-Foundation"];
                assert!(parts.iter().all(|part| text.contains(part)), "{text}");
            }
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
    fn unknown_without_the_library() {
        exchange_2013(&RULES[0]).forget(&format!("{LIBRARY}/libraryExists")).unknown(SERVER);
    }
}
