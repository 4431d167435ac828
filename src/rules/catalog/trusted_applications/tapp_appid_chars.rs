//! TAPP-APPID-CHARS: the id of the trusted application has only characters that Lync takes.

use crate::rules::prelude::*;
use crate::rules::topology::im::servers::im_servers;
use crate::rules::topology::trusted::name::trusted_name;
use crate::rules::topology::trusted::pools;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "TAPP-APPID-CHARS",
    title: Text::new(
        "The ID of the trusted application contains only characters that Lync accepts",
        "L'identificateur de l'application approuvée ne contient que des caractères acceptés par Lync",
    ),
    explanation: Text::new(
        "The ID becomes the end of a name such as urn:application:outlookwebapp. It cannot contain spaces or characters that are not allowed in such a name.",
        "L'identificateur devient la fin d'un nom tel que urn:application:outlookwebapp. Il ne peut contenir ni espace ni caractère non autorisé dans un tel nom.",
    ),
    remedy: Text::new(
        "Use only letters (without accents) and digits, such as OutlookWebApp. An application cannot be renamed: create a new one, then remove the old one.",
        "Utilisez uniquement des lettres (sans accent) et des chiffres, par exemple OutlookWebApp. Une application ne peut pas être renommée : créez-en une nouvelle, puis supprimez l'ancienne.",
    ),
    interpretation: Some(Text::new(
        "The documentation does not list the prohibited characters. The characters that a URN cannot contain are taken as prohibited.",
        "La documentation n'énumère pas les caractères interdits. Les caractères qu'un URN ne peut pas contenir sont considérés comme interdits.",
    )),
    sources: &[Source::seed("000", "51"), Source::seed("001", "45"), Source::page("New-CsTrustedApplication.md")],
    needs: &[
        &exchange_sections::CERTIFICATES,
        &exchange_sections::SERVERS,
        &lync_sections::TRUSTED_APPLICATIONS,
        &lync_sections::TRUSTED_POOLS,
    ],
    optional: &[&exchange_sections::CERTIFICATES],
    ..super::BASE
};

const REFUSED: Text = Text::new(
    "{id} cannot be an application ID: it is empty, or contains spaces or characters that Lync does not accept.",
    "{id} ne peut pas être un identificateur d'application : il est vide, ou contient des espaces ou des caractères que Lync n'accepte pas.",
);
const UNUSUAL: Text = Text::new(
    "The ID {id} contains characters other than letters and digits. Lync may accept it; decide whether to keep it.",
    "L'identificateur {id} contient d'autres caractères que des lettres et des chiffres. Lync peut l'accepter ; décidez s'il faut le conserver.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    if let Some(asked) = &context.settings.application_id {
        judge(Target::new(TargetKind::Application, asked), asked, findings);
    }
    let mut servers_of: BTreeMap<&str, BTreeSet<Host>> = BTreeMap::new();
    for server in im_servers(context, pools::EXCHANGE)? {
        findings.for_target(&Target::server(&server.host), |_| {
            if let Some(pool) = pools::pool(context, &trusted_name(context, &server)?)? {
                servers_of.entry(pool.fqdn.as_str()).or_default().insert(server.host.clone());
            }
            Ok(())
        });
    }
    for (pool, servers) in servers_of {
        for application in pools::applications(context, pool)? {
            let id = pools::bare_id(&application.application_id);
            let target = Target::new(TargetKind::Application, format!("{pool}/{id}"));
            let only = servers.first().filter(|_| servers.len() == 1);
            judge(only.map_or(target.clone(), |server| target.on(server)), id, findings);
        }
    }
    Ok(())
}

fn judge(target: Target, id: &str, findings: &mut Findings<'_>) {
    let args = args! { id };
    let evidence = vec![Evidence::actual("ApplicationId", Some(id))];
    match pools::valid_id(id) {
        None => {
            findings.fail(target, REFUSED, args, evidence);
        }
        Some(id) if id.chars().all(|c| c.is_ascii_alphanumeric()) => findings.pass(target, evidence),
        Some(_) => findings.manual(target, UNUSUAL, args),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const OWN: &str = "/lync/trustedApplications/values/0/applicationId";
    const NAMED: &str = "ex01.contoso.com/outlookwebapp";

    /// A server without a trusted pool, for which an application of this id is asked.
    fn asking(id: &str) -> Case {
        let settings = Settings { application_id: Some(id.to_owned()), ..Settings::default() };
        exchange_2013(&RULE).with(Sample::without_trusted_pool).asking(settings)
    }

    #[test]
    fn letters_and_digits_pass_with_and_without_the_prefix() {
        exchange_2013(&RULE).passes(NAMED);
        asking("urn:application:owa1").passes("urn:application:owa1");
    }

    #[test]
    fn blanks_and_prohibited_characters_fail_in_the_wish_and_in_the_topology() {
        for id in ["Outlook Web App", "outlook/web", ""] {
            asking(id).fails(id);
        }
        exchange_2013(&RULE).set(OWN, "urn:application:outlook web").fails("ex01.contoso.com/outlook web");
    }

    #[test]
    fn other_signs_are_for_a_person_to_judge() {
        let case = exchange_2013(&RULE).set(OWN, "urn:application:outlook-web");
        case.finds(&[("ex01.contoso.com/outlook-web", Status::Manual)]);
    }

    #[test]
    fn the_applications_of_others_are_their_own_affair() {
        let other = json!({ "pool": "fax.contoso.com", "applicationId": "urn:application:fax gate", "port": 6000 });
        let case = exchange_2013(&RULE).set("/lync/trustedApplications/values/1", other);
        case.set("/lync/trustedPools/values/1", json!({ "fqdn": "fax.contoso.com" })).passes(NAMED);
    }

    #[test]
    fn nothing_asked_and_nothing_made_is_nothing_to_judge() {
        exchange_2013(&RULE).with(Sample::without_trusted_pool).not_applicable();
    }

    #[test]
    fn a_server_that_does_not_answer_leaves_the_others_judged() {
        let server = json!({
            "name": "EX02", "fqdn": "ex02.contoso.com", "version": "Version 15.0 (Build 1497.2)", "roles": ["Mailbox"],
        });
        let silent = json!([{ "target": "EX02", "error": "the RPC server is unavailable" }]);
        let case = exchange_2013(&RULE).set("/exchange/servers/values/1", server);
        let case = case.set("/exchange/certificates/failures", silent);
        let case = case.finds(&[(NAMED, Status::Pass), ("ex02.contoso.com", Status::Unknown)]);
        case.set("/lync/trustedPools/values/1", json!({ "fqdn": "ex02.contoso.com" })).passes(NAMED);
    }
}
