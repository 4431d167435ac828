//! UM-EXCHUCUTIL: `ExchUcUtil.ps1` was run for the pools that are there.

use crate::rules::fixes::exch_uc_util;
use crate::rules::prelude::*;
use crate::rules::topology::lync::pools::registrar_pools;
use crate::rules::topology::um::dial_plans::sip_plans;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(exch_uc_util::fix);

static METADATA: Metadata = Metadata {
    id: "UM-EXCHUCUTIL",
    category: Category::Step,
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "ExchUcUtil.ps1 was run for the pools that are there",
        "ExchUcUtil.ps1 a été exécuté pour les pools existants",
    ),
    explanation: Text::new(
        "The script lets Lync read the objects of unified messaging, and makes a gateway with a hunt group for each pool. It has to run again after each new pool or dial plan. The page names two folders, one of them by %Program Files%, which is no variable; the script is in the folder Scripts below ExchangeInstallPath.",
        "Le script laisse Lync lire les objets de la messagerie unifiée et crée une passerelle avec un groupement de postes pour chaque pool. Il doit être réexécuté après chaque nouveau pool ou plan. La page cite deux dossiers, dont l'un par %Program Files%, qui n'est pas une variable ; le script est dans le dossier Scripts sous ExchangeInstallPath.",
    ),
    remedy: Text::new(
        "In the Exchange Management Shell on a Mailbox server, as a member of Organization Management: cd (Join-Path $env:ExchangeInstallPath Scripts); .\\ExchUcUtil.ps1. Where Lync is in another forest: .\\ExchUcUtil.ps1 -Forest:<full name of the forest of Lync>.",
        "Dans l'environnement Exchange Management Shell d'un serveur de boîtes aux lettres, comme membre d'Organization Management : cd (Join-Path $env:ExchangeInstallPath Scripts) ; .\\ExchUcUtil.ps1. Si Lync est dans une autre forêt : .\\ExchUcUtil.ps1 -Forest:<nom complet de la forêt de Lync>.",
    ),
    inference: Some(Text::new(
        "That a gateway for each pool with a Registrar is the sign of its run is our reading; its rights and hunt groups are for UM-EUU-AD-PERMS and UM-EUU-HUNTGROUP. No document gives a way back: a plan removes the gateways that it made, and that their hunt groups go with them is our reading as well.",
        "Qu'une passerelle pour chaque pool avec un serveur d'inscriptions soit le signe de son exécution est notre lecture ; ses droits et groupements relèvent d'UM-EUU-AD-PERMS et d'UM-EUU-HUNTGROUP. Aucun document ne donne de retour en arrière : un plan supprime les passerelles qu'il a créées, et que leurs groupements partent avec elles est aussi notre lecture.",
    )),
    sources: &[
        Source::seed("003", "56"),
        Source::seed("003", "191"),
        Source::page("configure-um-to-work-with-lync-server-exchange-2013-help.md"),
    ],
    after: &["UM-SERVERS-IN-DIALPLAN", "UM-VOIP-ENCRYPTED", "UM-RESTART", "UM-SERVICES-RUNNING"],
    needs: &[&exchange_sections::UM_IP_GATEWAYS, &lync_sections::POOLS, &exchange_sections::UM_DIAL_PLANS],
    ..super::BASE
};

const NOT_FOR: Text = Text::new(
    "No gateway leads to the pools {pools}: the script was not run since they are there.",
    "Aucune passerelle ne mène aux pools {pools} : le script n'a pas été exécuté depuis leur création.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if sip_plans(context)?.is_empty() {
        return Ok(());
    }
    let missing = exch_uc_util::pools_without_gateway(context)?;
    let pools = registrar_pools(context)?;
    let evidence = vec![Evidence::read("Get-CsPool", Some(pools.join(", ")))];
    if missing.is_empty() {
        findings.pass(Target::estate(), evidence);
    } else {
        findings.fail(Target::estate(), NOT_FOR, args! { pools: missing.join(", ") }, evidence);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "UM-EXCHUCUTIL";

    const GATEWAYS: &str = "/exchange/umIpGateways/values";

    fn second_pool() -> Sample {
        let pool =
            json!({ "fqdn": "lyon.contoso.com", "services": ["Registrar:lyon.contoso.com"], "site": "Site:Redmond" });
        Sample::unified_messaging().set("/lync/pools/values/3", pool)
    }

    #[test]
    fn a_gateway_for_each_pool_passes_under_any_name() {
        Sample::unified_messaging().expect(ID, &[("", Status::Pass)]);
        let named = Sample::unified_messaging().set(&format!("{GATEWAYS}/0/address"), json!("POOL.contoso.com"));
        named.expect(ID, &[("", Status::Pass)]);
    }

    #[test]
    fn the_script_runs_once_however_many_pools_have_none() {
        let sample = second_pool().set(GATEWAYS, json!([]));
        sample.expect(ID, &[("", Status::Fail)]);
        assert_eq!(sample.commands(ID), ["ExchUcUtil.ps1"]);
        let steps = sample.steps(ID);
        let undo: Vec<String> = steps.added()[0].step.undo.iter().map(shown).collect();
        assert!(steps.added()[0].note.unwrap().en.contains("our reading"), "that hunt groups go with their gateway");
        let removal = "Remove-UMIPGateway -Confirm false of Get-UMIPGateway -Address";
        assert_eq!(undo, [format!("{removal} lyon.contoso.com"), format!("{removal} pool.contoso.com")]);
    }

    #[test]
    fn what_was_there_before_the_script_is_not_taken_back() {
        let undo = second_pool().steps(ID).added()[0].step.undo.len();
        assert_eq!(undo, 1);
    }

    #[test]
    fn without_a_plan_for_lync_it_is_too_early() {
        let sample = Sample::unified_messaging().forget("/exchange/umDialPlans/values/0");
        sample.expect(ID, &[("", Status::NotApplicable)]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        for place in ["/exchange/umIpGateways", "/exchange/umIpGateways/values/0/address", "/lync/pools"] {
            Sample::unified_messaging().forget(place).expect(ID, &[("", Status::Unknown)]);
        }
    }
}
