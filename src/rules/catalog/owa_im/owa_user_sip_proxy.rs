//! OWA-USER-SIP-PROXY: the users have one valid SIP address in Exchange, that of Lync.

use crate::rules::prelude::*;
use crate::rules::topology::users::{self, Fault};
use crate::value::SIP_ADDRESS;
use std::collections::HashSet;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-USER-SIP-PROXY",
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    title: Text::new(
        "The mailbox has the SIP address of the user",
        "La boîte aux lettres a l'adresse SIP de l'utilisateur",
    ),
    explanation: Text::new(
        "Outlook on the web finds the presence of a user by the sip: address of the mailbox.",
        "Outlook sur le web trouve la présence d'un utilisateur par l'adresse sip: de la boîte aux lettres.",
    ),
    remedy: Text::new(
        "In the Exchange Management Shell: Set-Mailbox -Identity <mailbox> -EmailAddresses @{add='sip:<address of Get-CsUser>'}, and remove sip: addresses of other users.",
        "Dans Exchange Management Shell : Set-Mailbox -Identity <boîte> -EmailAddresses @{add='sip:<adresse de Get-CsUser>'}, et supprimez les adresses sip: d'autres utilisateurs.",
    ),
    interpretation: Some(Text::new(
        "The documentation only requires a valid address. Here, the mailbox must have exactly one sip: address, in a SIP domain of Lync and equal to the address of Get-CsUser.",
        "La documentation exige seulement une adresse valide. Ici, la boîte aux lettres doit avoir exactement une adresse sip:, dans un domaine SIP de Lync et égale à celle de Get-CsUser.",
    )),
    sources: &[Source::seed("000", "105"), Source::seed("001", "97")],
    needs: &[&exchange_sections::MAILBOXES, &lync_sections::USERS, &lync_sections::SIP_DOMAINS],
    ..super::BASE
};

const NO_ADDRESS: Text =
    Text::new("The mailbox of {user} has no sip: address.", "La boîte aux lettres de {user} n'a pas d'adresse sip:.");
const SEVERAL: Text = Text::new(
    "The mailbox of {user} has several sip: addresses.",
    "La boîte aux lettres de {user} a plusieurs adresses sip:.",
);
const NOT_VALID: Text = Text::new(
    "The sip: address of {user}, {address}, is not valid.",
    "L'adresse sip: de {user}, {address}, n'est pas valide.",
);
const OTHER_DOMAIN: Text = Text::new(
    "The sip: address of {user}, {address}, is not in a SIP domain of Lync.",
    "L'adresse sip: de {user}, {address}, n'est dans aucun domaine SIP de Lync.",
);
const OTHER_ADDRESS: Text = Text::new(
    "The mailbox of {user} has the sip: address {address}; in Lync it is {lync}.",
    "La boîte aux lettres de {user} a l'adresse sip: {address} ; dans Lync, c'est {lync}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let domains: HashSet<String> =
        context.estate.lync.sip_domains.items()?.iter().map(|domain| domain.name.to_lowercase()).collect();
    context.estate.lync.users.items()?;
    let is_valid = |address: &String| SIP_ADDRESS.check(&format!("sip:{address}")).valid;
    let mailboxes = context.estate.exchange.mailboxes.items()?;
    users::judge(
        findings,
        mailboxes.iter(),
        |mailbox| &mailbox.identity,
        |mailbox| {
            let missing = || Missing::not_collected(&exchange_sections::MAILBOXES);
            let addresses = mailbox.sip_addresses.as_deref().ok_or_else(missing)?;
            let evidence = || Evidence::actual("EmailAddresses", Some(addresses.join(", "))).from(mailbox);
            let user = &mailbox.identity;
            let [address] = addresses else {
                let text = if addresses.is_empty() { NO_ADDRESS } else { SEVERAL };
                return Ok(Some(Fault::new(text, args! { user }, vec![evidence()])));
            };
            // A user whom Lync does not know is for OWA-USER-LYNC-ENABLED.
            let known = users::of_mailbox(context, mailbox)?.and_then(|user| user.sip_address.as_deref());
            let is_same = known.is_some_and(|known| known.eq_ignore_ascii_case(address));
            // Lync gives nobody an address that is not valid.
            if !is_same && !is_valid(address) {
                return Ok(Some(Fault::new(NOT_VALID, args! { user, address }, vec![evidence()])));
            }
            let domain = address.rsplit('@').next().unwrap_or_default();
            if !domains.contains(&domain.to_lowercase()) {
                return Ok(Some(Fault::new(OTHER_DOMAIN, args! { user, address }, vec![evidence()])));
            }
            let Some(known) = known.filter(|_| !is_same) else { return Ok(None) };
            let args = args! { user, address, lync: known };
            Ok(Some(Fault::new(OTHER_ADDRESS, args, vec![evidence().expected(known)])))
        },
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ADDRESSES: &str = "/exchange/mailboxes/values/0/sipAddresses";
    const ANN: &str = "ann@contoso.com";

    #[test]
    fn the_address_of_lync_passes() {
        exchange_2013(&RULE).passes("").set(ADDRESSES, json!(["ANN@contoso.com"])).passes("");
    }

    #[test]
    fn none_several_or_a_wrong_address_fails() {
        for addresses in [
            json!([]),
            json!([ANN, "ann@fabrikam.com"]),
            json!(["ann"]),
            json!(["ann@fabrikam.com"]),
            json!(["bob@contoso.com"]),
        ] {
            exchange_2013(&RULE).set(ADDRESSES, addresses).fails(ANN);
        }
    }

    #[test]
    fn a_domain_that_lync_does_not_have_fails_even_if_both_sides_agree() {
        let case = exchange_2013(&RULE).set(ADDRESSES, json!(["ann@fabrikam.com"]));
        case.set("/lync/users/values/0/sipAddress", "ann@fabrikam.com").fails(ANN);
    }

    #[test]
    fn what_nobody_asked_is_unknown() {
        let places = [ADDRESSES, "/exchange/mailboxes", "/lync/users", "/lync/sipDomains"];
        exchange_2013(&RULE).unknown_without("", &places);
    }
}
