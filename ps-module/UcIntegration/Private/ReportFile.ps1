# The file of a report: one page, written as UTF-8. Judges and plans nothing: the library does. Never replaces a file unless
# it is told to.

# What is said of this file.
$script:UcReportFileText = @{ Write = 'Report_Write'; FileExists = 'Report_FileExists'; NotWritten = 'Report_NotWritten' }

# Renders a report and writes its file. A file that may not be replaced is told before the work is done.
function Export-UcReportFile {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [hashtable]$Request, [string]$Path, [bool]$Force)
    if (-not (Test-UcNewFile -Cmdlet $Cmdlet -Text $script:UcReportFileText -Path $Path -Force $Force)) { return }
    $answer = Invoke-UcEstateRequest -Cmdlet $Cmdlet -Function 'uc_report_render' -Request $Request
    $bytes = (New-Object System.Text.UTF8Encoding $false).GetBytes($answer.Body['html'])
    Write-UcNewFile -Cmdlet $Cmdlet -Text $script:UcReportFileText -Path $Path -Bytes $bytes -Force $Force
}
