//! UM-EV-USERS: the users have Enterprise Voice, with a telephone number and a SIP address.

use crate::facts::User;
use crate::rules::prelude::*;
use crate::rules::topology::users::{self, Fault};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-EV-USERS",
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "The user has Enterprise Voice, a number and a SIP address",
        "L'utilisateur a Enterprise Voice, un numéro et une adresse SIP",
    ),
    explanation: Text::new(
        "Unified messaging answers only the calls of Enterprise Voice users, by their number (TEL URI) and SIP address.",
        "La messagerie unifiée ne répond qu'aux appels des utilisateurs d'Enterprise Voice, d'après leur numéro (URI TEL) et leur adresse SIP.",
    ),
    remedy: Text::new(
        "In the Lync shell, with the number for the user: Set-CsUser -Identity <user> -EnterpriseVoiceEnabled $true -LineURI tel:+<number>.",
        "Dans le shell Lync, avec le numéro destiné à l'utilisateur : Set-CsUser -Identity <utilisateur> -EnterpriseVoiceEnabled $true -LineURI tel:+<numéro>.",
    ),
    interpretation: Some(Text::new(
        "A number without a plus sign is accepted; the documentation only requires a TEL URI.",
        "Un numéro sans signe plus est accepté ; la documentation exige seulement un URI TEL.",
    )),
    sources: &[Source::seed("003", "68"), Source::seed("003", "211")],
    needs: &[&lync_sections::USERS],
    ..super::BASE
};

const NO_VOICE: Text = Text::new("{user} does not have Enterprise Voice.", "{user} n'a pas Enterprise Voice.");
const NO_NUMBER: Text = Text::new(
    "{user} has Enterprise Voice, but no telephone number (LineURI).",
    "{user} a Enterprise Voice, mais pas de numéro de téléphone (LineURI).",
);
const NO_ADDRESS: Text = Text::new("{user} has no SIP address.", "{user} n'a pas d'adresse SIP.");

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let users = context.estate.lync.users.items()?;
    users::judge(
        findings,
        users.iter(),
        |user| &user.identity,
        |user| {
            let Some(text) = fault(user)? else { return Ok(None) };
            let enabled = user.enterprise_voice_enabled.unwrap_or_default().to_string();
            let evidence = vec![
                Evidence::actual("EnterpriseVoiceEnabled", Some(enabled)).expected("true").from(user),
                Evidence::actual("LineURI", user.line_uri.as_deref()).from(user),
                Evidence::actual("SipAddress", user.sip_address.as_deref()).from(user),
            ];
            Ok(Some(Fault::new(text, args! { user: user.identity }, evidence)))
        },
    );
    Ok(())
}

/// What a user lacks first.
fn fault(user: &User) -> Result<Option<Text>, Missing> {
    let missing = || Missing::not_collected(&lync_sections::USERS);
    if !user.enterprise_voice_enabled.ok_or_else(missing)? {
        return Ok(Some(NO_VOICE));
    }
    if !is_number(user.line_uri.as_deref().ok_or_else(missing)?) {
        return Ok(Some(NO_NUMBER));
    }
    let has_address = user.sip_address.as_deref().is_some_and(|address| address.contains('@'));
    Ok((!has_address).then_some(NO_ADDRESS))
}

/// Whether a text is a TEL URI such as `tel:+14255550100;ext=100`.
fn is_number(uri: &str) -> bool {
    let scheme = uri.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("tel:"));
    scheme && uri[4..].trim_start_matches('+').starts_with(|first: char| first.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn a_user_with_voice_number_and_address_passes_and_one_who_lacks_any_fails() {
        let case = unified_messaging(&RULE).passes_with_each(
            "",
            USER,
            [
                json!({ "lineUri": "tel:+33155501001" }),
                json!({ "lineUri": "TEL:+33155501001;ext=1001" }),
                json!({ "lineUri": "tel:1001" }),
            ],
        );
        case.fails_with_each(
            ANN,
            USER,
            [
                json!({ "enterpriseVoiceEnabled": false }),
                json!({ "lineUri": "" }),
                json!({ "lineUri": "+33155501001" }),
                json!({ "lineUri": "tel:" }),
                json!({ "sipAddress": "" }),
            ],
        );
    }

    #[test]
    fn what_nobody_asked_is_unknown_and_without_users_the_rule_does_not_apply() {
        let case = unified_messaging(&RULE).unknown_without_each("", USER, &["enterpriseVoiceEnabled", "lineUri"]);
        case.forget(USER).not_applicable();
    }
}
