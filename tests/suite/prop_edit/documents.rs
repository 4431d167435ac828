//! Configuration documents of every look that a property might depend on. All of them are valid and editable; what is
//! refused is tested elsewhere.

use proptest::prelude::*;
use std::fmt::Write as _;

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Latin1,
    Windows1252,
    ShiftJis,
}

impl Encoding {
    pub(crate) const ALL: &[Self] =
        &[Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Latin1, Self::Windows1252, Self::ShiftJis];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le | Self::Utf16Be => "utf-16",
            Self::Latin1 => "iso-8859-1",
            Self::Windows1252 => "windows-1252",
            Self::ShiftJis => "shift_jis",
        }
    }

    fn legacy(self) -> &'static encoding_rs::Encoding {
        if self == Self::ShiftJis { encoding_rs::SHIFT_JIS } else { encoding_rs::WINDOWS_1252 }
    }

    fn has(self, c: char) -> bool {
        match self {
            Self::Utf8 | Self::Utf16Le | Self::Utf16Be => true,
            Self::Latin1 => u32::from(c) < 0x100,
            // The yen sign and the overline of Shift JIS read back as backslash and tilde.
            Self::ShiftJis if matches!(c, '\u{A5}' | '\u{203E}') => false,
            _ => !self.legacy().encode(&c.to_string()).2,
        }
    }

    fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Self::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            Self::Latin1 => text.chars().map(|c| u8::try_from(c).unwrap()).collect(),
            _ => self.legacy().encode(text).0.into_owned(),
        }
    }

    /// The text of bytes behind a byte order mark of this length.
    pub(crate) fn decode(self, bytes: &[u8], mark: usize) -> String {
        let body = &bytes[mark..];
        let wide = |order: fn([u8; 2]) -> u16| {
            let units: Vec<u16> = body.chunks(2).map(|unit| order([unit[0], unit[1]])).collect();
            String::from_utf16(&units).unwrap()
        };
        match self {
            Self::Utf8 => String::from_utf8(body.to_vec()).unwrap(),
            Self::Utf16Le => wide(u16::from_le_bytes),
            Self::Utf16Be => wide(u16::from_be_bytes),
            Self::Latin1 => body.iter().copied().map(char::from).collect(),
            _ => self.legacy().decode_without_bom_handling(body).0.into_owned(),
        }
    }
}

/// A document that was made.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) encoding: Encoding,
    /// Length of the byte order mark.
    pub(crate) mark: usize,
    pub(crate) text: String,
    pub(crate) bytes: Vec<u8>,
    locations: Vec<&'static str>,
}

impl Made {
    /// The places that can be edited: the whole file, and each `location`.
    pub(crate) fn locations(&self) -> impl Iterator<Item = &'static str> + use<> {
        std::iter::once("").chain(self.locations.clone())
    }
}

/// Something in a section.
#[derive(Clone, Debug)]
enum Item {
    Add { key: String, value: Option<String>, look: u8 },
    Remove(String),
    Clear,
    Comment(bool),
}

/// A section, or that there is none.
#[derive(Clone, Debug)]
enum Part {
    None,
    SelfClosing,
    Open(Vec<Item>),
}

/// Line ends, indentation and quotes.
#[derive(Clone, Debug)]
struct Style {
    ends: Vec<&'static str>,
    indent: &'static str,
    quote: char,
}

/// A key: often one of a few, so that it meets those of the document.
pub(crate) fn any_key() -> impl Strategy<Value = String> {
    let known = ["a", "A", "b", "B", "long.Key.Name", "é", "É", "日本", "€", "k&'\"<>", ""];
    prop_oneof![
        6 => prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => "[a-zA-Z.]{1,6}",
    ]
}

/// A value, often one that needs care.
pub(crate) fn any_value() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,12}",
        "[a<>&'\"\t\r\né€日\u{1F600}\u{A5}\\\\~]{0,6}",
        Just("]]> -- <!-- ?> %".to_owned()),
        Just(String::new()),
    ]
}

fn item() -> impl Strategy<Value = Item> {
    prop_oneof![
        8 => (any_key(), proptest::option::weighted(0.9, any_value()), any::<u8>())
            .prop_map(|(key, value, look)| Item::Add { key, value, look }),
        1 => any_key().prop_map(Item::Remove),
        1 => Just(Item::Clear),
        2 => any::<bool>().prop_map(Item::Comment),
    ]
}

fn part() -> impl Strategy<Value = Part> {
    prop_oneof![
        1 => Just(Part::None),
        1 => Just(Part::SelfClosing),
        6 => proptest::collection::vec(item(), 0..7).prop_map(Part::Open),
    ]
}

fn style() -> impl Strategy<Value = Style> {
    let ends = prop_oneof![
        Just(vec!["\r\n"]),
        Just(vec!["\n"]),
        Just(vec!["\r"]),
        Just(vec![""]),
        proptest::collection::vec(prop::sample::select(vec!["\r\n", "\n", "\r"]), 2..5),
    ];
    let indent = prop::sample::select(vec!["  ", "    ", "\t", " ", ""]);
    (ends, indent, prop::sample::select(vec!['"', '\''])).prop_map(|(ends, indent, quote)| Style {
        ends,
        indent,
        quote,
    })
}

/// Any document.
pub(crate) fn document() -> impl Strategy<Value = Made> {
    let whole = (part(), proptest::option::weighted(0.4, part()), proptest::option::weighted(0.2, part()));
    let options = (any::<bool>(), any::<bool>(), any::<bool>(), prop::bool::weighted(0.15));
    (prop::sample::select(Encoding::ALL.to_vec()), style(), whole, options).prop_map(
        |(encoding, style, (main, sub, other), (mark, sections, rest, settings_root))| {
            let mut writer = Writer::new(encoding, style);
            writer.declaration();
            let mut locations = Vec::new();
            if settings_root {
                let main = if matches!(main, Part::None) { Part::SelfClosing } else { main };
                writer.section(0, &main);
            } else {
                writer.line(0, "<configuration>");
                if sections {
                    writer.config_sections();
                }
                writer.section(1, &main);
                for (path, part) in [("sub", sub), ("other/page", other)] {
                    if let Some(part) = part {
                        locations.push(path);
                        writer.location(path, &part);
                    }
                }
                if rest {
                    writer.line(1, "<system.web><compilation debug='false'/><!-- appSettings --></system.web>");
                }
                writer.line(0, "</configuration>");
            }
            writer.finish(mark, locations)
        },
    )
}

struct Writer {
    encoding: Encoding,
    style: Style,
    lines: usize,
    text: String,
}

impl Writer {
    fn new(encoding: Encoding, style: Style) -> Self {
        Self { encoding, style, lines: 0, text: String::new() }
    }

    fn declaration(&mut self) {
        let Style { quote: q, .. } = self.style;
        if self.encoding != Encoding::Utf8 {
            let _ = write!(self.text, "<?xml version={q}1.0{q} encoding={q}{}{q}?>", self.encoding.name());
        }
    }

    /// Begins a line, unless it would be the first.
    fn line(&mut self, depth: usize, content: &str) {
        if !self.text.is_empty() {
            let end = self.style.ends[self.lines % self.style.ends.len()];
            self.lines += 1;
            self.text.push_str(end);
            if !end.is_empty() {
                self.text.push_str(&self.style.indent.repeat(depth));
            }
        }
        self.text.push_str(content);
    }

    fn config_sections(&mut self) {
        self.line(1, "<configSections>");
        self.line(2, "<section name='mine' type='T'/>");
        self.line(1, "</configSections>");
    }

    fn location(&mut self, path: &str, part: &Part) {
        self.line(1, &format!("<location path='{path}'>"));
        self.section(2, part);
        self.line(1, "</location>");
    }

    fn section(&mut self, depth: usize, part: &Part) {
        match part {
            Part::None => {}
            Part::SelfClosing => self.line(depth, "<appSettings/>"),
            Part::Open(items) => {
                self.line(depth, "<appSettings>");
                for item in items {
                    self.item(depth + 1, item);
                }
                self.line(depth, "</appSettings>");
            }
        }
    }

    fn item(&mut self, depth: usize, item: &Item) {
        let q = self.style.quote;
        match item {
            Item::Add { key, value, look } => {
                let key = format!(" key={q}{}{q}", self.escaped(key));
                let value = value.as_ref().map(|value| format!(" value={q}{}{q}", self.escaped(value)));
                let value = value.unwrap_or_default();
                let attributes = if look & 1 == 0 { key + &value } else { value + &key };
                let closing = ["/>", " />", "></add>", ">\n</add >"][usize::from(look >> 1) % 4];
                let add = format!("<add{attributes}{closing}");
                // Some elements share a line with the one before.
                if (look >> 3) % 4 == 0 { self.text.push_str(&add) } else { self.line(depth, &add) }
            }
            Item::Remove(key) => {
                let key = self.escaped(key);
                self.line(depth, &format!("<remove key={q}{key}{q} />"));
            }
            Item::Clear => self.line(depth, "<clear />"),
            Item::Comment(own_line) if *own_line => self.line(depth, "<!-- <add key='no' value='no'/> -->"),
            Item::Comment(_) => self.text.push_str("<!-- beside -->"),
        }
    }

    /// A value as it stands between quotes; line ends as references in any case, since a reader may change them.
    fn escaped(&self, text: &str) -> String {
        let mut out = String::new();
        for c in text.chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '"' => out.push_str("&quot;"),
                '\'' => out.push_str("&#39;"),
                '\t' | '\r' | '\n' => {
                    let _ = write!(out, "&#{};", u32::from(c));
                }
                c if self.encoding.has(c) => out.push(c),
                c => {
                    let _ = write!(out, "&#x{:x};", u32::from(c));
                }
            }
        }
        out
    }

    fn finish(self, mark: bool, locations: Vec<&'static str>) -> Made {
        let sign: &[u8] = match (self.encoding, mark) {
            (Encoding::Utf8, true) => b"\xEF\xBB\xBF",
            (Encoding::Utf16Le, true) => b"\xFF\xFE",
            (Encoding::Utf16Be, true) => b"\xFE\xFF",
            _ => b"",
        };
        let bytes = [sign, &self.encoding.encode(&self.text)].concat();
        Made { encoding: self.encoding, mark: sign.len(), text: self.text, bytes, locations }
    }
}
