//! ARCH-CONFIG: archiving in Exchange, where it is switched on, is switched on everywhere it has to be.

use crate::facts::{ArchivingConfiguration, ArchivingPolicy};
use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "ARCH-CONFIG",
    severity: Severity::Information,
    title: Text::new(
        "Archiving of conversations in Exchange is enabled in all required places",
        "L'archivage des conversations dans Exchange est activé partout où c'est nécessaire",
    ),
    explanation: Text::new(
        "With EnableExchangeArchiving, conversations of users with a mailbox on Exchange 2013 or later are archived in that mailbox. EnableArchiving must be ImOnly or ImAndWebConf as well, and the archiving policies specify which conversations are archived. The ExchangeArchivingPolicy of a user applies only if Exchange and Lync are in different forests.",
        "Avec EnableExchangeArchiving, les conversations des utilisateurs dont la boîte aux lettres est sur Exchange 2013 ou version ultérieure sont archivées dans cette boîte. EnableArchiving doit aussi être ImOnly ou ImAndWebConf, et les stratégies d'archivage indiquent quelles conversations sont archivées. ExchangeArchivingPolicy d'un utilisateur ne s'applique que si Exchange et Lync sont dans des forêts différentes.",
    ),
    remedy: Text::new(
        "Decide whether your organization archives conversations. If so: Set-CsArchivingConfiguration -Identity Global -EnableArchiving ImOnly -EnableExchangeArchiving $True; Set-CsArchivingPolicy -Identity Global -ArchiveInternal $True -ArchiveExternal $True; with two forests also Set-CsUser -Identity <user> -ExchangeArchivingPolicy ArchivingToExchange.",
        "Décidez si votre organisation archive les conversations. Si oui : Set-CsArchivingConfiguration -Identity Global -EnableArchiving ImOnly -EnableExchangeArchiving $True ; Set-CsArchivingPolicy -Identity Global -ArchiveInternal $True -ArchiveExternal $True ; avec deux forêts, aussi Set-CsUser -Identity <utilisateur> -ExchangeArchivingPolicy ArchivingToExchange.",
    ),
    sources: &[Source::page("use-exchange-archiving.md")],
    after: &["PARTNER-TEST"],
    needs: &[&lync_sections::ARCHIVING_CONFIGURATIONS, &lync_sections::ARCHIVING_POLICIES],
    ..super::BASE
};

const NOT_WANTED: Text = Text::new(
    "No archiving configuration sends conversations to Exchange.",
    "Aucune configuration d'archivage n'envoie les conversations à Exchange.",
);
const NOTHING_ARCHIVED: Text = Text::new(
    "{name} sends conversations to Exchange, but archives none.",
    "{name} envoie les conversations à Exchange, mais n'en archive aucune.",
);
const NOT_ALL: Text = Text::new(
    "The archiving policy {name} excludes some conversations.",
    "La stratégie d'archivage {name} exclut certaines conversations.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let mut wanted = false;
    let before = findings.count();
    for configuration in context.estate.lync.archiving_configurations.items()? {
        let target = Target::new(TargetKind::Configuration, &configuration.identity);
        findings.for_target(&target.clone(), |findings| {
            let to_exchange = configuration.enable_exchange_archiving.ok_or_else(|| unknown(configuration))?;
            wanted |= to_exchange;
            if to_exchange { look(configuration, target, findings) } else { Ok(()) }
        });
    }
    if wanted {
        return look_at_policies(context, findings);
    }
    if findings.count() == before {
        findings.not_applicable(Target::estate(), NOT_WANTED, Vec::new());
    }
    Ok(())
}

fn unknown(configuration: &ArchivingConfiguration) -> Missing {
    Missing::not_collected(&lync_sections::ARCHIVING_CONFIGURATIONS).on(&configuration.identity)
}

fn look(configuration: &Item<ArchivingConfiguration>, target: Target, findings: &mut Findings<'_>) -> CheckResult {
    let what = configuration.enable_archiving.as_deref().ok_or_else(|| unknown(configuration))?;
    let evidence = vec![Evidence::actual("EnableArchiving", Some(what)).from(configuration)];
    if what.eq_ignore_ascii_case("None") {
        findings.fail(target, NOTHING_ARCHIVED, args! { name: configuration.identity }, evidence);
    } else {
        findings.pass(target, evidence);
    }
    Ok(())
}

/// A policy that was granted by name may leave its users out on purpose; the others are for everybody.
fn look_at_policies<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let all = context.estate.lync.archiving_policies.items()?.iter();
    for policy in all.filter(|policy| !policy.identity.to_lowercase().starts_with("tag:")) {
        let target = Target::new(TargetKind::Policy, &policy.identity);
        findings.for_target(&target.clone(), |findings| look_at_policy(policy, target, findings));
    }
    Ok(())
}

fn look_at_policy(policy: &Item<ArchivingPolicy>, target: Target, findings: &mut Findings<'_>) -> CheckResult {
    let not_told = || Missing::not_collected(&lync_sections::ARCHIVING_POLICIES).on(&policy.identity);
    let internal = policy.archive_internal.ok_or_else(not_told)?;
    let external = policy.archive_external.ok_or_else(not_told)?;
    let evidence = vec![
        Evidence::actual("ArchiveInternal", Some(internal.to_string())).expected("true").from(policy),
        Evidence::actual("ArchiveExternal", Some(external.to_string())).expected("true").from(policy),
    ];
    if internal && external {
        findings.pass(target, evidence);
    } else {
        findings.fail(target, NOT_ALL, args! { name: policy.identity }, evidence);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const TO_EXCHANGE: &str = "/lync/archivingConfigurations/values/0/enableExchangeArchiving";
    const POLICY: &str = "/lync/archivingPolicies/values/0";

    fn archiving() -> Case {
        let on = json!({ "identity": "Global", "enableArchiving": "ImOnly", "enableExchangeArchiving": true });
        let policy = json!({ "identity": "Global", "archiveInternal": true, "archiveExternal": true });
        let case = exchange_2013(&RULE).set("/lync/archivingConfigurations", fact(json!([on])));
        case.set("/lync/archivingPolicies", fact(json!([policy])))
    }

    fn finds(case: Case, configuration: Status, policy: Status) {
        case.finds(&[("Global", configuration), ("Global", policy)]);
    }

    #[test]
    fn archiving_that_is_on_in_both_places_passes() {
        finds(archiving(), Status::Pass, Status::Pass);
    }

    #[test]
    fn archiving_that_archives_nothing_or_leaves_some_out_fails() {
        let nothing = archiving().set("/lync/archivingConfigurations/values/0/enableArchiving", "None");
        finds(nothing, Status::Fail, Status::Pass);
        finds(archiving().set(&format!("{POLICY}/archiveExternal"), false), Status::Pass, Status::Fail);
    }

    #[test]
    fn a_policy_granted_by_name_may_leave_its_users_out() {
        let tag = json!({ "identity": "Tag:Board", "archiveInternal": false, "archiveExternal": false });
        finds(archiving().set("/lync/archivingPolicies/values/1", tag), Status::Pass, Status::Pass);
    }

    #[test]
    fn archiving_that_nobody_wants_is_not_asked_for() {
        archiving().set(TO_EXCHANGE, false).not_applicable();
    }

    #[test]
    fn unknown_without_a_switch() {
        archiving().forget(TO_EXCHANGE).unknown("Global");
        finds(archiving().forget(&format!("{POLICY}/archiveInternal")), Status::Pass, Status::Unknown);
    }
}
