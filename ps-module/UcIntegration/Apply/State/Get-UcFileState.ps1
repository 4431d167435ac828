function Get-UcFileState {
    <#
    .SYNOPSIS
    The values of keys of a Web.config, as .NET sees them.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([string]$Path, [string[]]$Name)
    $body = Invoke-UcStepRequest -Function 'uc_config_read' -Request @{ path = $Path }
    $state = @{}
    foreach ($setting in $body['settings']) {
        if ($setting['effective'] -and $Name -contains $setting['key']) { $state[$setting['key']] = $setting['value'] }
    }
    return $state
}
