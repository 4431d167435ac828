//! The steps that set the OAuth configuration of Lync, and the certificate that signs its tokens. Which one is due is for
//! the rules.

use crate::facts::StoreCertificate;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::normal_thumbprint;
use crate::rules::topology::certificates::strength::BITS;
use crate::rules::topology::lync::servers::front_ends;
use crate::rules::topology::oauth::issuer::{Stores, USE, assigned, holds, sip_domain};
use std::collections::BTreeMap;

const ASSIGN: Text = Text::new(
    "Assign the certificate {thumbprint} to Lync as OAuthTokenIssuer",
    "Attribuer à Lync le certificat {thumbprint} comme OAuthTokenIssuer",
);

/// The reference of the cmdlets, which every step is held to, has none that takes a certificate from a use.
const STAYS: Text = Text::new(
    "Undoing the plan does not undo this first assignment: the reference that every step is checked against does not list Remove-CsCertificate. To remove it manually, run Remove-CsCertificate -Type OAuthTokenIssuer in the Lync shell; see Get-Help Remove-CsCertificate.",
    "L'annulation du plan n'annule pas cette première attribution : la référence à laquelle chaque étape est comparée ne contient pas Remove-CsCertificate. Pour la retirer manuellement, exécutez Remove-CsCertificate -Type OAuthTokenIssuer dans le shell Lync ; voir Get-Help Remove-CsCertificate.",
);

const GONE: Text = Text::new(
    "Undoing the plan does not undo this assignment: the certificate that is assigned now is not in the store of the computer, so it cannot be assigned again.",
    "L'annulation du plan n'annule pas cette attribution : le certificat attribué actuellement n'est pas dans le magasin de l'ordinateur et ne peut donc pas être attribué de nouveau.",
);

/// Sets a property; undone, it is as it was found.
pub(crate) fn step(
    title: Text,
    property: &'static str,
    found: Value,
    wanted: &str,
    verified_by: &'static [&'static str],
) -> Step {
    let set = |to: Value| Cmdlet::new("Set-CsOAuthConfiguration").with("Identity", "global").with(property, to);
    Step::new(Shell::Lync, (title, Vec::new()), set(wanted.into()))
        .undone_by([set(found.clone())])
        .changing(Transition {
            probe: Probe::Object {
                command: Cmdlet::new("Get-CsOAuthConfiguration"),
                filter: [("Identity".to_owned(), Value::from("Global"))].into(),
            },
            before: state([(property, found)]),
            after: state([(property, wanted.into())]),
        })
        .verified_by(verified_by)
}

/// The certificate that would do, and a Front End server that holds it: the one that was requested, or else a default
/// one.
fn wanted<'a>(context: &Context<'a>) -> Result<Option<(&'a Host, String)>, Missing> {
    let (stores, front_ends, domain) = (Stores::new(context), front_ends(context)?, sip_domain(context)?);
    let candidates: Vec<&str> = match &context.settings.o_auth_thumbprint {
        Some(given) => vec![given],
        None => {
            let all = context.estate.lync.certificates.items()?.iter();
            all.filter(|one| one.use_.eq_ignore_ascii_case("Default")).map(|one| one.thumbprint.as_str()).collect()
        }
    };
    let mut found = candidates.iter().flat_map(|thumbprint| stores.of(thumbprint));
    let found = found.find(|(host, one)| front_ends.contains(*host) && fits(context, one, &domain));
    Ok(found.map(|(host, one)| (*host, normal_thumbprint(&one.thumbprint))))
}

/// Assigns the certificate that would do, in the place of the one there is or as the first one. Of several a person has
/// to choose.
pub(crate) fn fix_certificate(context: &Context<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    // The state of the step has it as Lync shows it.
    let thumbprints: BTreeMap<String, &str> = assigned(context)?
        .into_iter()
        .map(|one| (normal_thumbprint(&one.thumbprint), one.thumbprint.as_str()))
        .collect();
    let mut there = thumbprints.values().copied();
    let (found, further) = (there.next(), there.next());
    if further.is_none()
        && let Some((machine, wanted)) = wanted(context)?
        && !thumbprints.contains_key(&wanted)
    {
        // Only a certificate that is in the store of the computer can be assigned again.
        let stores = Stores::new(context);
        let again = found.filter(|found| stores.of(found).iter().any(|(host, _)| *host == machine));
        let number = fix.add(assign(machine, found, again, &wanted));
        match (found, again) {
            (None, _) => fix.note(number, STAYS),
            (Some(_), None) => fix.note(number, GONE),
            _ => {}
        }
    }
    Ok(())
}

/// A first certificate has no inverse, and one whose predecessor is gone neither; `STAYS` and `GONE` say why.
fn assign(machine: &Host, found: Option<&str>, again: Option<&str>, wanted: &str) -> Step {
    let set = |thumbprint: &str| {
        Cmdlet::new("Set-CsCertificate")
            .with("Identity", "global")
            .with("Type", USE)
            .with("Thumbprint", thumbprint)
            .with("Confirm", false)
    };
    Step::new(Shell::Lync, (ASSIGN, args! { thumbprint: wanted }), set(wanted))
        .on(machine.name().to_owned())
        .undone_by(again.map(set))
        .changing(Transition {
            probe: Probe::Object {
                command: Cmdlet::new("Get-CsCertificate").with("Type", USE),
                filter: [("Use".to_owned(), Value::from(USE))].into(),
            },
            before: found.and_then(|found| state([("Thumbprint", found.into())])),
            after: state([("Thumbprint", wanted.into())]),
        })
        .verified_by(&["OAUTH-CERT-SAME-EVERYWHERE", "PARTNER-TEST"])
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
