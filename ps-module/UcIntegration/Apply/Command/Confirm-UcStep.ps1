function Confirm-UcStep {
    <#
    .SYNOPSIS
    Asks for one step.

    .DESCRIPTION
    What interrupts users is asked even where smaller things are not.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([hashtable]$Run, [hashtable]$Step, [string]$Title)
    $question = $Title
    if ($Step['interrupts']) { $question += [Environment]::NewLine + $Step['interrupts'] }
    $cmdlet = $Run.Cmdlet
    if (-not $cmdlet.ShouldProcess($question, $question + [Environment]::NewLine + (Get-UcText -Key 'Plan_Question'), (Get-UcText -Key 'Plan_Caption'))) { return $false }
    $asked = $cmdlet.MyInvocation.BoundParameters.ContainsKey('Confirm')
    if (-not $Step['interrupts'] -or $asked -or $ConfirmPreference -ne 'High') { return $true }
    $yes = $Run.YesToAll
    $no = $Run.NoToAll
    $answer = $cmdlet.ShouldContinue($question + [Environment]::NewLine + (Get-UcText -Key 'Plan_Question'), (Get-UcText -Key 'Plan_Caption'), [ref]$yes, [ref]$no)
    $Run.YesToAll = $yes
    $Run.NoToAll = $no
    return $answer
}
