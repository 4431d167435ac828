//! The difference of two versions of a document as a unified diff, for people. Not used to change anything.

use super::encoding::DecodedText;
use super::lines::{line_end, line_end_length, line_start};
use similar::{ChangeTag, TextDiff};
use std::borrow::Cow;
use std::fmt::Write;

/// Lines of context around a change.
const CONTEXT: usize = 3;

/// Lines longer than this are shortened, in characters: some documents are one line.
const LONGEST_LINE: usize = 500;

/// Bytes that are compared at once.
const BLOCK: usize = 256;

/// A unified diff of two versions of the file `name`; empty if they are the same. Bytes that are not text are shown
/// as replacement characters.
#[must_use]
pub fn between(name: &str, old: &[u8], new: &[u8]) -> String {
    if old == new {
        return String::new();
    }
    of_texts(name, &readable(old), &readable(new))
}

/// A unified diff of two versions of the text of the file `name`; empty if they are the same.
#[must_use]
pub fn of_texts(name: &str, old: &str, new: &str) -> String {
    if old == new {
        return String::new();
    }
    let (old_window, new_window, skipped_lines) = window(old, new);
    let mut out = format!("--- {name}\n+++ {name}\n");
    let diff = TextDiff::from_lines(old_window, new_window);
    for group in diff.grouped_ops(CONTEXT) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let side = |start: usize, end: usize| match end - start {
            // The unified format names the line before an empty range, and leaves out a length of 1.
            0 => format!("{},0", start + skipped_lines),
            1 => format!("{}", start + skipped_lines + 1),
            length => format!("{},{length}", start + skipped_lines + 1),
        };
        let old_side = side(first.old_range().start, last.old_range().end);
        let new_side = side(first.new_range().start, last.new_range().end);
        // Writing to a String cannot fail.
        let _ = writeln!(out, "@@ -{old_side} +{new_side} @@");
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            write_line(&mut out, change.tag(), change.value());
        }
    }
    out
}

fn readable(bytes: &[u8]) -> Cow<'_, str> {
    match DecodedText::decode(bytes) {
        Ok(text) => text.into_content(),
        Err(_) => String::from_utf8_lossy(bytes),
    }
}

fn write_line(out: &mut String, tag: ChangeTag, line: &str) {
    out.push(match tag {
        ChangeTag::Delete => '-',
        ChangeTag::Insert => '+',
        ChangeTag::Equal => ' ',
    });
    let content = line.trim_end_matches(['\r', '\n']);
    match content.char_indices().nth(LONGEST_LINE) {
        Some((end, _)) => {
            out.push_str(&content[..end]);
            out.push('\u{2026}');
        }
        None => out.push_str(content),
    }
    out.push('\n');
    if content.len() == line.len() {
        out.push_str("\\ No newline at end of file\n");
    }
}

/// The stretches in which two texts differ, widened to whole lines and their context, and the number of lines before
/// them. Large documents differ in a few lines, and only these are compared line by line.
fn window<'a>(old: &'a str, new: &'a str) -> (&'a str, &'a str, usize) {
    let same_start = common_start(old.as_bytes(), new.as_bytes());
    let rest = old.len().min(new.len()) - same_start;
    let same_end = common_end(&old.as_bytes()[old.len() - rest..], &new.as_bytes()[new.len() - rest..]);
    let mut start = line_start(old, old.floor_char_boundary(same_start));
    for _ in 0..CONTEXT {
        start = line_start(old, start.saturating_sub(1));
    }
    let mut end = old.ceil_char_boundary(old.len() - same_end);
    for _ in 0..=CONTEXT {
        let line = line_end(old, end);
        end = line + line_end_length(old, line);
    }
    let skipped = super::lines::line_and_column(old, start).0 - 1;
    // Behind the window both texts are the same, so it ends as far from the end in both.
    let new_end = new.len() + end - old.len();
    (&old[start..end], &new[start..new_end], usize::try_from(skipped).unwrap_or(0))
}

/// How many bytes are the same at the start. Whole blocks are compared at once.
fn common_start(a: &[u8], b: &[u8]) -> usize {
    let blocks = a.chunks_exact(BLOCK).zip(b.chunks_exact(BLOCK)).take_while(|(a, b)| a == b).count() * BLOCK;
    blocks + a[blocks..].iter().zip(&b[blocks..]).take_while(|(a, b)| a == b).count()
}

/// How many bytes are the same at the end.
fn common_end(a: &[u8], b: &[u8]) -> usize {
    let blocks = a.rchunks_exact(BLOCK).zip(b.rchunks_exact(BLOCK)).take_while(|(a, b)| a == b).count() * BLOCK;
    let (a, b) = (&a[..a.len() - blocks], &b[..b.len() - blocks]);
    blocks + a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_texts_have_in_common_is_found_across_blocks() {
        for length in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK] {
            let same = vec![b'a'; length];
            let (before, after) = ([&same[..], b"x"].concat(), [b"x", &same[..]].concat());
            assert_eq!(common_start(&before, &[&same[..], b"yz"].concat()), length);
            assert_eq!(common_end(&after, &[b"zy", &same[..]].concat()), length);
            assert_eq!((common_start(&same, &before), common_end(&same, &after)), (length, length));
        }
    }

    #[test]
    fn a_change_far_inside_is_shown_with_its_line_number() {
        let old: String = (1..=900).map(|line| format!("line {line}\n")).collect();
        let diff = between("f", old.as_bytes(), old.replace("line 700\n", "other\n").as_bytes());
        assert!(diff.contains("@@ -697,7 +697,7 @@\n line 697\n"), "{diff}");
        assert!(diff.contains("-line 700\n+other\n line 701\n"), "{diff}");
    }
}
