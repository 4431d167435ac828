//! The replicas of the central store: whether each has the newest configuration, and the step that sends it to all of
//! them. When it has to be sent, and what else matters of a replica, is for the rules.

use crate::rules::prelude::*;
use std::collections::BTreeSet;

const BEHIND: Text =
    Text::new("{replica} does not have the latest configuration.", "{replica} n'a pas la dernière configuration.");

/// What a finding about a replica is about.
pub(crate) fn target(context: &Context<'_>, name: &str) -> Target {
    Target::new(TargetKind::Replica, name.to_lowercase()).on(&context.estate.host(name))
}

/// Checks each replica, and answers which there are.
pub(crate) fn judge<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> Result<BTreeSet<Host>, Missing> {
    let mut seen = BTreeSet::new();
    for replica in context.estate.lync.replication.items()? {
        seen.insert(context.estate.host(&replica.fqdn));
        let target = target(context, &replica.fqdn);
        findings.for_target(&target.clone(), |findings| -> CheckResult {
            let unknown = || Missing::not_collected(&lync_sections::REPLICATION).on(&replica.fqdn);
            let up_to_date = replica.up_to_date.ok_or_else(unknown)?;
            let evidence =
                vec![Evidence::actual("UpToDate", Some(up_to_date.to_string())).expected("true").from(replica)];
            if up_to_date {
                findings.pass(target, evidence);
            } else {
                findings.fail(target, BEHIND, args! { replica: replica.fqdn }, evidence);
            }
            Ok(())
        });
    }
    Ok(seen)
}

/// It has no state to wait for: replicas follow in their own time.
pub(crate) fn replicate(follows: Vec<usize>) -> Step {
    Step::new(
        Shell::Lync,
        (Text::new("Replicate the configuration", "Répliquer la configuration"), Vec::new()),
        Cmdlet::new("Invoke-CsManagementStoreReplication"),
    )
    .following(follows)
    .verified_by(&["HYB-REPLICATION", "HYB-EDGE-LOCALSTORE"])
}
