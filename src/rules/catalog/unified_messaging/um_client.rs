//! UM-CLIENT: the user is enabled for Lync and has a client of Lync.

use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-CLIENT",
    category: Category::Step,
    severity: Severity::Manual,
    roles: &[Role::Client],
    title: Text::new(
        "The users have a Lync client on their computers",
        "Les utilisateurs ont un client Lync sur leur ordinateur",
    ),
    explanation: Text::new(
        "Users need more than the servers: each user must be enabled for Lync and have the client installed.",
        "Les serveurs seuls ne suffisent pas : chaque utilisateur doit être activé pour Lync et avoir le client installé.",
    ),
    remedy: Text::new(
        "Enable the user (Enable-CsUser in the Lync shell), install Lync or Skype for Business on the computer, sign in, and call a colleague who does not answer: the call must reach voice mail.",
        "Activez l'utilisateur (Enable-CsUser dans le shell Lync), installez Lync ou Skype Entreprise sur l'ordinateur, connectez-vous et appelez un collègue qui ne répond pas : l'appel doit aboutir à la messagerie vocale.",
    ),
    sources: &[Source::seed("003", "219")],
    after: &["UM-EV-USERS", "UM-USERS-ENABLED"],
    ..super::BASE
};

const INSTRUCTION: Text = Text::new(
    "Sign in with a Lync client on the computer of a user, and call a colleague who does not answer.",
    "Connectez-vous avec un client Lync sur l'ordinateur d'un utilisateur, et appelez un collègue qui ne répond pas.",
);

fn check<'a>(_: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    findings.manual(Target::estate(), INSTRUCTION, Vec::new());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn a_person_has_to_look_where_there_is_unified_messaging() {
        unified_messaging(&RULE).manual("").set(VERSION, EXCHANGE_2019).not_applicable();
    }
}
