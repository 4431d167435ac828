//! TAPP-CREATE: the trusted pool of OWA has a trusted application.

use crate::rules::fixes::trusted_applications;
use crate::rules::prelude::*;
use crate::rules::topology::im::settings::application_id;
use crate::rules::topology::trusted::pools;
use crate::rules::topology::trusted::servers::{self, TrustedServer};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "TAPP-CREATE",
    category: Category::Step,
    exchange: pools::EXCHANGE,
    lync: pools::LYNC,
    title: Text::new(
        "The trusted application pool has an application for Outlook on the web",
        "Le pool d'applications approuvées a une application pour Outlook sur le web",
    ),
    explanation: Text::new(
        "The application gives Outlook on the web an identity and a port in the Lync topology. You can choose any ID: it only distinguishes applications.",
        "L'application donne à Outlook sur le web une identité et un port dans la topologie Lync. Vous pouvez choisir n'importe quel identificateur : il ne sert qu'à distinguer les applications.",
    ),
    remedy: Text::new(
        "Run New-CsTrustedApplication with an ID such as OutlookWebApp, the trusted application pool and a free port such as 5199, then Enable-CsTopology.",
        "Exécutez New-CsTrustedApplication avec un identificateur tel que OutlookWebApp, le pool d'applications approuvées et un port libre tel que 5199, puis Enable-CsTopology.",
    ),
    interpretation: Some(Text::new(
        "Only an application with the requested ID, or OutlookWebApp by default, is recognized: the documentation calls the ID a label, and nothing else identifies the application of Outlook on the web. The same is taken to apply to Exchange 2019.",
        "Seule une application portant l'identificateur demandé, ou OutlookWebApp par défaut, est reconnue : pour la documentation, l'identificateur est une étiquette, et rien d'autre n'identifie l'application d'Outlook sur le web. La même règle est considérée comme valable pour Exchange 2019.",
    )),
    sources: &[Source::seed("000", "47-49"), Source::seed("001", "41-43"), Source::page("New-CsTrustedApplication.md")],
    after: &["TAP-CREATE", "TAPP-APPID-CHARS", "TAPP-PORT"],
    needs: &[
        &lync_sections::TRUSTED_POOLS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::CERTIFICATES,
        &lync_sections::TRUSTED_APPLICATIONS,
        &machine_sections::LISTENERS,
    ],
    optional: &[
        &lync_sections::TRUSTED_POOLS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::CERTIFICATES,
        &machine_sections::LISTENERS,
    ],
    ..super::BASE
};

const NOT_THERE: Text = Text::new(
    "The trusted application pool {pool} has no application {id}.",
    "Le pool d'applications approuvées {pool} n'a pas d'application {id}.",
);
const OTHERS: Text = Text::new(
    "The trusted application pool {pool} has no application {id}, only {others}. If one of them is the application of Outlook on the web, specify it with -ApplicationId.",
    "Le pool d'applications approuvées {pool} n'a pas d'application {id}, seulement {others}. Si l'une d'elles est l'application d'Outlook sur le web, indiquez-la avec -ApplicationId.",
);
const REFUSED: Text = Text::new(
    "The trusted application pool {pool} has no application {id}, only {others}, which Lync does not accept as an ID. Remove that application and use a valid ID.",
    "Le pool d'applications approuvées {pool} n'a pas d'application {id}, seulement {others}, que Lync n'accepte pas comme identificateur. Supprimez cette application et utilisez un identificateur valide.",
);
const OTHER_PORT: Text = Text::new(
    "The application {id} of the trusted application pool {pool} does not have the requested port.",
    "L'application {id} du pool d'applications approuvées {pool} n'a pas le port demandé.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    servers::each_with_fix(context, findings, fix, |peer, findings| {
        let args = |id: &str| args! { pool: peer.name, id: pools::bare_id(id) };
        let Some(found) = pools::application(context, &peer.name)? else {
            let others = pools::applications(context, &peer.name)?;
            let evidence =
                others.iter().map(|one| Evidence::actual("ApplicationId", Some(&*one.application_id)).from(one));
            let ids: Vec<&str> = others.iter().map(|one| pools::bare_id(&one.application_id)).collect();
            let (text, named) = instead(&ids);
            let args = [args(application_id(context)), args! { others: named.join(", ") }].concat();
            findings.fail(peer.target.clone(), text, args, evidence.collect());
            return Ok(());
        };
        let unknown = || Missing::not_collected(&lync_sections::TRUSTED_APPLICATIONS).on(&peer.name);
        let port = found.port.ok_or_else(unknown)?;
        let wanted = servers::wanted_port(context, peer)?;
        let evidence = vec![
            Evidence::actual("ApplicationId", Some(found.application_id.as_str())).from(found),
            Evidence::actual("Port", Some(port.to_string())).expected(wanted.to_string()).from(found),
        ];
        if port == wanted {
            findings.pass(peer.target.clone(), evidence);
        } else {
            findings.fail(peer.target.clone(), OTHER_PORT, args(&found.application_id), evidence);
        }
        Ok(())
    })
}

/// What is said of the other applications of a pool, and of which: only one whose id Lync takes can be that of Outlook on
/// the web.
fn instead<'a>(ids: &[&'a str]) -> (Text, Vec<&'a str>) {
    let right: Vec<&str> = ids.iter().copied().filter(|id| pools::valid_id(id).is_some()).collect();
    match (ids.is_empty(), right.is_empty()) {
        (true, _) => (NOT_THERE, Vec::new()),
        (false, true) => (REFUSED, ids.to_vec()),
        (false, false) => (OTHERS, right),
    }
}

/// Nothing is made with a port that is taken or an id that Lync refuses: those are failures of their own.
fn fix(context: &Context<'_>, peer: &TrustedServer<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    if servers::taken(context, peer)?.is_some() {
        return Ok(());
    }
    let port = servers::wanted_port(context, peer)?;
    let found = pools::application(context, &peer.name)?;
    if let Some((id, used)) = found.and_then(|found| Some((&found.application_id, found.port?))) {
        fix.add(trusted_applications::set_port(&peer.name, id, used, port));
    } else if let Some(id) = pools::valid_id(application_id(context)) {
        fix.add(trusted_applications::create_application(&peer.name, &id, port));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use crate::step::Cmdlet;
    use serde_json::json;

    const ID: &str = "TAPP-CREATE";

    const PORT: &str = "/lync/trustedApplications/values/0/port";

    fn asking(id: Option<&str>, port: Option<u32>) -> Settings {
        Settings { application_id: id.map(str::to_owned), application_port: port, ..Settings::default() }
    }

    #[test]
    fn an_application_of_the_usual_id_or_the_one_asked_for_passes() {
        Sample::exchange_2013().expect(ID, &[("ex01.contoso.com", Status::Pass)]);
        let other = "/lync/trustedApplications/values/0/applicationId";
        let sample = Sample::exchange_2013().set(other, json!("urn:application:owa")).set(PORT, json!(5300));
        sample.expect(ID, &[("ex01.contoso.com", Status::Fail)]);
        sample
            .clone()
            .asking(asking(Some("urn:application:OWA"), None))
            .expect(ID, &[("ex01.contoso.com", Status::Pass)]);
        sample.asking(asking(Some("OutlookWebApp"), None)).expect(ID, &[("ex01.contoso.com", Status::Fail)]);
    }

    #[test]
    fn an_application_that_lync_refuses_is_not_proposed() {
        let own = "/lync/trustedApplications/values/0/applicationId";
        let sample = Sample::exchange_2013().set(own, json!("urn:application:outlook web"));
        let message = sample.findings(ID)[0].message(Culture::En);
        assert!(message.ends_with("Remove that application and use a valid ID."), "{message}");
        let other = json!({ "pool": "ex01.contoso.com", "applicationId": "urn:application:owa", "port": 6000 });
        let message = sample.set("/lync/trustedApplications/values/1", other).findings(ID)[0].message(Culture::En);
        assert!(message.contains("only owa. If one of them"), "{message}");
    }

    #[test]
    fn a_missing_application_is_made_and_taken_back_by_its_identity() {
        let sample = Sample::exchange_2013().without_trusted_pool();
        sample.expect(ID, &[("ex01.contoso.com", Status::Fail)]);
        let steps = sample.steps(ID);
        let step = &steps.added()[0].step;
        let made = Cmdlet::new("New-CsTrustedApplication")
            .with("ApplicationId", "OutlookWebApp")
            .with("TrustedApplicationPoolFqdn", "ex01.contoso.com")
            .with("Port", 5199);
        assert_eq!(step.command, made.into());
        let identity = "ex01.contoso.com/urn:application:outlookwebapp";
        let removed = Cmdlet::new("Remove-CsTrustedApplication").with("Identity", identity).with("Confirm", false);
        assert_eq!(step.undo, [removed.into()]);
    }

    #[test]
    fn a_port_that_was_asked_for_is_set() {
        let sample = Sample::exchange_2013().asking(asking(None, Some(5200)));
        sample.expect(ID, &[("ex01.contoso.com", Status::Fail)]);
        sample.expect_steps(ID, &["Set-CsTrustedApplication"]);
    }

    #[test]
    fn nothing_is_made_with_a_taken_port_or_a_refused_id() {
        let sample = Sample::exchange_2013().without_trusted_pool();
        let taken = sample.clone().set("/machine/listeners/values/0/port", json!(5199));
        taken.clone().asking(asking(None, Some(5199))).expect_steps(ID, &[]);
        let display = format!("{:?}", taken.steps(ID).added()[0].step.command);
        assert!(display.contains("5200"), "the next free one: {display}");
        sample.asking(asking(Some("Outlook Web App"), None)).expect_steps(ID, &[]);
    }

    #[test]
    fn what_nobody_collected_is_unknown() {
        for place in [PORT, "/lync/trustedApplications"] {
            Sample::exchange_2013().forget(place).expect(ID, &[("ex01.contoso.com", Status::Unknown)]);
        }
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
