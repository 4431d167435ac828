function Write-UcPlanChoice {
    <#
    .SYNOPSIS
    Which pool and certificate the plan works with, and why: a warning where nobody could say, or look it up.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param($Plan)
    foreach ($choice in $Plan.Choices) {
        $values = $choice.Setting, $choice.Server, $choice.Value, $choice.Reason
        switch ($choice.How) {
            'Open' { Write-Warning -Message (Get-UcText -Key 'OwaIm_ChoiceOpen' -Values $choice.Setting, $choice.Server, $choice.Reason) }
            'Picked' { Write-Verbose -Message (Get-UcText -Key 'OwaIm_ChoicePicked' -Values $values) }
            'Kept' { Write-Verbose -Message (Get-UcText -Key 'OwaIm_ChoiceKept' -Values $values) }
            'Given' {
                Write-Verbose -Message (Get-UcText -Key 'OwaIm_ChoiceGiven' -Values $values)
                if ($choice.Reason) { Write-Warning -Message (Get-UcText -Key 'OwaIm_ChoiceUnchecked' -Values $values) }
            }
        }
    }
}
