//! Rules by what people see: the words of a text, looked for in the symptoms and the title of each rule, in both languages
//! and without case or accents. Knows no rule by name.

use super::catalog;
use super::model::rule::Rule;
use crate::l10n::Text;
use std::collections::BTreeSet;

/// Words that say nothing of a symptom.
const EMPTY: &[&str] = &[
    "an", "and", "are", "at", "be", "by", "can", "for", "from", "has", "have", "in", "is", "it", "no", "not", "of",
    "on", "or", "our", "the", "this", "to", "was", "we", "with", "au", "aucun", "aux", "avec", "ce", "cette", "dans",
    "de", "des", "du", "elle", "en", "est", "et", "il", "la", "le", "les", "ne", "nous", "on", "ou", "par", "pas",
    "pour", "que", "qui", "se", "sur", "un", "une",
];

/// The rules that explain a symptom: those in which most of its words are found, at least half of them, and those of which a
/// symptom is told in it, as in a whole message; the best first. One that has all words in a symptom comes before one that
/// has them elsewhere.
#[must_use]
pub fn find_by_symptom(text: &str) -> Vec<&'static Rule> {
    let typed = words(text);
    let scored = catalog::all().map(|rule| (score(rule, &typed), rule));
    let explains = |score: usize, rule: &Rule| score / 2 * 2 >= weight(&typed) || tells_symptom(rule, &typed);
    let mut found: Vec<_> = scored.filter(|(score, rule)| *score > 0 && explains(*score, rule)).collect();
    let best = found.iter().map(|(score, _)| *score / 2).max().unwrap_or_default();
    found.retain(|(score, _)| *score / 2 == best);
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, rule)| rule).collect()
}

/// Twice the weight of the words that are found in one text of a rule, and one more if that is a symptom.
fn score(rule: &Rule, typed: &BTreeSet<String>) -> usize {
    let hits = |text: &str| {
        let has = words(text);
        weight(typed.iter().filter(|word| has.iter().any(|one| one.starts_with(word.as_str()))))
    };
    let both = |text: &Text| hits(text.en).max(hits(text.fr));
    let symptom = rule.metadata.symptoms.iter().map(both).max().unwrap_or_default();
    let title = both(&rule.metadata.title);
    if symptom >= title && symptom > 0 { symptom * 2 + 1 } else { title * 2 }
}

/// Whether a symptom of a rule is told in a text that is longer: more than half of its words with a number that says much,
/// or nearly all of at least four words. Any long text has two or three words of some symptom.
fn tells_symptom(rule: &Rule, typed: &BTreeSet<String>) -> bool {
    let is_told = |text: &str| {
        let wanted = words(text);
        let found: BTreeSet<&String> = wanted.intersection(typed).collect();
        let hits = weight(found.iter().copied());
        // Of a list of numbers, as of events, one is enough.
        let (numbers, others): (Vec<_>, Vec<_>) = wanted.iter().partition(|word| is_number(word));
        let told = weight(numbers.iter().copied().filter(|word| found.contains(word)));
        if numbers.is_empty() {
            found.len() >= 4 && hits * 4 > others.len() * 3
        } else {
            told > 0 && hits * 2 > others.len() + told
        }
    };
    rule.metadata.symptoms.iter().any(|symptom| is_told(symptom.en) || is_told(symptom.fr))
}

/// How much words say.
fn weight<'w>(words: impl IntoIterator<Item = &'w String>) -> usize {
    words.into_iter().map(|word| if is_number(word) { 3 } else { 1 }).sum()
}

/// Whether a word is a status of HTTP, an event or the like, and no year or version.
fn is_number(word: &str) -> bool {
    word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The words of a text as they are compared: letters and digits, in lower case, without accents, none that say nothing.
fn words(text: &str) -> BTreeSet<String> {
    let folded: String = text.chars().flat_map(char::to_lowercase).map(without_accent).collect();
    let all = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1);
    all.filter(|word| !EMPTY.contains(word)).map(str::to_owned).collect()
}

/// A letter of French without its accent.
const fn without_accent(c: char) -> char {
    match c {
        '\u{e0}' | '\u{e2}' => 'a',
        '\u{e7}' => 'c',
        '\u{e8}'..='\u{eb}' => 'e',
        '\u{ee}' | '\u{ef}' => 'i',
        '\u{f4}' => 'o',
        '\u{f9}'..='\u{fc}' => 'u',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<&'static str> {
        find_by_symptom(text).into_iter().map(|rule| rule.metadata.id).collect()
    }

    #[test]
    fn words_are_found_in_both_languages_without_case_or_accents() {
        for text in
            ["event 112 never comes", "EVENT 112", "l'\u{e9}v\u{e9}nement 112 n'appara\u{ee}t jamais", "evenement 112"]
        {
            assert_eq!(ids(text).first(), Some(&"OWA-VERIFY-EVENT112"), "{text}");
        }
    }

    #[test]
    fn a_message_with_names_of_its_own_is_found_by_most_of_its_words() {
        let text = "The peer is not a configured server on this network: ex01.contoso.com";
        assert_eq!(ids(text).first(), Some(&"TAP-CREATE"));
    }

    #[test]
    fn whole_messages_find_the_rule_of_their_symptom() {
        let wcf = "The content type text/html; charset=utf-8 of the response message does not match the content type of \
            the binding (text/xml; charset=utf-8). If using a custom encoder, be sure that the IsContentTypeSupported \
            method is implemented properly. The first 574 bytes of the response were: '<!DOCTYPE html><html><head><title>\
            Runtime Error</title><meta name=\"viewport\" content=\"width=device-width\"/></head>'.";
        let french_wcf = "Le type de contenu text/html; charset=utf-8 du message de r\u{e9}ponse ne correspond pas au type \
            de contenu de la liaison (text/xml; charset=utf-8). Si vous utilisez un encodeur personnalis\u{e9}, \
            assurez-vous que la m\u{e9}thode IsContentTypeSupported est impl\u{e9}ment\u{e9}e correctement. Les 574 premiers \
            octets de la r\u{e9}ponse \u{e9}taient : '<!DOCTYPE html><html><head><title>Erreur</title></head>'.";
        for (text, id) in [
            ("The remote server returned an error: (401) Unauthorized.", "PARTNER-TEST"),
            ("The request failed with HTTP status 401: Unauthorized.", "PARTNER-TEST"),
            ("The remote server returned an error: (403) Forbidden.", "PARTNER-TEST"),
            ("Le serveur distant a retourn\u{e9} une erreur : (401) Non autoris\u{e9}.", "PARTNER-TEST"),
            ("Le serveur distant a retourn\u{e9} une erreur : (403) Interdit.", "PARTNER-TEST"),
            (wcf, "PARTNER-TEST"),
            (french_wcf, "PARTNER-TEST"),
            (
                "Log Name: Application, Source: MSExchange OWA, Event ID: 102, Level: Error, Computer: ex01. The \
                certificate with thumbprint EA5A that Outlook Web App uses for instant messaging has expired.",
                "OWA-IM-THUMBPRINT",
            ),
            (
                "Log Name: Application, Source: MSExchange OWA, Event ID: 107, Level: Error, Computer: ex01.contoso.com. \
                Outlook Web App could not start the instant messaging endpoint manager.",
                "OWA-VERIFY-EVENT112",
            ),
            ("out of support", "EST-SUPPORT"),
            ("hors support, plus prise en charge", "EST-SUPPORT"),
            ("empty presence and an error at each sign-in", "OWA-IM-END"),
            ("no messages after an update of SE", "OWA-IM-END"),
            ("Remove-UMDialPlan is refused", "UM-APPLIES"),
        ] {
            assert_eq!(ids(text).first(), Some(&id), "{text}: {:?}", ids(text));
        }
    }

    #[test]
    fn a_long_text_about_something_else_finds_nothing() {
        for text in [
            "The print spooler of the branch office stopped because the driver of the network printer was replaced by an \
             older one, and nobody could print on the second floor until the afternoon.",
            "Le spouleur d'impression s'est arr\u{ea}t\u{e9} parce que le pilote de l'imprimante a \u{e9}t\u{e9} remplac\u{e9}, et \
             personne n'a pu imprimer au deuxi\u{e8}me \u{e9}tage avant l'apr\u{e8}s-midi du vendredi.",
            "Backup job 7 of volume D finished with 3 warnings: the snapshot of the database took longer than the window \
             that the storage administrator configured for this network share, so short copies were skipped.",
            "Mailbox database DB01 failed over to another copy after the disk reported 403 bad sectors in enclosure nine, \
             and the replay queue grew until the controller was replaced by the vendor on Tuesday.",
        ] {
            assert_eq!(ids(text), [] as [&str; 0], "{text}");
        }
    }

    #[test]
    fn what_nobody_knows_finds_nothing() {
        for text in ["", " .,;", "the is of", "zebra", "zebra quagga okapi event"] {
            assert_eq!(ids(text), [] as [&str; 0], "{text}");
        }
    }

    #[test]
    fn a_rule_without_symptoms_is_found_by_its_title() {
        assert!(ids("replication Edge hosting provider received").contains(&"HYB-EDGE-LOCALSTORE"));
    }
}
