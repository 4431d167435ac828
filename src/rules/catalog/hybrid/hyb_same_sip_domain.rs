//! HYB-SAME-SIP-DOMAIN: the SIP domains are domains of Exchange Online too.

use crate::facts::{LyncVersion, lync_sections};
use crate::message::Text;
use crate::rules::model::context::Context;
use crate::rules::model::finding::{Checked, Report, Target};
use crate::rules::model::rule::{Aim, Family, Kind, Role, Rule, Scenario, Severity, Source};

pub(crate) static RULE: Rule = Rule {
    id: "HYB-SAME-SIP-DOMAIN",
    family: Family::Hybrid,
    kind: Kind::Check,
    scenarios: &[Scenario::Hybrid],
    aim: Aim::Any,
    severity: Severity::Error,
    roles: &[Role::LyncFrontEnd],
    exchange: &[],
    lync: &[LyncVersion::V2013, LyncVersion::V2015, LyncVersion::V2019],
    title: Text::new("Both sides have the same SIP domain", "Les deux côtés ont le même domaine SIP"),
    explanation: Text::new(
        "A shared address space is one SIP domain that Lync and Exchange Online both serve. What the cloud accepts is no fact that this module collects.",
        "Un espace d'adressage partagé est un domaine SIP que servent à la fois Lync et Exchange Online. Ce que le cloud accepte n'est pas un fait que ce module collecte.",
    ),
    remedy: Text::new(
        "In Exchange Online PowerShell: Get-AcceptedDomain. Each SIP domain whose users have mailboxes there has to be in the list; otherwise add and verify it in the admin center of the cloud.",
        "Dans Exchange Online PowerShell : Get-AcceptedDomain. Chaque domaine SIP dont des utilisateurs ont leur boîte aux lettres dans le cloud doit y figurer ; sinon, ajoutez-le et validez-le dans le centre d'administration du cloud.",
    ),
    inference: None,
    sources: &[Source::seed("004", "60")],
    after: &[],
    needs: &[&lync_sections::SIP_DOMAINS],
    check,
    mend: None,
    follow: None,
};

const LOOK: Text = Text::new(
    "See whether {domain} is among the accepted domains of Exchange Online: Get-AcceptedDomain in Exchange Online PowerShell.",
    "Vérifiez que {domain} figure parmi les domaines acceptés d'Exchange Online : Get-AcceptedDomain dans Exchange Online PowerShell.",
);

fn check(context: &Context<'_>, report: &mut Report<'_>) -> Checked {
    for domain in context.estate.lync.sip_domains.known()? {
        report.manual(Target::new("SipDomain", &domain.name), LOOK, vec![("domain", domain.name.clone())]);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::model::finding::Status;
    use crate::rules::testing::samples::Sample;
    use serde_json::json;

    const ID: &str = "HYB-SAME-SIP-DOMAIN";

    #[test]
    fn each_sip_domain_is_for_a_person_to_look_up() {
        let second = json!({ "name": "fabrikam.com", "isDefault": false });
        let sample = Sample::hybrid().set("/lync/sipDomains/values/1", second);
        sample.expect(ID, &[("contoso.com", Status::Manual), ("fabrikam.com", Status::Manual)]);
    }

    #[test]
    fn domains_that_nobody_collected_are_unknown() {
        Sample::hybrid().forget("/lync/sipDomains").expect(ID, &[("", Status::Unknown)]);
    }
}
