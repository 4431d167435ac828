//! The Exchange servers that take part in unified messaging, and what each of them runs for it. Judges nothing.

use crate::facts::{ExchangeVersion, Missing, Server};
use crate::rules::model::context::{Context, version};
use crate::rules::model::finding::{Checked, Report, Target};

/// The versions of Exchange that the pages on unified messaging are about.
pub(crate) const VERSIONS: &[ExchangeVersion] = &[ExchangeVersion::V2013, ExchangeVersion::V2016];

/// The service of the back end, as certificates name it.
pub(crate) const UM: &str = "UM";
/// The service of the front end, as certificates name it.
pub(crate) const CALL_ROUTER: &str = "UMCallRouter";

/// The servers of these versions that run one of the services and were asked for.
pub(crate) fn servers<'a>(context: &Context<'a>) -> Result<Vec<Server<'a>>, Missing> {
    let mut servers = context.estate.servers()?;
    servers.retain(|server| {
        let of_version = server.version.is_none_or(|found| VERSIONS.contains(&found));
        of_version && context.is_asked_for(&server.host) && !services(server).is_empty()
    });
    Ok(servers)
}

/// The services that a server runs: from Exchange 2016 on, the Mailbox role has both.
pub(crate) fn services(server: &Server<'_>) -> Vec<&'static str> {
    let is_router =
        if server.version >= Some(ExchangeVersion::V2016) { server.is_back_end() } else { server.is_front_end() };
    [(UM, server.is_back_end()), (CALL_ROUTER, is_router)].into_iter().filter(|one| one.1).map(|one| one.0).collect()
}

/// Looks at each of these servers; a fact that is missing for one makes that one unknown.
pub(crate) fn each<'a>(
    context: &Context<'a>,
    report: &mut Report<'_>,
    look: impl Fn(&Server<'a>, &mut Report<'_>) -> Checked,
) -> Checked {
    for server in servers(context)? {
        report.each(&Target::server(&server.host), |report| {
            version(&server)?;
            look(&server, report)
        });
    }
    Ok(())
}
