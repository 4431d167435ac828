//! OWA-VDIR-DEFAULTS: what Setup leaves on an OWA virtual directory.

use crate::rules::fixes::virtual_directory::{self, Wanted};
use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-VDIR-DEFAULTS",
    category: Category::Fact,
    applies_when: AppliesWhen::Always,
    severity: Severity::Information,
    roles: &[Role::ExchangeFrontEnd],
    title: Text::new(
        "Setup leaves instant messaging enabled, but without a type",
        "L'installation laisse la messagerie instantanée activée, mais sans type",
    ),
    explanation: Text::new(
        "After Setup, InstantMessagingEnabled is true and InstantMessagingType is None. The first setting alone has no effect; OWA-VDIR-IM requires both.",
        "Après l'installation, InstantMessagingEnabled vaut true et InstantMessagingType vaut None. Le premier paramètre seul est sans effet ; OWA-VDIR-IM exige les deux.",
    ),
    remedy: Text::new("No action required.", "Aucune action n'est requise."),
    sources: &[Source::seed("000", "65-66"), Source::seed("001", "58-59"), Source::page("Set-OwaVirtualDirectory.md")],
    needs: &[&exchange_sections::OWA_VIRTUAL_DIRECTORIES],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for directory in
        context.estate.exchange.owa_virtual_directories.items()?.iter().filter(|one| one.back_end != Some(true))
    {
        let target = virtual_directory::target(context, directory);
        findings.for_target(&target, |findings| {
            let (enabled, kind) = virtual_directory::instant_messaging(directory)?;
            findings.pass(target.clone(), virtual_directory::evidence(directory, enabled, kind, Wanted::On));
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    #[test]
    fn each_directory_is_shown_with_what_it_has() {
        let case = exchange_2013(&RULE).passes("EX01\\owa (Default Web Site)");
        assert_eq!(case.sample().findings("OWA-VDIR-DEFAULTS")[0].evidence.len(), 2);
    }

    #[test]
    fn without_directories_there_is_nothing_to_show() {
        exchange_2013(&RULE).forget("/exchange/owaVirtualDirectories/values/0").not_applicable();
    }
}
