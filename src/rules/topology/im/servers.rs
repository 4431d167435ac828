//! On which servers instant messaging can be set up, and what is looked at on each. Checks nothing.

use crate::facts::ExchangeCertificate;
use crate::rules::model::findings::{CheckResult, Findings, args};
use crate::rules::model::fixes::FixResult;
use crate::rules::model::rule::ServerFix;
use crate::rules::model::support_matrix::{Support, owa_im};
use crate::rules::prelude::*;
use crate::rules::topology::im::provider::is_gone;
use crate::rules::topology::im::selection::owa_certificate;

const NO_CERTIFICATE_YET: Text = Text::new(
    "{server} has no certificate for instant messaging yet. See OWA-IM-THUMBPRINT.",
    "{server} n'a pas encore de certificat pour la messagerie instantanée. Voir OWA-IM-THUMBPRINT.",
);

/// The back end servers of these versions (all if none is named) on which instant messaging can be set up: not
/// those that the documents say are not supported with this version of Lync, and not those that were not asked for.
pub(crate) fn im_servers<'a>(context: &Context<'a>, versions: &[ExchangeVersion]) -> Result<Vec<Server<'a>>, Missing> {
    let mut servers = eligible(context, versions)?;
    servers.retain(Server::is_back_end);
    Ok(servers)
}

/// The same for the front end servers.
pub(crate) fn im_front_ends<'a>(
    context: &Context<'a>,
    versions: &[ExchangeVersion],
) -> Result<Vec<Server<'a>>, Missing> {
    let mut servers = eligible(context, versions)?;
    servers.retain(Server::is_front_end);
    Ok(servers)
}

fn eligible<'a>(context: &Context<'a>, versions: &[ExchangeVersion]) -> Result<Vec<Server<'a>>, Missing> {
    let mut servers = context.estate.servers()?;
    servers.retain(|server| {
        let of_version = server.version.is_none_or(|found| versions.is_empty() || versions.contains(&found));
        of_version && in_scope(context, &server.host) && im_support(context, server) != Support::No
    });
    Ok(servers)
}

/// Looks at the certificate of each of these servers; one without a certificate is reported as not concerned. Every
/// finding of a server has the fix that is given.
pub(crate) fn each_owa_certificate<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    versions: &[ExchangeVersion],
    fix: Option<ServerFix>,
    look: impl Fn(&Server<'a>, &'a Item<ExchangeCertificate>, &mut Findings<'a>) -> CheckResult,
) -> CheckResult {
    let look = |server: &Server<'a>, findings: &mut Findings<'a>| {
        if let Some(certificate) = owa_certificate(context, server)? {
            return look(server, certificate, findings);
        }
        let args = args! { server: server.host.name() };
        findings.not_applicable(Target::server(&server.host), NO_CERTIFICATE_YET, args);
        Ok(())
    };
    match fix {
        Some(fix) => each_im_server_with_fix(context, findings, versions, fix, look),
        None => each_im_server(context, findings, versions, look),
    }
}

/// Looks at each of the servers of [`im_servers`]; a fact that is missing for one makes that one unknown.
pub(crate) fn each_im_server<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    versions: &[ExchangeVersion],
    look: impl Fn(&Server<'a>, &mut Findings<'a>) -> CheckResult,
) -> CheckResult {
    for server in im_servers(context, versions)? {
        findings.for_target(&Target::server(&server.host), |findings| look(&server, findings));
    }
    Ok(())
}

/// The same, where every finding of a server has one fix.
pub(crate) fn each_im_server_with_fix<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    versions: &[ExchangeVersion],
    fix: ServerFix,
    look: impl Fn(&Server<'a>, &mut Findings<'a>) -> CheckResult,
) -> CheckResult {
    each_im_server(context, findings, versions, |server, findings| {
        let (copied, own) = (*context, server.clone());
        let fix = move |handle: &mut Fix<'_>| fix(&copied, &own, handle);
        with_fix_unless_gone(context, server, findings, fix, |findings| look(server, findings))
    })
}

/// Looks at what has one fix on a server. Where an update took instant messaging away nothing brings it back: what is found
/// there is told, and has no fix.
pub(crate) fn with_fix_unless_gone<'a, T>(
    context: &Context<'a>,
    server: &Server<'_>,
    findings: &mut Findings<'a>,
    fix: impl Fn(&mut Fix<'_>) -> FixResult + 'a,
    look: impl FnOnce(&mut Findings<'a>) -> T,
) -> T {
    if is_gone(context, server) { look(findings) } else { findings.with_fix(fix, look) }
}

/// Whether an update took instant messaging from every server that it can be set up on.
pub(crate) fn is_gone_everywhere(context: &Context<'_>) -> bool {
    let servers = im_servers(context, &[]).unwrap_or_default();
    !servers.is_empty() && servers.iter().all(|server| is_gone(context, server))
}

/// Whether a server is one of those that the administrator wants, by itself or by its availability group.
#[must_use]
pub(crate) fn in_scope(context: &Context<'_>, host: &Host) -> bool {
    let asked = &context.settings.servers;
    let groups = context.estate.exchange.availability_groups.items().unwrap_or_default();
    let is_member = |name: &String| {
        let group = groups.iter().find(|group| same_name(&group.name, name));
        group.is_some_and(|group| group.servers.iter().any(|member| context.estate.host(member) == *host))
    };
    asked.is_empty() || asked.iter().any(|name| context.estate.host(name) == *host || is_member(name))
}

/// What the documents say of instant messaging between a server and this version of Lync.
#[must_use]
pub(crate) fn im_support(context: &Context<'_>, server: &Server<'_>) -> Support {
    match (context.estate.lync_version(), server.version) {
        (Ok(Some(lync)), Some(exchange)) => owa_im(lync, exchange),
        _ => Support::NotSaid,
    }
}

/// The version of a server, which decides where its settings are.
pub(crate) fn version(server: &Server<'_>) -> Result<ExchangeVersion, Missing> {
    server.version.ok_or_else(|| Missing::not_collected(&exchange_sections::SERVERS).on(server.host.name()))
}
