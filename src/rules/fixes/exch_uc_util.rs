//! What `ExchUcUtil.ps1` has to leave behind, and the step that runs it: once, however much is missing. The script chooses
//! the names of the gateways that it makes, so what takes them back finds them by their address.

use crate::facts::UmContainer;
use crate::rules::prelude::*;
use crate::rules::topology::lync::pools::registrar_pools;
use crate::rules::topology::um::gateways::{of_pools, voice_pools};
use crate::step::State;

/// The script.
pub(crate) const SCRIPT: &str = "ExchUcUtil.ps1";

/// The groups of Lync that have to read the objects of unified messaging.
pub(crate) const READERS: [&str; 2] = ["RTCUniversalServerAdmins", "RTCComponentUniversalServices"];

const GROUPS_GO: Text = Text::new(
    "The documentation does not describe how to undo the script. Removing a gateway is taken to remove its hunt groups; the read permissions remain.",
    "La documentation ne décrit pas comment annuler le script. La suppression d'une passerelle est considérée comme supprimant ses groupements de postes ; les autorisations de lecture restent.",
);
const RIGHTS_STAY: Text = Text::new(
    "The script only grants read permissions here. The documentation does not describe how to remove them, so they remain.",
    "Le script n'accorde ici que des autorisations de lecture. La documentation ne décrit pas comment les supprimer : elles restent.",
);

/// The pools with a Registrar that no gateway leads to.
pub(crate) fn pools_without_gateway(context: &Context<'_>) -> Result<Vec<String>, Missing> {
    let gateways = of_pools(context)?;
    let mut pools = registrar_pools(context)?;
    pools.retain(|pool| !gateways.contains_key(pool));
    Ok(pools)
}

/// The pools that get a gateway when the script runs, as far as is known. It may make others as well.
pub(crate) fn pools_that_get_a_gateway(context: &Context<'_>) -> Result<Vec<String>, Missing> {
    let gateways = of_pools(context)?;
    let mut pools = voice_pools(context)?;
    pools.retain(|pool| !gateways.contains_key(pool));
    Ok(pools)
}

/// The groups of Lync that may not read a container.
pub(crate) fn absent_readers(container: &UmContainer) -> Result<Vec<&'static str>, Missing> {
    let unknown = || Missing::not_collected(&exchange_sections::UM_CONTAINERS).on(&container.container);
    let readers = container.readers.as_ref().ok_or_else(unknown)?;
    let is_absent = |group: &&str| !readers.iter().any(|reader| reader.eq_ignore_ascii_case(group));
    Ok(READERS.into_iter().filter(is_absent).collect())
}

/// The step that runs the script. What it changes is seen at the first pool that gets a gateway, else at the first container
/// that gets its readers. Rights to read do no harm, and the documents name no way to take them back.
fn run(context: &Context<'_>) -> Result<Step, Missing> {
    let pools = pools_without_gateway(context)?;
    let transition = match pools_that_get_a_gateway(context)?.first() {
        Some(pool) => {
            Some(Transition { probe: probe(pool), before: None, after: state([("Address", pool.as_str().into())]) })
        }
        None => new_readers(context),
    };
    let title = (Text::new("Run ExchUcUtil.ps1", "Exécuter ExchUcUtil.ps1"), Vec::new());
    Ok(Step::new(Shell::Exchange, title, Cmdlet::new(SCRIPT))
        .undone_by(pools.iter().map(|pool| remove(pool)))
        .changing(transition)
        .verified_by(&["UM-EUU-GATEWAY-PER-POOL", "UM-EUU-AD-PERMS", "UM-EUU-HUNTGROUP"]))
}

/// What the script changes at the first container that a group of Lync may not read.
fn new_readers(context: &Context<'_>) -> Option<Transition> {
    let may_read = |groups: &[&str]| -> State {
        Some(groups.iter().map(|&group| (group.to_owned(), Value::from(true))).collect())
    };
    for container in context.estate.exchange.um_containers.items().ok()? {
        let absent = absent_readers(container).unwrap_or_default();
        if !absent.is_empty() {
            let present: Vec<&str> = READERS.into_iter().filter(|group| !absent.contains(group)).collect();
            let probe = Probe::Readers { container: container.container.clone() };
            return Some(Transition { probe, before: may_read(&present), after: may_read(&READERS) });
        }
    }
    None
}

/// Adds the step that runs the script to a plan, for one more reason.
pub(crate) fn fix(context: &Context<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let step = run(context)?;
    let note = if step.undo.is_empty() { RIGHTS_STAY } else { GROUPS_GO };
    let number = fix.add(step);
    fix.note(number, note);
    Ok(())
}

/// How the gateway that leads to a pool is read.
fn probe(pool: &str) -> Probe {
    Probe::Object {
        command: Cmdlet::new("Get-UMIPGateway"),
        filter: [("Address".to_owned(), Value::from(pool))].into(),
    }
}

/// Takes back the gateway that leads to a pool; its hunt groups go with it.
fn remove(pool: &str) -> Command {
    each_gateway(pool, Cmdlet::new("Remove-UMIPGateway").with("Confirm", false))
}

/// A command for the gateway that leads to a pool, whatever its name.
pub(crate) fn each_gateway(pool: &str, command: Cmdlet) -> Command {
    Command::Each {
        command,
        read: Cmdlet::new("Get-UMIPGateway"),
        filter: [("Address".to_owned(), Value::from(pool))].into(),
    }
}
