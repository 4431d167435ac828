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
        "An OAuthTokenIssuer certificate is assigned to Lync",
        "Un certificat OAuthTokenIssuer est attribué à Lync",
    ),
    explanation: Text::new(
        "The certificate is assigned once, on one Front End Server; replication copies it to the others. The documentation does not list OAuthTokenIssuer among the types of Get-CsCertificate and Set-CsCertificate, but both accept it. A plan uses the requested certificate, or a default certificate that meets the requirements. Undoing a plan does not undo a first assignment, because the reference that steps are checked against does not list Remove-CsCertificate; remove it manually.",
        "Le certificat est attribué une fois, sur un serveur frontal ; la réplication le copie sur les autres. La documentation ne cite pas OAuthTokenIssuer parmi les types de Get-CsCertificate et Set-CsCertificate, mais les deux l'acceptent. Un plan utilise le certificat demandé, ou un certificat par défaut qui remplit les conditions. L'annulation d'un plan n'annule pas une première attribution, car la référence à laquelle les étapes sont comparées ne contient pas Remove-CsCertificate ; retirez-la manuellement.",
    ),
    remedy: Text::new(
        "In the Lync shell of one Front End Server: $x = (Get-CsCertificate -Type Default).Thumbprint; Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint $x. From a file: Import-CsCertificate -Identity global -Type OAuthTokenIssuer -Path <file.pfx> -Password <password>.",
        "Dans le shell Lync d'un serveur frontal : $x = (Get-CsCertificate -Type Default).Thumbprint; Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint $x. À partir d'un fichier : Import-CsCertificate -Identity global -Type OAuthTokenIssuer -Path <fichier.pfx> -Password <mot de passe>.",
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
    optional: &[&machine_sections::CERTIFICATES, &lync_sections::POOLS, &lync_sections::SIP_DOMAINS],
    ..super::BASE
};

const NOT_ASSIGNED: Text = Text::new(
    "No OAuthTokenIssuer certificate is assigned to Lync.",
    "Aucun certificat OAuthTokenIssuer n'est attribué à Lync.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let thumbprints: BTreeSet<String> =
        assigned(context)?.into_iter().map(|one| normal_thumbprint(&one.thumbprint)).collect();
    if thumbprints.is_empty() {
        findings.fail(Target::new(TargetKind::Use, USE), NOT_ASSIGNED, Vec::new(), Vec::new());
    } else {
        findings.pass(
            Target::new(TargetKind::Use, USE),
            thumbprints.into_iter().map(|one| Evidence::actual("Thumbprint", Some(one))).collect(),
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_oauth::DEFAULT;
    use serde_json::json;

    fn default_alone() -> Case {
        oauth(&RULE).forget("/lync/certificates/values/1")
    }

    #[test]
    fn a_certificate_for_tokens_passes() {
        oauth(&RULE).passes("OAuthTokenIssuer");
    }

    #[test]
    fn a_default_certificate_alone_is_none_and_becomes_the_first_one_without_a_way_back() {
        let set = "Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint";
        let case = default_alone().fails("OAuthTokenIssuer").fixed_by(&format!("{set} {DEFAULT} -Confirm false"));
        let steps = case.undone_by(&[]).steps();
        let added = &steps.added()[0];
        assert!(added.step.transition.as_ref().unwrap().before.is_none());
        for culture in [Culture::En, Culture::Fr] {
            assert!(added.note.unwrap().of(culture).contains("Remove-CsCertificate"), "why nothing takes it back");
        }
    }

    #[test]
    fn a_certificate_that_does_not_fit_is_not_taken() {
        let other = json!([{ "name": "example.org", "isDefault": true }]);
        default_alone().set("/lync/sipDomains/values", other).not_fixed();
        default_alone().lync_machine(json!({})).not_fixed();
    }
}
