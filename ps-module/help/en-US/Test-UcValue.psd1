@{
    Synopsis    = 'Checks a thumbprint, a server name, a SIP address or another value before you use it.'
    Description = @(
        'Shows whether a value is valid, its normalized form, and its problems. It finds invisible characters, such as the mark that Windows adds to a thumbprint that you copy from the certificate dialog box.'
        'Only the value itself is checked: DNS, certificate stores and servers are not contacted.'
    )
    Parameters  = @{
        Kind = 'The type of the value: Thumbprint, Fqdn, SipAddress, SipDomain, ApplicationId, Port, Url, AutodiscoverUrl, MetadataUrl or DialPlan.'
        Value = 'The values to check. They are accepted from the pipeline.'
        Quiet = 'Returns only True or False for each value.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Check a thumbprint copied from a dialog box'
            Code    = @'
Test-UcValue -Kind Thumbprint -Value '1f 2e 3d 4c 5b 6a 79 88 01 23 45 67 89 ab cd ef 01 23 45 67'
'@
            Remarks = 'Normalized contains the form to use: 40 digits without spaces.'
        }
        @{
            Title   = 'Use the normalized form'
            Code    = @'
$check = Test-UcValue -Kind Thumbprint -Value (Read-Host 'Thumbprint')
if ($check.Valid) { Set-UcAppSetting -Path $web -Key IMCertificateThumbprint -Value $check.Normalized }
'@
            Remarks = 'Prompts for a thumbprint and writes it only if it is valid.'
        }
        @{
            Title   = 'Find invalid names'
            Code    = @'
Get-Content .\servers.txt | Where-Object { -not (Test-UcValue -Kind Fqdn -Value $_ -Quiet) }
'@
            Remarks = 'With Quiet, the command returns True or False, so you can use it in a condition.'
        }
        @{
            Title   = 'Show the problems'
            Code    = @'
(Test-UcValue -Kind SipAddress -Value 'sip:anna@contoso').Problems | Format-List
'@
            Remarks = 'Shows the code, the severity, the message and the hint of each problem.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'The values to check.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.ValueCheck'; Text = 'Kind, Value, Valid, Normalized and Problems (each with Code, Severity, Message and Hint).' }
        @{ Type = 'System.Boolean'; Text = 'With Quiet.' }
    )
    Notes       = @(
        'A value with warnings only is valid.'
    )
    Links       = @('Set-UcAppSetting', 'about_UcIntegration')
}
