function Test-UcFact {
    <#
    .SYNOPSIS
    Whether an object holds a document: one of ours, also one that came back from another machine.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param($Fact)
    foreach ($name in 'Computer', 'Shell', 'Time', 'Json') {
        if (-not (Get-UcMember $Fact $name)) { return $false }
    }
    return (Test-UcOwnObject $Fact) -and (Get-UcMember $Fact 'Time') -is [datetime]
}
