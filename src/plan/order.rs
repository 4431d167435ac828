//! Which step comes after which, and which steps are taken in one session. Knows steps and the order of rules, and
//! nothing of what either is about.

use crate::facts::Shell;
use crate::rules::{Fixes, Metadata, PendingStep, order};
use crate::step::Step;
use once_cell::sync::Lazy;
use std::collections::{BTreeSet, HashMap};

/// Where steps are taken together, in one session. A machine's own PowerShell and the Exchange shell on it are one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Session {
    pub(super) shell: Shell,
    pub(super) machine: Option<String>,
}

impl Session {
    fn of(step: &Step) -> Self {
        Self { shell: step.shell, machine: step.machine.clone() }
    }

    /// The place where a step can be taken as well as what was taken here so far, if there is one.
    fn joined(&self, step: &Step, exchange: &BTreeSet<String>) -> Option<Self> {
        let other = Self::of(step);
        let shell = match (self.shell, other.shell) {
            (a, b) if a == b => a,
            (Shell::Local, Shell::Exchange) | (Shell::Exchange, Shell::Local) => Shell::Exchange,
            _ => return None,
        };
        let machine = match (&self.machine, other.machine) {
            (None, machine) => machine,
            (Some(machine), None) => Some(machine.clone()),
            (Some(a), Some(b)) if *a == b => Some(b),
            _ => return None,
        };
        // Only an Exchange server has the Exchange shell and the files of OWA.
        let mixed = self.shell != step.shell;
        (!mixed || machine.as_ref().is_some_and(|machine| exchange.contains(machine)))
            .then_some(Self { shell, machine })
    }
}

/// The numbers of steps in the order in which they are taken, by place. `exchange` are the names of Exchange servers.
pub(super) fn stages(steps: &Fixes, exchange: &BTreeSet<String>) -> Vec<(Session, Vec<usize>)> {
    let before = predecessors(steps);
    let mut left: Vec<usize> = (0..steps.added().len()).collect();
    let mut done: BTreeSet<usize> = BTreeSet::new();
    let mut stages: Vec<(Session, Vec<usize>)> = Vec::new();
    while !left.is_empty() {
        let ready: Vec<usize> = left.iter().copied().filter(|number| before[*number].is_subset(&done)).collect();
        let step = |number: usize| &steps.added()[number].step;
        // What stops IIS ends the session of the shell of Exchange, so nothing that can be taken before comes after it.
        let ready = sorted(ready, |number| step(number).command.stops_iis());
        let here = stages.last().and_then(|(place, _)| {
            ready.iter().find_map(|&number| place.joined(step(number), exchange).map(|place| (number, place)))
        });
        let next = if let (Some((number, place)), Some(last)) = (here, stages.last_mut()) {
            *last = (place, std::mem::take(&mut last.1));
            last.1.push(number);
            number
        } else {
            // Rules that wait for each other would leave nothing ready; then the first that is left goes on.
            let number = ready.first().copied().unwrap_or(left[0]);
            stages.push((Session::of(step(number)), vec![number]));
            number
        };
        done.insert(next);
        left.retain(|&number| number != next);
    }
    stages
}

/// The numbers in their order, those that are late at the end.
fn sorted(numbers: Vec<usize>, is_late: impl Fn(usize) -> bool) -> Vec<usize> {
    let (late, early): (Vec<usize>, Vec<usize>) = numbers.into_iter().partition(|&number| is_late(number));
    [early, late].concat()
}

/// For each step the steps that have to be taken before.
fn predecessors(steps: &Fixes) -> Vec<BTreeSet<usize>> {
    let waits_for =
        |rule: &Metadata, earlier: &Metadata| ANCESTRY.get(rule.id).is_some_and(|all| all.contains(earlier.id));
    let added = steps.added();
    let mut before = Vec::new();
    for (number, one) in added.iter().enumerate() {
        let rules: Vec<&Metadata> = one.reasons.iter().map(|(rule, _)| *rule).chain([one.rule]).collect();
        let comes_before = |other: usize| {
            let earlier = &added[other];
            let same = earlier.rule == one.rule
                && other < number
                && earlier.reasons.iter().any(|reason| one.reasons.iter().any(|own| own.1 == reason.1));
            // What one machine needs first does not hold up another one.
            let (here, there) = (&one.step.machine, &earlier.step.machine);
            let near = here.is_none() || there.is_none() || here == there;
            // Of two steps whose rules wait for each other, the one that was added first comes first.
            let by_rule = near
                && rules.iter().any(|rule| waits_for(rule, earlier.rule))
                && (other < number || !waits_for(earlier.rule, one.rule));
            let comes_later = || follows(added, other, number);
            other != number && (one.step.follows.contains(&other) || ((same || by_rule) && !comes_later()))
        };
        before.push((0..added.len()).filter(|&other| comes_before(other)).collect());
    }
    before
}

/// Whether a step follows another one, directly or not.
fn follows(added: &[PendingStep], step: usize, other: usize) -> bool {
    let direct = &added[step].step.follows;
    // Steps follow those that were added before them, so this ends.
    direct.iter().any(|&one| one == other || (one < step && follows(added, one, other)))
}

/// For each rule those that come before it, directly or not.
static ANCESTRY: Lazy<HashMap<&str, BTreeSet<&str>>> = Lazy::new(|| {
    let mut all: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    // A rule stands behind those that it names, so what comes before them is known.
    for rule in order().iter().map(|rule| rule.metadata) {
        let further = rule.after.iter().filter_map(|id| all.get(id)).flatten();
        let before = rule.after.iter().chain(further).copied().collect();
        all.insert(rule.id, before);
    }
    all
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::Text;
    use crate::rules::find;
    use crate::step::Cmdlet;

    /// A step of a rule, on a machine, after others.
    fn add(steps: &mut Fixes, rule: &str, shell: Shell, machine: &str, follows: &[usize]) {
        let command = Cmdlet::new("Enable-CsTopology").with("Identity", rule);
        add_command(steps, rule, shell, machine, follows, command);
    }

    fn add_command(steps: &mut Fixes, rule: &str, shell: Shell, machine: &str, follows: &[usize], command: Cmdlet) {
        steps.following(find(rule).unwrap().metadata).add(Step {
            title: (Text::NONE, Vec::new()),
            shell,
            machine: (!machine.is_empty()).then(|| machine.to_owned()),
            command: command.into(),
            undo: Vec::new(),
            transition: None,
            follows: follows.to_vec(),
            interrupts: None,
            verified_by: &[],
        });
    }

    fn ordered(steps: &Fixes) -> Vec<(&'static str, String, Vec<usize>)> {
        let exchange = ["a", "b"].map(str::to_owned).into();
        let shown =
            |(place, numbers): (Session, Vec<usize>)| (place.shell.name(), place.machine.unwrap_or_default(), numbers);
        stages(steps, &exchange).into_iter().map(shown).collect()
    }

    #[test]
    fn what_follows_a_step_comes_after_it_whatever_the_rules_say() {
        // The rule of the first step comes after that of the second one, which follows it.
        assert!(ANCESTRY["SO-VERIFY"].contains("SO-RESTART-POOL"));
        let mut steps = Fixes::default();
        add(&mut steps, "SO-VERIFY", Shell::Exchange, "a", &[]);
        add(&mut steps, "SO-RESTART-POOL", Shell::Local, "a", &[0]);
        add(&mut steps, "SO-VERIFY", Shell::Exchange, "b", &[]);
        add(&mut steps, "SO-RESTART-POOL", Shell::Local, "b", &[2]);
        let expected = [("Exchange", "a".to_owned(), vec![0, 1]), ("Exchange", "b".to_owned(), vec![2, 3])];
        assert_eq!(ordered(&steps), expected);
    }

    #[test]
    fn users_are_switched_on_after_every_server_is_ready() {
        let mut steps = Fixes::default();
        add(&mut steps, "OWA-POLICY-IM", Shell::Exchange, "", &[]);
        add(&mut steps, "SO-CREATE", Shell::Exchange, "", &[]);
        for (machine, refresh) in [("a", 2), ("b", 4)] {
            add(&mut steps, "SO-VERIFY", Shell::Exchange, machine, &[1]);
            add(&mut steps, "SO-RESTART-POOL", Shell::Local, machine, &[refresh]);
        }
        let taken: Vec<usize> = ordered(&steps).into_iter().flat_map(|(_, _, numbers)| numbers).collect();
        assert_eq!(taken, [1, 2, 3, 4, 5, 0]);
    }

    #[test]
    fn steps_are_taken_in_the_order_of_their_rules_and_in_few_sittings() {
        let mut steps = Fixes::default();
        add(&mut steps, "OWA-POLICY-IM", Shell::Exchange, "", &[]);
        add(&mut steps, "OWA-WEBCONFIG-KEYS", Shell::Local, "a", &[]);
        add(&mut steps, "TAP-CREATE", Shell::Lync, "", &[]);
        add(&mut steps, "OWA-VDIR-IM", Shell::Exchange, "", &[]);
        let expected = [("Lync", String::new(), vec![2]), ("Exchange", "a".to_owned(), vec![3, 1, 0])];
        assert_eq!(ordered(&steps), expected);
    }

    #[test]
    fn what_stops_iis_comes_after_all_else_in_its_session() {
        let mut steps = Fixes::default();
        add(&mut steps, "PARTNER-LYNC-IN-EX", Shell::Exchange, "", &[]);
        for machine in ["a", "b"] {
            let restart = Cmdlet::new("Restart-Service").with("Name", "w3svc");
            add_command(&mut steps, "PARTNER-IISRESET", Shell::Local, machine, &[0], restart);
        }
        add(&mut steps, "UM-OUTCALLS-ONE", Shell::Exchange, "", &[]);
        let expected = [("Exchange", "a".to_owned(), vec![0, 3, 1]), ("Local", "b".to_owned(), vec![2])];
        assert_eq!(ordered(&steps), expected);
    }

    #[test]
    fn unified_messaging_is_set_up_in_the_order_of_the_page() {
        let page = [
            "UM-VOIP-ENCRYPTED",
            "UM-SERVERS-IN-DIALPLAN",
            "UM-STARTUP-DUAL",
            "UMCERT-ENABLED-SERVICES",
            "UM-RESTART",
            "UM-SERVICES-RUNNING",
            "UM-EXCHUCUTIL",
            "UM-EUU-HUNTGROUP",
            "UM-OUTCALLS-ONE",
        ];
        let mut steps = Fixes::default();
        for rule in page.iter().rev() {
            add(&mut steps, rule, Shell::Exchange, "a", &[]);
        }
        let numbers = (0..page.len()).rev().collect();
        assert_eq!(ordered(&steps), [("Exchange", "a".to_owned(), numbers)]);
    }
}
