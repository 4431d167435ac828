//! The certificate that Lync signs its tokens with: which one it is, which one would do, and the step that assigns it.
//! What is wrong with one is for the rules.

use crate::facts::{LyncCertificate, StoreCertificate};
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::{common_name, normal_thumbprint};
use crate::rules::topology::lync::servers::front_ends;
use std::collections::{BTreeMap, HashMap};

/// The use of certificates that sign tokens. The list in the reference leaves it out, and the cmdlets take it.
pub(crate) const USE: &str = "OAuthTokenIssuer";

/// What there is to say of a certificate that is not there.
pub(crate) const NONE_YET: Text = Text::new(
    "Lync has no OAuthTokenIssuer certificate yet. See OAUTH-CERT-PRESENT.",
    "Lync n'a pas encore de certificat OAuthTokenIssuer. Voir OAUTH-CERT-PRESENT.",
);

/// The certificates that sign tokens, as every computer that was asked lists them.
pub(crate) fn assigned<'a>(context: &Context<'a>) -> Result<Vec<&'a Item<LyncCertificate>>, Missing> {
    let all = context.estate.lync.certificates.items()?;
    let mut all: Vec<_> = all.iter().filter(|one| one.use_.eq_ignore_ascii_case(USE)).collect();
    // A Mediation or Edge server lists it as well, but only Front Ends sign with it and hold its key.
    if let Ok(front_ends) = front_ends(context) {
        let is_front_end = |one: &&Item<LyncCertificate>| {
            one.computer.as_deref().is_some_and(|name| front_ends.contains(&context.estate.host(name)))
        };
        if all.iter().any(is_front_end) {
            all.retain(is_front_end);
        }
    }
    Ok(all)
}

/// The same, each certificate once; where there is none, that is reported.
pub(crate) fn each_once<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
) -> Result<BTreeMap<String, &'a Item<LyncCertificate>>, Missing> {
    let all = assigned(context)?;
    if all.is_empty() {
        findings.not_applicable(Target::estate(), NONE_YET, Vec::new());
    }
    Ok(all.into_iter().map(|one| (normal_thumbprint(&one.thumbprint), one)).collect())
}

/// The certificates in the stores of all machines, by thumbprint.
pub(crate) struct Stores<'a>(HashMap<String, Vec<(&'a Host, &'a Item<StoreCertificate>)>>);

impl<'a> Stores<'a> {
    pub(crate) fn new(context: &Context<'a>) -> Self {
        let mut by_thumbprint: HashMap<String, Vec<_>> = HashMap::new();
        for machine in &context.estate.machines {
            let all = machine.state.certificates.items().unwrap_or_default();
            for one in all.iter().filter(|one| one.store.eq_ignore_ascii_case("My")) {
                by_thumbprint.entry(normal_thumbprint(&one.thumbprint)).or_default().push((&machine.host, one));
            }
        }
        Self(by_thumbprint)
    }

    /// Where a certificate is.
    pub(crate) fn of(&self, thumbprint: &str) -> &[(&'a Host, &'a Item<StoreCertificate>)] {
        self.0.get(&normal_thumbprint(thumbprint)).map_or(&[], Vec::as_slice)
    }
}

/// What to ask for where the store of a computer is not known.
pub(crate) fn store_missing(context: &Context<'_>, certificate: &LyncCertificate) -> Missing {
    let missing = Missing::not_collected(&machine_sections::CERTIFICATES);
    match &certificate.computer {
        Some(computer) => missing.on(context.estate.host(computer).name()),
        None => missing,
    }
}

/// The default SIP domain.
pub(crate) fn sip_domain(context: &Context<'_>) -> Result<String, Missing> {
    let all = context.estate.lync.sip_domains.items()?;
    let default = all.iter().find(|domain| domain.is_default == Some(true));
    let only = if all.len() == 1 { all.first() } else { None };
    let found = default.or(only).map(|domain| domain.name.to_lowercase());
    found.ok_or_else(|| Missing::not_collected(&lync_sections::SIP_DOMAINS))
}

/// Whether a subject holds a domain: its common name is the domain, or a name in it.
pub(crate) fn holds(subject: &str, domain: &str) -> bool {
    let name = common_name(subject).unwrap_or_default().to_lowercase();
    name.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}
