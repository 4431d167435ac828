//! Reads a certificate from DER, with `x509-cert`. What is not DER is refused with its place: a certificate that is cut
//! off, is written in the looser BER, or has bytes after its end. Must not check what a certificate says.

use super::algorithm::{self, Strength};
use super::subject;
use crate::error::{Error, Result};
use crate::facts::Time;
use crate::l10n::Text;
use crate::status::Status;
use sha1::{Digest, Sha1};
use std::fmt::Write;
use x509_cert::der::asn1::{AnyRef, ObjectIdentifier, Uint};
use x509_cert::der::{self, Decode, Encode, ErrorKind, TagNumber};
use x509_cert::ext::pkix::{AuthorityKeyIdentifier, BasicConstraints, ExtendedKeyUsage, SubjectKeyIdentifier};
use x509_cert::spki::SubjectPublicKeyInfoOwned;

const ALTERNATIVE_NAME: &str = "2.5.29.17";
const KEY_USAGES: &str = "2.5.29.37";
const BASIC_CONSTRAINTS: &str = "2.5.29.19";
const SUBJECT_KEY: &str = "2.5.29.14";
const AUTHORITY_KEY: &str = "2.5.29.35";

/// The tag of a DNS name among the alternative names.
const DNS_NAME: TagNumber = TagNumber(2);

/// What a certificate says.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// The subject, as RFC 4514 writes it: the most particular part first.
    pub subject: String,
    /// The name in the subject that is the most particular one.
    pub common_name: Option<String>,
    /// The DNS names among the alternative names.
    pub alternative_names: Vec<String>,
    /// The issuer, written as the subject is.
    pub issuer: String,
    /// The serial number in hexadecimal digits.
    pub serial_number: String,
    /// The first moment at which it is valid.
    pub not_before: Time,
    /// The last moment at which it is valid.
    pub not_after: Time,
    /// The algorithm of the key, such as `RSA`.
    pub key_algorithm: String,
    /// Whether that is RSA.
    pub is_rsa: bool,
    /// The size of the key in bits, if the algorithm is known.
    pub key_size: Option<u32>,
    /// The algorithm of the signature, such as `sha256RSA`.
    pub signature_algorithm: String,
    /// What the key may be used for, by object identifier; nothing if that is not restricted.
    pub usages: Option<Vec<String>>,
    /// Whether it may sign other certificates.
    pub is_authority: bool,
    /// The SHA-1 hash by which Windows names it.
    pub thumbprint: String,
    pub(super) hash: Strength,
    subject_bytes: Vec<u8>,
    issuer_bytes: Vec<u8>,
    subject_key: Option<Vec<u8>>,
    authority_key: Option<Vec<u8>>,
}

impl Certificate {
    /// Reads DER. `name` is what the certificate is called in an error, such as `certificate` or `chain[1]`.
    ///
    /// # Errors
    ///
    /// `CertificateInvalid` for bytes that are no certificate, `CertificateTrailing` for bytes after its end.
    pub fn read(bytes: &[u8], name: &str) -> Result<Self> {
        let (_, rest) = AnyRef::from_der_partial(bytes).map_err(|error| refused(error, name))?;
        if !rest.is_empty() {
            let at = (bytes.len() - rest.len()).to_string();
            return Err(Error::new(Status::CertificateTrailing).with("name", name).with("offset", at));
        }
        x509_cert::Certificate::from_der(bytes)
            .and_then(|certificate| Self::of(&certificate, bytes))
            .map_err(|error| refused(error, name))
    }

    fn of(certificate: &x509_cert::Certificate, bytes: &[u8]) -> der::Result<Self> {
        let inner = certificate.tbs_certificate();
        let (signature_algorithm, hash) = algorithm::signature(&certificate.signature_algorithm().oid.to_string());
        let (subject, issuer) = (inner.subject(), inner.issuer());
        let key = inner.subject_public_key_info().algorithm.oid.to_string();
        let mut read = Self {
            subject: subject.to_string(),
            common_name: subject::common_name(subject),
            alternative_names: Vec::new(),
            issuer: issuer.to_string(),
            serial_number: hexadecimal(inner.serial_number().as_bytes()),
            not_before: time(inner.validity().not_before)?,
            not_after: time(inner.validity().not_after)?,
            key_algorithm: algorithm::key(&key),
            is_rsa: key == algorithm::RSA,
            key_size: key_size(inner.subject_public_key_info()),
            signature_algorithm,
            usages: None,
            is_authority: false,
            thumbprint: hexadecimal(&Sha1::digest(bytes)),
            hash,
            subject_bytes: subject.to_der()?,
            issuer_bytes: issuer.to_der()?,
            subject_key: None,
            authority_key: None,
        };
        for extension in inner.extensions().into_iter().flatten() {
            read.take(&extension.extn_id.to_string(), extension.extn_value.as_bytes())?;
        }
        Ok(read)
    }

    /// Takes what an extension says. Those that do not matter here are passed over.
    fn take(&mut self, id: &str, value: &[u8]) -> der::Result<()> {
        match id {
            ALTERNATIVE_NAME => self.alternative_names = dns_names(value)?,
            KEY_USAGES => {
                let usages = ExtendedKeyUsage::from_der(value)?;
                self.usages = Some(usages.0.iter().map(ObjectIdentifier::to_string).collect());
            }
            BASIC_CONSTRAINTS => self.is_authority = BasicConstraints::from_der(value)?.ca,
            SUBJECT_KEY => self.subject_key = Some(SubjectKeyIdentifier::from_der(value)?.0.into_bytes().into_vec()),
            AUTHORITY_KEY => {
                let key = AuthorityKeyIdentifier::from_der(value)?.key_identifier;
                self.authority_key = key.map(|key| key.into_bytes().into_vec());
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether another certificate can be the one of its issuer, as far as names and key identifiers show. Windows
    /// compares the bytes of names, too.
    pub(super) fn is_issued_by(&self, other: &Self) -> bool {
        let same_key = match (&self.authority_key, &other.subject_key) {
            (Some(wanted), Some(found)) => wanted == found,
            _ => true,
        };
        same_key && self.issuer_bytes == other.subject_bytes
    }

    /// Whether it was signed with its own key, as far as names and key identifiers show.
    #[must_use]
    pub fn is_self_signed(&self) -> bool {
        self.is_issued_by(self)
    }
}

/// The DNS names of an extension for alternative names. Other sorts of names are passed over, whatever is in them.
fn dns_names(value: &[u8]) -> der::Result<Vec<String>> {
    let all = Vec::<AnyRef<'_>>::from_der(value)?;
    let dns =
        all.iter().filter(|name| name.header().tag().is_context_specific() && name.header().tag().number() == DNS_NAME);
    Ok(dns.map(|name| String::from_utf8_lossy(name.value()).into_owned()).collect())
}

fn time(time: x509_cert::time::Time) -> der::Result<Time> {
    Time::parse(&time.to_date_time().to_string()).ok_or_else(|| ErrorKind::DateTime.to_error())
}

/// The size of a key in bits: that of the modulus of RSA, or that of the curve.
fn key_size(info: &SubjectPublicKeyInfoOwned) -> Option<u32> {
    if info.algorithm.oid.to_string() == algorithm::RSA {
        let numbers = Vec::<Uint>::from_der(info.subject_public_key.as_bytes()?).ok()?;
        let modulus = numbers.first()?.as_bytes();
        let bits = modulus.len().checked_mul(8)?.checked_sub(modulus.first()?.leading_zeros() as usize)?;
        return u32::try_from(bits).ok();
    }
    let curve = info.algorithm.parameters.as_ref()?.decode_as::<ObjectIdentifier>().ok()?;
    algorithm::curve_size(&curve.to_string())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut out, byte| {
        // Writing into a String cannot fail.
        let _ = write!(out, "{byte:02X}");
        out
    })
}

const CUT: Text = Text::new("it is truncated at byte {at}", "il est tronqué à l'octet {at}");
const LOOSE: Text = Text::new(
    "it is not encoded in DER but in BER, at byte {at}",
    "il n'est pas encodé en DER mais en BER, à l'octet {at}",
);
const EXTRA_DATA: Text = Text::new(
    "it contains data that is not part of a certificate, at byte {at}",
    "il contient des données étrangères à un certificat, à l'octet {at}",
);

fn refused(error: der::Error, name: &str) -> Error {
    let text = match error.kind() {
        ErrorKind::Incomplete { .. } => CUT,
        ErrorKind::IndefiniteLength | ErrorKind::Noncanonical { .. } | ErrorKind::SetOrdering => LOOSE,
        _ => EXTRA_DATA,
    };
    let at = error.position().map_or(0, u32::from);
    let words = vec![("at", at.to_string())];
    Error::new(Status::CertificateInvalid).with("name", name).with_text("detail", text, words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certificate::samples::{Sample, sequence, tlv};
    use crate::l10n::Culture;

    fn status(bytes: &[u8]) -> Status {
        Certificate::read(bytes, "certificate").unwrap_err().status()
    }

    fn message(bytes: &[u8]) -> String {
        let error = Certificate::read(bytes, "chain[2]").unwrap_err();
        let (english, french) = (error.body(Culture::En).message, error.body(Culture::Fr).message);
        assert!(!english.contains('{') && !french.contains('{') && french.contains("chain[2]"), "{english} {french}");
        english
    }

    #[test]
    fn what_a_certificate_says_is_read() {
        let read = Certificate::read(&Sample::new().names(&["a.example", "b.example"]).der(), "certificate").unwrap();
        assert_eq!((read.subject.as_str(), read.issuer.as_str()), ("CN=ex01.contoso.com", "CN=issuing"));
        assert_eq!(read.common_name.as_deref(), Some("ex01.contoso.com"));
        assert_eq!(read.alternative_names, ["a.example", "b.example"]);
        assert_eq!(read.serial_number, "1122");
        assert_eq!(read.not_before.to_string(), "2026-01-01T00:00:00Z");
        assert_eq!(read.not_after.to_string(), "2026-12-31T23:59:59Z");
        assert_eq!((read.key_algorithm.as_str(), read.key_size), ("RSA", Some(2048)));
        assert_eq!((read.usages, read.is_authority, read.thumbprint.len()), (None, false, 40));
    }

    #[test]
    fn a_certificate_that_is_cut_off_anywhere_is_refused() {
        let whole = Sample::new().usages(Some(vec!["1.3.6.1.5.5.7.3.1"])).keys("01", "02").der();
        for end in 0..whole.len() {
            assert_eq!(status(&whole[..end]), Status::CertificateInvalid, "{end}");
            assert!(message(&whole[..end]).contains("is truncated at byte"), "{end}");
        }
        assert!(Certificate::read(&whole, "certificate").is_ok());
    }

    #[test]
    fn a_byte_that_is_lost_inside_never_makes_a_panic() {
        let whole = Sample::new().usages(Some(vec!["1.3.6.1.5.5.7.3.1"])).keys("01", "02").der();
        for at in 0..whole.len() {
            let mut less = whole.clone();
            less.remove(at);
            assert!(Certificate::read(&less, "certificate").is_err(), "{at}");
            for value in [0x00, 0x7F, 0x80, 0xFF] {
                let mut other = whole.clone();
                other[at] = value;
                let _ = Certificate::read(&other, "certificate");
            }
        }
    }

    #[test]
    fn bytes_after_the_end_are_refused() {
        let mut bytes = Sample::new().der();
        let end = bytes.len();
        bytes.push(0);
        assert_eq!(status(&bytes), Status::CertificateTrailing);
        assert!(message(&bytes).contains(&end.to_string()));
    }

    #[test]
    fn the_looser_rules_of_ber_are_refused() {
        let whole = Sample::new().der();
        let content = &whole[4..];
        let indefinite = [&[0x30, 0x80], content, &[0, 0]].concat();
        assert!(message(&indefinite).contains("BER"), "{}", message(&indefinite));
        let length = u8::try_from(content.len() >> 8).unwrap();
        let low = u8::try_from(content.len() & 0xFF).unwrap();
        let padded = [&[0x30, 0x83, 0, length, low], content].concat();
        assert_eq!(status(&padded), Status::CertificateInvalid);
        let truth = Sample::new().extension("2.5.29.19", &tlv(0x30, &tlv(0x01, &[1]))).der();
        assert!(message(&truth).contains("BER"), "a Boolean that is neither 00 nor FF");
    }

    #[test]
    fn what_is_no_certificate_is_refused() {
        let huge = [&[0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF][..], &[0; 64]].concat();
        let deep = (0..5000).fold(Vec::new(), |inner, _| sequence(&[inner]));
        for bytes in [&b""[..], b"-----BEGIN CERTIFICATE-----", &[0x30, 0x00], &[0xFF; 40], &huge, &deep] {
            assert_eq!(status(bytes), Status::CertificateInvalid);
        }
    }

    #[test]
    fn an_extension_that_cannot_be_read_is_not_passed_over() {
        for id in [ALTERNATIVE_NAME, KEY_USAGES, BASIC_CONSTRAINTS, SUBJECT_KEY, AUTHORITY_KEY] {
            let bytes = Sample::new().extension(id, &[0x30, 0x05, 0x00]).der();
            assert_eq!(status(&bytes), Status::CertificateInvalid, "{id}");
        }
        let bytes = Sample::new().extension("1.2.3.4", &[0x30, 0x05, 0x00]).der();
        assert!(Certificate::read(&bytes, "certificate").is_ok());
    }
}
