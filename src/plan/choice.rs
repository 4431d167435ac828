//! Which pool and which certificate a plan works with on each server, and why: for people who approve it. Must not
//! choose anything itself; the rules do.

use super::document::{Choice, How, ImSetting};
use crate::facts::{Missing, Server};
use crate::message::Culture;
use crate::rules::{
    Context, Selection, describe_missing, im_servers, registrar_pools, select_certificate, select_pool,
};

/// The choices for every server that the plan is about; none where instant messaging shall be off.
pub(super) fn choices(context: &Context<'_>, culture: Culture) -> Vec<Choice> {
    if context.settings.disable {
        return Vec::new();
    }
    let servers = im_servers(context, &[]).unwrap_or_default();
    let of_each =
        servers.iter().flat_map(|server| [pool(context, server, culture), certificate(context, server, culture)]);
    of_each.collect()
}

fn pool(context: &Context<'_>, server: &Server<'_>, culture: Culture) -> Choice {
    let chosen = select_pool(context, server);
    let mut choice = choice(server, ImSetting::ServerName, chosen, String::clone, culture);
    // A name that was asked for is used even if nobody could look it up; the reader has to know.
    if choice.how == How::Given {
        choice.reason = registrar_pools(context).err().map(|missing| describe_missing(&missing, culture));
    }
    choice
}

fn certificate(context: &Context<'_>, server: &Server<'_>, culture: Culture) -> Choice {
    let chosen = select_certificate(context, server);
    choice(server, ImSetting::Thumbprint, chosen, |one| one.thumbprint.clone(), culture)
}

fn choice<T>(
    server: &Server<'_>,
    what: ImSetting,
    chosen: Result<Selection<T>, Missing>,
    text: impl Fn(&T) -> String,
    culture: Culture,
) -> Choice {
    let value = chosen.as_ref().ok().and_then(Selection::value).map(text);
    let (how, reason) = match chosen {
        Ok(Selection::Specified(_)) => (How::Given, None),
        Ok(Selection::InUse(_)) => (How::Kept, None),
        Ok(Selection::Selected(_, why)) => (How::Picked, Some(why.of(culture).to_owned())),
        Ok(Selection::Unresolved(why, args)) => (How::Open, Some(why.fill(culture, &args))),
        Err(missing) => (How::Open, Some(describe_missing(&missing, culture))),
    };
    Choice { server: server.host.name().to_owned(), what, value, how, reason }
}
