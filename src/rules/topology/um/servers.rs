//! The Exchange servers that take part in unified messaging, and what each of them runs for it. Checks nothing.

use crate::rules::model::rule::ServerFix;
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::{in_scope, version};

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
        of_version && in_scope(context, &server.host) && !services(server).is_empty()
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
    findings: &mut Findings<'a>,
    look: impl Fn(&Server<'a>, &mut Findings<'a>) -> CheckResult,
) -> CheckResult {
    for server in servers(context)? {
        findings.for_target(&Target::server(&server.host), |findings| {
            version(&server)?;
            look(&server, findings)
        });
    }
    Ok(())
}

/// The same, where every finding of a server has one fix.
pub(crate) fn each_with_fix<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    fix: ServerFix,
    look: impl Fn(&Server<'a>, &mut Findings<'a>) -> CheckResult,
) -> CheckResult {
    each(context, findings, |server, findings| {
        let (context, own) = (*context, server.clone());
        findings.with_fix(move |handle| fix(&context, &own, handle), |findings| look(server, findings))
    })
}
