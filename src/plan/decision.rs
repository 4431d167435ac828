//! Which pool and which certificate a plan works with on each server, and why: for people who approve it. Must not
//! choose anything itself; the rules do.

use super::document::{Decision, DecisionOrigin, ImSetting};
use crate::facts::{Missing, Server};
use crate::l10n::{Culture, Text};
use crate::rules::{
    Context, Selection, describe_missing, im_servers, is_known_by, registrar_pools, select_certificate, select_pool,
};

const NOT_KNOWN: Text = Text::new(
    "Lync does not know {server} by the subject of this certificate, {subject}. Until it does, messages do not reach {server}.",
    "Lync ne connaît pas {server} par l'objet de ce certificat, {subject}. D'ici là, les messages n'atteignent pas {server}.",
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
    let unknown = match &chosen {
        Ok(Selection::Specified(one)) if is_known_by(context, server, one).is_ok_and(|known| !known) => {
            let subject = one.subject.clone().unwrap_or_default();
            Some(NOT_KNOWN.format(culture, &[("server", server.host.name().to_owned()), ("subject", subject)]))
        }
        _ => None,
    };
    let mut decision = decision(server, ImSetting::Thumbprint, chosen, |one| one.thumbprint.clone(), culture);
    decision.reason = decision.reason.or(unknown);
    decision
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
