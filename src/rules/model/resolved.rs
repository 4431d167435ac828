//! What goes with the findings of other rules: whether steps fix all of those, so that nothing of it stays open. Adds no
//! step, and checks nothing again.

use super::finding::{Fix, Status};
use std::collections::BTreeSet;

impl Fix<'_> {
    /// The steps that fix every finding of some rules, by number. None if one of these rules is left with a finding or could
    /// not be checked, or if nothing of theirs is fixed. The rules must be of the scenarios of the one that asks.
    #[must_use]
    pub fn fixes_for_all(&self, rules: &[&str]) -> Vec<usize> {
        let mut numbers = BTreeSet::new();
        let findings = self.judged().iter().filter(|finding| rules.contains(&finding.rule.id));
        // What matters less than its rule, such as a weak hash, keeps nothing from working.
        for finding in findings.filter(|finding| finding.severity == finding.rule.severity) {
            let found = match finding.status {
                Status::Fail => self.numbers(|added| {
                    added.reasons.iter().any(|(rule, target)| *rule == finding.rule && *target == finding.target)
                }),
                Status::Unknown => Vec::new(),
                Status::Manual | Status::Pass | Status::NotApplicable => continue,
            };
            if found.is_empty() {
                return Vec::new();
            }
            numbers.extend(found);
        }
        numbers.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::Shell;
    use crate::l10n::Text;
    use crate::rules::model::findings::Findings;
    use crate::rules::model::fixes::Fixes;
    use crate::rules::model::metadata::Metadata;
    use crate::rules::model::target::{Target, TargetKind};
    use crate::step::{Cmdlet, Step};
    use std::cell::Cell;

    static SERVICES: Metadata = Metadata { id: "SERVICES", ..Metadata::BASE };
    static WHOLE: Metadata = Metadata { id: "WHOLE", ..Metadata::BASE };

    #[test]
    fn a_step_for_one_service_of_a_server_fixes_no_other_service_of_it() {
        let step = || Step::new(Shell::Exchange, (Text::NONE, Vec::new()), Cmdlet::new("Set-UMService"));
        for (kind, fixed) in [(TargetKind::UmService, true), (TargetKind::UmCallRouter, false)] {
            let (found, mut fixes) = (Cell::new(None), Fixes::default());
            let mut services = Findings::new(&SERVICES);
            let mut fail = |kind| {
                let target = Target::new(kind, "ex01.contoso.com");
                services.fail(target, Text::NONE, Vec::new(), Vec::new()).with_fix(move |fix| {
                    fix.add(step());
                    Ok(())
                });
            };
            fail(TargetKind::UmService);
            if kind != TargetKind::UmService {
                fail(kind);
            }
            let services = services.sorted();
            let service = services.iter().find(|one| one.target.kind == TargetKind::UmService).unwrap();
            assert!(service.try_fix(&services, &mut fixes));
            let mut whole = Findings::new(&WHOLE);
            whole.fail(Target::estate(), Text::NONE, Vec::new(), Vec::new()).with_fix(|fix| {
                found.set(Some(!fix.fixes_for_all(&[SERVICES.id]).is_empty()));
                Ok(())
            });
            whole.sorted()[0].try_fix(&services, &mut fixes);
            assert_eq!(found.get(), Some(fixed), "{kind:?}");
        }
    }
}
