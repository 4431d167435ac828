//! A second Exchange server beside the one of an estate: like it in everything, with its own name and certificate.

use serde_json::{Value, json};

/// What is the server's own, and what its twin has in its place.
const OWN: [(&str, &str); 4] = [
    ("EX01", "EX02"),
    ("ex01", "ex02"),
    ("EA5A332496CC05DA69B75B66111C0F78A110D22D", "EB5A332496CC05DA69B75B66111C0F78A110D22D"),
    ("IM Override", "IM Override 2"),
];

/// The documents with a second server. The first one is that of the Exchange shell, the second one that of Lync's.
pub(super) fn twin(mut documents: Vec<Value>) -> Vec<Value> {
    let overrides = documents[0]["exchange"].get_mut("settingOverrides").and_then(|one| one["values"].as_array_mut());
    for one in overrides.into_iter().flatten() {
        one["servers"] = json!(["EX01"]);
    }
    let mut second = renamed(&documents[0]);
    let names: Vec<String> = documents[0]["exchange"].as_object().unwrap().keys().cloned().collect();
    for name in names {
        let list = |document: &Value| document["exchange"][&name]["values"].as_array().cloned().unwrap_or_default();
        let (mut all, more) = (list(&documents[0]), list(&second));
        // A mailbox is on one server.
        if !name.to_lowercase().ends_with("mailboxes") {
            let new: Vec<Value> = more.into_iter().filter(|one| !all.contains(one)).collect();
            all.extend(new);
        }
        for document in [&mut documents[0], &mut second] {
            document["exchange"][&name]["values"] = json!(all);
        }
    }
    for answer in documents[1]["lync"].as_object_mut().unwrap().values_mut() {
        let list = answer["values"].as_array_mut().unwrap();
        let new: Vec<Value> = list.iter().map(renamed).filter(|one| !list.contains(one)).collect();
        list.extend(new);
    }
    documents.push(second);
    documents
}

fn renamed(value: &Value) -> Value {
    let text = OWN.iter().fold(value.to_string(), |text, (own, twin)| text.replace(own, twin));
    serde_json::from_str(&text).unwrap()
}
