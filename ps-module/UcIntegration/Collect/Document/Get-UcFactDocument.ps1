$script:UcFactSchema = 'uc-integration/facts/1'

function Get-UcFactDocument {
    <#
    .SYNOPSIS
    Collects the facts of one shell, with those of the machine if they are wanted in this document.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.Fact')]
    param([string]$Shell, [bool]$Machine, [hashtable]$Context)
    $groups = @($Shell.ToLowerInvariant() | Where-Object { $_ -ne 'local' })
    if ($Machine) { $groups += 'machine' }
    $time = [datetime]::UtcNow
    $document = [ordered]@{
        schema    = $script:UcFactSchema
        collected = [ordered]@{
            time       = $time
            computer   = $Context.Computer
            shell      = $Shell
            powerShell = $PSVersionTable.PSVersion.ToString()
            module     = $ExecutionContext.SessionState.Module.Version.ToString()
        }
    }
    $sections = Get-UcSectionList -Group $groups -Context $Context
    foreach ($name in $groups) { $document[$name] = $sections[$name] }
    $count = 0
    foreach ($name in $groups) { $count += $sections[$name].Count }
    $unknown = @(Get-UcUnknown -Document $document -Group $groups)
    return New-UcFactObject -Computer $Context.Computer -Shell $Shell -Time $time.ToLocalTime() -Sections $count -Unknown $unknown -Json (ConvertTo-UcJson $document)
}
