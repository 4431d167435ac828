function New-UcAddressSet {
    <#
    .SYNOPSIS
    An empty set of addresses, without regard to case.
    #>
    [OutputType([System.Collections.Generic.HashSet[string]])]
    param()
    return , (New-Object 'System.Collections.Generic.HashSet[string]' ([StringComparer]::OrdinalIgnoreCase))
}
