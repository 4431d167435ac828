//! What the rules about unified messaging have in common.

use crate::rules::prelude::*;
use crate::rules::topology::um::servers::VERSIONS;

/// What a rule of this folder is, unless it says otherwise.
pub(super) const BASE: Metadata = Metadata {
    family: Family::UnifiedMessaging,
    scenarios: &[Scenario::UnifiedMessaging],
    exchange: VERSIONS,
    ..Metadata::BASE
};

#[cfg(test)]
mod tests {
    use crate::rules::catalog;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn without_a_plan_for_lync_these_do_not_apply() {
        for id in [
            "UM-DIALPLAN-LOCATION-PROFILE",
            "UM-EUU-AD-PERMS",
            "UM-EUU-GATEWAY-PER-POOL",
            "UM-EUU-HUNTGROUP",
            "UM-EXCHUCUTIL",
            "UM-RESTART",
            "UM-SERVERS-IN-DIALPLAN",
            "UM-STARTUP-DUAL",
        ] {
            unified_messaging(catalog::find(id).unwrap()).forget(DIAL_PLAN).not_applicable();
        }
    }
}
