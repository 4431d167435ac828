//! OWA-VERIFY-PRESENCE: a person sees the presence in Outlook on the web.

use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-VERIFY-PRESENCE",
    severity: Severity::Manual,
    roles: &[Role::Client],
    title: Text::new(
        "Outlook on the web shows the presence next to the user name",
        "Outlook sur le web affiche la présence à côté du nom de l'utilisateur",
    ),
    explanation: Text::new(
        "Only a sign-in proves that users see their presence.",
        "Seule une connexion prouve que les utilisateurs voient leur présence.",
    ),
    remedy: Text::new(
        "Sign in to Outlook on the web and check the upper-right corner.",
        "Connectez-vous à Outlook sur le web et vérifiez le coin supérieur droit.",
    ),
    sources: &[Source::seed("000", "115"), Source::seed("001", "107")],
    after: &["OWA-VERIFY-EVENT112"],
    ..super::BASE
};

const INSTRUCTION: Text = Text::new(
    "Sign in to Outlook on the web as a Lync user: a presence icon, for example a green one, is displayed next to the name in the upper-right corner.",
    "Connectez-vous à Outlook sur le web en tant qu'utilisateur Lync : une icône de présence, verte par exemple, s'affiche à côté du nom dans le coin supérieur droit.",
);

#[expect(clippy::unnecessary_wraps, reason = "every rule has this form")]
fn check<'a>(_: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    findings.manual(Target::estate(), INSTRUCTION, Vec::new());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    #[test]
    fn a_person_has_to_look() {
        exchange_2013(&RULE).finds(&[("", Status::Manual)]);
    }
}
