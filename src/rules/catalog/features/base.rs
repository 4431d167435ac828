//! What the rules about features that need both products have in common.

use crate::rules::prelude::*;

/// What a rule of this folder is, unless it says otherwise.
pub(super) const BASE: Metadata = Metadata {
    family: Family::General,
    scenarios: &[Scenario::Prerequisites],
    roles: &[Role::LyncFrontEnd],
    exchange: &[ExchangeVersion::V2013, ExchangeVersion::V2016, ExchangeVersion::V2019],
    lync: &[LyncVersion::V2013, LyncVersion::V2015, LyncVersion::V2019],
    ..Metadata::BASE
};
