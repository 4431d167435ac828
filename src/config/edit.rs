//! Edits of a text as replacements of spans, and their application to the bytes of the document. Bytes outside of an
//! edit are the same by construction: they are copied, not printed. Knows no XML.

use super::encoding::DecodedText;
use super::span::Span;

/// Replaces a stretch of text; an empty stretch inserts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// What is replaced, in the old text.
    pub at: Span,
    /// What stands there afterwards.
    pub with: String,
}

/// Edits in the order of the text, none inside another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Edits(Vec<Edit>);

impl Edits {
    /// Sorts edits. Two that touch the same text are a mistake of ours, and are reported as `None`.
    #[must_use]
    pub(super) fn sorted(mut edits: Vec<Edit>) -> Option<Self> {
        edits.sort_by_key(|edit| (edit.at.start(), edit.at.end()));
        let disjoint = edits.windows(2).all(|pair| pair[0].at.end() <= pair[1].at.start());
        disjoint.then_some(Self(edits))
    }

    /// Whether nothing changes.
    #[must_use]
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The bytes of the document after the edits.
    #[must_use]
    pub(super) fn apply(&self, text: &DecodedText<'_>) -> Vec<u8> {
        let bytes = text.bytes();
        let growth: usize = self.0.iter().map(|edit| edit.with.len()).sum();
        let mut out = Vec::with_capacity(bytes.len() + growth);
        let mut copied = 0;
        for edit in &self.0 {
            out.extend_from_slice(&bytes[copied..text.byte_offset(edit.at.start())]);
            out.extend_from_slice(&text.encode(&edit.with));
            copied = text.byte_offset(edit.at.end());
        }
        out.extend_from_slice(&bytes[copied..]);
        out
    }
}
