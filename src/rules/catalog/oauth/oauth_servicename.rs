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
        "The OAuth service name of Lync is the one that Exchange expects",
        "Le nom de service OAuth de Lync est celui qu'Exchange attend",
    ),
    explanation: Text::new(
        "Tokens contain the service name of their sender, 00000004-0000-0ff1-ce00-000000000000 for Lync and Skype for Business, and its realm, by default the full name of the organization. Both sides compare them.",
        "Les jetons contiennent le nom de service de leur émetteur, 00000004-0000-0ff1-ce00-000000000000 pour Lync et Skype Entreprise, et son domaine (realm), par défaut le nom complet de l'organisation. Les deux côtés les comparent.",
    ),
    remedy: Text::new(
        "In the Lync shell: Set-CsOAuthConfiguration -Identity global -ServiceName 00000004-0000-0ff1-ce00-000000000000. Add -Realm only if the organization uses another realm.",
        "Dans le shell Lync : Set-CsOAuthConfiguration -Identity global -ServiceName 00000004-0000-0ff1-ce00-000000000000. N'ajoutez -Realm que si l'organisation utilise un autre domaine.",
    ),
    sources: &[Source::page("lync-server-2013-configuring-an-on-premises-partner-application-for-lync-server-2013.md")],
    needs: &[&lync_sections::OAUTH_CONFIGURATION],
    ..super::BASE
};

const UNEXPECTED_NAME: Text = Text::new(
    "The OAuth service name of Lync is not the one that Exchange expects.",
    "Le nom de service OAuth de Lync n'est pas celui qu'Exchange attend.",
);
const SET: Text = Text::new(
    "Set the OAuth service name of Lync to the one that Exchange expects",
    "Définir le nom de service OAuth de Lync sur celui qu'Exchange attend",
);

fn found<'a>(context: &Context<'a>) -> Result<(&'a Item<OAuthConfiguration>, &'a str), Missing> {
    let missing = || Missing::not_collected(&lync_sections::OAUTH_CONFIGURATION);
    let configuration = context.estate.lync.o_auth_configuration.items()?.first().ok_or_else(missing)?;
    Ok((configuration, configuration.service_name.as_deref().ok_or_else(missing)?))
}

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let (configuration, name) = found(context)?;
    let target = Target::new(TargetKind::Configuration, "OAuth");
    let evidence = vec![
        Evidence::actual("ServiceName", Some(name)).expected(LYNC).from(configuration),
        Evidence::actual("Realm", configuration.realm.as_deref()).from(configuration),
    ];
    if name.eq_ignore_ascii_case(LYNC) {
        findings.pass(target, evidence);
    } else {
        findings.fail(target, UNEXPECTED_NAME, Vec::new(), evidence);
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
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const NAME: &str = "/lync/oAuthConfiguration/values/0/serviceName";

    #[test]
    fn the_name_of_lync_passes() {
        oauth(&RULE).passes("OAuth");
    }

    #[test]
    fn another_name_or_none_fails_and_is_set() {
        let set = "Set-CsOAuthConfiguration -Identity global -ServiceName";
        let exchange = "00000002-0000-0ff1-ce00-000000000000";
        let blank = "00000004-0000-0ff1-ce00-000000000000 ";
        for (name, before) in [(exchange, exchange), ("", "$null"), (blank, blank)] {
            let case = oauth(&RULE).set(NAME, name).fails("OAuth");
            let case = case.fixed_by(&format!("{set} 00000004-0000-0ff1-ce00-000000000000"));
            case.undone_by(&[&format!("{set} {before}")]);
        }
    }

    #[test]
    fn a_name_that_nobody_read_is_unknown() {
        oauth(&RULE).forget(NAME).unknown("");
    }
}
