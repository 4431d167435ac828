//! The only place that turns values into PowerShell text. Whatever a value holds, it becomes a constant or a line of a
//! comment, never code. Must not know what a value is for.

use crate::characters::{code_point, is_unseen_in_script as is_unseen};
use crate::step::{Parameter, Value};

/// A text as a constant: in single quotes, where PowerShell reads nothing but the quotes themselves. What a reader of the
/// script could not see is written by number, so that nothing hides in it.
pub(super) fn text(value: &str) -> String {
    // As an argument, this text ends all reading of code up to the end of the line, even in quotes.
    if value == "--%" {
        return format!("({})", quoted(value));
    }
    if !value.chars().any(is_unseen) {
        return quoted(value);
    }
    let mut parts = Vec::new();
    let mut seen = String::new();
    for one in value.chars() {
        if is_unseen(one) {
            // The first part is a text even if it is empty: what is added to a text is a text.
            if parts.is_empty() || !seen.is_empty() {
                parts.push(quoted(&std::mem::take(&mut seen)));
            }
            parts.extend(one.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("[char]0x{unit:04X}")));
        } else {
            seen.push(one);
        }
    }
    if !seen.is_empty() {
        parts.push(quoted(&seen));
    }
    format!("({})", parts.join(" + "))
}

/// Several texts as an array.
pub(super) fn list(values: &[String]) -> String {
    let items: Vec<String> = values.iter().map(|one| text(one)).collect();
    format!("@({})", items.join(", "))
}

/// A value as a constant.
pub(super) fn value(value: &Value) -> String {
    match value {
        Value::Flag(flag) => format!("${flag}"),
        Value::Number(number) => number.to_string(),
        Value::Text(one) => text(one),
        Value::List(many) => list(many),
        Value::Nothing => "$null".to_owned(),
    }
}

/// Parameters with their values, a blank before each. A truth value after a colon serves switches as well as others.
pub(super) fn parameters(of: &[Parameter]) -> String {
    let one = |parameter: &Parameter| {
        let between = if matches!(parameter.value, Value::Flag(_)) { ":" } else { " " };
        [" -", &parameter.name, between, &value(&parameter.value)].concat()
    };
    of.iter().map(one).collect()
}

/// A comment on a line of its own. It is a block, because PowerShell takes a line comment that merely resembles the mark of a
/// signature for the end of the script.
pub(super) fn comment(label: &str, value: &str) -> String {
    ["<# ", &line(label, value), " #>"].concat()
}

/// A line inside of a block of comments: a fixed label, then a value that can end neither the line nor the block.
pub(super) fn line(label: &str, value: &str) -> String {
    const LONGEST: usize = 400;
    let mut line = label.to_owned();
    for one in value.chars().take(LONGEST) {
        if one != '#' && !is_unseen(one) {
            line.push(one);
        } else {
            line.extend(["<", &code_point(one), ">"]);
        }
    }
    if value.chars().nth(LONGEST).is_some() {
        line.push_str("...");
    }
    line
}

fn quoted(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('\'');
    for one in value.chars() {
        if is_quote(one) {
            out.push(one);
        }
        out.push(one);
    }
    out.push('\'');
    out
}

/// What PowerShell takes for a single quote: the one of ASCII and the four of typography.
const fn is_quote(one: char) -> bool {
    matches!(one, '\'' | '\u{2018}'..='\u{201b}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_single_quote_of_powershell_is_doubled() {
        assert_eq!(text("a'b\u{2018}c\u{2019}d\u{201a}e\u{201b}f\u{201c}"), {
            "'a''b\u{2018}\u{2018}c\u{2019}\u{2019}d\u{201a}\u{201a}e\u{201b}\u{201b}f\u{201c}'"
        });
        assert_eq!(text("--%"), "('--%')");
        assert_eq!(text("$(1)`n\"{0}"), "'$(1)`n\"{0}'");
    }

    #[test]
    fn what_cannot_be_seen_is_written_by_number() {
        assert_eq!(text("\u{200e}AB"), "('' + [char]0x200E + 'AB')");
        assert_eq!(text("a\r\nb"), "('a' + [char]0x000D + [char]0x000A + 'b')");
        assert_eq!(text("a\0"), "('a' + [char]0x0000)");
        assert_eq!(text("\u{e0041}"), "('' + [char]0xDB40 + [char]0xDC41)");
        assert_eq!(text("é 字 😀"), "'é 字 😀'");
    }

    #[test]
    fn no_character_of_the_table_stands_in_a_script() {
        for one in ('\0'..=char::MAX).filter(|one| is_unseen(*one)) {
            assert!(
                !text(&format!("a{one}b")).contains(one) && !comment("", &one.to_string()).contains(one),
                "{one:?}"
            );
        }
        for line_end in ['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'] {
            assert!(text(&line_end.to_string()).contains("[char]0x"), "{line_end:?} ends a line to somebody");
        }
    }

    #[test]
    fn values_keep_their_kinds() {
        for (of, expected) in [
            (Value::from(true), "$true"),
            (Value::Number(-1), "-1"),
            (Value::from("5"), "'5'"),
            (Value::List(vec![]), "@()"),
            (Value::Nothing, "$null"),
            (Value::List(vec!["a".to_owned(), "b'".to_owned()]), "@('a', 'b''')"),
        ] {
            assert_eq!(value(&of), expected);
        }
    }

    #[test]
    fn no_value_ends_a_comment() {
        let line = comment("Title: ", "a\r\nRemove-Item b\u{2028}c #> d\u{202e}");
        assert_eq!(line, "<# Title: a<U+000D><U+000A>Remove-Item b<U+2028>c <U+0023>> d<U+202E> #>");
        assert_eq!(comment("", "SIG # Begin signature block"), "<# SIG <U+0023> Begin signature block #>");
        assert!(comment("", &"x".repeat(1000)).len() < 500);
    }
}
