//! OWA-WEBCONFIG-VALID: the Web.config files of Outlook on the web can be loaded, and an update finished them.

use crate::facts::{FileProblemCode, FileSeverity, FileStatus, WebConfig};
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::each_im_server;
use crate::rules::topology::im::settings::{unread, web_configs};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-WEBCONFIG-VALID",
    roles: &[Role::ExchangeBackEnd, Role::ExchangeFrontEnd],
    title: Text::new(
        "The Web.config files of Outlook on the web can be loaded",
        "Les fichiers Web.config d'Outlook sur le web peuvent être chargés",
    ),
    explanation: Text::new(
        "With a file that is not well-formed, Outlook on the web does not start: a second byte order mark, curly quotes, zero bytes after a crash. An update that was interrupted leaves %ExchangeInstallDir% where the installation folder must be.",
        "Avec un fichier mal formé, Outlook sur le web ne démarre pas : une seconde marque d'ordre d'octet, des guillemets courbes, des octets nuls après un arrêt brutal. Une mise à jour interrompue laisse %ExchangeInstallDir% à la place du dossier d'installation.",
    ),
    remedy: Text::new(
        "Test-UcConfig shows each problem with its line. Restore the file from a backup (Restore-UcConfig), or correct it; instead of %ExchangeInstallDir% write the installation folder with a backslash at the end, or install the update again.",
        "Test-UcConfig affiche chaque problème avec sa ligne. Restaurez le fichier à partir d'une sauvegarde (Restore-UcConfig), ou corrigez-le ; à la place d'%ExchangeInstallDir%, écrivez le dossier d'installation avec une barre oblique inverse à la fin, ou réinstallez la mise à jour.",
    ),
    symptoms: &[
        Text::new(
            "Outlook on the web does not start after an update, and web.config contains %ExchangeInstallDir%",
            "Outlook sur le web ne démarre plus après une mise à jour, et web.config contient %ExchangeInstallDir%",
        ),
        Text::new(
            "Outlook on the web does not start: web.config begins with two byte order marks",
            "Outlook sur le web ne démarre pas : web.config commence par deux marques d'ordre d'octet",
        ),
        Text::new(
            "Outlook on the web does not start: web.config ends in zero bytes after a crash",
            "Outlook sur le web ne démarre pas : web.config se termine par des octets nuls après un arrêt brutal",
        ),
        Text::new("web.config has thousands of spaces at its end", "web.config a des milliers d'espaces à la fin"),
        Text::new(
            "A copy of web.config was edited instead of the file",
            "Une copie de web.config a été modifiée à la place du fichier",
        ),
    ],
    interpretation: Some(Text::new(
        "No page requires it; what .NET refuses was measured, and %ExchangeInstallDir% comes from reports of administrators.",
        "Aucune page ne l'exige ; ce que .NET refuse a été mesuré, et %ExchangeInstallDir% vient de rapports d'administrateurs.",
    )),
    sources: &[Source::page("troubleshooting-owa-protocol-dep-health-set.md")],
    needs: &[&exchange_sections::SERVERS, &machine_sections::WEB_CONFIGS],
    ..super::BASE
};

/// Why a file could not be read where .NET does not load it either. An encrypted section, or one in another file, it does.
const NOT_LOADED: &[FileStatus] = &[
    FileStatus::XmlMalformed,
    FileStatus::EncodingUnsupported,
    FileStatus::EncodingMismatch,
    FileStatus::EncodingInvalid,
    FileStatus::UnexpectedRoot,
    FileStatus::SectionDuplicated,
];

const BROKEN: Text =
    Text::new("{path} of {server} cannot be loaded: {reason}", "{path} de {server} ne peut pas être chargé : {reason}");
const BROKEN_AT: Text = Text::new(
    "{path} of {server} cannot be loaded (line {line}): {reason}",
    "{path} de {server} ne peut pas être chargé (ligne {line}) : {reason}",
);
const REFUSED: Text = Text::new(
    "{path} of {server} cannot be loaded because of line {line} ({code}).",
    "{path} de {server} ne peut pas être chargé à cause de la ligne {line} ({code}).",
);
const PLACEHOLDER: Text = Text::new(
    "{path} of {server} still contains %ExchangeInstallDir% (line {line}): an update of Exchange did not finish.",
    "{path} de {server} contient encore %ExchangeInstallDir% (ligne {line}) : une mise à jour d'Exchange ne s'est pas terminée.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server(context, findings, &[], |server, findings| {
        let mut is_whole = true;
        let files = web_configs(context, server)?;
        for file in files.iter().filter(|file| file.exists != Some(false)) {
            is_whole &= look(findings, server, file)?;
        }
        if is_whole {
            findings.pass(Target::server(&server.host), Vec::new());
        }
        Ok(())
    })
}

/// Reports what is wrong with a file; answers whether nothing is.
fn look(findings: &mut Findings<'_>, server: &Server<'_>, file: &Item<WebConfig>) -> Result<bool, Missing> {
    let target = Target::server(&server.host);
    let args = || args! { server: server.host.name(), path: file.path };
    if let Some(missing) = unread(server, file) {
        let is_broken = file.status.as_ref().is_some_and(|status| NOT_LOADED.contains(status));
        // .NET loads what only it can decrypt.
        let is_encrypted = file.status == Some(FileStatus::SectionEncrypted);
        let Some(reason) = missing.error.clone().filter(|_| is_broken) else {
            return if is_encrypted { Ok(true) } else { Err(missing) };
        };
        let evidence = vec![Evidence::actual("Status", file.status.clone()).from(file)];
        let (text, line) = match file.error_line {
            Some(line) => (BROKEN_AT, args! { line }),
            None => (BROKEN, Vec::new()),
        };
        findings.fail(target, text, [args(), args! { reason }, line].concat(), evidence);
        return Ok(false);
    }
    let problems = file.file_problems.as_ref();
    let problems =
        problems.ok_or_else(|| Missing::not_collected(&machine_sections::WEB_CONFIGS).on(server.host.name()))?;
    let mut is_whole = true;
    for one in problems {
        let line = one.line.map_or_else(|| "?".to_owned(), |line| line.to_string());
        let evidence = || vec![Evidence::actual("Line", Some(line.clone())).from(file)];
        if one.severity == Some(FileSeverity::Error) {
            let args = [args(), args! { line, code: one.code.name() }].concat();
            findings.fail(target.clone(), REFUSED, args, evidence());
            is_whole = false;
        } else if one.code == FileProblemCode::PlaceholderLeft {
            findings.fail(target.clone(), PLACEHOLDER, [args(), args! { line }].concat(), evidence());
            is_whole = false;
        }
    }
    Ok(is_whole)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const BACK: &str = "/machine/webConfigs/values/0";
    const FRONT: &str = "/machine/webConfigs/values/1";

    #[test]
    fn files_without_problems_pass_on_every_version() {
        exchange_2013(&RULE).passes(SERVER);
        exchange_2016(&RULE).passes(SERVER);
    }

    #[test]
    fn a_file_that_dotnet_does_not_load_fails_with_the_reason() {
        for file in [BACK, FRONT] {
            let case = exchange_2016(&RULE).forget(&format!("{file}/settings")).forget(&format!("{file}/fileProblems"));
            let case = case.set(&format!("{file}/error"), "There is a second byte order mark.");
            let broken = case.clone().set(&format!("{file}/status"), "XmlMalformed").fails(SERVER);
            broken.ends_with("cannot be loaded: There is a second byte order mark.");
            let told = case.clone().set(&format!("{file}/status"), "XmlMalformed").set(&format!("{file}/errorLine"), 3);
            told.fails(SERVER).ends_with("cannot be loaded (line 3): There is a second byte order mark.");
            case.clone().set(&format!("{file}/status"), "SectionEncrypted").passes(SERVER);
            case.set(&format!("{file}/status"), "AccessDenied").unknown(SERVER);
        }
    }

    #[test]
    fn a_problem_that_dotnet_refuses_fails_and_a_warning_does_not() {
        let with = |severity: &str| {
            let one = json!([{ "code": "UnrecognizedElement", "severity": severity, "line": 7 }]);
            exchange_2016(&RULE).set(&format!("{BACK}/fileProblems"), one)
        };
        with("Error").fails(SERVER).ends_with("because of line 7 (UnrecognizedElement).");
        with("Warning").passes(SERVER);
    }

    #[test]
    fn what_an_update_left_fails() {
        let one = json!([{ "code": "PlaceholderLeft", "severity": "Warning", "line": 40 }]);
        let case = exchange_2016(&RULE).set(&format!("{FRONT}/fileProblems"), one).fails(SERVER);
        case.ends_with("still contains %ExchangeInstallDir% (line 40): an update of Exchange did not finish.");
    }

    #[test]
    fn a_file_that_is_not_there_is_no_matter_of_this_rule() {
        exchange_2016(&RULE).set(&format!("{FRONT}/exists"), false).forget(&format!("{FRONT}/settings")).passes(SERVER);
    }

    #[test]
    fn what_nobody_read_or_named_is_unknown() {
        exchange_2016(&RULE).forget(&format!("{BACK}/settings")).unknown(SERVER);
        exchange_2016(&RULE).forget(&format!("{BACK}/fileProblems")).unknown(SERVER);
        exchange_2016(&RULE).unknown_without(SERVER, &["/machine/webConfigs"]);
    }
}
