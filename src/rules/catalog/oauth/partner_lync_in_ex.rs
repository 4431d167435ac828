//! PARTNER-LYNC-IN-EX: Exchange accepts the tokens of Lync.

use crate::facts::PartnerApplication;
use crate::rules::model::findings::Args;
use crate::rules::prelude::*;
use crate::rules::topology::im::selection::Selection;
use crate::rules::topology::oauth::autodiscover::value;
use crate::rules::topology::oauth::network::missing_document;
use crate::rules::topology::oauth::partner::{
    EXCHANGE_VERSIONS, LYNC, document_of, lync_documents, of_lync, wanted_pool,
};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix);

static METADATA: Metadata = Metadata {
    id: "PARTNER-LYNC-IN-EX",
    roles: &[Role::ExchangeBackEnd],
    exchange: EXCHANGE_VERSIONS,
    title: Text::new("Lync is a partner application of Exchange", "Lync est une application partenaire d'Exchange"),
    explanation: Text::new(
        "Exchange accepts tokens only from registered applications. The script that registers Lync is Configure-EnterprisePartnerApplication.ps1; some pages call it by another name. It also creates an account in Active Directory, which remains when the partner application is removed.",
        "Exchange n'accepte de jetons que des applications inscrites. Le script qui inscrit Lync est Configure-EnterprisePartnerApplication.ps1 ; certaines pages lui donnent un autre nom. Il crée aussi un compte dans Active Directory, qui reste quand l'application partenaire est supprimée.",
    ),
    remedy: Text::new(
        "In the Exchange Management Shell: cd (Join-Path (Get-ItemProperty HKLM:\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Setup).MsiInstallPath Scripts); .\\Configure-EnterprisePartnerApplication.ps1 -AuthMetaDataUrl https://<pool>/metadata/json/1 -ApplicationType Lync.",
        "Dans Exchange Management Shell : cd (Join-Path (Get-ItemProperty HKLM:\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Setup).MsiInstallPath Scripts); .\\Configure-EnterprisePartnerApplication.ps1 -AuthMetaDataUrl https://<pool>/metadata/json/1 -ApplicationType Lync.",
    ),
    interpretation: Some(Text::new(
        "The script chooses the name of the partner application, so it is removed by its application identifier.",
        "Le script choisit le nom de l'application partenaire : elle est supprimée d'après son identificateur d'application.",
    )),
    sources: &[
        Source::page(
            "lync-server-2013-configuring-partner-applications-in-lync-server-2013-and-exchange-server-2013.md",
        ),
        Source::page("configure-partner-applications.md"),
        Source::page("configure-oauth.md"),
    ],
    after: &["PRE-S2S-CERTS-ASSIGNED"],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::PARTNER_APPLICATIONS,
        &lync_sections::POOLS,
        &machine_sections::WEB_ANSWERS,
    ],
    optional: &[&exchange_sections::SERVERS, &machine_sections::WEB_ANSWERS],
    ..super::BASE
};

const NO_PARTNER: Text = Text::new(
    "Lync is not a partner application of Exchange.",
    "Lync n'est pas une application partenaire d'Exchange.",
);
const DISABLED: Text =
    Text::new("The partner application {name} is disabled.", "L'application partenaire {name} est désactivée.");
const OTHER_URL: Text = Text::new(
    "The partner application {name} uses {url}, which is not the metadata document of a Lync pool.",
    "L'application partenaire {name} utilise {url}, qui n'est pas le document de métadonnées d'un pool Lync.",
);
const NOT_THERE: Text = Text::new(
    "Exchange needs the metadata document {document} of the Lync pool, which is not returned, according to {machines}. Make it available first.",
    "Exchange a besoin du document de métadonnées {document} du pool Lync, qui n'est pas renvoyé, d'après {machines}. Rendez-le d'abord disponible.",
);
const MAKE: Text =
    Text::new("Make Lync a partner application of Exchange", "Faire de Lync une application partenaire d'Exchange");
const CHANGE: Text = Text::new(
    "Enable the partner application {name} with the metadata document of a pool",
    "Activer l'application partenaire {name} avec le document de métadonnées d'un pool",
);

/// What keeps Lync from returning its document.
const SIGNING: [&str; 2] = ["OAUTH-CERT-PRESENT", "PRE-S2S-CERTS-ASSIGNED"];

/// What matters of an entry: its document, and whether it is enabled.
fn read(one: &PartnerApplication) -> Result<(&str, bool), Missing> {
    let missing = || Missing::not_collected(&exchange_sections::PARTNER_APPLICATIONS).on(&one.name);
    let url = one.auth_metadata_url.as_deref().ok_or_else(missing)?;
    Ok((url.trim_end_matches('/'), one.enabled.ok_or_else(missing)?))
}

fn target() -> Target {
    Target::new(TargetKind::Application, "Lync")
}

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let entries = of_lync(context)?;
    let documents = lync_documents(context)?;
    let Some(first) = entries.first() else {
        let (text, args) = match wanted_pool(context) {
            Ok(Selection::Unresolved(question, args)) => (question, args),
            _ => unavailable(context, "").unwrap_or((NO_PARTNER, Vec::new())),
        };
        findings.fail(target(), text, args, Vec::new());
        return Ok(());
    };
    let mut evidence = Vec::new();
    let mut works = false;
    for entry in &entries {
        let (url, enabled) = read(entry)?;
        works |= enabled && documents.contains(&url.to_lowercase());
        evidence.extend(display(entry, url, enabled));
    }
    if works {
        findings.pass(target(), evidence);
        return Ok(());
    }
    let (url, _) = read(first)?;
    let text = if documents.contains(&url.to_lowercase()) { DISABLED } else { OTHER_URL };
    let (text, args) = unavailable(context, url).unwrap_or((text, args! { name: first.name, url }));
    findings.fail(target(), text, args, evidence);
    Ok(())
}

/// That the document which Exchange shall read, instead of the one that it reads now, is not there.
fn unavailable(context: &Context<'_>, now: &str) -> Option<(Text, Args)> {
    let document = wanted_document(context, now).ok()??;
    let machines = missing_document(context, &document)?;
    Some((NOT_THERE, args! { document, machines }))
}

/// The document that Exchange should read: the one of a pool that it reads now, or else that of the pool that it should know.
fn wanted_document(context: &Context<'_>, now: &str) -> Result<Option<String>, Missing> {
    if lync_documents(context)?.contains(&now.to_lowercase()) {
        return Ok(Some(now.to_owned()));
    }
    Ok(wanted_pool(context)?.value().map(|pool| document_of(pool)))
}

fn display(entry: &Item<PartnerApplication>, url: &str, enabled: bool) -> [Evidence; 3] {
    [
        Evidence::actual("AuthMetadataUrl", Some(url)).from(entry),
        Evidence::actual("Enabled", Some(enabled.to_string())).expected("true").from(entry),
        Evidence::actual("LinkedAccount", entry.linked_account.as_deref()).from(entry),
    ]
}

fn fix(context: &Context<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let entries = of_lync(context)?;
    let found = match entries.as_slice() {
        [] => None,
        // An entry that was made without a document could not be made so again.
        [one] if read(one)?.0.is_empty() => return Ok(()),
        [one] => Some((one.name.as_str(), read(one)?)),
        // Which of several entries is the right one, a person has to say.
        _ => return Ok(()),
    };
    let Some(wanted) = wanted_document(context, found.map_or("", |(_, (url, _))| url))? else { return Ok(()) };
    // Exchange reads the document at once. One that is not there is there when Lync can sign, if that is the cause.
    if missing_document(context, &wanted).is_some() && fix.fixes_for_all(&SIGNING).is_empty() {
        return Ok(());
    }
    match found {
        None => fix.add(make(&wanted)),
        Some((name, found)) => fix.add(change(name, found, &wanted)),
    };
    Ok(())
}

fn transition(filter: (&str, &str), before: Option<(&str, bool)>, after: &str) -> Transition {
    let as_state = |(url, enabled): (&str, bool)| state([("AuthMetadataUrl", value(url)), ("Enabled", enabled.into())]);
    Transition {
        probe: Probe::Object {
            command: Cmdlet::new("Get-PartnerApplication"),
            filter: [(filter.0.to_owned(), Value::from(filter.1))].into(),
        },
        before: before.and_then(as_state),
        after: as_state((after, true)),
    }
}

fn step(title: (Text, Vec<(&'static str, String)>), command: Cmdlet, undo: Cmdlet, transition: Transition) -> Step {
    Step::new(Shell::Exchange, title, command).undone_by([undo]).changing(transition).verified_by(&["PARTNER-TEST"])
}

fn make(url: &str) -> Step {
    let command = Cmdlet::new("Configure-EnterprisePartnerApplication.ps1")
        .with("AuthMetaDataUrl", url)
        .with("ApplicationType", "Lync");
    let undo = Cmdlet::new("Remove-PartnerApplication").with("Identity", LYNC).with("Confirm", false);
    step((MAKE, Vec::new()), command, undo, transition(("ApplicationIdentifier", LYNC), None, url))
}

fn change(name: &str, found: (&str, bool), wanted: &str) -> Step {
    let set = |url: &str, enabled: bool| {
        Cmdlet::new("Set-PartnerApplication")
            .with("Identity", name)
            .with("AuthMetadataUrl", url)
            .with("Enabled", enabled)
    };
    let title = (CHANGE, args! { name });
    step(title, set(wanted, true), set(found.0, found.1), transition(("Name", name), Some(found), wanted))
}

#[cfg(test)]
mod tests {
    use super::{METADATA, RULE};
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ENTRY: &str = "/exchange/partnerApplications/values/0";
    const ENABLED: &str = "/exchange/partnerApplications/values/0/enabled";
    const URL: &str = "/exchange/partnerApplications/values/0/authMetadataUrl";
    const GOOD: &str = "https://pool.contoso.com/metadata/json/1";

    #[test]
    fn an_enabled_entry_with_the_document_of_a_pool_passes() {
        oauth(&RULE).passes("Lync").set(URL, GOOD.to_uppercase()).passes("Lync");
    }

    #[test]
    fn without_an_entry_the_script_makes_one_and_its_removal_takes_it_back() {
        let made = format!("Configure-EnterprisePartnerApplication.ps1 -AuthMetaDataUrl {GOOD} -ApplicationType Lync");
        let removed = "Remove-PartnerApplication -Identity 00000004-0000-0ff1-ce00-000000000000 -Confirm false";
        let case = oauth(&RULE).forget(ENTRY).fails("Lync").fixed_by(&made).undone_by(&[removed]);
        assert_eq!(case.steps().added()[0].step.transition.as_ref().unwrap().before, None);
    }

    #[test]
    fn an_entry_of_another_application_is_none() {
        let case = oauth(&RULE).set(&format!("{ENTRY}/applicationIdentifier"), "00000003-0000-0ff1-ce00-000000000000");
        case.fails("Lync");
    }

    #[test]
    fn a_disabled_entry_or_another_document_fails_and_is_set() {
        let set = format!("Set-PartnerApplication -Identity LyncEnterprise-1 -AuthMetadataUrl {GOOD} -Enabled true");
        oauth(&RULE).set(ENABLED, false).fails("Lync").fixed_by(&set);
        oauth(&RULE).set(URL, "https://old.contoso.com/metadata/json/1").fails("Lync").fixed_by(&set);
        oauth(&RULE).set(URL, "").fails("Lync").not_fixed();
    }

    #[test]
    fn a_document_that_is_not_there_is_not_entered() {
        const ANSWER: &str = "/machine/webAnswers/values/1";
        let other = oauth(&RULE).set(URL, "https://old.contoso.com/metadata/json/1");
        for case in [oauth(&RULE).forget(ENTRY), oauth(&RULE).set(ENABLED, false), other] {
            let absent = case.clone().set(ANSWER, json!({ "url": GOOD, "status": 404, "json": false }));
            absent.fails("Lync").not_fixed().says(&[GOOD, "is not returned, according to ex01.contoso.com"]);
            let asks = case.set(ANSWER, json!({ "url": GOOD, "status": 401, "json": false }));
            assert_eq!(asks.fails("Lync").steps().added().len(), 1);
        }
    }

    /// Lync returns it when it has a certificate to sign with, which the same plan assigns before.
    #[test]
    fn a_document_that_waits_for_the_certificate_of_lync_is_entered() {
        let absent = json!({ "url": GOOD, "status": 500, "json": false });
        let case = oauth(&RULE).forget(ENTRY).set("/machine/webAnswers/values/1", absent);
        let case = case.set("/lync/certificates/values/1/notAfter", "2026-03-01T20:59:59Z").fails("Lync");
        case.sample().expect_steps("PARTNER-LYNC-IN-EX", &[]);
        let steps = case.sample().steps_of(&["PRE-S2S-CERTS-ASSIGNED", "PARTNER-LYNC-IN-EX"]);
        let commands: Vec<_> = steps.added().iter().map(|added| display(&added.step.command)).collect();
        assert!(commands.len() == 2 && commands[1].starts_with("Configure-Enterprise"), "{commands:?}");
    }

    #[test]
    fn of_several_pools_one_has_to_be_named() {
        let second = json!({ "fqdn": "two.contoso.com", "computers": ["fe02.contoso.com"], "services": ["Registrar:two.contoso.com"] });
        let case = oauth(&RULE).forget(ENTRY).set("/lync/pools/values/2", second);
        let case = case.set("/machine/webConfigs/values/0/settings", json!([])).fails("Lync").not_fixed();
        let asked = Settings { im_server_name: Some("two.contoso.com".to_owned()), ..Settings::default() };
        let steps = case.asking(asked).steps();
        assert!(display(&steps.added()[0].step.command).contains("https://two.contoso.com/metadata/json/1"));
    }

    #[test]
    fn of_several_entries_a_person_has_to_choose() {
        let twin = json!({
            "name": "Other", "applicationIdentifier": "00000004-0000-0ff1-ce00-000000000000", "enabled": false,
            "authMetadataUrl": GOOD,
        });
        let case = oauth(&RULE).set(ENABLED, false).set("/exchange/partnerApplications/values/1", twin);
        case.fails("Lync").not_fixed();
    }

    #[test]
    fn the_script_has_the_name_that_exists() {
        for text in [METADATA.remedy.en, METADATA.remedy.fr] {
            assert!(text.contains("Configure-EnterprisePartnerApplication.ps1 -AuthMetaDataUrl https://"), "{text}");
        }
    }

    #[test]
    fn unknown_whether_an_entry_is_enabled() {
        oauth(&RULE).forget(ENABLED).unknown("");
    }
}
