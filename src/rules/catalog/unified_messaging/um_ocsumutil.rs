//! UM-OCSUMUTIL: Lync has contacts for Outlook Voice Access and for each auto attendant. The tool that makes them has
//! windows only, so a person runs it.

use crate::facts::{AutoAttendant, UmContact};
use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans;
use std::collections::{HashMap, HashSet};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-OCSUMUTIL",
    category: Category::Step,
    roles: &[Role::LyncFrontEnd],
    title: Text::new(
        "Lync has contacts for Outlook Voice Access and each auto attendant",
        "Lync a des contacts pour Outlook Voice Access et chaque standard automatique",
    ),
    explanation: Text::new(
        "Lync routes a call to a unified messaging number by a contact in Active Directory with this number. OcsUmUtil.exe creates these contacts; it has no command-line interface.",
        "Lync achemine un appel vers un numéro de messagerie unifiée grâce à un contact d'Active Directory qui porte ce numéro. OcsUmUtil.exe crée ces contacts ; il n'a pas d'interface de ligne de commande.",
    ),
    remedy: Text::new(
        "On a Lync server, as a member of RTCUniversalServerAdmins and RTCUniversalUserAdmins with permission to create objects in the organizational unit (Grant-CsOUPermission): start OcsUmUtil.exe, click Load Data, select the SIP dial plan and click Add. Select the organizational unit, the SIP address and the pool. Under Phone number, use the pilot number from Exchange. As Contact Type, select Subscriber Access for Outlook Voice Access, or Auto-Attendant. Click OK, and repeat this for each auto attendant and each SIP dial plan.",
        "Sur un serveur Lync, en tant que membre de RTCUniversalServerAdmins et de RTCUniversalUserAdmins autorisé à créer des objets dans l'unité d'organisation (Grant-CsOUPermission) : démarrez OcsUmUtil.exe, cliquez sur Load Data, sélectionnez le plan de numérotation SIP et cliquez sur Add. Sélectionnez l'unité d'organisation, l'adresse SIP et le pool. Sous Phone number, utilisez le numéro pilote d'Exchange. Comme Contact Type, sélectionnez Subscriber Access pour Outlook Voice Access, ou Auto-Attendant. Cliquez sur OK, et répétez pour chaque standard automatique et chaque plan de numérotation SIP.",
    ),
    interpretation: Some(Text::new(
        "Contacts are read with Get-CsExUmContact, whose documentation mentions only hosted unified messaging. A contact that it does not list may still exist, so check manually. One contact for Outlook Voice Access is expected for each SIP dial plan. The path of the tool is documented for Lync Server 2013; for other versions it is derived from the name of the product.",
        "Les contacts sont lus avec Get-CsExUmContact, dont la documentation ne mentionne que la messagerie unifiée hébergée. Un contact absent de sa liste peut exister quand même : vérifiez manuellement. Un contact pour Outlook Voice Access est attendu pour chaque plan de numérotation SIP. Le chemin de l'outil est documenté pour Lync Server 2013 ; pour les autres versions, il est déduit du nom du produit.",
    )),
    sources: &[
        Source::seed("003", "62"),
        Source::seed("003", "213"),
        Source::page(
            "lync-server-2013-configure-lync-server-2013-to-work-with-unified-messaging-on-microsoft-exchange-server.md",
        ),
        Source::page("Get-CsExUmContact.md"),
    ],
    after: &["UM-EXCHUCUTIL", "UM-AA"],
    needs: &[
        &exchange_sections::UM_DIAL_PLANS,
        &exchange_sections::UM_AUTO_ATTENDANTS,
        &lync_sections::UM_CONTACTS,
        &lync_sections::VERSION,
    ],
    optional: &[&exchange_sections::UM_AUTO_ATTENDANTS],
    ..super::BASE
};

const NO_VOICE_ACCESS: Text = Text::new(
    "Contacts for Outlook Voice Access: {count}; SIP dial plans: {plans}. Check with {tool}, and add the missing contacts.",
    "Contacts pour Outlook Voice Access : {count} ; plans de numérotation SIP : {plans}. Vérifiez avec {tool}, et ajoutez les contacts manquants.",
);
const NO_CONTACT: Text = Text::new(
    "No contact was found for the auto attendant {attendant} of the dial plan {plan}. Check with {tool}, and add the contact if it is missing.",
    "Aucun contact n'a été trouvé pour le standard automatique {attendant} du plan de numérotation {plan}. Vérifiez avec {tool}, et ajoutez le contact s'il manque.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let plans: HashSet<String> =
        dial_plans::sip_plans(context)?.into_iter().map(|plan| plan.name.to_lowercase()).collect();
    if plans.is_empty() {
        return Ok(());
    }
    let contacts = contacts(context)?;
    let tool = tool(context)?;
    voice_access(findings, &contacts, plans.len(), &tool);
    let known = KnownBy::new(&contacts);
    for attendant in context.estate.exchange.um_auto_attendants.items()? {
        let target = Target::new(TargetKind::AutoAttendant, &attendant.name);
        findings.for_target(&target.clone(), |findings| {
            let missing = || Missing::not_collected(&exchange_sections::UM_AUTO_ATTENDANTS).on(&attendant.name);
            let plan = attendant.dial_plan.as_deref().ok_or_else(missing)?;
            if !plans.contains(&plan.to_lowercase()) {
                return Ok(());
            }
            if let Some(contact) = known.of(attendant) {
                findings.pass(target, vec![Evidence::actual("Contact", Some(&*contact.identity)).from(contact)]);
            } else {
                let args = [("attendant", attendant.name.clone()), ("plan", plan.to_owned()), ("tool", tool.clone())];
                findings.manual(target, NO_CONTACT, args.into());
            }
            Ok(())
        });
    }
    Ok(())
}

fn voice_access(findings: &mut Findings<'_>, contacts: &[(bool, &Item<UmContact>)], plans: usize, tool: &str) {
    let target = Target::new(TargetKind::Contact, "Outlook Voice Access");
    let own: Vec<_> = contacts.iter().filter(|(attendant, _)| !attendant).map(|(_, contact)| *contact).collect();
    if own.len() >= plans {
        let evidence = own.iter().map(|one| Evidence::actual("Contact", Some(&*one.identity)).from(one));
        findings.pass(target, evidence.collect());
    } else {
        let args = [("count", own.len().to_string()), ("plans", plans.to_string()), ("tool", tool.to_owned())];
        findings.manual(target, NO_VOICE_ACCESS, args.into());
    }
}

/// All contacts, each with whether it is for an auto attendant.
fn contacts<'a>(context: &Context<'a>) -> Result<Vec<(bool, &'a Item<UmContact>)>, Missing> {
    let all = context.estate.lync.um_contacts.items()?.iter();
    let kind = |contact: &'a Item<UmContact>| {
        let missing = || Missing::not_collected(&lync_sections::UM_CONTACTS).on(&contact.identity);
        Ok((contact.auto_attendant.ok_or_else(missing)?, contact))
    };
    all.map(kind).collect()
}

/// Where the tool is.
fn tool(context: &Context<'_>) -> Result<String, Missing> {
    let version = context.estate.lync_version()?;
    let product = match version {
        Some(lync @ (LyncVersion::V2010 | LyncVersion::V2013)) => format!("Microsoft {}", lync.name()),
        Some(skype) => skype.name().to_owned(),
        None => "*".to_owned(),
    };
    Ok(format!("%CommonProgramFiles%\\{product}\\Support\\OcsUmUtil.exe"))
}

/// Contacts of auto attendants by what tells whose they are: their number, or the beginning of their SIP address.
struct KnownBy<'a>(HashMap<String, &'a Item<UmContact>>);

impl<'a> KnownBy<'a> {
    fn new(contacts: &[(bool, &'a Item<UmContact>)]) -> Self {
        let mut known = HashMap::new();
        for (_, contact) in contacts.iter().filter(|(attendant, _)| *attendant) {
            let number = contact.display_number.as_deref().map(digits).filter(|number| !number.is_empty());
            let user = contact.sip_address.as_deref().and_then(|address| address.split('@').next());
            for name in number.into_iter().chain(user.map(str::to_lowercase)) {
                known.entry(name).or_insert(*contact);
            }
        }
        Self(known)
    }

    fn of(&self, attendant: &AutoAttendant) -> Option<&'a Item<UmContact>> {
        let numbers = attendant.pilot_identifiers.iter().flatten().map(|number| digits(number));
        let mut names = numbers.chain([attendant.name.to_lowercase()]);
        names.find_map(|name| self.0.get(&name).copied())
    }
}

/// A number as numbers are compared: its digits, without an extension.
fn digits(number: &str) -> String {
    number.split(';').next().unwrap_or_default().chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    const CONTACTS: &str = "/lync/umContacts/values";

    /// What is found for the auto attendant and for Outlook Voice Access.
    fn found(case: Case, desk: Status, access: Status) -> Case {
        case.finds(&[("ParisReception", desk), ("Outlook Voice Access", access)])
    }

    #[test]
    fn contacts_for_both_pass() {
        found(unified_messaging(&RULE), Pass, Pass);
    }

    #[test]
    fn a_contact_is_known_by_its_number_however_written_or_by_its_name() {
        for properties in [
            json!({ "1/sipAddress": "desk@contoso.com", "1/displayNumber": "tel:+33 1 55 50 10 00;ext=1" }),
            json!({ "1/displayNumber": "" }),
        ] {
            found(unified_messaging(&RULE).change(CONTACTS, properties), Pass, Pass);
        }
    }

    #[test]
    fn what_is_not_there_is_for_a_person_with_the_path_of_the_tool() {
        let case = found(unified_messaging(&RULE).forget(&format!("{CONTACTS}/1")), Manual, Pass);
        case.says_of("ParisReception", r"\Microsoft Lync Server 2013\Support\OcsUmUtil.exe");
        let case = found(unified_messaging(&RULE).forget(&format!("{CONTACTS}/0")), Pass, Manual);
        let case = case.set("/lync/version/values/0/text", SKYPE_2015);
        case.says_of("Outlook Voice Access", r"\Skype for Business Server 2015\Support\OcsUmUtil.exe");
    }

    #[test]
    fn each_sip_dial_plan_needs_a_contact_for_outlook_voice_access_and_others_need_none() {
        found(unified_messaging(&RULE).with_plan("Lyon", "SipName"), Pass, Manual);
        let case = found(unified_messaging(&RULE).with_plan("Lyon", "TelExtn"), Pass, Pass);
        let case = case.change(ATTENDANT, json!({ "dialPlan": "Lyon" }));
        case.forget(&format!("{CONTACTS}/1")).passes("Outlook Voice Access");
    }

    #[test]
    fn what_nobody_told_is_unknown() {
        let case = unified_messaging(&RULE).unknown_without_each("", "", &["exchange/umDialPlans", &URI_TYPE[1..]]);
        let case =
            case.unknown_without_each("", "/lync", &["umContacts", "umContacts/values/0/autoAttendant", "version"]);
        found(case.clone().forget(&format!("{ATTENDANT}/dialPlan")), Unknown, Pass);
        case.forget("/exchange/umAutoAttendants").finds(&[("Outlook Voice Access", Pass), ("", Unknown)]);
    }
}
