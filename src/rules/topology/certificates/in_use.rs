//! Which certificates the integration stands on, by what uses them, and what is known of each. What is wrong with one is
//! for the rules.

use crate::facts::{ExchangeCertificate, LyncCertificate, Origin, Section, StoreCertificate, Time};
use crate::rules::model::rule::ServerFix;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::{common_name, installed_certificate, normal_thumbprint};
use crate::rules::topology::certificates::roots::{in_store, stored};
use crate::rules::topology::im::selection::owa_certificate;
use crate::rules::topology::im::servers::{each_im_server, each_im_server_with_fix};
use crate::rules::topology::im::values::VERSIONS;
use crate::rules::topology::lync::servers::{Assigned, edges};
use crate::rules::topology::oauth::auth_config::current;
use crate::rules::topology::oauth::issuer::{self, each_once};
use crate::rules::topology::oauth::partner::servers as oauth_servers;
use crate::rules::topology::um::{certificate_bindings, servers as um_servers};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What uses certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// Instant messaging in Outlook on the web, on the side of Exchange.
    OwaIm,
    /// Unified messaging, on the side of Exchange.
    UnifiedMessaging,
    /// The tokens of Exchange.
    Auth,
    /// The tokens of Lync.
    Issuer,
    /// The Edge servers.
    Edge,
}

/// A certificate in use.
#[derive(Clone, Debug)]
pub(crate) struct Used {
    /// The machine that holds it.
    pub(crate) host: Host,
    /// What names it, such as `IMCertificateThumbprint`.
    pub(crate) named: String,
    /// Its thumbprint, as it was read.
    pub(crate) thumbprint: String,
    /// Its subject; empty if that is not known.
    pub(crate) subject: String,
    /// Its end.
    pub(crate) not_after: Option<Time>,
    /// The size of its key, where the product tells it.
    pub(crate) public_key_size: Option<u32>,
    /// Whether the product says that it is used. Otherwise it only lies in the store of the machine.
    pub(crate) is_assigned: bool,
    /// Whether another one takes its place before it ends.
    pub(crate) is_followed: bool,
    section: &'static Section,
    origin: Arc<Origin>,
}

impl Used {
    /// One that a product or the store of a machine lists, without what only some of them tell.
    fn new<T>(
        host: &Host,
        named: impl Into<String>,
        section: &'static Section,
        item: &Item<T>,
        thumbprint: &str,
        subject: Option<&str>,
        not_after: Option<Time>,
    ) -> Self {
        Self {
            host: host.clone(),
            named: named.into(),
            thumbprint: thumbprint.to_owned(),
            subject: subject.unwrap_or_default().to_owned(),
            not_after,
            public_key_size: None,
            is_assigned: true,
            is_followed: false,
            section,
            origin: Arc::clone(&item.origin),
        }
    }

    fn of_exchange(host: &Host, named: impl Into<String>, one: &Item<ExchangeCertificate>) -> Self {
        let section = &exchange_sections::CERTIFICATES;
        let used = Self::new(host, named, section, one, &one.thumbprint, one.subject.as_deref(), one.not_after);
        Self { public_key_size: one.public_key_size, ..used }
    }

    fn of_lync(host: &Host, named: impl Into<String>, one: &Item<LyncCertificate>) -> Self {
        let section = &lync_sections::CERTIFICATES;
        Self::new(host, named, section, one, &one.thumbprint, one.subject.as_deref(), one.not_after)
    }

    fn of_store(host: &Host, one: &Item<StoreCertificate>) -> Self {
        let (named, section) = ("Cert:\\LocalMachine\\My", &machine_sections::CERTIFICATES);
        let used = Self::new(host, named, section, one, &one.thumbprint, one.subject.as_deref(), one.not_after);
        Self { public_key_size: one.public_key_size, is_assigned: false, ..used }
    }

    /// What to ask for where a property of it is not known.
    pub(crate) fn missing(&self) -> Missing {
        Missing::not_collected(self.section).on(self.host.name())
    }

    /// Whether Exchange uses it.
    pub(crate) fn is_of_exchange(&self) -> bool {
        self.section.path == exchange_sections::CERTIFICATES.path
    }

    /// A value of it as evidence.
    pub(crate) fn evidence(&self, name: impl Into<String>, value: Option<impl Into<String>>) -> Evidence {
        Evidence { origin: Some(Arc::clone(&self.origin)), ..Evidence::actual(name, value) }
    }

    /// What the store of its machine says of it; nothing if the store was not read or does not hold it.
    pub(crate) fn in_store<'a>(&self, context: &Context<'a>) -> Option<&'a Item<StoreCertificate>> {
        in_store(context, &self.host, &self.thumbprint)
    }
}

const NO_CERTIFICATE: Text = Text::new(
    "No certificate is known that {server} uses for it.",
    "On ne connaît aucun certificat que {server} utilise pour cela.",
);

/// What looks at the certificates of one thing.
pub(crate) type Look<'l, 'a> = &'l dyn Fn(&Target, &[Used], &mut Findings<'a>) -> CheckResult;

/// Looks at the certificates of a use, one thing after the other: each server, or each certificate where the whole
/// deployment has one. Findings of an Exchange server have the fix that is given.
pub(crate) fn each<'a>(
    context: &Context<'a>,
    purpose: Use,
    findings: &mut Findings<'a>,
    fix: Option<ServerFix>,
    look: Look<'_, 'a>,
) -> CheckResult {
    match purpose {
        Use::OwaIm => each_owa(context, findings, fix, look),
        Use::UnifiedMessaging => each_um(context, findings, fix, look),
        Use::Auth => each_auth(context, findings, look),
        Use::Issuer => each_issuer(context, findings, look),
        Use::Edge => each_edge(context, findings, look),
    }
}

/// Says what is found of one thing, or that it has no certificate.
fn tell<'a>(host: &Host, used: &[Used], findings: &mut Findings<'a>, look: Look<'_, 'a>) -> CheckResult {
    let target = Target::server(host);
    if used.is_empty() {
        findings.not_applicable(target, NO_CERTIFICATE, args! { server: host.name() });
        return Ok(());
    }
    look(&target, used, findings)
}

fn each_owa<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    fix: Option<ServerFix>,
    look: Look<'_, 'a>,
) -> CheckResult {
    let look = |server: &Server<'a>, findings: &mut Findings<'a>| {
        let found = owa_certificate(context, server)?;
        let used = found.map(|one| Used::of_exchange(&server.host, "IMCertificateThumbprint", one));
        tell(&server.host, used.as_slice(), findings, look)
    };
    match fix {
        Some(fix) => each_im_server_with_fix(context, findings, VERSIONS, fix, look),
        None => each_im_server(context, findings, VERSIONS, look),
    }
}

fn each_um<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    fix: Option<ServerFix>,
    look: Look<'_, 'a>,
) -> CheckResult {
    let look = |server: &Server<'a>, findings: &mut Findings<'a>| {
        let bound = certificate_bindings::of(context.estate, server)?;
        let used = bound.iter().map(|one| Used::of_exchange(&server.host, one.services.join(", "), one.certificate));
        tell(&server.host, &used.collect::<Vec<_>>(), findings, look)
    };
    match fix {
        Some(fix) => um_servers::each_with_fix(context, findings, fix, look),
        None => um_servers::each(context, findings, look),
    }
}

/// The certificates that these machines of Lync show, as far as anybody asked them.
pub(crate) fn each_of_lync<'a>(
    context: &Context<'a>,
    hosts: &BTreeSet<Host>,
    findings: &mut Findings<'a>,
    look: Look<'_, 'a>,
) {
    let Ok(assigned) = Assigned::new(context) else { return };
    for host in hosts {
        let Ok(Some(default)) = assigned.default_of(host) else { continue };
        let target = Target::server(host);
        findings.for_target(&target.clone(), |findings| {
            look(&target, &[Used::of_lync(host, "Default", default)], findings)
        });
    }
}

fn each_auth<'a>(context: &Context<'a>, findings: &mut Findings<'a>, look: Look<'_, 'a>) -> CheckResult {
    let (configuration, thumbprint) = current(context)?;
    let next = normal_thumbprint(configuration.next_certificate_thumbprint.as_deref().unwrap_or_default());
    let mut missing = None;
    let mut all = Vec::new();
    for (named, wanted) in [("CurrentCertificateThumbprint", thumbprint), ("NextCertificateThumbprint", next)] {
        for server in oauth_servers(context)?.into_iter().filter(Server::is_back_end) {
            if wanted.is_empty() || all.iter().any(|one: &Used| one.named == named) {
                break;
            }
            match installed_certificate(context, &server, &wanted) {
                Ok(Some(found)) => all.push(Used::of_exchange(&server.host, named, found)),
                Ok(None) => {}
                Err(unknown) => missing = missing.or(Some(unknown)),
            }
        }
    }
    if let [current, next] = all.as_mut_slice() {
        let begin = configuration.next_certificate_effective_date;
        current.is_followed = next.not_after > current.not_after && begin.is_some() && begin <= current.not_after;
    }
    for used in &all {
        let target = Target::new(TargetKind::Certificate, normal_thumbprint(&used.thumbprint));
        findings.for_target(&target.clone(), |findings| look(&target, std::slice::from_ref(used), findings));
    }
    match missing {
        Some(missing) if all.is_empty() => Err(missing),
        _ => Ok(()),
    }
}

fn each_issuer<'a>(context: &Context<'a>, findings: &mut Findings<'a>, look: Look<'_, 'a>) -> CheckResult {
    for (thumbprint, certificate) in each_once(context, findings)? {
        let target = Target::new(TargetKind::Certificate, &thumbprint);
        findings.for_target(&target.clone(), |findings| {
            let missing = || issuer::store_missing(context, certificate);
            let host = context.estate.host(certificate.computer.as_deref().ok_or_else(missing)?);
            look(&target, &[Used::of_lync(&host, issuer::USE, certificate)], findings)
        });
    }
    Ok(())
}

fn each_edge<'a>(context: &Context<'a>, findings: &mut Findings<'a>, look: Look<'_, 'a>) -> CheckResult {
    for host in edges(context)? {
        findings.for_target(&Target::server(&host), |findings| tell(&host, &of_edge(context, &host)?, findings, look));
    }
    Ok(())
}

/// The certificates of an Edge server: those that it is known to use, or else the newest of each name in its store.
fn of_edge(context: &Context<'_>, host: &Host) -> Result<Vec<Used>, Missing> {
    let mut uses: BTreeMap<String, Used> = BTreeMap::new();
    for one in context.estate.lync.certificates.items().unwrap_or_default() {
        let is_here = one.computer.as_deref().is_some_and(|name| context.estate.host(name) == *host);
        if !is_here || one.use_.eq_ignore_ascii_case(issuer::USE) {
            continue;
        }
        match uses.get_mut(&normal_thumbprint(&one.thumbprint)) {
            Some(known) => known.named = format!("{}, {}", known.named, one.use_),
            None => drop(uses.insert(normal_thumbprint(&one.thumbprint), Used::of_lync(host, one.use_.as_str(), one))),
        }
    }
    if !uses.is_empty() {
        return Ok(uses.into_values().collect());
    }
    let mut newest: BTreeMap<String, Used> = BTreeMap::new();
    for one in stored(context, host)? {
        if !one.store.eq_ignore_ascii_case("My") || one.has_private_key != Some(true) {
            continue;
        }
        let found = Used::of_store(host, one);
        let name = common_name(&found.subject).unwrap_or(&found.subject).to_lowercase();
        if newest.get(&name).is_none_or(|known| known.not_after < found.not_after) {
            newest.insert(name, found);
        }
    }
    Ok(newest.into_values().collect())
}
