//! Whether a certificate that a server does not use yet would do: no rule about its names, its issuer and its thumbprint would
//! refuse it. What was not collected is not held against it. Chooses none.

use crate::facts::{ExchangeCertificate, Machine};
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::{common_name, is_full_name};
use crate::rules::topology::certificates::roots;
use crate::rules::topology::im::defects::would_do;
use crate::rules::topology::im::values::thumbprint_problem;
use crate::rules::topology::lync::known_servers::autodiscovered;
use crate::rules::topology::lync::servers::front_ends;
use crate::rules::topology::trusted::pools::pool;

/// Whether a step may give a server this certificate.
pub(crate) fn is_suitable(context: &Context<'_>, server: &Server<'_>, certificate: &ExchangeCertificate) -> bool {
    would_do(context, server, certificate)
        && thumbprint_problem(&certificate.thumbprint).is_none()
        && stands_for(context, server, certificate).unwrap_or(true)
        && Trust::of(context, server, certificate).map_or(true, |trust| trust.doubting.is_empty())
}

/// Whether a certificate can stand for a server. Lync knows a server by the subject alone, so one trusted pool of that
/// name is enough, for one server as for several, and can be made. A server that Lync finds by a dial plan has no such
/// pool: there its own name has to be in the certificate.
pub(crate) fn stands_for(
    context: &Context<'_>,
    server: &Server<'_>,
    certificate: &ExchangeCertificate,
) -> Result<bool, Missing> {
    let Some(subject) = common_name(certificate.subject.as_deref().unwrap_or_default()) else { return Ok(false) };
    if same_name(subject, server.host.name()) {
        return Ok(true);
    }
    let unknown = || Missing::not_collected(&exchange_sections::CERTIFICATES).on(server.host.name());
    let domains = certificate.domains.as_ref().ok_or_else(unknown)?;
    if domains.iter().any(|domain| same_name(domain, server.host.name())) || pool(context, subject)?.is_some() {
        return Ok(true);
    }
    Ok(is_full_name(subject) && !autodiscovered(context)?.contains(&server.host))
}

/// Who of Lync trusts a certificate.
pub(crate) struct Trust<'a> {
    /// The thumbprint of the root in which it ends.
    pub(crate) root: String,
    /// The machines that trust the root.
    pub(crate) trusting: Vec<&'a Machine>,
    /// Those that do not.
    pub(crate) doubting: Vec<&'a Machine>,
}

impl<'a> Trust<'a> {
    /// As the stores of the machines say.
    pub(crate) fn of(
        context: &Context<'a>,
        server: &Server<'_>,
        certificate: &ExchangeCertificate,
    ) -> Result<Self, Missing> {
        let root = roots::of(context, &server.host, &certificate.thumbprint, certificate.issuer.as_deref())?;
        let trusts =
            |machine: &&Machine| roots::trusted(machine.state.certificates.items().unwrap_or_default()).contains(&root);
        let (trusting, doubting) = lync_machines(context)?.into_iter().partition(trusts);
        Ok(Self { root, trusting, doubting })
    }
}

/// The Lync machines whose certificates are known. If there is none, the first one has to be asked.
fn lync_machines<'a>(context: &Context<'a>) -> Result<Vec<&'a Machine>, Missing> {
    let hosts = front_ends(context)?;
    let machines = context.estate.machines.iter().filter(|machine| hosts.contains(&machine.host));
    let known: Vec<_> = machines.filter(|machine| machine.state.certificates.items().is_ok()).collect();
    if known.is_empty() {
        let missing = Missing::not_collected(&machine_sections::CERTIFICATES);
        return Err(hosts.first().map_or(missing.clone(), |host| missing.on(host.name())));
    }
    Ok(known)
}
