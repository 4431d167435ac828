//! Namespace prefixes: which are declared where, so that a file that .NET does not load for an undeclared prefix is
//! reported. Elements and attributes without a colon cost nothing here. Resolves no names to namespaces.

use super::span::Span;
use super::token::Attribute;
use super::xml_error::XmlError;
use std::collections::HashMap;

/// The prefixes in scope.
#[derive(Debug, Default)]
pub(super) struct Namespaces<'a> {
    /// Declarations in the order in which they were met, with the depth of their element.
    declared: Vec<(usize, &'a str)>,
    /// How many declarations of each prefix are in scope.
    scope: HashMap<&'a str, usize>,
    undeclared: Option<Span>,
}

impl<'a> Namespaces<'a> {
    /// The first prefix that was used without a declaration.
    #[must_use]
    pub(super) fn undeclared(&self) -> Option<Span> {
        self.undeclared
    }

    /// Takes in the declarations of a start tag at a depth, and looks at its prefixes.
    #[inline]
    pub(super) fn enter(
        &mut self,
        text: &'a str,
        depth: usize,
        element: Span,
        attributes: &[Attribute],
    ) -> Result<(), (usize, XmlError)> {
        for attribute in attributes {
            if let Some(prefix) = attribute.name.of(text).strip_prefix("xmlns:") {
                let value = attribute.value.of(text);
                let of_xml = value == "http://www.w3.org/XML/1998/namespace";
                if value.is_empty() || prefix == "xmlns" || (prefix == "xml") != of_xml {
                    return Err((attribute.name.start(), XmlError::BadPrefix));
                }
                self.declared.push((depth, prefix));
                *self.scope.entry(prefix).or_default() += 1;
            }
        }
        self.look_at(text, element);
        for attribute in attributes {
            self.look_at(text, attribute.name);
        }
        Ok(())
    }

    /// Forgets what was declared at this depth or deeper.
    #[inline]
    pub(super) fn leave(&mut self, depth: usize) {
        while let Some((_, prefix)) = self.declared.pop_if(|(at, _)| *at >= depth) {
            if let Some(count) = self.scope.get_mut(prefix) {
                *count = count.saturating_sub(1);
            }
        }
    }

    #[inline]
    fn look_at(&mut self, text: &str, name: Span) {
        let Some((prefix, _)) = name.of(text).split_once(':') else { return };
        let known = matches!(prefix, "xml" | "xmlns") || self.scope.get(prefix).is_some_and(|count| *count > 0);
        if !known {
            self.undeclared.get_or_insert(Span::new(name.start(), name.start() + prefix.len()));
        }
    }
}
