//! SO-CERT-IIS: the certificate of the setting override is the one that is assigned to IIS.

use crate::facts::ExchangeCertificate;
use crate::rules::fixes::im_settings;
use crate::rules::fixes::setting_overrides::VERSIONS;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::{installed_certificate, same_thumbprint};
use crate::rules::topology::im::defects::is_beside_iis;
use crate::rules::topology::im::selection::select_certificate;
use crate::rules::topology::im::servers::{each_im_server_with_fix, version};
use crate::rules::topology::im::settings::{im_settings_of, intended_settings_of};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "SO-CERT-IIS",
    title: Text::new(
        "The certificate of instant messaging is assigned to IIS",
        "Le certificat de la messagerie instantanée est affecté à IIS",
    ),
    explanation: Text::new(
        "The documentation requires the certificate that IIS uses. When the certificate is renewed, IIS gets the new one, and the override keeps the old one until you change it. For that change, the documentation gives Set-SettingOverride the parameters -Name, -Component and -Section, which it does not have (it uses -Identity), the thumbprint without IMServerName, and a thumbprint that is not hexadecimal.",
        "La documentation exige le certificat utilisé par IIS. Au renouvellement du certificat, IIS reçoit le nouveau, et le remplacement conserve l'ancien jusqu'à ce que vous le modifiiez. Pour cela, la documentation donne à Set-SettingOverride les paramètres -Name, -Component et -Section, qu'elle n'a pas (elle utilise -Identity), l'empreinte sans IMServerName, et une empreinte qui n'est pas hexadécimale.",
    ),
    remedy: Text::new(
        "In the override, set the thumbprint of the certificate that Get-ExchangeCertificate shows with the service IIS, if Lync has a trusted application pool with the subject of that certificate. Always specify IMServerName too: Set-SettingOverride removes the parameters that you omit.",
        "Dans le remplacement, définissez l'empreinte du certificat que Get-ExchangeCertificate affiche avec le service IIS, si Lync a un pool d'applications approuvées au nom de l'objet de ce certificat. Indiquez toujours aussi IMServerName : Set-SettingOverride supprime les paramètres omis.",
    ),
    interpretation: Some(Text::new(
        "The documentation only mentions the certificate of IIS. Administrators report that another certificate also works if Lync has a trusted application pool with its subject; such a certificate is replaced only on request.",
        "La documentation ne mentionne que le certificat d'IIS. Des administrateurs signalent qu'un autre certificat fonctionne aussi si Lync a un pool d'applications approuvées au nom de son objet ; un tel certificat n'est remplacé que sur demande.",
    )),
    sources: &[Source::page("configure-im-integration-with-owa.md")],
    after: &["SO-CREATE"],
    needs: &[&exchange_sections::CERTIFICATES, &exchange_sections::SERVERS, &exchange_sections::SETTING_OVERRIDES],
    ..super::BASE
};

const NOT_SET: Text = Text::new(
    "No setting override gives {server} a certificate that is installed. See SO-CREATE and OWA-IM-THUMBPRINT.",
    "Aucun remplacement de paramètre ne donne à {server} un certificat installé. Voir SO-CREATE et OWA-IM-THUMBPRINT.",
);
const NOT_ASSIGNED_TO_IIS: Text = Text::new(
    "The certificate {thumbprint} that {server} uses for instant messaging is not assigned to IIS.",
    "Le certificat {thumbprint} utilisé par {server} pour la messagerie instantanée n'est pas affecté à IIS.",
);

const STAYS: Text = Text::new(
    "The certificate {thumbprint} that {server} uses for instant messaging is not assigned to IIS. It meets all other requirements, so it remains in use until you specify another thumbprint.",
    "Le certificat {thumbprint} utilisé par {server} pour la messagerie instantanée n'est pas affecté à IIS. Il remplit toutes les autres conditions : il reste en cours d'utilisation tant que vous n'indiquez pas une autre empreinte.",
);

const MEANT: Text = Text::new(
    "The certificate {thumbprint} that the setting overrides of {server} contain is not assigned to IIS. It meets all other requirements, so it remains in them until you specify another thumbprint.",
    "Le certificat {thumbprint} que contiennent les remplacements de paramètre de {server} n'est pas affecté à IIS. Il remplit toutes les autres conditions : il y reste tant que vous n'indiquez pas une autre empreinte.",
);

const COMES: Text = Text::new(
    "The certificate {thumbprint} that {server} is to use for instant messaging is not assigned to IIS. It works as long as Lync knows the server by its subject.",
    "Le certificat {thumbprint} que {server} doit utiliser pour la messagerie instantanée n'est pas affecté à IIS. Il fonctionne tant que Lync connaît le serveur par son objet.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server_with_fix(context, findings, VERSIONS, im_settings::fix, |server, findings| {
        look(context, findings, server)
    })
}

fn look<'a>(context: &Context<'a>, findings: &mut Findings<'a>, server: &Server<'_>) -> CheckResult {
    version(server)?;
    let target = Target::server(&server.host);
    let mut args = args! { server: server.host.name() };
    let wanted = select_certificate(context, server)?;
    let wanted = wanted.value().copied();
    let used = match im_settings_of(context, server)?.thumbprint {
        Some(thumbprint) => installed_certificate(context, server, &thumbprint)?,
        None => None,
    };
    // What overrides say that do not count yet will be in use when they do, if the server shall have it.
    let meant = intended_settings_of(context, server)?.thumbprint;
    let meant = wanted.filter(|wanted| meant.is_some_and(|meant| same_thumbprint(&meant, &wanted.thumbprint)));
    // Nothing fixes what was requested, or what Lync knows: whatever is in use now, that is what is told.
    if let Some(wanted) = wanted.filter(|wanted| is_beside_iis(server, wanted)) {
        let text = match used {
            Some(used) if same_thumbprint(&used.thumbprint, &wanted.thumbprint) => STAYS,
            None if meant.is_some() => MEANT,
            _ => COMES,
        };
        args.push(("thumbprint", wanted.thumbprint.clone()));
        let finding = findings.fail(target, text, args, services_of(wanted));
        finding.without_fix().with_severity(Severity::Warning);
        return Ok(());
    }
    let Some(certificate) = used.or(meant) else {
        findings.not_applicable(target, NOT_SET, args);
        return Ok(());
    };
    if certificate.services.is_none() {
        return Err(Missing::not_collected(&exchange_sections::CERTIFICATES).on(server.host.name()));
    }
    args.push(("thumbprint", certificate.thumbprint.clone()));
    let holds = !is_beside_iis(server, certificate);
    findings.pass_if(holds, target, services_of(certificate), || (NOT_ASSIGNED_TO_IIS, args));
    Ok(())
}

/// What a certificate is assigned to, as evidence.
fn services_of(certificate: &Item<ExchangeCertificate>) -> Vec<Evidence> {
    let services = certificate.services.as_ref().map(|services| services.join(", "));
    vec![Evidence::actual("Services", services).expected("IIS").from(certificate)]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const CERTIFICATE: &str = "/exchange/certificates/values/0";
    const SERVICES: &str = "/exchange/certificates/values/0/services";

    #[test]
    fn the_certificate_of_iis_passes() {
        exchange_2016(&RULE).passes(SERVER);
    }

    /// A server whose certificate is not the one of IIS, which has this subject.
    fn beside_iis(subject: &str) -> Case {
        beside_iis_on(exchange_2016(&RULE), subject)
    }

    fn beside_iis_on(case: Case, subject: &str) -> Case {
        let of_iis = json!({
            "server": "EX01", "thumbprint": "BB".repeat(20), "subject": format!("CN={subject}"),
            "domains": [subject, SERVER], "services": ["IIS"], "notAfter": "2028-06-01T00:00:00Z",
            "hasPrivateKey": true, "isSelfSigned": false,
        });
        case.set(SERVICES, json!(["SMTP"])).set("/exchange/certificates/values/1", of_iis)
    }

    /// The versions that read overrides, each with a renewal of its own certificate: the same subject, service SMTP.
    fn renewed() -> [Case; 3] {
        let renewal = json!({
            "server": "EX01", "thumbprint": "CC".repeat(20), "subject": format!("CN={SERVER}"), "domains": [SERVER],
            "services": ["SMTP"], "notAfter": "2027-06-01T00:00:00Z", "hasPrivateKey": true, "isSelfSigned": false,
        });
        let of_2019 = exchange_se(&RULE).set("/exchange/servers/values/0/version", "Version 15.2 (Build 1748.10)");
        let of_2019 = of_2019.set("/lync/version/values/0/text", "Skype for Business Server 2019 (7.0.2046.553)");
        [exchange_2016(&RULE), of_2019, exchange_se(&RULE)]
            .map(|case| beside_iis_on(case, "mail.contoso.com").set("/exchange/certificates/values/2", renewal.clone()))
    }

    /// The override gets the renewal: by the rule on thumbprints, since this one can only warn of it.
    fn is_renewed(case: &Case, pool: &str) {
        let steps = case.sample().commands("OWA-IM-THUMBPRINT").join("; ");
        let both = format!("[IMServerName={pool}, IMCertificateThumbprint={}]", "CC".repeat(20));
        assert!(steps.contains(&both), "{steps}");
    }

    #[test]
    fn a_renewal_that_is_asked_for_by_name_takes_the_place_of_its_own_certificate() {
        for case in renewed() {
            let asked = Settings { thumbprint: Some("CC".repeat(20)), ..Settings::default() };
            let case = case.asking(asked);
            let told = case.clone().fails(SERVER).severity(Severity::Warning).not_fixed();
            told.says(&[&"CC".repeat(20), "not assigned to IIS"]);
            is_renewed(&case, "pool.contoso.com");
            // One that Lync does not know yet too: the pool of its name is what other rules ask for.
            let unknown = case.set("/exchange/certificates/values/2/subject", "CN=owa.contoso.com");
            is_renewed(
                &unknown.set("/exchange/certificates/values/2/domains", json!(["owa.contoso.com", SERVER])),
                "pool.contoso.com",
            );
        }
    }

    #[test]
    fn a_renewal_takes_the_place_of_its_own_certificate_that_ended_and_the_pool_of_lync_stays() {
        for case in renewed() {
            let ended = case.set(&format!("{CERTIFICATE}/notAfter"), "2026-03-01T20:59:59Z");
            ended.clone().fails(SERVER).severity(Severity::Warning).not_fixed();
            is_renewed(&ended, "pool.contoso.com");
            assert_eq!(ended.sample().commands("TAP-CREATE"), [] as [String; 0]);
            assert_eq!(ended.sample().commands("TAP-NAME-MATCHES-CERT"), [] as [String; 0]);
        }
    }

    #[test]
    fn what_a_rule_refuses_stays_refused_though_it_is_asked_for_by_name() {
        for (property, value) in [
            ("notAfter", json!("2026-03-01T20:59:59Z")),
            ("isSelfSigned", json!(true)),
            ("hasPrivateKey", json!(false)),
            ("domains", json!(["mail.contoso.com"])),
        ] {
            for case in renewed() {
                let asked = Settings { thumbprint: Some("CC".repeat(20)), ..Settings::default() };
                let case =
                    case.set(&format!("/exchange/certificates/values/2/{property}"), value.clone()).asking(asked);
                assert_eq!(case.sample().commands("OWA-IM-THUMBPRINT"), [] as [String; 0], "{property}");
            }
        }
    }

    /// The certificate is only told.
    fn stays(case: Case) {
        case.fails(SERVER).severity(Severity::Warning).not_fixed();
    }

    /// The override gets the one of IIS.
    fn is_exchanged(case: Case) {
        let both = format!("-Parameters [IMServerName=pool.contoso.com, IMCertificateThumbprint={}]", "BB".repeat(20));
        case.fails(SERVER).severity(Severity::Error).fixed_by_part(&both);
    }

    #[test]
    fn a_certificate_that_lync_knows_stays_beside_the_one_of_iis() {
        for subject in [SERVER, "mail.contoso.com"] {
            let case = beside_iis(subject);
            stays(case.clone());
            stays(case.clone().with(Sample::discovered).with(Sample::without_trusted_pool));
            stays(case.clone().forget("/lync/trustedPools"));
            for id in ["SO-CREATE", "SO-VERIFY", "OWA-IM-THUMBPRINT", "OWA-CERT-NAMES", "TAP-NAME-MATCHES-CERT"] {
                case.sample().expect(id, &[(SERVER, Status::Pass)]);
            }
        }
        // Where Lync finds the server by a dial plan, any name of the certificate may be the server's.
        let discovered = beside_iis(SERVER).with(Sample::discovered).with(Sample::without_trusted_pool);
        let discovered = discovered.set(&format!("{CERTIFICATE}/subject"), "CN=owa.contoso.com");
        stays(discovered.set(&format!("{CERTIFICATE}/domains"), json!(["owa.contoso.com", SERVER])));
        let shared = beside_iis(SERVER).set(&format!("{CERTIFICATE}/subject"), "CN=owa.contoso.com");
        let shared = shared.set(&format!("{CERTIFICATE}/domains"), json!(["owa.contoso.com"]));
        is_exchanged(shared.clone());
        stays(shared.set("/lync/trustedPools/values/0/fqdn", "owa.contoso.com"));
    }

    #[test]
    fn one_that_lync_does_not_know_or_that_does_not_do_is_exchanged_for_the_one_of_iis() {
        let unknown = beside_iis(SERVER).with(Sample::without_trusted_pool);
        is_exchanged(unknown.clone());
        for (property, value) in [
            ("notAfter", json!("2026-03-01T20:59:59Z")),
            ("hasPrivateKey", json!(false)),
            ("isSelfSigned", json!(true)),
            ("domains", json!(["mail.contoso.com"])),
        ] {
            is_exchanged(beside_iis(SERVER).set(&format!("{CERTIFICATE}/{property}"), value));
        }
        let alone = unknown.forget("/exchange/certificates/values/1");
        alone.fails(SERVER).severity(Severity::Error).not_fixed();
    }

    #[test]
    fn one_that_is_asked_for_by_name_is_set() {
        let asking = |thumbprint: &str| {
            let settings = Settings { thumbprint: Some(thumbprint.to_owned()), ..Settings::default() };
            beside_iis("mail.contoso.com").asking(settings)
        };
        is_exchanged(asking(&"BB".repeat(20)));
        stays(asking("EA5A332496CC05DA69B75B66111C0F78A110D22D"));
    }

    /// The duplicate keeps both from counting; without it, the server uses the certificate that both say.
    #[test]
    fn one_that_two_overrides_say_is_told_before_one_of_them_counts() {
        let case = beside_iis("mail.contoso.com");
        let twice = |case: &Case| {
            let one = case.sample().clone().into_documents()[0]["exchange"]["settingOverrides"]["values"][0].clone();
            let mut second = one;
            second["name"] = json!("Renewed");
            case.clone().set("/exchange/settingOverrides/values/1", second)
        };
        stays(twice(&case).says(&["that the setting overrides of ex01.contoso.com contain"]));
        let unfit = twice(&case.set(&format!("{CERTIFICATE}/hasPrivateKey"), false));
        unfit.not_applicable_to(SERVER);
        twice(&exchange_2016(&RULE)).passes(SERVER);
    }

    #[test]
    fn services_that_nobody_read_are_unknown() {
        exchange_2016(&RULE).forget(SERVICES).unknown(SERVER);
    }

    #[test]
    fn without_an_override_there_is_no_certificate() {
        exchange_2016(&RULE).forget("/exchange/settingOverrides/values/0").not_applicable_to(SERVER);
    }
}
