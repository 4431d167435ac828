//! AUTOD-ALLOWED-DOMAINS: the domains that autodiscover may redirect Lync to are written as Lync reads them.

use crate::rules::prelude::*;
use crate::rules::topology::oauth::autodiscover::allowed_domains;
use crate::value::FQDN;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "AUTOD-ALLOWED-DOMAINS",
    severity: Severity::Warning,
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "The domains that Autodiscover may redirect Lync to are separated by semicolons",
        "Les domaines vers lesquels la découverte automatique peut rediriger Lync sont séparés par des points-virgules",
    ),
    explanation: Text::new(
        "Where mailboxes are in Exchange Online or in another organization, Autodiscover redirects Lync there. Lync follows only to the domains in ExchangeAutodiscoverAllowedDomains. It is one string, although its documentation calls it a collection and some of its pages separate the domains by commas: PowerShell joins such a list with spaces, and Lync then knows no domain.",
        "Lorsque des boîtes aux lettres se trouvent dans Exchange Online ou dans une autre organisation, la découverte automatique y redirige Lync. Lync ne suit que vers les domaines d'ExchangeAutodiscoverAllowedDomains. C'est une seule chaîne, bien que sa documentation parle d'une collection et que certaines pages séparent les domaines par des virgules : PowerShell joint une telle liste par des espaces, et Lync ne connaît alors aucun domaine.",
    ),
    remedy: Text::new(
        "In the Lync shell: Set-CsOAuthConfiguration -Identity global -ExchangeAutodiscoverAllowedDomains \"*.<domain>;*.<other domain>\".",
        "Dans le shell Lync : Set-CsOAuthConfiguration -Identity global -ExchangeAutodiscoverAllowedDomains \"*.<domaine>;*.<autre domaine>\".",
    ),
    symptoms: &[Text::new(
        "ExchangeAutodiscoverAllowedDomains has commas instead of semicolons",
        "ExchangeAutodiscoverAllowedDomains contient des virgules au lieu de points-virgules",
    )],
    interpretation: Some(Text::new(
        "Each part between semicolons is required to be a domain, with or without *. before it. An empty value is correct where Autodiscover redirects nobody.",
        "Chaque partie entre points-virgules doit être un domaine, précédé ou non de *. Une valeur vide est correcte si la découverte automatique ne redirige personne.",
    )),
    sources: &[Source::page("Set-CsOAuthConfiguration.md")],
    after: &["AUTOD-OAUTH-URL"],
    needs: &[&lync_sections::OAUTH_CONFIGURATION],
    ..super::BASE
};

const PROPERTY: &str = "ExchangeAutodiscoverAllowedDomains";
const WRONG: Text = Text::new(
    "{part} in ExchangeAutodiscoverAllowedDomains is not a domain such as *.contoso.com. Domains are separated by semicolons.",
    "{part} dans ExchangeAutodiscoverAllowedDomains n'est pas un domaine tel que *.contoso.com. Les domaines sont séparés par des points-virgules.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let domains = allowed_domains(context)?;
    let target = Target::new(TargetKind::Configuration, "OAuth");
    let evidence = vec![Evidence::actual(PROPERTY, Some(domains))];
    match domains.split(';').map(str::trim).find(|part| !part.is_empty() && !is_domain(part)) {
        None => findings.pass(target, evidence),
        Some(part) => {
            findings.fail(target, WRONG, args! { part }, evidence);
        }
    }
    Ok(())
}

/// Whether a text is a domain, with or without a wildcard for what is before it.
fn is_domain(text: &str) -> bool {
    let name = text.strip_prefix("*.").unwrap_or(text);
    // As it stands there: Lync takes nothing away.
    let normal = FQDN.check(name).normalized;
    normal.is_some_and(|normal| normal.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const DOMAINS: &str = "/lync/oAuthConfiguration/values/0/exchangeAutodiscoverAllowedDomains";

    #[test]
    fn domains_between_semicolons_pass_and_so_do_none() {
        for good in
            ["", " ", "*.contoso.com", "*.contoso.com;*.Fabrikam.com", "*.contoso.com; autodiscover-s.outlook.com;"]
        {
            oauth(&RULE).set(DOMAINS, good).passes("OAuth");
        }
    }

    #[test]
    fn other_signs_between_them_and_addresses_fail_and_the_part_is_named() {
        for (wrong, part) in [
            ("*.contoso.com,*.fabrikam.com", "*.contoso.com,*.fabrikam.com"),
            ("*.outlook.com;*.contoso.com *.fabrikam.com", "*.contoso.com *.fabrikam.com"),
            ("https://autodiscover-s.outlook.com", "https://autodiscover-s.outlook.com"),
            ("*", "*"),
            ("*.contoso.com;*.*.com", "*.*.com"),
        ] {
            let case = oauth(&RULE).set(DOMAINS, wrong).fails("OAuth").severity(Severity::Warning);
            case.says(&[&format!("{part} in")]).not_fixed();
        }
    }

    #[test]
    fn what_nobody_read_is_unknown() {
        oauth(&RULE).forget(DOMAINS).unknown("");
    }
}
