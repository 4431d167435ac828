function ConvertTo-UcFactText {
    <#
    .SYNOPSIS
    A document of facts as the library takes it: its text, and its name in findings.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param($Fact)
    return @{ name = ('{0} ({1})' -f $Fact.Computer, $Fact.Shell); text = $Fact.Json }
}
