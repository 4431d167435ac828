function Write-UcValueWarning {
    <#
    .SYNOPSIS
    Says what was wrong with the values that were given, what is written instead, and where else in the file a key
    stands without effect.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([object[]]$Change)
    foreach ($one in $Change) {
        foreach ($warning in $one['valueWarnings']) {
            # Other values may be secrets, and are not repeated.
            $text = Get-UcText -Key 'Edit_Other' -Values $one['key'], $warning['message']
            if ($one['valueNormalized']) { $text = Get-UcText -Key 'Edit_Value' -Values $one['key'], $one['new'], $warning['message'] }
            Write-Warning -Message $text
        }
        foreach ($problem in $one['unread']) {
            Write-Warning -Message (Get-UcText -Key 'Edit_Unread' -Values $problem['line'], $problem['message'])
        }
    }
}
