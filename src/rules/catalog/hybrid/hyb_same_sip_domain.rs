//! HYB-SAME-SIP-DOMAIN: the SIP domains are domains of Exchange Online too.

use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "HYB-SAME-SIP-DOMAIN",
    roles: &[Role::LyncFrontEnd],
    title: Text::new("Both sides have the same SIP domain", "Les deux côtés ont le même domaine SIP"),
    explanation: Text::new(
        "A shared address space is one SIP domain that both Lync and Exchange Online serve. This module does not collect the accepted domains of Exchange Online.",
        "Un espace d'adressage partagé est un domaine SIP servi à la fois par Lync et Exchange Online. Ce module ne collecte pas les domaines acceptés d'Exchange Online.",
    ),
    remedy: Text::new(
        "In Exchange Online PowerShell: Get-AcceptedDomain. Each SIP domain whose users have mailboxes in Exchange Online must be in the list; otherwise add and verify it in the admin center.",
        "Dans Exchange Online PowerShell : Get-AcceptedDomain. Chaque domaine SIP dont des utilisateurs ont leur boîte aux lettres dans Exchange Online doit figurer dans la liste ; sinon, ajoutez-le et vérifiez-le dans le centre d'administration.",
    ),
    sources: &[Source::seed("004", "60")],
    needs: &[&lync_sections::SIP_DOMAINS],
    ..super::BASE
};

const INSTRUCTION: Text = Text::new(
    "Check whether {domain} is among the accepted domains of Exchange Online: Get-AcceptedDomain in Exchange Online PowerShell.",
    "Vérifiez que {domain} figure parmi les domaines acceptés d'Exchange Online : Get-AcceptedDomain dans Exchange Online PowerShell.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for domain in context.estate.lync.sip_domains.items()? {
        findings.manual(Target::new(TargetKind::SipDomain, &domain.name), INSTRUCTION, args! { domain: domain.name });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    #[test]
    fn each_sip_domain_is_for_a_person_to_look_up() {
        let case =
            hybrid(&RULE).set("/lync/sipDomains/values/1", json!({ "name": "fabrikam.com", "isDefault": false }));
        case.finds(&[("contoso.com", Status::Manual), ("fabrikam.com", Status::Manual)]);
    }
}
