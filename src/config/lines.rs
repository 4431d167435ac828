//! Lines and columns of a text, as .NET and editors count them: CR LF, LF and CR each end a line, columns are UTF-16
//! code units from 1. Knows no markup.

/// How the lines of a text end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineEnds {
    /// Number of CR LF.
    pub crlf: usize,
    /// Number of LF without CR before it.
    pub lf: usize,
    /// Number of CR without LF after it.
    pub cr: usize,
}

impl LineEnds {
    /// Counts the line ends of a text.
    #[must_use]
    pub fn count(text: &str) -> Self {
        let bytes = text.as_bytes();
        let crlf = memchr::memchr_iter(b'\r', bytes).filter(|at| bytes.get(at + 1) == Some(&b'\n')).count();
        Self {
            crlf,
            lf: memchr::memchr_iter(b'\n', bytes).count() - crlf,
            cr: memchr::memchr_iter(b'\r', bytes).count() - crlf,
        }
    }

    /// The most frequent line end, if there is any.
    #[must_use]
    pub fn usual(self) -> Option<&'static str> {
        let most = self.crlf.max(self.lf).max(self.cr);
        match most {
            0 => None,
            _ if self.crlf == most => Some("\r\n"),
            _ if self.lf == most => Some("\n"),
            _ => Some("\r"),
        }
    }

    /// The name of the most frequent line end: `crlf`, `lf`, `cr` or `none`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self.usual() {
            Some("\r\n") => "crlf",
            Some("\n") => "lf",
            Some(_) => "cr",
            None => "none",
        }
    }

    /// Whether lines end in more than one way.
    #[must_use]
    pub fn is_mixed(self) -> bool {
        [self.crlf, self.lf, self.cr].iter().filter(|count| **count > 0).count() > 1
    }
}

/// Where the line of an offset begins.
#[must_use]
pub fn line_start(text: &str, at: usize) -> usize {
    let before = &text.as_bytes()[..at.min(text.len())];
    let mut start = memchr::memrchr2(b'\n', b'\r', before).map_or(0, |end| end + 1);
    // An offset between CR and LF belongs to the line that they end.
    if start == at && before.last() == Some(&b'\r') && text.as_bytes().get(at) == Some(&b'\n') {
        start = memchr::memrchr2(b'\n', b'\r', &before[..before.len() - 1]).map_or(0, |end| end + 1);
    }
    start
}

/// Where the line of an offset ends, its line end excluded.
#[must_use]
pub fn line_end(text: &str, at: usize) -> usize {
    let after = &text.as_bytes()[at.min(text.len())..];
    memchr::memchr2(b'\n', b'\r', after).map_or(text.len(), |length| at + length)
}

/// Length in bytes of the line end at an offset; 0 if there is none.
#[must_use]
pub fn line_end_length(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at..) {
        Some([b'\r', b'\n', ..]) => 2,
        Some([b'\r' | b'\n', ..]) => 1,
        _ => 0,
    }
}

/// Line and column of an offset, both from 1.
#[must_use]
pub fn line_and_column(text: &str, at: usize) -> (u64, u64) {
    let at = text.floor_char_boundary(at);
    let start = line_start(text, at);
    let LineEnds { crlf, lf, cr } = LineEnds::count(&text[..start]);
    let column = text[start..at].encode_utf16().count() + 1;
    ((crlf + lf + cr) as u64 + 1, column as u64)
}

/// A place in a text that was counted up to.
#[derive(Clone, Copy, Debug)]
struct LineColumn {
    offset: usize,
    line: u64,
    column: u64,
}

impl LineColumn {
    const START: Self = Self { offset: 0, line: 1, column: 1 };

    /// Counts on to a later offset.
    fn walk(mut self, text: &str, to: usize) -> Self {
        for (length, c) in text[self.offset..to].char_indices() {
            let next = text.as_bytes().get(self.offset + length + 1);
            if c == '\n' || (c == '\r' && next != Some(&b'\n')) {
                (self.line, self.column) = (self.line + 1, 1);
            } else {
                self.column += c.len_utf16() as u64;
            }
        }
        self.offset = to;
        self
    }

    fn numbers(self) -> (u64, u64) {
        (self.line, self.column)
    }
}

/// Lines and columns of many offsets of one text. The text is counted once; a document that is one long line costs no
/// more than any other.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    /// The places at every [`LineIndex::STEP`] bytes, rounded down to a character.
    places: Vec<LineColumn>,
}

impl<'a> LineIndex<'a> {
    const STEP: usize = 512;

    /// Counts a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut places = vec![LineColumn::START];
        let mut last = LineColumn::START;
        for offset in (Self::STEP..text.len()).step_by(Self::STEP) {
            last = last.walk(text, text.floor_char_boundary(offset));
            places.push(last);
        }
        Self { text, places }
    }

    /// Line and column of an offset, both from 1.
    #[must_use]
    pub fn place(&self, at: usize) -> (u64, u64) {
        let at = self.text.floor_char_boundary(at);
        let after = self.places.partition_point(|place| place.offset <= at);
        let near = self.places.get(after.saturating_sub(1)).copied().unwrap_or(LineColumn::START);
        near.walk(self.text, at).numbers()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        let text = "a\r\nb\nc\rd";
        let places: Vec<_> = (0..=text.len()).map(|at| line_and_column(text, at)).collect();
        let expected = [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1), (3, 2), (4, 1), (4, 2)];
        assert_eq!(places, expected);
    }

    #[test]
    fn columns_are_utf16_units() {
        assert_eq!(line_and_column("\u{1F600}é<", "\u{1F600}é".len()), (1, 4));
    }

    #[test]
    fn lines_begin_and_end_around_an_offset() {
        let text = "ab\r\ncd\r\n";
        assert_eq!((line_start(text, 5), line_end(text, 5)), (4, 6));
        assert_eq!(line_start(text, 3), 0, "between CR and LF");
        assert_eq!(line_start(text, 8), 8);
        assert_eq!(line_end_length(text, 6), 2);
    }

    #[test]
    fn the_usual_line_end_is_the_most_frequent() {
        let ends = LineEnds::count("a\r\nb\r\nc\nd\r");
        assert_eq!(ends, LineEnds { crlf: 2, lf: 1, cr: 1 });
        assert_eq!((ends.usual(), ends.name(), ends.is_mixed()), (Some("\r\n"), "crlf", true));
        assert_eq!(LineEnds::count("x").usual(), None);
    }

    #[test]
    fn an_index_agrees_with_counting_from_the_start() {
        let text = "ab\r\n\u{1F600}é\rx\n\n".repeat(200);
        let index = LineIndex::new(&text);
        for at in (0..=text.len()).rev() {
            assert_eq!(index.place(at), line_and_column(&text, at), "{at}");
        }
        assert_eq!(index.place(text.len()), (801, 1));
    }
}
