//! TAP-DUPLICATE-ENTRY: no trusted pool or computer names a server that Lync finds by itself.

use crate::rules::fixes::trusted_applications;
use crate::rules::prelude::*;
use crate::rules::topology::trusted::servers;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "TAP-DUPLICATE-ENTRY",
    title: Text::new("Lync does not list any server twice", "Lync ne répertorie aucun serveur deux fois"),
    explanation: Text::new(
        "A server in a SipName dial plan is already on the list of known servers. If a trusted application pool also contains it, instant messaging in Outlook on the web stops working.",
        "Un serveur d'un plan de numérotation SipName figure déjà dans la liste des serveurs connus. Si un pool d'applications approuvées le contient aussi, la messagerie instantanée dans Outlook sur le web cesse de fonctionner.",
    ),
    remedy: Text::new(
        "Remove the trusted applications of the server, then its trusted application pool, then run Enable-CsTopology. If the pool has no Registrar, set one first (Set-CsTrustedApplicationPool -Registrar). A pool that also contains servers that Lync does not discover is not removed automatically: remove only this computer from it (Remove-CsTrustedApplicationComputer).",
        "Supprimez les applications approuvées du serveur, puis son pool d'applications approuvées, puis exécutez Enable-CsTopology. Si le pool n'a pas de serveur d'inscriptions, définissez-en un d'abord (Set-CsTrustedApplicationPool -Registrar). Un pool qui contient aussi des serveurs que Lync ne découvre pas n'est pas supprimé automatiquement : retirez-en seulement cet ordinateur (Remove-CsTrustedApplicationComputer).",
    ),
    symptoms: &[Text::new(
        "Lync knows the Exchange server twice, by a dial plan and by a trusted application pool",
        "Lync connaît le serveur Exchange deux fois, par un plan de numérotation et par un pool d'applications approuvées",
    )],
    sources: &[
        Source::seed("000", "34-37"),
        Source::seed("001", "28-31"),
        Source::page("Remove-CsTrustedApplicationPool.md"),
    ],
    after: &["TAP-COLOCATED-NO-POOL"],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &lync_sections::SITES,
        &lync_sections::TRUSTED_APPLICATIONS,
        &lync_sections::TRUSTED_POOLS,
    ],
    optional: &[&lync_sections::TRUSTED_APPLICATIONS, &lync_sections::SITES],
    ..super::base::DISCOVERED
};

const TWICE: Text = Text::new(
    "Lync discovers {server} automatically, and the trusted application pool {pools} also contains it.",
    "Lync découvre {server} automatiquement, et le pool d'applications approuvées {pools} le contient aussi.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for host in servers::discovered(context)? {
        let (copied, own) = (*context, host.clone());
        let fix = move |fix: &mut Fix<'_>| trusted_applications::remove_entries(&copied, &own, fix);
        findings.with_fix(fix, |findings| {
            let target = Target::server(&host);
            findings.for_target(&target, |findings| servers::judge_entries(context, &host, TWICE, findings));
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::step::{Cmdlet, Command, Value};
    use serde_json::json;

    const ID: &str = "TAP-DUPLICATE-ENTRY";
    const NAME: &str = "/lync/trustedPools/values/0/fqdn";
    const COMPUTERS: &str = "/lync/trustedPools/values/0/computers";

    /// A server that Lync finds by itself.
    fn discovered() -> Case {
        exchange_2013(&RULE).with(Sample::discovered)
    }

    #[test]
    fn a_server_that_is_known_once_passes() {
        discovered().with(Sample::without_trusted_pool).passes(SERVER);
    }

    #[test]
    fn a_second_entry_is_removed_with_its_applications_and_can_come_back() {
        let case = exchange_2016(&RULE).with(Sample::discovered).set(NAME, "EX01.CONTOSO.COM").fails(SERVER);
        let case = case.fixed_with(&["Remove-CsTrustedApplication", "Remove-CsTrustedApplicationPool"]);
        let again = Cmdlet::new("New-CsTrustedApplicationPool")
            .with("Identity", "EX01.CONTOSO.COM")
            .with("Registrar", "pool.contoso.com")
            .with("Site", "Redmond")
            .with("RequiresReplication", false)
            .with("Confirm", false)
            .with("Force", true);
        assert_eq!(case.sample().steps(ID).added()[1].step.undo, [Command::from(again)]);
    }

    #[test]
    fn a_pool_of_another_name_with_the_server_in_it_fails_and_comes_back_with_its_computers() {
        let case = discovered().set(NAME, "owa.contoso.com").set(COMPUTERS, json!([SERVER, "EX01"])).fails(SERVER);
        let steps = case.sample().steps(ID);
        let undo = &steps.added()[0].step.undo;
        let Command::Cmdlet(again) = &undo[0] else { panic!("{steps:?}") };
        assert_eq!(again.parameters.last().map(|one| &one.value), Some(&Value::from(SERVER)), "{again:?}");
        let second = Cmdlet::new("New-CsTrustedApplicationComputer").with("Identity", "EX01");
        assert_eq!(undo[1..], [second.with("Pool", "owa.contoso.com").with("Force", true).into()]);
    }

    #[test]
    fn a_pool_that_others_need_or_that_cannot_come_back_is_left_to_a_person() {
        discovered().set(COMPUTERS, json!([SERVER, "ex09.contoso.com"])).fails(SERVER).not_fixed();
        discovered().set("/lync/trustedPools/values/0/registrar", "").fails(SERVER).not_fixed();
    }

    #[test]
    fn a_pool_whose_computers_could_not_be_read_may_be_needed() {
        discovered().forget(COMPUTERS).fails(SERVER).not_fixed();
        discovered().set(NAME, "owa.contoso.com").forget(COMPUTERS).unknown(SERVER);
    }

    #[test]
    fn pools_that_nobody_asked_for_are_unknown() {
        discovered().forget("/lync/trustedPools").unknown(SERVER);
    }

    #[test]
    fn a_pool_that_could_not_be_made_again_stays() {
        let case = exchange_2013(&RULE).with(Sample::discovered).fails(SERVER);
        case.set("/lync/trustedPools/values/0/registrar", "gone.contoso.com").not_fixed();
    }
}
