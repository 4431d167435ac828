//! Which pool and which certificate a plan works with on each server, and why: for people who approve it. Must not
//! choose anything itself; the rules do.

use super::document::{Decision, DecisionOrigin, ImSetting};
use crate::facts::{ExchangeCertificate, Missing, Server};
use crate::l10n::{Culture, Text};
use crate::rules::{
    Context, Selection, describe_missing, im_servers, is_beside_iis, is_known_by, registrar_pools, select_certificate,
    select_pool,
};

const NOT_KNOWN: Text = Text::new(
    "Lync does not know {server} by the subject of this certificate, {subject}. Until it does, messages do not reach {server}.",
    "Lync ne connaît pas {server} par l'objet de ce certificat, {subject}. D'ici là, les messages n'atteignent pas {server}.",
);

const NOT_FOR_IIS: Text = Text::new(
    "This certificate, {subject}, is not assigned to IIS on {server}. The documentation requires the one of IIS: SO-CERT-IIS remains a warning.",
    "Ce certificat, {subject}, n'est pas affecté à IIS sur {server}. La documentation exige celui d'IIS : SO-CERT-IIS reste un avertissement.",
);

/// The decisions for every server that the plan is about; none if instant messaging must be disabled.
pub(super) fn decisions(context: &Context<'_>, culture: Culture) -> Vec<Decision> {
    if context.settings.disable {
        return Vec::new();
    }
    let servers = im_servers(context, &[]).unwrap_or_default();
    let of_each =
        servers.iter().flat_map(|server| [pool(context, server, culture), certificate(context, server, culture)]);
    of_each.collect()
}

fn pool(context: &Context<'_>, server: &Server<'_>, culture: Culture) -> Decision {
    let chosen = select_pool(context, server);
    let mut decision = decision(server, ImSetting::ServerName, chosen, String::clone, culture);
    // A name that was requested is used even if nobody could look it up; the reader has to know.
    if decision.origin == DecisionOrigin::Specified {
        decision.reason = registrar_pools(context).err().map(|missing| describe_missing(&missing, culture));
    }
    decision
}

fn certificate(context: &Context<'_>, server: &Server<'_>, culture: Culture) -> Decision {
    let chosen = select_certificate(context, server);
    // One that was requested is used even if that ends something; the reader has to know.
    let told = match &chosen {
        Ok(Selection::Specified(one)) => consequences(context, server, one, culture),
        _ => None,
    };
    let mut decision = decision(server, ImSetting::Thumbprint, chosen, |one| one.thumbprint.clone(), culture);
    decision.reason = decision.reason.or(told);
    decision
}

/// What follows from the use of a certificate that was requested, if anything does.
fn consequences(
    context: &Context<'_>,
    server: &Server<'_>,
    certificate: &ExchangeCertificate,
    culture: Culture,
) -> Option<String> {
    let is_unknown = is_known_by(context, server, certificate).is_ok_and(|known| !known);
    let texts = [(is_unknown, NOT_KNOWN), (is_beside_iis(server, certificate), NOT_FOR_IIS)];
    let subject = certificate.subject.clone().unwrap_or_default();
    let args = [("server", server.host.name().to_owned()), ("subject", subject)];
    let told: Vec<String> =
        texts.into_iter().filter(|(is_so, _)| *is_so).map(|(_, text)| text.format(culture, &args)).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

fn decision<T>(
    server: &Server<'_>,
    setting: ImSetting,
    chosen: Result<Selection<T>, Missing>,
    text: impl Fn(&T) -> String,
    culture: Culture,
) -> Decision {
    let value = chosen.as_ref().ok().and_then(Selection::value).map(text);
    let (origin, reason) = match chosen {
        Ok(Selection::Specified(_)) => (DecisionOrigin::Specified, None),
        Ok(Selection::InUse(_)) => (DecisionOrigin::InUse, None),
        Ok(Selection::Selected(_, why)) => (DecisionOrigin::Selected, Some(why.of(culture).to_owned())),
        Ok(Selection::Unresolved(why, args)) => (DecisionOrigin::Unresolved, Some(why.format(culture, &args))),
        Err(missing) => (DecisionOrigin::Unresolved, Some(describe_missing(&missing, culture))),
    };
    Decision { server: server.host.name().to_owned(), setting, value, origin, reason }
}
