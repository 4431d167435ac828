//! TAP-REGISTRAR-POOL: the registrar of a trusted pool is a pool of Lync that has that service.

use crate::rules::prelude::*;
use crate::rules::topology::im::selection::{Selection, select_pool};
use crate::rules::topology::lync::pools::registrar_pools;
use crate::rules::topology::trusted::{pools, servers};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "TAP-REGISTRAR-POOL",
    exchange: pools::EXCHANGE,
    lync: pools::LYNC,
    title: Text::new(
        "The Registrar of the trusted application pool is a Lync pool with a Registrar",
        "Le serveur d'inscriptions du pool d'applications approuvées est un pool Lync avec un serveur d'inscriptions",
    ),
    explanation: Text::new(
        "The trusted application pool depends on the Lync pool of its Registrar. Any other name has no effect.",
        "Le pool d'applications approuvées dépend du pool Lync de son serveur d'inscriptions. Tout autre nom est sans effet.",
    ),
    remedy: Text::new(
        "Run Set-CsTrustedApplicationPool with Registrar set to the FQDN of a pool that Get-CsService -Registrar lists, or specify such a pool with -IMServerName.",
        "Exécutez Set-CsTrustedApplicationPool avec, pour Registrar, le nom de domaine complet d'un pool que liste Get-CsService -Registrar, ou indiquez un tel pool avec -IMServerName.",
    ),
    interpretation: Some(pools::VERSIONS),
    sources: &[Source::seed("000", "43"), Source::seed("001", "37")],
    after: &["PRE-LYNC-POOL"],
    needs: &[
        &lync_sections::TRUSTED_POOLS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::CERTIFICATES,
        &lync_sections::POOLS,
    ],
    optional: &[&exchange_sections::UM_DIAL_PLANS, &exchange_sections::CERTIFICATES],
    ..super::BASE
};

const NO_REGISTRAR: Text = Text::new(
    "{registrar} is not a pool with a Registrar.",
    "{registrar} n'est pas un pool avec un serveur d'inscriptions.",
);
const EMPTY: Text = Text::new(
    "The trusted application pool {pool} has no Registrar.",
    "Le pool d'applications approuvées {pool} n'a pas de serveur d'inscriptions.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let pools = registrar_pools(context)?;
    servers::each(context, findings, |peer, findings| {
        let registrar = match pools::pool(context, &peer.name)? {
            Some(pool) => {
                let unknown = || Missing::not_collected(&lync_sections::TRUSTED_POOLS).on(&peer.name);
                pool.registrar.clone().ok_or_else(unknown)?
            }
            // The pool that is still to be made will hang on this one.
            None => match select_pool(context, &peer.server)? {
                Selection::Unresolved(why, args) => {
                    findings.fail(peer.target.clone(), why, args, Vec::new());
                    return Ok(());
                }
                chosen => chosen.value().cloned().unwrap_or_default(),
            },
        };
        let evidence = vec![Evidence::actual("Registrar", Some(registrar.as_str()))];
        if registrar.is_empty() {
            findings.fail(peer.target.clone(), EMPTY, args! { pool: peer.name }, evidence);
        } else if pools.iter().any(|pool| same_name(pool, &registrar)) {
            findings.pass(peer.target.clone(), evidence);
        } else {
            findings.fail(peer.target.clone(), NO_REGISTRAR, args! { registrar }, evidence);
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "TAP-REGISTRAR-POOL";

    const REGISTRAR: &str = "/lync/trustedPools/values/0/registrar";

    #[test]
    fn a_registrar_that_is_a_pool_passes_whatever_the_case() {
        let sample = Sample::exchange_2013().set(REGISTRAR, json!("POOL.contoso.com"));
        sample.expect(ID, &[("ex01.contoso.com", Status::Pass)]);
        Sample::exchange_2013().without_trusted_pool().expect(ID, &[("ex01.contoso.com", Status::Pass)]);
    }

    #[test]
    fn a_registrar_that_is_none_fails() {
        for registrar in ["", "fe01.contoso.com", "ex01.contoso.com"] {
            let sample = Sample::exchange_2013().set(REGISTRAR, json!(registrar));
            sample.expect(ID, &[("ex01.contoso.com", Status::Fail)]);
        }
    }

    #[test]
    fn a_pool_that_was_asked_for_must_have_a_registrar_too() {
        let asked = Settings { im_server_name: Some("fe01.contoso.com".to_owned()), ..Settings::default() };
        let sample = Sample::exchange_2013().without_trusted_pool().asking(asked);
        sample.expect(ID, &[("ex01.contoso.com", Status::Fail)]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        Sample::exchange_2013().forget(REGISTRAR).expect(ID, &[("ex01.contoso.com", Status::Unknown)]);
    }

    #[test]
    fn a_server_that_lync_finds_by_itself_is_not_concerned() {
        Sample::exchange_2013().discovered().expect(ID, &[("ex01.contoso.com", Status::NotApplicable)]);
    }

    #[test]
    fn it_asks_for_nothing_where_instant_messaging_shall_be_off() {
        let off = Settings { disable: true, ..Settings::default() };
        Sample::exchange_2013().asking(off).expect(ID, &[("", Status::NotApplicable)]);
    }
}
