//! OAUTH-CERT-PRESENT: Lync has a certificate to sign its tokens with.

use crate::rules::fixes::oauth_configuration::fix_certificate;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::normal_thumbprint;
use crate::rules::topology::oauth::issuer::{USE, assigned};
use std::collections::BTreeSet;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix_certificate);

static METADATA: Metadata = Metadata {
    id: "OAUTH-CERT-PRESENT",
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "A certificate is assigned to Lync for tokens (OAuthTokenIssuer)",
        "Un certificat est attribué à Lync pour les jetons (OAuthTokenIssuer)",
    ),
    explanation: Text::new(
        "It is assigned once, on one Front End server; replication brings it to all the others. The reference does not name OAuthTokenIssuer among the types of Get-CsCertificate and Set-CsCertificate, but both take it. A plan takes the certificate that was asked for, or a default one that fits. Undoing a plan leaves a first assignment: Remove-CsCertificate would take it back, but the reference that steps are checked against does not list that cmdlet, so it is left to a person.",
        "Il est attribué une fois, sur un serveur frontal ; la réplication l'apporte à tous les autres. La référence ne cite pas OAuthTokenIssuer parmi les types de Get-CsCertificate et Set-CsCertificate, mais les deux l'acceptent. Un plan prend le certificat demandé, ou un certificat par défaut qui convient. Annuler un plan laisse une première attribution : Remove-CsCertificate la retirerait, mais la référence à laquelle les étapes sont confrontées ne cite pas cette cmdlet ; c'est donc à une personne de le faire.",
    ),
    remedy: Text::new(
        "In the Lync shell of one Front End server: $x = (Get-CsCertificate -Type Default).Thumbprint; Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint $x. From a file: Import-CsCertificate -Identity global -Type OAuthTokenIssuer -Path <file.pfx> -Password <password>.",
        "Dans l'environnement Lync d'un serveur frontal : $x = (Get-CsCertificate -Type Default).Thumbprint; Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint $x. À partir d'un fichier : Import-CsCertificate -Identity global -Type OAuthTokenIssuer -Path <fichier.pfx> -Password <mot de passe>.",
    ),
    sources: &[
        Source::seed("002", "42,50"),
        Source::page("lync-server-2013-assigning-a-server-to-server-authentication-certificate-to-lync-server-2013.md"),
    ],
    after: &["PRE-INSTALLED"],
    needs: &[
        &lync_sections::CERTIFICATES,
        &lync_sections::POOLS,
        &lync_sections::SIP_DOMAINS,
        &machine_sections::CERTIFICATES,
    ],
    ..super::BASE
};

const NONE: Text = Text::new(
    "No certificate is assigned to Lync for tokens.",
    "Aucun certificat n'est attribué à Lync pour les jetons.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let thumbprints: BTreeSet<String> =
        assigned(context)?.into_iter().map(|one| normal_thumbprint(&one.thumbprint)).collect();
    if thumbprints.is_empty() {
        findings.fail(Target::new("Use", USE), NONE, Vec::new(), Vec::new());
    } else {
        findings.pass(
            Target::new("Use", USE),
            thumbprints.into_iter().map(|one| Evidence::read("Thumbprint", Some(one))).collect(),
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_oauth::DEFAULT;
    use serde_json::json;

    const ID: &str = "OAUTH-CERT-PRESENT";

    #[test]
    fn a_certificate_for_tokens_passes() {
        Sample::oauth().expect(ID, &[("OAuthTokenIssuer", Status::Pass)]);
    }

    #[test]
    fn a_default_certificate_alone_is_none_and_becomes_the_first_one_without_a_way_back() {
        let sample = Sample::oauth().forget("/lync/certificates/values/1");
        sample.expect(ID, &[("OAuthTokenIssuer", Status::Fail)]);
        let steps = sample.steps(ID);
        let added = &steps.added()[0];
        let step = &added.step;
        let set =
            format!("Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint {DEFAULT} -Confirm false");
        assert_eq!(shown(&step.command), set);
        assert!(step.undo.is_empty() && step.transition.as_ref().unwrap().before.is_none());
        for culture in [Culture::En, Culture::Fr] {
            assert!(added.note.unwrap().of(culture).contains("Remove-CsCertificate"), "why nothing takes it back");
        }
    }

    #[test]
    fn a_certificate_that_does_not_fit_is_not_taken() {
        let sample = Sample::oauth().forget("/lync/certificates/values/1");
        let other = json!([{ "name": "example.org", "isDefault": true }]);
        sample.clone().set("/lync/sipDomains/values", other).expect_steps(ID, &[]);
        sample.lync_machine(json!({})).expect_steps(ID, &[]);
    }

    #[test]
    fn certificates_that_nobody_read_are_unknown() {
        Sample::oauth().forget("/lync/certificates").expect(ID, &[("", Status::Unknown)]);
    }
}
