//! UM-MEDIATION-CERT: the certificate of each Mediation server is from the authority of the Front End servers, or both
//! sides trust each other's root.

use crate::rules::prelude::*;
use crate::rules::topology::certificates::roots;
use crate::rules::topology::lync::servers::{self, Assigned};
use std::collections::BTreeMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-MEDIATION-CERT",
    category: Category::Step,
    roles: &[Role::Mediation],
    title: Text::new(
        "Mediation Servers have a certificate that Lync trusts, and trust the certificates of Lync",
        "Les serveurs de médiation ont un certificat que Lync approuve, et approuvent ceux de Lync",
    ),
    explanation: Text::new(
        "Mediation Servers and Front End Servers communicate over TLS. The documentation requires one certification authority for both; a different one works as well if each side has the root of the other.",
        "Les serveurs de médiation et les serveurs frontaux communiquent par TLS. La documentation exige une même autorité de certification pour les deux ; une autre convient aussi si chaque côté a la racine de l'autre.",
    ),
    remedy: Text::new(
        "On the Mediation Server, run the Deployment Wizard, Install or Update Lync Server System, step 3, and request a certificate from the certification authority of the Front End Servers; or import the missing root into the trusted roots of each computer: Import-Certificate -FilePath <file> -CertStoreLocation Cert:\\LocalMachine\\Root.",
        "Sur le serveur de médiation, exécutez l'Assistant Déploiement, Installer ou mettre à jour le système Lync Server, étape 3, et demandez un certificat à l'autorité de certification des serveurs frontaux ; ou importez la racine manquante parmi les racines de confiance de chaque ordinateur : Import-Certificate -FilePath <fichier> -CertStoreLocation Cert:\\LocalMachine\\Root.",
    ),
    interpretation: Some(Text::new(
        "The documentation on the certificates of Exchange servers states that mutual trust is enough; the same is taken to apply here.",
        "La documentation sur les certificats des serveurs Exchange indique que la confiance mutuelle suffit ; la même règle est considérée comme valable ici.",
    )),
    sources: &[
        Source::seed("003", "66"),
        Source::seed("003", "207"),
        Source::page(
            "lync-server-2013-configure-certificates-on-the-server-running-microsoft-exchange-server-unified-messaging.md",
        ),
    ],
    after: &["UM-MEDIATION"],
    needs: &[&lync_sections::POOLS, &lync_sections::CERTIFICATES, &machine_sections::CERTIFICATES],
    ..super::BASE
};

const NO_CERTIFICATE: Text =
    Text::new("{server} has no certificate for its services.", "{server} n'a pas de certificat pour ses services.");
const NO_TRUST: Text = Text::new(
    "The certificates of {server} and {other} are from different certification authorities, and at least one side does not trust the root of the other.",
    "Les certificats de {server} et de {other} viennent d'autorités de certification différentes, et au moins un côté n'approuve pas la racine de l'autre.",
);

/// The roots of the Front End servers, each with one server that has it, and what would tell those not known.
type Fronts = (BTreeMap<String, Host>, Option<Missing>);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let servers = servers::mediation_servers(context)?;
    let assigned = Assigned::new(context)?;
    let fronts = fronts(context, &assigned)?;
    for host in servers {
        findings.for_target(&Target::server(&host), |findings| look(context, findings, &host, &assigned, &fronts));
    }
    Ok(())
}

fn look<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    host: &Host,
    assigned: &Assigned<'_>,
    (fronts, missing): &Fronts,
) -> CheckResult {
    let target = Target::server(host);
    let mut args = args! { server: host.name() };
    let Some(certificate) = assigned.default_of(host)? else {
        findings.fail(target, NO_CERTIFICATE, args, Vec::new());
        return Ok(());
    };
    let root = roots::of(context, host, &certificate.thumbprint, certificate.issuer.as_deref())?;
    let evidence = vec![Evidence::actual("Root", Some(&*root)).from(certificate)];
    for (other, front) in fronts.iter().filter(|(other, _)| **other != root) {
        if !trusts(context, host, other)? || !trusts(context, front, &root)? {
            args.push(("other", front.name().to_owned()));
            findings.fail(target, NO_TRUST, args, evidence);
            return Ok(());
        }
    }
    if let Some(missing) = missing {
        return Err(missing.clone());
    }
    findings.pass(target, evidence);
    Ok(())
}

fn fronts(context: &Context<'_>, assigned: &Assigned<'_>) -> Result<Fronts, Missing> {
    let (mut known, mut missing) = (BTreeMap::new(), None);
    for host in servers::front_ends(context)? {
        let root = assigned.default_of(&host).and_then(|certificate| {
            let root =
                |one: &crate::facts::LyncCertificate| roots::of(context, &host, &one.thumbprint, one.issuer.as_deref());
            certificate.map(|one| root(one)).transpose()
        });
        match root {
            Ok(Some(root)) => drop(known.entry(root).or_insert(host)),
            // UMCERT-LYNC speaks of a Front End server without a certificate.
            Ok(None) => {}
            Err(unknown) => drop(missing.get_or_insert(unknown)),
        }
    }
    Ok((known, missing))
}

/// Whether a machine trusts a root.
fn trusts(context: &Context<'_>, host: &Host, root: &str) -> Result<bool, Missing> {
    Ok(roots::trusted(roots::stored(context, host)?).contains(root))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::samples_um::{ROOT, lync_machine, mediation_machine};
    use crate::rules::testing::um_prelude::*;

    const MEDIATION: &str = "med01.contoso.com";
    const OTHER_ROOT: &str = "1111111111111111111111111111111111111111";

    fn trusted(thumbprint: &str) -> Value {
        json!({ "store": "Root", "thumbprint": thumbprint, "subject": "CN=Root" })
    }

    /// The estate with other facts of the machine of the Mediation server.
    fn around(mediation: Value) -> Case {
        unified_messaging(&RULE).with(|_| Sample::unified_messaging_around(mediation))
    }

    /// The same where the Mediation server has a certificate of another authority, and trusts these roots.
    fn of_other_authority(roots: &[&str]) -> Case {
        let mut machine = mediation_machine();
        let mut own = machine["certificates"]["values"][0].clone();
        own["rootThumbprint"] = json!(OTHER_ROOT);
        let stores = std::iter::once(own).chain(roots.iter().map(|root| trusted(root)));
        machine["certificates"]["values"] = stores.collect();
        around(machine)
    }

    /// The Front End server, trusting one more root.
    fn trusting_the_other() -> Value {
        let mut machine = lync_machine();
        machine["certificates"]["values"].as_array_mut().unwrap().push(trusted(OTHER_ROOT));
        machine
    }

    #[test]
    fn a_certificate_of_the_same_authority_passes() {
        unified_messaging(&RULE).passes(MEDIATION);
    }

    #[test]
    fn another_authority_passes_where_both_sides_trust_the_other_and_fails_where_one_does_not() {
        of_other_authority(&[ROOT, OTHER_ROOT]).fails(MEDIATION).lync_machine(trusting_the_other()).passes(MEDIATION);
        of_other_authority(&[OTHER_ROOT]).lync_machine(trusting_the_other()).fails(MEDIATION);
    }

    #[test]
    fn a_server_without_a_default_certificate_fails() {
        unified_messaging(&RULE).set("/lync/certificates/values/1/use", "AudioVideo").fails(MEDIATION);
    }

    #[test]
    fn what_nobody_told_is_unknown() {
        let case = unified_messaging(&RULE).unknown_without_each(MEDIATION, "/lync", &["certificates/values/1"]);
        case.unknown_without_each("", "/lync", &["certificates", "pools", "pools/values/1/computers"])
            .lync_machine(json!({}))
            .unknown(MEDIATION);
        around(json!({})).unknown(MEDIATION);
    }
}
