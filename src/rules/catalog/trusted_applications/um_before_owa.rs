//! UM-BEFORE-OWA: unified messaging is set up before instant messaging where both are wanted.

use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-BEFORE-OWA",
    category: Category::Rule,
    applies_when: AppliesWhen::Always,
    severity: Severity::Information,
    roles: &[],
    exchange: &[ExchangeVersion::V2013, ExchangeVersion::V2016],
    lync: &[LyncVersion::V2013, LyncVersion::V2015],
    title: Text::new(
        "Unified messaging is configured before instant messaging in Outlook on the web",
        "La messagerie unifiée est configurée avant la messagerie instantanée dans Outlook sur le web",
    ),
    explanation: Text::new(
        "If unified messaging is configured first, Lync discovers the servers and no trusted application pool is created. In the other order, the pool becomes a second entry (TAP-DUPLICATE-ENTRY).",
        "Si la messagerie unifiée est configurée d'abord, Lync découvre les serveurs et aucun pool d'applications approuvées n'est créé. Dans l'ordre inverse, le pool devient une seconde entrée (TAP-DUPLICATE-ENTRY).",
    ),
    remedy: Text::new(
        "If you need both, finish the dial plans before you create the trusted application pool.",
        "Si vous avez besoin des deux, terminez les plans de numérotation avant de créer le pool d'applications approuvées.",
    ),
    interpretation: Some(Text::new(
        "The documentation does not state this order. It follows from the second entry that Lync does not accept, and administrators report it.",
        "La documentation n'indique pas cet ordre. Il découle de la seconde entrée que Lync n'accepte pas, et des administrateurs le signalent.",
    )),
    sources: &[Source::seed("000", "34-37"), Source::seed("001", "28-31")],
    needs: &[&exchange_sections::UM_DIAL_PLANS],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for plan in context.estate.exchange.um_dial_plans.items()? {
        let target = Target::new(TargetKind::DialPlan, &plan.name);
        findings.for_target(&target.clone(), |findings| {
            let unknown = || Missing::not_collected(&exchange_sections::UM_DIAL_PLANS).on(&plan.name);
            let kind = plan.uri_type.as_deref().ok_or_else(unknown)?;
            if kind.eq_ignore_ascii_case("SipName") {
                findings.pass(target, vec![Evidence::actual("URIType", Some(kind)).from(plan)]);
            }
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    #[test]
    fn dial_plans_for_lync_are_named() {
        exchange_2013(&RULE).with(Sample::discovered).passes("Paris");
    }

    #[test]
    fn unknown_without_the_type_of_a_plan() {
        exchange_2013(&RULE).with(Sample::discovered).forget("/exchange/umDialPlans/values/0/uriType").unknown("Paris");
    }
}
