//! UM-NOT-COLLOCATED: unified messaging does not run on a computer of Lync.

use crate::rules::prelude::*;
use crate::rules::topology::lync::pools::is_trusted_application;
use crate::rules::topology::um::servers;
use std::collections::{HashMap, HashSet};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-NOT-COLLOCATED",
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    lync: &[LyncVersion::V2013],
    title: Text::new(
        "Exchange is installed on separate computers",
        "Exchange est installé sur des ordinateurs distincts",
    ),
    explanation: Text::new(
        "Unified messaging is not supported on a Lync server or on its database server.",
        "La messagerie unifiée n'est prise en charge ni sur un serveur Lync, ni sur le serveur de sa base de données.",
    ),
    remedy: Text::new(
        "Move one of the two products to another computer.",
        "Déplacez l'un des deux produits sur un autre ordinateur.",
    ),
    interpretation: Some(Text::new(
        "A computer that the topology contains only as a trusted application server is not taken as a Lync computer.",
        "Un ordinateur que la topologie ne contient que comme serveur d'applications approuvées n'est pas considéré comme un ordinateur Lync.",
    )),
    sources: &[Source::page("lync-server-2013-exchange-unified-messaging-um-support.md")],
    needs: &[&exchange_sections::SERVERS, &lync_sections::COMPUTERS, &lync_sections::POOLS],
    ..super::BASE
};

const SHARED: Text = Text::new(
    "{server} is also a Lync computer, in the pool {pool}.",
    "{server} est aussi un ordinateur Lync, dans le pool {pool}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let lync = &context.estate.lync;
    let trusted = trusted_only(context)?;
    let own = lync.computers.items()?.iter().filter(|computer| {
        let pool = computer.pool.as_deref().unwrap_or(&computer.fqdn).to_lowercase();
        !trusted.contains(&pool)
    });
    let own: HashMap<_, _> = own.map(|computer| (context.estate.host(&computer.fqdn), computer)).collect();
    servers::each(context, findings, |server, findings| {
        let target = Target::server(&server.host);
        let Some(shared) = own.get(&server.host) else {
            findings.pass(target, Vec::new());
            return Ok(());
        };
        let args = [("server", server.host.name().to_owned()), ("pool", shared.pool.clone().unwrap_or_default())];
        let evidence = vec![Evidence::actual("Pool", shared.pool.as_deref()).from(shared)];
        findings.fail(target, SHARED, args.into(), evidence);
        Ok(())
    })
}

/// The pools, in lower case, that hold trusted application servers and nothing else.
fn trusted_only(context: &Context<'_>) -> Result<HashSet<String>, Missing> {
    let mut names = HashSet::new();
    for pool in context.estate.lync.pools.items()? {
        let missing = || Missing::not_collected(&lync_sections::POOLS).on(&pool.fqdn);
        let services = pool.services.as_ref().ok_or_else(missing)?;
        if !services.is_empty() && services.iter().all(|service| is_trusted_application(service)) {
            names.insert(pool.fqdn.to_lowercase());
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    /// The estate with one more computer of Lync, in a pool.
    fn with_computer(name: &str, pool: &str) -> Case {
        unified_messaging(&RULE).set("/lync/computers/values/2", json!({ "fqdn": name, "pool": pool }))
    }

    #[test]
    fn an_exchange_server_that_is_no_computer_of_lync_or_a_trusted_application_server_passes() {
        unified_messaging(&RULE).passes(SERVER);
        for service in ["TrustedApplicationPool", "ExternalServer", "trustedapplicationpool"] {
            with_computer(SERVER, "EX01.contoso.com").with_pool(SERVER, &[service]).passes(SERVER);
        }
        with_computer(SERVER, "EX01.contoso.com")
            .with_pool(SERVER, &["TrustedApplicationPool", "Registrar"])
            .fails(SERVER);
    }

    #[test]
    fn an_exchange_server_in_a_pool_of_lync_or_under_its_database_fails() {
        with_computer("EX01.contoso.com", POOL).fails(SERVER);
        with_computer(SERVER, SERVER).with_pool(SERVER, &["UserDatabase"]).fails(SERVER);
    }

    #[test]
    fn what_nobody_told_is_unknown() {
        let case = unified_messaging(&RULE).unknown_without_each(SERVER, "", &[&VERSION[1..]]);
        case.unknown_without_each("", "/lync", &["computers", "pools", "pools/values/0/services"]);
    }
}
