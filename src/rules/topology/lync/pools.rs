//! Pools of Lync by the services that they run, for the rules of Enterprise Voice: which pools run one. Reads the
//! topology only; checks nothing.

use crate::facts::Pool;
use crate::rules::prelude::*;
use std::collections::BTreeSet;

/// The pools that run a service of a kind, such as `Registrar` or `MediationServer`. Where none is known to, but a pool
/// did not tell its services, that is missing.
pub(crate) fn with_service<'a>(context: &Context<'a>, kind: &str) -> Result<Vec<&'a Item<Pool>>, Missing> {
    let pools = context.estate.lync.pools.items()?;
    let runs = |pool: &&Item<Pool>| pool.services.iter().flatten().any(|service| is_of_kind(service, kind));
    let found: Vec<_> = pools.iter().filter(runs).collect();
    match pools.iter().find(|pool| pool.services.is_none()) {
        Some(silent) if found.is_empty() => Err(Missing::not_collected(&lync_sections::POOLS).on(&silent.fqdn)),
        _ => Ok(found),
    }
}

/// Whether a service such as `Registrar:pool.contoso.com` is of a kind.
pub(crate) fn is_of_kind(service: &str, kind: &str) -> bool {
    service.split(':').next().is_some_and(|found| found.eq_ignore_ascii_case(kind))
}

/// Whether a service is that of a pool of trusted application servers. `Get-CsPool` names it `TrustedApplicationPool`;
/// `ExternalServer` is the word of the topology document, and an alias.
pub(crate) fn is_trusted_application(service: &str) -> bool {
    ["TrustedApplicationPool", "ExternalServer"].iter().any(|kind| is_of_kind(service, kind))
}

/// The full names of the pools with a Registrar.
pub(crate) fn registrar_pools(context: &Context<'_>) -> Result<Vec<String>, Missing> {
    let names: BTreeSet<String> = with_registrar(context)?.map(|pool| pool.fqdn.to_lowercase()).collect();
    Ok(names.into_iter().collect())
}

/// Whether a name is that of a pool with a Registrar.
pub(crate) fn is_registrar_pool(context: &Context<'_>, name: &str) -> Result<bool, Missing> {
    Ok(with_registrar(context)?.any(|pool| same_name(&pool.fqdn, name)))
}

fn with_registrar<'a>(context: &Context<'a>) -> Result<impl Iterator<Item = &'a Item<Pool>>, Missing> {
    let pools = context.estate.lync.pools.items()?.iter();
    Ok(pools.filter(|pool| {
        let mut services = pool.services.iter().flatten().peekable();
        services.peek().is_none() || services.any(|service| is_registrar(service))
    }))
}

fn is_registrar(service: &str) -> bool {
    service.get(.."Registrar".len()).is_some_and(|start| start.eq_ignore_ascii_case("Registrar"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::prelude::*;

    const POOL: &str = "/lync/pools/values/0";

    #[test]
    fn a_service_is_told_by_what_stands_before_the_colon() {
        assert!(is_of_kind("registrar:pool.contoso.com", "Registrar"));
        assert!(!is_of_kind("RegistrarBackup:pool.contoso.com", "Registrar"));
    }

    #[test]
    fn pools_that_did_not_tell_matter_only_where_no_other_has_the_service() {
        let sample = Sample::unified_messaging().forget(&format!("{POOL}/services"));
        let estate = sample.estate();
        let context = Context { estate: &estate, settings: &sample.settings, scenarios: &[] };
        assert_eq!(with_service(&context, "MediationServer").unwrap().len(), 1);
        assert_eq!(with_service(&context, "Registrar").unwrap_err().target.as_deref(), Some("pool.contoso.com"));
    }
}
