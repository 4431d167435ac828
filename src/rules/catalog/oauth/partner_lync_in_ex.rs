//! PARTNER-LYNC-IN-EX: Exchange accepts the tokens of Lync.

use crate::facts::PartnerApplication;
use crate::rules::prelude::*;
use crate::rules::topology::im::selection::Selection;
use crate::rules::topology::oauth::autodiscover::value;
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
    needs: &[&exchange_sections::SERVERS, &exchange_sections::PARTNER_APPLICATIONS, &lync_sections::POOLS],
    optional: &[&exchange_sections::SERVERS],
    ..super::BASE
};

const NONE: Text = Text::new(
    "Lync is not a partner application of Exchange.",
    "Lync n'est pas une application partenaire d'Exchange.",
);
const DISABLED: Text =
    Text::new("The partner application {name} is disabled.", "L'application partenaire {name} est désactivée.");
const OTHER_URL: Text = Text::new(
    "The partner application {name} uses {url}, which is not the metadata document of a Lync pool.",
    "L'application partenaire {name} utilise {url}, qui n'est pas le document de métadonnées d'un pool Lync.",
);
const MAKE: Text =
    Text::new("Make Lync a partner application of Exchange", "Faire de Lync une application partenaire d'Exchange");
const CHANGE: Text = Text::new(
    "Enable the partner application {name} with the metadata document of a pool",
    "Activer l'application partenaire {name} avec le document de métadonnées d'un pool",
);

/// What matters of an entry: its document, and whether it is enabled.
fn read(one: &PartnerApplication) -> Result<(&str, bool), Missing> {
    let missing = || Missing::not_collected(&exchange_sections::PARTNER_APPLICATIONS).on(&one.name);
    let url = one.auth_metadata_url.as_deref().ok_or_else(missing)?;
    Ok((url.trim_end_matches('/'), one.enabled.ok_or_else(missing)?))
}

fn target() -> Target {
    Target::new("Application", "Lync")
}

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let entries = of_lync(context)?;
    let documents = lync_documents(context)?;
    let Some(first) = entries.first() else {
        let (text, args) = match wanted_pool(context) {
            Ok(Selection::Unresolved(question, args)) => (question, args),
            _ => (NONE, Vec::new()),
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
    findings.fail(target(), text, args! { name: first.name, url }, evidence);
    Ok(())
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
    let wanted = wanted_pool(context)?;
    let wanted = wanted.value().map(|pool| document_of(pool));
    match entries.as_slice() {
        [] => {
            if let Some(url) = wanted {
                fix.add(make(&url));
            }
        }
        [one] => {
            let (url, enabled) = read(one)?;
            let is_good = lync_documents(context)?.contains(&url.to_lowercase());
            let wanted = if is_good { Some(url.to_owned()) } else { wanted };
            // An entry that was made without a document could not be made so again.
            if let Some(wanted) = wanted.filter(|_| !url.is_empty()) {
                fix.add(change(&one.name, (url, enabled), &wanted));
            }
        }
        // Which of several entries is the right one, a person has to say.
        _ => {}
    }
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
