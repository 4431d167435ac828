//! UM-ORDER: the order in which unified messaging is set up, and how far it has come.

use crate::rules::prelude::*;
use crate::rules::topology::lync::known_servers::autodiscovered;
use crate::rules::topology::lync::pools::registrar_pools;
use crate::rules::topology::lync::servers::mediation_servers;
use crate::rules::topology::um::dial_plans::sip_plans;
use crate::rules::topology::um::servers;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix);

static METADATA: Metadata = Metadata {
    id: "UM-ORDER",
    category: Category::Rule,
    severity: Severity::Information,
    title: Text::new(
        "All stages of unified messaging are completed, in the documented order",
        "Toutes les phases de la messagerie unifiée sont terminées, dans l'ordre documenté",
    ),
    explanation: Text::new(
        "The order is: pool and certificate of Lync; servers and certificate of Exchange; a SIP dial plan that contains all servers; ExchUcUtil.ps1; OcsUmUtil.exe; Mediation Server and gateways with their certificates; users. Each stage depends on the stages before it. The rules of the stages report the details.",
        "L'ordre est : pool et certificat de Lync ; serveurs et certificat d'Exchange ; un plan de numérotation SIP qui contient tous les serveurs ; ExchUcUtil.ps1 ; OcsUmUtil.exe ; serveur de médiation et passerelles avec leurs certificats ; utilisateurs. Chaque phase dépend des précédentes. Les règles des phases signalent les détails.",
    ),
    remedy: Text::new(
        "Follow the rule of the named stage, then run the check again.",
        "Suivez la règle de la phase indiquée, puis relancez l'analyse.",
    ),
    interpretation: Some(Text::new(
        "The first stage with nothing configured is taken as the next one; the documentation only gives the order.",
        "La première phase dont rien n'est configuré est considérée comme la suivante ; la documentation ne donne que l'ordre.",
    )),
    sources: &[Source::seed("003", "42-68"), Source::seed("003", "127-131")],
    needs: &[
        &lync_sections::POOLS,
        &lync_sections::CERTIFICATES,
        &exchange_sections::SERVERS,
        &exchange_sections::CERTIFICATES,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &exchange_sections::UM_CALL_ROUTERS,
        &exchange_sections::UM_IP_GATEWAYS,
        &lync_sections::UM_CONTACTS,
        &exchange_sections::UM_MAILBOXES,
    ],
    optional: &[
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &exchange_sections::UM_CALL_ROUTERS,
        &exchange_sections::UM_IP_GATEWAYS,
        &lync_sections::UM_CONTACTS,
        &exchange_sections::UM_MAILBOXES,
    ],
    ..super::BASE
};

const NEXT: Text = Text::new(
    "The stage {stage} is not completed yet. See {rule}.",
    "La phase {stage} n'est pas encore terminée. Voir {rule}.",
);

/// A stage: its name, the rule that is about it, and whether anything of it is there.
struct Stage {
    name: &'static str,
    rule: &'static str,
    is_reached: fn(&Context<'_>) -> Result<bool, Missing>,
}

static STAGES: [Stage; 10] = [
    Stage {
        name: "Get-CsPool",
        rule: "PRE-LYNC-POOL",
        is_reached: |context| Ok(!registrar_pools(context)?.is_empty()),
    },
    Stage { name: "Get-CsCertificate", rule: "UMCERT-LYNC", is_reached: has_lync_certificate },
    Stage {
        name: "Get-ExchangeServer",
        rule: "UM-EX-INSTALLED",
        is_reached: |context| Ok(!servers::servers(context)?.is_empty()),
    },
    Stage { name: "Get-ExchangeCertificate", rule: "UMCERT-ENABLED-SERVICES", is_reached: has_exchange_certificate },
    Stage {
        name: "Get-UMDialPlan",
        rule: "UM-DIALPLAN-SIP",
        is_reached: |context| Ok(!sip_plans(context)?.is_empty()),
    },
    Stage {
        name: "Get-UMService",
        rule: "UM-SERVERS-IN-DIALPLAN",
        is_reached: |context| Ok(!autodiscovered(context)?.is_empty()),
    },
    Stage {
        name: "Get-UMIPGateway",
        rule: "UM-EXCHUCUTIL",
        is_reached: |context| Ok(!context.estate.exchange.um_ip_gateways.items()?.is_empty()),
    },
    Stage {
        name: "Get-CsExUmContact",
        rule: "UM-OCSUMUTIL",
        is_reached: |context| Ok(!context.estate.lync.um_contacts.items()?.is_empty()),
    },
    Stage {
        name: "MediationServer",
        rule: "UM-MEDIATION",
        is_reached: |context| Ok(!mediation_servers(context)?.is_empty()),
    },
    Stage { name: "Get-UMMailbox", rule: "UM-USERS-ENABLED", is_reached: has_user },
];

fn has_lync_certificate(context: &Context<'_>) -> Result<bool, Missing> {
    let certificates = context.estate.lync.certificates.items()?;
    Ok(certificates.iter().any(|one| one.use_.eq_ignore_ascii_case("Default")))
}

fn has_exchange_certificate(context: &Context<'_>) -> Result<bool, Missing> {
    let certificates = context.estate.exchange.certificates.items()?;
    let is_for =
        |service: &String| [servers::UM, servers::CALL_ROUTER].iter().any(|one| service.eq_ignore_ascii_case(one));
    if certificates.iter().any(|one| one.services.iter().flatten().any(is_for)) {
        return Ok(true);
    }
    // Services that a session does not tell may be these.
    match certificates.iter().find(|one| one.services.is_none()) {
        Some(silent) => Err(Missing::not_collected(&exchange_sections::CERTIFICATES).on(&silent.server)),
        None => Ok(false),
    }
}

fn has_user(context: &Context<'_>) -> Result<bool, Missing> {
    Ok(context.estate.exchange.um_mailboxes.items()?.iter().any(|user| user.enabled == Some(true)))
}

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let mut reached = Vec::new();
    for stage in &STAGES {
        if !(stage.is_reached)(context)? {
            let args = args! { stage: stage.name, rule: stage.rule };
            findings.fail(Target::estate(), NEXT, args, reached);
            return Ok(());
        }
        reached.push(Evidence::actual(stage.name, Some(stage.rule)));
    }
    findings.pass(Target::estate(), reached);
    Ok(())
}

/// Settled if steps reach every stage that is not reached yet.
fn fix(context: &Context<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let mut all = Vec::new();
    for stage in &STAGES {
        if (stage.is_reached)(context)? {
            continue;
        }
        let numbers = fix.fixes_for_all(&[stage.rule]);
        if numbers.is_empty() {
            return Ok(());
        }
        all.extend(numbers);
    }
    fix.resolve(&all);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    /// What there is when no server is in the dial plan.
    fn without_servers(case: Case) -> Case {
        case.change("/exchange", json!({ "umServices/values/0/dialPlans": [], "umCallRouters/values/0/dialPlans": [] }))
    }

    #[test]
    fn all_stages_reached_pass() {
        unified_messaging(&RULE).passes("");
    }

    #[test]
    fn services_that_a_session_does_not_tell_may_be_those_of_a_stage() {
        unified_messaging(&RULE).forget("/exchange/certificates/values/0/services").unknown("");
    }

    #[test]
    fn the_first_stage_that_is_not_reached_is_named() {
        for (place, rule) in [
            ("/exchange/umMailboxes/values", "UM-USERS-ENABLED"),
            ("/lync/pools/values/1/services", "UM-MEDIATION"),
            ("/lync/umContacts/values", "UM-OCSUMUTIL"),
            ("/exchange/umIpGateways/values", "UM-EXCHUCUTIL"),
            ("/exchange/umDialPlans/values", "UM-DIALPLAN-SIP"),
            ("/exchange/certificates/values", "UMCERT-ENABLED-SERVICES"),
            ("/lync/certificates/values", "UMCERT-LYNC"),
            ("/lync/pools/values", "PRE-LYNC-POOL"),
        ] {
            // A stage further on is not reached either, and is not what comes next.
            let case = unified_messaging(&RULE).set("/exchange/umMailboxes/values", json!([]));
            let left = if place.ends_with("services") { json!(["Other:med.contoso.com"]) } else { json!([]) };
            case.set(place, left).fails("").says_of("", rule);
        }
        without_servers(unified_messaging(&RULE)).says_of("", "UM-SERVERS-IN-DIALPLAN");
    }

    #[test]
    fn steps_that_reach_every_stage_settle_it() {
        let stages = ["UMCERT-ENABLED-SERVICES", "UM-SERVERS-IN-DIALPLAN", "UM-EXCHUCUTIL"];
        let left = json!({ "certificates/values/0/services": ["IIS"], "umIpGateways/values": [] });
        let case = without_servers(unified_messaging(&RULE)).change("/exchange", left);
        let is_settled = |case: &Case, by: &[&str]| case.sample().is_settled(RULE.metadata.id, by);
        assert!(is_settled(&case, &stages));
        assert!(!is_settled(&case, &stages[..2]), "the stage of the script has no step");
        let case = case.set("/lync/umContacts/values", json!([]));
        assert!(!is_settled(&case, &stages), "a person has to make the contacts");
    }

    #[test]
    fn a_stage_that_nobody_asked_about_is_unknown() {
        let case = unified_messaging(&RULE).unknown_without_each("", "/exchange", &["umMailboxes", "servers"]);
        case.unknown_without_each("", "/lync", &["umContacts", "pools"]);
    }
}
