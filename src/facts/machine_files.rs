//! What the library said of a configuration file when facts were collected: its names become enums here, once, so that
//! nobody compares texts. A name that nobody decides by stays as it is, and so does one of a newer library.

use serde::{Deserialize, Serialize};

/// An enum of names of which some are known; it is read from and written as the name itself.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$known_doc:meta])* $known:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(from = "String", into = "String")]
        pub enum $name {
            $($(#[$known_doc])* $known,)+
            /// Another one.
            Other(String),
        }

        impl $name {
            /// The name.
            #[must_use]
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$known => stringify!($known),)+
                    Self::Other(name) => name,
                }
            }
        }

        impl From<String> for $name {
            fn from(name: String) -> Self {
                match name.as_str() {
                    $(stringify!($known) => Self::$known,)+
                    _ => Self::Other(name),
                }
            }
        }

        impl From<$name> for String {
            fn from(one: $name) -> Self {
                one.name().to_owned()
            }
        }
    };
}

names! {
    /// Why a file could not be read, as the library names it.
    FileStatus {
        /// It is not well-formed.
        XmlMalformed,
        /// .NET does not read its encoding.
        EncodingUnsupported,
        /// Its declaration contradicts its bytes.
        EncodingMismatch,
        /// It has bytes that are not text in its encoding.
        EncodingInvalid,
        /// Its root is another element.
        UnexpectedRoot,
        /// A section is there twice.
        SectionDuplicated,
        /// The section is encrypted.
        SectionEncrypted,
    }
}

names! {
    /// What is wrong in a file, as the library names it.
    FileProblemCode {
        /// A key is in a comment.
        KeyInComment,
        /// A key is in a `location` element.
        KeyInLocation,
        /// A key is outside of `appSettings`.
        KeyOutsideSection,
        /// `%ExchangeInstallDir%` was left by an update.
        PlaceholderLeft,
    }
}

names! {
    /// How bad that is.
    FileSeverity {
        /// .NET does not load the file.
        Error,
    }
}

/// A problem of a configuration file, as `uc_config_read` names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FileProblem {
    /// Its name, such as `KeyInComment`.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub code: FileProblemCode,
    /// `Error` if .NET does not load the file, otherwise `Warning` or `Information`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub severity: Option<FileSeverity>,
    /// The key that it is about: `IMCertificateThumbprint` or `IMServerName`.
    pub key: Option<String>,
    /// Its line, from 1.
    pub line: Option<u64>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::Status;

    #[test]
    fn a_name_is_written_as_it_was_read_whether_it_is_known_or_not() {
        for (text, known) in [("PlaceholderLeft", true), ("placeholderleft", false), ("", false)] {
            let one: FileProblemCode = serde_json::from_value(text.into()).unwrap();
            assert_eq!(one == FileProblemCode::PlaceholderLeft, known);
            assert_eq!(serde_json::to_value(&one).unwrap(), text);
        }
    }

    #[test]
    fn a_status_has_the_name_that_the_library_gives_it() {
        for (one, status) in [
            (FileStatus::XmlMalformed, Status::XmlMalformed),
            (FileStatus::EncodingUnsupported, Status::EncodingUnsupported),
            (FileStatus::EncodingMismatch, Status::EncodingMismatch),
            (FileStatus::EncodingInvalid, Status::EncodingInvalid),
            (FileStatus::UnexpectedRoot, Status::UnexpectedRoot),
            (FileStatus::SectionDuplicated, Status::SectionDuplicated),
            (FileStatus::SectionEncrypted, Status::SectionEncrypted),
        ] {
            assert_eq!(one.name(), status.name());
        }
    }
}
