# What is said of this file.
$script:UcReportFileText = @{ Write = 'Report_Write'; FileExists = 'Report_FileExists'; NotWritten = 'Report_NotWritten' }

function Export-UcReportFile {
    <#
    .SYNOPSIS
    Renders a report and writes its file.

    .DESCRIPTION
    A file that may not be replaced is told before the work is done.
    #>
    [CmdletBinding()]
    [OutputType([System.IO.FileInfo])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [hashtable]$Request, [string]$Path, [bool]$Force)
    if (-not (Test-UcNewFile -Cmdlet $Cmdlet -Text $script:UcReportFileText -Path $Path -Force $Force)) { return }
    $answer = Invoke-UcEstateRequest -Cmdlet $Cmdlet -Function 'uc_report_render' -Request $Request
    $bytes = (New-Object System.Text.UTF8Encoding $false).GetBytes($answer.Body['html'])
    Write-UcNewFile -Cmdlet $Cmdlet -Text $script:UcReportFileText -Path $Path -Bytes $bytes -Force $Force
}
