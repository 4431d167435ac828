//! OWA-VERIFY-PRESENCE: a person sees the presence in Outlook on the web.

use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-VERIFY-PRESENCE",
    severity: Severity::Manual,
    roles: &[Role::Client],
    title: Text::new(
        "Outlook on the web shows the presence beside the name",
        "Outlook sur le web affiche la présence à côté du nom",
    ),
    explanation: Text::new(
        "That users see their presence is the proof that nothing else replaces.",
        "Que les utilisateurs voient leur présence est la preuve que rien ne remplace.",
    ),
    remedy: Text::new(
        "Sign in to Outlook on the web and look at the upper right corner.",
        "Connectez-vous à Outlook sur le web et regardez en haut à droite.",
    ),
    sources: &[Source::seed("000", "115"), Source::seed("001", "107")],
    after: &["OWA-VERIFY-EVENT112"],
    ..super::BASE
};

const INSTRUCTION: Text = Text::new(
    "Sign in to Outlook on the web as a user of Lync: a presence icon, such as a green one, stands beside the name in the upper right corner.",
    "Connectez-vous à Outlook sur le web en tant qu'utilisateur de Lync : une icône de présence, verte par exemple, figure à côté du nom en haut à droite.",
);

#[expect(clippy::unnecessary_wraps, reason = "every rule has this form")]
fn check<'a>(_: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    findings.manual(Target::estate(), INSTRUCTION, Vec::new());
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;

    #[test]
    fn a_person_has_to_look_unless_it_shall_be_off() {
        let mut sample = Sample::exchange_2013();
        sample.expect("OWA-VERIFY-PRESENCE", &[("", Status::Manual)]);
        sample.settings.disable = true;
        sample.expect("OWA-VERIFY-PRESENCE", &[("", Status::NotApplicable)]);
    }
}
