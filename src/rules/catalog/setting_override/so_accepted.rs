//! SO-ACCEPTED: each server takes the setting override that is meant for it.

use crate::rules::fixes::setting_overrides::VERSIONS;
use crate::rules::prelude::*;
use crate::rules::topology::im::override_scope::{is_accepted, is_for_version, is_stale, of_server};
use crate::rules::topology::im::servers::{each_im_server, version};
use crate::rules::topology::im::settings::overrides_naming;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "SO-ACCEPTED",
    title: Text::new(
        "Each server accepts its setting override",
        "Chaque serveur accepte son remplacement de paramètre",
    ),
    explanation: Text::new(
        "Whether an override counts is decided by each server. Status in Get-SettingOverride is that of the server of the session only; the others can report a mismatch of the version, of the server or of the parameters.",
        "C'est chaque serveur qui décide si un remplacement compte. Status dans Get-SettingOverride est celui du serveur de la session ; les autres peuvent signaler une incompatibilité de la version, du serveur ou des paramètres.",
    ),
    remedy: Text::new(
        "Compare Server, MinVersion, MaxVersion and Parameters of the override (Get-SettingOverride) with what the server says: Get-ExchangeDiagnosticInfo -Server <name> -Process Microsoft.Exchange.Directory.TopologyService -Component VariantConfiguration -Argument Overrides. Correct the override; Set-SettingOverride -Parameters replaces the whole list.",
        "Comparez Server, MinVersion, MaxVersion et Parameters du remplacement (Get-SettingOverride) à ce que dit le serveur : Get-ExchangeDiagnosticInfo -Server <nom> -Process Microsoft.Exchange.Directory.TopologyService -Component VariantConfiguration -Argument Overrides. Corrigez le remplacement ; Set-SettingOverride -Parameters remplace toute la liste.",
    ),
    symptoms: &[Text::new(
        "The server does not accept the setting override (VersionMismatch, ServerMismatch)",
        "Le serveur n'accepte pas le remplacement de paramètre (VersionMismatch, ServerMismatch)",
    )],
    interpretation: Some(Text::new(
        "The documentation does not list the statuses. Accepted is taken as the only one with which an override counts.",
        "La documentation ne contient pas la liste des états. Accepted est considéré comme le seul avec lequel un remplacement compte.",
    )),
    sources: &[Source::page("configure-im-integration-with-owa.md"), Source::page("New-SettingOverride.md")],
    after: &["SO-CREATE", "SO-SERVER-SHORTNAME"],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::SERVER_OVERRIDES, &exchange_sections::SETTING_OVERRIDES],
    ..super::BASE
};

const NO_OVERRIDE: Text = Text::new(
    "No setting override counts for {server}. See SO-CREATE.",
    "Aucun remplacement de paramètre ne compte pour {server}. Voir SO-CREATE.",
);
const UNREAD: Text = Text::new(
    "{server} has not read the setting override {name} since its last change. See SO-REFRESH.",
    "{server} n'a pas lu le remplacement de paramètre {name} depuis sa dernière modification. Voir SO-REFRESH.",
);
const UNLISTED: Text = Text::new(
    "{server} has read its setting overrides since the last change of {name} and does not list it.",
    "{server} a lu ses remplacements de paramètre depuis la dernière modification de {name} et ne le contient pas.",
);
const REFUSED: Text = Text::new(
    "{server} reports the status {status} for the setting override {name}: {message}",
    "{server} signale l'état {status} pour le remplacement de paramètre {name} : {message}",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server(context, findings, VERSIONS, |server, findings| look(context, findings, server))
}

fn look<'a>(context: &Context<'a>, findings: &mut Findings<'a>, server: &Server<'_>) -> CheckResult {
    version(server)?;
    let target = Target::server(&server.host);
    let read = of_server(context, server)?;
    let (mut evidence, mut is_told) = (Vec::new(), false);
    for one in overrides_naming(context, server)? {
        // One that ended with a version is told by SO-CREATE.
        if !is_for_version(context, one, server)? {
            continue;
        }
        let args = args! { server: server.host.name(), name: one.name };
        let said = read.overrides.iter().find(|said| same_name(&said.name, &one.name));
        let is_known = read.updated.is_some() && one.when_changed.is_some();
        let Some(said) = said.filter(|_| !is_stale(read, one)) else {
            is_told = true;
            if is_known && !is_stale(read, one) {
                findings.fail(target.clone(), UNLISTED, args, Vec::new());
            } else {
                findings.not_applicable(target.clone(), UNREAD, args);
            }
            continue;
        };
        let missing = || Missing::not_collected(&exchange_sections::SERVER_OVERRIDES).on(server.host.name());
        let status = said.status.as_deref().ok_or_else(missing)?;
        let shown = Evidence::actual(&one.name, Some(status)).expected("Accepted").from(read);
        if is_accepted(said) {
            evidence.push(shown);
            continue;
        }
        is_told = true;
        let message = said.message.as_deref().unwrap_or_default();
        let args = args! { server: server.host.name(), name: one.name, status, message };
        findings.fail(target.clone(), REFUSED, args, vec![shown]);
    }
    if !evidence.is_empty() && !is_told {
        findings.pass(target, evidence);
    } else if !is_told {
        findings.not_applicable(target, NO_OVERRIDE, args! { server: server.host.name() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const SAID: &str = "/exchange/serverOverrides/values/0";
    const OVERRIDE: &str = "/exchange/settingOverrides/values/0";

    fn with_status(status: &str) -> Case {
        exchange_2016(&RULE).set(&format!("{SAID}/overrides/0/status"), status)
    }

    #[test]
    fn an_override_that_the_server_accepts_passes_in_any_case() {
        exchange_2016(&RULE).passes(SERVER);
        with_status("ACCEPTED").passes(SERVER);
        exchange_2016(&RULE).set(&format!("{SAID}/overrides/0/name"), "im override").passes(SERVER);
    }

    #[test]
    fn any_other_status_fails_with_what_the_server_says() {
        for status in ["ServerMismatch", "VersionMismatch", "Something new", ""] {
            let case = with_status(status).fails(SERVER).severity(Severity::Error).not_fixed();
            case.says(&[status, "This override synced to the server."]);
        }
    }

    #[test]
    fn an_override_that_was_not_read_waits_for_the_refresh() {
        let case = exchange_2016(&RULE).set(&format!("{SAID}/overrides"), json!([]));
        case.clone().fails(SERVER).says(&["does not list it"]);
        case.set(&format!("{SAID}/updated"), "2026-01-10T07:59:59Z").not_applicable_to(SERVER);
        with_status("ServerMismatch").set(&format!("{SAID}/updated"), "2026-01-10T07:59:59Z").not_applicable_to(SERVER);
        exchange_2016(&RULE)
            .set(&format!("{SAID}/overrides"), json!([]))
            .forget(&format!("{SAID}/updated"))
            .not_applicable_to(SERVER);
    }

    #[test]
    fn what_does_not_count_for_the_server_is_told_elsewhere() {
        with_status("VersionMismatch").set(&format!("{OVERRIDE}/maxVersion"), "15.1.1.1").not_applicable_to(SERVER);
        with_status("ServerMismatch").set(&format!("{OVERRIDE}/servers"), json!(["EX09"])).not_applicable_to(SERVER);
    }

    #[test]
    fn thousands_of_overrides_of_others_do_not_matter() {
        let others = (0..5000).map(
            |number| json!({ "name": format!("FlightingServiceOverride_EX{number}_F1.1"), "status": "ServerMismatch" }),
        );
        let own = json!({ "name": "IM Override", "status": "Accepted" });
        let all: Vec<_> = others.chain([own]).collect();
        exchange_2016(&RULE).set(&format!("{SAID}/overrides"), json!(all)).passes(SERVER);
    }

    #[test]
    fn a_server_that_did_not_tell_is_unknown() {
        let places =
            ["/exchange/serverOverrides", SAID, "/exchange/settingOverrides", &format!("{SAID}/overrides/0/status")];
        exchange_2016(&RULE).unknown_without(SERVER, &places);
    }
}
