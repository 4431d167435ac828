//! The roots in which the certificates of both sides end: those of unified messaging on the Exchange servers, and those
//! that the machines of Lync show. Checks nothing.

use crate::facts::ExchangeCertificate;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::roots::{self, Roots};
use crate::rules::topology::lync::servers::{Assigned, front_ends, mediation_servers};
use crate::rules::topology::um::{certificate_bindings, servers};
use std::collections::BTreeSet;

/// The roots of the certificates that the services of a server use.
pub(crate) fn of_server(context: &Context<'_>, server: &Server<'_>) -> Result<BTreeSet<String>, Missing> {
    let mut found = BTreeSet::new();
    for bound in certificate_bindings::of(context.estate, server)? {
        let certificate = bound.certificate;
        let issuer = certificate.issuer.as_deref();
        found.insert(roots::of(context, &server.host, &certificate.thumbprint, issuer)?);
    }
    Ok(found)
}

/// The roots of all these servers.
pub(crate) fn of_exchange(context: &Context<'_>, servers: &[Server<'_>]) -> Roots {
    let mut all = Roots::default();
    for server in servers {
        all.add_all(&of_server(context, server));
    }
    all
}

/// The machines of Lync that talk to unified messaging.
pub(crate) fn lync_hosts(context: &Context<'_>) -> Result<BTreeSet<Host>, Missing> {
    Ok(front_ends(context)?.into_iter().chain(mediation_servers(context)?).collect())
}

/// The root of the certificate that a machine of Lync shows; nothing if it has none.
pub(crate) fn of_lync_host(
    context: &Context<'_>,
    assigned: &Assigned<'_>,
    host: &Host,
) -> Result<Option<String>, Missing> {
    let Some(certificate) = assigned.default_of(host)? else { return Ok(None) };
    roots::of(context, host, &certificate.thumbprint, certificate.issuer.as_deref()).map(Some)
}

/// The roots of all these machines.
pub(crate) fn of_lync(context: &Context<'_>, hosts: &BTreeSet<Host>) -> Result<Roots, Missing> {
    let assigned = Assigned::new(context)?;
    let mut all = Roots::default();
    for host in hosts {
        if let Some(root) = of_lync_host(context, &assigned, host).transpose() {
            all.add(root);
        }
    }
    Ok(all)
}

/// The machines that talk to a server and do not trust the root of a certificate of it: those of Lync, and the other servers
/// with unified messaging. Nothing where the root is not known; a machine whose stores were not read is none of them.
pub(crate) fn doubting(
    context: &Context<'_>,
    host: &Host,
    certificate: &ExchangeCertificate,
) -> Option<BTreeSet<Host>> {
    let root = roots::of(context, host, &certificate.thumbprint, certificate.issuer.as_deref()).ok()?;
    let mut all = lync_hosts(context).unwrap_or_default();
    all.extend(servers::servers(context).unwrap_or_default().into_iter().map(|server| server.host));
    all.remove(host);
    all.retain(|other| roots::stored(context, other).is_ok_and(|stored| !roots::trusted(stored).contains(&root)));
    Some(all)
}
