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
        "A DNS SRV record points from each SIP domain to the Edge Server",
        "Un enregistrement DNS SRV pointe de chaque domaine SIP vers le serveur Edge",
    ),
    explanation: Text::new(
        "Partners find your Edge Server by _sipfederationtls._tcp of the SIP domain. The record must specify port 5061 and a host in the same domain. Internal and external DNS may return different answers: collect the facts on an internal server and on the Edge Server.",
        "Les partenaires trouvent votre serveur Edge par _sipfederationtls._tcp du domaine SIP. L'enregistrement doit indiquer le port 5061 et un hôte du même domaine. Le DNS interne et le DNS externe peuvent répondre différemment : collectez les faits sur un serveur interne et sur le serveur Edge.",
    ),
    remedy: Text::new(
        "In the internal and external DNS zones of the SIP domain, create the SRV record _sipfederationtls._tcp with port 5061 and the public name of the Access Edge service, such as sip.contoso.com.",
        "Dans les zones DNS interne et externe du domaine SIP, créez l'enregistrement SRV _sipfederationtls._tcp avec le port 5061 et le nom public du service Edge d'accès, par exemple sip.contoso.com.",
    ),
    interpretation: Some(Text::new(
        "The public name of the Access Edge service is not collected, so only the domain and the port of the host are checked. The record of a hosted voice mail deployment is taken as required for messages too.",
        "Le nom public du service Edge d'accès n'est pas collecté : seuls le domaine et le port de l'hôte sont vérifiés. L'enregistrement d'un déploiement de messagerie vocale hébergée est considéré comme nécessaire aussi pour les messages.",
    )),
    sources: &[Source::page("lync-server-2013-create-a-dns-srv-record-for-integration-with-hosted-exchange-um.md")],
    needs: &[&lync_sections::SIP_DOMAINS, &machine_sections::DNS],
    ..super::BASE
};

const NO_RECORD: Text = Text::new("There is no record {name}.", "Il n'y a pas d'enregistrement {name}.");
const OTHER_TARGET: Text = Text::new(
    "{name} points to {found}, which is not a host of {domain} on port 5061.",
    "{name} pointe vers {found}, qui n'est pas un hôte de {domain} sur le port 5061.",
);

/// What DNS answered for services, by name, on every machine that was asked.
type Answers<'a> = HashMap<String, Vec<&'a Item<DnsAnswer>>>;

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let domains = context.estate.lync.sip_domains.items()?;
    let answers = answers(context);
    for domain in domains {
        let domain = domain.name.to_lowercase();
        let target = Target::new(TargetKind::SipDomain, &domain);
        findings.for_target(&target.clone(), |findings| look(&answers, &domain, target, findings));
    }
    Ok(())
}

fn answers<'a>(context: &Context<'a>) -> Answers<'a> {
    let mut by_name = Answers::new();
    for machine in &context.estate.machines {
        for answer in machine.state.dns.items().unwrap_or_default() {
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
    let missing = |error| Missing { error, ..Missing::not_collected(&machine_sections::DNS).on(&name) };
    let asked = answers.get(&name).ok_or_else(|| missing(None))?;
    let mut read = Vec::new();
    for answer in asked {
        let Some(found) = &answer.answers else { continue };
        let display = found.join(", ");
        let evidence = Evidence::actual(&name, Some(display.as_str())).from(answer);
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
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const DOMAIN: &str = "contoso.com";
    const ANSWERS: &str = "/machine/dns/values/0/answers";

    #[test]
    fn a_host_of_the_domain_at_the_right_port_passes() {
        hybrid(&RULE).passes(DOMAIN).set(ANSWERS, ["SIP.Contoso.com.:5061"]).passes(DOMAIN);
    }

    #[test]
    fn no_record_another_port_or_a_host_elsewhere_fails() {
        hybrid(&RULE).set(ANSWERS, json!([])).fails(DOMAIN);
        for answer in ["sip.contoso.com:443", "sip.fabrikam.com:5061", "xcontoso.com:5061"] {
            hybrid(&RULE).set(ANSWERS, [answer]).fails(DOMAIN);
        }
    }

    #[test]
    fn what_nobody_asked_or_dns_did_not_answer_is_unknown() {
        hybrid(&RULE).forget("/machine/dns").unknown(DOMAIN);
        let case = hybrid(&RULE).forget(ANSWERS).set("/machine/dns/values/0/error", "timeout").unknown(DOMAIN);
        assert_eq!(case.findings()[0].missing.as_ref().unwrap().error.as_deref(), Some("timeout"));
    }
}
