//! UMCERT-ENABLED-SERVICES: each service of unified messaging has a certificate.

use crate::rules::fixes::um_certificate;
use crate::rules::prelude::*;
use crate::rules::topology::um::{certificate_bindings, servers};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "UMCERT-ENABLED-SERVICES",
    title: Text::new(
        "A certificate is enabled for UM on Mailbox servers and for UMCallRouter on Client Access servers",
        "Un certificat est activé pour UM sur les serveurs de boîtes aux lettres et pour UMCallRouter sur les serveurs d'accès au client",
    ),
    explanation: Text::new(
        "Without a certificate, the service cannot answer the TLS calls of Lync. The startup mode of the service must allow TLS first, and the service reads its certificate when it starts. No command removes a service from a certificate: undoing a plan assigns the service to its previous certificate; if there was none, the assignment remains.",
        "Sans certificat, le service ne peut pas répondre aux appels TLS de Lync. Le mode de démarrage du service doit d'abord autoriser TLS, et le service lit son certificat au démarrage. Aucune commande ne retire un service d'un certificat : l'annulation d'un plan réaffecte le service à son certificat précédent ; s'il n'y en avait pas, l'affectation reste.",
    ),
    remedy: Text::new(
        "Enable-ExchangeCertificate -Server <server> -Thumbprint <thumbprint> -Services UM on a Mailbox server, -Services UMCallRouter on a Client Access server, then restart MSExchangeUM or MSExchangeUMCR there.",
        "Enable-ExchangeCertificate -Server <serveur> -Thumbprint <empreinte> -Services UM sur un serveur de boîtes aux lettres, -Services UMCallRouter sur un serveur d'accès au client, puis redémarrez-y MSExchangeUM ou MSExchangeUMCR.",
    ),
    interpretation: Some(Text::new(
        "The documentation installs the certificate before the startup mode is set, and does not mention enabling it. A plan enables it after the startup mode, since a service in TCP mode uses no certificate, and before the restart, when the service reads both.",
        "La documentation installe le certificat avant de définir le mode de démarrage et ne mentionne pas son activation. Un plan l'active après le mode de démarrage, car un service en mode TCP n'utilise aucun certificat, et avant le redémarrage, où le service lit les deux.",
    )),
    sources: &[Source::page("exchangeunified-messaging-for-voice-mail.md")],
    after: &["UM-STARTUP-DUAL"],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::CERTIFICATES],
    ..super::BASE
};

const NOT_ENABLED: Text = Text::new(
    "No certificate of {server} is enabled for {services}.",
    "Aucun certificat de {server} n'est activé pour {services}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    servers::each_with_fix(context, findings, um_certificate::fix, |server, findings| {
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for service in servers::services(server) {
            match certificate_bindings::holder(context.estate, &server.host, service)? {
                Some(holder) => with.push(Evidence::actual(service, Some(holder.thumbprint.as_str())).from(holder)),
                None => without.push(service),
            }
        }
        let target = Target::server(&server.host);
        if without.is_empty() {
            findings.pass(target, with);
        } else {
            let args = args! { server: server.host.name(), services: without.join(", ") };
            findings.fail(target, NOT_ENABLED, args, with);
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const SERVER: &str = "ex01.contoso.com";
    const CERTIFICATE: &str = "/exchange/certificates/values/0";
    const SERVICES: &str = "/exchange/certificates/values/0/services";
    const ROLES: &str = "/exchange/servers/values/0/roles";

    fn with(services: &[&str]) -> Case {
        unified_messaging(&RULE).set(SERVICES, services)
    }

    #[test]
    fn both_services_with_a_certificate_pass() {
        unified_messaging(&RULE).passes(SERVER);
        with(&["umcallrouter", "um"]).passes(SERVER);
    }

    #[test]
    fn a_service_without_one_fails_and_gets_the_certificate_that_fits() {
        let enabled = "Enable-ExchangeCertificate -Server ex01 -Thumbprint EA5A332496CC05DA69B75B66111C0F78A110D22D";
        with(&["SMTP", "UM", "IIS"]).fails(SERVER).fixed_by(&format!("{enabled} -Services [UMCallRouter]"));
        with(&[]).fixed_by(&format!("{enabled} -Services [UM, UMCallRouter]"));
    }

    #[test]
    fn the_step_knows_the_services_before_and_after_as_exchange_shows_them() {
        for (before, display, after) in [
            (&["SMTP", "UM", "IIS"][..], "UM, IIS, SMTP", "UM, IIS, SMTP, UMCallRouter"),
            (&[], "None", "UM, UMCallRouter"),
        ] {
            // No command takes a service away.
            let steps = with(before).undone_by(&[]).steps();
            let transition = steps.added()[0].step.transition.as_ref().unwrap();
            let services = |state: &crate::step::State| state.as_ref().unwrap()["Services"].clone();
            assert_eq!(services(&transition.before), display.into());
            assert_eq!(services(&transition.after), after.into());
        }
    }

    #[test]
    fn only_the_mailbox_role_needs_the_service_of_the_back_end() {
        with(&["UM"]).set(ROLES, ["Mailbox"]).passes(SERVER);
        with(&["UM"]).set(ROLES, ["ClientAccess"]).fails(SERVER);
    }

    #[test]
    fn without_a_certificate_that_fits_a_person_has_to_bring_one() {
        let case = with(&[]).set(&format!("{CERTIFICATE}/subject"), "CN=mail.contoso.com");
        let wrong = [
            ("isSelfSigned", json!(true)),
            ("subject", json!("CN=*.contoso.com")),
            ("domains", json!(["mail.contoso.com"])),
            ("notAfter", json!("2026-01-01T00:00:00Z")),
        ];
        for case in case.each(CERTIFICATE, wrong) {
            case.fails(SERVER).not_fixed();
        }
    }

    /// Both sides refuse a certificate whose root they do not trust.
    #[test]
    fn a_certificate_whose_root_lync_does_not_trust_is_not_enabled() {
        let root = "/machine/certificates/values/0/rootThumbprint";
        let case = with(&[]).set(root, "0E".repeat(20)).fails(SERVER).not_fixed();
        case.forget("/machine/certificates").fixed_with(&["Enable-ExchangeCertificate"]);
    }

    #[test]
    fn services_that_the_session_did_not_tell_are_unknown() {
        unified_messaging(&RULE).forget(SERVICES).unknown(SERVER);
        unified_messaging(&RULE).forget("/exchange/servers/values/0/version").unknown(SERVER);
    }

    /// Callers through an Edge server would hear nothing.
    #[test]
    fn a_service_whose_certificate_has_the_name_of_the_server_gets_no_other_name() {
        let other = |subject: &str| {
            json!({
                "server": "EX01", "thumbprint": "BB".repeat(20), "subject": subject, "domains": [SERVER, "mail.contoso.com"],
                "services": ["SMTP"], "notBefore": "2025-06-01T00:00:00Z", "notAfter": "2028-06-01T00:00:00Z",
                "hasPrivateKey": true, "isSelfSigned": false, "status": "Valid",
            })
        };
        let expired = unified_messaging(&super::super::umcert_ex_ca::RULE)
            .set(&format!("{CERTIFICATE}/notAfter"), "2026-02-01T00:00:00Z")
            .set("/exchange/certificates/values/1", other("CN=ex01.contoso.com"))
            .fixed_with(&["Enable-ExchangeCertificate"]);
        expired.set("/exchange/certificates/values/1/subject", "CN=mail.contoso.com").not_fixed();
    }
}
