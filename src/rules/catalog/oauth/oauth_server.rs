//! OAUTH-SERVER: servers that issue tokens beside the products can be read.

use crate::rules::prelude::*;
use crate::rules::topology::oauth::autodiscover::secure;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OAUTH-SERVER",
    severity: Severity::Warning,
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "OAuth servers of Lync have a metadata document that is read by https",
        "Les serveurs OAuth de Lync ont un document de métadonnées lu par https",
    ),
    explanation: Text::new(
        "Exchange and Lync on premises issue their own tokens and need no OAuth server. One is only needed for other products and for Exchange Online. Lync trusts the tokens of an OAuth server by its metadata document.",
        "Exchange et Lync sur site émettent leurs propres jetons et n'ont besoin d'aucun serveur OAuth. Il n'en faut un que pour d'autres produits et pour Exchange Online. Lync approuve les jetons d'un serveur OAuth d'après son document de métadonnées.",
    ),
    remedy: Text::new(
        "In the Lync shell: Set-CsOAuthServer -Identity <name> -MetadataUrl <https URL>, or Remove-CsOAuthServer -Identity <name> if nothing uses the server.",
        "Dans le shell Lync : Set-CsOAuthServer -Identity <nom> -MetadataUrl <URL https>, ou Remove-CsOAuthServer -Identity <nom> si rien n'utilise ce serveur.",
    ),
    interpretation: Some(Text::new("The URL is required to begin with https.", "L'URL doit commencer par https.")),
    sources: &[Source::page("Get-CsOAuthServer.md")],
    needs: &[&lync_sections::OAUTH_SERVERS],
    ..super::BASE
};

const NO_URL: Text =
    Text::new("The OAuth server {name} has no metadata URL.", "Le serveur OAuth {name} n'a pas d'URL de métadonnées.");
const NOT_SECURE: Text = Text::new(
    "The metadata URL of the OAuth server {name}, {url}, does not begin with https.",
    "L'URL de métadonnées du serveur OAuth {name}, {url}, ne commence pas par https.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let servers = context.estate.lync.o_auth_servers.items()?;
    if servers.is_empty() {
        findings.pass(Target::estate(), vec![Evidence::actual("Get-CsOAuthServer", Some("0"))]);
    }
    for server in servers {
        let target = Target::new(TargetKind::OAuthServer, &server.identity);
        let missing = || Missing::not_collected(&lync_sections::OAUTH_SERVERS).on(&server.identity);
        findings.for_target(&target, |findings| {
            let url = server.metadata_url.as_deref().ok_or_else(missing)?.trim();
            let evidence = vec![Evidence::actual("MetadataUrl", Some(url)).from(server)];
            findings.pass_if(secure(url).is_some(), target.clone(), evidence, || {
                (if url.is_empty() { NO_URL } else { NOT_SECURE }, args! { name: server.identity, url })
            });
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::{Value, json};

    const SERVERS: &str = "/lync/oAuthServers/values";

    fn with(url: &Value) -> Case {
        oauth(&RULE).set(SERVERS, json!([{ "identity": "microsoft.sts", "metadataUrl": url }]))
    }

    #[test]
    fn none_is_needed_and_one_that_is_read_by_https_passes() {
        oauth(&RULE).passes("");
        with(&json!("https://accounts.accesscontrol.windows.net/contoso.com/metadata/json/1")).passes("microsoft.sts");
    }

    #[test]
    fn one_without_a_url_or_by_http_fails() {
        for (url, said) in [("", "no metadata URL"), ("http://sts.contoso.com/metadata/json/1", "begin with https")] {
            with(&json!(url)).fails("microsoft.sts").severity(Severity::Warning).says(&["microsoft.sts", said]);
        }
    }

    #[test]
    fn what_nobody_read_is_unknown() {
        with(&Value::Null).unknown("microsoft.sts");
        oauth(&RULE).forget("/lync/oAuthServers").unknown("");
    }
}
