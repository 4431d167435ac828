//! OWA-CERT-DUAL-USE: one certificate may serve Outlook on the web and unified messaging.

use crate::rules::prelude::*;
use crate::rules::topology::im::servers::each_owa_certificate;
use crate::rules::topology::im::values::VERSIONS;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-CERT-DUAL-USE",
    category: Category::Fact,
    severity: Severity::Information,
    title: Text::new(
        "Outlook on the web and unified messaging can use the same certificate",
        "Outlook sur le web et la messagerie unifiée peuvent utiliser le même certificat",
    ),
    explanation: Text::new(
        "The certificate that unified messaging uses for Lync is also suitable for Outlook on the web. You do not need to buy or renew a second one.",
        "Le certificat que la messagerie unifiée utilise pour Lync convient aussi à Outlook sur le web. Il n'est pas nécessaire d'en acheter ou d'en renouveler un second.",
    ),
    remedy: Text::new("No action required.", "Aucune action n'est requise."),
    sources: &[Source::seed("000", "79"), Source::seed("001", "71")],
    needs: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::SERVERS,
        &exchange_sections::SETTING_OVERRIDES,
        &machine_sections::WEB_CONFIGS,
    ],
    optional: &[&exchange_sections::SETTING_OVERRIDES, &machine_sections::WEB_CONFIGS],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_owa_certificate(context, findings, VERSIONS, None, |server, certificate, findings| {
        let evidence = Evidence::actual("Services", certificate.services.as_ref().map(|all| all.join(", ")));
        findings.pass(Target::server(&server.host), vec![evidence.from(certificate)]);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    #[test]
    fn the_services_of_the_certificate_are_shown() {
        let findings = exchange_2013(&RULE).passes(SERVER).sample().findings("OWA-CERT-DUAL-USE");
        assert_eq!(findings[0].evidence[0].actual.as_deref(), Some("IIS, SMTP"));
    }
}
