//! OWA-CERT-IMPORTED: every back end server has the certificate, the common one or its own.

use crate::facts::ExchangeCertificate;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::installed_certificate;
use crate::rules::topology::im::defects::certificate_defects;
use crate::rules::topology::im::selection::select_certificate;
use crate::rules::topology::im::servers::im_servers;
use crate::rules::topology::im::settings::im_settings_of;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-CERT-IMPORTED",
    category: Category::Step,
    severity: Severity::Warning,
    exchange: &[ExchangeVersion::V2013],
    title: Text::new(
        "Every back-end server has the certificate of Outlook on the web",
        "Chaque serveur principal a le certificat d'Outlook sur le web",
    ),
    explanation: Text::new(
        "A mailbox may be on any back-end server. If one of them has no certificate that Lync accepts, the users of that server have no presence.",
        "Une boîte aux lettres peut se trouver sur n'importe quel serveur principal. Si l'un d'eux n'a pas de certificat accepté par Lync, les utilisateurs de ce serveur n'ont pas de présence.",
    ),
    remedy: Text::new(
        "Export the certificate with its private key from one Mailbox server (Export-ExchangeCertificate) and import it on the others (Import-ExchangeCertificate), or issue each server its own certificate from the internal certification authority.",
        "Exportez le certificat avec sa clé privée à partir d'un serveur de boîtes aux lettres (Export-ExchangeCertificate) et importez-le sur les autres (Import-ExchangeCertificate), ou émettez pour chaque serveur son propre certificat à partir de l'autorité de certification interne.",
    ),
    interpretation: Some(Text::new(
        "The documentation mentions one certificate for all servers. A separate certificate for each server is accepted as well.",
        "La documentation mentionne un certificat pour tous les serveurs. Un certificat distinct par serveur est accepté également.",
    )),
    sources: &[Source::seed("000", "79"), Source::seed("001", "71")],
    after: &["OWA-CERT-NAMES"],
    needs: &[&exchange_sections::CERTIFICATES, &exchange_sections::SERVERS, &machine_sections::WEB_CONFIGS],
    optional: &[&machine_sections::WEB_CONFIGS],
    ..super::BASE
};

const NOT_THERE: Text = Text::new(
    "The certificate of Outlook on the web is not installed on {server}.",
    "Le certificat d'Outlook sur le web n'est pas installé sur {server}.",
);
const OWN_UNFIT: Text = Text::new(
    "{server} has its own certificate, which does not meet the requirements. See OWA-IM-THUMBPRINT, OWA-CERT-NAMES or OWA-CERT-TRUSTED.",
    "{server} a son propre certificat, qui ne remplit pas les conditions. Voir OWA-IM-THUMBPRINT, OWA-CERT-NAMES ou OWA-CERT-TRUSTED.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let servers = im_servers(context, &[ExchangeVersion::V2013])?;
    for server in &servers {
        let target = Target::server(&server.host);
        findings.for_target(&target, |findings| {
            let thumbprint = im_settings_of(context, server)?.thumbprint;
            let installed = match &thumbprint {
                Some(thumbprint) => installed_certificate(context, server, thumbprint)?,
                None => select_certificate(context, server)?.value().copied(),
            };
            let evidence = vec![Evidence::actual("IMCertificateThumbprint", thumbprint)];
            let args = args! { server: server.host.name() };
            match installed {
                None => {
                    findings.fail(target.clone(), NOT_THERE, args, evidence);
                }
                // With a certificate of its own, each server needs one that does. Of a common one OWA-IM-THUMBPRINT says it.
                Some(one)
                    if !certificate_defects(context, server, one).is_empty()
                        && is_own(context, &servers, server, one)? =>
                {
                    findings.fail(target.clone(), OWN_UNFIT, args, evidence);
                }
                Some(_) => findings.pass(target.clone(), evidence),
            }
            Ok(())
        });
    }
    Ok(())
}

/// Whether one of several servers alone has a certificate.
fn is_own(
    context: &Context<'_>,
    servers: &[Server<'_>],
    server: &Server<'_>,
    certificate: &ExchangeCertificate,
) -> Result<bool, Missing> {
    for other in servers.iter().filter(|other| other.host != server.host) {
        if installed_certificate(context, other, &certificate.thumbprint)?.is_some() {
            return Ok(false);
        }
    }
    Ok(servers.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const SECOND: &str = "ex02.contoso.com";
    const PASSES_AND_FAILS: [(&str, Status); 2] = [(SERVER, Status::Pass), (SECOND, Status::Fail)];

    /// A second server with a certificate of its own.
    fn two(thumbprint: &str, has_private_key: bool) -> Case {
        let own = json!({
            "server": "EX02", "thumbprint": "BB".repeat(20), "subject": "CN=ex02.contoso.com",
            "domains": ["ex02.contoso.com"], "hasPrivateKey": has_private_key,
        });
        let server = json!({
            "name": "EX02", "fqdn": "ex02.contoso.com", "version": "Version 15.0 (Build 1497.2)", "roles": ["Mailbox"],
        });
        let file = json!({
            "backEnd": true, "path": "C:\\web.config",
            "settings": [{ "key": "IMCertificateThumbprint", "value": thumbprint, "effective": true }],
        });
        let document = json!({
            "schema": "uc-integration/facts/1",
            "collected": { "time": "2026-03-01T21:00:00Z", "computer": "ex02.contoso.com", "shell": "Local" },
            "machine": { "webConfigs": fact(json!([file])) },
        });
        exchange_2013(&RULE)
            .set("/exchange/servers/values/1", server)
            .set("/exchange/certificates/values/1", own)
            .with(|sample| sample.with_document(document))
    }

    #[test]
    fn the_same_or_an_own_certificate_passes() {
        exchange_2013(&RULE).passes(SERVER);
        two(&"BB".repeat(20), true).finds(&[(SERVER, Status::Pass), (SECOND, Status::Pass)]);
    }

    #[test]
    fn a_common_certificate_that_was_not_imported_fails() {
        two("EA5A332496CC05DA69B75B66111C0F78A110D22D", true).finds(&PASSES_AND_FAILS).not_fixed();
    }

    #[test]
    fn an_own_certificate_that_does_not_do_fails() {
        two(&"BB".repeat(20), false).finds(&PASSES_AND_FAILS);
    }

    /// What another server is set to, and does not have, makes it no common one.
    #[test]
    fn a_certificate_that_no_other_server_has_is_an_own_one() {
        let case = two("EA5A332496CC05DA69B75B66111C0F78A110D22D", true);
        let expired = case.set("/exchange/certificates/values/0/notAfter", "2026-02-01T00:00:00Z");
        expired.clone().finds(&[(SERVER, Status::Fail), (SECOND, Status::Fail)]);
        let common = json!({ "server": "EX02", "thumbprint": "EA5A332496CC05DA69B75B66111C0F78A110D22D" });
        expired.set("/exchange/certificates/values/1", common).finds(&[(SERVER, Status::Pass), (SECOND, Status::Pass)]);
    }
}
