//! What can be wrong with XML, in words: one sentence for each way in which a document is not well formed. The
//! scanner names the fault and its place; nothing here looks at a document.

use crate::error::{Error, Position};
use crate::l10n::Text;
use crate::status::Status;

/// One way in which bytes are not well-formed XML (XML 1.0, with namespaces as .NET reads them).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum XmlError {
    /// The file ends inside a tag, a comment, a value or an element.
    UnexpectedEnd,
    /// No element at all.
    NoRoot,
    /// Something other than white space and comments before or after the root element.
    OutsideRoot,
    /// A byte order mark that is not the first thing in the file.
    SecondMark,
    /// `<?xml` that is not the first thing in the file.
    DeclarationNotFirst,
    /// An XML declaration that is not version, encoding and standalone in this order.
    BadDeclaration,
    /// A version other than 1.0.
    BadVersion,
    /// A name that begins with or has a character that names may not have.
    BadName,
    /// `<` that begins nothing.
    BadMarkup,
    /// An attribute without `=` or without quotes.
    BadAttribute,
    /// No white space between attributes.
    NoBlank,
    /// `<` inside an attribute value.
    LessThanInValue,
    /// The same attribute twice.
    DuplicateAttribute,
    /// `&` that begins no reference.
    BareAmpersand,
    /// A reference to an entity that XML does not define.
    UndefinedEntity,
    /// A reference to a character that XML forbids.
    ForbiddenReference,
    /// A character that XML forbids.
    ForbiddenCharacter,
    /// Zero bytes, up to the end of the file.
    ZeroBytes,
    /// An end tag without its start tag, or another element's.
    EndTagMismatch,
    /// `--` inside a comment.
    DoubleHyphen,
    /// `]]>` in text.
    CdataEndInText,
    /// A prefix that is not declared, or declared against the rules.
    BadPrefix,
}

impl XmlError {
    /// The sentence of this fault; it has no placeholders.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::UnexpectedEnd => Text::new(
                "the file is truncated: an element or a tag is not closed",
                "le fichier est tronqué : un élément ou une balise n'est pas fermé",
            ),
            Self::NoRoot => Text::new("there is no root element", "il n'y a pas d'élément racine"),
            Self::OutsideRoot => Text::new(
                "there is text before or after the root element",
                "il y a du texte avant ou après l'élément racine",
            ),
            Self::SecondMark => Text::new(
                "there is a second byte order mark (U+FEFF), or one that does not begin the file; delete it",
                "il y a une seconde marque d'ordre d'octet (U+FEFF), ou une marque ailleurs qu'au début du fichier ; supprimez-la",
            ),
            Self::DeclarationNotFirst => Text::new(
                "the XML declaration is not at the very beginning of the file",
                "la déclaration XML n'est pas tout au début du fichier",
            ),
            Self::BadDeclaration => Text::new("the XML declaration is wrong", "la déclaration XML est incorrecte"),
            Self::BadVersion => {
                Text::new("only XML version 1.0 is supported", "seule la version 1.0 de XML est prise en charge")
            }
            Self::BadName => Text::new(
                "the name of an element or attribute contains an invalid character",
                "un nom d'élément ou d'attribut contient un caractère non valide",
            ),
            Self::BadMarkup => Text::new("\"<\" does not begin a valid tag", "« < » ne commence pas une balise valide"),
            Self::BadAttribute => Text::new(
                "an attribute requires = and straight quotation marks (\" or ') around its value",
                "un attribut nécessite le signe = et des guillemets droits (\" ou ') autour de sa valeur",
            ),
            Self::NoBlank => {
                Text::new("a space is missing between two attributes", "il manque un espace entre deux attributs")
            }
            Self::LessThanInValue => {
                Text::new("\"<\" in a value must be written &lt;", "« < » dans une valeur doit s'écrire &lt;")
            }
            Self::DuplicateAttribute => Text::new("an attribute appears twice", "un attribut apparaît deux fois"),
            Self::BareAmpersand => Text::new("\"&\" must be written &amp;", "« & » doit s'écrire &amp;"),
            Self::UndefinedEntity => Text::new(
                "an entity is not defined in XML (only &amp; &lt; &gt; &quot; and &apos; are)",
                "une entité n'est pas définie en XML (seules &amp; &lt; &gt; &quot; et &apos; le sont)",
            ),
            Self::ForbiddenReference => Text::new(
                "a character reference specifies a character that XML does not allow",
                "une référence désigne un caractère que XML n'autorise pas",
            ),
            Self::ForbiddenCharacter => Text::new(
                "there is a control character that XML does not allow",
                "il y a un caractère de contrôle que XML n'autorise pas",
            ),
            Self::ZeroBytes => Text::new(
                "from here to its end, the file contains only zero bytes; it was not written completely",
                "d'ici à sa fin, le fichier ne contient que des octets nuls ; il n'a pas été écrit entièrement",
            ),
            Self::EndTagMismatch => Text::new(
                "an end tag does not match the start tag before it",
                "une balise de fin ne correspond pas à la balise de début qui précède",
            ),
            Self::DoubleHyphen => {
                Text::new("\"--\" is not allowed inside a comment", "« -- » n'est pas autorisé dans un commentaire")
            }
            Self::CdataEndInText => {
                Text::new("\"]]>\" in text must be written ]]&gt;", "« ]]> » dans un texte doit s'écrire ]]&gt;")
            }
            Self::BadPrefix => Text::new(
                "a namespace prefix is undeclared or declared incorrectly",
                "un préfixe d'espace de noms n'est pas déclaré ou est mal déclaré",
            ),
        }
    }

    /// The error for this fault at a place of the document.
    #[must_use]
    pub fn error(self, position: Position) -> Error {
        Error::new(Status::XmlMalformed).with_text("detail", self.text(), Vec::new()).at(position)
    }
}
