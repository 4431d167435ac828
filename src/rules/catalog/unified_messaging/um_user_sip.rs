//! UM-USER-SIP: users of voice mail have the SIP address of Lync.

use crate::rules::prelude::*;
use crate::rules::topology::um::mailboxes::{self, VoiceUsers};
use crate::rules::topology::users::{self, Fault};
use crate::value::SIP_ADDRESS;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-USER-SIP",
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    title: Text::new(
        "Voice mail users have a SIP address that matches Lync",
        "Les utilisateurs de la messagerie vocale ont une adresse SIP qui correspond à Lync",
    ),
    explanation: Text::new(
        "Unified messaging finds the mailbox of a call by the SIP address that the mailbox was enabled with. If Lync sends another address, the caller does not reach voice mail.",
        "La messagerie unifiée trouve la boîte aux lettres d'un appel par l'adresse SIP avec laquelle elle a été activée. Si Lync envoie une autre adresse, l'appelant n'atteint pas la messagerie vocale.",
    ),
    remedy: Text::new(
        "Disable-UMMailbox -Identity <user> -KeepProperties $true, then Enable-UMMailbox -Identity <user> -UMMailboxPolicy <policy> -Extensions <number> -SIPResourceIdentifier <SIP address of Get-CsUser>. This requires a number and may change the PIN, so no step does it.",
        "Disable-UMMailbox -Identity <utilisateur> -KeepProperties $true, puis Enable-UMMailbox -Identity <utilisateur> -UMMailboxPolicy <stratégie> -Extensions <numéro> -SIPResourceIdentifier <adresse SIP de Get-CsUser>. Cette opération exige un numéro et peut changer le code confidentiel : aucune étape ne l'effectue donc.",
    ),
    interpretation: Some(Text::new(
        "The documentation states that the addresses are the same in most cases. A different address causes a warning, because Lync only has the address that Get-CsUser shows.",
        "La documentation indique que les adresses sont identiques dans la plupart des cas. Une adresse différente provoque un avertissement, car Lync n'a que l'adresse affichée par Get-CsUser.",
    )),
    sources: &[Source::seed("003", "185"), Source::seed("003", "199")],
    after: &["UM-USER-SIP-DIALPLAN"],
    needs: &[
        &exchange_sections::UM_MAILBOXES,
        &exchange_sections::UM_MAILBOX_POLICIES,
        &exchange_sections::UM_DIAL_PLANS,
        &lync_sections::USERS,
    ],
    ..super::BASE
};

const NO_VALID_ADDRESS: Text = Text::new(
    "The mailbox of {user} has no valid SIP address for voice mail.",
    "La boîte aux lettres de {user} n'a pas d'adresse SIP valide pour la messagerie vocale.",
);
const OTHER_ADDRESS: Text = Text::new(
    "The address of {user} is {address} in voice mail and {lync} in Lync.",
    "L'adresse de {user} est {address} dans la messagerie vocale et {lync} dans Lync.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let mailboxes = VoiceUsers::new(context)?.on_sip_plans()?;
    context.estate.lync.users.items()?;
    let is_valid = |address: &&str| SIP_ADDRESS.check(&format!("sip:{address}")).valid;
    users::judge(
        findings,
        mailboxes.into_iter(),
        |mailbox| &mailbox.identity,
        |mailbox| {
            let addresses = mailboxes::sip_addresses(mailbox)?;
            let evidence = || Evidence::actual("EmailAddresses (eum:)", Some(addresses.join(", "))).from(mailbox);
            let user = &mailbox.identity;
            let names = std::iter::once(mailbox.identity.as_str()).chain(addresses.iter().copied());
            let known = context.estate.lync_user(names)?.and_then(|user| user.sip_address.as_deref());
            // What Lync gave the user is valid.
            if known.is_some_and(|known| addresses.iter().any(|address| address.eq_ignore_ascii_case(known))) {
                return Ok(None);
            }
            let valid: Vec<&str> = addresses.iter().copied().filter(is_valid).collect();
            if valid.is_empty() {
                return Ok(Some(Fault::new(NO_VALID_ADDRESS, args! { user }, vec![evidence()])));
            }
            // A user whom Lync does not know is for UM-EV-USERS.
            let Some(known) = known else { return Ok(None) };
            let args = args! { user, address: valid.join(", "), lync: known };
            // The page only says that the two are the same in most cases.
            let fault =
                Fault::new(OTHER_ADDRESS, args, vec![evidence().expected(known)]).with_severity(Severity::Warning);
            Ok(Some(fault))
        },
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    /// The estate where the mailbox has these addresses for voice mail, and this identifier.
    fn known_as(addresses: &[&str], identifier: &str) -> Case {
        let properties = json!({ "eumAddresses": addresses, "sipResourceIdentifier": identifier });
        unified_messaging(&RULE).change(MAILBOX, properties)
    }

    #[test]
    fn the_address_of_lync_passes_from_either_property() {
        unified_messaging(&RULE).passes("");
        known_as(&["1001;phone-context=Paris", "ANN@contoso.com;phone-context=Paris"], "").passes("");
        known_as(&[], ANN).passes("");
    }

    #[test]
    fn no_address_or_an_invalid_one_is_an_error_and_another_that_is_valid_a_warning() {
        known_as(&[], "").fails(ANN).severity(Severity::Error);
        known_as(&["1001;phone-context=Paris"], "ann").fails(ANN);
        known_as(&["bob@contoso.com;phone-context=Paris"], "").fails(ANN).severity(Severity::Warning);
    }

    #[test]
    fn a_user_whom_lync_does_not_know_only_needs_a_valid_address() {
        unified_messaging(&RULE).forget(USER).passes("");
    }

    #[test]
    fn a_mailbox_on_another_plan_is_not_concerned() {
        unified_messaging(&RULE).set(URI_TYPE, "TelExtn").not_applicable();
    }

    #[test]
    fn unknown_without_any_address() {
        let case = unified_messaging(&RULE).forget(&format!("{MAILBOX}/sipResourceIdentifier"));
        case.unknown_without_each("", MAILBOX, &["eumAddresses"]);
    }
}
