//! The pool and the certificate that were asked for by name: taken where they do, a question where they do not. Chooses
//! nothing where nothing was asked for.

use crate::facts::{ExchangeCertificate, Item, Missing, Server};
use crate::message::Text;
use crate::rules::model::context::{Chosen, Context, NO_POOL};
use crate::rules::topology::im::defects;

const NOT_A_POOL: Text = Text::new(
    "{given}, which was asked for (-IMServerName), is no pool with a Registrar. Name one that is: {pools}.",
    "{given}, qui a été demandé (-IMServerName), n'est pas un pool avec un serveur d'inscriptions. Nommez-en un qui l'est : {pools}.",
);
const NOT_INSTALLED: Text = Text::new(
    "The certificate that was asked for is not installed on the server.",
    "Le certificat demandé n'est pas installé sur le serveur.",
);

/// Where nobody collected the pools, a name cannot be looked up, and is taken as it is.
pub(crate) fn pool(context: &Context<'_>, given: &str) -> Result<Chosen<String>, Missing> {
    if context.is_registrar_pool(given).unwrap_or(true) {
        return Ok(Chosen::Given(given.to_owned()));
    }
    let pools = context.registrar_pools()?;
    if pools.is_empty() {
        return Ok(Chosen::Open(NO_POOL, Vec::new()));
    }
    Ok(Chosen::Open(NOT_A_POOL, vec![("given", given.to_owned()), ("pools", pools.join(", "))]))
}

/// Of several faults the first is told, since any of them has to be mended or another certificate named.
pub(crate) fn certificate<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
    given: &str,
) -> Result<Chosen<&'a Item<ExchangeCertificate>>, Missing> {
    let Some(found) = context.certificate(server, given)? else {
        return Ok(Chosen::Open(NOT_INSTALLED, Vec::new()));
    };
    Ok(match context.unfit(server, found).first() {
        Some(&fault) => Chosen::Open(defects::reason(fault), defects::arguments(server, found)),
        None => Chosen::Given(found),
    })
}
