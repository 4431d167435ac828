//! HYB-SRV: DNS tells where the Edge takes federation messages.

use crate::facts::DnsAnswer;
use crate::rules::prelude::*;
use std::collections::HashMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "HYB-SRV",
    severity: Severity::Warning,
    roles: &[Role::Dns],
    title: Text::new(
        "A DNS SRV record leads from each SIP domain to the Edge",
        "Un enregistrement DNS SRV mène de chaque domaine SIP à l'Edge",
    ),
    explanation: Text::new(
        "Others find your Edge by _sipfederationtls._tcp of the SIP domain. It has to name port 5061 and a host in the same domain. Inside and outside may answer differently: collect on an inner server and on the Edge.",
        "Les autres trouvent votre Edge par _sipfederationtls._tcp du domaine SIP. L'enregistrement doit nommer le port 5061 et un hôte du même domaine. L'intérieur et l'extérieur peuvent répondre différemment : collectez sur un serveur interne et sur l'Edge.",
    ),
    remedy: Text::new(
        "In the DNS zone of the SIP domain, inside and outside, make the SRV record _sipfederationtls._tcp with port 5061 and the public name of the Access Edge service, such as sip.contoso.com.",
        "Dans la zone DNS du domaine SIP, à l'intérieur et à l'extérieur, créez l'enregistrement SRV _sipfederationtls._tcp avec le port 5061 et le nom public du service Edge d'accès, par exemple sip.contoso.com.",
    ),
    inference: Some(Text::new(
        "The public name of the Access Edge service is no fact, so the host is only held to its domain and the port. That the record of a hosted voice mail deployment is needed for messages too is our reading.",
        "Le nom public du service Edge d'accès n'est pas un fait : seuls le domaine de l'hôte et le port sont vérifiés. Que l'enregistrement d'un déploiement de messagerie vocale hébergée serve aussi aux messages est notre lecture.",
    )),
    sources: &[Source::page("lync-server-2013-create-a-dns-srv-record-for-integration-with-hosted-exchange-um.md")],
    needs: &[&lync_sections::SIP_DOMAINS, &machine_sections::DNS],
    ..super::BASE
};

const NO_RECORD: Text = Text::new("There is no record {name}.", "Il n'y a pas d'enregistrement {name}.");
const OTHER_TARGET: Text = Text::new(
    "{name} leads to {found}, which is not a host of {domain} at port 5061.",
    "{name} mène à {found}, qui n'est pas un hôte de {domain} au port 5061.",
);

/// What DNS answered for services, by name, on every machine that was asked.
type Answers<'a> = HashMap<String, Vec<&'a Item<DnsAnswer>>>;

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let domains = context.estate.lync.sip_domains.known()?;
    let answers = answers(context);
    for domain in domains {
        let domain = domain.name.to_lowercase();
        let target = Target::new("SipDomain", &domain);
        findings.for_target(&target.clone(), |findings| look(&answers, &domain, target, findings));
    }
    Ok(())
}

fn answers<'a>(context: &Context<'a>) -> Answers<'a> {
    let mut by_name = Answers::new();
    for machine in &context.estate.machines {
        for answer in machine.state.dns.known().unwrap_or_default() {
            if answer.kind.eq_ignore_ascii_case("SRV") {
                by_name.entry(answer.name.to_lowercase()).or_default().push(answer);
            }
        }
    }
    by_name
}

/// One finding for all machines: the first answer that is wrong, else one that is missing, else all of them.
fn look(answers: &Answers<'_>, domain: &str, target: Target, findings: &mut Findings<'_>) -> CheckResult {
    let name = format!("_sipfederationtls._tcp.{domain}");
    let missing = |because| Missing { because, ..Missing::never(&machine_sections::DNS).on(&name) };
    let asked = answers.get(&name).ok_or_else(|| missing(None))?;
    let mut read = Vec::new();
    for answer in asked {
        let Some(found) = &answer.answers else { continue };
        let shown = found.join(", ");
        let evidence = Evidence::read(&name, Some(shown.as_str())).from(answer);
        let wrong = found.iter().find(|found| !is_right(found, domain));
        if found.is_empty() || wrong.is_some() {
            let text = if found.is_empty() { NO_RECORD } else { OTHER_TARGET };
            let args = args! { name, found: wrong.cloned().unwrap_or_default(), domain };
            findings.fail(target, text, args, vec![evidence]);
            return Ok(());
        }
        read.push(evidence);
    }
    if let Some(failed) = asked.iter().find(|answer| answer.answers.is_none()) {
        return Err(missing(failed.error.clone()));
    }
    findings.pass(target, read);
    Ok(())
}

/// Whether a target such as `sip.contoso.com:5061` is a host of the domain at the port of federation.
fn is_right(found: &str, domain: &str) -> bool {
    let host = found.strip_suffix(":5061").map(|host| host.trim_end_matches('.').to_lowercase());
    host.is_some_and(|host| host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.')))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "HYB-SRV";
    const ANSWER: &str = "/machine/dns/values/0";

    #[test]
    fn a_host_of_the_domain_at_the_right_port_passes() {
        Sample::hybrid().expect(ID, &[("contoso.com", Status::Pass)]);
        let sample = Sample::hybrid().set(&format!("{ANSWER}/answers"), json!(["SIP.Contoso.com.:5061"]));
        sample.expect(ID, &[("contoso.com", Status::Pass)]);
    }

    #[test]
    fn no_record_another_port_or_a_host_elsewhere_fails() {
        for answers in
            [json!([]), json!(["sip.contoso.com:443"]), json!(["sip.fabrikam.com:5061"]), json!(["xcontoso.com:5061"])]
        {
            let sample = Sample::hybrid().set(&format!("{ANSWER}/answers"), answers);
            sample.expect(ID, &[("contoso.com", Status::Fail)]);
        }
    }

    #[test]
    fn what_nobody_asked_or_dns_did_not_answer_is_unknown() {
        let sample = Sample::hybrid().forget("/machine/dns");
        sample.expect(ID, &[("contoso.com", Status::Unknown)]);
        let sample =
            Sample::hybrid().forget(&format!("{ANSWER}/answers")).set(&format!("{ANSWER}/error"), json!("timeout"));
        sample.expect(ID, &[("contoso.com", Status::Unknown)]);
        assert_eq!(sample.findings(ID)[0].missing.as_ref().unwrap().because.as_deref(), Some("timeout"));
        Sample::hybrid().forget("/lync/sipDomains").expect(ID, &[("", Status::Unknown)]);
    }
}
