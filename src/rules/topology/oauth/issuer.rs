//! The certificate that Lync signs its tokens with: which one it is, which one would do, and the step that assigns it.
//! What is wrong with one is for the rules.

use crate::facts::{Host, Item, LyncCertificate, Missing, Shell, StoreCertificate, lync_sections, machine_sections};
use crate::message::Text;
use crate::rules::model::context::{Context, common_name, normal_thumbprint};
use crate::rules::model::finding::{Finding, Report, Target};
use crate::rules::model::rule::Steps;
use crate::rules::topology::lync::servers::front_ends;
use crate::step::{Cmdlet, Probe, Step, Transition, Value, state};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The use of certificates that sign tokens. The list in the reference leaves it out, and the cmdlets take it.
pub(crate) const USE: &str = "OAuthTokenIssuer";
/// How many bits its key has at least.
pub(crate) const BITS: u32 = 2048;

/// What there is to say of a certificate that is not there.
pub(crate) const NONE_YET: Text = Text::new(
    "Lync has no certificate for tokens yet; OAUTH-CERT-PRESENT asks for one.",
    "Lync n'a pas encore de certificat pour les jetons ; OAUTH-CERT-PRESENT en demande un.",
);
const ASSIGN: Text = Text::new(
    "Let Lync sign its tokens with the certificate {thumbprint}",
    "Faire signer les jetons de Lync par le certificat {thumbprint}",
);

/// The reference of the cmdlets, which every step is held to, has none that takes a certificate from a use.
const STAYS: Text = Text::new(
    "This first assignment is not taken back with the plan: Lync has Remove-CsCertificate, but the reference that every step is checked against does not list it. By hand: Remove-CsCertificate -Type OAuthTokenIssuer in the Lync shell; see Get-Help Remove-CsCertificate.",
    "Cette première attribution n'est pas annulée avec le plan : Lync a Remove-CsCertificate, mais la référence à laquelle chaque étape est confrontée ne la cite pas. À la main : Remove-CsCertificate -Type OAuthTokenIssuer dans l'environnement Lync ; voir Get-Help Remove-CsCertificate.",
);

/// The certificates that sign tokens, as every computer that was asked lists them.
pub(crate) fn assigned<'a>(context: &Context<'a>) -> Result<Vec<&'a Item<LyncCertificate>>, Missing> {
    let all = context.estate.lync.certificates.known()?;
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
    report: &mut Report<'_>,
) -> Result<BTreeMap<String, &'a Item<LyncCertificate>>, Missing> {
    let all = assigned(context)?;
    if all.is_empty() {
        report.not_applicable(Target::estate(), NONE_YET, Vec::new());
    }
    Ok(all.into_iter().map(|one| (normal_thumbprint(&one.thumbprint), one)).collect())
}

/// The certificates in the stores of all machines, by thumbprint.
pub(crate) struct Stores<'a>(HashMap<String, Vec<(&'a Host, &'a Item<StoreCertificate>)>>);

impl<'a> Stores<'a> {
    pub(crate) fn new(context: &Context<'a>) -> Self {
        let mut by_thumbprint: HashMap<String, Vec<_>> = HashMap::new();
        for machine in &context.estate.machines {
            let all = machine.state.certificates.known().unwrap_or_default();
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
    let missing = Missing::never(&machine_sections::CERTIFICATES);
    match &certificate.computer {
        Some(computer) => missing.on(context.estate.host(computer).name()),
        None => missing,
    }
}

/// The default SIP domain.
pub(crate) fn sip_domain(context: &Context<'_>) -> Result<String, Missing> {
    let all = context.estate.lync.sip_domains.known()?;
    let default = all.iter().find(|domain| domain.is_default == Some(true));
    let only = if all.len() == 1 { all.first() } else { None };
    let found = default.or(only).map(|domain| domain.name.to_lowercase());
    found.ok_or_else(|| Missing::never(&lync_sections::SIP_DOMAINS))
}

/// Whether a subject holds a domain: its common name is the domain, or a name in it.
pub(crate) fn holds(subject: &str, domain: &str) -> bool {
    let name = common_name(subject).unwrap_or_default().to_lowercase();
    name.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Whether a certificate of a store would do; what is not known is held against it.
fn fits(context: &Context<'_>, certificate: &StoreCertificate, domain: &str) -> bool {
    let now = context.estate.now;
    certificate.has_private_key == Some(true)
        && certificate.is_cng_key != Some(true)
        && certificate.not_before.is_some_and(|start| start <= now)
        && certificate.not_after.is_some_and(|end| end > now)
        && certificate.public_key_size.is_some_and(|size| size >= BITS)
        && holds(certificate.subject.as_deref().unwrap_or_default(), domain)
}

/// The certificate that would do, and a Front End server that holds it: the one that was asked for, or else a default one.
fn wanted<'a>(context: &Context<'a>) -> Result<Option<(&'a Host, String)>, Missing> {
    let (stores, front_ends, domain) = (Stores::new(context), front_ends(context)?, sip_domain(context)?);
    let candidates: Vec<&str> = match &context.settings.o_auth_thumbprint {
        Some(given) => vec![given],
        None => {
            let all = context.estate.lync.certificates.known()?.iter();
            all.filter(|one| one.use_.eq_ignore_ascii_case("Default")).map(|one| one.thumbprint.as_str()).collect()
        }
    };
    let mut found = candidates.iter().flat_map(|thumbprint| stores.of(thumbprint));
    let found = found.find(|(host, one)| front_ends.contains(*host) && fits(context, one, &domain));
    Ok(found.map(|(host, one)| (*host, normal_thumbprint(&one.thumbprint))))
}

/// Assigns the certificate that would do, in the place of the one there is or as the first one. Of several a person has
/// to choose.
pub(crate) fn mend(context: &Context<'_>, finding: &Finding, steps: &mut Steps) -> Result<(), Missing> {
    let thumbprints: BTreeSet<String> =
        assigned(context)?.into_iter().map(|one| normal_thumbprint(&one.thumbprint)).collect();
    let mut there = thumbprints.into_iter();
    let (found, further) = (there.next(), there.next());
    if further.is_none()
        && let Some((machine, wanted)) = wanted(context)?
        && found.as_ref() != Some(&wanted)
    {
        let number = steps.add(finding, assign(machine, found.as_deref(), &wanted));
        if found.is_none() {
            steps.note(number, STAYS);
        }
    }
    Ok(())
}

/// A first certificate has no inverse; `STAYS` says why.
fn assign(machine: &Host, found: Option<&str>, wanted: &str) -> Step {
    let set = |thumbprint: &str| {
        Cmdlet::new("Set-CsCertificate")
            .with("Identity", "global")
            .with("Type", USE)
            .with("Thumbprint", thumbprint)
            .with("Confirm", false)
    };
    Step {
        title: (ASSIGN, vec![("thumbprint", wanted.to_owned())]),
        shell: Shell::Lync,
        machine: Some(machine.name().to_owned()),
        command: set(wanted).into(),
        undo: found.map(|found| set(found).into()).into_iter().collect(),
        transition: Some(Transition {
            probe: Probe::Object {
                command: Cmdlet::new("Get-CsCertificate").with("Type", USE),
                filter: [("Use".to_owned(), Value::from(USE))].into(),
            },
            before: found.and_then(|found| state([("Thumbprint", found.into())])),
            after: state([("Thumbprint", wanted.into())]),
        }),
        follows: Vec::new(),
        interrupts: None,
        verified_by: &["OAUTH-CERT-SAME-EVERYWHERE", "PARTNER-TEST"],
    }
}
