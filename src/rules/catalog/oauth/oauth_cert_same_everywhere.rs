//! OAUTH-CERT-SAME-EVERYWHERE: every Front End server signs its tokens with the same certificate.

use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::normal_thumbprint;
use crate::rules::topology::lync::servers::front_ends;
use crate::rules::topology::oauth::issuer::{NONE_YET, assigned};
use std::collections::{BTreeMap, BTreeSet, HashMap};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OAUTH-CERT-SAME-EVERYWHERE",
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "Every Front End Server has the same OAuthTokenIssuer certificate",
        "Chaque serveur frontal a le même certificat OAuthTokenIssuer",
    ),
    explanation: Text::new(
        "Exchange reads the key of one certificate from the metadata document of Lync. Tokens that another server signs with another certificate are refused, so some requests fail and others do not.",
        "Exchange lit la clé d'un seul certificat dans le document de métadonnées de Lync. Les jetons qu'un autre serveur signe avec un autre certificat sont refusés : certaines demandes échouent et d'autres non.",
    ),
    remedy: Text::new(
        "On one Front End Server that has the right certificate: Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint <thumbprint>. Then wait until Get-CsManagementStoreReplicationStatus shows that every replica is up to date.",
        "Sur un serveur frontal qui a le bon certificat : Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint <empreinte>. Attendez ensuite que Get-CsManagementStoreReplicationStatus affiche que chaque réplica est à jour.",
    ),
    interpretation: Some(Text::new(
        "A Front End Server without facts of its own is taken to have the certificate of the others if its replica is up to date.",
        "Un serveur frontal sans faits propres est considéré comme ayant le certificat des autres si son réplica est à jour.",
    )),
    sources: &[Source::seed("002", "46")],
    after: &["OAUTH-CERT-PRESENT"],
    needs: &[&lync_sections::CERTIFICATES, &lync_sections::POOLS, &lync_sections::REPLICATION],
    optional: &[&lync_sections::REPLICATION],
    ..super::BASE
};

const DIFFERS: Text = Text::new(
    "{server} signs tokens with {found}; most other servers use {usual}.",
    "{server} signe les jetons avec {found} ; la plupart des autres serveurs utilisent {usual}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    // While a certificate is being replaced, a computer lists two; they count together.
    let mut by_host: BTreeMap<Host, BTreeSet<String>> = BTreeMap::new();
    for one in assigned(context)? {
        let missing = || Missing::not_collected(&lync_sections::CERTIFICATES);
        let host = context.estate.host(one.computer.as_deref().ok_or_else(missing)?);
        by_host.entry(host).or_default().insert(normal_thumbprint(&one.thumbprint));
    }
    let display: BTreeMap<Host, String> =
        by_host.into_iter().map(|(host, all)| (host, all.into_iter().collect::<Vec<_>>().join(", "))).collect();
    let Some(usual) = most_common(display.values()) else {
        findings.not_applicable(Target::estate(), NONE_YET, Vec::new());
        return Ok(());
    };
    let asked: BTreeSet<Host> = display.keys().cloned().collect();
    let replicas = Replicas::new(context);
    for host in front_ends(context)?.union(&asked) {
        let target = Target::server(host);
        findings.for_target(&target, |findings| look(host, display.get(host), usual, &replicas, findings));
    }
    Ok(())
}

fn look(
    host: &Host,
    found: Option<&String>,
    usual: &str,
    replicas: &Replicas,
    findings: &mut Findings<'_>,
) -> CheckResult {
    let target = Target::server(host);
    match found {
        Some(found) if found == usual => {
            findings.pass(target, vec![Evidence::actual("Thumbprint", Some(found)).expected(usual)]);
        }
        Some(found) => {
            let args = args! { server: host.name(), found, usual };
            findings.fail(target, DIFFERS, args, vec![Evidence::actual("Thumbprint", Some(found)).expected(usual)]);
        }
        None if replicas.is_up_to_date(host) => {
            findings.pass(target, vec![Evidence::actual("UpToDate", Some("true")).expected("true")]);
        }
        None => return Err(Missing::not_collected(&lync_sections::CERTIFICATES).on(host.name())),
    }
    Ok(())
}

/// The value that comes most often; of those that come equally often, the first one.
fn most_common<'v>(values: impl Iterator<Item = &'v String>) -> Option<&'v str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(value, _)| value)
}

/// Which replicas of the configuration are up to date.
struct Replicas(HashMap<Host, bool>);

impl Replicas {
    fn new(context: &Context<'_>) -> Self {
        let all = context.estate.lync.replication.items().unwrap_or_default();
        Self(all.iter().map(|one| (context.estate.host(&one.fqdn), one.up_to_date == Some(true))).collect())
    }

    fn is_up_to_date(&self, host: &Host) -> bool {
        self.0.get(host).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_oauth::{ISSUER, issuer};
    use serde_json::json;

    const FIRST: &str = "fe01.contoso.com";
    const SECOND: &str = "fe02.contoso.com";
    const COMPUTERS: &str = "/lync/pools/values/0/computers";

    /// Two Front End servers; the second one is not asked unless a certificate of it is added.
    fn two() -> Case {
        oauth(&RULE).set(COMPUTERS, [FIRST, SECOND])
    }

    #[test]
    fn one_certificate_on_all_passes() {
        oauth(&RULE).passes(FIRST);
        let case = two().set("/lync/certificates/values/2", issuer(SECOND, &ISSUER.to_lowercase()));
        case.finds(&[(FIRST, Status::Pass), (SECOND, Status::Pass)]);
    }

    #[test]
    fn another_certificate_on_one_fails_there() {
        let case = oauth(&RULE).set(COMPUTERS, [FIRST, SECOND, "fe03.contoso.com"]);
        let case = case.set("/lync/certificates/values/2", issuer(SECOND, "AA00"));
        let case = case.set("/lync/certificates/values/3", issuer("fe03.contoso.com", ISSUER));
        case.finds(&[(FIRST, Status::Pass), (SECOND, Status::Fail), ("fe03.contoso.com", Status::Pass)]);
    }

    #[test]
    fn a_replica_that_is_up_to_date_has_the_same_one() {
        for (up_to_date, status) in [(true, Status::Pass), (false, Status::Unknown)] {
            let case = two().set("/lync/replication/values/1", json!({ "fqdn": SECOND, "upToDate": up_to_date }));
            case.finds(&[(FIRST, Status::Pass), (SECOND, status)]);
        }
    }

    #[test]
    fn without_a_certificate_there_is_none_to_compare() {
        oauth(&RULE).forget("/lync/certificates/values/1").not_applicable();
    }

    #[test]
    fn what_nobody_read_is_unknown() {
        two().forget("/lync/replication").finds(&[(FIRST, Status::Pass), (SECOND, Status::Unknown)]);
        oauth(&RULE).forget(COMPUTERS).unknown("");
    }
}
