//! The two settings of instant messaging, wherever a server keeps them: whether a value is what it should be, and the
//! steps that make it so. Which rule asks, and why, is not known here.

use crate::facts::{ExchangeVersion, Missing, Server, same_name};
use crate::message::Text;
use crate::rules::fixes::{setting_overrides, web_config};
use crate::rules::model::context::{Chosen, Context, normal_thumbprint, version};
use crate::rules::model::finding::Finding;
use crate::rules::model::rule::Steps;
use crate::value::{Kind, Problem};

/// The versions whose settings are looked at.
pub(crate) const VERSIONS: &[ExchangeVersion] =
    &[ExchangeVersion::V2013, ExchangeVersion::V2016, ExchangeVersion::V2019];

/// What Outlook on the web does not mind in a thumbprint.
const HARMLESS_IN_THUMBPRINT: &[&str] = &["ThumbprintBlanks", "ThumbprintLowerCase", "BlanksAround"];
/// What does not keep a name from being found.
const HARMLESS_IN_NAME: &[&str] = &["FqdnUnderscore"];

/// What keeps Outlook on the web from using a thumbprint as it is written.
pub(crate) fn thumbprint_problem(value: &str) -> Option<Problem> {
    problem("Thumbprint", value, HARMLESS_IN_THUMBPRINT)
}

/// What keeps Outlook on the web from using the name of a pool as it is written.
pub(crate) fn pool_problem(value: &str) -> Option<Problem> {
    problem("Fqdn", value, HARMLESS_IN_NAME)
}

fn problem(kind: &str, value: &str, harmless: &[&str]) -> Option<Problem> {
    let mut problems = Kind::find(kind)?.check(value).problems.into_iter();
    problems.find(|problem| !harmless.contains(&problem.code().name()))
}

/// Whether a thumbprint as it is written works as this one.
pub(crate) fn is_thumbprint(written: &str, wanted: &str) -> bool {
    thumbprint_problem(written).is_none() && normal_thumbprint(written) == normal_thumbprint(wanted)
}

/// Whether the name of a pool as it is written works as this one.
pub(crate) fn is_pool(written: &str, wanted: &str) -> bool {
    pool_problem(written).is_none() && same_name(written, wanted)
}

/// What the administrator has to decide before the settings of a server can be made, if there is something: a sentence, and
/// what fills its blanks.
pub(crate) fn open_question(context: &Context<'_>, server: &Server<'_>) -> Option<(Text, Vec<(&'static str, String)>)> {
    let pool = context.wanted_pool(server).ok();
    let certificate = context.wanted_certificate(server).ok();
    match (pool, certificate) {
        (Some(Chosen::Open(text, args)), _) | (_, Some(Chosen::Open(text, args))) => Some((text, args)),
        _ => None,
    }
}

/// Adds the steps that give the server of a finding the settings that it should have.
pub(crate) fn mend(context: &Context<'_>, finding: &Finding, steps: &mut Steps) -> Result<(), Missing> {
    let Some(server) = context.server(&finding.target.name)? else { return Ok(()) };
    if version(&server)? >= ExchangeVersion::V2016 {
        setting_overrides::mend(context, &server, finding, steps)
    } else {
        web_config::set(context, &server, finding, steps)
    }
}
