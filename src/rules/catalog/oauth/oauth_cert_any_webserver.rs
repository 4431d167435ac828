//! OAUTH-CERT-ANY-WEBSERVER: the certificate for tokens needs no kind of its own.

use crate::rules::prelude::*;
use crate::rules::topology::oauth::issuer::assigned;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OAUTH-CERT-ANY-WEBSERVER",
    category: Category::Fact,
    severity: Severity::Info,
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "Any web server certificate may sign tokens, the default one of Lync too",
        "Tout certificat de serveur web peut signer des jetons, le certificat par défaut de Lync aussi",
    ),
    explanation: Text::new(
        "It only has to hold the SIP domain in its subject, to be the same on all Front End servers, and to have a key of 2048 bits or more.",
        "Il doit seulement contenir le domaine SIP dans son objet, être le même sur tous les serveurs frontaux et avoir une clé de 2048 bits ou plus.",
    ),
    remedy: Text::new(
        "Nothing to do: what such a certificate has to have is asked by the rules OAUTH-CERT-*.",
        "Rien à faire : ce qu'un tel certificat doit avoir est demandé par les règles OAUTH-CERT-*.",
    ),
    sources: &[Source::seed("002", "42")],
    needs: &[&lync_sections::CERTIFICATES],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let all = assigned(context)?.into_iter();
    findings
        .pass(Target::estate(), all.map(|one| Evidence::read("Subject", one.subject.as_deref()).from(one)).collect());
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;

    const ID: &str = "OAUTH-CERT-ANY-WEBSERVER";

    #[test]
    fn it_is_told_whatever_the_certificate_is() {
        Sample::oauth().expect(ID, &[("", Status::Pass)]);
    }

    #[test]
    fn certificates_that_nobody_read_are_unknown() {
        Sample::oauth().forget("/lync/certificates").expect(ID, &[("", Status::Unknown)]);
    }
}
