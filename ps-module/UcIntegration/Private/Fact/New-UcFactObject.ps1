function New-UcFactObject {
    <#
    .SYNOPSIS
    A document of facts, as an object of the type UcIntegration.Fact.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.Fact')]
    param([string]$Computer, [string]$Shell, [datetime]$Time, [int]$Sections, [object[]]$Unknown, [string]$Json)
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.Fact'
        Computer   = $Computer
        Shell      = $Shell
        Time       = $Time
        Sections   = $Sections
        Unknown    = $Unknown
        Json       = $Json
    }
}
