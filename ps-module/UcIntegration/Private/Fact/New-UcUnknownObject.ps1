function New-UcUnknownObject {
    <#
    .SYNOPSIS
    A question that was not answered, as an object of the type UcIntegration.UnknownFact.

    .DESCRIPTION
    Target: the server or name that was not answered for; empty if the whole question was not answered.
    #>
    [OutputType('UcIntegration.UnknownFact')]
    param([string]$Section, [string]$Target, [string]$Command, [string]$Cause)
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.UnknownFact'
        Section    = $Section
        Target     = $Target
        Command    = $Command
        Error      = $Cause
    }
}
