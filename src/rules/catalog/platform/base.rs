//! What the rules about versions, the deployment as a whole and the certificates in use have in common.

use crate::rules::prelude::*;
use crate::rules::topology::certificates::in_use::Use;
use crate::rules::topology::im::values::VERSIONS as IM_VERSIONS;
use crate::rules::topology::oauth::partner::{EXCHANGE_VERSIONS, VERSIONS as LYNC_VERSIONS};
use crate::rules::topology::um::servers::VERSIONS as UM_VERSIONS;

/// What a rule of this folder is, unless it says otherwise.
pub(super) const BASE: Metadata = Metadata { family: Family::General, ..Metadata::BASE };

/// Where a rule about the certificates of a use belongs, and the versions that it is about.
pub(super) const fn of_use(purpose: Use, common: &Metadata) -> Metadata {
    match purpose {
        Use::OwaIm => Metadata {
            family: Family::Owa,
            scenarios: &[Scenario::OwaIm],
            applies_when: AppliesWhen::ImEnabled,
            exchange: IM_VERSIONS,
            ..*common
        },
        Use::UnifiedMessaging => Metadata {
            family: Family::UmCertificates,
            scenarios: &[Scenario::UnifiedMessaging],
            exchange: UM_VERSIONS,
            ..*common
        },
        Use::Auth => Metadata { exchange: EXCHANGE_VERSIONS, ..of_tokens(common) },
        Use::Issuer => Metadata { lync: LYNC_VERSIONS, ..of_tokens(common) },
        Use::Edge => Metadata { family: Family::Hybrid, scenarios: &[Scenario::Hybrid], ..*common },
    }
}

const fn of_tokens(common: &Metadata) -> Metadata {
    Metadata { family: Family::OAuth, scenarios: &[Scenario::Prerequisites], ..*common }
}
