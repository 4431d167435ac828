//! SO-REFRESH: each server works with what the setting override says.

use crate::facts::ImSettings;
use crate::rules::fixes::setting_overrides::{self, VERSIONS};
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::normal_thumbprint;
use crate::rules::topology::im::override_scope::{is_accepted, is_current, is_read, of_server};
use crate::rules::topology::im::provider::is_gone;
use crate::rules::topology::im::selection::open_question;
use crate::rules::topology::im::servers::{each_im_server_with_fix, version};
use crate::rules::topology::im::settings::{effective_settings, im_settings_of, overrides_for};
use std::collections::BTreeMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes().with_follow_up(follow_up);

static METADATA: Metadata = Metadata {
    id: "SO-REFRESH",
    category: Category::Step,
    title: Text::new("Each server has read the setting override", "Chaque serveur a lu le remplacement de paramètre"),
    explanation: Text::new(
        "A server uses the old settings until its overrides are refreshed. If the server has read the override since its last change and still uses other values, another refresh changes nothing, so none is planned.",
        "Un serveur utilise les anciens paramètres jusqu'à l'actualisation des remplacements. S'il a lu le remplacement depuis sa dernière modification et utilise encore d'autres valeurs, une autre actualisation ne change rien : aucune n'est prévue.",
    ),
    remedy: Text::new(
        "On each server, in the Exchange Management Shell: Get-ExchangeDiagnosticInfo -Server <name> -Process Microsoft.Exchange.Directory.TopologyService -Component VariantConfiguration -Argument Refresh. If a refresh does not help, compare -Argument Overrides with Get-SettingOverride, and look for another override of the same section.",
        "Sur chaque serveur, dans Exchange Management Shell : Get-ExchangeDiagnosticInfo -Server <nom> -Process Microsoft.Exchange.Directory.TopologyService -Component VariantConfiguration -Argument Refresh. Si une actualisation ne suffit pas, comparez -Argument Overrides à Get-SettingOverride, et cherchez un autre remplacement de la même section.",
    ),
    symptoms: &[Text::new(
        "A setting override was changed and has no effect",
        "Un remplacement de paramètre a été modifié et reste sans effet",
    )],
    sources: &[Source::page("configure-im-integration-with-owa.md")],
    after: &["SO-CREATE", "SO-CERT-IIS", "SO-SERVER-SHORTNAME", "OWA-IM-THUMBPRINT", "OWA-IM-SERVERNAME"],
    interpretation: Some(Text::new(
        "That a server has read an override is taken from the time of its list of overrides (Updated), compared with WhenChangedUTC.",
        "Qu'un serveur a lu un remplacement est déduit de l'heure de sa liste de remplacements (Updated), comparée à WhenChangedUTC.",
    )),
    needs: &[
        &exchange_sections::IM_SETTINGS,
        &exchange_sections::SERVERS,
        &exchange_sections::SERVER_OVERRIDES,
        &exchange_sections::SETTING_OVERRIDES,
    ],
    optional: &[&exchange_sections::SERVER_OVERRIDES],
    ..super::BASE
};

/// The cmdlet that makes a server read its overrides again.
pub(super) const REFRESHES: &str = "Get-ExchangeDiagnosticInfo";
const CHANGES: [&str; 3] = ["New-SettingOverride", "Set-SettingOverride", "Remove-SettingOverride"];
const NOTHING_GIVEN: Text = Text::new(
    "No setting override gives {server} both settings. See SO-CREATE.",
    "Aucun remplacement de paramètre ne donne à {server} les deux paramètres. Voir SO-CREATE.",
);
const OLD: Text = Text::new(
    "{server} does not use the values of the setting override.",
    "{server} n'utilise pas les valeurs du remplacement de paramètre.",
);
const REFUSED: Text = Text::new(
    "{server} has read the setting override {name} and reports the status {status}. Another refresh does not change that. See SO-ACCEPTED.",
    "{server} a lu le remplacement de paramètre {name} et signale l'état {status}. Une autre actualisation n'y change rien. Voir SO-ACCEPTED.",
);
const STILL: Text = Text::new(
    "{server} has read and accepted the setting override {name} since its last change, and still uses other values. Another refresh does not change that.",
    "{server} a lu et accepté le remplacement de paramètre {name} depuis sa dernière modification, et utilise encore d'autres valeurs. Une autre actualisation n'y change rien.",
);
const UNLISTED: Text = Text::new(
    "{server} has read its setting overrides since the last change of {name}, and does not list it as it is now. Another refresh does not change that: check whether Active Directory has replicated the override to the site of the server. See SO-ACCEPTED.",
    "{server} a lu ses remplacements de paramètre depuis la dernière modification de {name}, et ne l'indique pas tel qu'il est maintenant. Une autre actualisation n'y change rien : vérifiez qu'Active Directory a répliqué le remplacement sur le site du serveur. Voir SO-ACCEPTED.",
);
const REFRESH: Text =
    Text::new("Refresh the setting overrides on {server}", "Actualiser les remplacements de paramètre sur {server}");

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server_with_fix(context, findings, VERSIONS, fix, |server, findings| look(context, findings, server))
}

fn look<'a>(context: &Context<'a>, findings: &mut Findings<'a>, server: &Server<'_>) -> CheckResult {
    version(server)?;
    let target = Target::server(&server.host);
    let args = args! { server: server.host.name() };
    let given = im_settings_of(context, server)?;
    let (Some(pool), Some(thumbprint)) = (given.server_name, given.thumbprint) else {
        findings.not_applicable(target, NOTHING_GIVEN, args);
        return Ok(());
    };
    let effective = effective_settings(context, server)?;
    let evidence = evidence(effective, &pool, &thumbprint);
    if is_in_effect(effective, &pool, &thumbprint) {
        findings.pass(target, evidence);
    } else if let Some((text, args)) = no_help(context, server) {
        findings.fail(target, text, args, evidence).without_fix();
    } else {
        findings.fail(target, OLD, args, evidence);
    }
    Ok(())
}

/// Why a refresh cannot help a server that does not use what its overrides give: it has read them as they are now.
fn no_help(context: &Context<'_>, server: &Server<'_>) -> Option<(Text, Vec<(&'static str, String)>)> {
    let given = im_settings_of(context, server).ok()?;
    let effective = effective_settings(context, server).ok()?;
    if is_in_effect(effective, &given.server_name?, &given.thumbprint?) {
        return None;
    }
    let mut told = None;
    for one in overrides_for(context, server).ok()? {
        if !is_current(of_server(context, server).ok()?, one) {
            return None;
        }
        let said = is_read(context, one, server).ok()?;
        let args = args! { server: server.host.name(), name: one.name };
        let Some((said, status)) = said.and_then(|said| Some((said, said.status.as_deref()?))) else {
            return Some((UNLISTED, args));
        };
        let args = [args, args! { status }].concat();
        if !is_accepted(said) {
            return Some((REFUSED, args));
        }
        told = Some((STILL, args));
    }
    told
}

/// What a server works with, and what it should.
pub(super) fn evidence(effective: &Item<ImSettings>, pool: &str, thumbprint: &str) -> Vec<Evidence> {
    let found = effective.im_certificate_thumbprint.as_deref();
    vec![
        Evidence::actual("IMServerName", effective.im_server_name.as_deref()).expected(pool).from(effective),
        Evidence::actual("IMCertificateThumbprint", found).expected(thumbprint).from(effective),
    ]
}

/// Whether a server works with these settings.
pub(super) fn is_in_effect(effective: &ImSettings, pool: &str, thumbprint: &str) -> bool {
    let same_thumbprint = |found: &str| normal_thumbprint(found) == normal_thumbprint(thumbprint);
    effective.im_server_name.as_deref().is_some_and(|found| same_name(found, pool))
        && effective.im_certificate_thumbprint.as_deref().is_some_and(same_thumbprint)
}

/// Adds the refresh of a server, unless it cannot help. It takes over what its override says, so that must not be what a
/// person still has to put right.
pub(super) fn fix(context: &Context<'_>, server: &Server<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    if no_help(context, server).is_none() && can_be_taken_over(context, server) {
        fix.add(refresh(context, server, Vec::new()));
    }
    Ok(())
}

/// Whether what the overrides give a server then is complete, and nothing that a person still has to put right.
pub(super) fn can_be_taken_over(context: &Context<'_>, server: &Server<'_>) -> bool {
    let is_given = setting_overrides::given_then(context, server).is_ok_and(|given| given.is_some());
    is_given && open_question(context, server).is_none() && !is_gone(context, server)
}

/// One refresh for each server that a change of an override concerns.
fn follow_up(context: &Context<'_>, fixes: &mut FollowUp<'_>) {
    let mut by_server: BTreeMap<Host, (Server<'_>, Vec<usize>)> = BTreeMap::new();
    for (number, added) in fixes.added().iter().enumerate() {
        let Command::Cmdlet(cmdlet) = &added.step.command else { continue };
        if !CHANGES.contains(&cmdlet.name.as_ref()) {
            continue;
        }
        let concerned = setting_overrides::concerned(context, cmdlet).unwrap_or_default().into_iter();
        for server in concerned.filter(|server| can_be_taken_over(context, server)) {
            by_server.entry(server.host.clone()).or_insert_with(|| (server, Vec::new())).1.push(number);
        }
    }
    for (server, follows) in by_server.into_values() {
        fixes.add(refresh(context, &server, follows));
    }
}

fn refresh(context: &Context<'_>, server: &Server<'_>, follows: Vec<usize>) -> Step {
    Step::new(
        Shell::Exchange,
        (REFRESH, args! { server: server.host.name() }),
        Cmdlet::new(REFRESHES)
            .with("Server", server.host.short())
            .with("Process", "Microsoft.Exchange.Directory.TopologyService")
            .with("Component", "VariantConfiguration")
            .with("Argument", "Refresh"),
    )
    .on(server.host.name().to_owned())
    .changing(transition(context, server))
    .following(follows)
    .verified_by(&["SO-VERIFY"])
}

/// What the server works with now and afterwards; nothing if that is not known or stays the same.
fn transition(context: &Context<'_>, server: &Server<'_>) -> Option<Transition> {
    let effective = effective_settings(context, server).ok()?;
    let (pool, thumbprint) = setting_overrides::given_then(context, server).ok().flatten()?;
    if is_in_effect(effective, &pool, &thumbprint) {
        return None;
    }
    let found = [
        ("IMServerName", &effective.im_server_name),
        ("IMCertificateThumbprint", &effective.im_certificate_thumbprint),
    ];
    let set = found.into_iter().filter_map(|(name, value)| Some((name.to_owned(), Value::Text(value.clone()?))));
    Some(Transition {
        probe: Probe::ImSettings { server: server.host.short().to_owned() },
        before: Some(set.collect()),
        after: state([("IMServerName", pool.into()), ("IMCertificateThumbprint", thumbprint.into())]),
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "SO-REFRESH";
    const EFFECTIVE: &str = "/exchange/imSettings/values/0";
    const UPDATED: &str = "/exchange/serverOverrides/values/0/updated";

    /// The steps that fix the failures of a rule, with those that follow.
    fn with_followers(sample: &Sample, id: &str) -> Fixes {
        let estate = sample.estate();
        let context = Context { estate: &estate, settings: &sample.settings, scenarios: &[] };
        let mut steps = sample.steps(id);
        for id in [ID, "SO-RESTART-POOL"] {
            let rule = crate::rules::find(id).unwrap();
            rule.follow_up.unwrap()(&context, &mut steps.following(rule.metadata));
        }
        steps
    }

    #[test]
    fn settings_that_are_in_effect_pass() {
        exchange_2016(&RULE).passes(SERVER);
        exchange_2016(&RULE).set(&format!("{EFFECTIVE}/imServerName"), "POOL.contoso.com").passes(SERVER);
    }

    #[test]
    fn a_server_with_old_settings_or_none_fails_and_is_refreshed() {
        for (property, value) in [("imServerName", json!("old.contoso.com")), ("imCertificateThumbprint", json!(null))]
        {
            let case = exchange_2016(&RULE).set(UPDATED, "2026-01-10T07:59:59Z");
            let case = case.set(&format!("{EFFECTIVE}/{property}"), value).fails(SERVER);
            let steps = case.sample().steps(ID);
            let step = &steps.added()[0].step;
            assert!(display(&step.command).starts_with("Get-ExchangeDiagnosticInfo -Server ex01 -Process"));
            assert_eq!(step.machine.as_deref(), Some(SERVER));
            assert_ne!(step.transition.as_ref().unwrap().before, step.transition.as_ref().unwrap().after);
        }
    }

    #[test]
    fn a_change_of_an_override_is_followed_by_a_refresh_and_a_restart() {
        let sample = Sample::exchange_2016().forget("/exchange/settingOverrides/values/0");
        let steps = with_followers(&sample, "SO-CREATE");
        let names: Vec<_> = steps.added().iter().map(|added| display(&added.step.command)).collect();
        assert_eq!(names.len(), 3, "{names:?}");
        assert_eq!(steps.added()[1].step.follows, [0]);
        assert_eq!(names[2], "Restart-WebAppPool -Name MSExchangeOWAAppPool");
        assert_eq!(steps.added()[2].step.follows, [1]);
    }

    #[test]
    fn a_refresh_that_is_due_anyway_waits_for_the_override_too() {
        let parameters = json!(["IMServerName=old.contoso.com", "IMCertificateThumbprint=AA"]);
        let sample = Sample::exchange_2016().set("/exchange/settingOverrides/values/0/parameters", parameters);
        let sample = sample.set(UPDATED, json!("2026-01-10T07:59:59Z"));
        let due = sample.findings(ID);
        let estate = sample.estate();
        let context = Context { estate: &estate, settings: &sample.settings, scenarios: &[] };
        let mut steps = Fixes::default();
        assert!(due[0].try_fix(&due, &mut steps));
        let wrong = sample.findings("OWA-IM-SERVERNAME");
        assert!(wrong[0].try_fix(&wrong, &mut steps));
        super::follow_up(&context, &mut steps.following(due[0].rule));
        assert_eq!(steps.added().len(), 2);
        assert_eq!(steps.added()[0].step.follows, [1]);
    }

    /// What the server says of its override, read at this time, while it works with something else.
    fn read(status: &str, updated: &str) -> Case {
        let one = json!({ "name": "IM Override", "status": status, "message": "As it is." });
        let said = json!({ "server": "EX01", "updated": updated, "overrides": [one] });
        let case = exchange_2016(&RULE).set("/exchange/serverOverrides/values/0", said);
        case.set(&format!("{EFFECTIVE}/imServerName"), "old.contoso.com").fails(SERVER)
    }

    #[test]
    fn a_refresh_that_cannot_help_is_not_planned() {
        for (status, said) in
            [("Accepted", "still uses other values"), ("VersionMismatch", "the status VersionMismatch")]
        {
            let case = read(status, "2026-01-10T08:00:00Z").says(&[said]).not_fixed();
            case.sample().expect_steps("SO-VERIFY", &[]);
            read(status, "2026-01-10T07:59:59Z").fixed_with(&["Get-ExchangeDiagnosticInfo"]);
        }
    }

    /// Its domain controller has the override as it was, or not at all.
    #[test]
    fn a_refresh_does_not_help_where_the_override_is_not_listed_as_it_is() {
        const SAID: &str = "/exchange/serverOverrides/values/0/overrides";
        let as_it_was =
            json!([{ "name": "IM Override", "status": "Accepted", "parameters": ["IMServerName=old.contoso.com"] }]);
        let untold = json!([{ "name": "IM Override" }]);
        for said in [json!([]), as_it_was, untold] {
            let case = read("Accepted", "2026-01-10T08:00:00Z").set(SAID, said.clone());
            case.says(&["does not list it as it is now"]).not_fixed().sample().expect_steps("SO-VERIFY", &[]);
            read("Accepted", "2026-01-10T07:59:59Z").set(SAID, said).fixed_with(&["Get-ExchangeDiagnosticInfo"]);
        }
    }

    #[test]
    fn settings_that_nobody_read_are_unknown() {
        let places = ["/exchange/imSettings", EFFECTIVE, "/exchange/settingOverrides"];
        exchange_2016(&RULE).unknown_without(SERVER, &places);
    }

    #[test]
    fn without_an_override_there_is_nothing_to_read_again() {
        exchange_2016(&RULE).forget("/exchange/settingOverrides/values/0").not_applicable_to(SERVER);
    }

    #[test]
    fn what_a_person_has_to_put_right_first_is_not_taken_over() {
        let expired = "/exchange/certificates/values/0/notAfter";
        let case = exchange_2016(&RULE).set(&format!("{EFFECTIVE}/imServerName"), "old.contoso.com");
        case.set(expired, "2026-02-01T00:00:00Z").fails(SERVER).not_fixed();
        let restart = exchange_2016(&super::super::so_restart_pool::RULE);
        let restart = restart.set("/machine/appPools/values/0/started", "2026-01-01T00:00:00Z").fails(SERVER);
        restart.clone().fixed_with(&["Restart-WebAppPool"]).set(expired, "2026-02-01T00:00:00Z").not_fixed();
    }
}
