# The file of a report: one page, written as UTF-8. Judges and plans nothing: the library does. Never replaces a file unless
# it is told to.

# Renders a report and writes its file. A file that may not be replaced is told before the work is done.
function Export-UcReportFile {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [hashtable]$Request, [string]$Path, [bool]$Force)
    if (-not (Test-UcNewFile -Cmdlet $Cmdlet -Kind 'Report' -Path $Path -Force $Force)) { return }
    $answer = Invoke-UcEstateRequest -Cmdlet $Cmdlet -Function 'uc_report_render' -Request $Request
    $bytes = (New-Object System.Text.UTF8Encoding $false).GetBytes($answer.Body['html'])
    Write-UcNewFile -Cmdlet $Cmdlet -Kind 'Report' -Path $Path -Bytes $bytes -Force $Force
}
