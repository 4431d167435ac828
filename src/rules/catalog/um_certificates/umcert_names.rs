//! UMCERT-FQDN-SUBJECT, -ISSUED-TO-FQDN, -NO-WILDCARD-CN, -PER-SERVER: the names in the certificate of unified messaging of
//! each server. One rule for each demand.

use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::{common_name, is_full_name};
use crate::rules::topology::um::certificate_bindings::{arguments, is_alternative, is_common_name, judge, subject};

/// One for each demand, in the order of [`METADATA`].
pub(crate) static RULES: [Rule; 4] = [
    Rule::new(&METADATA[0], |context, findings| check(context, findings, Demand::ServerAsSubject)),
    Rule::new(&METADATA[1], |context, findings| check(context, findings, Demand::FullName)),
    Rule::new(&METADATA[2], |context, findings| check(context, findings, Demand::NoWildcard)),
    Rule::new(&METADATA[3], |context, findings| check(context, findings, Demand::ServerAnywhere)),
];

/// What the rules about names have in common.
const NAME: Metadata =
    Metadata { needs: &[&exchange_sections::SERVERS, &exchange_sections::CERTIFICATES], ..super::BASE };

static METADATA: [Metadata; 4] = [
    Metadata {
        id: "UMCERT-FQDN-SUBJECT",
        title: Text::new(
            "The subject of the unified messaging certificate is the FQDN of the server",
            "L'objet du certificat de la messagerie unifiée est le nom de domaine complet du serveur",
        ),
        explanation: Text::new(
            "With another subject, all works inside the network, where the subject alternative names are accepted. Remote callers, who come through the Edge Server, are connected and hear nothing. The documentation first requires the FQDN of the local computer in the subject, and later accepts the subject alternative names.",
            "Avec un autre objet, tout fonctionne à l'intérieur du réseau, où les autres noms de l'objet sont acceptés. Les appelants distants, qui passent par le serveur Edge, sont connectés et n'entendent rien. La documentation exige d'abord le nom de domaine complet de l'ordinateur local dans l'objet, puis accepte les autres noms de l'objet.",
        ),
        remedy: Text::new(
            "Request a certificate with CN=<FQDN of the server> for each server, enable it for unified messaging (Enable-ExchangeCertificate), and restart the services.",
            "Demandez pour chaque serveur un certificat avec CN=<FQDN du serveur>, activez-le pour la messagerie unifiée (Enable-ExchangeCertificate) et redémarrez les services.",
        ),
        interpretation: Some(Text::new(
            "The documentation does not say what happens with another subject. That remote callers hear nothing comes from reports of administrators.",
            "La documentation n'indique pas ce qui se passe avec un autre objet. Que les appelants distants n'entendent rien vient de rapports d'administrateurs.",
        )),
        sources: &[Source::seed("003", "78")],
        ..NAME
    },
    Metadata {
        id: "UMCERT-ISSUED-TO-FQDN",
        title: Text::new(
            "The unified messaging certificate is issued to an FQDN",
            "Le certificat de la messagerie unifiée est émis pour un nom de domaine complet",
        ),
        explanation: Text::new(
            "Exchange and Lync recognize each other as trusted SIP peers by the value that Windows shows as Issued to. A short name or a friendly name is not recognized.",
            "Exchange et Lync se reconnaissent comme homologues SIP approuvés par la valeur que Windows affiche sous « Délivré à ». Un nom court ou un nom convivial n'est pas reconnu.",
        ),
        remedy: Text::new(
            "Request a new certificate with CN=<FQDN>, such as CN=ex01.contoso.com.",
            "Demandez un nouveau certificat avec CN=<FQDN>, par exemple CN=ex01.contoso.com.",
        ),
        sources: &[Source::seed("003", "84")],
        ..NAME
    },
    Metadata {
        id: "UMCERT-NO-WILDCARD-CN",
        title: Text::new(
            "The subject of the unified messaging certificate is not a wildcard",
            "L'objet du certificat de la messagerie unifiée n'est pas un nom générique",
        ),
        explanation: Text::new(
            "Exchange and Lync recognize each other as trusted peers by the subject name, and Lync needs it to route some calls. A wildcard is allowed among the subject alternative names, but not in the subject.",
            "Exchange et Lync se reconnaissent comme homologues approuvés par le nom d'objet, et Lync en a besoin pour acheminer certains appels. Un nom générique est autorisé parmi les autres noms de l'objet, mais pas dans l'objet.",
        ),
        remedy: Text::new(
            "Request a new certificate with the FQDN of the server as subject; the wildcard can remain among the subject alternative names.",
            "Demandez un nouveau certificat avec le nom de domaine complet du serveur comme objet ; le nom générique peut rester parmi les autres noms de l'objet.",
        ),
        sources: &[Source::seed("003", "82-86")],
        ..NAME
    },
    Metadata {
        id: "UMCERT-PER-SERVER",
        title: Text::new(
            "The certificate of each server has the FQDN of that server as subject or among its subject alternative names",
            "Le certificat de chaque serveur a le nom de domaine complet de ce serveur comme objet ou parmi les autres noms de l'objet",
        ),
        explanation: Text::new(
            "TLS compares the called name with the names of the certificate. If the name is missing, the connection is refused.",
            "TLS compare le nom appelé aux noms du certificat. Si le nom est absent, la connexion est refusée.",
        ),
        remedy: Text::new(
            "Request a certificate that has the FQDN of the server as subject or as subject alternative name: New-ExchangeCertificate -GenerateRequest -Server <server> -SubjectName \"CN=<FQDN>\" -DomainName <FQDN>.",
            "Demandez un certificat qui a le nom de domaine complet du serveur comme objet ou comme autre nom de l'objet : New-ExchangeCertificate -GenerateRequest -Server <serveur> -SubjectName \"CN=<FQDN>\" -DomainName <FQDN>.",
        ),
        interpretation: Some(Text::new(
            "A wildcard among the subject alternative names is not taken as the name of a server: the documentation allows it there, but requires the names of the servers.",
            "Un nom générique parmi les autres noms de l'objet n'est pas considéré comme le nom d'un serveur : la documentation l'autorise, mais exige les noms des serveurs.",
        )),
        sources: &[Source::seed("003", "82")],
        ..NAME
    },
];

const OTHER_SUBJECT: Text = Text::new(
    "The unified messaging certificate of {server} is issued to another name: {subject}. Callers inside the network notice nothing; callers through the Edge Server hear nothing.",
    "Le certificat de messagerie unifiée de {server} est émis pour un autre nom : {subject}. Les appelants internes ne remarquent rien ; les appelants qui passent par le serveur Edge n'entendent rien.",
);
const NOT_FULL: Text = Text::new(
    "The certificate of {server} is issued to {subject}, which is not an FQDN.",
    "Le certificat de {server} est émis pour {subject}, qui n'est pas un nom de domaine complet.",
);
const WILDCARD: Text = Text::new(
    "The subject of the certificate of {server} is a wildcard: {subject}.",
    "L'objet du certificat de {server} est un nom générique : {subject}.",
);
const NO_NAME: Text = Text::new(
    "The subject of the certificate of {server} has no common name: {subject}.",
    "L'objet du certificat de {server} n'a pas de nom commun : {subject}.",
);
const MISSING_NAME: Text = Text::new(
    "The certificate of {server} does not contain its name, neither in the subject {subject} nor among the subject alternative names.",
    "Le certificat de {server} ne contient pas son nom, ni dans l'objet {subject} ni parmi les autres noms de l'objet.",
);

/// What a rule demands of the names.
#[derive(Clone, Copy)]
enum Demand {
    ServerAsSubject,
    FullName,
    NoWildcard,
    ServerAnywhere,
}

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>, demand: Demand) -> CheckResult {
    judge(context, findings, None, |server, bound| {
        let (certificate, host) = (bound.certificate, server.host.name());
        let subject = subject(&server.host, certificate)?;
        let shown = Evidence::actual("Subject", Some(subject)).from(certificate);
        let is_subject = is_common_name(certificate, host);
        let (fault, evidence) = match demand {
            Demand::ServerAsSubject => {
                ((!is_subject).then_some(OTHER_SUBJECT), vec![shown.expected(format!("CN={host}"))])
            }
            Demand::FullName => ((!common_name(subject).is_some_and(is_full_name)).then_some(NOT_FULL), vec![shown]),
            Demand::NoWildcard => match common_name(subject) {
                None => (Some(NO_NAME), vec![shown]),
                Some(name) => (name.contains('*').then_some(WILDCARD), vec![shown]),
            },
            Demand::ServerAnywhere => {
                let is_named = is_subject || is_alternative(&server.host, certificate, host)?;
                let domains = certificate.domains.as_ref().map(|domains| domains.join(", "));
                let domains = Evidence::actual("CertificateDomains", domains).expected(host).from(certificate);
                ((!is_named).then_some(MISSING_NAME), vec![shown, domains])
            }
        };
        Ok((fault.map(|text| (text, arguments(server, certificate))), evidence))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const SERVER: &str = "ex01.contoso.com";
    const CERTIFICATE: &str = "/exchange/certificates/values/0";

    fn with(demand: Demand, subject: &str, domains: &[&str]) -> Case {
        Case::of(&RULES[demand as usize], Sample::um_certificate(subject, domains))
    }

    #[test]
    fn the_name_of_the_server_as_subject_passes_in_any_case() {
        with(Demand::ServerAsSubject, "O=Contoso, CN=EX01.Contoso.com", &[]).passes(SERVER);
    }

    #[test]
    fn another_name_is_an_error_for_remote_callers_even_if_the_alternative_names_have_it() {
        let names = ["mail.contoso.com", "ex01.contoso.com"];
        let case = with(Demand::ServerAsSubject, "CN=mail.contoso.com", &names).fails(SERVER);
        case.severity(Severity::Error).says(&["callers through the Edge Server hear nothing"]);
        with(Demand::ServerAnywhere, "CN=mail.contoso.com", &names).passes(SERVER);
    }

    #[test]
    fn a_full_name_passes_whichever_it_is_and_a_short_name_a_label_or_nothing_fails() {
        with(Demand::FullName, "CN=mail.contoso.com", &[SERVER]).passes(SERVER);
        for subject in ["CN=ex01", "CN=Microsoft Exchange", "O=Contoso"] {
            with(Demand::FullName, subject, &[SERVER]).fails(SERVER).not_fixed();
        }
    }

    #[test]
    fn a_name_passes_even_with_a_wildcard_beside_it_and_a_wildcard_or_no_name_at_all_fails() {
        with(Demand::NoWildcard, "CN=ex01.contoso.com", &[SERVER, "*.contoso.com"]).passes(SERVER);
        for subject in ["CN=*.contoso.com", "O=Contoso, CN=\"*.contoso.com\"", "O=Contoso"] {
            with(Demand::NoWildcard, subject, &[SERVER]).fails(SERVER).not_fixed();
        }
    }

    #[test]
    fn the_name_in_either_place_passes() {
        with(Demand::ServerAnywhere, "CN=ex01.contoso.com", &[]).passes(SERVER);
        with(Demand::ServerAnywhere, "CN=mail.contoso.com", &["EX01.contoso.com"]).passes(SERVER);
    }

    #[test]
    fn neither_a_short_name_nor_a_wildcard_stands_for_the_server() {
        for domain in ["ex01", "*.contoso.com", "mail.contoso.com"] {
            with(Demand::ServerAnywhere, "CN=mail.contoso.com", &[domain]).fails(SERVER).not_fixed();
        }
    }

    #[test]
    fn a_certificate_that_nobody_read_is_unknown_and_a_server_without_one_is_for_another_rule() {
        for rule in &RULES {
            let case = unified_messaging(rule).passes(SERVER);
            case.clone().forget(&format!("{CERTIFICATE}/subject")).unknown(SERVER);
            let none = case.set(&format!("{CERTIFICATE}/services"), json!([]));
            none.finds(&[(SERVER, Status::NotApplicable)]);
        }
    }
}
