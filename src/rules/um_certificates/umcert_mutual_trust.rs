//! UMCERT-MUTUAL-TRUST: each side trusts the root of the other.

use crate::facts::{Host, exchange_sections, lync_sections, machine_sections};
use crate::message::Text;
use crate::rules::context::Context;
use crate::rules::finding::{Checked, Evidence, Report, Target};
use crate::rules::roots::{self, Roots};
use crate::rules::rule::{Aim, Kind, Role, Rule, Scenario, Severity, Source};
use crate::rules::um_certificates::root_sides;
use crate::rules::um_servers::{self, VERSIONS};

pub(crate) static RULE: Rule = Rule {
    id: "UMCERT-MUTUAL-TRUST",
    kind: Kind::Check,
    scenarios: &[Scenario::UnifiedMessaging],
    aim: Aim::Any,
    severity: Severity::Error,
    roles: &[Role::ExchangeBackEnd, Role::ExchangeFrontEnd, Role::LyncFrontEnd, Role::Mediation],
    exchange: VERSIONS,
    lync: &[],
    title: Text::new(
        "Exchange trusts the root of Lync, and Lync that of Exchange",
        "Exchange approuve la racine de Lync, et Lync celle d'Exchange",
    ),
    explanation: Text::new(
        "Both ends of the TLS connection show their certificate, and each must trust the authority of the other. Where one does not, every call to voice mail fails. The pages also ask for the same authority on both sides, or the same root: without mutual trust nothing works, which is this error; another root alone is the warning of UMCERT-SAME-CA.",
        "Les deux extrémités de la connexion TLS présentent leur certificat, et chacune doit approuver l'autorité de l'autre. Sinon, tous les appels vers la messagerie vocale échouent. Les pages demandent aussi la même autorité des deux côtés, ou la même racine : sans confiance mutuelle rien ne marche, c'est cette erreur-ci ; une autre racine seule est l'avertissement d'UMCERT-SAME-CA.",
    ),
    remedy: Text::new(
        "Put the root certificate of the other side into Trusted Root Certification Authorities of the local machine: Import-Certificate -FilePath <root.cer> -CertStoreLocation Cert:\\LocalMachine\\Root, or certutil -addstore Root <root.cer> where that cmdlet does not exist.",
        "Placez le certificat racine de l'autre côté dans les Autorités de certification racines de confiance de l'ordinateur local : Import-Certificate -FilePath <racine.cer> -CertStoreLocation Cert:\\LocalMachine\\Root, ou certutil -addstore Root <racine.cer> là où cette cmdlet n'existe pas.",
    ),
    inference: Some(Text::new(
        "A root that Windows would fetch from Microsoft by itself when it meets it for the first time is reported as missing until then.",
        "Une racine que Windows irait chercher de lui-même chez Microsoft à la première rencontre est signalée comme absente jusque-là.",
    )),
    sources: &[
        Source::seed("003", "72"),
        Source::page(
            "lync-server-2013-configure-certificates-on-the-server-running-microsoft-exchange-server-unified-messaging.md",
        ),
    ],
    after: &[],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::CERTIFICATES,
        &lync_sections::CERTIFICATES,
        &lync_sections::POOLS,
        &machine_sections::CERTIFICATES,
    ],
    check,
    mend: None,
    follow: None,
};

const NOT_TRUSTED: Text = Text::new(
    "{server} does not trust the root {roots} of the other side.",
    "{server} n'approuve pas la racine {roots} de l'autre côté.",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    let servers = um_servers::servers(context)?;
    let hosts = root_sides::lync_hosts(context)?;
    let of_exchange = root_sides::of_exchange(context, &servers);
    let of_lync = root_sides::of_lync(context, &hosts)?;
    for server in &servers {
        judge(context, report, &server.host, &of_lync);
    }
    for host in &hosts {
        judge(context, report, host, &of_exchange);
    }
    Ok(())
}

/// Judges one machine by the roots of the other side.
fn judge(context: &Context<'_>, report: &mut Report<'_>, host: &Host, others: &Roots) {
    if others.is_empty() {
        return;
    }
    let target = Target::server(host);
    report.each(&target.clone(), |report| {
        let trusted = roots::trusted(roots::stored(context, host)?);
        let lacking: Vec<&str> = others.known.difference(&trusted).map(String::as_str).collect();
        let evidence = others.known.iter().map(|root| Evidence::read("Root", Some(root.as_str()))).collect();
        if !lacking.is_empty() {
            let args = vec![("server", host.name().to_owned()), ("roots", lacking.join(", "))];
            report.fail(target, NOT_TRUSTED, args, evidence);
        } else if let Some(missing) = &others.missing {
            return Err(missing.clone());
        } else {
            report.pass(target, evidence);
        }
        Ok(())
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::finding::Status;
    use crate::rules::samples::{Sample, fact};
    use crate::rules::samples_um::{lync_machine, mediation_machine};
    use serde_json::json;

    const ID: &str = "UMCERT-MUTUAL-TRUST";
    const OTHER_ROOT: &str = "1F78A110D22DEA5A332496CC05DA69B75B66111C";

    /// What is found for Exchange, the Front End server and the Mediation server.
    fn found(sample: &Sample, exchange: Status, front_end: Status, mediation: Status) {
        let expected =
            [("ex01.contoso.com", exchange), ("fe01.contoso.com", front_end), ("med01.contoso.com", mediation)];
        sample.expect(ID, &expected);
    }

    #[test]
    fn the_root_of_the_other_side_on_each_machine_passes() {
        found(&Sample::unified_messaging(), Status::Pass, Status::Pass, Status::Pass);
    }

    #[test]
    fn another_root_that_both_sides_trust_passes() {
        let sample =
            Sample::unified_messaging().set("/machine/certificates/values/0/rootThumbprint", json!(OTHER_ROOT));
        found(&sample, Status::Pass, Status::Fail, Status::Fail);
        let mut sides = [lync_machine(), mediation_machine()];
        for side in &mut sides {
            let root = json!({ "store": "Root", "thumbprint": OTHER_ROOT.to_lowercase(), "subject": "CN=Other CA" });
            side["certificates"]["values"].as_array_mut().unwrap().push(root);
        }
        let [lync, mediation] = sides;
        let sample = Sample::unified_messaging_around(mediation).lync_machine(lync);
        let sample = sample.set("/machine/certificates/values/0/rootThumbprint", json!(OTHER_ROOT));
        found(&sample, Status::Pass, Status::Pass, Status::Pass);
    }

    #[test]
    fn a_machine_without_the_root_of_the_other_side_fails() {
        let sample = Sample::unified_messaging().forget("/machine/certificates/values/1");
        found(&sample, Status::Fail, Status::Pass, Status::Pass);
        sample.expect_steps(ID, &[]);
        let sample = Sample::unified_messaging_around(json!({ "certificates": fact(json!([])) }));
        found(&sample, Status::Unknown, Status::Pass, Status::Fail);
    }

    #[test]
    fn roots_that_nobody_read_are_unknown_and_never_pass() {
        found(&Sample::unified_messaging().lync_machine(json!({})), Status::Unknown, Status::Unknown, Status::Pass);
        found(
            &Sample::unified_messaging().forget("/machine/certificates"),
            Status::Unknown,
            Status::Unknown,
            Status::Unknown,
        );
        Sample::unified_messaging().forget("/lync/certificates").expect(ID, &[("", Status::Unknown)]);
    }

    #[test]
    fn without_certificates_there_is_nothing_to_trust() {
        let sample = Sample::unified_messaging().set("/exchange/certificates/values/0/services", json!([]));
        sample
            .set("/lync/certificates/values/0/use", json!("Other"))
            .set("/lync/certificates/values/1/use", json!("Other"))
            .expect(ID, &[("", Status::NotApplicable)]);
    }
}
