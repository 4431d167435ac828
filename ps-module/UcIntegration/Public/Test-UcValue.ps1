function Test-UcValue {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType('UcIntegration.ValueCheck', [bool])]
    param(
        [Parameter(Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [ValidateSet('Thumbprint', 'Fqdn', 'SipAddress', 'SipDomain', 'ApplicationId', 'Port', 'Url', 'AutodiscoverUrl', 'MetadataUrl', 'DialPlan')]
        [string]$Kind,

        [Parameter(Mandatory = $true, Position = 1, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [AllowEmptyString()]
        [string[]]$Value,

        [switch]$Quiet
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
    }
    process {
        foreach ($one in $Value) {
            try {
                $body = (Invoke-UcCheckedRequest -Function 'uc_value_check' -Request @{ kind = $Kind; value = $one }).Body
            } catch {
                Write-UcError -Cmdlet $PSCmdlet -Cause $_
                if ($Quiet) { $false }
                continue
            }
            if ($Quiet) { $body['valid'] } else { New-UcValueObject -Body $body -Value $one }
        }
    }
}
