//! TAP-CREATE: a server that Lync does not find by itself has a trusted application pool.

use crate::rules::fixes::trusted_applications;
use crate::rules::prelude::*;
use crate::rules::topology::im::selection::{Selection, select_pool};
use crate::rules::topology::trusted::pools;
use crate::rules::topology::trusted::servers::{self, TrustedServer};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "TAP-CREATE",
    category: Category::Step,
    title: Text::new(
        "Lync recognizes Outlook on the web by a trusted application pool",
        "Lync reconnaît Outlook sur le web par un pool d'applications approuvées",
    ),
    explanation: Text::new(
        "Lync communicates only with the servers on its list of known servers. A server that Lync does not discover through a dial plan is added to that list by a trusted application pool with the name of its certificate.",
        "Lync ne communique qu'avec les serveurs de sa liste de serveurs connus. Un serveur que Lync ne découvre pas par un plan de numérotation est ajouté à cette liste par un pool d'applications approuvées qui porte le nom de son certificat.",
    ),
    remedy: Text::new(
        "New-CsTrustedApplicationPool with the name of the certificate as Identity, the Lync pool as Registrar, the SiteId of its site as Site and RequiresReplication false; then create the application and run Enable-CsTopology.",
        "New-CsTrustedApplicationPool avec le nom du certificat comme Identity, le pool Lync comme Registrar, le SiteId de son site comme Site et RequiresReplication à false ; créez ensuite l'application et exécutez Enable-CsTopology.",
    ),
    symptoms: &[Text::new(
        "The peer is not a configured server on this network",
        "L'homologue n'est pas un serveur configuré sur ce réseau",
    )],
    sources: &[
        Source::seed("000", "39-43"),
        Source::seed("001", "33-37"),
        Source::page("New-CsTrustedApplicationPool.md"),
    ],
    after: &["OWA-UCMA-REG", "OWA-UCMA-DLL", "TAP-COLOCATED-NO-POOL", "TAP-DUPLICATE-ENTRY"],
    needs: super::base::POOL_OF_SERVER,
    optional: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &lync_sections::POOLS,
        &lync_sections::SITES,
    ],
    ..super::base::TRUSTED_POOL
};

const NOT_THERE: Text = Text::new(
    "There is no trusted application pool {pool} for {server}.",
    "Il n'y a pas de pool d'applications approuvées {pool} pour {server}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    servers::each_with_fix(context, findings, fix, |peer, findings| {
        if let Some(pool) = pools::pool(context, &peer.name)? {
            let evidence =
                Evidence::actual("PoolFqdn", Some(pool.fqdn.as_str())).expected(peer.name.as_str()).from(pool);
            findings.pass(peer.target.clone(), vec![evidence]);
            return Ok(());
        }
        let evidence = vec![Evidence::actual("PoolFqdn", None::<String>).expected(peer.name.as_str())];
        if let Selection::Unresolved(why, args) = select_pool(context, &peer.server)? {
            findings.fail(peer.target.clone(), why, args, evidence);
            return Ok(());
        }
        let args = args! { pool: peer.name, server: peer.server.host.name() };
        findings.fail(peer.target.clone(), NOT_THERE, args, evidence);
        Ok(())
    })
}

fn fix(context: &Context<'_>, peer: &TrustedServer<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    if let Some(creation) = trusted_applications::create_pool(context, peer)? {
        fix.add(creation);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::step::Cmdlet;
    use serde_json::json;

    #[test]
    fn a_server_with_its_pool_passes() {
        exchange_2013(&RULE).passes(SERVER);
        exchange_2016(&RULE).passes(SERVER);
    }

    /// A server that has no trusted pool yet.
    fn unmade() -> Case {
        exchange_2013(&RULE).with(Sample::without_trusted_pool)
    }

    #[test]
    fn a_missing_pool_is_made_in_the_site_of_the_registrar_and_taken_back_by_name() {
        let steps = unmade().fails(SERVER).sample().steps("TAP-CREATE");
        let step = &steps.added()[0].step;
        let made = Cmdlet::new("New-CsTrustedApplicationPool")
            .with("Identity", SERVER)
            .with("Registrar", "pool.contoso.com")
            .with("Site", "Redmond")
            .with("RequiresReplication", false)
            .with("Confirm", false)
            .with("Force", true);
        assert_eq!(step.command, made.into());
        let removed = Cmdlet::new("Remove-CsTrustedApplicationPool").with("Identity", SERVER).with("Confirm", false);
        assert_eq!(step.undo, [removed.into()]);
    }

    #[test]
    fn several_registrars_leave_the_choice_to_a_person() {
        let second =
            json!({ "fqdn": "pool2.contoso.com", "services": ["Registrar:pool2.contoso.com"], "site": "Site:Redmond" });
        let case = unmade().set("/lync/pools/values/2", second).set("/machine/webConfigs/values/0/settings", json!([]));
        case.fails(SERVER).not_fixed();
    }

    #[test]
    fn pools_that_nobody_asked_for_are_unknown() {
        exchange_2013(&RULE).forget("/lync/trustedPools").unknown(SERVER);
        exchange_2013(&RULE).forget("/exchange/umDialPlans").unknown("");
    }

    #[test]
    fn a_server_that_does_not_answer_is_known_by_the_one_pool_that_names_it() {
        let silent = exchange_2013(&RULE).forget("/exchange/certificates").passes(SERVER);
        let second = json!({ "fqdn": "owa.contoso.com", "computers": ["EX01.contoso.com"] });
        silent.clone().set("/lync/trustedPools/values/1", second).unknown(SERVER);
        silent.with(Sample::without_trusted_pool).unknown(SERVER);
    }

    #[test]
    fn a_certificate_without_the_server_names_the_pool_too() {
        let case = unmade()
            .set("/exchange/certificates/values/0/subject", "CN=mail.contoso.com")
            .set("/exchange/certificates/values/0/domains", json!(["mail.contoso.com"]))
            .fixed_by_part("-Identity mail.contoso.com ");
        case.set("/lync/trustedPools/values/0", json!({ "fqdn": "mail.contoso.com" })).passes(SERVER);
    }
}
