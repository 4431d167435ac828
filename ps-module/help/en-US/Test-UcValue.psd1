@{
    Synopsis    = 'Checks a thumbprint, a server name, a SIP address or another value before it is used.'
    Description = @(
        'Tells whether a value is a valid value of its kind, what its normal form is, and what is wrong with it. It finds what cannot be seen, such as the invisible mark that Windows puts in front of a thumbprint that is copied from the certificate dialog.'
        'The value is only looked at: nothing is looked up in DNS, in a certificate store or on a server.'
    )
    Parameters  = @{
        Kind = 'What the value is meant to be: Thumbprint, Fqdn, SipAddress, SipDomain, ApplicationId, Port, Url, AutodiscoverUrl, MetadataUrl or DialPlan.'
        Value = 'The values to check. They may come through the pipeline.'
        Quiet = 'Puts out only True or False for each value.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Check a thumbprint that was copied from a window'
            Code    = @'
Test-UcValue -Kind Thumbprint -Value '1f 2e 3d 4c 5b 6a 79 88 01 23 45 67 89 ab cd ef 01 23 45 67'
'@
            Remarks = 'Normalized holds the form to use: 40 digits without spaces.'
        }
        @{
            Title   = 'Use the normal form'
            Code    = @'
$check = Test-UcValue -Kind Thumbprint -Value (Read-Host 'Thumbprint')
if ($check.Valid) { Set-UcAppSetting -Path $web -Key IMCertificateThumbprint -Value $check.Normalized }
'@
            Remarks = 'Asks for a thumbprint and writes it only if it is one.'
        }
        @{
            Title   = 'Sort out names that are not valid'
            Code    = @'
Get-Content .\servers.txt | Where-Object { -not (Test-UcValue -Kind Fqdn -Value $_ -Quiet) }
'@
            Remarks = 'With Quiet the command answers True or False, so it fits into a condition.'
        }
        @{
            Title   = 'Read what is wrong'
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
