//! Which Exchange servers Lync knows, and by which certificate. Checks nothing.

use crate::facts::{DialPlan, ExchangeCertificate};
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::common_name;
use std::collections::BTreeSet;

/// The Exchange servers that Lync finds by itself: those in a dial plan of type `SipName`.
pub(crate) fn autodiscovered(context: &Context<'_>) -> Result<Vec<Host>, Missing> {
    let exchange = &context.estate.exchange;
    // Exchange 2019 and SE have no unified messaging, so there nobody can be asked.
    let servers = context.estate.servers()?;
    if servers.iter().all(|server| server.version >= Some(ExchangeVersion::V2019)) {
        return Ok(Vec::new());
    }
    let plans = exchange.um_dial_plans.items()?;
    let is_sip = |name: &String| {
        let of_name = |plan: &&Item<DialPlan>| same_name(&plan.name, name);
        let uri_type = plans.iter().find(of_name).and_then(|plan| plan.uri_type.as_deref());
        uri_type.is_some_and(|uri_type| uri_type.eq_ignore_ascii_case("SipName"))
    };
    let mut hosts = BTreeSet::new();
    for service in exchange.um_services.items()? {
        if service.dial_plans.iter().flatten().any(is_sip) {
            hosts.insert(context.estate.host(&service.server));
        }
    }
    for router in exchange.um_call_routers.items().unwrap_or_default() {
        if router.dial_plans.iter().flatten().any(is_sip) {
            hosts.insert(context.estate.host(&router.server));
        }
    }
    Ok(hosts.into_iter().collect())
}

/// Whether Lync knows a server by this certificate: its subject is the name of a trusted pool, or one of its names is that of
/// the server where Lync finds that by itself.
pub(crate) fn is_known_by(
    context: &Context<'_>,
    server: &Server<'_>,
    certificate: &ExchangeCertificate,
) -> Result<bool, Missing> {
    let subject = common_name(certificate.subject.as_deref().unwrap_or_default()).unwrap_or_default();
    let has_pool = context.estate.lync.trusted_pools.items()?.iter().any(|pool| same_name(&pool.fqdn, subject));
    let names = certificate.domains.iter().flatten().map(String::as_str);
    let is_own = names.chain([subject]).any(|name| same_name(name, server.host.name()));
    Ok(has_pool || is_own && autodiscovered(context)?.contains(&server.host))
}
