//! UM-BEFORE-OWA: unified messaging is set up before instant messaging where both are wanted.

use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-BEFORE-OWA",
    category: Category::Rule,
    applies_when: AppliesWhen::Always,
    severity: Severity::Info,
    roles: &[],
    exchange: &[ExchangeVersion::V2013, ExchangeVersion::V2016],
    lync: &[LyncVersion::V2013, LyncVersion::V2015],
    title: Text::new(
        "Unified messaging comes before instant messaging in Outlook on the web",
        "La messagerie unifiée passe avant la messagerie instantanée d'Outlook sur le web",
    ),
    explanation: Text::new(
        "With unified messaging first, Lync finds the servers and no trusted pool is made. In the other order the pool that was made becomes a second entry (TAP-DUPLICATE-ENTRY).",
        "Si la messagerie unifiée vient d'abord, Lync découvre les serveurs et aucun pool approuvé n'est créé. Dans l'autre ordre, le pool créé devient une seconde entrée (TAP-DUPLICATE-ENTRY).",
    ),
    remedy: Text::new(
        "Where both are wanted, finish the dial plans before the trusted pool.",
        "Si les deux sont voulues, terminez les plans de numérotation avant le pool approuvé.",
    ),
    inference: Some(Text::new(
        "No document states the order; it follows from the trap of the second entry, and administrators report it.",
        "Aucun document n'énonce cet ordre ; il découle du piège de la seconde entrée et des administrateurs le rapportent.",
    )),
    sources: &[Source::seed("000", "34-37"), Source::seed("001", "28-31")],
    needs: &[&exchange_sections::UM_DIAL_PLANS],
    ..super::BASE
};

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for plan in context.estate.exchange.um_dial_plans.known()? {
        let target = Target::new("DialPlan", &plan.name);
        findings.for_target(&target.clone(), |findings| {
            let unknown = || Missing::never(&exchange_sections::UM_DIAL_PLANS).on(&plan.name);
            let kind = plan.uri_type.as_deref().ok_or_else(unknown)?;
            if kind.eq_ignore_ascii_case("SipName") {
                findings.pass(target, vec![Evidence::read("URIType", Some(kind)).from(plan)]);
            }
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;

    const ID: &str = "UM-BEFORE-OWA";

    #[test]
    fn dial_plans_for_lync_are_named() {
        Sample::exchange_2013().discovered().expect(ID, &[("Paris", Status::Pass)]);
    }

    #[test]
    fn without_them_there_is_no_order_to_keep() {
        Sample::exchange_2013().expect(ID, &[("", Status::NotApplicable)]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        let sample = Sample::exchange_2013().discovered().forget("/exchange/umDialPlans/values/0/uriType");
        sample.expect(ID, &[("Paris", Status::Unknown)]);
        Sample::exchange_2013().forget("/exchange/umDialPlans").expect(ID, &[("", Status::Unknown)]);
    }
}
