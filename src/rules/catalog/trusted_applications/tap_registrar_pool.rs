//! TAP-REGISTRAR-POOL: the registrar of a trusted pool is a pool of Lync that has that service.

use crate::rules::prelude::*;
use crate::rules::topology::im::selection::{Selection, select_pool};
use crate::rules::topology::lync::pools::registrar_pools;
use crate::rules::topology::trusted::{pools, servers};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "TAP-REGISTRAR-POOL",
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
    sources: &[Source::seed("000", "43"), Source::seed("001", "37")],
    after: &["PRE-LYNC-POOL"],
    needs: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::SERVERS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &lync_sections::POOLS,
        &lync_sections::TRUSTED_POOLS,
    ],
    optional: &[&exchange_sections::CERTIFICATES, &exchange_sections::UM_DIAL_PLANS, &exchange_sections::UM_SERVICES],
    ..super::base::TRUSTED_POOL
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
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const REGISTRAR: &str = "/lync/trustedPools/values/0/registrar";

    #[test]
    fn a_registrar_that_is_a_pool_passes_whatever_the_case() {
        exchange_2013(&RULE).set(REGISTRAR, "POOL.contoso.com").passes(SERVER);
        exchange_2013(&RULE).with(Sample::without_trusted_pool).passes(SERVER);
    }

    #[test]
    fn a_registrar_that_is_none_fails() {
        for registrar in ["", "fe01.contoso.com", "ex01.contoso.com"] {
            exchange_2013(&RULE).set(REGISTRAR, registrar).fails(SERVER);
        }
    }

    #[test]
    fn a_pool_that_was_asked_for_must_have_a_registrar_too() {
        let asked = Settings { im_server_name: Some("fe01.contoso.com".to_owned()), ..Settings::default() };
        exchange_2013(&RULE).with(Sample::without_trusted_pool).asking(asked).fails(SERVER);
    }

    #[test]
    fn unknown_without_the_registrar() {
        exchange_2013(&RULE).forget(REGISTRAR).unknown(SERVER);
    }
}
