# What is said of these files.
$script:UcFactFileText = @{ Write = 'Fact_Write'; FileExists = 'Fact_FileExists'; NotWritten = 'Fact_NotWritten' }

function Export-UcFactFile {
    <#
    .SYNOPSIS
    Writes one document, and puts out its file.
    #>
    [CmdletBinding()]
    [OutputType([System.IO.FileInfo])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Folder, $Fact)
    if (-not (Test-UcFact $Fact)) {
        $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'FactInvalid' -Key 'Fact_Invalid' -Values ([string]$Fact) -Target $Fact -WithHint))
        return
    }
    $file = [System.IO.Path]::Combine($Folder, (Get-UcFactFileName -Computer $Fact.Computer -Shell $Fact.Shell -Time $Fact.Time))
    if (-not (Test-UcNewFile -Cmdlet $Cmdlet -Text $script:UcFactFileText -Path $file -Force $false)) { return }
    $bytes = (New-Object System.Text.UTF8Encoding $false).GetBytes($Fact.Json)
    Write-UcNewFile -Cmdlet $Cmdlet -Text $script:UcFactFileText -Path $file -Bytes $bytes -Force $false
}
