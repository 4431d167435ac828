//! What is wrong with a configuration that is well-formed XML: codes, severities and sentences. The outline finds
//! them; nothing here looks at a document.

use super::span::Span;
use crate::l10n::Text;
use serde::{Deserialize, Serialize};

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Severity {
    /// .NET does not load the configuration: the site or service does not start.
    Error,
    /// It loads, but hardly as its author meant it.
    Warning,
    /// Worth knowing.
    Information,
}

/// What is wrong. The name is stable and is the `code` of the problem in responses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// An attribute that .NET does not know here.
    UnrecognizedAttribute,
    /// An element that .NET does not know here.
    UnrecognizedElement,
    /// An `add` or `remove` without `key`.
    MissingKey,
    /// Text or CDATA in the section.
    TextInSection,
    /// A lock attribute that is neither `true` nor `false`.
    BadBoolean,
    /// A namespace on the root element that .NET does not accept.
    ForeignNamespace,
    /// A prefix without a declaration.
    UndeclaredPrefix,
    /// A `location` inside a `location`.
    NestedLocation,
    /// A `location` path that .NET does not accept.
    BadLocationPath,
    /// `configSections` declares appSettings again.
    SectionRedefined,
    /// The section stands in the file twice.
    SectionDuplicated,
    /// `configSections` is not the first element.
    ConfigSectionsNotFirst,
    /// An element whose name differs from appSettings by case only; .NET ignores it silently.
    SectionNameCase,
    /// A `clear` with an end tag, at which .NET stops reading the section.
    ClearWithEndTag,
    /// The same key twice; the last one wins.
    DuplicateKey,
    /// The section is in another file (`configSource`).
    SectionExternal,
    /// The section is encrypted.
    SectionEncrypted,
    /// Empty `configSource`, or one with content beside it, or one outside the folder.
    BadConfigSource,
    /// The file of `file` or `configSource` cannot be read or has another root element.
    BadExternalFile,
    /// The file that `file` names does not exist, which .NET accepts silently.
    ExternalFileMissing,
    /// Line ends of more than one kind.
    MixedLineEnds,
}

impl Code {
    /// Every code.
    pub const ALL: &'static [Self] = &[
        Self::UnrecognizedAttribute,
        Self::UnrecognizedElement,
        Self::MissingKey,
        Self::TextInSection,
        Self::BadBoolean,
        Self::ForeignNamespace,
        Self::UndeclaredPrefix,
        Self::NestedLocation,
        Self::BadLocationPath,
        Self::SectionRedefined,
        Self::SectionDuplicated,
        Self::ConfigSectionsNotFirst,
        Self::SectionNameCase,
        Self::ClearWithEndTag,
        Self::DuplicateKey,
        Self::SectionExternal,
        Self::SectionEncrypted,
        Self::BadConfigSource,
        Self::BadExternalFile,
        Self::ExternalFileMissing,
        Self::MixedLineEnds,
    ];

    /// The stable name.
    #[must_use]
    pub fn name(self) -> String {
        format!("{self:?}")
    }

    /// How much it matters.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::ConfigSectionsNotFirst | Self::SectionNameCase | Self::ClearWithEndTag | Self::DuplicateKey => {
                Severity::Warning
            }
            Self::SectionExternal | Self::SectionEncrypted | Self::ExternalFileMissing | Self::MixedLineEnds => {
                Severity::Information
            }
            _ => Severity::Error,
        }
    }

    /// The sentence; its placeholder is `name`.
    #[must_use]
    pub const fn message(self) -> Text {
        match self {
            Self::UnrecognizedAttribute => {
                Text::new("the attribute {name} is not recognized here", "l'attribut {name} n'est pas reconnu ici")
            }
            Self::UnrecognizedElement => {
                Text::new("the element {name} is not recognized here", "l'élément {name} n'est pas reconnu ici")
            }
            Self::MissingKey => {
                Text::new("the element {name} has no key", "l'élément {name} n'a pas de clé (attribut key)")
            }
            Self::TextInSection => Text::new(
                "there is text between the elements of the section",
                "il y a du texte entre les éléments de la section",
            ),
            Self::BadBoolean => {
                Text::new("the attribute {name} must be true or false", "l'attribut {name} doit valoir true ou false")
            }
            Self::ForeignNamespace => Text::new(
                "the namespace {name} of the root element is not accepted",
                "l'espace de noms {name} de l'élément racine n'est pas accepté",
            ),
            Self::UndeclaredPrefix => {
                Text::new("the prefix {name} is not declared", "le préfixe {name} n'est pas déclaré")
            }
            Self::NestedLocation => Text::new(
                "a location element is inside another location element",
                "un élément location se trouve dans un autre élément location",
            ),
            Self::BadLocationPath => Text::new(
                "the location path {name} is not a relative path",
                "le chemin location {name} n'est pas un chemin relatif",
            ),
            Self::SectionRedefined => Text::new(
                "configSections declares {name}, which .NET already declares",
                "configSections déclare {name}, que .NET déclare déjà",
            ),
            Self::SectionDuplicated => Text::new(
                "the section {name} appears twice in the file",
                "la section {name} apparaît deux fois dans le fichier",
            ),
            Self::ConfigSectionsNotFirst => Text::new(
                "configSections is not the first element of the file",
                "configSections n'est pas le premier élément du fichier",
            ),
            Self::SectionNameCase => Text::new(
                "the element {name} is ignored: the section must be named appSettings",
                "l'élément {name} est ignoré : la section doit s'appeler appSettings",
            ),
            Self::ClearWithEndTag => Text::new(
                ".NET ignores the rest of the section after <clear></clear>",
                ".NET ignore le reste de la section après <clear></clear>",
            ),
            Self::DuplicateKey => Text::new(
                "the key {name} appears more than once; the last one is used",
                "la clé {name} apparaît plusieurs fois ; la dernière est utilisée",
            ),
            Self::SectionExternal => Text::new(
                "the section is in the file {name} (configSource)",
                "la section se trouve dans le fichier {name} (configSource)",
            ),
            Self::SectionEncrypted => {
                Text::new("the section is encrypted with {name}", "la section est chiffrée avec {name}")
            }
            Self::BadConfigSource => Text::new(
                "configSource specifies {name}, which .NET does not allow here",
                "configSource désigne {name}, ce que .NET n'autorise pas ici",
            ),
            Self::BadExternalFile => Text::new(
                "the file {name} referenced by the section cannot be read as settings",
                "le fichier {name} référencé par la section ne peut pas être lu comme des paramètres",
            ),
            Self::ExternalFileMissing => Text::new(
                "the file {name} referenced by the section does not exist; .NET ignores it",
                "le fichier {name} référencé par la section n'existe pas ; .NET l'ignore",
            ),
            Self::MixedLineEnds => Text::new(
                "the file mixes line endings; they are preserved",
                "les fins de ligne du fichier sont mélangées ; elles sont conservées",
            ),
        }
    }

    /// What to do about it; may be empty.
    #[must_use]
    pub const fn hint(self) -> Text {
        match self {
            Self::UnrecognizedAttribute | Self::UnrecognizedElement => Text::new(
                "Names are case-sensitive: add, remove, clear, key, value.",
                "Les noms respectent la casse : add, remove, clear, key, value.",
            ),
            Self::MissingKey => {
                Text::new("Add a key, or delete the element.", "Ajoutez une clé, ou supprimez l'élément.")
            }
            Self::TextInSection => Text::new(
                "Delete the text, or turn it into a comment.",
                "Supprimez le texte, ou transformez-le en commentaire.",
            ),
            Self::BadBoolean => Text::new("Write true or false in lower case.", "Écrivez true ou false en minuscules."),
            Self::ForeignNamespace => Text::new(
                "Delete the xmlns attribute of the root element.",
                "Supprimez l'attribut xmlns de l'élément racine.",
            ),
            Self::UndeclaredPrefix => Text::new(
                "If this is a transformation file (xdt), it is not meant to be loaded directly.",
                "S'il s'agit d'un fichier de transformation (xdt), il n'est pas destiné à être chargé directement.",
            ),
            Self::NestedLocation | Self::BadLocationPath => Text::new(
                "Use a path such as sub/folder, directly under configuration.",
                "Utilisez un chemin tel que sous/dossier, directement sous configuration.",
            ),
            Self::SectionRedefined => Text::new("Delete this declaration.", "Supprimez cette déclaration."),
            Self::SectionDuplicated => {
                Text::new("Merge the two sections into one.", "Fusionnez les deux sections en une seule.")
            }
            Self::ConfigSectionsNotFirst => Text::new(
                "Move it to the top: IIS and ASP.NET require it there.",
                "Placez-le en tête : IIS et ASP.NET l'exigent à cet endroit.",
            ),
            Self::SectionNameCase => Text::new(
                "Correct the name if these settings must take effect.",
                "Corrigez le nom si ces paramètres doivent s'appliquer.",
            ),
            Self::ClearWithEndTag => Text::new("Write <clear /> instead.", "Écrivez plutôt <clear />."),
            Self::DuplicateKey => Text::new(
                "Remove-UcAppSetting followed by Set-UcAppSetting leaves a single key.",
                "Remove-UcAppSetting suivi de Set-UcAppSetting ne laisse qu'une clé.",
            ),
            Self::SectionExternal => {
                Text::new("Read and edit that file instead.", "Lisez et modifiez plutôt ce fichier.")
            }
            Self::SectionEncrypted => Text::new(
                "Decrypt it with aspnet_regiis -pdf to read or edit it.",
                "Déchiffrez-la avec aspnet_regiis -pdf pour la lire ou la modifier.",
            ),
            Self::BadConfigSource => Text::new(
                "Specify a relative path inside the folder, and leave the section empty.",
                "Indiquez un chemin relatif dans le dossier, et laissez la section vide.",
            ),
            Self::BadExternalFile => {
                Text::new("Its root element must be appSettings.", "Son élément racine doit être appSettings.")
            }
            Self::ExternalFileMissing | Self::MixedLineEnds => Text::NONE,
        }
    }
}

/// A problem and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub code: Code,
    /// Where.
    pub span: Span,
    /// The word for the placeholder of the sentence.
    pub name: String,
}
