//! UMCERT-LYNC: Lync shows a valid certificate of a certification authority.

use crate::rules::prelude::*;
use crate::rules::topology::certificates::shown_by_lync;
use crate::rules::topology::lync::servers::front_ends;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UMCERT-LYNC",
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "The certificate of each Front End Server is valid and issued by a certification authority",
        "Le certificat de chaque serveur frontal est valide et émis par une autorité de certification",
    ),
    explanation: Text::new(
        "Exchange opens the TLS connection to Lync only if the certificate of Lync is valid and signed by a public or private certification authority. UMCERT-MUTUAL-TRUST checks whether Exchange trusts that authority.",
        "Exchange n'ouvre la connexion TLS vers Lync que si le certificat de Lync est valide et signé par une autorité de certification publique ou privée. UMCERT-MUTUAL-TRUST vérifie si Exchange approuve cette autorité.",
    ),
    remedy: Text::new(
        "In the Lync shell on the server: Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA <authority>, then Set-CsCertificate -Type Default -Thumbprint <thumbprint>; or the certificate wizard of the deployment wizard.",
        "Dans le shell Lync sur le serveur : Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA <autorité>, puis Set-CsCertificate -Type Default -Thumbprint <empreinte> ; ou l'assistant de certificats de l'assistant de déploiement.",
    ),
    sources: &[Source::seed("003", "46")],
    needs: &[&lync_sections::POOLS, &lync_sections::CERTIFICATES],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    shown_by_lync::judge(context, findings, &front_ends(context)?)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const CERTIFICATE: &str = "/lync/certificates/values/0";
    const SERVER: &str = "fe01.contoso.com";

    #[test]
    fn a_valid_certificate_of_an_authority_passes() {
        unified_messaging(&RULE).passes(SERVER);
    }

    #[test]
    fn one_that_is_self_signed_expired_not_yet_valid_or_not_assigned_fails() {
        let wrong = [
            ("issuer", json!("CN=pool.contoso.com")),
            ("notAfter", json!("2026-01-01T00:00:00Z")),
            ("notBefore", json!("2027-01-01T00:00:00Z")),
            ("use", json!("OAuthTokenIssuer")),
        ];
        for case in unified_messaging(&RULE).each(CERTIFICATE, wrong) {
            case.fails(SERVER).not_fixed();
        }
    }

    #[test]
    fn a_server_whose_certificates_nobody_read_is_unknown() {
        unified_messaging(&RULE).forget(CERTIFICATE).unknown(SERVER);
        unified_messaging(&RULE).forget(&format!("{CERTIFICATE}/notAfter")).unknown(SERVER);
    }
}
