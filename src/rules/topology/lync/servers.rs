//! The machines of Lync by what they do, and the certificate that each of them shows. Checks nothing.

use crate::facts::{LyncCertificate, Pool};
use crate::rules::prelude::*;
use crate::rules::topology::lync::pools::{self, registrar_pools};
use std::collections::{BTreeSet, HashMap, HashSet};

/// The computers of the pools with a Registrar.
pub(crate) fn front_ends(context: &Context<'_>) -> Result<BTreeSet<Host>, Missing> {
    let names: HashSet<String> = registrar_pools(context)?.into_iter().collect();
    let pools = context.estate.lync.pools.items()?.iter();
    computers(context, pools.filter(|pool| names.contains(&pool.fqdn.to_lowercase())))
}

/// The computers of the pools with the service Mediation.
pub(crate) fn mediation_servers(context: &Context<'_>) -> Result<BTreeSet<Host>, Missing> {
    with_service(context, "MediationServer")
}

/// The Edge servers.
pub(crate) fn edges(context: &Context<'_>) -> Result<BTreeSet<Host>, Missing> {
    with_service(context, "EdgeServer")
}

/// The gateways to the telephone network.
pub(crate) fn gateways(context: &Context<'_>) -> Result<BTreeSet<Host>, Missing> {
    with_service(context, "PstnGateway")
}

fn with_service(context: &Context<'_>, service: &str) -> Result<BTreeSet<Host>, Missing> {
    computers(context, pools::with_service(context, service)?.into_iter())
}

fn computers<'a>(
    context: &Context<'_>,
    pools: impl Iterator<Item = &'a Item<Pool>>,
) -> Result<BTreeSet<Host>, Missing> {
    let mut hosts = BTreeSet::new();
    for pool in pools {
        let missing = || Missing::not_collected(&lync_sections::POOLS).on(&pool.fqdn);
        hosts.extend(pool.computers.as_ref().ok_or_else(missing)?.iter().map(|name| context.estate.host(name)));
    }
    Ok(hosts)
}

/// The certificates that are assigned on each machine of Lync.
pub(crate) struct Assigned<'a>(HashMap<Host, Vec<&'a Item<LyncCertificate>>>);

impl<'a> Assigned<'a> {
    pub(crate) fn new(context: &Context<'a>) -> Result<Self, Missing> {
        let mut by_host: HashMap<Host, Vec<_>> = HashMap::new();
        for certificate in context.estate.lync.certificates.items()? {
            let Some(computer) = &certificate.computer else { continue };
            by_host.entry(context.estate.host(computer)).or_default().push(certificate);
        }
        Ok(Self(by_host))
    }

    /// The certificate that a machine shows to others; nothing if none is assigned.
    pub(crate) fn default_of(&self, host: &Host) -> Result<Option<&'a Item<LyncCertificate>>, Missing> {
        let missing = || Missing::not_collected(&lync_sections::CERTIFICATES).on(host.name());
        let all = self.0.get(host).ok_or_else(missing)?;
        Ok(all.iter().copied().find(|one| one.use_.eq_ignore_ascii_case("Default")))
    }
}
