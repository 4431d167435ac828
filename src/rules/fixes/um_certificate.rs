//! The step that enables a certificate for the services of unified messaging. What is asked of one is for the rules.

use crate::facts::ExchangeCertificate;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::strength::is_weak;
use crate::rules::topology::im::defects::{CertificateDefect, certificate_defects};
use crate::rules::topology::um::certificate_bindings::{arguments, holder, invalid, is_alternative, is_common_name};
use crate::rules::topology::um::root_trust::doubting;
use crate::rules::topology::um::servers;
use std::collections::BTreeMap;

/// Enables the best certificate of a server.
pub(crate) fn fix(context: &Context<'_>, server: &Server<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    if let Some(step) = step(context, server)? {
        fix.add(step);
    }
    Ok(())
}

/// The step that gives every service of a server that has no valid certificate the best one that is there; nothing if
/// none does.
fn step(context: &Context<'_>, server: &Server<'_>) -> Result<Option<Step>, Missing> {
    let mut services = Vec::new();
    let mut before: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut can_go_back = true;
    let mut has_own = false;
    for service in servers::services(server) {
        let holder = holder(context.estate, &server.host, service)?;
        if holder.is_some_and(|one| invalid(context, server, one).is_empty()) {
            continue;
        }
        services.push(service);
        has_own |= holder.is_some_and(|one| is_common_name(one, server.host.name()));
        match holder.filter(|one| one.has_private_key == Some(true)) {
            Some(holder) => before.entry(&holder.thumbprint).or_default().push(service),
            None => can_go_back = false,
        }
    }
    let Some(wanted) = wanted(context, server, has_own)?.filter(|_| !services.is_empty()) else { return Ok(None) };
    let undo = before.into_iter().map(|(thumbprint, services)| enable(server, thumbprint, &services).into());
    let undo: Vec<Command> = if can_go_back { undo.collect() } else { Vec::new() };
    Ok(Some(make(server, wanted, &services, undo)))
}

/// The best certificate of a server: valid, of a root that all trust who talk to it, named after one server, with the full
/// name of this one; rather in its subject than among its alternative names, rather with a strong key and signature, and
/// the one that is valid the longest. A
/// service whose certificate has the name as subject gets no other subject: callers through an Edge server would hear
/// nothing.
fn wanted<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
    has_own: bool,
) -> Result<Option<&'a Item<ExchangeCertificate>>, Missing> {
    let name = server.host.name();
    let fits = |one: &&Item<ExchangeCertificate>| {
        let unfit = certificate_defects(context, server, one);
        let named =
            is_common_name(one, name) || !has_own && is_alternative(&server.host, one, name).is_ok_and(|found| found);
        let is_trusted = doubting(context, &server.host, one).is_none_or(|doubting| doubting.is_empty());
        let told = one.is_self_signed.is_some() && one.not_after.is_some() && one.services.is_some();
        told && named
            && is_trusted
            && unfit
                .iter()
                .all(|fault| matches!(fault, CertificateDefect::NotInAlternativeNames | CertificateDefect::NotForIis))
    };
    let fitting = context.estate.certificates_of(&server.host)?.into_iter().filter(fits);
    let is_strong = |one: &Item<ExchangeCertificate>| !is_weak(context, &server.host, one);
    Ok(fitting.max_by_key(|one| (is_common_name(one, name), is_strong(one), one.not_after, &one.thumbprint)))
}

fn enable(server: &Server<'_>, thumbprint: &str, services: &[&str]) -> Cmdlet {
    let services: Vec<String> = services.iter().map(|&one| one.to_owned()).collect();
    Cmdlet::new("Enable-ExchangeCertificate")
        .with("Server", server.host.short())
        .with("Thumbprint", thumbprint)
        .with("Services", services)
}

fn make(server: &Server<'_>, wanted: &ExchangeCertificate, services: &[&str], undo: Vec<Command>) -> Step {
    let held: Vec<&str> = wanted.services.iter().flatten().map(String::as_str).collect();
    let with: Vec<&str> = held.iter().chain(services).copied().collect();
    Step::new(
        Shell::Exchange,
        (
            Text::new(
                "Enable the certificate {subject} for {services} on {server}",
                "Activer le certificat {subject} pour {services} sur {server}",
            ),
            arguments(server, wanted).into_iter().chain([("services", services.join(", "))]).collect(),
        ),
        enable(server, &wanted.thumbprint, services),
    )
    .undone_by(undo)
    .changing(Transition {
        probe: Probe::Object {
            command: Cmdlet::new("Get-ExchangeCertificate").with("Server", server.host.short()),
            filter: [("Thumbprint".to_owned(), wanted.thumbprint.as_str().into())].into(),
        },
        before: state([("Services", flags(&held).into())]),
        after: state([("Services", flags(&with).into())]),
    })
    .verified_by(&["UMCERT-ENABLED-SERVICES", "UMCERT-EX-CA"])
}

/// Services as Exchange shows them: one text, in the order of their bits.
fn flags(services: &[&str]) -> String {
    const ORDER: [&str; 7] = ["IMAP", "POP", "UM", "IIS", "SMTP", "Federation", "UMCallRouter"];
    let display = |name: &&&str| services.iter().any(|service| same_name(service, name));
    let names: Vec<&str> = ORDER.iter().filter(display).copied().collect();
    if names.is_empty() { "None".to_owned() } else { names.join(", ") }
}
