//! PARTNER-METADATA-REACHABLE: each side gets the document with which the other one introduces itself.

use super::{ex_auth_cert, oauth_cert_present, oauth_cert_same_everywhere};
use crate::facts::WebAnswer;
use crate::rules::model::finding::{Finding, Sentence};
use crate::rules::model::findings::Args;
use crate::rules::model::target::Side;
use crate::rules::prelude::*;
use crate::rules::topology::lync::servers::front_ends;
use crate::rules::topology::oauth::autodiscover::{FOR_LYNC, METADATA_PATH, host_at, lync_url};
use crate::rules::topology::oauth::network::{Pages, lacks_document, listed, seen, serves};
use crate::rules::topology::oauth::partner::{EXCHANGE_VERSIONS, of_exchange, of_lync, servers};
use std::collections::BTreeSet;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "PARTNER-METADATA-REACHABLE",
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    exchange: EXCHANGE_VERSIONS,
    title: Text::new(
        "Each side can download the metadata document of the other side",
        "Chaque côté peut télécharger le document de métadonnées de l'autre côté",
    ),
    explanation: Text::new(
        "The metadata documents contain the keys that verify tokens. Without the document of Exchange, New-CsPartnerApplication reports that the metadata document could not be downloaded. A document that is no longer available causes errors only when a certificate is renewed.",
        "Les documents de métadonnées contiennent les clés qui vérifient les jetons. Sans celui d'Exchange, New-CsPartnerApplication signale que le document de métadonnées n'a pas pu être téléchargé. Un document qui n'est plus disponible ne provoque d'erreurs qu'au renouvellement d'un certificat.",
    ),
    remedy: Text::new(
        "Open the URL in a browser on the named computer. Correct its spelling (Get-PartnerApplication, Get-CsPartnerApplication), the name in DNS, or the trust in the certificate of the web server.",
        "Ouvrez l'URL dans un navigateur sur l'ordinateur indiqué. Corrigez son orthographe (Get-PartnerApplication, Get-CsPartnerApplication), le nom dans DNS, ou l'approbation du certificat du serveur web.",
    ),
    symptoms: &[Text::new(
        "The metadata document of the other side cannot be downloaded",
        "Le document de métadonnées de l'autre côté ne peut pas être téléchargé",
    )],
    interpretation: Some(Text::new(
        "A sign-in prompt is taken as the sign that the service is there, but not that it returns the document.",
        "Une invite de connexion est considérée comme le signe que le service existe, mais non qu'il renvoie le document.",
    )),
    sources: &[Source::page("lync-server-2013-configuring-an-on-premises-partner-application-for-lync-server-2013.md")],
    after: &["AUTOD-DNS"],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::PARTNER_APPLICATIONS,
        &lync_sections::PARTNER_APPLICATIONS,
        &lync_sections::OAUTH_CONFIGURATION,
        &lync_sections::POOLS,
        &machine_sections::WEB_ANSWERS,
    ],
    optional: &[&lync_sections::PARTNER_APPLICATIONS, &lync_sections::OAUTH_CONFIGURATION, &lync_sections::POOLS],
    ..super::BASE
};

const NOT_THERE: Text = Text::new(
    "{url} does not return the document, according to {machines}.",
    "{url} ne renvoie pas le document, d'après {machines}.",
);
const NO_CERTIFICATE: Text = Text::new(
    "{url} does not return the document, according to {machines}. A server does not return it while its certificate for tokens is not valid: {rules} failed too.",
    "{url} ne renvoie pas le document, d'après {machines}. Un serveur ne le renvoie pas tant que son certificat pour les jetons n'est pas valide : {rules} a également échoué.",
);
const ASKS: Text = Text::new(
    "{url} responds with a sign-in prompt, according to {machines}. The other side sends no credentials: check whether the document can be read anonymously.",
    "{url} répond par une invite de connexion, d'après {machines}. L'autre côté n'envoie pas d'informations d'identification : vérifiez si le document peut être lu de manière anonyme.",
);
const NOBODY_ASKS: Text = Text::new(
    "Neither side has a URL of the other side yet, so no document is requested.",
    "Aucun côté n'a encore d'URL de l'autre côté : aucun document n'est demandé.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let pages = &Pages::new(context);
    let from = findings.count();
    let exchange: BTreeSet<Host> = servers(context)?.into_iter().map(|server| server.host).collect();
    for url in read_by_exchange(context)? {
        look(Side::Lync, &url, pages, &exchange, findings);
    }
    let lync = front_ends(context)?;
    for url in read_by_lync(context)? {
        look(Side::Exchange, &url, pages, &lync, findings);
    }
    if findings.count() == from {
        findings.not_applicable(Target::estate(), NOBODY_ASKS, Vec::new());
    }
    Ok(())
}

/// The documents of Lync that Exchange reads.
fn read_by_exchange(context: &Context<'_>) -> Result<BTreeSet<String>, Missing> {
    let entries = of_lync(context)?;
    let urls = entries.iter().filter_map(|one| one.auth_metadata_url.as_deref()).filter(|url| !url.is_empty());
    Ok(urls.map(str::to_lowercase).collect())
}

/// The documents of Exchange that Lync reads, or will read.
fn read_by_lync(context: &Context<'_>) -> Result<BTreeSet<String>, Missing> {
    let entries = of_exchange(context)?;
    let urls = entries.iter().filter_map(|one| one.metadata_url.as_deref()).filter(|url| !url.is_empty());
    let mut urls: BTreeSet<String> = urls.map(str::to_lowercase).collect();
    if urls.is_empty() {
        urls.extend(host_at(lync_url(context)?, FOR_LYNC).map(|host| format!("https://{host}{METADATA_PATH}")));
    }
    Ok(urls)
}

/// Checks one document of a side by what machines got. That it can be read counts on the side that reads it; that it cannot,
/// everywhere.
fn look(side: Side, url: &str, pages: &Pages<'_>, readers: &BTreeSet<Host>, findings: &mut Findings<'_>) {
    let target = Target::new(TargetKind::Address, url).of(side);
    let answers = pages.of(url);
    let of = |wanted: &dyn Fn(&WebAnswer) -> bool| {
        listed(answers.iter().filter(|(_, answer)| wanted(answer)).map(|(host, _)| *host))
    };
    let told = |machines: String| args! { url, machines };
    let absent = of(&lacks_document);
    let asking = of(&|answer| serves(answer) && answer.status != Some(200));
    if !absent.is_empty() {
        let evidence = answers.iter().map(|(host, answer)| seen(host, answer)).collect();
        let args = told(absent);
        let words = args.clone();
        let review = move |all: &[Finding<'_>]| explained(side, all, words.clone());
        findings.fail(target, NOT_THERE, args, evidence).with_review(review);
    } else if !asking.is_empty() {
        findings.manual(target, ASKS, told(asking));
    } else if answers.iter().any(|(host, _)| readers.contains(host)) {
        findings.pass(target, answers.iter().map(|(host, answer)| seen(host, answer)).collect());
    } else {
        let missing = Missing::not_collected(&machine_sections::WEB_ANSWERS);
        findings.unknown(target, readers.first().map_or(missing.clone(), |host| missing.on(host.name())));
    }
}

/// Where the certificate of the side that should return a document is not valid, that is why it does not.
fn explained(side: Side, all: &[Finding<'_>], mut args: Args) -> Option<Sentence> {
    let causes: &[&Metadata] = match side {
        Side::Exchange => &[ex_auth_cert::RULE.metadata],
        Side::Lync => &[oauth_cert_present::RULE.metadata, oauth_cert_same_everywhere::RULE.metadata],
    };
    let failed = all.iter().filter(|one| one.is_error() && causes.contains(&one.rule));
    let rules: BTreeSet<&str> = failed.map(|one| one.rule.id).collect();
    if rules.is_empty() {
        return None;
    }
    args.push(("rules", rules.into_iter().collect::<Vec<_>>().join(", ")));
    Some((NO_CERTIFICATE, args))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const EXCHANGE: &str = "https://autodiscover.contoso.com/autodiscover/metadata/json/1";
    const LYNC: &str = "https://pool.contoso.com/metadata/json/1";
    const ANSWER: &str = "/machine/webAnswers/values/1";

    fn finds(case: Case, exchange: Status, lync: Status) {
        case.finds(&[(EXCHANGE, exchange), (LYNC, lync)]);
    }

    #[test]
    fn documents_that_the_other_side_gets_pass() {
        finds(oauth(&RULE), Status::Pass, Status::Pass);
    }

    #[test]
    fn a_page_that_is_no_document_and_no_answer_fail() {
        let page = json!({ "url": LYNC, "status": 200, "json": false });
        let missing = json!({ "url": LYNC, "status": 404, "json": false });
        let refused = json!({ "url": LYNC, "error": "The certificate is not trusted." });
        for answer in [page, missing, refused] {
            finds(oauth(&RULE).set(ANSWER, answer), Status::Pass, Status::Fail);
        }
    }

    #[test]
    fn a_certificate_that_is_not_valid_is_told_as_the_reason() {
        let told = |case: &Case, url: &str| {
            let findings = case.sample().judged();
            let one = findings.iter().find(|one| one.rule.id == RULE.metadata.id && one.target.name == url).unwrap();
            one.message(Culture::En)
        };
        let silent = oauth(&RULE).set(ANSWER, json!({ "url": LYNC, "status": 500, "json": false }));
        let exchange = json!([{ "url": EXCHANGE, "status": 500, "json": false }]);
        let silent = silent.lync_machine(json!({ "webAnswers": fact(exchange) }));
        assert!(!told(&silent, EXCHANGE).contains("failed too"), "{}", told(&silent, EXCHANGE));
        let expired = silent.set("/exchange/certificates/values/1/notAfter", "2026-01-01T00:00:00Z");
        assert!(told(&expired, EXCHANGE).ends_with("EX-AUTH-CERT failed too."), "{}", told(&expired, EXCHANGE));
        assert!(!told(&expired, LYNC).contains("failed too"), "Lync signs with a certificate of its own");
    }

    #[test]
    fn a_question_to_sign_in_is_for_a_person() {
        for status in [401, 302] {
            let asks = json!({ "url": LYNC, "status": status, "json": false });
            finds(oauth(&RULE).set(ANSWER, asks), Status::Pass, Status::Manual);
        }
    }

    #[test]
    fn what_only_its_own_side_got_is_unknown() {
        // The Front End server itself got the document of its pool, which says nothing of Exchange.
        finds(oauth(&RULE).forget("/machine/webAnswers"), Status::Pass, Status::Unknown);
        finds(oauth(&RULE).lync_machine(json!({})), Status::Unknown, Status::Pass);
    }

    #[test]
    fn before_lync_has_an_entry_for_exchange_the_address_follows_from_autodiscover() {
        finds(oauth(&RULE).forget("/lync/partnerApplications/values/0"), Status::Pass, Status::Pass);
    }

    #[test]
    fn before_any_side_knows_the_other_nothing_is_asked_for() {
        let case = oauth(&RULE).forget("/exchange/partnerApplications/values/0");
        let case = case.forget("/lync/partnerApplications/values/0");
        case.set("/lync/oAuthConfiguration/values/0/exchangeAutodiscoverUrl", "").not_applicable();
    }
}
