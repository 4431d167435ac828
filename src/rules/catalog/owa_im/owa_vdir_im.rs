//! OWA-VDIR-IM: instant messaging is on, with the type Ocs, on the OWA virtual directories of the front end.

use crate::rules::fixes::virtual_directory::{self, Wanted};
use crate::rules::prelude::*;
use crate::rules::topology::im::provider::is_gone;
use crate::rules::topology::im::servers::im_front_ends;
use crate::rules::topology::im::values::VERSIONS;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "OWA-VDIR-IM",
    roles: &[Role::ExchangeFrontEnd],
    exchange: VERSIONS,
    title: Text::new(
        "Instant messaging is enabled on every front-end OWA virtual directory",
        "La messagerie instantanée est activée sur chaque répertoire virtuel OWA frontal",
    ),
    explanation: Text::new(
        "Setup leaves InstantMessagingEnabled at true but InstantMessagingType at None. Without the type Ocs, Outlook on the web does not connect to Lync.",
        "L'installation laisse InstantMessagingEnabled à true mais InstantMessagingType à None. Sans le type Ocs, Outlook sur le web ne se connecte pas à Lync.",
    ),
    remedy: Text::new(
        "Run Set-OwaVirtualDirectory with InstantMessagingEnabled true and InstantMessagingType Ocs for the virtual directory.",
        "Exécutez Set-OwaVirtualDirectory avec InstantMessagingEnabled à true et InstantMessagingType à Ocs pour le répertoire virtuel.",
    ),
    sources: &[Source::seed("000", "61-63"), Source::seed("001", "55-57")],
    after: &["TOPO-ENABLE", "TAP-SKIP-TO-IM"],
    needs: &[
        &exchange_sections::OWA_VIRTUAL_DIRECTORIES,
        &exchange_sections::SERVERS,
        &machine_sections::APP_POOLS,
        &machine_sections::EVENTS,
        &machine_sections::PROVIDER,
        &machine_sections::UCMA,
    ],
    optional: &[
        &machine_sections::PROVIDER,
        &machine_sections::UCMA,
        &machine_sections::EVENTS,
        &machine_sections::APP_POOLS,
    ],
    ..super::BASE
};

const DISABLED: Text = Text::new(
    "Instant messaging is disabled for {directory}.",
    "La messagerie instantanée est désactivée pour {directory}.",
);
const OTHER_TYPE: Text = Text::new(
    "Instant messaging for {directory} has the type {type}; only the type Ocs connects to Lync.",
    "La messagerie instantanée de {directory} est de type {type} ; seul le type Ocs se connecte à Lync.",
);

const GONE: Text = Text::new(
    "An update of Exchange SE has removed instant messaging from {server}, so it must not be enabled. See OWA-IM-END.",
    "Une mise à jour d'Exchange SE a supprimé la messagerie instantanée de {server} : elle ne doit pas être activée. Voir OWA-IM-END.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let (gone, servers): (Vec<_>, Vec<_>) =
        im_front_ends(context, VERSIONS)?.into_iter().partition(|server| is_gone(context, server));
    for server in gone {
        findings.not_applicable(Target::server(&server.host), GONE, args! { server: server.host.name() });
    }
    virtual_directory::each_front_end(context, &servers, findings, Wanted::On, |findings, target, directory| {
        let (enabled, kind) = virtual_directory::instant_messaging(directory)?;
        let evidence = virtual_directory::evidence(directory, enabled, kind, Wanted::On);
        let args = args! { directory: directory.identity, type: kind };
        if !enabled {
            findings.fail(target, DISABLED, args, evidence);
        } else if kind.eq_ignore_ascii_case("Ocs") {
            findings.pass(target, evidence);
        } else {
            findings.fail(target, OTHER_TYPE, args, evidence);
        }
        Ok(())
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples::EXCHANGE_SE_LATER;

    const DIRECTORY: &str = "/exchange/owaVirtualDirectories/values/0";
    const TYPE: &str = "/exchange/owaVirtualDirectories/values/0/instantMessagingType";
    const NAME: &str = "EX01\\owa (Default Web Site)";

    #[test]
    fn a_directory_that_is_on_with_type_ocs_passes() {
        exchange_2013(&RULE).passes(NAME);
        exchange_2016(&RULE).set(TYPE, "OCS").passes(NAME);
    }

    #[test]
    fn a_directory_without_the_type_or_switched_off_fails_and_is_fixed() {
        let set =
            format!("Set-OwaVirtualDirectory -Identity {NAME} -InstantMessagingEnabled true -InstantMessagingType Ocs");
        exchange_2013(&RULE).set(TYPE, "None").fails(NAME).fixed_by(&set);
        exchange_2013(&RULE).set(&format!("{DIRECTORY}/instantMessagingEnabled"), false).fails(NAME).fixed_by(&set);
    }

    #[test]
    fn a_directory_that_nobody_read_is_unknown() {
        exchange_2013(&RULE).forget(TYPE).unknown(NAME);
        exchange_2013(&RULE).forget(DIRECTORY).unknown(SERVER);
    }

    #[test]
    fn a_directory_that_is_off_where_instant_messaging_is_gone_is_right() {
        let gone = exchange_se(&RULE)
            .set("/exchange/servers/values/0/version", EXCHANGE_SE_LATER)
            .forget("/machine/provider/values/0/implementationDllPath")
            .forget("/machine/events/values/0");
        let off = gone.set(&format!("{DIRECTORY}/instantMessagingEnabled"), false);
        off.not_applicable_to(SERVER).not_fixed();
    }
}
