//! UMCERT-ONE-FOR-ALL: one certificate for all Exchange servers is the simplest way.

use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::normal_thumbprint;
use crate::rules::topology::um::{certificate_bindings, servers};
use std::collections::BTreeSet;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UMCERT-ONE-FOR-ALL",
    category: Category::Rule,
    severity: Severity::Information,
    roles: &[Role::ExchangeBackEnd, Role::ExchangeFrontEnd, Role::LyncFrontEnd, Role::Mediation],
    title: Text::new(
        "All Exchange servers use the same certificate for unified messaging",
        "Tous les serveurs Exchange utilisent le même certificat pour la messagerie unifiée",
    ),
    explanation: Text::new(
        "One certificate with subject alternative names, imported on every Exchange server and trusted by Lync and the Mediation Servers, is the least work. A certificate for each server is also allowed.",
        "Un seul certificat avec d'autres noms de l'objet, importé sur chaque serveur Exchange et approuvé par Lync et les serveurs de médiation, demande le moins de travail. Un certificat par serveur est aussi autorisé.",
    ),
    remedy: Text::new(
        "No action required. To renew fewer certificates, request one certificate that contains every server among its subject alternative names, import it on every server and enable it for UM and UMCallRouter.",
        "Aucune action n'est requise. Pour renouveler moins de certificats, demandez un certificat qui contient chaque serveur parmi les autres noms de l'objet, importez-le sur chaque serveur et activez-le pour UM et UMCallRouter.",
    ),
    interpretation: Some(Text::new(
        "Only Exchange servers are counted: a Lync pool needs its own name as subject, so its separate certificate is not a fault.",
        "Seuls les serveurs Exchange sont comptés : un pool Lync doit avoir son propre nom comme objet, et son certificat distinct n'est donc pas un défaut.",
    )),
    sources: &[Source::seed("003", "76")],
    needs: &[&exchange_sections::SERVERS, &exchange_sections::CERTIFICATES],
    ..super::BASE
};

const SEVERAL: Text = Text::new(
    "{count} certificates are in use for unified messaging on {servers} Exchange servers.",
    "{count} certificats servent à la messagerie unifiée sur {servers} serveurs Exchange.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let mut thumbprints = BTreeSet::new();
    let servers = servers::servers(context)?;
    for server in &servers {
        for bound in certificate_bindings::of(context.estate, server)? {
            thumbprints.insert(normal_thumbprint(&bound.certificate.thumbprint));
        }
    }
    let count = thumbprints.len();
    let evidence = thumbprints.into_iter().map(|one| Evidence::actual("Thumbprint", Some(one))).collect();
    match count {
        0 => {}
        1 => findings.pass(Target::estate(), evidence),
        _ => {
            let args = args! { count, servers: servers.len() };
            findings.fail(Target::estate(), SEVERAL, args, evidence);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const SERVICES: &str = "/exchange/certificates/values/0/services";

    #[test]
    fn one_certificate_passes() {
        unified_messaging(&RULE).passes("");
    }

    #[test]
    fn several_are_told_and_nothing_is_planned() {
        let second = json!({
            "server": "EX01", "thumbprint": "CC5A332496CC05DA69B75B66111C0F78A110D22D", "services": ["UMCallRouter"],
        });
        let case = unified_messaging(&RULE).set(SERVICES, ["UM"]).set("/exchange/certificates/values/1", second);
        case.fails("").not_fixed();
    }

    #[test]
    fn without_any_there_is_nothing_to_say() {
        unified_messaging(&RULE).set(SERVICES, json!([])).not_applicable();
    }
}
