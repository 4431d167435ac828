//! OAUTH-CERT-SUBJECT-SIPDOMAIN: the subject of the certificate for tokens holds the SIP domain.

use crate::rules::fixes::oauth_configuration::fix_certificate;
use crate::rules::prelude::*;
use crate::rules::topology::oauth::issuer::{each_once, holds, sip_domain};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix_certificate);

static METADATA: Metadata = Metadata {
    id: "OAUTH-CERT-SUBJECT-SIPDOMAIN",
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "The subject of the OAuthTokenIssuer certificate contains the default SIP domain",
        "L'objet du certificat OAuthTokenIssuer contient le domaine SIP par défaut",
    ),
    explanation: Text::new(
        "The default SIP domain is the realm of the tokens. Additional SIP domains belong to the subject alternative names.",
        "Le domaine SIP par défaut est le domaine (realm) des jetons. Les domaines SIP supplémentaires figurent parmi les autres noms de l'objet.",
    ),
    remedy: Text::new(
        "Request another certificate and assign it: Request-CsCertificate -New -Type OAuthTokenIssuer on one Front End Server (the wizard is in the Deployment Wizard, Install or Update Lync Server System, Request, Install or Assign Certificates, OAuthTokenIssuer), then Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint <thumbprint>.",
        "Demandez un autre certificat et attribuez-le : Request-CsCertificate -New -Type OAuthTokenIssuer sur un serveur frontal (l'assistant est dans l'Assistant Déploiement, Installer ou mettre à jour le système Lync Server, Demander, installer ou affecter des certificats, OAuthTokenIssuer), puis Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint <empreinte>.",
    ),
    interpretation: Some(Text::new(
        "The documentation states that the name is in the subject. The common name, or its end in whole labels, is compared.",
        "La documentation indique que le nom est dans l'objet. Le nom commun, ou sa fin par étiquettes entières, est comparé.",
    )),
    sources: &[Source::seed("002", "44")],
    after: &["OAUTH-CERT-PRESENT"],
    needs: &[
        &lync_sections::CERTIFICATES,
        &lync_sections::POOLS,
        &lync_sections::SIP_DOMAINS,
        &machine_sections::CERTIFICATES,
    ],
    optional: &[&machine_sections::CERTIFICATES, &lync_sections::POOLS],
    ..super::BASE
};

const SUBJECT_WITHOUT_DOMAIN: Text = Text::new(
    "The subject of the certificate {thumbprint} does not contain the SIP domain {domain}.",
    "L'objet du certificat {thumbprint} ne contient pas le domaine SIP {domain}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for (thumbprint, certificate) in each_once(context, findings)? {
        let target = Target::new(TargetKind::Certificate, &thumbprint);
        findings.for_target(&target.clone(), |findings| {
            let domain = sip_domain(context)?;
            let unknown = || Missing::not_collected(&lync_sections::CERTIFICATES);
            let subject = certificate.subject.as_deref().ok_or_else(unknown)?;
            let evidence = vec![Evidence::actual("Subject", Some(subject)).expected(&domain).from(certificate)];
            if holds(subject, &domain) {
                findings.pass(target, evidence);
            } else {
                findings.fail(target, SUBJECT_WITHOUT_DOMAIN, args! { thumbprint, domain }, evidence);
            }
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_oauth::{DEFAULT, ISSUER};
    use serde_json::json;

    const SUBJECT: &str = "/lync/certificates/values/1/subject";

    #[test]
    fn the_domain_and_a_name_in_it_pass() {
        for subject in ["CN=contoso.com", "CN=Pool.Contoso.com, O=Contoso", "O=Contoso, CN=*.contoso.com"] {
            oauth(&RULE).set(SUBJECT, subject).passes(ISSUER);
        }
    }

    #[test]
    fn another_name_fails_and_the_default_certificate_takes_its_place() {
        for subject in ["CN=notcontoso.com", "CN=contoso.com.example.org", "O=contoso.com", ""] {
            let steps = oauth(&RULE).set(SUBJECT, subject).fails(ISSUER).steps();
            let step = &steps.added()[0].step;
            assert!(display(&step.command).contains(DEFAULT) && display(&step.undo[0]).contains(ISSUER));
            assert_eq!(step.machine.as_deref(), Some("fe01.contoso.com"));
        }
    }

    #[test]
    fn a_certificate_that_was_asked_for_is_taken_only_if_it_fits() {
        // The one that is in use already is nothing to change to.
        for (thumbprint, commands) in [(DEFAULT, &["Set-CsCertificate"][..]), ("DD", &[]), (ISSUER, &[])] {
            let asked = Settings { o_auth_thumbprint: Some(thumbprint.to_owned()), ..Settings::default() };
            oauth(&RULE).set(SUBJECT, "CN=other.example.org").asking(asked).fixed_with(commands);
        }
    }

    #[test]
    fn the_default_one_of_several_domains_counts() {
        let domains =
            json!([{ "name": "contoso.com", "isDefault": false }, { "name": "example.org", "isDefault": true }]);
        oauth(&RULE).set("/lync/sipDomains/values", domains).fails(ISSUER);
    }

    #[test]
    fn without_a_certificate_there_is_no_subject() {
        oauth(&RULE).forget("/lync/certificates/values/1").not_applicable();
    }

    #[test]
    fn unknown_without_the_subject() {
        oauth(&RULE).forget(SUBJECT).unknown(ISSUER);
    }
}
