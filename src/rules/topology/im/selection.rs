//! Which pool and which certificate instant messaging of a server should use: what was requested where it does, else
//! what is in use and does, else the one that does. Where that leaves a doubt, a person is asked.

use crate::facts::ExchangeCertificate;
use crate::rules::model::findings::{Args, args};
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::installed_certificate;
use crate::rules::topology::certificates::strength::is_weak;
use crate::rules::topology::im::defects::{
    self, CertificateDefect, certificate_defects, certificate_defects_in_use, is_beside_iis, needs_iis,
};
use crate::rules::topology::im::settings::{im_settings_of, intended_settings_of};
use crate::rules::topology::im::suitable::{Trust, is_suitable};
use crate::rules::topology::im::values::pool_problem;
use crate::rules::topology::lync::known_servers::is_known_by;
use crate::rules::topology::lync::pools::{is_registrar_pool, registrar_pools};

/// A value that was chosen, and how.
#[derive(Clone, Debug)]
pub(crate) enum Selection<T> {
    /// The administrator gave it.
    Specified(T),
    /// It is in use and meets the requirements.
    InUse(T),
    /// It is the one that fits; the sentence says why.
    Selected(T, Text),
    /// Nothing fits, too much does, or what was requested does not; the sentence, with what fills its placeholders,
    /// says what to do.
    Unresolved(Text, Args),
}

impl<T> Selection<T> {
    /// The value, if there is one.
    pub(crate) fn value(&self) -> Option<&T> {
        match self {
            Self::Specified(value) | Self::InUse(value) | Self::Selected(value, _) => Some(value),
            Self::Unresolved(..) => None,
        }
    }
}

const SEVERAL_POOLS: Text = Text::new(
    "There are several pools with a Registrar. Specify the one to use with -IMServerName.",
    "Il y a plusieurs pools avec un serveur d'inscriptions. Indiquez celui à utiliser avec -IMServerName.",
);
pub(crate) const NO_POOL: Text =
    Text::new("There is no pool with a Registrar.", "Il n'y a aucun pool avec un serveur d'inscriptions.");
const ONLY_POOL: Text =
    Text::new("It is the only pool with a Registrar.", "C'est le seul pool avec un serveur d'inscriptions.");
const NO_CERTIFICATE: Text = Text::new(
    "No certificate of the server meets the requirements: valid, issued by a certification authority, with a private key that Exchange can use, and with an FQDN as subject and among the subject alternative names: that of the server, or of a trusted application pool.",
    "Aucun certificat du serveur ne remplit les conditions : valide, émis par une autorité de certification, avec une clé privée qu'Exchange peut utiliser, et avec un nom de domaine complet comme objet et parmi les autres noms de l'objet : celui du serveur ou d'un pool d'applications approuvées.",
);
const BEST_CERTIFICATE: Text = Text::new(
    "Of the certificates that meet the requirements, it is valid the longest.",
    "Parmi les certificats qui remplissent les conditions, c'est celui qui reste valide le plus longtemps.",
);

const KNOWN_CERTIFICATE: Text = Text::new(
    "It meets the requirements, and Lync knows the server by it.",
    "Il remplit les conditions, et Lync connaît le serveur par lui.",
);

const STRONG_CERTIFICATE: Text = Text::new(
    "Of the certificates that meet the requirements, it is valid the longest of those with a strong key and signature.",
    "Parmi les certificats qui remplissent les conditions, c'est celui qui reste valide le plus longtemps parmi ceux dont la clé et la signature sont fortes.",
);

const KNOWN_BESIDE_IIS: Text = Text::new(
    "Lync knows the server by it. The documentation requires the certificate of IIS, and this one is not assigned to IIS: SO-CERT-IIS remains a warning.",
    "Lync connaît le serveur par lui. La documentation exige le certificat d'IIS, et celui-ci n'est pas affecté à IIS : SO-CERT-IIS reste un avertissement.",
);

const NOT_A_POOL: Text = Text::new(
    "{given}, the pool specified with -IMServerName, is not a pool with a Registrar. Specify one of: {pools}.",
    "{given}, le pool indiqué avec -IMServerName, n'est pas un pool avec un serveur d'inscriptions. Indiquez l'un des pools suivants : {pools}.",
);
const NOT_INSTALLED: Text = Text::new(
    "The requested certificate is not installed on the server.",
    "Le certificat demandé n'est pas installé sur le serveur.",
);

/// The pool that a server should use.
pub(crate) fn select_pool(context: &Context<'_>, server: &Server<'_>) -> Result<Selection<String>, Missing> {
    if let Some(given) = &context.settings.im_server_name {
        return requested_pool(context, given);
    }
    let pools = registrar_pools(context)?;
    let used = intended_settings_of(context, server).ok().and_then(|found| found.server_name);
    if let Some(used) = used.filter(|used| pools.iter().any(|pool| same_name(pool, used))) {
        return Ok(Selection::InUse(used));
    }
    Ok(match pools.as_slice() {
        [] => Selection::Unresolved(NO_POOL, Vec::new()),
        [only] => Selection::Selected(only.clone(), ONLY_POOL),
        _ => Selection::Unresolved(SEVERAL_POOLS, Vec::new()),
    })
}

/// Where nobody collected the pools, a name cannot be looked up, and is taken as it is if it can be one.
fn requested_pool(context: &Context<'_>, given: &str) -> Result<Selection<String>, Missing> {
    let fits = is_registrar_pool(context, given).unwrap_or(true);
    if fits && let Some(problem) = pool_problem(given) {
        let (text, args) = problem.sentence();
        return Ok(Selection::Unresolved(text, args));
    }
    if fits {
        return Ok(Selection::Specified(given.to_owned()));
    }
    let pools = registrar_pools(context)?;
    if pools.is_empty() {
        return Ok(Selection::Unresolved(NO_POOL, Vec::new()));
    }
    Ok(Selection::Unresolved(NOT_A_POOL, args! { given, pools: pools.join(", ") }))
}

/// That it is not assigned to IIS is only warned of, so a request overrides it; who approves the plan is told. What a rule
/// refuses stays refused: written, it would end messages, and the next check would call it an error. Of several such faults
/// the first is told, since any of them has to be fixed or another certificate named.
fn requested_certificate<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
    given: &str,
) -> Result<Selection<&'a Item<ExchangeCertificate>>, Missing> {
    let Some(found) = installed_certificate(context, server, given)? else {
        return Ok(Selection::Unresolved(NOT_INSTALLED, Vec::new()));
    };
    let faults = certificate_defects(context, server, found);
    Ok(match faults.into_iter().find(|fault| *fault != CertificateDefect::NotForIis) {
        Some(fault) => Selection::Unresolved(defects::reason(fault), defects::arguments(server, found)),
        None => Selection::Specified(found),
    })
}

/// The certificate that a server uses, or else the one that it should use; nothing if there is neither.
pub(crate) fn owa_certificate<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
) -> Result<Option<&'a Item<ExchangeCertificate>>, Missing> {
    if let Some(used) = im_settings_of(context, server)?.thumbprint
        && let Some(installed) = installed_certificate(context, server, &used)?
    {
        return Ok(Some(installed));
    }
    Ok(select_certificate(context, server)?.value().copied())
}

/// The certificate that a server should use.
pub(crate) fn select_certificate<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
) -> Result<Selection<&'a Item<ExchangeCertificate>>, Missing> {
    if let Some(given) = &context.settings.thumbprint {
        return requested_certificate(context, server, given);
    }
    let used = intended_settings_of(context, server).ok().and_then(|found| found.thumbprint);
    let used = used.map(|used| installed_certificate(context, server, &used)).transpose()?.flatten();
    let Some(used) = used.filter(|used| certificate_defects_in_use(context, server, used).is_empty()) else {
        return best_certificate(context, server);
    };
    // One whose root no server of Lync trusts cannot work: it gives way to one that they all trust and that no rule warns
    // of, and to nothing else.
    let is_trusted_by_none = Trust::of(context, server, used).is_ok_and(|trust| trust.trusting.is_empty());
    if is_trusted_by_none
        && let Ok(best) = best_certificate(context, server)
        && let Some(other) = best.value()
        && !is_beside_iis(server, other)
        && Trust::of(context, server, other).is_ok_and(|trust| trust.doubting.is_empty())
    {
        return Ok(best);
    }
    Ok(Selection::InUse(used))
}

/// Of the certificates that do for a server the one to use.
fn best_certificate<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
) -> Result<Selection<&'a Item<ExchangeCertificate>>, Missing> {
    let mut fitting = context.estate.certificates_of(&server.host)?;
    fitting.retain(|one| is_suitable(context, server, one));
    // What a session does not tell may speak against a certificate: one that nobody named is not selected then.
    let (told, silent): (Vec<_>, Vec<_>) = fitting.into_iter().partition(|one| {
        let is_told_for_iis = !needs_iis(server) || one.services.is_some();
        is_told_for_iis && one.has_private_key.is_some() && one.is_self_signed.is_some() && one.domains.is_some()
    });
    if told.is_empty() && !silent.is_empty() {
        return Err(Missing::not_collected(&exchange_sections::CERTIFICATES).on(server.host.name()));
    }
    let longest = told.iter().map(|one| one.not_after).max();
    // One that Lync knows works at once; any other one waits for its trusted application pool. Of those the ones that no
    // rule warns of come first, and of these the one of IIS, which is what the page asks for.
    let is_known = |one: &Item<ExchangeCertificate>| is_known_by(context, server, one).unwrap_or_default();
    let rank = |one: &Item<ExchangeCertificate>| {
        let is_strong = !is_weak(context, &server.host, one);
        (is_known(one), is_strong, !is_beside_iis(server, one), one.not_after, one.thumbprint.clone())
    };
    let best = told.into_iter().max_by_key(|one| rank(one));
    Ok(best.map_or(Selection::Unresolved(NO_CERTIFICATE, Vec::new()), |best| {
        let why = if is_beside_iis(server, best) {
            KNOWN_BESIDE_IIS
        } else if longest == Some(best.not_after) {
            BEST_CERTIFICATE
        } else if is_known(best) {
            KNOWN_CERTIFICATE
        } else {
            STRONG_CERTIFICATE
        };
        Selection::Selected(best, why)
    }))
}

/// What the administrator has to decide before the settings of a server can be made, if there is something: a sentence, and
/// what fills its placeholders.
pub(crate) fn open_question(context: &Context<'_>, server: &Server<'_>) -> Option<(Text, Vec<(&'static str, String)>)> {
    let pool = select_pool(context, server).ok();
    let certificate = select_certificate(context, server).ok();
    match (pool, certificate) {
        (Some(Selection::Unresolved(text, args)), _) | (_, Some(Selection::Unresolved(text, args))) => {
            Some((text, args))
        }
        _ => None,
    }
}
