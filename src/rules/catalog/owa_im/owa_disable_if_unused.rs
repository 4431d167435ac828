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
        if enabled {
            findings.fail(target, STILL_ON, args! { directory: directory.identity }, evidence);
        } else {
            findings.pass(target, evidence);
        }
        Ok(())
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "OWA-DISABLE-IF-UNUSED";
    const DIRECTORY: &str = "/exchange/owaVirtualDirectories/values/0";
    const NAME: &str = "EX01\\owa (Default Web Site)";

    fn unwanted() -> Sample {
        let mut sample = Sample::exchange_2013();
        sample.settings.disable = true;
        sample
    }

    #[test]
    fn a_directory_that_is_still_on_fails_and_is_switched_off() {
        let sample = unwanted();
        sample.expect(ID, &[(NAME, Status::Fail)]);
        let off = format!("Set-OwaVirtualDirectory -Identity {NAME} -InstantMessagingEnabled false");
        assert_eq!(sample.commands(ID), [off]);
    }

    #[test]
    fn a_directory_that_is_off_passes() {
        let sample = unwanted().set(&format!("{DIRECTORY}/instantMessagingEnabled"), json!(false));
        sample.expect(ID, &[(NAME, Status::Pass)]);
    }

    #[test]
    fn a_directory_that_nobody_read_is_unknown() {
        unwanted().forget(&format!("{DIRECTORY}/instantMessagingEnabled")).expect(ID, &[(NAME, Status::Unknown)]);
    }

    #[test]
    fn where_it_is_wanted_the_rule_does_not_apply() {
        Sample::exchange_2013().expect(ID, &[("", Status::NotApplicable)]);
    }
}
