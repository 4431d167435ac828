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
        "Only an application with the requested ID, or OutlookWebApp by default, is recognized: the documentation calls the ID a label, and nothing else identifies the application of Outlook on the web. The same is taken to apply to Exchange 2019 and SE.",
        "Seule une application portant l'identificateur demandé, ou OutlookWebApp par défaut, est reconnue : pour la documentation, l'identificateur est une étiquette, et rien d'autre n'identifie l'application d'Outlook sur le web. La même règle est considérée comme valable pour Exchange 2019 et SE.",
    )),
    sources: &[Source::seed("000", "47-49"), Source::seed("001", "41-43"), Source::page("New-CsTrustedApplication.md")],
    after: &["TAP-CREATE", "TAPP-APPID-CHARS", "TAPP-PORT"],
    needs: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::SERVERS,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &lync_sections::TRUSTED_APPLICATIONS,
        &lync_sections::TRUSTED_POOLS,
        &machine_sections::LISTENERS,
    ],
    optional: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_SERVICES,
        &lync_sections::TRUSTED_POOLS,
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
        findings.pass_if(port == wanted, peer.target.clone(), evidence, || (OTHER_PORT, args(&found.application_id)));
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
    // An application needs its pool, or the step that makes it.
    let has_pool = pools::pool(context, &peer.name)?.is_some();
    if !has_pool && trusted_applications::create_pool(context, peer)?.is_none() {
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
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::step::Cmdlet;
    use serde_json::json;

    const PORT: &str = "/lync/trustedApplications/values/0/port";
    const OWN: &str = "/lync/trustedApplications/values/0/applicationId";

    fn asking(id: Option<&str>, port: Option<u32>) -> Settings {
        Settings { application_id: id.map(str::to_owned), application_port: port, ..Settings::default() }
    }

    #[test]
    fn an_application_of_the_usual_id_or_the_one_asked_for_passes() {
        exchange_2013(&RULE).passes(SERVER);
        let case = exchange_2013(&RULE).set(OWN, "urn:application:owa").set(PORT, 5300).fails(SERVER);
        case.clone().asking(asking(Some("urn:application:OWA"), None)).passes(SERVER);
        case.asking(asking(Some("OutlookWebApp"), None)).fails(SERVER);
    }

    #[test]
    fn an_application_that_lync_refuses_is_not_proposed() {
        let case = exchange_2013(&RULE).set(OWN, "urn:application:outlook web");
        let case = case.ends_with("Remove that application and use a valid ID.");
        let other = json!({ "pool": SERVER, "applicationId": "urn:application:owa", "port": 6000 });
        case.set("/lync/trustedApplications/values/1", other).says(&["only owa. If one of them"]);
    }

    #[test]
    fn a_missing_application_is_made_and_taken_back_by_its_identity() {
        let steps = exchange_2013(&RULE).with(Sample::without_trusted_pool).fails(SERVER).sample().steps("TAPP-CREATE");
        let step = &steps.added()[0].step;
        let made = Cmdlet::new("New-CsTrustedApplication")
            .with("ApplicationId", "OutlookWebApp")
            .with("TrustedApplicationPoolFqdn", SERVER)
            .with("Port", 5199);
        assert_eq!(step.command, made.into());
        let identity = "ex01.contoso.com/urn:application:outlookwebapp";
        let removed = Cmdlet::new("Remove-CsTrustedApplication").with("Identity", identity).with("Confirm", false);
        assert_eq!(step.undo, [removed.into()]);
    }

    #[test]
    fn a_port_that_was_asked_for_is_set() {
        exchange_2013(&RULE).asking(asking(None, Some(5200))).fails(SERVER).fixed_with(&["Set-CsTrustedApplication"]);
    }

    #[test]
    fn nothing_is_made_with_a_taken_port_or_a_refused_id() {
        let case = exchange_2013(&RULE).with(Sample::without_trusted_pool);
        let taken = case.clone().set("/machine/listeners/values/0/port", 5199);
        taken.clone().asking(asking(None, Some(5199))).not_fixed();
        taken.fixed_by_part("-Port 5200");
        case.asking(asking(Some("Outlook Web App"), None)).not_fixed();
    }

    #[test]
    fn unknown_without_the_port() {
        exchange_2013(&RULE).forget(PORT).unknown(SERVER);
    }

    #[test]
    fn nothing_is_made_in_a_pool_that_nobody_can_make() {
        let case = exchange_2013(&RULE).with(Sample::without_trusted_pool).set("/lync/sites/values", json!([]));
        case.fails(SERVER).not_fixed();
    }
}
