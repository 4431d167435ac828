//! OWA-UCMA-DLL: the registry value leads to the library of the provider.

use crate::rules::prelude::*;
use crate::rules::topology::im::servers::each_im_server;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-UCMA-DLL",
    family: Family::OwaPrerequisites,
    exchange: &[ExchangeVersion::V2013, ExchangeVersion::V2016],
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
    needs: &[&machine_sections::PROVIDER],
    ..super::BASE
};

const LIBRARY: &str = "Microsoft.Rtc.Internal.Ucweb.dll";
const NOT_THERE: Text = Text::new(
    "ImplementationDLLPath on {server} does not point to the file Microsoft.Rtc.Internal.Ucweb.dll.",
    "ImplementationDLLPath sur {server} ne pointe pas vers le fichier Microsoft.Rtc.Internal.Ucweb.dll.",
);
const NO_VALUE: Text = Text::new(
    "The registry of {server} specifies no library (OWA-UCMA-REG).",
    "Le Registre de {server} n'indique aucune bibliothèque (OWA-UCMA-REG).",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server(context, findings, METADATA.exchange, |server, findings| judge(context, server, findings))
}

fn judge<'a>(context: &Context<'a>, server: &Server<'_>, findings: &mut Findings<'a>) -> CheckResult {
    let section = &machine_sections::PROVIDER;
    let target = Target::server(&server.host);
    let args = args! { server: server.host.name() };
    let providers = context.estate.on(&server.host, section, |machine| &machine.provider)?;
    let is_named = |path: &Option<String>| path.as_deref().is_some_and(|path| !path.trim().is_empty());
    let Some(provider) = providers.iter().find(|one| is_named(&one.implementation_dll_path)) else {
        findings.not_applicable(target, NO_VALUE, args);
        return Ok(());
    };
    let unknown = || Missing::not_collected(section).on(server.host.name());
    let exists = provider.library_exists.ok_or_else(unknown)?;
    let path = provider.library_path.as_deref().or(provider.implementation_dll_path.as_deref()).unwrap_or_default();
    let evidence = vec![
        Evidence::actual("ImplementationDLLPath", provider.implementation_dll_path.as_deref()).from(provider),
        Evidence::actual("LibraryPath", Some(path)).from(provider),
        Evidence::actual("LibraryExists", Some(exists.to_string())).expected("true").from(provider),
    ];
    let file = path.rsplit(['\\', '/']).next().unwrap_or_default();
    if exists && file.eq_ignore_ascii_case(LIBRARY) {
        findings.pass(target, evidence);
    } else {
        findings.fail(target, NOT_THERE, args, evidence);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "OWA-UCMA-DLL";

    const PROVIDER: &str = "/machine/provider/values/0";

    #[test]
    fn a_library_that_is_there_passes_given_by_file_or_by_folder() {
        Sample::exchange_2013().expect(ID, &[("ex01.contoso.com", Status::Pass)]);
        let folder = "C:\\Program Files\\Microsoft UCMA 4.0\\Runtime\\SSP";
        let sample = Sample::exchange_2016().set(&format!("{PROVIDER}/implementationDllPath"), json!(folder));
        sample.expect(ID, &[("ex01.contoso.com", Status::Pass)]);
    }

    #[test]
    fn a_library_that_is_not_there_or_another_one_fails() {
        for (place, value) in [("libraryExists", json!(false)), ("libraryPath", json!("C:\\ucma\\other.dll"))] {
            let sample = Sample::exchange_2013().set(&format!("{PROVIDER}/{place}"), value);
            sample.expect(ID, &[("ex01.contoso.com", Status::Fail)]);
        }
    }

    #[test]
    fn without_the_value_there_is_no_library_to_look_for() {
        let sample = Sample::exchange_2013().forget(&format!("{PROVIDER}/implementationDllPath"));
        sample.expect(ID, &[("ex01.contoso.com", Status::NotApplicable)]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        for place in ["/machine/provider".to_owned(), format!("{PROVIDER}/libraryExists")] {
            Sample::exchange_2013().forget(&place).expect(ID, &[("ex01.contoso.com", Status::Unknown)]);
        }
    }

    #[test]
    fn it_asks_for_nothing_where_instant_messaging_shall_be_off() {
        let off = Settings { disable: true, ..Settings::default() };
        Sample::exchange_2013().asking(off).expect(ID, &[("", Status::NotApplicable)]);
    }
}
