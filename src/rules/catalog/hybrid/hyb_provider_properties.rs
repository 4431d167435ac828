//! HYB-PROVIDER-ENABLED, -SHARED, -HOSTSOCS, -ISLOCAL, -VERIFY: what has to be right about the provider for Exchange Online,
//! beside where it leads. One rule for each property.

use crate::rules::fixes::hosting_provider::repair;
use crate::rules::prelude::*;
use crate::rules::topology::lync::hosting_provider::{Property, judge};

/// One for each property, in the order of [`METADATA`].
pub(crate) static RULES: [Rule; 5] = [
    Rule::new(&METADATA[0], |context, findings| judge(context, findings, Property::Enabled)).with_fix(repair),
    Rule::new(&METADATA[1], |context, findings| judge(context, findings, Property::SharedAddressSpace))
        .with_fix(repair),
    Rule::new(&METADATA[2], |context, findings| judge(context, findings, Property::HostsUsers)).with_fix(repair),
    Rule::new(&METADATA[3], |context, findings| judge(context, findings, Property::IsLocal)).with_fix(repair),
    Rule::new(&METADATA[4], |context, findings| judge(context, findings, Property::VerificationLevel)).with_fix(repair),
];

/// What the rules about one property have in common.
const PROPERTY: Metadata =
    Metadata { after: &["HYB-FEDERATED-USERS"], needs: &[&lync_sections::HOSTING_PROVIDERS], ..super::BASE };

static METADATA: [Metadata; 5] = [
    Metadata {
        id: "HYB-PROVIDER-ENABLED",
        title: Text::new(
            "The connection to the hosting provider is enabled",
            "La connexion au fournisseur d'hébergement est activée",
        ),
        explanation: Text::new(
            "If Enabled is false, no traffic is exchanged between your domain and the provider.",
            "Si Enabled est à false, aucun trafic n'est échangé entre votre domaine et le fournisseur.",
        ),
        remedy: Text::new(
            "In the Lync shell on an internal server: Set-CsHostingProvider -Identity <name> -Enabled $True.",
            "Dans le shell Lync, sur un serveur interne : Set-CsHostingProvider -Identity <nom> -Enabled $True.",
        ),
        sources: &[Source::seed("004", "92")],
        ..PROPERTY
    },
    Metadata {
        id: "HYB-PROVIDER-SHARED",
        title: Text::new(
            "The hosting provider uses a shared SIP address space",
            "Le fournisseur d'hébergement utilise un espace d'adressage SIP partagé",
        ),
        explanation: Text::new(
            "On-premises users and mailboxes in Exchange Online have the same SIP domain, so the provider must belong to the shared address space. The parameter is EnabledSharedAddressSpace; EnableSharedAddressSpace in the documentation is a typing error.",
            "Les utilisateurs sur site et les boîtes aux lettres d'Exchange Online ont le même domaine SIP : le fournisseur doit appartenir à l'espace d'adressage partagé. Le paramètre est EnabledSharedAddressSpace ; EnableSharedAddressSpace dans la documentation est une faute de frappe.",
        ),
        remedy: Text::new(
            "In the Lync shell on an internal server: Set-CsHostingProvider -Identity <name> -EnabledSharedAddressSpace $True.",
            "Dans le shell Lync, sur un serveur interne : Set-CsHostingProvider -Identity <nom> -EnabledSharedAddressSpace $True.",
        ),
        sources: &[Source::seed("004", "94")],
        ..PROPERTY
    },
    Metadata {
        id: "HYB-PROVIDER-HOSTSOCS",
        title: Text::new(
            "The hosting provider does not host Lync users",
            "Le fournisseur d'hébergement n'héberge pas d'utilisateurs Lync",
        ),
        explanation: Text::new(
            "Exchange Online hosts the mailboxes, not the Lync accounts. With HostsOCSUsers, the Edge Server would look for the users there.",
            "Exchange Online héberge les boîtes aux lettres, pas les comptes Lync. Avec HostsOCSUsers, le serveur Edge y chercherait les utilisateurs.",
        ),
        remedy: Text::new(
            "In the Lync shell on an internal server: Set-CsHostingProvider -Identity <name> -HostsOCSUsers $False.",
            "Dans le shell Lync, sur un serveur interne : Set-CsHostingProvider -Identity <nom> -HostsOCSUsers $False.",
        ),
        sources: &[Source::seed("004", "96")],
        ..PROPERTY
    },
    Metadata {
        id: "HYB-PROVIDER-ISLOCAL",
        title: Text::new(
            "The proxy of the hosting provider is outside your topology",
            "Le proxy du fournisseur d'hébergement est hors de votre topologie",
        ),
        explanation: Text::new(
            "IsLocal specifies that the proxy is one of your own servers. The proxy of Exchange Online is not.",
            "IsLocal indique que le proxy est l'un de vos propres serveurs. Celui d'Exchange Online ne l'est pas.",
        ),
        remedy: Text::new(
            "In the Lync shell on an internal server: Set-CsHostingProvider -Identity <name> -IsLocal $False.",
            "Dans le shell Lync, sur un serveur interne : Set-CsHostingProvider -Identity <nom> -IsLocal $False.",
        ),
        sources: &[Source::seed("004", "100")],
        ..PROPERTY
    },
    Metadata {
        id: "HYB-PROVIDER-VERIFY",
        title: Text::new(
            "Messages of the hosting provider are verified by their verification level",
            "Les messages du fournisseur d'hébergement sont vérifiés d'après leur niveau de vérification",
        ),
        explanation: Text::new(
            "With UseSourceVerification, a message without a verification level is rejected as not verifiable. The default is AlwaysVerifiable.",
            "Avec UseSourceVerification, un message sans niveau de vérification est rejeté comme non vérifiable. La valeur par défaut est AlwaysVerifiable.",
        ),
        remedy: Text::new(
            "In the Lync shell on an internal server: Set-CsHostingProvider -Identity <name> -VerificationLevel UseSourceVerification.",
            "Dans le shell Lync, sur un serveur interne : Set-CsHostingProvider -Identity <nom> -VerificationLevel UseSourceVerification.",
        ),
        sources: &[Source::seed("004", "102")],
        ..PROPERTY
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::prelude::*;
    use serde_json::{Value, json};

    const PROVIDER: &str = "Exchange Online";
    const VALUES: &str = "/lync/hostingProviders/values/0";

    /// Each rule with the place of its property, a value that is wrong, and how it is set right.
    fn cases() -> impl Iterator<Item = (Case, String, Value, String)> {
        let properties = [
            ("enabled", json!(false), "-Enabled true"),
            ("enabledSharedAddressSpace", json!(false), "-EnabledSharedAddressSpace true"),
            ("hostsOcsUsers", json!(true), "-HostsOCSUsers false"),
            ("isLocal", json!(true), "-IsLocal false"),
            ("verificationLevel", json!("AlwaysVerifiable"), "-VerificationLevel UseSourceVerification"),
        ];
        RULES.iter().zip(properties).map(|(rule, (property, wrong, set))| {
            let set = format!("Set-CsHostingProvider -Identity Exchange Online {set}");
            (hybrid(rule), format!("{VALUES}/{property}"), wrong, set)
        })
    }

    #[test]
    fn the_right_value_passes() {
        for (case, ..) in cases() {
            case.passes(PROVIDER);
        }
    }

    #[test]
    fn another_value_fails_and_is_set() {
        for (case, property, wrong, set) in cases() {
            case.set(&property, wrong).fails(PROVIDER).fixed_by(&set);
        }
    }

    #[test]
    fn without_a_provider_there_is_nothing_to_look_at() {
        for (case, ..) in cases() {
            case.set("/lync/hostingProviders/values", json!([])).not_applicable();
        }
    }

    #[test]
    fn unknown_without_the_property() {
        for (case, property, ..) in cases() {
            case.forget(&property).unknown(PROVIDER);
        }
    }

    #[test]
    fn one_that_hosts_users_and_leads_elsewhere_stays_with_a_person() {
        let elsewhere = json!("exap.um.partner.outlook.cn");
        let case = hybrid(&RULES[2]).set(&format!("{VALUES}/hostsOcsUsers"), true);
        case.set(&format!("{VALUES}/proxyFqdn"), elsewhere).fails(PROVIDER).not_fixed();
    }

    #[test]
    fn the_name_of_the_parameter_is_the_one_with_a_d() {
        assert!(METADATA[1].explanation.en.contains("typing error"));
    }
}
