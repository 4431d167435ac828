//! The two settings of instant messaging, wherever a server keeps them: whether a value is what it should be, and the
//! steps that make it so. Which rule asks, and why, is not known here.

use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::normal_thumbprint;
use crate::value::{Code, FQDN, Kind, Problem, THUMBPRINT, codes};

/// The versions whose settings are looked at.
pub(crate) const VERSIONS: &[ExchangeVersion] =
    &[ExchangeVersion::V2013, ExchangeVersion::V2016, ExchangeVersion::V2019, ExchangeVersion::SubscriptionEdition];

/// The two settings, wherever they are.
pub(crate) const KEYS: [&str; 2] = ["IMCertificateThumbprint", "IMServerName"];
/// What Outlook on the web does not mind in a thumbprint.
static HARMLESS_IN_THUMBPRINT: [&Code; 3] =
    [&codes::THUMBPRINT_BLANKS, &codes::THUMBPRINT_LOWER_CASE, &codes::BLANKS_AROUND];
/// What does not keep a name from being found.
static HARMLESS_IN_NAME: [&Code; 1] = [&codes::FQDN_UNDERSCORE];

/// What keeps Outlook on the web from using a thumbprint as it is written.
pub(crate) fn thumbprint_problem(value: &str) -> Option<Problem> {
    problem(&THUMBPRINT, value)
}

/// What keeps Outlook on the web from using the name of a pool as it is written.
pub(crate) fn pool_problem(value: &str) -> Option<Problem> {
    problem(&FQDN, value)
}

/// Whether Outlook on the web does not mind a problem of a value of this kind.
pub(crate) fn is_harmless(kind: &Kind, problem: &Problem) -> bool {
    let harmless = if *kind == THUMBPRINT { &HARMLESS_IN_THUMBPRINT[..] } else { &HARMLESS_IN_NAME };
    harmless.contains(&problem.code())
}

fn problem(kind: &Kind, value: &str) -> Option<Problem> {
    let mut problems = kind.check(value).problems.into_iter();
    problems.find(|problem| !is_harmless(kind, problem))
}

/// Whether a thumbprint as it is written works as this one.
pub(crate) fn is_thumbprint(written: &str, wanted: &str) -> bool {
    thumbprint_problem(written).is_none() && normal_thumbprint(written) == normal_thumbprint(wanted)
}

/// Whether the name of a pool as it is written works as this one.
pub(crate) fn is_pool(written: &str, wanted: &str) -> bool {
    pool_problem(written).is_none() && same_name(written, wanted)
}
