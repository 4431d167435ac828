//! AUTOD-OAUTH-URL: Lync knows where autodiscover is.

use crate::rules::fixes::oauth_configuration;
use crate::rules::prelude::*;
use crate::rules::topology::oauth::autodiscover::{
    FOR_LYNC, client_hosts, host_at, lync_url, told, value, wanted_host,
};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix);

static METADATA: Metadata = Metadata {
    id: "AUTOD-OAUTH-URL",
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "The OAuth configuration of Lync contains the Autodiscover URL",
        "La configuration OAuth de Lync contient l'URL de découverte automatique",
    ),
    explanation: Text::new(
        "Lync uses the service autodiscover.svc, not the document autodiscover.xml that Outlook uses. There is only one OAuth configuration, so you can omit -Identity global. Do not copy the command from the documentation: it shows a long dash instead of a hyphen, and the French page translates the names of the service and the document.",
        "Lync utilise le service autodiscover.svc, et non le document autodiscover.xml qu'utilise Outlook. Il n'y a qu'une configuration OAuth : vous pouvez omettre -Identity global. Ne copiez pas la commande de la documentation : elle contient un tiret long au lieu d'un trait d'union, et la page française traduit les noms du service et du document.",
    ),
    remedy: Text::new(
        "In the Lync shell: Set-CsOAuthConfiguration -Identity global -ExchangeAutodiscoverUrl https://autodiscover.<domain>/autodiscover/autodiscover.svc.",
        "Dans le shell Lync : Set-CsOAuthConfiguration -Identity global -ExchangeAutodiscoverUrl https://autodiscover.<domaine>/autodiscover/autodiscover.svc.",
    ),
    symptoms: &[
        Text::new(
            "The Autodiscover URL of Lync begins with http instead of https",
            "L'URL de découverte automatique de Lync commence par http au lieu de https",
        ),
        Text::new(
            "The Autodiscover URL of Lync ends in autodiscover.xml instead of autodiscover.svc",
            "L'URL de découverte automatique de Lync se termine par autodiscover.xml au lieu d'autodiscover.svc",
        ),
    ],
    interpretation: Some(Text::new(
        "The URL is required to begin with https, and its host to be one that Exchange publishes to its clients.",
        "L'URL doit commencer par https, et son hôte doit être l'un de ceux qu'Exchange publie pour ses clients.",
    )),
    sources: &[Source::seed("002", "76-85")],
    after: &["AUTOD-SCP-URI"],
    needs: &[&lync_sections::OAUTH_CONFIGURATION, &exchange_sections::CLIENT_ACCESS_SERVICES],
    optional: &[&exchange_sections::CLIENT_ACCESS_SERVICES],
    ..super::BASE
};

const PROPERTY: &str = "ExchangeAutodiscoverUrl";
const BLANK: Text = Text::new("Lync has no Autodiscover URL.", "Lync n'a pas d'URL de découverte automatique.");
const WRONG: Text = Text::new(
    "{url} is not an https URL that ends in /autodiscover/autodiscover.svc.",
    "{url} n'est pas une URL https qui se termine par /autodiscover/autodiscover.svc.",
);
const PLAIN: Text = Text::new(
    "{url} begins with http. Lync sends its tokens only by https.",
    "{url} commence par http. Lync n'envoie ses jetons que par https.",
);
const FOR_OUTLOOK: Text = Text::new(
    "{url} is the document autodiscover.xml for Outlook. Lync uses the service autodiscover.svc.",
    "{url} est le document autodiscover.xml pour Outlook. Lync utilise le service autodiscover.svc.",
);
const OTHER_HOST: Text = Text::new(
    "Exchange publishes other Autodiscover hosts ({hosts}) to its clients than the host of {url}.",
    "Exchange publie pour ses clients d'autres hôtes de découverte automatique ({hosts}) que celui de {url}.",
);
const NOT_ASKED: Text = Text::new(
    "The host of {url} is not the requested Autodiscover host, {hosts}, which Exchange does not publish to its clients yet.",
    "L'hôte de {url} n'est pas l'hôte de découverte automatique demandé, {hosts}, qu'Exchange ne publie pas encore pour ses clients.",
);
const SET: Text = Text::new("Set the Autodiscover URL in Lync", "Définir l'URL de découverte automatique dans Lync");

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let url = lync_url(context)?;
    let target = Target::new(TargetKind::Configuration, "OAuth");
    let evidence = vec![Evidence::actual(PROPERTY, Some(url))];
    let fault = match host_at(url, FOR_LYNC) {
        None if url.trim().is_empty() => Some((told(context, BLANK), String::new())),
        None => Some((wrong(context, url), String::new())),
        Some(host) => other_hosts(context, &host)?,
    };
    match fault {
        None => findings.pass(target, evidence),
        Some((text, hosts)) => {
            findings.fail(target, text, args! { url, hosts }, evidence);
        }
    }
    Ok(())
}

/// What is wrong with an address that is not as Lync needs it, or the question that is open.
fn wrong(context: &Context<'_>, url: &str) -> Text {
    let url = url.trim().to_lowercase();
    if url.starts_with("http://") {
        PLAIN
    } else if url.trim_end_matches('/').ends_with("autodiscover.xml") {
        FOR_OUTLOOK
    } else {
        told(context, WRONG)
    }
}

/// The hosts that clients are told, or will be, if this one is none of them and was not asked for.
fn other_hosts(context: &Context<'_>, host: &str) -> Result<Option<(Text, String)>, Missing> {
    if context.settings.autodiscover_host.as_deref().is_some_and(|asked| same_name(asked, host)) {
        return Ok(None);
    }
    let told = client_hosts(context)?;
    if told.is_empty() {
        // Servers that tell nothing are the business of the rule before, which lets them tell what was asked for.
        return Ok(wanted_host(context)?.value().map(|asked| (NOT_ASKED, asked.clone())));
    }
    Ok((!told.contains(host)).then(|| (OTHER_HOST, told.into_iter().collect::<Vec<_>>().join(", "))))
}

fn fix(context: &Context<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    if let Some(host) = wanted_host(context)?.value() {
        let wanted = format!("https://{host}{FOR_LYNC}");
        let found = value(lync_url(context)?);
        fix.add(oauth_configuration::step(SET, PROPERTY, found, &wanted, &["AUTOD-SERVES", "PARTNER-TEST"]));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{METADATA, RULE};
    use crate::rules::testing::prelude::*;

    const URL: &str = "/lync/oAuthConfiguration/values/0/exchangeAutodiscoverUrl";
    const GOOD: &str = "https://autodiscover.contoso.com/autodiscover/autodiscover.svc";
    const SET: &str = "Set-CsOAuthConfiguration -Identity global -ExchangeAutodiscoverUrl";

    #[test]
    fn the_address_of_the_service_passes() {
        oauth(&RULE).passes("OAuth").set(URL, GOOD.to_uppercase().replace("HTTPS", "https")).passes("OAuth");
    }

    #[test]
    fn a_blank_or_wrong_address_fails_and_is_set() {
        for wrong in [
            "",
            "https://autodiscover.contoso.com/autodiscover/autodiscover.xml",
            "http://autodiscover.contoso.com/autodiscover/autodiscover.svc",
            "https://autodiscover.contoso.com/autodiscover/autodiscover. svc",
        ] {
            oauth(&RULE).set(URL, wrong).fails("OAuth").fixed_by(&format!("{SET} {GOOD}"));
        }
    }

    #[test]
    fn http_and_the_document_for_outlook_are_told_by_name() {
        for (wrong, said) in [
            ("http://autodiscover.contoso.com/autodiscover/autodiscover.svc", "begins with http"),
            ("HTTP://autodiscover.contoso.com/autodiscover/autodiscover.xml", "begins with http"),
            ("https://autodiscover.contoso.com/autodiscover/autodiscover.XML", "document autodiscover.xml for Outlook"),
            ("https://autodiscover.contoso.com/", "not an https URL that ends in"),
        ] {
            oauth(&RULE).set(URL, wrong).fails("OAuth").says(&[wrong, said]);
        }
    }

    #[test]
    fn another_host_than_clients_are_told_fails_unless_it_was_asked_for() {
        let other = "https://mail.contoso.com/autodiscover/autodiscover.svc";
        let case = oauth(&RULE).set(URL, other).fails("OAuth").undone_by(&[&format!("{SET} {other}")]);
        let asked = Settings { autodiscover_host: Some("MAIL.contoso.com".to_owned()), ..Settings::default() };
        case.asking(asked).passes("OAuth");
    }

    /// The plan lets the server publish the host that was asked for, and Lync would ask another one.
    #[test]
    fn another_host_than_clients_will_be_told_fails() {
        let other = "https://mail.contoso.com/autodiscover/autodiscover.svc";
        let case = oauth(&RULE).set(URL, other).set("/exchange/clientAccessServices/values/0/autodiscoverUri", "");
        let case = case.passes("OAuth");
        let asked = Settings { autodiscover_host: Some("autodiscover.contoso.com".to_owned()), ..Settings::default() };
        case.asking(asked).fails("OAuth").fixed_by(&format!("{SET} {GOOD}")).says(&["is not the requested"]);
    }

    #[test]
    fn without_a_known_host_the_choice_stays_open() {
        let case = oauth(&RULE).set(URL, "").set("/exchange/clientAccessServices/values/0/autodiscoverUri", "");
        case.fails("OAuth").not_fixed();
    }

    #[test]
    fn commands_have_the_hyphen_of_ascii_and_no_blank_in_the_name_of_the_service() {
        for text in [METADATA.remedy.en, METADATA.remedy.fr] {
            assert!(text.contains(" -ExchangeAutodiscoverUrl https://") && !text.contains('\u{2013}'), "{text}");
            assert!(text.contains("/autodiscover.svc") && !text.contains(". svc"), "{text}");
        }
    }

    #[test]
    fn what_nobody_read_is_unknown() {
        oauth(&RULE).forget(URL).unknown("");
        oauth(&RULE).forget("/exchange/clientAccessServices").unknown("");
    }
}
