//! Certificates by thumbprint, and the names in them.

use crate::facts::ExchangeCertificate;
use crate::rules::prelude::*;
use crate::value::FQDN;

/// The common name of a subject such as `CN=ex01.contoso.com, O=Contoso`.
#[must_use]
pub(crate) fn common_name(subject: &str) -> Option<&str> {
    let mut parts = subject.split(',').map(str::trim);
    parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("CN").then(|| value.trim().trim_matches('"'))
    })
}

/// Whether a name is the full name of one computer or pool, not a wildcard or a short name.
#[must_use]
pub(crate) fn is_full_name(name: &str) -> bool {
    FQDN.check(name).valid
}

/// A thumbprint as certificates are compared: its hexadecimal digits, whatever stands between them.
#[must_use]
pub(crate) fn normal_thumbprint(thumbprint: &str) -> String {
    thumbprint.chars().filter(char::is_ascii_hexdigit).map(|digit| digit.to_ascii_uppercase()).collect()
}

/// Whether two thumbprints are the same, whatever stands between their digits.
#[must_use]
pub(crate) fn same_thumbprint(one: &str, other: &str) -> bool {
    fn digits(text: &str) -> impl Iterator<Item = u8> + '_ {
        text.bytes().filter(u8::is_ascii_hexdigit).map(|digit| digit.to_ascii_uppercase())
    }
    digits(one).eq(digits(other))
}

/// The certificate of a server with a thumbprint, in whatever way that is written.
pub(crate) fn installed_certificate<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
    thumbprint: &str,
) -> Result<Option<&'a Item<ExchangeCertificate>>, Missing> {
    let wanted = normal_thumbprint(thumbprint);
    let mut all = context.estate.certificates_of(&server.host)?.into_iter();
    Ok(all.find(|one| normal_thumbprint(&one.thumbprint) == wanted))
}
