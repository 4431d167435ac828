//! AUTOD-SERVES: autodiscover answers.

use crate::rules::prelude::*;
use crate::rules::topology::oauth::autodiscover::{FOR_LYNC, hosts};
use crate::rules::topology::oauth::network::{Pages, listed, seen, serves};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "AUTOD-SERVES",
    category: Category::Fact,
    severity: Severity::Information,
    roles: &[Role::ExchangeFrontEnd, Role::ExchangeBackEnd],
    lync: &[],
    title: Text::new("Autodiscover responds", "La découverte automatique répond"),
    explanation: Text::new(
        "For an address and a password, Autodiscover returns what a client needs: how to connect internally and externally, the server of the mailbox, and the URLs of free/busy information, unified messaging, the offline address book and Outlook Anywhere. A request without credentials is answered with a sign-in prompt, which shows that the service works.",
        "Pour une adresse et un mot de passe, la découverte automatique renvoie ce dont un client a besoin : comment se connecter en interne et en externe, le serveur de la boîte aux lettres et les URL des informations de disponibilité, de la messagerie unifiée, du carnet d'adresses en mode hors connexion et d'Outlook Anywhere. Une requête sans informations d'identification reçoit une invite de connexion, ce qui montre que le service fonctionne.",
    ),
    remedy: Text::new(
        "Open the URL in a browser on the named computer: a sign-in prompt is a good result. Otherwise check DNS, the certificate of IIS, and the application pool MSExchangeAutodiscoverAppPool.",
        "Ouvrez l'URL dans un navigateur sur l'ordinateur indiqué : une invite de connexion est un bon résultat. Sinon, vérifiez DNS, le certificat d'IIS et le pool d'applications MSExchangeAutodiscoverAppPool.",
    ),
    interpretation: Some(Text::new(
        "The documentation only describes what Autodiscover returns. A 401 response or a sign-in page is taken as the sign that it works.",
        "La documentation décrit seulement ce que renvoie la découverte automatique. Une réponse 401 ou une page de connexion est considérée comme le signe qu'elle fonctionne.",
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
    "{url} does not respond as Autodiscover does, according to {machines}.",
    "{url} ne répond pas comme la découverte automatique, d'après {machines}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let pages = Pages::new(context);
    for host in hosts(context)? {
        let url = format!("https://{host}{FOR_LYNC}");
        let target = Target::new(TargetKind::Address, &url);
        let answers = pages.of(&url);
        let evidence = answers.iter().map(|(host, answer)| seen(host, answer)).collect();
        let silent = listed(answers.iter().filter(|(_, answer)| !serves(answer)).map(|(host, _)| *host));
        if answers.is_empty() {
            findings.unknown(target, Missing::not_collected(&machine_sections::WEB_ANSWERS));
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
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const URL: &str = "https://autodiscover.contoso.com/autodiscover/autodiscover.svc";
    const ANSWER: &str = "/machine/webAnswers/values/0";
    const STATUS: &str = "/machine/webAnswers/values/0/status";

    #[test]
    fn an_answer_a_refusal_and_a_page_to_sign_in_pass() {
        for status in [200, 401, 302] {
            oauth(&RULE).set(STATUS, status).passes(URL);
        }
    }

    #[test]
    fn other_answers_and_none_fail() {
        for status in [403, 404, 500, 503] {
            // It is information, but somebody has to see to it.
            oauth(&RULE).set(STATUS, status).fails(URL).advises(false);
        }
        oauth(&RULE).set(ANSWER, json!({ "url": URL, "error": "The connection was refused." })).fails(URL);
    }

    #[test]
    fn an_address_that_nobody_opened_is_unknown() {
        oauth(&RULE).forget("/machine/webAnswers").lync_machine(json!({})).unknown(URL);
    }
}
