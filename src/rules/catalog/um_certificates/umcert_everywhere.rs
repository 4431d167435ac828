//! UMCERT-EVERYWHERE: the Mediation servers and the gateways have such a certificate too.

use crate::rules::prelude::*;
use crate::rules::topology::certificates::shown_by_lync;
use crate::rules::topology::lync::servers::{gateways, mediation_servers};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UMCERT-EVERYWHERE",
    roles: &[Role::Mediation],
    title: Text::new(
        "Mediation Servers and gateways also have a valid certificate from a certification authority",
        "Les serveurs de médiation et les passerelles ont aussi un certificat valide d'une autorité de certification",
    ),
    explanation: Text::new(
        "Calls from the telephone network to voice mail pass through these servers. If one of them has no trusted certificate, these calls fail while internal calls work.",
        "Les appels du réseau téléphonique vers la messagerie vocale passent par ces serveurs. Si l'un d'eux n'a pas de certificat approuvé, ces appels échouent alors que les appels internes fonctionnent.",
    ),
    remedy: Text::new(
        "On a Mediation Server, in the Lync shell: Request-CsCertificate -New -Type Default -CA <authority>, then Set-CsCertificate -Type Default -Thumbprint <thumbprint>. On a gateway, follow its documentation: import a certificate from the same certification authority, and the root.",
        "Sur un serveur de médiation, dans le shell Lync : Request-CsCertificate -New -Type Default -CA <autorité>, puis Set-CsCertificate -Type Default -Thumbprint <empreinte>. Sur une passerelle, suivez sa documentation : importez un certificat de la même autorité de certification, et la racine.",
    ),
    sources: &[Source::seed("003", "66"), Source::seed("003", "74"), Source::seed("003", "207")],
    after: &["UM-MEDIATION"],
    needs: &[&lync_sections::POOLS, &lync_sections::CERTIFICATES],
    optional: &[&lync_sections::CERTIFICATES],
    ..super::BASE
};

const GATEWAY: Text = Text::new(
    "In the administration of the gateway {gateway}, check whether it has a valid certificate from a certification authority that Lync and Exchange trust, and trusts theirs.",
    "Dans l'administration de la passerelle {gateway}, vérifiez qu'elle a un certificat valide d'une autorité de certification approuvée par Lync et Exchange, et qu'elle approuve la leur.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for gateway in gateways(context)? {
        let args = args! { gateway: gateway.name() };
        findings.manual(Target::new(TargetKind::Gateway, gateway.name()).on(&gateway), GATEWAY, args);
    }
    shown_by_lync::judge(context, findings, &mediation_servers(context)?)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const CERTIFICATE: &str = "/lync/certificates/values/1";

    /// What is found for the Mediation server, whose gateway is always for a person.
    fn finds(case: Case, server: Status) -> Case {
        case.finds(&[("gw.contoso.com", Status::Manual), ("med01.contoso.com", server)])
    }

    #[test]
    fn a_mediation_server_with_such_a_certificate_passes_and_its_gateway_is_for_a_person() {
        finds(unified_messaging(&RULE), Status::Pass);
    }

    #[test]
    fn one_that_is_self_signed_expired_or_not_assigned_fails() {
        let wrong = [
            ("issuer", json!("CN=med.contoso.com")),
            ("notAfter", json!("2026-01-01T00:00:00Z")),
            ("use", json!("OAuthTokenIssuer")),
        ];
        for case in unified_messaging(&RULE).each(CERTIFICATE, wrong) {
            finds(case, Status::Fail).not_fixed();
        }
    }

    #[test]
    fn a_server_whose_certificates_nobody_read_is_unknown() {
        finds(unified_messaging(&RULE).forget(CERTIFICATE), Status::Unknown);
    }
}
