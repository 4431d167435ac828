//! What is wrong with a configuration for Outlook on the web, though .NET reads it: values of the known keys that cannot
//! work, the keys where .NET does not read them, and what a broken update or copy leaves. Edits nothing.

use super::ProblemBody;
use super::external::External;
use super::known_keys::{NAMES, known};
use super::other_side::{Misfit, With};
use super::view::{SettingBody, View};
use crate::config::lines::LineIndex;
use crate::config::outline::{EntryKind, Root};
use crate::config::problem::Severity;
use crate::config::unread::{self, Place};
use crate::config::{Document, Span, Wanted};
use crate::l10n::{Culture, Text};
use crate::rules::is_harmless;
use crate::value::{Kind, Problem};

/// What an update of Exchange replaces by the folder of the installation.
const PLACEHOLDER: &str = "%ExchangeInstallDir%";
/// How many blanks behind the end of a document nobody has typed.
const MANY_BLANKS: usize = 1000;

/// One sort of problem: its stable name and its sentences.
struct Sort {
    code: &'static str,
    message: Text,
    hint: Text,
}

const IN_COMMENT: Sort = Sort {
    code: "KeyInComment",
    message: Text::new(
        "the key {key} is in a comment, which .NET does not read",
        "la clé {key} se trouve dans un commentaire, que .NET ne lit pas",
    ),
    hint: Text::new(
        "If it must take effect, set it under appSettings (Set-UcAppSetting).",
        "Si elle doit s'appliquer, définissez-la sous appSettings (Set-UcAppSetting).",
    ),
};
const IN_LOCATION: Sort = Sort {
    code: "KeyInLocation",
    message: Text::new(
        "the key {key} is in the location element for {place}: it applies only there",
        "la clé {key} se trouve dans l'élément location pour {place} : elle ne s'applique que là",
    ),
    hint: Text::new(
        "Outlook on the web reads the appSettings of the whole file. Set the key there (Set-UcAppSetting without -Location).",
        "Outlook sur le web lit la section appSettings de tout le fichier. Définissez-y la clé (Set-UcAppSetting sans -Location).",
    ),
};
const OUTSIDE: Sort = Sort {
    code: "KeyOutsideSection",
    message: Text::new(
        "the key {key} is directly in the element {place}; .NET reads settings only in appSettings",
        "la clé {key} se trouve directement dans l'élément {place} ; .NET ne lit les paramètres que dans appSettings",
    ),
    hint: Text::new(
        "Delete this line, and set the key under appSettings (Set-UcAppSetting). ASP.NET may refuse a file with an element that it does not know.",
        "Supprimez cette ligne, et définissez la clé sous appSettings (Set-UcAppSetting). ASP.NET peut refuser un fichier qui contient un élément inconnu.",
    ),
};
const LEFT_OVER: Sort = Sort {
    code: "PlaceholderLeft",
    message: Text::new(
        "{place} is still in the file ({count} times): an update of Exchange did not finish",
        "{place} se trouve encore dans le fichier ({count} fois) : une mise à jour d'Exchange ne s'est pas terminée",
    ),
    hint: Text::new(
        "Replace it with the installation folder of Exchange, with a backslash at the end, or install the update again.",
        "Remplacez-le par le dossier d'installation d'Exchange, avec une barre oblique inverse à la fin, ou réinstallez la mise à jour.",
    ),
};
const BLANKS: Sort = Sort {
    code: "BlanksAtEnd",
    message: Text::new(
        "{count} spaces or line breaks follow the last element; .NET ignores them",
        "{count} espaces ou sauts de ligne suivent le dernier élément ; .NET les ignore",
    ),
    hint: Text::NONE,
};
const COPY: Sort = Sort {
    code: "OtherFileName",
    message: Text::new(
        "the file is named {place}; Outlook on the web reads only web.config",
        "le fichier s'appelle {place} ; Outlook sur le web ne lit que web.config",
    ),
    hint: Text::new(
        "If this is a copy, edit web.config instead.",
        "S'il s'agit d'une copie, modifiez plutôt web.config.",
    ),
};
const OF_KEY: Text = Text::new("{key}: {message}", "{key} : {message}");

/// The names of the problems that a key has where .NET does not read it.
pub(super) const PLACES: [&str; 3] = [IN_COMMENT.code, IN_LOCATION.code, OUTSIDE.code];

/// What is wrong with a document for Outlook on the web.
pub(super) fn problems(document: &Document<'_>, lines: &LineIndex<'_>, with: With<'_>) -> Vec<ProblemBody> {
    let settings = settings(document, with);
    let look = Look { document, text: document.text().as_str(), lines, with };
    let mut list: Vec<ProblemBody> = settings.iter().flat_map(|setting| look.value(setting)).collect();
    list.extend(look.elsewhere(&settings));
    list.extend(look.placeholder());
    list.extend(look.blanks());
    if !settings.is_empty() || !list.is_empty() {
        list.extend(look.copy());
    }
    list
}

/// The settings of the known keys in the whole file that .NET sees and that say something.
fn settings(document: &Document<'_>, with: With<'_>) -> Vec<SettingBody> {
    // A file that cannot be read as a whole says so itself.
    let Ok(sections) = document.sections("") else { return Vec::new() };
    let names_file = sections.iter().any(|section| section.file.is_some() || section.config_source.is_some());
    let external = if names_file { with.external } else { &External::None };
    let wanted = Wanted::new(NAMES.into_iter());
    let Ok(view) = View::of(document, &sections, external, Some(&wanted)) else { return Vec::new() };
    view.settings().into_iter().filter(|setting| setting.effective && !setting.value.trim().is_empty()).collect()
}

/// A document that is looked at.
struct Look<'a> {
    document: &'a Document<'a>,
    text: &'a str,
    lines: &'a LineIndex<'a>,
    with: With<'a>,
}

impl Look<'_> {
    /// What is wrong with the value of a setting, by itself or because the products do not have what it names.
    fn value(&self, setting: &SettingBody) -> Vec<ProblemBody> {
        let Some((key, kind)) = known(&setting.key).filter(|_| self.with.values) else { return Vec::new() };
        let place = ProblemBody {
            code: String::new(),
            severity: Severity::Warning,
            message: String::new(),
            line: Some(setting.line),
            column: Some(setting.column),
            path: setting.path.clone(),
            hint: None,
            key: Some(key),
        };
        let checked = kind.check(&setting.value);
        let mut list: Vec<_> =
            checked.problems.iter().map(|problem| self.of_value(key, kind, problem, place.clone())).collect();
        let misfit = checked
            .normalized
            .zip(self.with.other_side)
            .and_then(|(value, side)| side.misfit(key, &value, self.with.culture));
        list.extend(misfit.map(|misfit| self.of_misfit(key, &misfit, place)));
        list
    }

    fn of_value(&self, key: &'static str, kind: &Kind, problem: &Problem, place: ProblemBody) -> ProblemBody {
        let culture = self.with.culture;
        ProblemBody {
            code: problem.code().name().to_owned(),
            severity: if is_harmless(kind, problem) { Severity::Information } else { Severity::Warning },
            message: of_key(key, problem.message(culture), culture),
            hint: problem.hint(culture),
            ..place
        }
    }

    fn of_misfit(&self, key: &'static str, misfit: &Misfit, place: ProblemBody) -> ProblemBody {
        let culture = self.with.culture;
        ProblemBody {
            code: misfit.code.to_owned(),
            severity: misfit.severity,
            message: of_key(key, misfit.message.format(culture, &misfit.args), culture),
            hint: Some(misfit.hint.format(culture, &misfit.args)).filter(|hint| !hint.is_empty()),
            ..place
        }
    }

    /// The known keys where .NET does not read them. One that is set where it does is worth knowing only.
    fn elsewhere(&self, settings: &[SettingBody]) -> Vec<ProblemBody> {
        let body = |sort: &Sort, key: &str, span: Span, place: &str| {
            let (name, _) = known(key)?;
            let is_set = settings.iter().any(|setting| known(&setting.key).is_some_and(|(other, _)| other == name));
            let severity = if is_set { Severity::Information } else { Severity::Warning };
            let args = [("key", name.to_owned()), ("place", place.to_owned())];
            Some(ProblemBody { key: Some(name), ..self.body(sort, severity, span, &args) })
        };
        let unread = unread::settings(self.text, &NAMES);
        let outside = unread.iter().filter_map(|one| match &one.place {
            Place::Comment => body(&IN_COMMENT, &one.key, one.span, ""),
            Place::Element(parent) => body(&OUTSIDE, &one.key, one.span, parent),
        });
        let located = self.located();
        let located = located.iter().filter_map(|(key, span, path)| body(&IN_LOCATION, key, *span, path));
        outside.chain(located).collect()
    }

    /// The known keys in `location` elements of a part of the site: as spelled, where, and the path.
    fn located(&self) -> Vec<(String, Span, &str)> {
        let outline = self.document.outline();
        let mut found = Vec::new();
        for section in &outline.sections {
            let path =
                section.location.and_then(|index| outline.locations.get(index)).map_or("", |one| one.path.as_str());
            let adds = section.entries.iter().filter(|entry| entry.kind == EntryKind::Add && !path.is_empty());
            let keys = adds.map(|entry| (entry.key_text(self.text).into_owned(), entry.element, path));
            found.extend(keys.filter(|(key, ..)| known(key).is_some()));
        }
        found
    }

    fn placeholder(&self) -> Option<ProblemBody> {
        let (first, count) = unread::word(self.text, PLACEHOLDER)?;
        let args = [("place", PLACEHOLDER.to_owned()), ("count", count.to_string())];
        Some(self.body(&LEFT_OVER, Severity::Warning, first, &args))
    }

    fn blanks(&self) -> Option<ProblemBody> {
        let end = self.text.trim_end().len();
        let count = self.text.len() - end;
        let args = [("count", count.to_string())];
        (count >= MANY_BLANKS).then(|| self.body(&BLANKS, Severity::Information, Span::new(end, end), &args))
    }

    /// A file with settings of Outlook on the web that looks like a copy of the one that counts.
    fn copy(&self) -> Option<ProblemBody> {
        let name = self.with.path.rsplit(['\\', '/']).next().unwrap_or_default();
        let lower = name.to_lowercase();
        let looks = (lower.starts_with("web") || lower.contains("web.config")) && lower != "web.config";
        let is_copy = looks && self.document.outline().root == Root::Configuration;
        let args = [("place", name.to_owned())];
        is_copy.then(|| self.body(&COPY, Severity::Information, Span::default(), &args))
    }

    fn body(&self, sort: &Sort, severity: Severity, span: Span, args: &[(&str, String)]) -> ProblemBody {
        let culture = self.with.culture;
        let (line, column) = self.lines.place(span.start());
        let hint = sort.hint.format(culture, args);
        ProblemBody {
            code: sort.code.to_owned(),
            severity,
            message: sort.message.format(culture, args),
            line: Some(line),
            column: Some(column),
            path: None,
            hint: (!hint.is_empty()).then_some(hint),
            key: None,
        }
    }
}

fn of_key(key: &str, message: String, culture: Culture) -> String {
    OF_KEY.format(culture, &[("key", key.to_owned()), ("message", message)])
}
