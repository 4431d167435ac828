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
    exchange: pools::EXCHANGE,
    lync: pools::LYNC,
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
    interpretation: Some(pools::VERSIONS),
    sources: &[
        Source::seed("000", "39-43"),
        Source::seed("001", "33-37"),
        Source::page("New-CsTrustedApplicationPool.md"),
    ],
    after: &["OWA-UCMA-REG", "OWA-UCMA-DLL", "TAP-COLOCATED-NO-POOL", "TAP-DUPLICATE-ENTRY"],
    needs: &[
        &lync_sections::TRUSTED_POOLS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::CERTIFICATES,
        &lync_sections::POOLS,
        &lync_sections::SITES,
    ],
    optional: &[
        &lync_sections::POOLS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::CERTIFICATES,
        &lync_sections::SITES,
    ],
    ..super::BASE
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
    use crate::rules::testing::prelude::*;
    use crate::step::Cmdlet;
    use serde_json::json;

    const ID: &str = "TAP-CREATE";

    #[test]
    fn a_server_with_its_pool_passes() {
        Sample::exchange_2013().expect(ID, &[("ex01.contoso.com", Status::Pass)]);
        Sample::exchange_2016().expect(ID, &[("ex01.contoso.com", Status::Pass)]);
    }

    #[test]
    fn a_missing_pool_is_made_in_the_site_of_the_registrar_and_taken_back_by_name() {
        let sample = Sample::exchange_2013().without_trusted_pool();
        sample.expect(ID, &[("ex01.contoso.com", Status::Fail)]);
        let steps = sample.steps(ID);
        let step = &steps.added()[0].step;
        let made = Cmdlet::new("New-CsTrustedApplicationPool")
            .with("Identity", "ex01.contoso.com")
            .with("Registrar", "pool.contoso.com")
            .with("Site", "Redmond")
            .with("RequiresReplication", false)
            .with("Confirm", false);
        assert_eq!(step.command, made.into());
        let removed =
            Cmdlet::new("Remove-CsTrustedApplicationPool").with("Identity", "ex01.contoso.com").with("Confirm", false);
        assert_eq!(step.undo, [removed.into()]);
    }

    #[test]
    fn several_registrars_leave_the_choice_to_a_person() {
        let second =
            json!({ "fqdn": "pool2.contoso.com", "services": ["Registrar:pool2.contoso.com"], "site": "Site:Redmond" });
        let sample = Sample::exchange_2013().without_trusted_pool().set("/lync/pools/values/2", second);
        let sample = sample.set("/machine/webConfigs/values/0/settings", json!([]));
        sample.expect(ID, &[("ex01.contoso.com", Status::Fail)]);
        sample.expect_steps(ID, &[]);
    }

    #[test]
    fn pools_that_nobody_asked_for_are_unknown() {
        let sample = Sample::exchange_2013().forget("/lync/trustedPools");
        sample.expect(ID, &[("ex01.contoso.com", Status::Unknown)]);
        Sample::exchange_2013().forget("/exchange/umDialPlans").expect(ID, &[("", Status::Unknown)]);
    }

    #[test]
    fn a_server_that_does_not_answer_is_known_by_the_one_pool_that_names_it() {
        let silent = Sample::exchange_2013().forget("/exchange/certificates");
        silent.expect(ID, &[("ex01.contoso.com", Status::Pass)]);
        let second = json!({ "fqdn": "owa.contoso.com", "computers": ["EX01.contoso.com"] });
        let doubtful = silent.clone().set("/lync/trustedPools/values/1", second);
        doubtful.expect(ID, &[("ex01.contoso.com", Status::Unknown)]);
        silent.without_trusted_pool().expect(ID, &[("ex01.contoso.com", Status::Unknown)]);
    }

    #[test]
    fn a_certificate_without_the_server_does_not_name_the_pool() {
        let sample = Sample::exchange_2013().without_trusted_pool();
        let sample = sample.set("/exchange/certificates/values/0/subject", json!("CN=mail.contoso.com"));
        let sample = sample.set("/exchange/certificates/values/0/domains", json!(["mail.contoso.com"]));
        assert!(sample.commands(ID)[0].contains("-Identity ex01.contoso.com "));
        let shared = sample.set("/lync/trustedPools/values/0", json!({ "fqdn": "mail.contoso.com" }));
        shared.expect(ID, &[("ex01.contoso.com", Status::Pass)]);
    }

    #[test]
    fn a_server_that_lync_finds_by_itself_is_not_concerned() {
        Sample::exchange_2013().discovered().expect(ID, &[("ex01.contoso.com", Status::NotApplicable)]);
    }

    #[test]
    fn a_server_without_a_certificate_that_qualifies_has_no_name_yet() {
        let sample = Sample::exchange_2013().without_trusted_pool().set("/exchange/certificates/values", json!([]));
        sample.expect(ID, &[("ex01.contoso.com", Status::Fail)]);
        sample.expect_steps(ID, &[]);
    }

    #[test]
    fn it_asks_for_nothing_where_instant_messaging_shall_be_off() {
        let off = Settings { disable: true, ..Settings::default() };
        Sample::exchange_2013().asking(off).expect(ID, &[("", Status::NotApplicable)]);
    }
}
