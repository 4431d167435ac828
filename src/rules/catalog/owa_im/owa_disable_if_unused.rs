//! OWA-DISABLE-IF-UNUSED: where instant messaging is not wanted, it is switched off.

use crate::rules::fixes::virtual_directory::{self, Wanted};
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::in_scope;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "OWA-DISABLE-IF-UNUSED",
    applies_when: AppliesWhen::Always,
    severity: Severity::Warning,
    roles: &[Role::ExchangeFrontEnd],
    title: Text::new(
        "Instant messaging is disabled where it is not used",
        "La messagerie instantanée est désactivée là où elle n'est pas utilisée",
    ),
    explanation: Text::new(
        "If instant messaging is enabled without Lync, users see empty presence icons and an error at each sign-in.",
        "Si la messagerie instantanée est activée sans Lync, les utilisateurs voient des icônes de présence vides et une erreur à chaque connexion.",
    ),
    remedy: Text::new(
        "Run Set-OwaVirtualDirectory with InstantMessagingEnabled false for each front-end virtual directory.",
        "Exécutez Set-OwaVirtualDirectory avec InstantMessagingEnabled à false pour chaque répertoire virtuel frontal.",
    ),
    sources: &[Source::seed("000", "109-111"), Source::seed("001", "101-103")],
    needs: &[&exchange_sections::OWA_VIRTUAL_DIRECTORIES],
    ..super::BASE
};

const WANTED: Text = Text::new("Instant messaging is requested here.", "La messagerie instantanée est demandée ici.");
const STILL_ON: Text = Text::new(
    "Instant messaging is still enabled for {directory}.",
    "La messagerie instantanée est encore activée pour {directory}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if !context.settings.disable {
        findings.not_applicable(Target::estate(), WANTED, Vec::new());
        return Ok(());
    }
    let mut servers = context.estate.servers()?;
    servers.retain(|server| server.is_front_end() && in_scope(context, &server.host));
    virtual_directory::each_front_end(context, &servers, findings, Wanted::Off, |findings, target, directory| {
        let (enabled, kind) = virtual_directory::instant_messaging(directory)?;
        let evidence = virtual_directory::evidence(directory, enabled, kind, Wanted::Off);
        findings.pass_if(!enabled, target, evidence, || (STILL_ON, args! { directory: directory.identity }));
        Ok(())
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const ENABLED: &str = "/exchange/owaVirtualDirectories/values/0/instantMessagingEnabled";
    const NAME: &str = "EX01\\owa (Default Web Site)";

    fn unwanted() -> Case {
        exchange_2013(&RULE).asking(Settings { disable: true, ..Settings::default() })
    }

    #[test]
    fn a_directory_that_is_still_on_fails_and_is_switched_off() {
        let off = format!("Set-OwaVirtualDirectory -Identity {NAME} -InstantMessagingEnabled false");
        unwanted().fails(NAME).fixed_by(&off);
    }

    #[test]
    fn a_directory_that_is_off_passes() {
        unwanted().set(ENABLED, false).passes(NAME);
    }

    #[test]
    fn a_directory_that_nobody_read_is_unknown() {
        unwanted().forget(ENABLED).unknown(NAME);
    }

    #[test]
    fn where_it_is_wanted_the_rule_does_not_apply() {
        exchange_2013(&RULE).not_applicable();
    }
}
