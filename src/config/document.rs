//! A configuration document that was accepted: its text and its outline. The one way into the other files of this
//! folder; changes nothing itself.

use super::encoding::DecodedText;
use super::outline::{Outline, Root, Section};
use super::scan::{Refusal, Refused};
use super::span::Span;
use super::xml_error::XmlError;
use crate::error::{Error, Result};
use crate::status::Status;

/// A well-formed document whose root element .NET takes for a configuration.
#[derive(Debug)]
pub struct Document<'a> {
    text: DecodedText<'a>,
    outline: Outline,
}

impl<'a> Document<'a> {
    /// Reads a document.
    ///
    /// # Errors
    ///
    /// `XmlMalformed`, `DtdForbidden`, `UnexpectedRoot`, or those of [`DecodedText::decode`].
    pub fn parse(bytes: &'a [u8]) -> Result<Self> {
        let text = DecodedText::decode(bytes)?;
        let outline = Outline::read(text.as_str()).map_err(|refused| refusal(&text, refused))?;
        let document = Self { text, outline };
        if let Root::Foreign(name) = &document.outline.root {
            let error = Error::new(Status::UnexpectedRoot).with("name", name.clone());
            return Err(error.at(document.text.position(document.outline.root_element.tag.start())));
        }
        Ok(document)
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &DecodedText<'a> {
        &self.text
    }

    /// The text alone.
    #[must_use]
    pub fn into_text(self) -> DecodedText<'a> {
        self.text
    }

    /// The outline.
    #[must_use]
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// The sections that a location path addresses, or those of the whole file for the empty path; none if there is
    /// no section yet. A section with `configSource` has its settings in another file.
    ///
    /// # Errors
    ///
    /// `LocationNotFound`, `SectionDuplicated` or `SectionEncrypted`.
    pub fn sections(&self, location: &str) -> Result<Vec<&Section>> {
        self.check_location(location)?;
        let sections: Vec<&Section> = self.outline.sections_at(location).collect();
        if let Some(second) = second_section(&sections, location) {
            return Err(self.at(Error::new(Status::SectionDuplicated), second.element.tag));
        }
        for section in &sections {
            if let Some(provider) = &section.protection {
                let error = Error::new(Status::SectionEncrypted).with("name", provider.clone());
                return Err(self.at(error, section.element.tag));
            }
        }
        Ok(sections)
    }

    /// The sections of a location path, all of which hold their settings themselves.
    ///
    /// # Errors
    ///
    /// `SectionExternal`, or those of [`Document::sections`].
    pub fn editable_sections(&self, location: &str) -> Result<Vec<&Section>> {
        let sections = self.sections(location)?;
        for section in &sections {
            if let Some(file) = &section.config_source {
                let error = Error::new(Status::SectionExternal).with("name", file.clone());
                return Err(self.at(error, section.element.tag));
            }
        }
        Ok(sections)
    }

    fn check_location(&self, location: &str) -> Result<()> {
        let locations = &self.outline.locations;
        if location.is_empty() || locations.iter().any(|other| super::key::same(&other.path, location)) {
            return Ok(());
        }
        let known: Vec<&str> =
            locations.iter().map(|other| other.path.as_str()).filter(|path| !path.is_empty()).collect();
        let known = if known.is_empty() { "-".to_owned() } else { known.join(", ") };
        Err(Error::new(Status::LocationNotFound).with("name", location).with("detail", known))
    }

    /// An error at a place of this document.
    #[must_use]
    pub fn at(&self, error: Error, span: Span) -> Error {
        error.at(self.text.position(span.start()))
    }
}

/// The section that may not be there: .NET takes one for the whole file, and one in each `location` element.
#[must_use]
pub fn second_section<'s>(sections: &[&'s Section], location: &str) -> Option<&'s Section> {
    let same = |pair: &&[&Section]| location.is_empty() || pair[0].location == pair[1].location;
    sections.windows(2).find(same).map(|pair| pair[1])
}

fn refusal(text: &DecodedText<'_>, (at, refusal): Refused) -> Error {
    let position = text.position(at);
    match refusal {
        Refusal::Xml(error) => XmlError::error(error, position),
        Refusal::Dtd => Error::new(Status::DtdForbidden).at(position),
    }
}
