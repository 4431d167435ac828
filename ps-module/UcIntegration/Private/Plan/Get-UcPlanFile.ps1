function Get-UcPlanFile {
    <#
    .SYNOPSIS
    The files of a plan: path and bytes of each. The library renders them.

    .DESCRIPTION
    Scripts have a byte order mark, without which Windows PowerShell misreads them.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Text, [string]$Folder, [bool]$AsScript)
    $body = (Invoke-UcCheckedRequest -Function 'uc_plan_render' -Request @{ plan = $Text } -Path $Text.name).Body
    @{ Path = (Join-UcFilePath -Folder $Folder -Name ('plan-' + $body['id'] + '.json')); Bytes = (New-Object System.Text.UTF8Encoding $false).GetBytes($Text.text.TrimStart([char]0xfeff)) }
    if (-not $AsScript) { return }
    foreach ($script in $body['scripts']) {
        @{ Path = (Join-UcFilePath -Folder $Folder -Name $script['fileName']); Bytes = [byte[]](0xef, 0xbb, 0xbf) + (New-Object System.Text.UTF8Encoding $false).GetBytes($script['text']) }
    }
}
