//! Reading, editing and the check of an edit judge an XML declaration alike: what is read can be edited, what an edit
//! writes is read, and no document brings the library to doubt its own result. Every combination of mark, declaration,
//! content and value is tried, in the same order in every run.

use crate::support::call;
use serde_json::{Value, json};
use uc_integration::api::config::{ApplyRequest, ReadRequest};

/// What may stand between `<?xml` and `?>` for each name of an encoding.
const FORMS: &[&str] = &[
    " version=\"1.0\" encoding=\"{}\"",
    " version='1.0' encoding = '{}' standalone='yes'",
    " encoding='{}'",
    " version='1.0' encoding='{}' encoding='iso-8859-1'",
    " version='1.0'encoding='{}'",
    "\u{A0}version='1.0' encoding='{}'",
    "-stylesheet='1' encoding='{}'",
];

const NAMES: &[&str] = &[
    "utf-8",
    "UTF-8",
    "\rutf-8",
    "utf-8\n",
    " utf-8",
    "utf-8\t",
    "ut\tf-8",
    "\u{C}utf-8",
    "\u{A0}utf-8",
    "utf8",
    "unicode-1-1-utf-8",
    "x-unicode-2-0-utf-8",
    "utf-16",
    " utf-16",
    "utf-16le",
    "utf-32",
    "us-ascii",
    "iso-8859-1",
    "csisolatin1",
    "iso88591",
    "windows-1252",
    " windows-1252",
    "iso-8859-9",
    "windows-1251",
    "shift_jis",
    "gb18030",
    "iso-2022-jp",
    "utf-7",
    "",
    "?",
];

/// A way to write a text: its byte order mark, and what makes bytes of it.
type Form = (&'static [u8], fn(&str) -> Vec<u8>);

const MARKS: &[Form] = &[
    (b"", |text| text.as_bytes().to_vec()),
    (b"\xEF\xBB\xBF", |text| text.as_bytes().to_vec()),
    (b"", |text| text.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect()),
    (b"\xFF\xFE", |text| text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
    (b"\xFE\xFF", |text| text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
    (b"\xFF\xFE\0\0", |text| text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect()),
];

const VALUES: &[&str] = &["2", "é€日😀\u{85}"];

#[test]
fn what_is_read_can_be_edited_and_what_is_edited_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("web.config");
    let (mut accepted, mut refused) = (0, 0);
    for (mark, encode) in MARKS {
        for declaration in FORMS.iter().flat_map(|form| NAMES.iter().map(|name| form.replace("{}", name))) {
            for content in ["1", "é"] {
                let text = format!(
                    "<?xml{declaration}?><configuration><appSettings><add key='a' value='{content}'/></appSettings></configuration>"
                );
                std::fs::write(&path, [*mark, &encode(&text)].concat()).unwrap();
                let read = call::<ReadRequest>(&json!({ "path": path }));
                for value in VALUES {
                    let result = edited(&path, value);
                    let said = format!("mark {mark:x?}, {declaration:?}, {content}, {value:?}: {result:?}");
                    match (&read, &result) {
                        (Ok(read), Ok(_)) => {
                            accepted += 1;
                            assert_eq!(read["settings"][0]["key"], "a", "{said}");
                        }
                        (Err(read), Err(edit)) => {
                            refused += 1;
                            assert_eq!(read, edit, "{said}");
                            assert!(edit["code"].as_i64().unwrap() < 300, "{said}");
                        }
                        _ => panic!("{said}, but read: {read:?}"),
                    }
                }
            }
        }
    }
    assert!(accepted > 100 && refused > 1000, "{accepted} accepted, {refused} refused");
}

/// What a dry run of an edit answers.
fn edited(path: &std::path::Path, value: &str) -> Result<Value, Value> {
    let changes = json!([{ "op": "set", "key": "a", "value": value }, { "op": "set", "key": "é", "value": value }]);
    call::<ApplyRequest>(&json!({ "path": path, "changes": changes, "dryRun": true }))
}

/// Under a mark of UTF-8 and a declaration of another encoding, .NET and editors read different characters.
#[test]
fn what_readers_would_disagree_on_is_written_as_references() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("web.config");
    let document = |value: &str| {
        [
            "\u{FEFF}<?xml version='1.0' encoding='windows-1252'?><configuration><appSettings><add key='a' value='",
            value,
            "'/></appSettings></configuration>",
        ]
        .concat()
    };
    std::fs::write(&path, document("1")).unwrap();
    let changes = json!([{ "op": "set", "key": "a", "value": "é€" }]);
    call::<ApplyRequest>(&json!({ "path": path, "changes": changes, "backup": { "enabled": false } })).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), document("&#xE9;&#x20AC;"));
}
