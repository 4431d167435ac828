//! OAUTH-CERT-ANY-WEBSERVER: the certificate for tokens needs no kind of its own.

use crate::rules::prelude::*;
use crate::rules::topology::oauth::issuer::assigned;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OAUTH-CERT-ANY-WEBSERVER",
    category: Category::Fact,
    severity: Severity::Information,
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "Any web server certificate can sign tokens, including the default certificate of Lync",
        "Tout certificat de serveur web peut signer des jetons, y compris le certificat par défaut de Lync",
    ),
    explanation: Text::new(
        "It only needs the SIP domain in its subject, must be the same on all Front End Servers, and must have a key of 2048 bits or more.",
        "Il doit seulement contenir le domaine SIP dans son objet, être le même sur tous les serveurs frontaux et avoir une clé de 2048 bits ou plus.",
    ),
    remedy: Text::new(
        "No action required. The rules OAUTH-CERT-* check the requirements of such a certificate.",
        "Aucune action n'est requise. Les règles OAUTH-CERT-* vérifient les conditions auxquelles un tel certificat doit répondre.",
    ),
    sources: &[Source::seed("002", "42")],
    needs: &[&lync_sections::CERTIFICATES],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let all = assigned(context)?.into_iter();
    findings
        .pass(Target::estate(), all.map(|one| Evidence::actual("Subject", one.subject.as_deref()).from(one)).collect());
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;

    #[test]
    fn it_is_told_whatever_the_certificate_is() {
        oauth(&super::RULE).passes("");
    }
}
