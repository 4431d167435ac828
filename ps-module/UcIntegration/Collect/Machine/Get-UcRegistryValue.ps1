function Get-UcRegistryValue {
    <#
    .SYNOPSIS
    A value of the registry; nothing if the key or the value does not exist.

    .DESCRIPTION
    What cannot be read is an error.
    #>
    [OutputType([object])]
    param([string]$Key, [string]$Name)
    try {
        return Get-UcMember (Get-ItemProperty -LiteralPath $Key -ErrorAction Stop) $Name
    } catch [System.Management.Automation.ItemNotFoundException] {
        return
    }
}
