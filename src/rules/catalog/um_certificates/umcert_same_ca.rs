//! UMCERT-SAME-CA: both sides have certificates of the same root.

use crate::rules::prelude::*;
use crate::rules::topology::certificates::roots::Roots;
use crate::rules::topology::lync::servers::{Assigned, front_ends};
use crate::rules::topology::um::{root_trust, servers};
use std::collections::BTreeSet;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UMCERT-SAME-CA",
    severity: Severity::Warning,
    roles: &[Role::ExchangeBackEnd, Role::ExchangeFrontEnd, Role::LyncFrontEnd],
    title: Text::new(
        "The unified messaging certificate has the same root as the certificates of Lync",
        "Le certificat de la messagerie unifiée a la même racine que ceux de Lync",
    ),
    explanation: Text::new(
        "The documentation requires the same certification authority in one place and the same root in another. The Lync documentation allows two authorities if each side trusts the root of the other. So a different root is a warning, and only missing trust is an error (UMCERT-MUTUAL-TRUST).",
        "La documentation exige la même autorité de certification à un endroit et la même racine à un autre. Celle de Lync admet deux autorités si chaque côté approuve la racine de l'autre. Une racine différente est donc un avertissement, et seule l'absence de confiance est une erreur (UMCERT-MUTUAL-TRUST).",
    ),
    remedy: Text::new(
        "Request the unified messaging certificate from the certification authority of the Lync certificates, or make sure that each side trusts the root of the other.",
        "Demandez le certificat de la messagerie unifiée à l'autorité de certification des certificats de Lync, ou assurez-vous que chaque côté approuve la racine de l'autre.",
    ),
    sources: &[
        Source::seed("003", "50"),
        Source::seed("003", "113"),
        Source::seed("003", "117"),
        Source::seed("003", "139"),
        Source::page(
            "lync-server-2013-configure-certificates-on-the-server-running-microsoft-exchange-server-unified-messaging.md",
        ),
    ],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::CERTIFICATES,
        &lync_sections::CERTIFICATES,
        &lync_sections::POOLS,
        &machine_sections::CERTIFICATES,
    ],
    ..super::BASE
};

const OTHER_ROOT: Text = Text::new(
    "The root of the unified messaging certificates on {server} is {roots}; the root of the Lync certificates is {lync}.",
    "La racine des certificats de messagerie unifiée sur {server} est {roots} ; celle des certificats de Lync est {lync}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let lync = lync_roots(context, findings)?;
    servers::each(context, findings, |server, findings| {
        let own = root_trust::of_server(context, server)?;
        let target = Target::server(&server.host);
        if own.is_empty() || lync.is_empty() {
            return Ok(());
        }
        let join = |roots: &BTreeSet<String>| roots.iter().cloned().collect::<Vec<_>>().join(", ");
        let evidence = vec![Evidence::actual("Root", Some(join(&own))).expected(join(&lync.known))];
        if own == lync.known {
            findings.pass(target, evidence);
        } else if lync.known.is_empty() {
            return lync.missing.clone().map_or(Ok(()), Err);
        } else {
            let server = server.host.name().to_owned();
            let args = args! { server, roots: join(&own), lync: join(&lync.known) };
            findings.fail(target, OTHER_ROOT, args, evidence);
        }
        Ok(())
    })
}

/// The roots of the Front End servers; one whose root is not known is reported as unknown, and the others count.
fn lync_roots<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> Result<Roots, Missing> {
    let assigned = Assigned::new(context)?;
    let mut all = Roots::default();
    for host in front_ends(context)? {
        match root_trust::of_lync_host(context, &assigned, &host) {
            Ok(None) => {}
            Ok(Some(root)) => all.add(Ok(root)),
            Err(missing) => {
                findings.unknown(Target::server(&host), missing.clone());
                all.add(Err(missing));
            }
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::{METADATA, RULE};
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const SERVER: &str = "ex01.contoso.com";
    const ROOT: &str = "/machine/certificates/values/0/rootThumbprint";

    #[test]
    fn one_root_on_both_sides_passes() {
        unified_messaging(&RULE).passes(SERVER);
    }

    #[test]
    fn another_root_is_a_warning() {
        unified_messaging(&RULE).set(ROOT, "1F78A110D22DEA5A332496CC05DA69B75B66111C").fails(SERVER).not_fixed();
        assert_eq!(METADATA.severity, Severity::Warning);
    }

    #[test]
    fn roots_that_nobody_read_are_unknown() {
        let case = unified_messaging(&RULE).lync_machine(json!({}));
        case.finds(&[(SERVER, Status::Unknown), ("fe01.contoso.com", Status::Unknown)]);
    }

    #[test]
    fn without_certificates_there_is_nothing_to_compare() {
        unified_messaging(&RULE).set("/exchange/certificates/values/0/services", json!([])).not_applicable();
    }
}
