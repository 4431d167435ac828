//! Every cmdlet that a step may run or read with, and its parameters. A plan comes back from a file that anybody may
//! have written: what is not listed here is not run. A test holds this list to the reference of the products.

use crate::facts::{ExchangeVersion, Shell};
use std::path::Path;

/// A cmdlet that steps may use.
#[derive(Debug)]
pub struct Known {
    /// Its name.
    pub name: &'static str,
    /// The shell that has it.
    pub shell: Shell,
    /// The parameters that steps may give it.
    pub parameters: &'static [&'static str],
    /// The versions of Exchange that have it; none means all that are in support.
    pub exchange: &'static [ExchangeVersion],
}

const fn known(shell: Shell, name: &'static str, parameters: &'static [&'static str]) -> Known {
    Known { name, shell, parameters, exchange: &[] }
}

/// A cmdlet or script that only these versions of Exchange have.
const fn only_in(
    exchange: &'static [ExchangeVersion],
    name: &'static str,
    parameters: &'static [&'static str],
) -> Known {
    Known { name, shell: Shell::Exchange, parameters, exchange }
}

const WITH_VOICE: &[ExchangeVersion] = &[ExchangeVersion::V2013, ExchangeVersion::V2016];
/// Exchange 2016 gave `ClientAccessServer` the name `ClientAccessService`; the old one is deprecated there.
const SINCE_2016: &[ExchangeVersion] =
    &[ExchangeVersion::V2016, ExchangeVersion::V2019, ExchangeVersion::SubscriptionEdition];

static KNOWN: &[Known] = &[
    known(Shell::Exchange, "Configure-EnterprisePartnerApplication.ps1", &["AuthMetaDataUrl", "ApplicationType"]),
    known(Shell::Exchange, "Enable-ExchangeCertificate", &["Server", "Thumbprint", "Services"]),
    only_in(WITH_VOICE, "ExchUcUtil.ps1", &["Forest"]),
    known(Shell::Exchange, "Get-ADPermission", &["Identity"]),
    known(Shell::Exchange, "Get-ClientAccessServer", &["Identity"]),
    only_in(SINCE_2016, "Get-ClientAccessService", &["Identity"]),
    known(Shell::Exchange, "Get-ExchangeCertificate", &["Server"]),
    known(Shell::Exchange, "Get-ExchangeDiagnosticInfo", &["Server", "Process", "Component", "Argument"]),
    known(Shell::Exchange, "Get-OrganizationConfig", &[]),
    known(Shell::Exchange, "Get-OwaMailboxPolicy", &["Identity"]),
    known(Shell::Exchange, "Get-OwaVirtualDirectory", &["Server", "ShowMailboxVirtualDirectories"]),
    known(Shell::Exchange, "Get-PartnerApplication", &[]),
    known(Shell::Exchange, "Get-SettingOverride", &[]),
    only_in(WITH_VOICE, "Get-UMCallRouterSettings", &["Server"]),
    only_in(WITH_VOICE, "Get-UMDialPlan", &[]),
    only_in(WITH_VOICE, "Get-UMHuntGroup", &[]),
    only_in(WITH_VOICE, "Get-UMIPGateway", &[]),
    only_in(WITH_VOICE, "Get-UMService", &["Identity"]),
    known(
        Shell::Exchange,
        "New-SettingOverride",
        &["Name", "Component", "Section", "Parameters", "Server", "Reason", "MinVersion", "MaxVersion"],
    ),
    only_in(WITH_VOICE, "New-UMHuntGroup", &["Name", "UMDialPlan", "UMIPGateway", "PilotIdentifier"]),
    known(Shell::Exchange, "Remove-PartnerApplication", &["Identity", "Confirm"]),
    known(Shell::Exchange, "Remove-SettingOverride", &["Identity", "Confirm"]),
    only_in(WITH_VOICE, "Remove-UMHuntGroup", &["Identity", "Confirm"]),
    only_in(WITH_VOICE, "Remove-UMIPGateway", &["Identity", "Confirm"]),
    known(Shell::Exchange, "Set-ClientAccessServer", &["Identity", "AutoDiscoverServiceInternalUri"]),
    only_in(SINCE_2016, "Set-ClientAccessService", &["Identity", "AutoDiscoverServiceInternalUri"]),
    known(Shell::Exchange, "Set-OwaMailboxPolicy", &["Identity", "InstantMessagingEnabled", "InstantMessagingType"]),
    known(Shell::Exchange, "Set-OwaVirtualDirectory", &["Identity", "InstantMessagingEnabled", "InstantMessagingType"]),
    known(Shell::Exchange, "Set-PartnerApplication", &["Identity", "AuthMetadataUrl", "Enabled"]),
    known(Shell::Exchange, "Set-SettingOverride", &["Identity", "Parameters", "Server", "Reason"]),
    only_in(WITH_VOICE, "Set-UMCallRouterSettings", &["Server", "DialPlans", "UMStartupMode", "SipTlsListeningPort"]),
    only_in(WITH_VOICE, "Set-UMDialPlan", &["Identity", "VoIPSecurity", "FaxEnabled"]),
    only_in(WITH_VOICE, "Set-UMIPGateway", &["Identity", "OutcallsAllowed", "Port", "Status"]),
    only_in(WITH_VOICE, "Set-UMService", &["Identity", "DialPlans", "UMStartupMode"]),
    known(Shell::Local, "Get-Service", &["Name"]),
    known(Shell::Local, "Restart-Service", &["Name", "Force"]),
    known(Shell::Local, "Restart-WebAppPool", &["Name"]),
    known(Shell::Local, "Start-Service", &["Name"]),
    known(Shell::Local, "Stop-Service", &["Name"]),
    known(Shell::Lync, "Enable-CsTopology", &[]),
    known(Shell::Lync, "Get-CsAccessEdgeConfiguration", &[]),
    known(Shell::Lync, "Get-CsCertificate", &["Type"]),
    known(Shell::Lync, "Get-CsExternalAccessPolicy", &[]),
    known(Shell::Lync, "Get-CsHostingProvider", &[]),
    known(Shell::Lync, "Get-CsOAuthConfiguration", &[]),
    known(Shell::Lync, "Get-CsPartnerApplication", &[]),
    known(Shell::Lync, "Get-CsTrustedApplication", &["TrustedApplicationPoolFqdn"]),
    known(Shell::Lync, "Get-CsTrustedApplicationPool", &["PoolFqdn"]),
    known(Shell::Lync, "Invoke-CsManagementStoreReplication", &[]),
    known(
        Shell::Lync,
        "New-CsHostingProvider",
        &[
            "Identity",
            "ProxyFqdn",
            "Enabled",
            "EnabledSharedAddressSpace",
            "HostsOCSUsers",
            "IsLocal",
            "VerificationLevel",
        ],
    ),
    known(Shell::Lync, "New-CsPartnerApplication", &["Identity", "ApplicationTrustLevel", "MetadataUrl"]),
    known(Shell::Lync, "New-CsTrustedApplication", &["ApplicationId", "TrustedApplicationPoolFqdn", "Port"]),
    known(Shell::Lync, "New-CsTrustedApplicationComputer", &["Identity", "Pool", "Force"]),
    known(
        Shell::Lync,
        "New-CsTrustedApplicationPool",
        &["Identity", "Registrar", "Site", "RequiresReplication", "ComputerFqdn", "Confirm", "Force"],
    ),
    known(Shell::Lync, "Remove-CsHostingProvider", &["Identity", "Confirm"]),
    known(Shell::Lync, "Remove-CsPartnerApplication", &["Identity", "Confirm"]),
    known(Shell::Lync, "Remove-CsTrustedApplication", &["Identity", "Confirm"]),
    known(Shell::Lync, "Remove-CsTrustedApplicationPool", &["Identity", "Confirm"]),
    known(Shell::Lync, "Set-CsAccessEdgeConfiguration", &["AllowFederatedUsers", "AllowOutsideUsers"]),
    known(Shell::Lync, "Set-CsCertificate", &["Identity", "Type", "Thumbprint", "Confirm"]),
    known(Shell::Lync, "Set-CsExternalAccessPolicy", &["Identity", "EnableOutsideAccess"]),
    known(
        Shell::Lync,
        "Set-CsHostingProvider",
        &["Identity", "Enabled", "EnabledSharedAddressSpace", "HostsOCSUsers", "IsLocal", "VerificationLevel"],
    ),
    known(Shell::Lync, "Set-CsOAuthConfiguration", &["Identity", "ExchangeAutodiscoverUrl", "ServiceName"]),
    known(Shell::Lync, "Set-CsPartnerApplication", &["Identity", "ApplicationTrustLevel", "Enabled"]),
    known(Shell::Lync, "Set-CsTrustedApplication", &["Identity", "Port"]),
    known(Shell::Lync, "Set-CsTrustedApplicationPool", &["Identity", "RequiresReplication", "Registrar"]),
];

/// All of them, by shell.
#[must_use]
pub fn list() -> &'static [Known] {
    KNOWN
}

/// The cmdlet of a name, without case.
#[must_use]
pub fn find(name: &str) -> Option<&'static Known> {
    KNOWN.iter().find(|known| known.name.eq_ignore_ascii_case(name))
}

/// Whether a name is that of a script which Exchange brings along in its folder `Scripts`, not that of a cmdlet.
#[must_use]
pub fn is_script(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ps1"))
}
