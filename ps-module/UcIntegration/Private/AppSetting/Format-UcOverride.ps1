function Format-UcOverride {
    <#
    .SYNOPSIS
    What overrides a setting, as "file:line (add)"; empty if nothing does.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param($Override, [string]$Path)
    if ($null -eq $Override) { return '' }
    $file = $Path
    if ($Override['path']) { $file = $Override['path'] }
    return '{0}:{1} ({2})' -f $file, $Override['line'], $Override['kind']
}
