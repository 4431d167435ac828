//! COMPAT-E2010-ALLOWED: Exchange 2010 goes together with Lync 2013 and Skype for Business 2015.

use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "COMPAT-E2010-ALLOWED",
    category: Category::Fact,
    scenarios: &[Scenario::OwaIm],
    severity: Severity::Information,
    exchange: &[ExchangeVersion::V2010],
    lync: &[LyncVersion::V2013, LyncVersion::V2015],
    title: Text::new(
        "Unified messaging and Outlook Web App of Exchange 2010 can be integrated",
        "La messagerie unifiée et Outlook Web App d'Exchange 2010 peuvent être intégrés",
    ),
    explanation: Text::new(
        "The Lync client also works with Exchange 2010 and Outlook 2010, without the newer features (COMPAT-E2010-LIMITS).",
        "Le client Lync fonctionne aussi avec Exchange 2010 et Outlook 2010, sans les fonctions plus récentes (COMPAT-E2010-LIMITS).",
    ),
    remedy: Text::new("No action required.", "Aucune action n'est requise."),
    sources: &[Source::seed("000", "26-28"), Source::seed("001", "20-22")],
    needs: &[&exchange_sections::SERVERS],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for server in context.estate.servers()? {
        if server.version == Some(ExchangeVersion::V2010) {
            let version = Evidence::actual("AdminDisplayVersion", server.facts.version.clone()).from(server.facts);
            findings.pass(Target::server(&server.host), vec![version]);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    #[test]
    fn servers_of_exchange_2010_are_named_and_newer_ones_are_not() {
        let case = exchange_2013(&RULE).not_applicable();
        case.set("/exchange/servers/values/0/version", "Version 14.3 (Build 123.4)").passes("ex01.contoso.com");
    }
}
