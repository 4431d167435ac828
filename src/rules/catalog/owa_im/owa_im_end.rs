//! OWA-IM-END: Exchange SE will lose instant messaging. What is announced, what is not known, and where the facts show
//! that it is gone.

use crate::facts::Build;
use crate::rules::fixes::virtual_directory::is_off;
use crate::rules::prelude::*;
use crate::rules::topology::im::provider::{is_gone, is_released_with_it};
use crate::rules::topology::im::servers::each_im_server;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-IM-END",
    category: Category::Fact,
    severity: Severity::Warning,
    exchange: &[ExchangeVersion::SubscriptionEdition],
    title: Text::new(
        "The build of Exchange SE has instant messaging",
        "Le build d'Exchange SE a la messagerie instantanée",
    ),
    explanation: Text::new(
        "Microsoft has announced that cumulative update 1 of Exchange Server SE removes UCMA 4.0 and instant messaging in Outlook on the web. The announcement is certain. Its date is not: it first named cumulative update 15 of Exchange 2019, which kept instant messaging, and in October 2026 cumulative update 1 of SE was not released. RTM (builds 15.2.2562) has instant messaging. Where it is gone, users see empty presence and an error at each sign-in until it is disabled.",
        "Microsoft a annoncé que la mise à jour cumulative 1 d'Exchange Server SE supprime UCMA 4.0 et la messagerie instantanée dans Outlook sur le web. L'annonce est certaine. Sa date ne l'est pas : elle nommait d'abord la mise à jour cumulative 15 d'Exchange 2019, qui a gardé la messagerie instantanée, et en octobre 2026 la mise à jour cumulative 1 de SE n'était pas publiée. La version RTM (builds 15.2.2562) a la messagerie instantanée. Là où elle a disparu, les utilisateurs voient une présence vide et une erreur à chaque connexion tant qu'elle n'est pas désactivée.",
    ),
    remedy: Text::new(
        "Before you install an update later than RTM, read its release notes. Where instant messaging is gone, disable it: Disable-UcOwaIm. No plan does that unless you ask for it.",
        "Avant d'installer une mise à jour postérieure à la version RTM, lisez ses notes de publication. Là où la messagerie instantanée a disparu, désactivez-la : Disable-UcOwaIm. Aucun plan ne le fait sans que vous le demandiez.",
    ),
    symptoms: &[
        Text::new(
            "Users see empty presence and an error at each sign-in",
            "Les utilisateurs voient une présence vide et une erreur à chaque connexion",
        ),
        Text::new("No messages after an update of Exchange SE", "Plus de messages après une mise à jour d'Exchange SE"),
    ],
    interpretation: Some(Text::new(
        "Instant messaging is said to be gone only where a build later than RTM has no provider any more and event 112 is missing since the application pool started.",
        "La messagerie instantanée n'est dite disparue que là où un build postérieur à la version RTM n'a plus de fournisseur et où l'événement 112 manque depuis le démarrage du pool d'applications.",
    )),
    sources: &[Source::page("exchange-server-roadmap-update.md")],
    after: &["OWA-UCMA-DLL", "OWA-VERIFY-EVENT112"],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::OWA_VIRTUAL_DIRECTORIES,
        &machine_sections::INSTALL_PATH,
        &machine_sections::PROVIDER,
        &machine_sections::UCMA,
        &machine_sections::EVENTS,
        &machine_sections::APP_POOLS,
    ],
    optional: &[
        &exchange_sections::OWA_VIRTUAL_DIRECTORIES,
        &machine_sections::INSTALL_PATH,
        &machine_sections::PROVIDER,
        &machine_sections::UCMA,
        &machine_sections::EVENTS,
        &machine_sections::APP_POOLS,
    ],
    ..super::BASE
};

const RTM: Text = Text::new(
    "{server} runs Exchange Server SE RTM, build {build}, which has instant messaging. Microsoft has announced that cumulative update 1 removes it; there is no date yet.",
    "{server} exécute Exchange Server SE RTM, build {build}, qui a la messagerie instantanée. Microsoft a annoncé que la mise à jour cumulative 1 la supprime ; il n'y a pas encore de date.",
);
const LATER: Text = Text::new(
    "{server} runs Exchange Server SE, build {build}, which is later than RTM. Microsoft has announced that cumulative update 1 removes instant messaging: the announcement is certain, but not whether this build is that update. The facts do not show that it is gone.",
    "{server} exécute Exchange Server SE, build {build}, postérieur à la version RTM. Microsoft a annoncé que la mise à jour cumulative 1 supprime la messagerie instantanée : l'annonce est certaine, mais non que ce build soit cette mise à jour. Les faits ne montrent pas qu'elle ait disparu.",
);
const GONE: Text = Text::new(
    "Instant messaging is gone from {server}: Exchange Server SE, build {build}, is later than RTM, there is no provider, and event 112 has not been logged since the application pool started. The right state is disabled.",
    "La messagerie instantanée a disparu de {server} : Exchange Server SE, build {build}, est postérieur à la version RTM, il n'y a pas de fournisseur, et l'événement 112 n'a pas été consigné depuis le démarrage du pool d'applications. L'état approprié est désactivé.",
);

const OFF: Text = Text::new(
    "Instant messaging is gone from {server} with build {build} of Exchange Server SE, and it is disabled there, which is right.",
    "La messagerie instantanée a disparu de {server} avec le build {build} d'Exchange Server SE, et elle y est désactivée, ce qui est l'état approprié.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server(context, findings, METADATA.exchange, |server, findings| {
        let unknown = || Missing::not_collected(&exchange_sections::SERVERS).on(server.host.name());
        // A server without a version is one of any.
        let build = server.build.filter(|_| server.version.is_some()).ok_or_else(unknown)?;
        report(context, findings, server, build);
        Ok(())
    })
}

fn report<'a>(context: &Context<'a>, findings: &mut Findings<'a>, server: &Server<'a>, build: Build) {
    let target = Target::server(&server.host);
    let args = args! { server: server.host.name(), build };
    let evidence = vec![Evidence::actual("Build", Some(build.to_string())).from(server.facts)];
    if is_released_with_it(build) {
        findings.fail(target, RTM, args, evidence).with_severity(Severity::Information).as_advisory();
    } else if is_gone(context, server) && is_off(context, server) {
        findings.pass_saying(target, OFF, args, evidence);
    } else if is_gone(context, server) {
        findings.fail(target, GONE, args, evidence).with_severity(Severity::Error);
    } else {
        findings.fail(target, LATER, args, evidence).as_advisory();
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples::EXCHANGE_SE_LATER;
    use serde_json::json;

    const VERSION: &str = "/exchange/servers/values/0/version";
    const LIBRARY: &str = "/machine/provider/values/0/libraryExists";
    const PROVIDER: &str = "/machine/provider/values/0/implementationDllPath";
    const UCMA: &str = "/machine/ucma/values";
    const EVENT: &str = "/machine/events/values/0";
    const STARTED: &str = "/machine/appPools/values/0/started";

    fn later() -> Case {
        exchange_se(&RULE).set(VERSION, EXCHANGE_SE_LATER)
    }

    #[test]
    fn rtm_is_told_what_is_announced_as_information_whatever_its_revision() {
        for (version, build) in
            [("Version 15.2 (Build 2562.17)", "15.2.2562.17"), ("Version 15.2 (Build 2562.56)", "15.2.2562.56")]
        {
            let case = exchange_se(&RULE).set(VERSION, version).fails(SERVER).severity(Severity::Information);
            case.says(&["RTM", build, "announced"]).advises(true).not_fixed();
        }
    }

    #[test]
    fn rtm_without_a_provider_is_not_said_to_have_lost_it() {
        let case = exchange_se(&RULE).forget(PROVIDER).forget(EVENT).fails(SERVER);
        case.severity(Severity::Information);
    }

    #[test]
    fn a_later_build_is_warned_and_never_said_to_have_lost_what_it_still_has() {
        for case in [
            later(),
            later().forget(EVENT),
            later().set(LIBRARY, false),
            later().set(LIBRARY, false).forget("/machine/events"),
            later().set(LIBRARY, false).forget(EVENT).forget(STARTED),
            later().forget("/machine/provider").forget("/machine/ucma").forget(EVENT),
        ] {
            case.fails(SERVER)
                .severity(Severity::Warning)
                .says(&["15.2.3001.5", "do not show"])
                .advises(true)
                .not_fixed();
        }
    }

    #[test]
    fn it_is_gone_where_the_provider_is_absent_and_it_did_not_start_after_a_recycle() {
        let other = json!([{ "name": "Microsoft Unified Communications Managed API 6.0, Runtime" }]);
        for case in [
            later().set(LIBRARY, false).forget(EVENT),
            later().forget(PROVIDER).forget(EVENT),
            later().set(UCMA, json!([])).forget(EVENT),
            later().set(UCMA, other).set(&format!("{EVENT}/time"), "2026-01-10T08:00:00Z"),
        ] {
            let case = case.fails(SERVER).severity(Severity::Error).says(&["gone", "15.2.3001.5"]);
            // Nothing is switched off that nobody asked to switch off.
            case.advises(false).not_fixed();
        }
    }

    #[test]
    fn the_build_of_the_file_counts_where_exchange_still_says_the_old_one() {
        let file = "/machine/installPath/values/0/setupVersion";
        exchange_se(&RULE).set(file, "15.02.2562.049").says(&["15.2.2562.49"]);
        exchange_se(&RULE).set(file, "15.02.3001.005").fails(SERVER).severity(Severity::Warning);
        for other in ["15.01.2507.006", "nothing", "", "15.2.2562.1"] {
            exchange_se(&RULE).set(file, other).says(&["15.2.2562.17"]);
        }
    }

    #[test]
    fn other_versions_are_not_concerned_and_an_unknown_one_is_unknown() {
        exchange_2016(&RULE).not_applicable();
        exchange_se(&RULE).set(VERSION, "Version 15.2 (Build 1748.10)").not_applicable();
        exchange_se(&RULE).asking(Settings { disable: true, ..Settings::default() }).not_applicable();
        exchange_se(&RULE).forget(VERSION).unknown(SERVER);
    }
}
