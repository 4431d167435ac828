//! OAUTH-SERVICENAME: Lync introduces itself by the name that Exchange knows.

use crate::facts::OAuthConfiguration;
use crate::rules::fixes::oauth_configuration;
use crate::rules::prelude::*;
use crate::rules::topology::oauth::autodiscover::value;
use crate::rules::topology::oauth::partner::LYNC;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix);

static METADATA: Metadata = Metadata {
    id: "OAUTH-SERVICENAME",
    severity: Severity::Warning,
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "The OAuth service name of Lync is the one that Exchange knows",
        "Le nom de service OAuth de Lync est celui qu'Exchange connaît",
    ),
    explanation: Text::new(
        "Tokens carry the service name of their sender, 00000004-0000-0ff1-ce00-000000000000 for Lync and Skype for Business, and its realm, which is the full name of the organization unless one was given. Both sides compare them.",
        "Les jetons portent le nom de service de leur émetteur, 00000004-0000-0ff1-ce00-000000000000 pour Lync et Skype Entreprise, et son domaine (realm), qui est le nom complet de l'organisation sauf s'il en a été donné un autre. Les deux côtés les comparent.",
    ),
    remedy: Text::new(
        "In the Lync shell: Set-CsOAuthConfiguration -Identity global -ServiceName 00000004-0000-0ff1-ce00-000000000000; add -Realm only if the organization uses another realm.",
        "Dans l'environnement Lync : Set-CsOAuthConfiguration -Identity global -ServiceName 00000004-0000-0ff1-ce00-000000000000 ; n'ajoutez -Realm que si l'organisation emploie un autre domaine.",
    ),
    sources: &[Source::page("lync-server-2013-configuring-an-on-premises-partner-application-for-lync-server-2013.md")],
    needs: &[&lync_sections::OAUTH_CONFIGURATION],
    ..super::BASE
};

const OTHER: Text = Text::new(
    "The OAuth service name of Lync is not the one that Exchange knows.",
    "Le nom de service OAuth de Lync n'est pas celui qu'Exchange connaît.",
);
const SET: Text = Text::new(
    "Give the OAuth configuration of Lync the service name that Exchange knows",
    "Donner à la configuration OAuth de Lync le nom de service qu'Exchange connaît",
);

fn found<'a>(context: &Context<'a>) -> Result<(&'a Item<OAuthConfiguration>, &'a str), Missing> {
    let missing = || Missing::never(&lync_sections::OAUTH_CONFIGURATION);
    let configuration = context.estate.lync.o_auth_configuration.known()?.first().ok_or_else(missing)?;
    Ok((configuration, configuration.service_name.as_deref().ok_or_else(missing)?))
}

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let (configuration, name) = found(context)?;
    let target = Target::new("Configuration", "OAuth");
    let evidence = vec![
        Evidence::read("ServiceName", Some(name)).expected(LYNC).from(configuration),
        Evidence::read("Realm", configuration.realm.as_deref()).from(configuration),
    ];
    if name.trim().eq_ignore_ascii_case(LYNC) {
        findings.pass(target, evidence);
    } else {
        findings.fail(target, OTHER, Vec::new(), evidence);
    }
    Ok(())
}

fn fix(context: &Context<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let (_, name) = found(context)?;
    fix.add(oauth_configuration::step(SET, "ServiceName", value(name), LYNC, &["PARTNER-TEST"]));
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "OAUTH-SERVICENAME";
    const NAME: &str = "/lync/oAuthConfiguration/values/0/serviceName";

    #[test]
    fn the_name_of_lync_passes() {
        Sample::oauth().expect(ID, &[("OAuth", Status::Pass)]);
    }

    #[test]
    fn another_name_or_none_fails_and_is_set() {
        for (name, before) in
            [("00000002-0000-0ff1-ce00-000000000000", "00000002-0000-0ff1-ce00-000000000000"), ("", "$null")]
        {
            let sample = Sample::oauth().set(NAME, json!(name));
            sample.expect(ID, &[("OAuth", Status::Fail)]);
            let steps = sample.steps(ID);
            let step = &steps.added()[0].step;
            let set = "Set-CsOAuthConfiguration -Identity global -ServiceName";
            assert_eq!(shown(&step.command), format!("{set} 00000004-0000-0ff1-ce00-000000000000"));
            assert_eq!(shown(&step.undo[0]), format!("{set} {before}"));
        }
    }

    #[test]
    fn a_name_that_nobody_read_is_unknown() {
        Sample::oauth().forget(NAME).expect(ID, &[("", Status::Unknown)]);
        Sample::oauth().forget("/lync/oAuthConfiguration").expect(ID, &[("", Status::Unknown)]);
    }
}
