# Enters the two settings of instant messaging in Outlook on the web for Exchange 2013 (back end servers, Mailbox role),
# after checking both values. To be run on each such server, in an elevated shell, and again after every cumulative
# update, which loses the settings.
#
#     .\Enable-OwaIm2013.ps1 -ServerName pool01.contoso.com -Thumbprint '...' -WhatIf
#     .\Enable-OwaIm2013.ps1 -ServerName pool01.contoso.com -Thumbprint '...' -Recycle
#
# Exchange 2016 and 2019 ignore these settings; they want New-SettingOverride.
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    # The Lync front end pool (or Standard Edition server).
    [Parameter(Mandatory = $true)]
    [string]$ServerName,

    # The thumbprint of the certificate that Exchange shows to Lync. What copying from the certificate dialog adds
    # (blanks, an invisible mark) is removed.
    [Parameter(Mandatory = $true)]
    [string]$Thumbprint,

    # The back end's web.config, in the folder that the setup of Exchange wrote into the registry.
    [string]$Path = (Join-Path -Path (Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup').MsiInstallPath -ChildPath 'ClientAccess\Owa\web.config'),

    # Recycle the application pool afterwards. This signs the users of Outlook on the web out.
    [switch]$Recycle
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module UcIntegration

$values = @{}
foreach ($pair in @(@('IMServerName', 'Fqdn', $ServerName), @('IMCertificateThumbprint', 'Thumbprint', $Thumbprint))) {
    $checked = Test-UcValue -Kind $pair[1] -Value $pair[2]
    $checked.Problems | ForEach-Object { Write-Warning "$($pair[0]): $($_.Message)" }
    if (-not $checked.Valid) { throw "$($pair[0]): '$($pair[2])' is not valid. Nothing was changed." }
    $values[$pair[0]] = $checked.Normalized
}

$problems = @(Test-UcConfig -Path $Path | Where-Object { $_.Severity -eq 'Error' })
if ($problems.Count -gt 0) {
    $problems
    throw 'The file has errors already. Correct them first; nothing was changed.'
}

$changes = @(Set-UcAppSetting -Path $Path -Setting $values -Reason 'Instant messaging in Outlook on the web' -PassThru)
$changes
if ($Recycle -and $changes.Count -gt 0 -and $PSCmdlet.ShouldProcess('MSExchangeOWAAppPool', 'Restart-WebAppPool')) {
    Import-Module WebAdministration
    Restart-WebAppPool -Name MSExchangeOWAAppPool
}
