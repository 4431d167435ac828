//! SO-CREATE: one setting override gives each server both instant messaging settings.

use crate::rules::fixes::im_settings;
use crate::rules::fixes::setting_overrides::VERSIONS;
use crate::rules::fixes::web_config::KEYS;
use crate::rules::prelude::*;
use crate::rules::topology::im::selection::open_question;
use crate::rules::topology::im::servers::{each_im_server_with_fix, version};
use crate::rules::topology::im::settings::{overrides_for, parameter};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "SO-CREATE",
    title: Text::new(
        "Exactly one setting override gives each server both instant messaging settings",
        "Un seul remplacement de paramètre donne à chaque serveur les deux paramètres de messagerie instantanée",
    ),
    explanation: Text::new(
        "From Exchange 2016 on, a setting override contains the pool and the certificate. Two overrides that apply to the same server conflict, for example when a second one is created at the renewal of a certificate.",
        "À partir d'Exchange 2016, un remplacement de paramètre contient le pool et le certificat. Deux remplacements qui s'appliquent au même serveur sont en conflit, par exemple quand un second est créé au renouvellement d'un certificat.",
    ),
    remedy: Text::new(
        "Keep one override for each server, with both settings: New-SettingOverride -Name <name> -Component OwaServer -Section IMSettings -Reason <reason> -Parameters @(\"IMServerName=<pool>\",\"IMCertificateThumbprint=<thumbprint>\"). To change it, run Set-SettingOverride -Identity <name> with -Parameters, always with both settings. Remove additional overrides with Remove-SettingOverride -Identity <name>.",
        "Conservez un seul remplacement par serveur, avec les deux paramètres : New-SettingOverride -Name <nom> -Component OwaServer -Section IMSettings -Reason <raison> -Parameters @(\"IMServerName=<pool>\",\"IMCertificateThumbprint=<empreinte>\"). Pour le modifier, exécutez Set-SettingOverride -Identity <nom> avec -Parameters, toujours avec les deux paramètres. Supprimez les remplacements supplémentaires avec Remove-SettingOverride -Identity <nom>.",
    ),
    sources: &[Source::page("configure-im-integration-with-owa.md")],
    after: &["OWA-E2016-BRANCH", "OWA-VDIR-IM", "TOPO-ENABLE"],
    needs: &[&exchange_sections::SETTING_OVERRIDES, &exchange_sections::CERTIFICATES],
    optional: &[&exchange_sections::CERTIFICATES],
    ..super::BASE
};

const NONE: Text = Text::new(
    "No setting override gives {server} its instant messaging settings.",
    "Aucun remplacement de paramètre ne donne à {server} ses paramètres de messagerie instantanée.",
);
const INCOMPLETE: Text = Text::new(
    "The setting override {names} of {server} does not have both IMServerName and IMCertificateThumbprint.",
    "Le remplacement de paramètre {names} de {server} n'a pas à la fois IMServerName et IMCertificateThumbprint.",
);
const SEVERAL: Text = Text::new(
    "Several setting overrides apply to {server}: {names}.",
    "Plusieurs remplacements de paramètre s'appliquent à {server} : {names}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server_with_fix(context, findings, VERSIONS, im_settings::fix, |server, findings| {
        look(context, findings, server)
    })
}

fn look<'a>(context: &Context<'a>, findings: &mut Findings<'a>, server: &Server<'_>) -> CheckResult {
    version(server)?;
    let target = Target::server(&server.host);
    let overrides = overrides_for(context, server)?;
    let names = overrides.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
    let args = args! { server: server.host.name(), names };
    let evidence = overrides.iter().map(|one| Evidence::actual(&one.name, Some(one.parameters.join(", "))).from(one));
    let evidence: Vec<_> = evidence.collect();
    let text = match overrides.as_slice() {
        [] => NONE,
        [one] if KEYS.iter().all(|key| parameter(one, key).is_some()) => {
            findings.pass(target, evidence);
            return Ok(());
        }
        [_] => INCOMPLETE,
        _ => SEVERAL,
    };
    // Where the administrator has to choose first, that is what he has to be told.
    let question = if overrides.len() > 1 { None } else { open_question(context, server) };
    let (text, args) = question.unwrap_or((text, args));
    findings.fail(target, text, args, evidence);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const SECOND: &str = "ex02.contoso.com";
    const OVERRIDE: &str = "/exchange/settingOverrides/values/0";
    const POOL: &str = "IMServerName=pool.contoso.com";
    const OWN: &str = "IMCertificateThumbprint=EA5A332496CC05DA69B75B66111C0F78A110D22D";
    const REASON: &str = "-Reason Instant messaging in Outlook on the web";

    /// With a second override of this name.
    fn second_override(case: Case, name: &str, parameters: &[&str], servers: &[&str]) -> Case {
        let second = json!({
            "name": name, "component": "OwaServer", "section": "IMSettings", "parameters": parameters, "servers": servers,
            "reason": "Renewed",
        });
        case.set("/exchange/settingOverrides/values/1", second)
    }

    /// A second server, whose certificate has this thumbprint.
    fn two_servers(thumbprint: &str) -> Case {
        let server =
            json!({ "name": "EX02", "fqdn": SECOND, "version": "Version 15.1 (Build 2507.6)", "roles": ["Mailbox"] });
        let certificate = json!({
            "server": "EX02", "thumbprint": thumbprint, "subject": "CN=ex02.contoso.com",
            "domains": [SECOND], "services": ["IIS"], "status": "Valid",
            "hasPrivateKey": true, "isSelfSigned": false,
        });
        exchange_2016(&RULE)
            .set("/exchange/servers/values/1", server)
            .set("/exchange/certificates/values/1", certificate)
    }

    /// The command that takes the first step back.
    fn undo(case: &Case) -> String {
        display(&case.sample().steps("SO-CREATE").added()[0].step.undo[0])
    }

    #[test]
    fn one_override_with_both_parameters_passes() {
        exchange_2016(&RULE).passes(SERVER);
        exchange_2016(&RULE).set(&format!("{OVERRIDE}/servers"), json!(["EX*"])).passes(SERVER);
    }

    #[test]
    fn none_fails_and_one_is_made_for_all_servers() {
        let made = "New-SettingOverride -Name UcIntegration IM -Component OwaServer -Section IMSettings";
        let case = exchange_2016(&RULE).forget(OVERRIDE).fails(SERVER);
        let case = case.fixed_by(&format!("{made} -Parameters [{POOL}, {OWN}] {REASON}"));
        let taken = json!({ "name": "UCINTEGRATION IM", "component": "OwaServer", "section": "Other" });
        case.set(OVERRIDE, taken).fixed_by_part("-Name UcIntegration IM 2 ");
    }

    #[test]
    fn servers_with_different_certificates_get_one_each() {
        let case =
            two_servers(&"BB".repeat(20)).forget(OVERRIDE).finds(&[(SERVER, Status::Fail), (SECOND, Status::Fail)]);
        let commands = case.sample().commands("SO-CREATE");
        assert!(commands[0].contains("-Name UcIntegration IM ex01 ") && commands[0].ends_with("-Server [ex01]"));
        assert!(commands[1].contains(&"BB".repeat(20)) && commands[1].ends_with("-Server [ex02]"));
        let common = two_servers("EA5A332496CC05DA69B75B66111C0F78A110D22D").forget(OVERRIDE);
        let common = common.fixed_with(&["New-SettingOverride"]);
        let groups = json!([{ "name": "DAG1", "servers": ["EX02"] }]);
        let in_group = common.clone().set("/exchange/availabilityGroups/values", groups);
        for (case, only) in [(common, "ex02"), (in_group, "dag1")] {
            let only = Settings { servers: vec![only.to_owned()], ..Settings::default() };
            assert!(case.asking(only).sample().commands("SO-CREATE")[0].ends_with("-Server [ex02]"));
        }
    }

    #[test]
    fn a_parameter_that_is_missing_is_added_with_the_other_one() {
        let case =
            exchange_2016(&RULE).set(&format!("{OVERRIDE}/parameters"), json!([POOL, "IMCertificateThumbprint="]));
        let set = format!("Set-SettingOverride -Identity IM Override -Parameters [{POOL}, {OWN}] {REASON}");
        case.fails(SERVER).fixed_by(&set);
    }

    #[test]
    fn the_one_of_two_that_does_not_fit_is_removed() {
        let case =
            second_override(exchange_2016(&RULE), "Old", &[POOL, "IMCertificateThumbprint=AA"], &[]).fails(SERVER);
        let undo = undo(&case.fixed_by("Remove-SettingOverride -Identity Old -Confirm false"));
        assert!(undo.starts_with("New-SettingOverride -Name Old ") && undo.contains("-Reason Renewed"), "{undo}");
    }

    #[test]
    fn an_override_that_another_server_uses_is_only_taken_from_this_one() {
        let own = format!("IMCertificateThumbprint={}", "BB".repeat(20));
        let case = second_override(two_servers(&"BB".repeat(20)), "Second", &[POOL, &own], &["EX02"]);
        let case = case.finds(&[(SERVER, Status::Pass), (SECOND, Status::Fail)]);
        let both = format!("-Parameters [{POOL}, {OWN}]");
        let case = case.fixed_by_part(&format!("Set-SettingOverride -Identity IM Override {both} -Server [ex01]"));
        let undo = undo(&case);
        assert!(undo.contains(&both), "{undo}");
    }

    #[test]
    fn two_overrides_of_one_name_are_left_to_a_person() {
        second_override(exchange_2016(&RULE), "im override", &[POOL], &[]).fails(SERVER).not_fixed();
    }
}
