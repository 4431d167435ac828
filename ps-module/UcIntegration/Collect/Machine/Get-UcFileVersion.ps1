function Get-UcFileVersion {
    <#
    .SYNOPSIS
    The version of a file, such as 15.02.2562.017; nothing if there is no such file or it has none.
    #>
    [OutputType([string])]
    param([string]$Path)
    if (-not (Test-Path -LiteralPath $Path -PathType Leaf)) { return }
    $version = Get-UcMember (Get-UcMember (Get-Item -LiteralPath $Path -ErrorAction Stop) 'VersionInfo') 'FileVersion'
    if ($version) { return [string]$version }
}
