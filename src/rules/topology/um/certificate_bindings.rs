//! The certificates of unified messaging on each Exchange server: which one each service uses, which one it could use,
//! and the step that changes it. What is asked of a certificate is for the rules.

use crate::facts::{Estate, ExchangeCertificate, Host, Item, Missing, Server, Shell, exchange_sections, same_name};
use crate::message::Text;
use crate::rules::model::context::{Context, Unfit, common_name};
use crate::rules::model::finding::{Checked, Evidence, Report, Target};
use crate::rules::topology::um::servers;
use crate::step::{Cmdlet, Command, Probe, Step, Transition, state};
use std::collections::BTreeMap;

/// Why a certificate fails: the sentence and what fills it.
pub(crate) type Fault = (Text, Vec<(&'static str, String)>);

const NONE_ENABLED: Text = Text::new(
    "{server} has no certificate for unified messaging yet; UMCERT-ENABLED-SERVICES asks for one.",
    "{server} n'a pas encore de certificat pour la messagerie unifiée ; UMCERT-ENABLED-SERVICES en demande un.",
);

/// A certificate with the services of unified messaging that use it.
pub(crate) struct Bound<'a> {
    pub certificate: &'a Item<ExchangeCertificate>,
    pub services: Vec<&'static str>,
}

/// The certificates that the services of a server use.
pub(crate) fn of<'a>(estate: &'a Estate, server: &Server<'_>) -> Result<Vec<Bound<'a>>, Missing> {
    let mut bound: Vec<Bound<'a>> = Vec::new();
    for service in servers::services(server) {
        let Some(certificate) = holder(estate, &server.host, service)? else { continue };
        match bound.iter_mut().find(|one| one.certificate.thumbprint == certificate.thumbprint) {
            Some(known) => known.services.push(service),
            None => bound.push(Bound { certificate, services: vec![service] }),
        }
    }
    Ok(bound)
}

/// The certificate that a service of a server uses; nothing if it has none.
pub(crate) fn holder<'a>(
    estate: &'a Estate,
    host: &Host,
    service: &str,
) -> Result<Option<&'a Item<ExchangeCertificate>>, Missing> {
    let all = estate.certificates_of(host)?;
    let has = |one: &Item<ExchangeCertificate>| one.services.iter().flatten().any(|name| same_name(name, service));
    match all.iter().find(|one| has(one)) {
        Some(found) => Ok(Some(found)),
        None if all.iter().any(|one| one.services.is_none()) => Err(unknown(host)),
        None => Ok(None),
    }
}

/// That something about the certificates of a server is not known.
pub(crate) fn unknown(host: &Host) -> Missing {
    Missing::never(&exchange_sections::CERTIFICATES).on(host.name())
}

/// Judges each server by the certificates that its services use: the first one that fails decides.
pub(crate) fn judge<'a>(
    context: &Context<'a>,
    report: &mut Report<'_>,
    look: impl Fn(&Server<'a>, &Bound<'a>) -> Result<(Option<Fault>, Vec<Evidence>), Missing>,
) -> Checked {
    servers::each(context, report, |server, report| {
        let target = Target::server(&server.host);
        let bound = of(context.estate, server)?;
        if bound.is_empty() {
            report.not_applicable(target, NONE_ENABLED, vec![("server", server.host.name().to_owned())]);
            return Ok(());
        }
        let mut all = Vec::new();
        for one in &bound {
            let (fault, evidence) = look(server, one)?;
            if let Some((text, args)) = fault {
                report.fail(target, text, args, evidence);
                return Ok(());
            }
            all.extend(evidence);
        }
        report.pass(target, all);
        Ok(())
    })
}

/// What sentences about the certificate of a server are filled with.
pub(crate) fn arguments(server: &Server<'_>, certificate: &ExchangeCertificate) -> Vec<(&'static str, String)> {
    let subject = certificate.subject.clone().unwrap_or_default();
    vec![("server", server.host.name().to_owned()), ("subject", subject)]
}

/// The subject of a certificate, or that it has to be asked for.
pub(crate) fn subject<'a>(host: &Host, certificate: &'a ExchangeCertificate) -> Result<&'a str, Missing> {
    certificate.subject.as_deref().ok_or_else(|| unknown(host))
}

/// Whether a name is the common name of a certificate.
pub(crate) fn is_common_name(certificate: &ExchangeCertificate, name: &str) -> bool {
    certificate.subject.as_deref().and_then(common_name).is_some_and(|found| same_name(found, name))
}

/// Whether a name is among the alternative names of a certificate, or that they have to be asked for.
pub(crate) fn is_alternative(host: &Host, certificate: &ExchangeCertificate, name: &str) -> Result<bool, Missing> {
    let domains = certificate.domains.as_ref().ok_or_else(|| unknown(host))?;
    Ok(domains.iter().any(|domain| same_name(domain, name)))
}

/// What makes a certificate useless for any service, whatever its names.
pub(crate) fn invalid(context: &Context<'_>, server: &Server<'_>, certificate: &ExchangeCertificate) -> Vec<Unfit> {
    let mut faults = context.unfit(server, certificate);
    faults.retain(|fault| {
        matches!(fault, Unfit::Expired | Unfit::NotYetValid | Unfit::NoPrivateKey | Unfit::SelfSigned | Unfit::NotValid)
    });
    faults
}

/// The step that gives every service of a server that has no valid certificate the best one that is there; nothing if
/// none does.
pub(crate) fn step(context: &Context<'_>, server: &Server<'_>) -> Result<Option<Step>, Missing> {
    let mut services = Vec::new();
    let mut before: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut can_go_back = true;
    for service in servers::services(server) {
        let holder = holder(context.estate, &server.host, service)?;
        if holder.is_some_and(|one| invalid(context, server, one).is_empty()) {
            continue;
        }
        services.push(service);
        match holder.filter(|one| one.has_private_key == Some(true)) {
            Some(holder) => before.entry(&holder.thumbprint).or_default().push(service),
            None => can_go_back = false,
        }
    }
    let Some(wanted) = wanted(context, server)?.filter(|_| !services.is_empty()) else { return Ok(None) };
    let undo = before.into_iter().map(|(thumbprint, services)| enable(server, thumbprint, &services).into());
    let undo: Vec<Command> = if can_go_back { undo.collect() } else { Vec::new() };
    Ok(Some(make(server, wanted, &services, undo)))
}

/// The best certificate of a server: valid, named after one server, with the full name of this one; rather in its
/// subject than among its alternative names, and the one that is valid the longest.
fn wanted<'a>(context: &Context<'a>, server: &Server<'_>) -> Result<Option<&'a Item<ExchangeCertificate>>, Missing> {
    let name = server.host.name();
    let fits = |one: &&Item<ExchangeCertificate>| {
        let unfit = context.unfit(server, one);
        let named = is_common_name(one, name) || is_alternative(&server.host, one, name).is_ok_and(|found| found);
        let told = one.is_self_signed.is_some() && one.not_after.is_some() && one.services.is_some();
        told && named && unfit.iter().all(|fault| matches!(fault, Unfit::NotInAlternativeNames | Unfit::NotForIis))
    };
    let fitting = context.estate.certificates_of(&server.host)?.into_iter().filter(fits);
    Ok(fitting.max_by_key(|one| (is_common_name(one, name), one.not_after, &one.thumbprint)))
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
    Step {
        title: (
            Text::new(
                "Enable the certificate {subject} for {services} on {server}",
                "Activer le certificat {subject} pour {services} sur {server}",
            ),
            arguments(server, wanted).into_iter().chain([("services", services.join(", "))]).collect(),
        ),
        shell: Shell::Exchange,
        machine: None,
        command: enable(server, &wanted.thumbprint, services).into(),
        undo,
        transition: Some(Transition {
            probe: Probe::Object {
                command: Cmdlet::new("Get-ExchangeCertificate").with("Server", server.host.short()),
                filter: [("Thumbprint".to_owned(), wanted.thumbprint.as_str().into())].into(),
            },
            before: state([("Services", flags(&held).into())]),
            after: state([("Services", flags(&with).into())]),
        }),
        follows: Vec::new(),
        interrupts: None,
        verified_by: &["UMCERT-ENABLED-SERVICES", "UMCERT-EX-CA"],
    }
}

/// Services as Exchange shows them: one text, in the order of their bits.
fn flags(services: &[&str]) -> String {
    const ORDER: [&str; 7] = ["IMAP", "POP", "UM", "IIS", "SMTP", "Federation", "UMCallRouter"];
    let shown = |name: &&&str| services.iter().any(|service| same_name(service, name));
    let names: Vec<&str> = ORDER.iter().filter(shown).copied().collect();
    if names.is_empty() { "None".to_owned() } else { names.join(", ") }
}
