//! UM-SERVERS-IN-DIALPLAN: every Exchange server answers for every dial plan for Lync.

use crate::rules::fixes::um_service::{self, Change};
use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans::{self, sip_plans};
use crate::rules::topology::um::services;
use std::collections::HashMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "UM-SERVERS-IN-DIALPLAN",
    roles: &[Role::ExchangeBackEnd, Role::ExchangeFrontEnd],
    title: Text::new(
        "Every Mailbox and Client Access server is in every dial plan for Lync",
        "Chaque serveur de boîtes aux lettres et d'accès au client est dans chaque plan de numérotation pour Lync",
    ),
    explanation: Text::new(
        "Calls from Lync can reach any of the servers; a server that is not in the dial plan of a call does not answer it. Dial plans of other types need no server: since Exchange 2013 every server answers their calls. The Lync documentation names Get-UMServer, which is for Exchange 2010, and a parameter Instance that Set-UMService does not have.",
        "Les appels de Lync peuvent atteindre n'importe lequel des serveurs ; un serveur qui n'est pas dans le plan de numérotation d'un appel n'y répond pas. Les plans de numérotation d'autres types n'ont besoin d'aucun serveur : depuis Exchange 2013, chaque serveur répond à leurs appels. La documentation de Lync cite Get-UMServer, qui est pour Exchange 2010, et un paramètre Instance que Set-UMService n'a pas.",
    ),
    remedy: Text::new(
        "Set-UMService -Identity <server> -DialPlans @{Add=\"<plan>\"} and Set-UMCallRouterSettings -Server <server> -DialPlans @{Add=\"<plan>\"}; a plain list replaces the others.",
        "Set-UMService -Identity <serveur> -DialPlans @{Add=\"<plan>\"} et Set-UMCallRouterSettings -Server <serveur> -DialPlans @{Add=\"<plan>\"} ; une simple liste remplace les autres plans.",
    ),
    sources: &[
        Source::seed("003", "54"),
        Source::seed("003", "179"),
        Source::seed("000", "57"),
        Source::seed("001", "51"),
        Source::page("add-mailbox-and-client-access-servers-to-a-sip-uri-dial-plan-exchange-2013-help.md"),
        Source::page("lync-server-2013-configure-unified-messaging-on-microsoft-exchange.md"),
    ],
    after: &["UM-DIALPLAN-SIP", "UM-VOIP-ENCRYPTED"],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::UM_SERVICES,
        &exchange_sections::UM_CALL_ROUTERS,
        &exchange_sections::UM_DIAL_PLANS,
    ],
    optional: &[&exchange_sections::UM_SERVICES, &exchange_sections::UM_CALL_ROUTERS],
    ..super::BASE
};

const ABSENT: Text = Text::new(
    "{service} on {server} is not in the dial plans {plans}.",
    "{service} sur {server} n'est pas dans les plans de numérotation {plans}.",
);
const OTHERS: Text = Text::new(
    "{service} on {server} is in the dial plans {plans}, which are not for Lync.",
    "{service} sur {server} est dans les plans de numérotation {plans}, qui ne sont pas pour Lync.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let plans = sip_plans(context)?;
    if plans.is_empty() {
        return Ok(());
    }
    let by_name = dial_plans::by_name(context)?;
    let expected = plans.iter().map(|plan| plan.name.as_str()).collect::<Vec<_>>().join(", ");
    services::each(context, findings, |host, endpoint, target, findings| {
        let own = endpoint.dial_plans()?;
        let evidence = vec![endpoint.evidence("DialPlans", own.join(", ")).expected(expected.as_str())];
        let absent = services::absent(endpoint, &plans)?;
        let others: Vec<&str> = own.iter().filter(|name| is_other(&by_name, name)).map(String::as_str).collect();
        let mut args = services::words(host, endpoint);
        // One whole list: what is there already stays, but for plans of other types.
        let stays = own.iter().filter(|name| !is_other(&by_name, name)).cloned();
        let wanted: Vec<String> = stays.chain(absent.iter().map(|&name| name.to_owned())).collect();
        let change = Change { setting: "DialPlans", now: own.to_vec().into(), wanted: wanted.into() };
        let fix = um_service::fix(host, endpoint, change);
        if !absent.is_empty() {
            args.push(("plans", absent.join(", ")));
            findings.fail(target.clone(), ABSENT, args, evidence).with_fix(fix);
        } else if !others.is_empty() {
            args.push(("plans", others.join(", ")));
            findings.fail(target.clone(), OTHERS, args, evidence).with_fix(fix);
        } else {
            findings.pass(target.clone(), evidence);
        }
        Ok(())
    })
}

/// Whether a dial plan is there and not for Lync.
fn is_other(by_name: &HashMap<String, bool>, name: &str) -> bool {
    by_name.get(&name.to_lowercase()) == Some(&false)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn servers_in_every_plan_pass() {
        unified_messaging(&RULE).finds(&[(SERVER, Pass), (SERVER, Pass)]);
    }

    #[test]
    fn one_that_is_absent_is_added_to_what_is_there() {
        let case = unified_messaging(&RULE).with_plan("Lyon", "SipName");
        let case = case.change(ROUTER, json!({ "dialPlans": ["Lyon", "PARIS"] }));
        let case = case.finds(&[(SERVER, Pass), (SERVER, Fail)]);
        case.fixed_by("Set-UMService -Identity ex01 -DialPlans [Paris, Lyon]")
            .undone_by(&["Set-UMService -Identity ex01 -DialPlans [Paris]"]);
    }

    #[test]
    fn a_server_that_was_in_no_plan_is_left_in_none_again() {
        let case = unified_messaging(&RULE).change(SERVICE, json!({ "dialPlans": [] }));
        case.undone_by(&["Set-UMService -Identity ex01 -DialPlans $null"]);
    }

    #[test]
    fn a_plan_of_another_type_is_taken_out() {
        let case = unified_messaging(&RULE).with_plan("Fax", "TelExtn");
        let case =
            case.change(ROUTER, json!({ "dialPlans": ["Fax", "Paris"] })).finds(&[(SERVER, Fail), (SERVER, Pass)]);
        case.fixed_by("Set-UMCallRouterSettings -Server ex01 -DialPlans [Paris]");
    }

    #[test]
    fn unknown_without_the_dial_plans_of_a_service() {
        let case = unified_messaging(&RULE).forget(&format!("{SERVICE}/dialPlans"));
        case.finds(&[(SERVER, Pass), (SERVER, Unknown)]);
        unified_messaging(&RULE).forget("/exchange/umCallRouters").finds(&[(SERVER, Unknown), (SERVER, Pass)]);
    }
}
