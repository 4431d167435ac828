function Get-UcPlanFile {
    <#
    .SYNOPSIS
    The files of a plan: name and bytes.

    .DESCRIPTION
    Scripts have a byte order mark, without which Windows PowerShell misreads them.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Text, [hashtable]$Body, [bool]$AsScript)
    @{ Name = 'plan-' + $Body['id'] + '.json'; Bytes = (New-Object System.Text.UTF8Encoding $false).GetBytes($Text.text.TrimStart([char]0xfeff)) }
    if (-not $AsScript) { return }
    foreach ($script in $Body['scripts']) {
        @{ Name = $script['fileName']; Bytes = [byte[]](0xef, 0xbb, 0xbf) + (New-Object System.Text.UTF8Encoding $false).GetBytes($script['text']) }
    }
}
