//! AUTOD-SERVES: autodiscover answers.

use crate::rules::prelude::*;
use crate::rules::topology::oauth::autodiscover::{FOR_LYNC, hosts};
use crate::rules::topology::oauth::network::{Pages, listed, seen, serves};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "AUTOD-SERVES",
    category: Category::Fact,
    severity: Severity::Info,
    roles: &[Role::ExchangeFrontEnd, Role::ExchangeBackEnd],
    lync: &[],
    title: Text::new("Autodiscover answers", "La découverte automatique répond"),
    explanation: Text::new(
        "For an address and a password, autodiscover gives what a client needs: how to connect from inside and outside, the server of the mailbox, and the addresses for free and busy times, unified messaging, the offline address book and Outlook Anywhere. So it asks everybody who comes without credentials to sign in; that answer shows that it works.",
        "Contre une adresse et un mot de passe, la découverte automatique donne ce qu'il faut à un client : comment se connecter de l'intérieur et de l'extérieur, le serveur de la boîte aux lettres et les adresses des disponibilités, de la messagerie unifiée, du carnet d'adresses hors connexion et d'Outlook Anywhere. Elle demande donc à quiconque vient sans s'identifier de le faire ; cette réponse montre qu'elle fonctionne.",
    ),
    remedy: Text::new(
        "Open the address in a browser on the machine that is named: a question for name and password is a good answer. Otherwise check DNS, the certificate of IIS, and the application pool MSExchangeAutodiscoverAppPool.",
        "Ouvrez l'adresse dans un navigateur sur la machine indiquée : une demande de nom et de mot de passe est une bonne réponse. Sinon, vérifiez DNS, le certificat d'IIS et le pool d'applications MSExchangeAutodiscoverAppPool.",
    ),
    inference: Some(Text::new(
        "The page only says what autodiscover gives; that 401 or a page to sign in shows that it serves is our reading.",
        "La page dit seulement ce que donne la découverte automatique ; que 401 ou une page de connexion montre qu'elle sert est notre lecture.",
    )),
    sources: &[Source::seed("002", "52-60")],
    after: &["AUTOD-DNS", "AUTOD-OAUTH-URL"],
    needs: &[
        &exchange_sections::CLIENT_ACCESS_SERVICES,
        &lync_sections::OAUTH_CONFIGURATION,
        &machine_sections::WEB_ANSWERS,
    ],
    ..super::BASE
};

const SILENT: Text = Text::new(
    "{url} does not answer as autodiscover does, as seen from {machines}.",
    "{url} ne répond pas comme la découverte automatique, vu de {machines}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let pages = Pages::new(context);
    for host in hosts(context)? {
        let url = format!("https://{host}{FOR_LYNC}");
        let target = Target::new("Address", &url);
        let answers = pages.of(&url);
        let evidence = answers.iter().map(|(host, answer)| seen(host, answer)).collect();
        let silent = listed(answers.iter().filter(|(_, answer)| !serves(answer)).map(|(host, _)| *host));
        if answers.is_empty() {
            findings.unknown(target, Missing::never(&machine_sections::WEB_ANSWERS));
        } else if silent.is_empty() {
            findings.pass(target, evidence);
        } else {
            findings.fail(target, SILENT, args! { url, machines: silent }, evidence);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "AUTOD-SERVES";
    const URL: &str = "https://autodiscover.contoso.com/autodiscover/autodiscover.svc";
    const ANSWER: &str = "/machine/webAnswers/values/0";

    #[test]
    fn an_answer_a_refusal_and_a_page_to_sign_in_pass() {
        for status in [200, 401, 302] {
            let sample = Sample::oauth().set(&format!("{ANSWER}/status"), json!(status));
            sample.expect(ID, &[(URL, Status::Pass)]);
        }
    }

    #[test]
    fn other_answers_and_none_fail() {
        for status in [403, 404, 500, 503] {
            let sample = Sample::oauth().set(&format!("{ANSWER}/status"), json!(status));
            sample.expect(ID, &[(URL, Status::Fail)]);
        }
        let refused = json!({ "url": URL, "error": "The connection was refused." });
        Sample::oauth().set(ANSWER, refused).expect(ID, &[(URL, Status::Fail)]);
    }

    #[test]
    fn an_address_that_nobody_opened_is_unknown() {
        let sample = Sample::oauth().forget("/machine/webAnswers").lync_machine(json!({}));
        sample.expect(ID, &[(URL, Status::Unknown)]);
    }
}
