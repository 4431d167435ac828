//! What the administrator requests, each value in its one right form, and what did not belong to it. One that has no right
//! form stays as it is: the findings say why. Judges no value itself.

use crate::l10n::{Culture, Text};
use crate::rules::Settings;
use crate::value::{FQDN, THUMBPRINT};

const TAKEN: Text = Text::new("Value for {name}: {value}. {problem}", "Valeur de {name} : {value}. {problem}");

/// The settings as rules and plans take them, and a sentence for all that was taken away.
pub(super) fn normalised(mut settings: Settings, culture: Culture) -> (Settings, Vec<String>) {
    let mut warnings = Vec::new();
    for (name, kind, setting) in [
        ("imServerName", &FQDN, &mut settings.im_server_name),
        ("thumbprint", &THUMBPRINT, &mut settings.thumbprint),
        ("oAuthThumbprint", &THUMBPRINT, &mut settings.o_auth_thumbprint),
    ] {
        let Some(given) = setting else { continue };
        let checked = kind.check(given);
        // A text in another case is as good.
        let Some(right) = checked.normalized.filter(|right| !right.eq_ignore_ascii_case(given)) else { continue };
        for problem in &checked.problems {
            let problem = problem.message(culture);
            let args = [("name", name.to_owned()), ("value", right.clone()), ("problem", problem)];
            warnings.push(TAKEN.format(culture, &args));
        }
        *given = right;
    }
    (settings, warnings)
}
