//! PARTNER-EX-IN-LYNC: Lync accepts the tokens of Exchange.

use crate::facts::LyncPartnerApplication;
use crate::rules::model::findings::Args;
use crate::rules::prelude::*;
use crate::rules::topology::oauth::autodiscover::{METADATA_PATH, host_at, told, wanted_host};
use crate::rules::topology::oauth::network::missing_document;
use crate::rules::topology::oauth::partner::{EXCHANGE, EXCHANGE_VERSIONS, of_exchange};
use crate::step::State;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix);

static METADATA: Metadata = Metadata {
    id: "PARTNER-EX-IN-LYNC",
    roles: &[Role::LyncFrontEnd],
    exchange: EXCHANGE_VERSIONS,
    title: Text::new(
        "Exchange is a partner application of Lync, with full trust",
        "Exchange est une application partenaire de Lync, avec une confiance totale",
    ),
    explanation: Text::new(
        "Lync accepts tokens only from registered applications, and allows Exchange to act for users only with the trust level Full. The metadata document of Exchange is at /autodiscover/metadata/json/1; the example in the documentation omits /autodiscover, where Exchange has no document.",
        "Lync n'accepte de jetons que des applications inscrites, et n'autorise Exchange à agir pour les utilisateurs qu'avec le niveau de confiance Full. Le document de métadonnées d'Exchange se trouve sous /autodiscover/metadata/json/1 ; l'exemple de la documentation omet /autodiscover, où Exchange n'a pas de document.",
    ),
    remedy: Text::new(
        "In the Lync shell: New-CsPartnerApplication -Identity Exchange -ApplicationTrustLevel Full -MetadataUrl https://autodiscover.<domain>/autodiscover/metadata/json/1. Remove an entry of that name for another application first (Remove-CsPartnerApplication). Correct an entry with another URL with Set-CsPartnerApplication -Identity <name> -MetadataUrl <URL>.",
        "Dans le shell Lync : New-CsPartnerApplication -Identity Exchange -ApplicationTrustLevel Full -MetadataUrl https://autodiscover.<domaine>/autodiscover/metadata/json/1. Supprimez d'abord une entrée de ce nom pour une autre application (Remove-CsPartnerApplication). Corrigez une entrée qui a une autre URL avec Set-CsPartnerApplication -Identity <nom> -MetadataUrl <URL>.",
    ),
    sources: &[
        Source::page("configure-partner-applications.md"),
        Source::page("lync-server-2013-configuring-an-on-premises-partner-application-for-lync-server-2013.md"),
    ],
    after: &["AUTOD-OAUTH-URL", "PARTNER-LYNC-IN-EX"],
    needs: &[
        &lync_sections::PARTNER_APPLICATIONS,
        &exchange_sections::CLIENT_ACCESS_SERVICES,
        &machine_sections::WEB_ANSWERS,
    ],
    optional: &[&exchange_sections::CLIENT_ACCESS_SERVICES, &machine_sections::WEB_ANSWERS],
    ..super::BASE
};

const NAME: &str = "Exchange";
const NO_PARTNER: Text = Text::new(
    "Exchange is not a partner application of Lync.",
    "Exchange n'est pas une application partenaire de Lync.",
);
const NOT_THERE: Text = Text::new(
    "Lync needs the metadata document {document} of Exchange, which is not returned, according to {machines}. Make it available first.",
    "Lync a besoin du document de métadonnées {document} d'Exchange, qui n'est pas renvoyé, d'après {machines}. Rendez-le d'abord disponible.",
);
const NAME_TAKEN: Text = Text::new(
    "The partner application {name} of Lync is not Exchange: it has another application identifier.",
    "L'application partenaire {name} de Lync n'est pas Exchange : elle a un autre identificateur d'application.",
);
const WEAK: Text = Text::new(
    "The trust level of the partner application {name} is {level}, not Full.",
    "Le niveau de confiance de l'application partenaire {name} est {level}, et non Full.",
);
const DISABLED: Text =
    Text::new("The partner application {name} is disabled.", "L'application partenaire {name} est désactivée.");
const DISABLED_AND_WEAK: Text = Text::new(
    "The partner application {name} is disabled, and its trust level is {level}, not Full.",
    "L'application partenaire {name} est désactivée, et son niveau de confiance est {level}, et non Full.",
);
const OTHER_URL: Text = Text::new(
    "The partner application {name} does not use https://<Autodiscover host>/autodiscover/metadata/json/1, but {url}",
    "L'application partenaire {name} n'utilise pas https://<hôte de découverte automatique>/autodiscover/metadata/json/1, mais {url}",
);

/// What matters of an entry.
struct Entry<'a> {
    name: &'a str,
    level: &'a str,
    enabled: bool,
    url: &'a str,
}

impl<'a> Entry<'a> {
    fn of(one: &'a LyncPartnerApplication) -> Result<Self, Missing> {
        let missing = || Missing::not_collected(&lync_sections::PARTNER_APPLICATIONS).on(&one.identity);
        Ok(Self {
            name: &one.identity,
            level: one.application_trust_level.as_deref().ok_or_else(missing)?,
            enabled: one.enabled.ok_or_else(missing)?,
            url: one.metadata_url.as_deref().ok_or_else(missing)?,
        })
    }

    /// What is wrong with it; nothing if Lync believes what Exchange says.
    fn fault(&self) -> Option<Text> {
        match (self.enabled, self.level.eq_ignore_ascii_case("Full")) {
            (false, false) => Some(DISABLED_AND_WEAK),
            (false, true) => Some(DISABLED),
            (true, false) => Some(WEAK),
            (true, true) => (!self.reads_exchange()).then_some(OTHER_URL),
        }
    }

    fn reads_exchange(&self) -> bool {
        host_at(self.url.trim_end_matches('/'), METADATA_PATH).is_some()
    }
}

/// Whether the name that a new entry would have belongs to another application.
fn is_taken(context: &Context<'_>) -> Result<bool, Missing> {
    Ok(context.estate.lync.partner_applications.items()?.iter().any(|one| same_name(&one.identity, NAME)))
}

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let target = Target::new(TargetKind::Application, NAME);
    let entries = of_exchange(context)?;
    let mut evidence = Vec::new();
    let mut fault = None;
    for item in &entries {
        let entry = Entry::of(item)?;
        evidence.push(Evidence::actual("ApplicationTrustLevel", Some(entry.level)).expected("Full").from(item));
        evidence.push(Evidence::actual("Enabled", Some(entry.enabled.to_string())).expected("true").from(item));
        evidence.push(Evidence::actual("MetadataUrl", Some(entry.url)).from(item));
        let Some(text) = entry.fault() else {
            findings.pass(target, evidence);
            return Ok(());
        };
        fault.get_or_insert((text, entry));
    }
    let (text, args) = match fault {
        Some((text, entry)) => {
            let args = [("name", entry.name), ("level", entry.level), ("url", entry.url)];
            (text, args.map(|(name, value)| (name, value.to_owned())).to_vec())
        }
        None if is_taken(context)? => (NAME_TAKEN, args! { name: NAME }),
        None => unavailable(context).unwrap_or_else(|| (told(context, NO_PARTNER), Vec::new())),
    };
    findings.fail(target, text, args, evidence);
    Ok(())
}

/// That the document which Lync shall read is not there.
fn unavailable(context: &Context<'_>) -> Option<(Text, Args)> {
    let document = wanted_document(context).ok()??;
    let machines = missing_document(context, &document)?;
    Some((NOT_THERE, args! { document, machines }))
}

fn wanted_document(context: &Context<'_>) -> Result<Option<String>, Missing> {
    Ok(wanted_host(context)?.value().map(|host| format!("https://{host}{METADATA_PATH}")))
}

fn fix(context: &Context<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    match of_exchange(context)?.as_slice() {
        [] if is_taken(context)? => {}
        [] => {
            // Lync reads the document at once.
            if let Some(url) = wanted_document(context)?.filter(|url| missing_document(context, url).is_none()) {
                fix.add(make(&url));
            }
        }
        [one] => {
            let entry = Entry::of(one)?;
            // The address stands inside of another property, where no plan can compare it.
            if entry.reads_exchange() {
                fix.add(strengthen(&entry));
            }
        }
        // Which of several entries is the right one, a person has to say.
        _ => {}
    }
    Ok(())
}

fn as_state(level: &str, enabled: bool) -> State {
    state([("ApplicationTrustLevel", level.into()), ("Enabled", enabled.into())])
}

fn step(title: (Text, Vec<(&'static str, String)>), command: Cmdlet, undo: Cmdlet, before: State) -> Step {
    Step::new(Shell::Lync, title, command)
        .undone_by([undo])
        .changing(Transition {
            probe: Probe::Object {
                command: Cmdlet::new("Get-CsPartnerApplication"),
                filter: [("ApplicationIdentifier".to_owned(), Value::from(EXCHANGE))].into(),
            },
            before,
            after: as_state("Full", true),
        })
        .verified_by(&["PARTNER-METADATA-REACHABLE", "PARTNER-TEST"])
}

fn make(url: &str) -> Step {
    let title =
        Text::new("Make Exchange a partner application of Lync", "Faire d'Exchange une application partenaire de Lync");
    let command = Cmdlet::new("New-CsPartnerApplication")
        .with("Identity", NAME)
        .with("ApplicationTrustLevel", "Full")
        .with("MetadataUrl", url);
    let undo = Cmdlet::new("Remove-CsPartnerApplication").with("Identity", NAME).with("Confirm", false);
    step((title, Vec::new()), command, undo, None)
}

fn strengthen(entry: &Entry<'_>) -> Step {
    let title = Text::new(
        "Enable the partner application {name} with full trust",
        "Activer l'application partenaire {name} avec une confiance totale",
    );
    let set = |level: &str, enabled: bool| {
        Cmdlet::new("Set-CsPartnerApplication")
            .with("Identity", entry.name)
            .with("ApplicationTrustLevel", level)
            .with("Enabled", enabled)
    };
    let before = as_state(entry.level, entry.enabled);
    let undo = set(entry.level, entry.enabled);
    step((title, args! { name: entry.name }), set("Full", true), undo, before)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ENTRY: &str = "/lync/partnerApplications/values/0";
    const OTHER_ENTRY: &str = "/lync/partnerApplications/values/1";
    const LEVEL: &str = "/lync/partnerApplications/values/0/applicationTrustLevel";
    const ENABLED: &str = "/lync/partnerApplications/values/0/enabled";
    const GOOD: &str = "https://autodiscover.contoso.com/autodiscover/metadata/json/1";

    #[test]
    fn an_enabled_entry_with_full_trust_passes() {
        oauth(&RULE).passes("Exchange");
    }

    #[test]
    fn without_an_entry_one_is_made_and_removed_again() {
        let made = "New-CsPartnerApplication -Identity Exchange -ApplicationTrustLevel Full -MetadataUrl";
        let case = oauth(&RULE).forget(ENTRY).fails("Exchange").fixed_by(&format!("{made} {GOOD}"));
        let case = case.undone_by(&["Remove-CsPartnerApplication -Identity Exchange -Confirm false"]);
        assert_eq!(case.steps().added()[0].step.transition.as_ref().unwrap().before, None);
    }

    #[test]
    fn a_document_that_is_not_there_is_not_entered() {
        let answer = |status: u16| json!({ "url": GOOD, "status": status, "json": false });
        let case = oauth(&RULE).forget(ENTRY).set("/machine/webAnswers/values/2", answer(404)).fails("Exchange");
        let case = case.not_fixed().says(&[GOOD, "is not returned, according to ex01.contoso.com"]);
        let made = ["New-CsPartnerApplication"];
        case.set("/machine/webAnswers/values/2", answer(401)).fails("Exchange").fixed_with(&made);
    }

    #[test]
    fn an_entry_without_full_trust_or_disabled_fails_and_is_set() {
        let set = "Set-CsPartnerApplication -Identity Exchange";
        for (place, value, before) in [
            (LEVEL, json!("User"), "-ApplicationTrustLevel User -Enabled true"),
            (ENABLED, json!(false), "-ApplicationTrustLevel Full -Enabled false"),
        ] {
            let case = oauth(&RULE).set(place, value).fails("Exchange");
            let case = case.fixed_by(&format!("{set} -ApplicationTrustLevel Full -Enabled true"));
            case.undone_by(&[&format!("{set} {before}")]);
        }
    }

    #[test]
    fn it_is_said_whether_an_entry_is_disabled_or_not_trusted_or_both() {
        for (level, enabled, said) in [
            ("User", true, "The trust level of the partner application Exchange is User, not Full."),
            ("Full", false, "The partner application Exchange is disabled."),
            ("User", false, "The partner application Exchange is disabled, and its trust level is User, not Full."),
        ] {
            let findings = oauth(&RULE).set(LEVEL, level).set(ENABLED, enabled).findings();
            assert_eq!(findings[0].message(Culture::En), said);
        }
    }

    #[test]
    fn the_address_of_the_example_in_the_reference_fails_and_is_left_to_a_person() {
        for url in ["https://autodiscover.contoso.com/metadata/json/1", ""] {
            oauth(&RULE).set(&format!("{ENTRY}/metadataUrl"), url).fails("Exchange").not_fixed();
        }
    }

    #[test]
    fn a_name_that_another_application_has_is_left_to_a_person() {
        let case = oauth(&RULE).set(&format!("{ENTRY}/applicationIdentifier"), "00000003-0000-0ff1-ce00-000000000000");
        case.fails("Exchange").not_fixed();
    }

    #[test]
    fn of_several_entries_one_that_works_is_enough() {
        let weak = json!({
            "identity": "Old", "applicationIdentifier": "00000002-0000-0ff1-ce00-000000000000", "enabled": false,
            "applicationTrustLevel": "Full", "metadataUrl": GOOD,
        });
        let case = oauth(&RULE).set(OTHER_ENTRY, weak).passes("Exchange");
        case.set(ENABLED, false).fails("Exchange").not_fixed();
    }

    #[test]
    fn unknown_without_the_trust_level() {
        oauth(&RULE).forget(LEVEL).unknown("");
    }
}
