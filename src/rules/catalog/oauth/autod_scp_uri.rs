//! AUTOD-SCP-URI: every server tells clients where autodiscover is.

use crate::facts::ClientAccessService;
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::version;
use crate::rules::topology::oauth::autodiscover::{
    FOR_CLIENTS, host_at, is_mixed, servers, services, told, uri, value, wanted_host,
};
use std::collections::HashMap;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "AUTOD-SCP-URI",
    roles: &[Role::ExchangeFrontEnd, Role::ExchangeBackEnd],
    lync: &[],
    title: Text::new(
        "Every Exchange server publishes the Autodiscover URL to internal clients",
        "Chaque serveur Exchange publie l'URL de découverte automatique pour les clients internes",
    ),
    explanation: Text::new(
        "Lync and its clients find mailboxes through Autodiscover. AutoDiscoverServiceInternalUri is an https URL that ends in /autodiscover/autodiscover.xml. Exchange 2013 sets it with Set-ClientAccessServer. Exchange 2016 and later use Set-ClientAccessService, which Exchange 2013 does not have, although its documentation refers to it.",
        "Lync et ses clients trouvent les boîtes aux lettres par la découverte automatique. AutoDiscoverServiceInternalUri est une URL https qui se termine par /autodiscover/autodiscover.xml. Exchange 2013 la définit avec Set-ClientAccessServer. Exchange 2016 et versions ultérieures utilisent Set-ClientAccessService, qu'Exchange 2013 n'a pas, bien que sa documentation y renvoie.",
    ),
    remedy: Text::new(
        "In the Exchange Management Shell: Set-ClientAccessServer (Exchange 2016 and later: Set-ClientAccessService) -Identity <server> -AutoDiscoverServiceInternalUri https://autodiscover.<domain>/autodiscover/autodiscover.xml.",
        "Dans Exchange Management Shell : Set-ClientAccessServer (Exchange 2016 et ultérieur : Set-ClientAccessService) -Identity <serveur> -AutoDiscoverServiceInternalUri https://autodiscover.<domaine>/autodiscover/autodiscover.xml.",
    ),
    sources: &[Source::seed("002", "62-72")],
    after: &["PRE-S2S-CERTS-ASSIGNED"],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::CLIENT_ACCESS_SERVICES],
    ..super::BASE
};

const BLANK: Text = Text::new(
    "{server} does not publish an Autodiscover URL to clients.",
    "{server} ne publie pas d'URL de découverte automatique pour les clients.",
);
const WRONG: Text = Text::new(
    "The URL that {server} publishes to clients is not an https URL that ends in /autodiscover/autodiscover.xml.",
    "L'URL que {server} publie pour les clients n'est pas une URL https qui se termine par /autodiscover/autodiscover.xml.",
);
const PLAIN: Text = Text::new(
    "The URL that {server} publishes to clients, {url}, begins with http, not with https.",
    "L'URL que {server} publie pour les clients, {url}, commence par http, et non par https.",
);
const SERVICE: Text = Text::new(
    "The URL that {server} publishes to clients, {url}, is that of the service autodiscover.svc, which Lync uses. Clients need autodiscover.xml.",
    "L'URL que {server} publie pour les clients, {url}, est celle du service autodiscover.svc, qu'utilise Lync. Les clients ont besoin d'autodiscover.xml.",
);
const SET: Text =
    Text::new("Publish the Autodiscover URL on {server}", "Publier l'URL de découverte automatique sur {server}");

type Services<'a> = HashMap<Host, &'a Item<ClientAccessService>>;

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let services = services(context)?;
    for server in servers(context)? {
        let target = Target::server(&server.host);
        let (copied, own, service) = (*context, server.clone(), services.get(&server.host).copied());
        let fix = move |fix: &mut Fix<'_>| set(&copied, &own, service.map(|one| &**one), fix);
        findings.with_fix(fix, |findings| {
            findings.for_target(&target, |findings| look(context, &services, &server, findings));
        });
    }
    Ok(())
}

fn look<'a>(
    context: &Context<'a>,
    services: &Services<'_>,
    server: &Server<'_>,
    findings: &mut Findings<'a>,
) -> CheckResult {
    let (service, found) = uri(services, &server.host)?;
    let target = Target::server(&server.host);
    let evidence = vec![Evidence::actual("AutoDiscoverServiceInternalUri", Some(found)).from(service)];
    if host_at(found, FOR_CLIENTS).is_some() {
        findings.pass(target, evidence);
        return Ok(());
    }
    let fault = wrong(context, found);
    findings.fail(target, fault, args! { server: server.host.name(), url: found }, evidence);
    Ok(())
}

/// What is wrong with an address that is not as clients need it, or the question that is open.
fn wrong(context: &Context<'_>, url: &str) -> Text {
    let url = url.trim().to_lowercase();
    if url.is_empty() {
        told(context, BLANK)
    } else if url.starts_with("http://") {
        PLAIN
    } else if url.ends_with("autodiscover.svc") {
        SERVICE
    } else {
        told(context, WRONG)
    }
}

fn set(
    context: &Context<'_>,
    server: &Server<'_>,
    service: Option<&ClientAccessService>,
    fix: &mut Fix<'_>,
) -> Result<(), Missing> {
    if let (Some(service), Some(host)) = (service, wanted_host(context)?.value())
        && let Some(found) = service.autodiscover_uri.as_deref()
    {
        // In a mixed estate only a server of the same version has the cmdlet, and may change this one.
        let machine = is_mixed(context)?.then(|| server.host.name().to_owned());
        fix.add(step(server, service, found, &format!("https://{host}{FOR_CLIENTS}"), machine)?);
    }
    Ok(())
}

fn step(
    server: &Server<'_>,
    service: &ClientAccessService,
    found: &str,
    wanted: &str,
    machine: Option<String>,
) -> Result<Step, Missing> {
    const PROPERTY: &str = "AutoDiscoverServiceInternalUri";
    let (read, write) = if version(server)? >= ExchangeVersion::V2016 {
        ("Get-ClientAccessService", "Set-ClientAccessService")
    } else {
        ("Get-ClientAccessServer", "Set-ClientAccessServer")
    };
    let name = service.server.as_str();
    let set = |to: &str| Cmdlet::new(write).with("Identity", name).with(PROPERTY, value(to));
    Ok(Step::new(Shell::Exchange, (SET, args! { server: server.host.name() }), set(wanted))
        .on(machine)
        .undone_by([set(found)])
        .changing(Transition {
            probe: Probe::Object {
                command: Cmdlet::new(read).with("Identity", name),
                filter: [("Name".to_owned(), Value::from(name))].into(),
            },
            before: state([(PROPERTY, value(found))]),
            after: state([(PROPERTY, wanted.into())]),
        })
        .verified_by(&["AUTOD-DNS", "AUTOD-SERVES"]))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const SERVER: &str = "ex01.contoso.com";
    const URI: &str = "/exchange/clientAccessServices/values/0/autodiscoverUri";
    const GOOD: &str = "https://autodiscover.contoso.com/autodiscover/autodiscover.xml";
    const SET: &str = "Set-ClientAccessServer -Identity EX01 -AutoDiscoverServiceInternalUri";

    fn asking(host: &str) -> Settings {
        Settings { autodiscover_host: Some(host.to_owned()), ..Settings::default() }
    }

    /// Exchange 2016 without an address, beside a server of this version.
    fn beside(version: &str) -> Case {
        Case::of(&RULE, Sample::oauth_2016().with_second_server(version)).set(URI, "")
    }

    #[test]
    fn the_address_of_the_xml_document_passes_in_any_case() {
        let case = oauth(&RULE).passes(SERVER);
        case.set(URI, "https://mail.contoso.com/Autodiscover/Autodiscover.xml").passes(SERVER);
    }

    #[test]
    fn a_blank_or_wrong_address_fails_and_is_set_where_the_host_is_known() {
        for wrong in [
            "",
            "http://autodiscover.contoso.com/autodiscover/autodiscover.xml",
            "https://autodiscover.contoso.com/autodiscover/autodiscover.svc",
            "autodiscover",
        ] {
            let case = oauth(&RULE).set(URI, wrong).fails(SERVER).not_fixed();
            case.asking(asking("autodiscover.contoso.com")).fixed_by(&format!("{SET} {GOOD}"));
        }
    }

    #[test]
    fn http_and_the_service_of_lync_are_told_by_name() {
        for (wrong, said) in [
            ("http://autodiscover.contoso.com/autodiscover/autodiscover.xml", "begins with http,"),
            ("https://autodiscover.contoso.com/autodiscover/autodiscover.svc", "service autodiscover.svc"),
        ] {
            oauth(&RULE).set(URI, wrong).says(&[wrong, said]);
        }
    }

    #[test]
    fn what_was_not_set_before_is_set_no_more_when_it_is_taken_back() {
        let case = oauth(&RULE).set(URI, "").asking(asking("autodiscover.contoso.com"));
        let steps = case.undone_by(&[&format!("{SET} $null")]).steps();
        let transition = steps.added()[0].step.transition.as_ref().unwrap();
        assert_ne!(transition.before, transition.after);
    }

    #[test]
    fn exchange_2016_has_the_new_cmdlet_and_takes_the_host_from_another_server() {
        let case = beside("Version 15.1 (Build 2507.6)");
        let case = case.finds(&[(SERVER, Status::Fail), ("ex02.contoso.com", Status::Pass)]);
        let set = format!("Set-ClientAccessService -Identity EX01 -AutoDiscoverServiceInternalUri {GOOD}");
        assert_eq!(case.fixed_by(&set).steps().added()[0].step.machine, None);
    }

    #[test]
    fn in_a_mixed_estate_each_server_is_set_on_itself() {
        let steps = beside("Version 15.0 (Build 1497.2)").steps();
        assert_eq!(steps.added()[0].step.machine.as_deref(), Some(SERVER));
    }

    #[test]
    fn several_hosts_and_no_full_name_leave_the_choice_open() {
        let third = json!({
            "server": "EX03", "autodiscoverUri": "https://mail.contoso.com/autodiscover/autodiscover.xml",
        });
        let case = oauth(&RULE).with(|sample| sample.with_second_server("Version 15.0 (Build 1497.2)"));
        let case = case.set(URI, "").set("/lync/oAuthConfiguration/values/0/exchangeAutodiscoverUrl", "");
        let case = case.set("/exchange/clientAccessServices/values/2", third).not_fixed();
        case.asking(asking("a b")).not_fixed();
    }

    #[test]
    fn addresses_that_nobody_read_are_unknown() {
        oauth(&RULE).forget(URI).unknown(SERVER);
        oauth(&RULE).set("/exchange/clientAccessServices/values", json!([])).unknown(SERVER);
    }
}
