//! SO-RESTART-POOL: the application pool of OWA was started after the last change of the setting override.

use crate::facts::Time;
use crate::rules::catalog::setting_override::so_refresh::{self, REFRESHES};
use crate::rules::fixes::app_pool::recycle;
use crate::rules::fixes::setting_overrides::VERSIONS;
use crate::rules::prelude::*;
use crate::rules::topology::im::app_pool::started;
use crate::rules::topology::im::servers::{each_im_server_with_fix, version};
use crate::rules::topology::im::settings::overrides_for;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes().with_follow_up(follow_up);

static METADATA: Metadata = Metadata {
    id: "SO-RESTART-POOL",
    category: Category::Step,
    title: Text::new(
        "MSExchangeOWAAppPool was restarted after the last change of the setting override",
        "MSExchangeOWAAppPool a été redémarré après le dernier changement du remplacement de paramètre",
    ),
    explanation: Text::new(
        "Outlook on the web uses the new settings when its application pool starts.",
        "Outlook sur le web utilise les nouveaux paramètres au démarrage de son pool d'applications.",
    ),
    remedy: Text::new(
        "On each server: Restart-WebAppPool MSExchangeOWAAppPool. Signed-in users are interrupted briefly.",
        "Sur chaque serveur : Restart-WebAppPool MSExchangeOWAAppPool. Les utilisateurs connectés sont brièvement interrompus.",
    ),
    symptoms: &[Text::new(
        "The application pool was recycled before the setting override was changed",
        "Le pool d'applications a été recyclé avant la modification du remplacement de paramètre",
    )],
    interpretation: Some(Text::new(
        "The documentation only states to restart the pool. A worker process that is older than the override is taken as the sign of a missing restart.",
        "La documentation indique seulement de redémarrer le pool. Un processus de travail plus ancien que le remplacement est considéré comme le signe d'un redémarrage manquant.",
    )),
    sources: &[Source::page("configure-im-integration-with-owa.md")],
    after: &["SO-REFRESH"],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::SETTING_OVERRIDES, &machine_sections::APP_POOLS],
    ..super::BASE
};

const NO_OVERRIDE: Text = Text::new(
    "No setting override applies to {server}. See SO-CREATE.",
    "Aucun remplacement de paramètre ne s'applique à {server}. Voir SO-CREATE.",
);
const OLDER: Text = Text::new(
    "MSExchangeOWAAppPool of {server} was started before the setting override was changed, at {changed}.",
    "MSExchangeOWAAppPool de {server} a démarré avant le changement du remplacement de paramètre, à {changed}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server_with_fix(context, findings, VERSIONS, fix, |server, findings| look(context, findings, server))
}

fn look<'a>(context: &Context<'a>, findings: &mut Findings<'a>, server: &Server<'_>) -> CheckResult {
    version(server)?;
    let target = Target::server(&server.host);
    let overrides = overrides_for(context, server)?;
    if overrides.is_empty() {
        findings.not_applicable(target, NO_OVERRIDE, args! { server: server.host.name() });
        return Ok(());
    }
    let missing = || Missing::not_collected(&exchange_sections::SETTING_OVERRIDES);
    let mut changed = None;
    for one in overrides {
        changed = changed.max(Some(one.when_changed.ok_or_else(missing)?));
    }
    let started = started(context, &server.host)?;
    let display = |time: Option<Time>| time.map(|time| time.to_string());
    let evidence =
        vec![Evidence::actual("Started", display(started)), Evidence::actual("WhenChanged", display(changed))];
    // A pool that does not run takes the settings over when it starts.
    findings.pass_if(started.is_none() || started >= changed, target, evidence, || {
        (OLDER, args! { server: server.host.name(), changed: display(changed).unwrap_or_default() })
    });
    Ok(())
}

/// A pool that starts takes over what the server works with, so that must not be what a person still has to put right.
fn fix(context: &Context<'_>, server: &Server<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    if so_refresh::can_be_taken_over(context, server) {
        fix.add(recycle(server.host.name().to_owned(), Vec::new()));
    }
    Ok(())
}

/// One restart after each refresh.
fn follow_up(_: &Context<'_>, fixes: &mut FollowUp<'_>) {
    let is_refresh =
        |added: &PendingStep| matches!(&added.step.command, Command::Cmdlet(cmdlet) if cmdlet.name == REFRESHES);
    for number in fixes.numbers(is_refresh) {
        if let Some(machine) = fixes.added()[number].step.machine.clone() {
            fixes.add(recycle(machine, vec![number]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const STARTED: &str = "/machine/appPools/values/0/started";
    const CHANGED: &str = "/exchange/settingOverrides/values/0/whenChanged";

    #[test]
    fn a_pool_that_started_at_or_after_the_change_passes() {
        exchange_2016(&RULE).passes(SERVER);
        exchange_2016(&RULE).set(STARTED, "2026-01-10T08:00:00Z").passes(SERVER);
        exchange_2016(&RULE).forget(STARTED).passes(SERVER);
    }

    #[test]
    fn a_pool_that_is_older_fails_and_is_restarted() {
        exchange_2016(&RULE).set(STARTED, "2026-01-10T07:59:59Z").fails(SERVER).fixed_with(&["Restart-WebAppPool"]);
    }

    #[test]
    fn times_that_nobody_read_are_unknown() {
        let places = [CHANGED, "/machine/appPools", "/exchange/settingOverrides"];
        exchange_2016(&RULE).unknown_without(SERVER, &places);
    }

    #[test]
    fn without_an_override_nothing_has_changed() {
        exchange_2016(&RULE).forget("/exchange/settingOverrides/values/0").not_applicable_to(SERVER);
    }
}
