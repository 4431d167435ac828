//! TAP-EX-IN-SIP-DIALPLANS: Exchange servers are in every `SipName` dial plan.

use crate::facts::DialPlan;
use crate::rules::model::support_matrix::Support;
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::im_support;
use crate::rules::topology::um::dial_plans::sip_plans;
use crate::rules::topology::um::servers::{self, VERSIONS};
use crate::rules::topology::um::services::{self, Endpoints};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "TAP-EX-IN-SIP-DIALPLANS",
    roles: &[Role::ExchangeFrontEnd, Role::ExchangeBackEnd],
    exchange: VERSIONS,
    lync: &[LyncVersion::V2013, LyncVersion::V2015, LyncVersion::V2019, LyncVersion::SubscriptionEdition],
    title: Text::new(
        "Every Exchange server is in every dial plan of type SipName",
        "Chaque serveur Exchange appartient à chaque plan de numérotation SipName",
    ),
    explanation: Text::new(
        "Membership in these dial plans makes the Mailbox and Client Access servers trusted peers of Lync for unified messaging.",
        "L'appartenance à ces plans de numérotation fait des serveurs de boîtes aux lettres et d'accès au client des homologues approuvés de Lync pour la messagerie unifiée.",
    ),
    remedy: Text::new(
        "Set-UMService -Identity <server> -DialPlans @{Add=\"<plan>\"} on Mailbox servers, Set-UMCallRouterSettings -Server <server> -DialPlans @{Add=\"<plan>\"} on Client Access servers; a plain list overwrites the other plans. Lync then discovers the server automatically: remove its trusted application pool afterwards (TAP-DUPLICATE-ENTRY). A plan for the scenario UnifiedMessaging contains these steps; a plan for OwaIm alone omits them, because they change telephony.",
        "Set-UMService -Identity <serveur> -DialPlans @{Add=\"<plan>\"} sur les serveurs de boîtes aux lettres, Set-UMCallRouterSettings -Server <serveur> -DialPlans @{Add=\"<plan>\"} sur les serveurs d'accès au client ; une simple liste écrase les autres plans. Lync découvre alors le serveur automatiquement : supprimez ensuite son pool d'applications approuvées (TAP-DUPLICATE-ENTRY). Un plan pour le scénario UnifiedMessaging contient ces étapes ; un plan pour OwaIm seul les omet, car elles modifient la téléphonie.",
    ),
    sources: &[Source::seed("000", "57"), Source::seed("001", "51")],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::UM_CALL_ROUTERS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
    ],
    optional: &[&exchange_sections::UM_SERVICES, &exchange_sections::UM_CALL_ROUTERS],
    ..super::BASE
};

const ABSENT: Text = Text::new(
    "{server} is not in the dial plans {plans}.",
    "{server} n'appartient pas aux plans de numérotation {plans}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let plans = sip_plans(context)?;
    if plans.is_empty() {
        return Ok(());
    }
    let endpoints = Endpoints::new(context);
    let names: Vec<&str> = plans.iter().map(|plan| plan.name.as_str()).collect();
    for server in servers::servers(context)? {
        if im_support(context, &server) == Support::No {
            continue;
        }
        let target = Target::server(&server.host);
        findings.for_target(&target, |findings| {
            let absent = absent(&endpoints, &server, &plans)?;
            let evidence = vec![Evidence::actual("DialPlans", Some(names.join(", ")))];
            if absent.is_empty() {
                findings.pass(target.clone(), evidence);
            } else {
                let args = args! { server: server.host.name(), plans: absent.join(", ") };
                findings.fail(target.clone(), ABSENT, args, Vec::new());
            }
            Ok(())
        });
    }
    Ok(())
}

/// The plans that a service of the server is not in.
fn absent<'p>(
    endpoints: &Endpoints<'_>,
    server: &Server<'_>,
    plans: &[&'p Item<DialPlan>],
) -> Result<Vec<&'p str>, Missing> {
    let mut absent = Vec::new();
    for endpoint in endpoints.on(server)? {
        absent.extend(services::absent(endpoint, plans)?);
    }
    absent.sort_unstable();
    absent.dedup();
    Ok(absent)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const PLANS: &str = "/exchange/umServices/values/0/dialPlans";

    /// A server that Lync finds by itself.
    fn discovered() -> Case {
        exchange_2013(&RULE).with(Sample::discovered)
    }

    #[test]
    fn a_server_in_every_plan_passes_whatever_the_case() {
        discovered().set(PLANS, json!(["PARIS"])).passes(SERVER);
    }

    #[test]
    fn a_service_outside_of_one_plan_fails() {
        for place in [PLANS, "/exchange/umCallRouters/values/0/dialPlans"] {
            discovered().set(place, json!(["Lyon"])).fails(SERVER);
        }
    }

    #[test]
    fn unknown_without_the_dial_plans_of_the_server() {
        discovered().unknown_without(SERVER, &["/exchange/umServices", "/exchange/umCallRouters", PLANS]);
        discovered().forget("/exchange/umDialPlans/values/0/uriType").unknown("");
    }
}
