//! What the rules about versions and the deployment as a whole have in common.

use crate::rules::prelude::*;

/// What a rule of this folder is, unless it says otherwise.
pub(super) const BASE: Metadata = Metadata { family: Family::General, ..Metadata::BASE };
