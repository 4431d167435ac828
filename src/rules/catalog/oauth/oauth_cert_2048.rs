//! OAUTH-CERT-2048: the key of the certificate for tokens is long enough.

use crate::rules::fixes::oauth_configuration::fix_certificate;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::strength::BITS;
use crate::rules::topology::oauth::issuer::{Stores, each_once, store_missing};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fix(fix_certificate);

static METADATA: Metadata = Metadata {
    id: "OAUTH-CERT-2048",
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "The key of the OAuthTokenIssuer certificate has 2048 bits or more",
        "La clé du certificat OAuthTokenIssuer a 2048 bits ou plus",
    ),
    explanation: Text::new(
        "Tokens that are signed with a shorter key are not accepted. Key sizes are compared in bits: the documentation of Get-ExchangeCertificate states that PublicKeySize is in bytes, but it is in bits.",
        "Les jetons signés avec une clé plus courte ne sont pas acceptés. Les tailles sont comparées en bits : la documentation de Get-ExchangeCertificate indique que PublicKeySize est en octets, mais il s'agit de bits.",
    ),
    remedy: Text::new(
        "Request another certificate with -KeySize 2048 (Request-CsCertificate -New -Type OAuthTokenIssuer -KeySize 2048), and assign it: Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint <thumbprint>.",
        "Demandez un autre certificat avec -KeySize 2048 (Request-CsCertificate -New -Type OAuthTokenIssuer -KeySize 2048), et attribuez-le : Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint <empreinte>.",
    ),
    interpretation: Some(Text::new(
        "PublicKeySize is taken as a number of bits.",
        "PublicKeySize est considéré comme un nombre de bits.",
    )),
    sources: &[Source::seed("002", "48"), Source::page("Get-ExchangeCertificate.md")],
    after: &["OAUTH-CERT-PRESENT"],
    needs: &[
        &lync_sections::CERTIFICATES,
        &lync_sections::POOLS,
        &lync_sections::SIP_DOMAINS,
        &machine_sections::CERTIFICATES,
    ],
    optional: &[&lync_sections::POOLS, &lync_sections::SIP_DOMAINS],
    ..super::BASE
};

const SHORT: Text = Text::new(
    "The key of the certificate {thumbprint} has only {size} bits.",
    "La clé du certificat {thumbprint} n'a que {size} bits.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let stores = Stores::new(context);
    for (thumbprint, certificate) in each_once(context, findings)? {
        let target = Target::new(TargetKind::Certificate, &thumbprint);
        findings.for_target(&target.clone(), |findings| {
            // A certificate is the same wherever it is, so the store of any machine will do.
            let mut sizes = stores.of(&thumbprint).iter().filter_map(|(_, one)| Some((*one, one.public_key_size?)));
            let (item, size) = sizes.next().ok_or_else(|| store_missing(context, certificate))?;
            let evidence =
                vec![Evidence::actual("PublicKeySize", Some(size.to_string())).expected(BITS.to_string()).from(item)];
            if size >= BITS {
                findings.pass(target, evidence);
            } else {
                let args = args! { thumbprint, size };
                findings.fail(target, SHORT, args, evidence);
            }
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use crate::rules::testing::samples_oauth::{ISSUER, front_end};
    use serde_json::json;

    #[test]
    fn a_key_of_2048_bits_or_more_passes() {
        for size in [2048, 4096] {
            oauth(&RULE).lync_machine(front_end(size, true)).passes(ISSUER);
        }
    }

    #[test]
    fn a_shorter_key_fails_and_256_are_no_bytes() {
        for size in [256, 1024, 2047] {
            oauth(&RULE).lync_machine(front_end(size, true)).fails(ISSUER).fixed_with(&["Set-CsCertificate"]);
        }
    }

    #[test]
    fn without_a_certificate_there_is_no_key() {
        oauth(&RULE).forget("/lync/certificates/values/1").not_applicable();
    }

    #[test]
    fn a_size_that_nobody_read_is_unknown() {
        oauth(&RULE).lync_machine(json!({})).unknown(ISSUER);
    }
}
