function New-UcOwnErrorRecord {
    <#
    .SYNOPSIS
    The error record of one of the module's own sentences: Texts <Key> and, where there is one, <Key>_Hint.
    #>
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param([string]$Id, [string]$Key, [object[]]$Values = @(), $Target, [switch]$WithHint)
    $hint = ''
    if ($WithHint) { $hint = Get-UcText -Key ($Key + '_Hint') -Values $Values }
    return New-UcErrorRecord -Id $Id -Message (Get-UcText -Key $Key -Values $Values) -Hint $hint -Target $Target
}
