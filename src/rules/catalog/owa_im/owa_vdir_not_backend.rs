//! OWA-VDIR-NOT-BACKEND: instant messaging is not switched on for the OWA virtual directories of the back end.

use crate::facts::VirtualDirectory;
use crate::rules::fixes::virtual_directory::{self, Wanted};
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::each_im_server;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "OWA-VDIR-NOT-BACKEND",
    severity: Severity::Warning,
    exchange: &[ExchangeVersion::V2013],
    title: Text::new(
        "Instant messaging is not enabled on the back-end OWA virtual directories",
        "La messagerie instantanée n'est pas activée sur les répertoires virtuels OWA principaux",
    ),
    explanation: Text::new(
        "Only the front end needs the setting. The documentation advises against it on the back end, where Web.config is used. The documented command does not change the back end: Get-OwaVirtualDirectory lists it only with -ShowMailboxVirtualDirectories.",
        "Seul le serveur frontal a besoin de ce paramètre. La documentation le déconseille sur le serveur principal, où Web.config est utilisé. La commande documentée ne modifie pas le serveur principal : Get-OwaVirtualDirectory ne l'affiche qu'avec -ShowMailboxVirtualDirectories.",
    ),
    remedy: Text::new(
        "Run Set-OwaVirtualDirectory with InstantMessagingEnabled false for the back-end virtual directory.",
        "Exécutez Set-OwaVirtualDirectory avec InstantMessagingEnabled à false pour le répertoire virtuel principal.",
    ),
    interpretation: Some(Text::new(
        "The value true with the type None, as Setup leaves it, is taken as harmless.",
        "La valeur true avec le type None, telle que l'installation la laisse, est considérée comme sans conséquence.",
    )),
    sources: &[Source::seed("000", "61"), Source::seed("001", "55")],
    after: &["OWA-VDIR-IM"],
    needs: &[&exchange_sections::OWA_BACK_END_VIRTUAL_DIRECTORIES, &exchange_sections::SERVERS],
    ..super::BASE
};

const SWITCHED_ON: Text = Text::new(
    "Instant messaging is enabled for {directory}, which belongs to the back end.",
    "La messagerie instantanée est activée pour {directory}, qui appartient au serveur principal.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server(context, findings, &[ExchangeVersion::V2013], |server, findings| {
        let all = context.estate.exchange.owa_back_end_virtual_directories.items_for(server.host.name())?;
        for directory in all.iter().filter(|one| one.back_end != Some(false)) {
            if context.estate.host(&directory.server) == server.host {
                virtual_directory::with_fix(context, findings, directory, Wanted::Off, |findings| {
                    look(context, findings, directory);
                });
            }
        }
        Ok(())
    })
}

fn look(context: &Context<'_>, findings: &mut Findings<'_>, directory: &Item<VirtualDirectory>) {
    let target = virtual_directory::target(context, directory);
    findings.for_target(&target, |findings| {
        let (enabled, kind) = virtual_directory::instant_messaging(directory)?;
        let evidence = virtual_directory::evidence(directory, enabled, kind, Wanted::Off);
        findings.pass_if(!enabled || kind.eq_ignore_ascii_case("None"), target.clone(), evidence, || {
            (SWITCHED_ON, args! { directory: directory.identity })
        });
        Ok(())
    });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const DIRECTORY: &str = "/exchange/owaBackEndVirtualDirectories/values/0";
    const TYPE: &str = "/exchange/owaBackEndVirtualDirectories/values/0/instantMessagingType";
    const NAME: &str = "EX01\\owa (Exchange Back End)";

    fn enabled(kind: &str) -> Case {
        exchange_2013(&RULE).set(&format!("{DIRECTORY}/instantMessagingEnabled"), true).set(TYPE, kind)
    }

    #[test]
    fn a_directory_as_setup_leaves_it_or_off_passes() {
        exchange_2013(&RULE).passes(NAME);
        enabled("None").passes(NAME);
    }

    #[test]
    fn a_directory_that_is_on_fails_and_is_switched_off() {
        let off = format!("Set-OwaVirtualDirectory -Identity {NAME} -InstantMessagingEnabled false");
        enabled("Ocs").fails(NAME).fixed_by(&off);
    }

    #[test]
    fn a_directory_that_nobody_read_is_unknown() {
        exchange_2013(&RULE).forget("/exchange/owaBackEndVirtualDirectories").unknown(SERVER);
        exchange_2013(&RULE).forget(TYPE).unknown(NAME);
    }
}
