//! Certificates for the tests of this layer, written byte by byte, so that they can be anything that real authorities do
//! not issue. Their signatures are empty: this layer verifies none. Must not share code with the reader.

use super::{
    Certificate, CertificateFinding, CertificateSeverity, CertificateStatus, PURPOSES, Purpose, Requirements, check,
};
use crate::facts::Time;
use crate::l10n::Culture;

/// A length and tag around content.
pub(super) fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let mut bytes = vec![tag];
    if length < 128 {
        bytes.push(u8::try_from(length).unwrap());
    } else {
        let digits: Vec<u8> = length.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
        bytes.push(0x80 | u8::try_from(digits.len()).unwrap());
        bytes.extend(digits);
    }
    bytes.extend(content);
    bytes
}

pub(super) fn sequence(parts: &[Vec<u8>]) -> Vec<u8> {
    tlv(0x30, &parts.concat())
}

fn oid(text: &str) -> Vec<u8> {
    let mut numbers = text.split('.').map(|number| number.parse::<u32>().unwrap());
    let (first, second) = (numbers.next().unwrap(), numbers.next().unwrap());
    let mut content = Vec::new();
    for number in std::iter::once(40 * first + second).chain(numbers) {
        let mut digits = vec![u8::try_from(number & 0x7F).unwrap()];
        let mut rest = number >> 7;
        while rest > 0 {
            digits.push(u8::try_from(rest & 0x7F).unwrap() | 0x80);
            rest >>= 7;
        }
        content.extend(digits.iter().rev());
    }
    tlv(0x06, &content)
}

/// A kind of key.
#[derive(Clone, Copy)]
pub(super) enum Key {
    /// RSA with a modulus of so many bits.
    Rsa(usize),
    /// On the curve P-256.
    Curve,
}

/// A certificate to be, and what it is asked for.
#[derive(Clone)]
pub(super) struct Sample {
    subject: Option<String>,
    issuer: String,
    names: Vec<String>,
    period: (String, String),
    key: Key,
    signature: String,
    usages: Option<Vec<String>>,
    authority: bool,
    keys: Option<(String, String)>,
    extra: Vec<u8>,
    requirements: (Vec<String>, Vec<String>, String, Option<bool>, Option<bool>),
    chain: Option<Vec<Vec<u8>>>,
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

impl Sample {
    /// A certificate with nothing wrong: for ex01.contoso.com in the year 2026, checked in June.
    pub(super) fn new() -> Self {
        Self {
            subject: Some("ex01.contoso.com".to_owned()),
            issuer: "issuing".to_owned(),
            names: owned(&["ex01.contoso.com"]),
            period: ("260101000000Z".to_owned(), "261231235959Z".to_owned()),
            key: Key::Rsa(2048),
            signature: "1.2.840.113549.1.1.11".to_owned(),
            usages: None,
            authority: false,
            keys: None,
            extra: Vec::new(),
            requirements: (
                owned(&["ex01.contoso.com"]),
                owned(&["contoso.com"]),
                "2026-06-01T00:00:00Z".to_owned(),
                Some(true),
                Some(false),
            ),
            chain: None,
        }
    }

    pub(super) fn subject(mut self, name: &str) -> Self {
        self.subject = Some(name.to_owned());
        self
    }

    pub(super) fn no_subject(mut self) -> Self {
        self.subject = None;
        self
    }

    pub(super) fn issued_by(mut self, name: &str) -> Self {
        name.clone_into(&mut self.issuer);
        self
    }

    pub(super) fn names(mut self, names: &[&str]) -> Self {
        self.names = owned(names);
        self
    }

    pub(super) fn valid(mut self, from: &str, to: &str) -> Self {
        self.period = (from.to_owned(), to.to_owned());
        self
    }

    pub(super) fn key(mut self, key: Key) -> Self {
        self.key = key;
        self
    }

    pub(super) fn signed_with(mut self, oid: &str) -> Self {
        oid.clone_into(&mut self.signature);
        self
    }

    pub(super) fn usages(mut self, usages: Option<Vec<&str>>) -> Self {
        self.usages = usages.map(|usages| owned(&usages));
        self
    }

    pub(super) fn authority(mut self) -> Self {
        self.authority = true;
        self
    }

    /// The identifiers of its own key and of that of its issuer, in hexadecimal digits.
    pub(super) fn keys(mut self, own: &str, issuer: &str) -> Self {
        self.keys = Some((own.to_owned(), issuer.to_owned()));
        self
    }

    /// One more extension, as it is.
    pub(super) fn extension(mut self, id: &str, value: &[u8]) -> Self {
        self.extra.extend(extension(id, value));
        self
    }

    pub(super) fn at(mut self, now: &str) -> Self {
        now.clone_into(&mut self.requirements.2);
        self
    }

    pub(super) fn servers(mut self, fqdns: &[&str]) -> Self {
        self.requirements.0 = owned(fqdns);
        self
    }

    pub(super) fn domains(mut self, domains: &[&str]) -> Self {
        self.requirements.1 = owned(domains);
        self
    }

    pub(super) fn with_key(mut self, there: Option<bool>, cng: Option<bool>) -> Self {
        (self.requirements.3, self.requirements.4) = (there, cng);
        self
    }

    pub(super) fn chain(mut self, chain: &[Self]) -> Self {
        self.chain = Some(chain.iter().map(Self::der).collect());
        self
    }

    /// The certificate.
    pub(super) fn der(&self) -> Vec<u8> {
        let signature = sequence(&[oid(&self.signature), tlv(0x05, &[])]);
        let (from, to) = &self.period;
        let inner = sequence(&[
            tlv(0xA0, &tlv(0x02, &[2])),
            tlv(0x02, &[0x11, 0x22]),
            signature.clone(),
            name(Some(&self.issuer)),
            sequence(&[tlv(0x17, from.as_bytes()), tlv(0x17, to.as_bytes())]),
            name(self.subject.as_deref()),
            self.public_key(),
            tlv(0xA3, &tlv(0x30, &self.extensions())),
        ]);
        sequence(&[inner, signature, tlv(0x03, &[0, 0])])
    }

    fn public_key(&self) -> Vec<u8> {
        let (algorithm, key) = match self.key {
            Key::Rsa(bits) => {
                let mut modulus = vec![0xFF; bits.div_ceil(8)];
                modulus[0] >>= modulus.len() * 8 - bits;
                if modulus[0] >= 0x80 {
                    modulus.insert(0, 0);
                }
                let numbers = sequence(&[tlv(0x02, &modulus), tlv(0x02, &[1, 0, 1])]);
                (sequence(&[oid("1.2.840.113549.1.1.1"), tlv(0x05, &[])]), numbers)
            }
            Key::Curve => (sequence(&[oid("1.2.840.10045.2.1"), oid("1.2.840.10045.3.1.7")]), vec![4; 65]),
        };
        sequence(&[algorithm, tlv(0x03, &[vec![0], key].concat())])
    }

    fn extensions(&self) -> Vec<u8> {
        let mut all = self.extra.clone();
        if !self.names.is_empty() {
            let names: Vec<Vec<u8>> = self.names.iter().map(|name| tlv(0x82, name.as_bytes())).collect();
            all.extend(extension("2.5.29.17", &sequence(&names)));
        }
        if let Some(usages) = &self.usages {
            let usages: Vec<Vec<u8>> = usages.iter().map(|usage| oid(usage)).collect();
            all.extend(extension("2.5.29.37", &sequence(&usages)));
        }
        let authority = if self.authority { tlv(0x01, &[0xFF]) } else { Vec::new() };
        all.extend(extension("2.5.29.19", &sequence(&[authority])));
        if let Some((own, issuer)) = &self.keys {
            all.extend(extension("2.5.29.14", &tlv(0x04, own.as_bytes())));
            all.extend(extension("2.5.29.35", &sequence(&[tlv(0x80, issuer.as_bytes())])));
        }
        all
    }

    /// Checks it. What is found must be sayable in both languages.
    pub(super) fn judge(&self, purpose: Purpose) -> Judged {
        let certificate = Certificate::read(&self.der(), "certificate").unwrap();
        let chain = self
            .chain
            .as_ref()
            .map(|chain| chain.iter().map(|bytes| Certificate::read(bytes, "chain").unwrap()).collect());
        let (fqdns, sip_domains, now, has_private_key, is_cng_key) = self.requirements.clone();
        let now = Time::parse(&now).unwrap();
        let requirements = Requirements { fqdns, sip_domains, now, has_private_key, is_cng_key, chain };
        let findings = check(&certificate, purpose, &requirements);
        findings.iter().for_each(speaks_both_languages);
        Judged { certificate, findings }
    }
}

/// A name of one part, or of none.
fn name(common: Option<&str>) -> Vec<u8> {
    let part = |text: &str| tlv(0x31, &sequence(&[oid("2.5.4.3"), tlv(0x0C, text.as_bytes())]));
    sequence(&common.map(part).into_iter().collect::<Vec<_>>())
}

fn extension(id: &str, value: &[u8]) -> Vec<u8> {
    sequence(&[oid(id), tlv(0x04, value)])
}

fn speaks_both_languages(finding: &CertificateFinding) {
    let name = finding.code.name();
    let (english, french) = (finding.message(Culture::En), finding.message(Culture::Fr));
    assert_ne!(english, french, "{name}");
    assert!(!english.contains('{') && !french.contains('{'), "{name}: a placeholder is open: {english} {french}");
    assert_ne!(finding.code.remedy.en, finding.code.remedy.fr, "{name}");
    assert_eq!(finding.code.interpretation.en.is_empty(), finding.code.interpretation.fr.is_empty(), "{name}");
    let has_rule = PURPOSES.iter().any(|purpose| finding.rule(*purpose).is_some());
    assert!(has_rule || finding.interpretation(Culture::En).is_some(), "{name}: neither a rule nor an interpretation");
}

/// What was found.
pub(super) struct Judged {
    pub(super) certificate: Certificate,
    pub(super) findings: Vec<CertificateFinding>,
}

impl Judged {
    fn finding(&self, code: &str) -> Option<&CertificateFinding> {
        let mut found = self.findings.iter().filter(|finding| finding.code.name() == code);
        let first = found.next();
        assert!(found.next().is_none(), "{code} is found twice");
        first
    }

    pub(super) fn found(&self, code: &str) -> Option<(CertificateStatus, CertificateSeverity)> {
        self.finding(code).map(|finding| (finding.status, finding.severity))
    }

    pub(super) fn status(&self, code: &str) -> Option<CertificateStatus> {
        self.found(code).map(|(status, _)| status)
    }

    pub(super) fn message(&self, code: &str, culture: Culture) -> String {
        self.finding(code).unwrap().message(culture)
    }
}
