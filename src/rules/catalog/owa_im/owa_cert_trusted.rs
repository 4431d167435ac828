//! OWA-CERT-TRUSTED: Lync trusts the certificate of Outlook on the web.

use crate::facts::{ExchangeCertificate, Machine};
use crate::rules::fixes::im_settings;
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::each_owa_certificate;
use crate::rules::topology::im::suitable::Trust;
use crate::rules::topology::im::values::VERSIONS;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "OWA-CERT-TRUSTED",
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    title: Text::new(
        "Lync trusts the certificate of Outlook on the web",
        "Lync approuve le certificat d'Outlook sur le web",
    ),
    explanation: Text::new(
        "Lync accepts the connection only if the certificate chain ends in a root that the Lync servers trust. A self-signed certificate never does.",
        "Lync n'accepte la connexion que si la chaîne de certificats aboutit à une racine que les serveurs Lync approuvent. Un certificat auto-signé n'y aboutit jamais.",
    ),
    remedy: Text::new(
        "Issue the certificate from your internal certification authority, or import the root certificate into Trusted Root Certification Authorities of the local computer on every Front End Server.",
        "Émettez le certificat à partir de votre autorité de certification interne, ou importez le certificat racine dans les Autorités de certification racines de confiance de l'ordinateur local sur chaque serveur frontal.",
    ),
    sources: &[Source::seed("000", "79"), Source::seed("001", "71")],
    needs: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::SERVERS,
        &exchange_sections::SETTING_OVERRIDES,
        &lync_sections::POOLS,
        &machine_sections::CERTIFICATES,
        &machine_sections::WEB_CONFIGS,
    ],
    optional: &[&exchange_sections::SETTING_OVERRIDES, &machine_sections::WEB_CONFIGS],
    ..super::BASE
};

const SELF_SIGNED: Text = Text::new(
    "The certificate {subject} of {server} is self-signed.",
    "Le certificat {subject} de {server} est auto-signé.",
);
const NOT_TRUSTED: Text = Text::new(
    "The root of the certificate {subject} of {server} is not trusted on {machines}.",
    "La racine du certificat {subject} de {server} n'est pas approuvée sur {machines}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_owa_certificate(
        context,
        findings,
        VERSIONS,
        Some(im_settings::fix_certificate),
        |server, certificate, findings| look(context, findings, server, certificate),
    )
}

fn look<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    server: &Server<'_>,
    certificate: &Item<ExchangeCertificate>,
) -> CheckResult {
    let target = Target::server(&server.host);
    let subject = certificate.subject.clone().unwrap_or_default();
    let mut args = args! { server: server.host.name(), subject };
    if certificate.is_self_signed == Some(true) {
        let evidence = vec![Evidence::actual("IsSelfSigned", Some("true")).expected("false").from(certificate)];
        findings.fail(target, SELF_SIGNED, args, evidence);
        return Ok(());
    }
    let Trust { root, trusting, doubting } = Trust::of(context, server, certificate)?;
    let names = |machines: &[&Machine]| machines.iter().map(|one| one.host.name()).collect::<Vec<_>>().join(", ");
    let evidence = vec![Evidence::actual("Root", Some(root)), Evidence::actual("Trusted by", Some(names(&trusting)))];
    if doubting.is_empty() {
        findings.pass(target, evidence);
    } else {
        args.push(("machines", names(&doubting)));
        findings.fail(target, NOT_TRUSTED, args, evidence);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const CHAIN: &str = "/machine/certificates/values/0/rootThumbprint";

    /// A machine of Lync that trusts nobody.
    fn distrusting(sample: Sample) -> Sample {
        sample.lync_machine(json!({ "certificates": fact(json!([])) }))
    }

    #[test]
    fn a_root_that_the_lync_machine_has_passes() {
        exchange_2013(&RULE).passes(SERVER);
        exchange_2016(&RULE).passes(SERVER);
    }

    #[test]
    fn a_root_that_the_lync_machine_lacks_fails() {
        exchange_2013(&RULE).with(distrusting).fails(SERVER).not_fixed();
    }

    #[test]
    fn one_that_nobody_trusts_gives_way_to_one_that_all_trust() {
        let thumbprint = "BB".repeat(20);
        let listed = json!({
            "server": "EX01", "thumbprint": thumbprint, "subject": "CN=ex01.contoso.com", "domains": [SERVER],
            "notBefore": "2025-06-01T00:00:00Z", "notAfter": "2027-06-01T00:00:00Z", "hasPrivateKey": true,
            "isSelfSigned": false, "status": "Valid", "services": ["IIS"],
        });
        let stored = |root: &str| json!({ "store": "My", "thumbprint": thumbprint, "rootThumbprint": root });
        // Lync trusts the root of the second certificate, not that of the one in use.
        let trusted = json!([{ "store": "Root", "thumbprint": "DD".repeat(20), "subject": "CN=Other CA" }]);
        let with = |root: &str| {
            let case =
                exchange_2013(&RULE).with(|one| one.lync_machine(json!({ "certificates": fact(trusted.clone()) })));
            let case = case.set("/exchange/certificates/values/1", listed.clone());
            case.set("/machine/certificates/values/2", stored(root)).fails(SERVER)
        };
        with(&"DD".repeat(20)).fixed_by(&format!("Web.config IMCertificateThumbprint={thumbprint}"));
        with(&"EE".repeat(20)).not_fixed();
    }

    #[test]
    fn a_certificate_that_is_signed_by_itself_fails() {
        let case = exchange_2013(&RULE).set("/exchange/certificates/values/0/isSelfSigned", true);
        let case = case.fails(SERVER).not_fixed();
        let second = json!({
            "server": "EX01", "thumbprint": "BB".repeat(20), "subject": "CN=ex01.contoso.com", "domains": [SERVER],
            "hasPrivateKey": true, "isSelfSigned": false,
        });
        let set = format!("Web.config IMCertificateThumbprint={}", "BB".repeat(20));
        case.set("/exchange/certificates/values/1", second).fixed_by(&set);
    }

    #[test]
    fn machines_and_chains_that_nobody_looked_at_are_unknown() {
        let case = exchange_2013(&RULE).with(|sample| sample.lync_machine(json!({}))).unknown(SERVER);
        let missing = case.sample().findings("OWA-CERT-TRUSTED").remove(0).missing.unwrap();
        assert_eq!(missing.target.as_deref(), Some("fe01.contoso.com"));
        exchange_2013(&RULE).forget(CHAIN).forget("/machine/certificates/values/1").unknown(SERVER);
    }

    #[test]
    fn without_a_chain_the_root_with_the_name_of_the_issuer_counts() {
        exchange_2013(&RULE).forget(CHAIN).passes(SERVER).with(distrusting).fails(SERVER);
    }

    #[test]
    fn a_step_that_keeps_the_certificate_does_not_mend_it() {
        let case = exchange_2016(&RULE).with(distrusting).fails(SERVER);
        let other =
            json!(["IMServerName=old.contoso.com", "IMCertificateThumbprint=EA5A332496CC05DA69B75B66111C0F78A110D22D"]);
        case.set("/exchange/settingOverrides/values/0/parameters", other).fails(SERVER).not_fixed();
    }
}
