function Write-UcPlanDecision {
    <#
    .SYNOPSIS
    Which pool and certificate the plan works with, and why: a warning if it is unresolved or could not be verified.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param($Plan)
    foreach ($decision in $Plan.Decisions) {
        $values = $decision.Setting, $decision.Server, $decision.Value, $decision.Reason
        switch ($decision.Origin) {
            'Unresolved' { Write-Warning -Message (Get-UcText -Key 'OwaIm_DecisionUnresolved' -Values $decision.Setting, $decision.Server, $decision.Reason) }
            'Selected' { Write-Verbose -Message (Get-UcText -Key 'OwaIm_DecisionSelected' -Values $values) }
            'InUse' { Write-Verbose -Message (Get-UcText -Key 'OwaIm_DecisionInUse' -Values $values) }
            'Specified' {
                Write-Verbose -Message (Get-UcText -Key 'OwaIm_DecisionSpecified' -Values $values)
                if ($decision.Reason) { Write-Warning -Message (Get-UcText -Key 'OwaIm_DecisionUnverified' -Values $values) }
            }
        }
    }
}
