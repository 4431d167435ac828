//! OWA-WEBCONFIG-KEYS: Web.config of the back end has both settings, each once.

use crate::facts::{FileProblem, FileProblemCode, FileStatus, WebConfig};
use crate::rules::fixes::im_settings;
use crate::rules::prelude::*;
use crate::rules::topology::im::selection::open_question;
use crate::rules::topology::im::servers::{each_im_server_with_fix, version};
use crate::rules::topology::im::settings::{unread, web_configs, web_setting};
use crate::rules::topology::im::values::KEYS;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "OWA-WEBCONFIG-KEYS",
    exchange: &[ExchangeVersion::V2013],
    title: Text::new(
        "The Web.config of every back-end server has IMCertificateThumbprint and IMServerName",
        "Le Web.config de chaque serveur principal contient IMCertificateThumbprint et IMServerName",
    ),
    explanation: Text::new(
        "Exchange 2013 reads the pool and the certificate from appSettings in ClientAccess\\Owa\\web.config. Every cumulative update writes a new file without them. The documentation writes AppSettings, and once appSection: .NET reads only appSettings. \"Serveur principal\" in the French documentation means the back end, that is, each server with the Mailbox role.",
        "Exchange 2013 lit le pool et le certificat dans appSettings de ClientAccess\\Owa\\web.config. Chaque mise à jour cumulative écrit un nouveau fichier sans eux. La documentation écrit AppSettings, et une fois appSection : .NET ne lit qu'appSettings. Le « serveur principal » de la documentation est le back end, c'est-à-dire chaque serveur qui a le rôle Mailbox.",
    ),
    remedy: Text::new(
        "Add both keys once under appSettings in ClientAccess\\Owa\\web.config of the back-end server, then recycle MSExchangeOWAAppPool. If a key appears more than once, delete the extra lines.",
        "Ajoutez les deux clés une seule fois sous appSettings dans ClientAccess\\Owa\\web.config du serveur principal, puis recyclez MSExchangeOWAAppPool. Si une clé apparaît plusieurs fois, supprimez les lignes en trop.",
    ),
    symptoms: &[
        Text::new(
            "Instant messaging is gone after a cumulative update of Exchange 2013",
            "La messagerie instantanée a disparu après une mise à jour cumulative d'Exchange 2013",
        ),
        Text::new(
            "The keys are in web.config, but in a comment",
            "Les clés figurent dans web.config, mais dans un commentaire",
        ),
        Text::new(
            "The keys are in web.config, but in a location element",
            "Les clés figurent dans web.config, mais dans un élément location",
        ),
        Text::new(
            "The keys are in web.config, but directly under configuration",
            "Les clés figurent dans web.config, mais directement sous configuration",
        ),
    ],
    interpretation: Some(Text::new(
        "Each key is required to appear only once.",
        "Chaque clé ne doit apparaître qu'une seule fois.",
    )),
    sources: &[
        Source::seed("000", "68-71"),
        Source::seed("001", "61-63"),
        Source::page("troubleshooting-owa-protocol-dep-health-set.md"),
    ],
    after: &["OWA-VDIR-IM"],
    needs: &[&exchange_sections::SERVERS, &machine_sections::WEB_CONFIGS],
    ..super::BASE
};

const NO_FILE: Text = Text::new("{server} has no back-end Web.config.", "{server} n'a pas de Web.config principal.");
const UNREADABLE: Text = Text::new(
    "The Web.config of {server} cannot be read: {reason}",
    "Le Web.config de {server} est illisible : {reason}",
);
const UNREADABLE_AT: Text = Text::new(
    "The Web.config of {server} cannot be read (line {line}): {reason}",
    "Le Web.config de {server} est illisible (ligne {line}) : {reason}",
);
const UNSET: Text =
    Text::new("The Web.config of {server} does not set {keys}.", "Le Web.config de {server} ne définit pas {keys}.");
const READ_ONLY: Text = Text::new(
    "The Web.config of {server} does not set {keys}, and it is read-only. Find out why, remove the attribute and create a new plan.",
    "Le Web.config de {server} ne définit pas {keys}, et il est en lecture seule. Cherchez pourquoi, supprimez l'attribut et créez un nouveau plan.",
);
const ENCRYPTED: Text = Text::new(
    "The Web.config of {server} cannot be read: {reason} Decrypt the section (aspnet_regiis -pdf \"appSettings\" with the folder of the file), then create a new plan.",
    "Le Web.config de {server} est illisible : {reason} Déchiffrez la section (aspnet_regiis -pdf \"appSettings\" avec le dossier du fichier), puis créez un nouveau plan.",
);
const ENCRYPTED_AT: Text = Text::new(
    "The Web.config of {server} cannot be read (line {line}): {reason} Decrypt the section (aspnet_regiis -pdf \"appSettings\" with the folder of the file), then create a new plan.",
    "Le Web.config de {server} est illisible (ligne {line}) : {reason} Déchiffrez la section (aspnet_regiis -pdf \"appSettings\" avec le dossier du fichier), puis créez un nouveau plan.",
);
const TWICE: Text = Text::new(
    "The Web.config of {server} contains {key} more than once; the last line is used. Keep one line with the right value and delete the others.",
    "Le Web.config de {server} contient {key} plusieurs fois ; la dernière ligne est utilisée. Conservez une ligne avec la bonne valeur et supprimez les autres.",
);
const IN_COMMENT: Text = Text::new(
    "The Web.config of {server} does not set {keys}: {key} in line {line} is in a comment, which .NET does not read.",
    "Le Web.config de {server} ne définit pas {keys} : {key}, ligne {line}, se trouve dans un commentaire, que .NET ne lit pas.",
);
const IN_LOCATION: Text = Text::new(
    "The Web.config of {server} does not set {keys}: {key} in line {line} is in a location element, which applies only to a part of the site.",
    "Le Web.config de {server} ne définit pas {keys} : {key}, ligne {line}, se trouve dans un élément location, qui ne s'applique qu'à une partie du site.",
);
const OUTSIDE: Text = Text::new(
    "The Web.config of {server} has {key} in line {line}, but outside of appSettings, where .NET does not read it. Delete this line.",
    "Le Web.config de {server} contient {key} à la ligne {line}, mais en dehors d'appSettings, où .NET ne la lit pas. Supprimez cette ligne.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server_with_fix(context, findings, &[ExchangeVersion::V2013], im_settings::fix, |server, findings| {
        let target = Target::server(&server.host);
        version(server)?;
        let file = web_configs(context, server)?.iter().find(|file| file.back_end);
        match file.filter(|file| file.exists != Some(false)) {
            None => {
                findings.fail(target.clone(), NO_FILE, arguments(server), Vec::new());
            }
            Some(file) => match unread(server, file) {
                Some(missing) => unreadable(findings, server, file, missing)?,
                None => keys(context, findings, server, file),
            },
        }
        Ok(())
    })
}

fn arguments(server: &Server<'_>) -> Vec<(&'static str, String)> {
    args! { server: server.host.name() }
}

/// The library said why it could not read the file; without that, nobody tried.
fn unreadable(
    findings: &mut Findings<'_>,
    server: &Server<'_>,
    file: &Item<WebConfig>,
    missing: Missing,
) -> CheckResult {
    let Some(reason) = missing.error.clone() else { return Err(missing) };
    let is_encrypted = file.status == Some(FileStatus::SectionEncrypted);
    let mut args = args! { server: server.host.name(), reason };
    let text = match file.error_line {
        Some(_) if is_encrypted => ENCRYPTED_AT,
        Some(_) => UNREADABLE_AT,
        None if is_encrypted => ENCRYPTED,
        None => UNREADABLE,
    };
    args.extend(file.error_line.map(|line| ("line", line.to_string())));
    let evidence = vec![Evidence::actual("Status", file.status.clone()).from(file)];
    findings.fail(Target::server(&server.host), text, args, evidence);
    Ok(())
}

fn keys<'a>(context: &Context<'a>, findings: &mut Findings<'a>, server: &Server<'_>, file: &Item<WebConfig>) {
    let target = Target::server(&server.host);
    let value = |key: &str| web_setting(file, key).filter(|value| !value.trim().is_empty());
    let evidence: Vec<_> = KEYS.into_iter().map(|key| Evidence::actual(key, value(key)).from(file)).collect();
    let unset: Vec<&str> = KEYS.into_iter().filter(|key| value(key).is_none()).collect();
    let twice: Vec<&str> = KEYS.into_iter().filter(|key| times(file, key) > 1).collect();
    if !unset.is_empty() {
        // Where the administrator has to choose first, that is what he has to be told.
        let (text, place) = unset_text(file, &unset);
        let args = [arguments(server), args! { keys: unset.join(", ") }, place].concat();
        let (text, args) = open_question(context, server).unwrap_or((text, args));
        findings.fail(target, text, args, evidence);
    } else if twice.is_empty() {
        findings.pass(target, evidence);
    }
    for key in twice {
        repeated(findings, server, file, key);
    }
    for stray in problems(file, FileProblemCode::KeyOutsideSection) {
        outside(findings, server, file, stray);
    }
}

/// What is said of keys that are not set, and its words: where one of them is instead, if it is in the file.
fn unset_text(file: &WebConfig, unset: &[&str]) -> (Text, Vec<(&'static str, String)>) {
    if file.read_only == Some(true) {
        return (READ_ONLY, Vec::new());
    }
    for (code, text) in [(FileProblemCode::KeyInComment, IN_COMMENT), (FileProblemCode::KeyInLocation, IN_LOCATION)] {
        let mut of_code = problems(file, code);
        if let Some((key, line)) = of_code.find_map(|one| named(one).filter(|(key, _)| unset.contains(key))) {
            return (text, args! { key, line });
        }
    }
    (UNSET, Vec::new())
}

/// The problems of a file that have a name.
fn problems(file: &WebConfig, code: FileProblemCode) -> impl Iterator<Item = &FileProblem> {
    file.file_problems.iter().flatten().filter(move |one| one.code == code)
}

/// Which of the keys a problem is about, and its line.
fn named(problem: &FileProblem) -> Option<(&'static str, u64)> {
    let key = problem.key.as_deref()?;
    Some((KEYS.into_iter().find(|known| known.eq_ignore_ascii_case(key))?, problem.line?))
}

/// What a finding about one of the keys is about, and not about the server.
fn setting(server: &Server<'_>, key: &str) -> Target {
    Target::new(TargetKind::Setting, format!("{}/{key}", server.host.name())).on(&server.host)
}

/// A finding of its own: the line has to go, whatever the plan does about the value.
fn outside(findings: &mut Findings<'_>, server: &Server<'_>, file: &Item<WebConfig>, stray: &FileProblem) {
    let Some((key, line)) = named(stray) else { return };
    let target = setting(server, key);
    let evidence = vec![Evidence::actual("Line", Some(line.to_string())).from(file)];
    let args = [arguments(server), args! { key, line }].concat();
    findings.fail(target, OUTSIDE, args, evidence).without_fix();
}

/// A finding of its own, about the key and not the server: which of the lines goes is for a person to decide, whatever the
/// plan does about the value.
fn repeated(findings: &mut Findings<'_>, server: &Server<'_>, file: &Item<WebConfig>, key: &str) {
    let target = setting(server, key);
    let lines = file.settings.iter().flatten().filter(|one| one.key.eq_ignore_ascii_case(key));
    let evidence = lines.map(|one| Evidence::actual(key, one.value.clone()).from(file)).collect();
    findings.fail(target, TWICE, [arguments(server), args! { key }].concat(), evidence).without_fix();
}

fn times(file: &WebConfig, key: &str) -> usize {
    file.settings.iter().flatten().filter(|one| one.key.eq_ignore_ascii_case(key)).count()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const FILE: &str = "/machine/webConfigs/values/0";
    const SETTINGS: &str = "/machine/webConfigs/values/0/settings";
    const THUMBPRINT: &str = "IMCertificateThumbprint=EA5A332496CC05DA69B75B66111C0F78A110D22D";

    /// A server whose file lost both keys.
    fn lost() -> Case {
        exchange_2013(&RULE).set(SETTINGS, json!([]))
    }

    #[test]
    fn both_keys_once_pass() {
        exchange_2013(&RULE).passes(SERVER);
    }

    #[test]
    fn the_back_end_is_each_server_with_the_role_mailbox() {
        let of_role = |role: &str| exchange_2013(&RULE).set("/exchange/servers/values/0/roles", json!([role]));
        of_role("Mailbox").passes(SERVER);
        of_role("ClientAccess").not_applicable();
    }

    #[test]
    fn keys_that_are_absent_or_blank_are_set_in_one_edit() {
        lost().fails(SERVER).fixed_by(&format!("Web.config {THUMBPRINT} IMServerName=pool.contoso.com"));
        let blank = exchange_2013(&RULE).set(&format!("{SETTINGS}/0/value"), " ");
        blank.fails(SERVER).fixed_by(&format!("Web.config {THUMBPRINT}"));
    }

    /// A server whose file has the keys somewhere else.
    fn elsewhere(code: &str, key: &str) -> Case {
        lost().set(
            &format!("{FILE}/fileProblems"),
            json!([{ "code": code, "severity": "Warning", "key": key, "line": 12 }]),
        )
    }

    #[test]
    fn a_key_in_a_comment_or_in_a_location_is_told_with_its_line_and_set() {
        let case = elsewhere("KeyInComment", "imservername").fails(SERVER).fixed_by_part("Web.config");
        case.ends_with("IMServerName in line 12 is in a comment, which .NET does not read.");
        let case = elsewhere("KeyInLocation", "IMCertificateThumbprint").fails(SERVER).fixed_by_part("Web.config");
        case.ends_with("line 12 is in a location element, which applies only to a part of the site.");
        elsewhere("KeyInComment", "Other").ends_with("does not set IMCertificateThumbprint, IMServerName.");
        elsewhere("BlanksAtEnd", "IMServerName").ends_with("does not set IMCertificateThumbprint, IMServerName.");
    }

    #[test]
    fn a_key_in_a_comment_beside_one_that_counts_is_nothing() {
        let one = json!([{ "code": "KeyInComment", "key": "IMServerName", "line": 12 }]);
        exchange_2013(&RULE).set(&format!("{FILE}/fileProblems"), one).passes(SERVER);
    }

    #[test]
    fn a_key_outside_of_the_section_is_set_and_its_line_left_to_a_person() {
        let case = elsewhere("KeyOutsideSection", "IMServerName");
        let case = case.finds(&[(SERVER, Status::Fail), ("ex01.contoso.com/IMServerName", Status::Fail)]);
        let steps = case.sample().steps("OWA-WEBCONFIG-KEYS");
        assert_eq!(steps.added().len(), 1);
        let reasons: Vec<_> = steps.added()[0].reasons.iter().map(|(_, target)| target.name.as_str()).collect();
        assert_eq!(reasons, [SERVER]);
    }

    #[test]
    fn a_certificate_of_which_a_session_tells_half_is_not_selected() {
        for property in ["hasPrivateKey", "isSelfSigned", "domains"] {
            let case = lost().forget(&format!("/exchange/certificates/values/0/{property}"));
            case.fails(SERVER).not_fixed();
        }
    }

    #[test]
    fn a_file_that_is_read_only_is_left_to_a_person() {
        lost().set(&format!("{FILE}/readOnly"), true).fails(SERVER).not_fixed();
    }

    #[test]
    fn a_key_that_is_given_twice_fails_and_is_left_to_a_person() {
        let again = json!({ "key": "imservername", "value": "pool.contoso.com", "line": 12, "effective": false });
        let case = exchange_2013(&RULE).set(&format!("{SETTINGS}/2"), again);
        case.fails("ex01.contoso.com/IMServerName").not_fixed();
    }

    #[test]
    fn a_key_that_is_given_twice_and_ends_blank_is_both() {
        let blank = json!({ "key": "IMServerName", "value": "", "line": 12, "effective": true });
        let case = exchange_2013(&RULE).set(&format!("{SETTINGS}/2"), blank);
        let case = case.set(&format!("{SETTINGS}/1/effective"), false);
        let case = case.finds(&[(SERVER, Status::Fail), ("ex01.contoso.com/IMServerName", Status::Fail)]);
        let steps = case.sample().steps("OWA-WEBCONFIG-KEYS");
        assert_eq!(steps.added().len(), 1);
        let reasons: Vec<_> = steps.added()[0].reasons.iter().map(|(_, target)| target.name.as_str()).collect();
        assert_eq!(reasons, [SERVER], "the lines that are too much stay open");
    }

    #[test]
    fn a_file_that_is_missing_or_cannot_be_read_fails_without_a_step() {
        exchange_2013(&RULE).set(&format!("{FILE}/exists"), false).fails(SERVER);
        let encrypted = exchange_2013(&RULE).forget(SETTINGS).set(&format!("{FILE}/status"), "SectionEncrypted");
        encrypted.clone().fails(SERVER).not_fixed().ends_with("then create a new plan.");
        encrypted
            .set(&format!("{FILE}/errorLine"), 9)
            .fails(SERVER)
            .says(&["cannot be read (line 9): SectionEncrypted"]);
        let broken = exchange_2013(&RULE).forget(SETTINGS).set(&format!("{FILE}/error"), "A tag is open.");
        broken.set(&format!("{FILE}/errorLine"), 7).fails(SERVER).ends_with("cannot be read (line 7): A tag is open.");
    }

    #[test]
    fn what_is_asked_for_and_not_there_is_said_instead_of_a_step() {
        let settings = Settings { thumbprint: Some("AA".repeat(20)), ..Settings::default() };
        lost().asking(settings).fails(SERVER).not_fixed();
    }

    #[test]
    fn a_file_that_nobody_read_is_unknown() {
        exchange_2013(&RULE).forget(SETTINGS).unknown(SERVER);
    }
}
