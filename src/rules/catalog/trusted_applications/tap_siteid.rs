//! TAP-SITEID: the site of a trusted pool is given by its `SiteId`.

use crate::rules::prelude::*;
use crate::rules::topology::im::selection::{Selection, select_pool};
use crate::rules::topology::trusted::{pools, servers};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "TAP-SITEID",
    title: Text::new(
        "The site of the trusted application pool is a site of the topology, specified by its SiteId",
        "Le site du pool d'applications approuvées est un site de la topologie, indiqué par son SiteId",
    ),
    explanation: Text::new(
        "New-CsTrustedApplicationPool requires the SiteId, which may differ from the display name, without the prefix site:. Lync then shows the identity of the site, such as Site:Redmond.",
        "New-CsTrustedApplicationPool exige le SiteId, qui peut différer du nom complet, sans le préfixe site:. Lync affiche ensuite l'identité du site, par exemple Site:Redmond.",
    ),
    remedy: Text::new(
        "Find the SiteId with Get-CsSite | Select-Object DisplayName, SiteId, and specify it in the parameter Site. The site of a pool cannot be changed: remove the pool and create it again.",
        "Recherchez le SiteId avec Get-CsSite | Select-Object DisplayName, SiteId, et indiquez-le dans le paramètre Site. Le site d'un pool ne peut pas être modifié : supprimez le pool et recréez-le.",
    ),
    sources: &[
        Source::seed("000", "43-45"),
        Source::seed("001", "37-39"),
        Source::page("New-CsTrustedApplicationPool.md"),
    ],
    needs: super::base::POOL_OF_SERVER,
    optional: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &lync_sections::POOLS,
    ],
    ..super::base::TRUSTED_POOL
};

const NO_SITE: Text = Text::new("The topology has no site {site}.", "La topologie n'a pas de site {site}.");
const NO_SITE_OF: Text = Text::new(
    "The site of the pool {pool} is not a site of the topology.",
    "Le site du pool {pool} n'est pas un site de la topologie.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    servers::each(context, findings, |peer, findings| {
        if let Some(pool) = pools::pool(context, &peer.name)? {
            let unknown = || Missing::not_collected(&lync_sections::TRUSTED_POOLS).on(&peer.name);
            let identity = pool.site_id.as_deref().ok_or_else(unknown)?;
            let evidence = vec![Evidence::actual("SiteId", Some(identity)).from(pool)];
            findings.pass_if(servers::site_id_of(context, identity)?.is_some(), peer.target.clone(), evidence, || {
                (NO_SITE, args! { site: identity })
            });
            return Ok(());
        }
        let registrar = match select_pool(context, &peer.server)? {
            Selection::Unresolved(why, args) => {
                findings.fail(peer.target.clone(), why, args, Vec::new());
                return Ok(());
            }
            chosen => chosen.value().cloned().unwrap_or_default(),
        };
        match servers::site_id(context, &registrar)? {
            Some(site) => findings.pass(peer.target.clone(), vec![Evidence::actual("SiteId", Some(site))]),
            None => {
                findings.fail(peer.target.clone(), NO_SITE_OF, args! { pool: registrar }, Vec::new());
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const SITE: &str = "/lync/trustedPools/values/0/siteId";

    /// A server that has no trusted pool yet.
    fn unmade() -> Case {
        exchange_2013(&RULE).with(Sample::without_trusted_pool)
    }

    #[test]
    fn a_site_of_the_topology_passes_whatever_the_case() {
        exchange_2013(&RULE).set(SITE, "site:redmond").passes(SERVER);
        unmade().passes(SERVER);
    }

    #[test]
    fn the_display_name_is_no_site() {
        exchange_2013(&RULE).set(SITE, "Site:Redmond site").fails(SERVER);
    }

    #[test]
    fn the_pool_of_a_new_trusted_pool_needs_a_site_too() {
        unmade().set("/lync/pools/values/0/site", "Site:Gone").fails(SERVER);
    }

    #[test]
    fn a_pool_that_does_not_exist_has_no_site() {
        let asked = Settings { im_server_name: Some("nowhere.contoso.com".to_owned()), ..Settings::default() };
        unmade().asking(asked).fails(SERVER);
    }

    #[test]
    fn unknown_without_the_number_of_the_site() {
        exchange_2013(&RULE).unknown_without(SERVER, &[SITE, "/lync/sites/values/0/siteId"]);
    }
}
