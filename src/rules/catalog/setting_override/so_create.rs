//! SO-CREATE: one setting override gives each server both instant messaging settings.

use crate::facts::SettingOverride;
use crate::rules::fixes::im_settings;
use crate::rules::fixes::setting_overrides::VERSIONS;
use crate::rules::prelude::*;
use crate::rules::topology::im::override_scope::{compared_version, has_parameter};
use crate::rules::topology::im::selection::open_question;
use crate::rules::topology::im::servers::{each_im_server_with_fix, version};
use crate::rules::topology::im::settings::{im_settings_of, overrides_for, overrides_naming, parameter};
use crate::rules::topology::im::values::KEYS;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "SO-CREATE",
    title: Text::new(
        "Exactly one setting override gives each server both instant messaging settings",
        "Un seul remplacement de paramètre donne à chaque serveur les deux paramètres de messagerie instantanée",
    ),
    explanation: Text::new(
        "From Exchange 2016 on, a setting override contains the pool and the certificate. If two overrides give a server the same parameter, for example when a second one is created at the renewal of a certificate, the default counts, and neither of them. MinVersion and MaxVersion limit an override to some versions: an in-place upgrade past MaxVersion ends it without a message.",
        "À partir d'Exchange 2016, un remplacement de paramètre contient le pool et le certificat. Si deux remplacements donnent à un serveur le même paramètre, par exemple quand un second est créé au renouvellement d'un certificat, la valeur par défaut compte, et aucun des deux. MinVersion et MaxVersion limitent un remplacement à certaines versions : une mise à niveau sur place au-delà de MaxVersion y met fin sans message.",
    ),
    remedy: Text::new(
        "Keep one override for each server, with both settings: New-SettingOverride -Name <name> -Component OwaServer -Section IMSettings -Reason <reason> -Parameters @(\"IMServerName=<pool>\",\"IMCertificateThumbprint=<thumbprint>\"). To change it, run Set-SettingOverride -Identity <name> with -Parameters, always with both settings. Remove additional overrides with Remove-SettingOverride -Identity <name>.",
        "Conservez un seul remplacement par serveur, avec les deux paramètres : New-SettingOverride -Name <nom> -Component OwaServer -Section IMSettings -Reason <raison> -Parameters @(\"IMServerName=<pool>\",\"IMCertificateThumbprint=<empreinte>\"). Pour le modifier, exécutez Set-SettingOverride -Identity <nom> avec -Parameters, toujours avec les deux paramètres. Supprimez les remplacements supplémentaires avec Remove-SettingOverride -Identity <nom>.",
    ),
    symptoms: &[
        Text::new(
            "Instant messaging stopped after a second setting override was created for the renewed certificate",
            "La messagerie instantanée s'est arrêtée après la création d'un second remplacement de paramètre pour le certificat renouvelé",
        ),
        Text::new(
            "Instant messaging stopped after an upgrade of Exchange beyond the MaxVersion of the setting override",
            "La messagerie instantanée s'est arrêtée après une mise à niveau d'Exchange au-delà de MaxVersion du remplacement de paramètre",
        ),
        Text::new(
            "After Set-SettingOverride, IMServerName is gone from the parameters",
            "Après Set-SettingOverride, IMServerName a disparu des paramètres",
        ),
    ],
    interpretation: Some(Text::new(
        "That neither of two overrides counts comes from a test of the manufacturer that no page of the documentation contains. Versions are compared as .NET compares them, with the build of ExSetup.exe where that was collected: it is the one of the binaries, and security updates do not always change what Get-ExchangeServer shows. Overrides of the flighting service of Exchange (FlightingServiceOverride_*) are left out.",
        "Qu'aucun de deux remplacements ne compte vient d'un essai du fabricant que la documentation ne contient pas. Les versions sont comparées comme le fait .NET, avec le build d'ExSetup.exe s'il a été collecté : c'est celui des binaires, et les mises à jour de sécurité ne changent pas toujours ce que montre Get-ExchangeServer. Les remplacements du service de distribution d'Exchange (FlightingServiceOverride_*) sont ignorés.",
    )),
    sources: &[Source::page("configure-im-integration-with-owa.md"), Source::page("New-SettingOverride.md")],
    after: &["OWA-E2016-BRANCH", "OWA-VDIR-IM", "TOPO-ENABLE"],
    needs: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::SERVERS,
        &exchange_sections::SERVER_OVERRIDES,
        &exchange_sections::SETTING_OVERRIDES,
        &machine_sections::INSTALL_PATH,
    ],
    optional: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::SERVER_OVERRIDES,
        &machine_sections::INSTALL_PATH,
    ],
    ..super::BASE
};

const NO_OVERRIDE: Text = Text::new(
    "No setting override gives {server} its instant messaging settings.",
    "Aucun remplacement de paramètre ne donne à {server} ses paramètres de messagerie instantanée.",
);
const INCOMPLETE: Text = Text::new(
    "The setting override {names} of {server} does not have both IMServerName and IMCertificateThumbprint.",
    "Le remplacement de paramètre {names} de {server} n'a pas à la fois IMServerName et IMCertificateThumbprint.",
);
const SEVERAL: Text = Text::new(
    "Several setting overrides apply to {server}, each with other parameters: {names}.",
    "Plusieurs remplacements de paramètre s'appliquent à {server}, chacun avec d'autres paramètres : {names}.",
);
const TWICE: Text = Text::new(
    "Several setting overrides give {server} the same parameter: {names}. The default counts, neither of them.",
    "Plusieurs remplacements de paramètre donnent à {server} le même paramètre : {names}. La valeur par défaut compte, aucun d'eux.",
);
const ENDED: Text = Text::new(
    "The setting override {names} does not count for {server}: MinVersion or MaxVersion excludes its version, {version}.",
    "Le remplacement de paramètre {names} ne compte pas pour {server} : MinVersion ou MaxVersion exclut sa version, {version}.",
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
    let all = overrides_naming(context, server)?;
    let shown = if overrides.is_empty() { &all } else { &overrides };
    let names = shown.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
    let version = compared_version(server).unwrap_or_default();
    let args = args! { server: server.host.name(), names, version };
    let evidence: Vec<_> = shown.iter().flat_map(|one| shown_override(one)).collect();
    let is_twice = |key: &&str| overrides.iter().filter(|one| has_parameter(one, key)).count() > 1;
    let text = match overrides.as_slice() {
        [] if all.is_empty() => NO_OVERRIDE,
        [] => ENDED,
        [one] if KEYS.iter().all(|key| parameter(one, key).is_some()) => {
            findings.pass(target, evidence);
            return Ok(());
        }
        [_] => INCOMPLETE,
        _ if KEYS.iter().any(is_twice) => TWICE,
        _ => SEVERAL,
    };
    // Where the administrator has to choose first, that is what he has to be told.
    let question = if overrides.len() > 1 { None } else { open_question(context, server) };
    // Two that give one parameter each do work.
    let settings = im_settings_of(context, server)?;
    let works = settings.server_name.is_some() && settings.thumbprint.is_some();
    let (text, args) = question.unwrap_or((text, args));
    let severity = if works { Severity::Warning } else { Severity::Error };
    findings.fail(target, text, args, evidence).with_severity(severity);
    Ok(())
}

/// What an override says, as evidence.
fn shown_override(one: &Item<SettingOverride>) -> Vec<Evidence> {
    let mut all = vec![Evidence::actual(&one.name, Some(one.parameters.join(", "))).from(one)];
    for (name, bound) in [("MinVersion", &one.min_version), ("MaxVersion", &one.max_version)] {
        if let Some(bound) = bound.as_deref().filter(|bound| !bound.is_empty()) {
            all.push(Evidence::actual(name, Some(bound)).from(one));
        }
    }
    all
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
    fn of_two_that_give_one_parameter_neither_counts_even_if_they_say_the_same() {
        let case = second_override(exchange_2016(&RULE), "Same", &[POOL, OWN], &[]).fails(SERVER);
        let case = case.severity(Severity::Error).says(&["The default counts, neither of them"]);
        let case = case.fixed_by("Remove-SettingOverride -Identity Same -Confirm false");
        case.sample().expect("OWA-IM-THUMBPRINT", &[(SERVER, Status::NotApplicable)]);
        case.sample().expect("SO-REFRESH", &[(SERVER, Status::NotApplicable)]);
        second_override(exchange_2016(&RULE), "Other", &["imservername=x.contoso.com"], &["EX09"]).passes(SERVER);
    }

    #[test]
    fn two_that_give_one_parameter_each_work_and_become_one() {
        let case = exchange_2016(&RULE).set(&format!("{OVERRIDE}/parameters"), json!([POOL]));
        let case = second_override(case, "Second", &[OWN], &[]).fails(SERVER).severity(Severity::Warning);
        case.fixed_with(&["Set-SettingOverride", "Remove-SettingOverride"]);
    }

    #[test]
    fn overrides_of_the_flighting_service_and_of_other_parameters_are_no_duplicates() {
        for (name, parameters) in
            [("FlightingServiceOverride_EX01_F1.1", &[POOL, OWN][..]), ("Switch", &["IMEnabled=true"])]
        {
            let case = second_override(exchange_2016(&RULE), name, parameters, &["EX01"]).passes(SERVER);
            case.forget(OVERRIDE).fails(SERVER).fixed_with(&["New-SettingOverride"]);
        }
    }

    #[test]
    fn the_other_parameters_of_an_override_stay() {
        let other = "IMEnabled=true";
        let incomplete = exchange_2016(&RULE).set(&format!("{OVERRIDE}/parameters"), json!([other, POOL]));
        incomplete.fails(SERVER).fixed_by_part(&format!("-Parameters [{POOL}, {OWN}, {other}]"));
        let twice = second_override(exchange_2016(&RULE), "Old", &[POOL, "IMCertificateThumbprint=AA", other], &[]);
        twice.fails(SERVER).fixed_by(&format!("Set-SettingOverride -Identity Old -Parameters [{other}] {REASON}"));
    }

    #[test]
    fn an_override_counts_within_its_versions_only() {
        let untold = exchange_2016(&RULE).forget("/exchange/serverOverrides");
        let bound = |name: &str, version: &str| untold.clone().set(&format!("{OVERRIDE}/{name}"), version);
        for (name, version) in [
            ("minVersion", "15.1.2507.6"),
            ("maxVersion", "15.1.2507.6"),
            ("maxVersion", "15.2"),
            ("minVersion", ""),
            ("maxVersion", " "),
        ] {
            bound(name, version).passes(SERVER);
        }
        for (name, version) in
            [("minVersion", "15.1.2507.7"), ("maxVersion", "15.1.2507.5"), ("maxVersion", "15.0.1497.2")]
        {
            let case = bound(name, version).fails(SERVER).says(&["MinVersion or MaxVersion", "15.1.2507.6"]);
            let case = case.fixed_by_part(&format!("New-SettingOverride -Name UcIntegration IM ex01 -Component OwaServer -Section IMSettings -Parameters [{POOL}, {OWN}]"));
            case.sample().expect("SO-REFRESH", &[(SERVER, Status::NotApplicable)]);
            case.sample().expect("OWA-IM-SERVERNAME", &[(SERVER, Status::NotApplicable)]);
        }
        bound("maxVersion", "fifteen").unknown(SERVER);
        // A security update that only the file shows.
        let updated = |name: &str, version: &str| {
            bound(name, version).set("/machine/installPath/values/0/setupVersion", "15.01.2507.058")
        };
        updated("minVersion", "15.1.2507.50").passes(SERVER);
        updated("maxVersion", "15.1.2507.58").passes(SERVER);
        updated("maxVersion", "15.1.2507.57").fails(SERVER).says(&["15.1.2507.58"]);
        bound("maxVersion", "15.1.2507.5").set("/exchange/servers/values/0/version", "Version 15.1").unknown(SERVER);
    }

    #[test]
    fn what_a_server_says_of_an_override_is_believed_before_its_version() {
        let said = |status: &str, updated: &str| {
            let one = json!({ "name": "im override", "status": status });
            json!({ "server": "EX01", "updated": updated, "overrides": [one] })
        };
        let case = exchange_2016(&RULE).set(&format!("{OVERRIDE}/maxVersion"), "15.1.2507.5");
        let with = |said| case.clone().set("/exchange/serverOverrides/values/0", said);
        with(said("accepted", "2026-01-10T08:00:00Z")).passes(SERVER);
        with(said("Accepted", "2026-01-10T07:59:59Z")).fails(SERVER);
        with(said("VersionMismatch", "2026-01-10T08:00:00Z")).fails(SERVER);
    }

    #[test]
    fn two_overrides_of_one_name_are_left_to_a_person() {
        second_override(exchange_2016(&RULE), "im override", &[POOL], &[]).fails(SERVER).not_fixed();
    }
}
