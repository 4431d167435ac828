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
    needs: &[&exchange_sections::CERTIFICATES],
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
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "OWA-CERT-DUAL-USE";
    const SERVER: &str = "ex01.contoso.com";

    #[test]
    fn the_services_of_the_certificate_are_shown() {
        let sample = Sample::exchange_2013();
        sample.expect(ID, &[(SERVER, Status::Pass)]);
        assert_eq!(sample.findings(ID)[0].evidence[0].actual.as_deref(), Some("IIS, SMTP"));
    }

    #[test]
    fn certificates_that_nobody_read_are_unknown_and_none_is_nothing_to_show() {
        let settings = "/machine/webConfigs/values/0/settings";
        let none = Sample::exchange_2013().set(settings, json!([])).forget("/exchange/certificates/values/0");
        none.expect(ID, &[(SERVER, Status::NotApplicable)]);
    }
}
