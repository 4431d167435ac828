//! `uc_certificate_check`: does this certificate suit this purpose? Knows no condition itself.

use crate::api::{Request, time};
use crate::certificate::{
    self, Certificate, CertificateEvidence, CertificateFinding, CertificateSeverity, CertificateStatus, PURPOSES,
    Purpose, Requirements,
};
use crate::error::{Error, Result};
use crate::facts::Time;
use crate::l10n::{Culture, Text};
use crate::status;
use crate::value::{FQDN, Kind, SIP_DOMAIN, shown};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

/// How many certificates of issuers are looked at; real chains have three or four.
const LONGEST_CHAIN: usize = 1000;

/// The request of `uc_certificate_check`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheckRequest {
    /// What the certificate is for, without case: `OwaIm`, `OAuth` or `UnifiedMessaging`.
    pub purpose: String,
    /// The certificate: DER in Base64, without line ends.
    pub certificate: String,
    /// The full names of the servers that it is for.
    #[serde(default)]
    pub fqdns: Vec<String>,
    /// The SIP domains, the default one first.
    #[serde(default)]
    pub sip_domains: Vec<String>,
    /// The time for which it is checked: UTC in RFC 3339, such as `2026-03-01T21:00:00Z`.
    pub now: String,
    /// Whether the machine has its private key; absent if that is not known.
    pub has_private_key: Option<bool>,
    /// Whether that key is kept by a Cryptography Next Generation provider; absent if that is not known.
    pub is_cng_key: Option<bool>,
    /// The certificates of its issuers in any order, each DER in Base64; absent if they were not collected. At most
    /// 1000.
    pub chain: Option<Vec<String>>,
    /// The language of the answer, a .NET culture name such as `fr-FR`.
    pub culture: Option<String>,
}

/// The response of `uc_certificate_check`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "CertificateCheckResponse"))]
pub struct CheckResponse {
    /// The purpose, in its own spelling.
    pub purpose: &'static str,
    /// Whether the certificate does: nothing of severity `Error` fails or is unknown.
    pub valid: bool,
    /// What the certificate says.
    pub certificate: CertificateBody,
    /// The conditions of the purpose, in an order that does not change.
    pub findings: Vec<FindingBody>,
}

/// What a certificate says.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Certificate"))]
#[serde(rename_all = "camelCase")]
pub struct CertificateBody {
    /// The subject, its most particular part first.
    pub subject: String,
    /// The name in the subject; absent if it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub common_name: Option<String>,
    /// The DNS names among the alternative names.
    pub alternative_names: Vec<String>,
    /// The issuer, written as the subject is.
    pub issuer: String,
    /// The serial number in upper-case hexadecimal digits.
    pub serial_number: String,
    /// The SHA-1 hash by which Windows names the certificate, 40 upper-case hexadecimal digits.
    pub thumbprint: String,
    /// The first moment at which it is valid: UTC in RFC 3339.
    pub not_before: Time,
    /// The last moment at which it is valid: UTC in RFC 3339.
    pub not_after: Time,
    /// The algorithm of the key: `RSA`, `ECC`, `DSA` or an object identifier.
    pub key_algorithm: String,
    /// The size of the key in bits; absent if it is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_size: Option<u32>,
    /// The algorithm of the signature, such as `sha256RSA`, or its object identifier.
    pub signature_algorithm: String,
    /// The extended key usages, by object identifier; absent if the certificate does not restrict its use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usages: Option<Vec<String>>,
    /// Whether it was signed with its own key, as far as names and key identifiers show.
    pub self_signed: bool,
    /// Whether it may sign other certificates.
    pub authority: bool,
}

/// One finding.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "CertificateFinding"))]
pub struct FindingBody {
    /// The stable name of the condition.
    pub code: &'static str,
    /// The result of the check.
    pub status: CertificateStatus,
    /// How severe a failure is.
    pub severity: CertificateSeverity,
    /// What was found, in one sentence in the requested language.
    pub message: String,
    /// What the certificate has and what was expected.
    pub evidence: Vec<CertificateEvidence>,
    /// How to fix it; absent if the condition holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<&'static str>,
    /// What the documentation does not state: an interpretation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interpretation: Option<&'static str>,
    /// The id of the rule that demands it, if one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
}

impl Request for CheckRequest {
    type Response = CheckResponse;

    fn handle(self, culture: Culture) -> Result<CheckResponse> {
        let purpose = Purpose::find(&self.purpose).ok_or_else(unknown_purpose)?;
        let certificate = read(&self.certificate, "certificate")?;
        let requirements = Requirements {
            fqdns: names(&FQDN, &self.fqdns)?,
            sip_domains: names(&SIP_DOMAIN, &self.sip_domains)?,
            now: time(&self.now)?,
            has_private_key: self.has_private_key,
            is_cng_key: self.is_cng_key,
            chain: self.chain.as_deref().map(chain).transpose()?,
        };
        let findings = certificate::check(&certificate, purpose, &requirements);
        Ok(CheckResponse {
            purpose: purpose.name(),
            valid: certificate::is_fit(&findings),
            certificate: certificate_body(certificate),
            findings: findings.iter().map(|finding| finding_body(finding, purpose, culture)).collect(),
        })
    }
}

fn finding_body(finding: &CertificateFinding, purpose: Purpose, culture: Culture) -> FindingBody {
    FindingBody {
        code: finding.code.name(),
        status: finding.status,
        severity: finding.severity,
        message: finding.message(culture),
        evidence: finding.evidence.clone(),
        remedy: finding.remedy(culture),
        interpretation: finding.interpretation(culture),
        rule: finding.rule(purpose),
    }
}

fn certificate_body(certificate: Certificate) -> CertificateBody {
    CertificateBody {
        self_signed: certificate.is_self_signed(),
        subject: certificate.subject,
        common_name: certificate.common_name,
        alternative_names: certificate.alternative_names,
        issuer: certificate.issuer,
        serial_number: certificate.serial_number,
        thumbprint: certificate.thumbprint,
        not_before: certificate.not_before,
        not_after: certificate.not_after,
        key_algorithm: certificate.key_algorithm,
        key_size: certificate.key_size,
        signature_algorithm: certificate.signature_algorithm,
        usages: certificate.usages,
        authority: certificate.is_authority,
    }
}

fn chain(encoded: &[String]) -> Result<Vec<Certificate>> {
    if encoded.len() > LONGEST_CHAIN {
        let text = Text::new("chain has more than {limit} certificates", "chain compte plus de {limit} certificats");
        return Err(invalid(text, vec![("limit", LONGEST_CHAIN.to_string())]));
    }
    encoded.iter().enumerate().map(|(at, one)| read(one, &format!("chain[{at}]"))).collect()
}

/// Reads a certificate of the request; `name` is its field.
fn read(encoded: &str, name: &str) -> Result<Certificate> {
    let text = Text::new("{name} is not valid Base64", "{name} n'est pas en Base64 valide");
    let bytes = STANDARD.decode(encoded).map_err(|_| invalid(text, vec![("name", name.to_owned())]))?;
    Certificate::read(&bytes, name)
}

/// Names in their normal form. One that can be no such name is refused: no certificate could carry it.
fn names(kind: &Kind, given: &[String]) -> Result<Vec<String>> {
    given.iter().map(|name| normal(kind, name)).collect()
}

fn normal(kind: &Kind, name: &str) -> Result<String> {
    if let Some(normalized) = kind.check(name).normalized {
        return Ok(normalized);
    }
    let text =
        Text::new("{name} is not a valid value of type {kind}", "{name} n'est pas une valeur valide de type {kind}");
    Err(invalid(text, vec![("name", shown(name)), ("kind", kind.name().to_owned())]))
}

fn unknown_purpose() -> Error {
    let names: Vec<&str> = PURPOSES.iter().map(|purpose| purpose.name()).collect();
    let text = Text::new("purpose must be one of {names}", "purpose doit être l'un de : {names}");
    invalid(text, vec![("names", names.join(", "))])
}

fn invalid(text: Text, words: Vec<(&'static str, String)>) -> Error {
    Error::new(status::Status::RequestInvalid).with_text("detail", text, words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::dispatch;
    use serde_json::{Value, json};

    /// A self-signed certificate for ex01.contoso.com, RSA with 2048 bits, made with openssl.
    const SAMPLE: &str = include_str!("../../tests/fixtures/certificates/self-signed.pem");

    fn request() -> Value {
        let encoded: String = SAMPLE.lines().filter(|line| !line.starts_with('-')).collect();
        json!({
            "purpose": "owaIM", "certificate": encoded, "fqdns": ["EX01.contoso.com"], "sipDomains": ["contoso.com"],
            "now": "2026-06-01T00:00:00Z", "hasPrivateKey": true, "isCngKey": false,
        })
    }

    fn ask(changes: &Value) -> (status::Status, Value) {
        let mut request = request();
        for (name, value) in changes.as_object().unwrap() {
            request[name] = value.clone();
        }
        let (status, response) = dispatch::<CheckRequest>(request.to_string().as_bytes());
        (status, serde_json::from_slice(&response).unwrap())
    }

    fn refused(changes: &Value) -> String {
        let (status, response) = ask(changes);
        assert_eq!(status, status::Status::RequestInvalid, "{response}");
        response["message"].as_str().unwrap().to_owned()
    }

    #[test]
    fn a_self_signed_certificate_does_for_tokens_and_not_for_connections() {
        let (status, response) = ask(&json!({}));
        assert_eq!(
            (status, &response["purpose"], &response["valid"]),
            (status::Status::Ok, &json!("OwaIm"), &json!(false))
        );
        assert_eq!(response["certificate"]["selfSigned"], true);
        let failed: Vec<&Value> =
            response["findings"].as_array().unwrap().iter().filter(|one| one["status"] == "Fail").collect();
        assert_eq!(failed.len(), 1, "{failed:?}");
        assert_eq!((&failed[0]["code"], &failed[0]["rule"]), (&json!("AuthoritySigned"), &json!("OWA-CERT-TRUSTED")));
        assert!(failed[0]["remedy"].is_string());
        assert_eq!(ask(&json!({ "purpose": "OAuth" })).1["valid"], true);
    }

    #[test]
    fn a_certificate_of_an_authority_does_for_connections() {
        let all = include_str!("../../tests/fixtures/certificates/server-chain.pem");
        let blocks = all.split("-----END CERTIFICATE-----").filter(|block| block.contains("BEGIN"));
        let chain: Vec<String> =
            blocks.map(|block| block.lines().filter(|line| !line.starts_with('-')).collect()).collect();
        for purpose in ["OwaIm", "OAuth", "UnifiedMessaging"] {
            let (_, response) = ask(&json!({ "purpose": purpose, "certificate": chain[0], "chain": chain[1..] }));
            assert_eq!(response["valid"], true, "{response}");
            let statuses = response["findings"].as_array().unwrap().iter().map(|one| one["status"].as_str().unwrap());
            assert!(statuses.clone().all(|status| status == "Pass"), "{response}");
        }
    }

    #[test]
    fn what_is_not_known_of_the_key_keeps_it_from_being_valid() {
        assert_eq!(ask(&json!({ "purpose": "OAuth", "hasPrivateKey": null })).1["valid"], false);
    }

    #[test]
    fn findings_speak_the_language_asked_for() {
        let (_, response) = ask(&json!({ "culture": "fr-FR" }));
        let messages: Vec<&str> =
            response["findings"].as_array().unwrap().iter().map(|one| one["message"].as_str().unwrap()).collect();
        assert!(messages.contains(&"Le certificat n'a pas expiré."), "{messages:?}");
    }

    #[test]
    fn a_request_that_cannot_be_judged_is_refused_by_name() {
        assert!(refused(&json!({ "purpose": "Web" })).contains("OwaIm, OAuth, UnifiedMessaging"));
        assert!(refused(&json!({ "certificate": "-----BEGIN" })).contains("certificate is not valid Base64"));
        assert!(refused(&json!({ "fqdns": ["ex01"] })).contains("ex01 is not a valid value of type Fqdn"));
        assert!(refused(&json!({ "sipDomains": ["sip:a@b"] })).contains("SipDomain"));
        assert!(refused(&json!({ "now": "today" })).contains("now"));
        assert!(refused(&json!({ "chain": vec!["AA=="; 1001] })).contains("1000"));
    }

    #[test]
    fn bytes_that_are_no_certificate_have_a_status_of_their_own() {
        let (status, response) = ask(&json!({ "chain": [request()["certificate"], "MIIB"] }));
        assert_eq!(status, status::Status::CertificateInvalid);
        assert!(response["message"].as_str().unwrap().contains("chain[1]"), "{response}");
    }
}
