//! Names of UM dial plans that are used together with Lync. Must not ask whether the plan exists.
//!
//! Sources: rule UM-NAME-NO-SPACES, from the Exchange page "Create a UM dial plan": no blanks with Lync, none of
//! `" / \ [ ] : ; | = , + * ? < >`, 64 characters accepted but 49 possible, since " Default Policy" is appended to
//! the name of the mailbox policy. Names of Lync dial plans (New-CsDialPlan, SimpleName): letters, digits and
//! `- . + _ ( )`. The two names had to be the same before Exchange 2010 SP1 only (page on unified messaging with
//! Lync, lines 133 and 203), so a character that only Lync lacks is a warning.

use super::Kind;
use super::problem::{Code, Problem, Problems};
use super::sanitize::{INVISIBLE, Sanitized, is_blank};
use super::shown::shown_char;
use crate::l10n::Text;

/// In UTF-16 code units, as .NET measures a string.
const LONGEST: usize = 49;

static BLANK: Code = Code::error(
    "DialPlanBlank",
    Text::new(
        "The name contains a space at position {position}. With Lync, the name of a dial plan cannot contain spaces.",
        "Le nom contient un espace à la position {position}. Avec Lync, le nom d'un plan de numérotation ne peut pas contenir d'espace.",
    ),
    Text::new(
        "A dial plan cannot be renamed: delete it and create it again without spaces.",
        "Un plan de numérotation ne peut pas être renommé : supprimez-le et recréez-le sans espace.",
    ),
);

static CHARACTER: Code = Code::error(
    "DialPlanCharacter",
    Text::new(
        "The name contains the character {character} at position {position}, which Exchange does not accept.",
        "Le nom contient le caractère {character} à la position {position}, qu'Exchange n'accepte pas.",
    ),
    Text::new(
        "These characters are not allowed: \" / \\ [ ] : ; | = , + * ? < >",
        "Ces caractères ne sont pas autorisés : \" / \\ [ ] : ; | = , + * ? < >",
    ),
);

/// It is too long for the longer name that Exchange makes of it.
pub static LONG: Code = Code::error(
    "DialPlanLong",
    Text::new(
        "The name has {length} characters. With more than 49, Exchange cannot create the mailbox policy.",
        "Le nom compte {length} caractères. Au-delà de 49, Exchange ne peut pas créer la stratégie de boîte aux lettres.",
    ),
    Text::new("Choose a shorter name.", "Choisissez un nom plus court."),
);

static OUTSIDE_LYNC: Code = Code::warning(
    "DialPlanOutsideLync",
    Text::new(
        "The name contains the character {character}, which is not allowed in the name of a Lync dial plan.",
        "Le nom contient le caractère {character}, qui n'est pas autorisé dans le nom d'un plan de numérotation Lync.",
    ),
    Text::new(
        "Since Exchange 2010 SP1 the two names can differ. Avoid the character if you want the same name on both sides.",
        "Depuis Exchange 2010 SP1, les deux noms peuvent différer. Évitez ce caractère si vous voulez le même nom des deux côtés.",
    ),
);

/// Names of dial plans.
pub static KIND: Kind = Kind {
    name: "DialPlan",
    read: |value, problems| {
        let sanitized = Sanitized::read(value, &INVISIBLE, problems)?;
        check_characters(&sanitized, problems)?;
        let length = sanitized.text().encode_utf16().count();
        if length > LONGEST {
            return problems.refuse(Problem::new(&LONG).with("length", length));
        }
        Some(sanitized.text().to_owned())
    },
    #[cfg(test)]
    codes: &[&[&BLANK, &CHARACTER, &LONG, &OUTSIDE_LYNC]],
    #[cfg(test)]
    cases: tests::CASES,
};

fn check_characters(sanitized: &Sanitized, problems: &mut Problems) -> Option<()> {
    for (at, c) in sanitized.text().char_indices() {
        if is_blank(c) {
            return problems.refuse(Problem::new(&BLANK).with("position", sanitized.position(at)));
        }
        if c.is_control() || "\"/\\[]:;|=,+*?<>".contains(c) {
            let problem = Problem::new(&CHARACTER).with("character", shown_char(c));
            return problems.refuse(problem.with("position", sanitized.position(at)));
        }
        if !(c.is_alphanumeric() || "-._()".contains(c)) {
            problems.note(Problem::new(&OUTSIDE_LYNC).with("character", shown_char(c)));
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use crate::value::tests::Case;

    pub(super) const CASES: &[Case] = &[
        ("MyUMDialPlan", Some("MyUMDialPlan"), &[]),
        ("Redmond-SIP_(1).litwareinc.com", Some("Redmond-SIP_(1).litwareinc.com"), &[]),
        ("PlanSiège", Some("PlanSiège"), &[]),
        ("My UM Dial Plan", None, &["DialPlanBlank"]),
        (" MyUMDialPlan ", Some("MyUMDialPlan"), &["BlanksAround"]),
        ("Plan/Paris", None, &["DialPlanCharacter"]),
        ("Plan+33", None, &["DialPlanCharacter"]),
        ("Plan\0", None, &["DialPlanCharacter"]),
        ("Plan#1", Some("Plan#1"), &["DialPlanOutsideLync"]),
        ("Plan\u{feff}1", Some("Plan1"), &["InvisibleCharacter"]),
        // 49 and 50 characters.
        (
            "a23456789-123456789-123456789-123456789-123456789",
            Some("a23456789-123456789-123456789-123456789-123456789"),
            &[],
        ),
        ("a23456789-123456789-123456789-123456789-1234567890", None, &["DialPlanLong"]),
        ("", None, &["ValueEmpty"]),
    ];
}
