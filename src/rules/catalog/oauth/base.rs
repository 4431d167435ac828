//! What the rules about server-to-server authentication have in common.

use crate::rules::prelude::*;
use crate::rules::topology::oauth::partner::VERSIONS;

/// What a rule of this folder is, unless it says otherwise.
pub(super) const BASE: Metadata =
    Metadata { family: Family::OAuth, scenarios: &[Scenario::Prerequisites], lync: VERSIONS, ..Metadata::BASE };
