function Get-UcJournalFolder {
    <#
    .SYNOPSIS
    The folder of the journals of this call.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([System.Management.Automation.SessionState]$Session, [string]$Path)
    if ($Path) { return Resolve-UcLiteralPath -Session $Session -Path $Path }
    if ([System.IO.Path]::DirectorySeparatorChar -eq '\') {
        $data = [Environment]::GetFolderPath('CommonApplicationData')
        return [System.IO.Path]::Combine($data, 'UcIntegration', 'Journals')
    }
    $state = $env:XDG_STATE_HOME
    if (-not $state) { $state = [System.IO.Path]::Combine($env:HOME, '.local', 'state') }
    return [System.IO.Path]::Combine($state, 'uc-integration', 'journals')
}
