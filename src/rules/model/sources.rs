//! The documents that rules and the support matrix cite: title and address of each. What is cited and not listed here does
//! not compile. Must not know what is cited for what.
//!
//! Titles are those of the English pages. Addresses name no language, so that each reader gets his own. An address is here
//! only if it was confirmed; above each group stands how, as of November 2026.

use serde::Serialize;

/// A page of Microsoft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// What rules call it: `000` to `004` for the five pages that are cited by lines, otherwise the name of its file.
    #[serde(skip)]
    pub key: &'static str,
    /// The title of the page in English.
    pub title: &'static str,
    /// The address of the page, on `https://learn.microsoft.com` or in the blogs of Microsoft.
    pub url: &'static str,
}

/// The pages of one folder on learn.microsoft.com, each the file of its name there.
macro_rules! pages {
    ($folder:literal: $($name:literal $title:literal;)*) => {
        &[$(Document {
            key: concat!($name, ".md"),
            title: $title,
            url: concat!("https://learn.microsoft.com/", $folder, "/", $name),
        },)*]
    };
}

/// The five pages that are cited by lines. For 000, 002, 003 and 004 the article numbers of `TechNet` in their front matter
/// (JJ688055, JJ721919, BB676409, Hh533880) are those of the files below. 001 is the same article as 000, of version OCS.16:
/// MicrosoftDocs/OfficeDocs-SkypeForBusiness, Skype/SfbServer/deploy/integrate-with-exchange-server/
/// integrate-with-exchange-server.md links to this address.
const CITED_BY_LINES: &[Document] = &[
    Document {
        key: "000",
        title: "Lync Server 2013: Integrating Lync Server and Outlook Web App 2013",
        url: "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-integrating-lync-server-and-outlook-web-app-2013",
    },
    Document {
        key: "001",
        title: "Integrate Skype for Business Server 2015 and Microsoft Outlook Web App",
        url: "https://learn.microsoft.com/previous-versions/office/communications/jj688055(v=ocs.16)",
    },
    Document {
        key: "002",
        title: "Lync Server 2013: Prerequisites for integrating with Exchange Server 2013",
        url: "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-prerequisites-for-integrating-with-exchange-server-2013",
    },
    Document {
        key: "003",
        title: "Deploying Exchange 2013 UM and Lync Server overview",
        url: "https://learn.microsoft.com/exchange/deploying-exchange-2013-um-and-lync-server-overview-exchange-2013-help",
    },
    Document {
        key: "004",
        title: "Configuring on-premises Lync Server integration with Exchange Online",
        url: "https://learn.microsoft.com/previous-versions/office/lync-server-2013/lync-server-2013-configuring-on-premises-lync-server-integration-with-exchange-online",
    },
];

/// The files are in MicrosoftDocs/OfficeDocs-SkypeForBusiness, Lync/LyncServer;
/// .openpublishing.redirection.lync.json there sends each to the page of its name in this folder.
const LYNC_2013: &[Document] = pages! { "previous-versions/office/lync-server-2013":
    "enable-exchange-2013-outlook-web-app-and-im-integration"
        "Enable Exchange 2013 Outlook Web App and IM integration";
    "lync-server-2013-assigning-a-server-to-server-authentication-certificate-to-lync-server-2013"
        "Assigning a server-to-server authentication certificate to Lync Server 2013";
    "lync-server-2013-components-and-topologies-for-on-premises-unified-messaging"
        "Lync Server 2013: Components and topologies for on-premises Unified Messaging";
    "lync-server-2013-configure-certificates-on-the-server-running-microsoft-exchange-server-unified-messaging"
        "Lync Server 2013: Configure certificates on the server running Microsoft Exchange Server Unified Messaging";
    "lync-server-2013-configure-lync-server-2013-to-work-with-unified-messaging-on-microsoft-exchange-server"
        "Lync Server 2013: Configure Lync Server 2013 to work with Unified Messaging on Microsoft Exchange Server";
    "lync-server-2013-configure-the-edge-server-for-integration-with-hosted-exchange-um"
        "Configure the Edge Server for integration with hosted Exchange UM";
    "lync-server-2013-configure-unified-messaging-on-microsoft-exchange"
        "Lync Server 2013: Configure Unified Messaging on Microsoft Exchange";
    "lync-server-2013-configuring-an-on-premises-partner-application-for-lync-server-2013"
        "Configuring an on-premises partner application for Lync Server 2013";
    "lync-server-2013-configuring-partner-applications-in-lync-server-2013-and-exchange-server-2013"
        "Configuring partner applications in Lync Server 2013 and Exchange Server 2013";
    "lync-server-2013-create-a-dns-srv-record-for-integration-with-hosted-exchange-um"
        "Create a DNS SRV record for integration with hosted Exchange UM";
    "lync-server-2013-create-contact-objects-for-hosted-exchange-um"
        "Lync Server 2013: Create contact objects for hosted Exchange UM";
    "lync-server-2013-deployment-process-for-integrating-on-premises-unified-messaging"
        "Deployment process for integrating on-premises Unified Messaging";
    "lync-server-2013-enable-or-disable-remote-user-access"
        "Lync Server 2013: Enable or disable remote user access";
    "lync-server-2013-exchange-and-sharepoint-integration-support"
        "Lync Server 2013: Exchange and SharePoint integration support";
    "lync-server-2013-exchange-unified-messaging-um-support"
        "Lync Server 2013: Exchange Unified Messaging (UM) support";
    "lync-server-2013-guidelines-for-integrating-on-premises-unified-messaging"
        "Lync Server 2013: Guidelines for integrating on-premises Unified Messaging";
    "lync-server-2013-hosted-voice-mail-policies"
        "Lync Server 2013: Hosted voice mail policies";
    "lync-server-2013-manage-external-access-policy-for-your-organization"
        "Lync Server 2013: Manage external access policy for your organization";
};

/// The files are in MicrosoftDocs/OfficeDocs-SkypeForBusiness, Skype/SfbServer/deploy/integrate-with-exchange-server;
/// pages on learn.microsoft.com link to others under /skypeforbusiness with the paths that these have below `SfbServer`.
const SKYPE_DEPLOY: &[Document] = pages! { "skypeforbusiness/deploy/integrate-with-exchange-server":
    "configure-partner-applications"
        "Configure partner applications in Skype for Business Server and Exchange Server";
    "exchangeunified-messaging-for-voice-mail"
        "Configure Exchange Server Unified Messaging for Skype for Business Server voice mail";
    "oauth-with-online-and-on-premises"
        "Configure Integration and OAuth between Skype for Business Online and Exchange Server";
    "high-resolution-photos"
        "Configure the use of high-resolution photos in Skype for Business Server";
    "outlook-web-app"
        "Configure integration between on-premises Skype for Business Server and Outlook Web App";
    "use-exchange-archiving"
        "Configure Skype for Business Server to use Exchange Server archiving";
    "use-the-unified-contact-store"
        "Configure Skype for Business Server to use the unified contact store";
};

/// As above, Skype/SfbServer/plan-your-deployment/integrate-with-exchange.
const SKYPE_PLAN: &[Document] = pages! { "skypeforbusiness/plan-your-deployment/integrate-with-exchange":
    "integrate-with-exchange"
        "Plan to integrate Skype for Business and Exchange";
    "unified-messaging"
        "Plan for Exchange Unified Messaging integration in Skype for Business";
};

/// As above, Skype/SfbServer/plan-your-deployment/clients-and-devices.
const SKYPE_CLIENTS: &[Document] = pages! { "skypeforbusiness/plan-your-deployment/clients-and-devices":
    "compatibility-with-office"
        "Skype for Business compatibility with Office apps";
};

/// As above, Skype/SfbServer/manage/topology.
const SKYPE_MANAGE: &[Document] = pages! { "skypeforbusiness/manage/topology":
    "disable-tls-1.0-1.1"
        "Disable TLS 1.0/1.1 in Skype for Business Server 2015";
};

/// The files are in MicrosoftDocs/OfficeDocs-Exchange, Exchange/ExchangeServer2013; pages on learn.microsoft.com link to
/// others of that folder as /exchange/ and their name.
const EXCHANGE_2013: &[Document] = pages! { "exchange":
    "add-mailbox-and-client-access-servers-to-a-sip-uri-dial-plan-exchange-2013-help"
        "Add Mailbox and Client Access servers to a SIP URI dial plan";
    "assign-a-certificate-to-the-um-and-um-call-router-services-exchange-2013-help"
        "Assign a certificate to the UM and UM Call Router services";
    "checklist-integrate-exchange-2013-um-with-lync-server-exchange-2013-help"
        "Checklist: Integrate Exchange 2013 UM with Lync Server";
    "coexistence-with-office-communications-server-2007-r2-and-lync-server-exchange-2013-help"
        "Coexistence with Office Communications Server 2007 R2 and Lync Server";
    "configure-um-to-work-with-lync-server-exchange-2013-help"
        "Configure UM to work with Lync Server";
    "configure-voip-security-setting-exchange-2013-help"
        "Configure the VoIP security setting";
    "create-a-um-auto-attendant-exchange-2013-help"
        "Create a UM auto attendant";
    "create-certificates-for-um-exchange-2013-help"
        "Create certificates for UM";
    "create-um-dial-plan-exchange-2013-help"
        "Create a UM dial plan";
    "deploying-certificates-for-um-exchange-2013-help"
        "Deploying certificates for UM";
    "deploying-exchange-2013-um-and-lync-server-overview-exchange-2013-help"
        "Deploying Exchange 2013 UM and Lync Server overview";
    "integration-with-sharepoint-and-lync-exchange-2013-help"
        "Integration with SharePoint and Lync";
    "set-the-tls-listening-port-on-a-client-access-server-exchange-2013-help"
        "Set the TLS listening port on a Client Access server";
    "um-ip-gateways-exchange-2013-help"
        "UM IP gateways";
    "um-protocols-ports-and-services-exchange-2013-help"
        "UM protocols, ports, and services";
    "um-services-exchange-2013-help"
        "UM services";
};

/// As above, Exchange/ExchangeServer2013/management/health.
const EXCHANGE_HEALTH: &[Document] = pages! { "exchange/management/health":
    "troubleshooting-owa-protocol-dep-health-set"
        "Troubleshooting OWA.Protocol.Dep Health Set";
};

/// The files are in MicrosoftDocs/OfficeDocs-Exchange, Exchange/ExchangeServer, with the paths that follow /exchange/ here;
/// .openpublishing.redirection.json there names pages of that folder in this way.
const EXCHANGE_FEATURES: &[Document] = pages! { "exchange/new-features":
    "discontinued-features"
        "What's discontinued in Exchange Server";
};

/// As above.
const EXCHANGE_AFTER_SETUP: &[Document] = pages! { "exchange/plan-and-deploy/post-installation-tasks":
    "configure-im-integration-with-owa"
        "Configure instant messaging integration with Outlook on the web in Exchange";
};

/// As above.
const EXCHANGE_OAUTH: &[Document] = pages! { "exchange/plan-and-deploy/integration-with-sharepoint-and-skype":
    "configure-oauth"
        "Configure OAuth authentication with SharePoint 2013 and Lync 2013";
};

/// Other pages on learn.microsoft.com link to this address with this title.
const EXCHANGE_SECURITY: &[Document] = pages! { "exchange/plan-and-deploy/post-installation-tasks/security-best-practices":
    "exchange-tls-configuration"
        "Exchange Server TLS configuration best practices";
};

/// Announcements of the Exchange team on techcommunity.microsoft.com link to this address.
const EXCHANGE_HYBRID: &[Document] = pages! { "exchange/hybrid-deployment":
    "deploy-dedicated-hybrid-app"
        "Deploy dedicated Exchange hybrid app";
};

/// The file is in MicrosoftDocs/win32, desktop-src/SecAuthN, which pages on learn.microsoft.com link to as
/// /windows/win32/secauthn.
const WINDOWS: &[Document] = pages! { "windows/win32/secauthn":
    "protocols-in-tls-ssl--schannel-ssp-"
        "Protocols in TLS/SSL (Schannel SSP)";
};

/// The files are in MicrosoftDocs/office-docs-powershell, exchange/exchange-ps/ExchangePowerShell, the module's name on
/// learn.microsoft.com.
const EXCHANGE_CMDLETS: &[Document] = pages! { "powershell/module/exchangepowershell":
    "Get-ExchangeCertificate" "Get-ExchangeCertificate";
    "New-SettingOverride" "New-SettingOverride";
    "Set-OwaVirtualDirectory" "Set-OwaVirtualDirectory";
    "Set-UMService" "Set-UMService";
};

/// As above, skype/skype-ps/SkypeForBusiness.
const SKYPE_CMDLETS: &[Document] = pages! { "powershell/module/skypeforbusiness":
    "Get-CsExUmContact" "Get-CsExUmContact";
    "Get-CsHostingProvider" "Get-CsHostingProvider";
    "Get-CsOAuthServer" "Get-CsOAuthServer";
    "New-CsHostingProvider" "New-CsHostingProvider";
    "New-CsTrustedApplication" "New-CsTrustedApplication";
    "New-CsTrustedApplicationPool" "New-CsTrustedApplicationPool";
    "Remove-CsTrustedApplicationPool" "Remove-CsTrustedApplicationPool";
    "Set-CsOAuthConfiguration" "Set-CsOAuthConfiguration";
    "Test-CsExStorageConnectivity" "Test-CsExStorageConnectivity";
};

/// As `EXCHANGE_FEATURES`; public guides of 2026 link to its section on the Mailbox role by this address.
const EXCHANGE_SETUP: &[Document] = pages! { "exchange/plan-and-deploy":
    "prerequisites"
        "Exchange Server 2019 and SE prerequisites";
};

/// The dates are in MicrosoftDocs/lifecycle-data-pr.fr-fr, lifecycle-data/products, in files of these names; pages on
/// learn.microsoft.com link to /lifecycle/products/ and the name. That of Exchange SE is linked to only by guides of others.
const LIFECYCLE: &[Document] = pages! { "lifecycle/products":
    "exchange-server-2013" "Exchange Server 2013";
    "exchange-server-2016" "Exchange Server 2016";
    "exchange-server-2019" "Exchange Server 2019";
    "exchange-server-subscription-edition" "Exchange Server Subscription Edition";
    "microsoft-lync-server-2013" "Microsoft Lync Server 2013";
    "skype-for-business-server-2015" "Skype for Business Server 2015";
    "skype-for-business-server-2019" "Skype for Business Server 2019";
};

/// The blog of the Exchange team; the blog of Microsoft's support in Japan (jpmessaging/blog) translates the post and links
/// to it by this address.
const EXCHANGE_BLOG: &[Document] = &[Document {
    key: "exchange-server-roadmap-update.md",
    title: "Exchange Server Roadmap Update",
    url: "https://techcommunity.microsoft.com/t5/exchange-team-blog/exchange-server-roadmap-update/ba-p/4132742",
}];

const ALL: &[&[Document]] = &[
    CITED_BY_LINES,
    LYNC_2013,
    SKYPE_DEPLOY,
    SKYPE_PLAN,
    SKYPE_CLIENTS,
    SKYPE_MANAGE,
    EXCHANGE_2013,
    EXCHANGE_HEALTH,
    EXCHANGE_FEATURES,
    EXCHANGE_AFTER_SETUP,
    EXCHANGE_OAUTH,
    EXCHANGE_SECURITY,
    EXCHANGE_HYBRID,
    WINDOWS,
    EXCHANGE_CMDLETS,
    SKYPE_CMDLETS,
    EXCHANGE_SETUP,
    LIFECYCLE,
    EXCHANGE_BLOG,
];

/// Every document, by the group that it belongs to.
pub fn documents() -> impl Iterator<Item = &'static Document> {
    ALL.iter().copied().flatten()
}

/// The document that rules call so. Stops the compiler where there is none, so it is for constants only.
pub(crate) const fn document(key: &str) -> &'static Document {
    let mut group = 0;
    while group < ALL.len() {
        let mut number = 0;
        while number < ALL[group].len() {
            if is_same(ALL[group][number].key, key) {
                return &ALL[group][number];
            }
            number += 1;
        }
        group += 1;
    }
    panic!("a document that is cited is not in the table of documents")
}

/// Strings are not compared by `==` in constants.
const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_a_page_of_microsoft_without_a_language() {
        for one in documents() {
            let sites = ["https://learn.microsoft.com/", "https://techcommunity.microsoft.com/t5/"];
            let path = sites.iter().find_map(|site| one.url.strip_prefix(site)).unwrap_or_else(|| panic!("{one:?}"));
            assert!(path.chars().all(|c| c.is_ascii_alphanumeric() || "-/.=()".contains(c)), "{one:?}");
            assert!(!path.starts_with("en-us/") && !path.ends_with('/') && !one.title.is_empty(), "{one:?}");
        }
    }

    #[test]
    fn two_documents_with_one_address_are_one_page() {
        for one in documents() {
            for other in documents().filter(|other| other.url == one.url || other.title == one.title) {
                assert_eq!((one.url, one.title), (other.url, other.title));
            }
        }
    }
}
