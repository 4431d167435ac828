//! UM-EXCHUCUTIL: `ExchUcUtil.ps1` was run for the pools that are there.

use crate::rules::fixes::exch_uc_util;
use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans::sip_plans;
use crate::rules::topology::um::gateways::voice_pools;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(exch_uc_util::fix);

static METADATA: Metadata = Metadata {
    id: "UM-EXCHUCUTIL",
    category: Category::Step,
    roles: &[Role::ExchangeBackEnd],
    title: Text::new(
        "ExchUcUtil.ps1 was run for the existing pools",
        "ExchUcUtil.ps1 a été exécuté pour les pools existants",
    ),
    explanation: Text::new(
        "The script gives Lync read access to the unified messaging objects, and creates a gateway with a hunt group for each pool. Run it again after each new pool or dial plan. The documentation names two folders, one of them with %Program Files%, which is not a variable; the script is in the folder Scripts of the Exchange folder, which the registry names.",
        "Le script donne à Lync un accès en lecture aux objets de messagerie unifiée, et crée une passerelle avec un groupement de postes pour chaque pool. Réexécutez-le après chaque nouveau pool ou plan de numérotation. La documentation cite deux dossiers, dont l'un avec %Program Files%, qui n'est pas une variable ; le script est dans le dossier Scripts du dossier d'Exchange, que le Registre indique.",
    ),
    remedy: Text::new(
        "In the Exchange Management Shell on a Mailbox server, as a member of Organization Management: cd (Join-Path (Get-ItemProperty HKLM:\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Setup).MsiInstallPath Scripts); .\\ExchUcUtil.ps1. If Lync is in another forest: .\\ExchUcUtil.ps1 -Forest:<FQDN of the Lync forest>.",
        "Dans Exchange Management Shell sur un serveur de boîtes aux lettres, en tant que membre d'Organization Management : cd (Join-Path (Get-ItemProperty HKLM:\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Setup).MsiInstallPath Scripts) ; .\\ExchUcUtil.ps1. Si Lync est dans une autre forêt : .\\ExchUcUtil.ps1 -Forest:<FQDN de la forêt Lync>.",
    ),
    interpretation: Some(Text::new(
        "A gateway for each pool with a Registrar is taken as the sign that the script was run; if collected users have Enterprise Voice, only their pools count. UM-EUU-AD-PERMS and UM-EUU-HUNTGROUP check its permissions and hunt groups. The documentation does not describe how to undo the script: undoing a plan removes the gateways that it created, which is taken to remove their hunt groups.",
        "Une passerelle pour chaque pool avec un serveur d'inscriptions est considérée comme le signe que le script a été exécuté ; si des utilisateurs collectés ont Enterprise Voice, seuls leurs pools comptent. UM-EUU-AD-PERMS et UM-EUU-HUNTGROUP vérifient ses autorisations et ses groupements de postes. La documentation ne décrit pas comment annuler le script : l'annulation d'un plan supprime les passerelles qu'il a créées, ce qui est considéré comme supprimant leurs groupements de postes.",
    )),
    sources: &[
        Source::seed("003", "56"),
        Source::seed("003", "191"),
        Source::page("configure-um-to-work-with-lync-server-exchange-2013-help.md"),
    ],
    after: &["UM-SERVERS-IN-DIALPLAN", "UM-VOIP-ENCRYPTED", "UM-RESTART", "UM-SERVICES-RUNNING"],
    needs: &[
        &exchange_sections::UM_IP_GATEWAYS,
        &lync_sections::POOLS,
        &exchange_sections::UM_DIAL_PLANS,
        &lync_sections::USERS,
    ],
    optional: &[&lync_sections::USERS],
    ..super::BASE
};

const NOT_FOR: Text = Text::new(
    "No gateway points to the pools {pools}: the script was not run since they were created.",
    "Aucune passerelle ne pointe vers les pools {pools} : le script n'a pas été exécuté depuis leur création.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if sip_plans(context)?.is_empty() {
        return Ok(());
    }
    let missing = exch_uc_util::pools_that_get_a_gateway(context)?;
    let pools = voice_pools(context)?;
    let evidence = vec![Evidence::actual("Get-CsPool", Some(pools.join(", ")))];
    findings.pass_if(missing.is_empty(), Target::estate(), evidence, || (NOT_FOR, args! { pools: missing.join(", ") }));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    fn second_pool() -> Case {
        unified_messaging(&RULE).with_pool("lyon.contoso.com", &["Registrar"])
    }

    #[test]
    fn a_gateway_for_each_pool_passes_under_any_name() {
        unified_messaging(&RULE).passes("").change(GATEWAY, json!({ "address": "POOL.contoso.com" })).passes("");
    }

    #[test]
    fn a_pool_without_users_of_enterprise_voice_gets_none_where_another_pool_has_some() {
        let none = second_pool().passes("").set("/exchange/umIpGateways/values", json!([])).fails("");
        let steps = none.steps();
        let probe = &steps.added()[0].step.transition.as_ref().unwrap().probe;
        assert!(format!("{probe:?}").contains(POOL), "the script makes that one: {probe:?}");
        for case in [second_pool().forget("/lync/users"), second_pool().set(&format!("{USER}/enabled"), false)] {
            case.fails("").says_of("", "lyon.contoso.com");
        }
        second_pool().change(USER, json!({ "registrarPool": "LYON.contoso.com" })).fails("");
    }

    #[test]
    fn the_script_runs_once_however_many_pools_have_none() {
        let case = second_pool().set("/exchange/umIpGateways/values", json!([])).fails("").fixed_by("ExchUcUtil.ps1");
        let note = case.sample().steps(RULE.metadata.id).added()[0].note.unwrap();
        assert!(note.en.contains("is taken to remove"), "that hunt groups go with their gateway");
        let removal = |pool: &str| format!("Remove-UMIPGateway -Confirm false of Get-UMIPGateway -Address {pool}");
        case.undone_by(&[&removal("lyon.contoso.com"), &removal(POOL)]);
    }

    #[test]
    fn what_was_there_before_the_script_is_not_taken_back() {
        let case = second_pool().forget("/lync/users");
        assert_eq!(case.sample().steps(RULE.metadata.id).added()[0].step.undo.len(), 1);
    }

    #[test]
    fn unknown_without_the_address_of_a_gateway() {
        unified_messaging(&RULE).unknown_without_each("", GATEWAY, &["address"]);
    }
}
