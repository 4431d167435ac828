# What is said of these files.
$script:UcPlanFileText = @{ Write = 'Plan_Write'; FileExists = 'Plan_FileExists'; NotWritten = 'Plan_NotWritten' }

function Export-UcPlanFile {
    <#
    .SYNOPSIS
    Renders a plan and writes its files, all of them or, if one of them is there already, none.
    #>
    [CmdletBinding()]
    [OutputType([System.IO.FileInfo])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [hashtable]$Text, [string]$Folder, [bool]$AsScript, [bool]$Force)
    $answer = Invoke-UcRequest -Cmdlet $Cmdlet -Function 'uc_plan_render' -Request @{ plan = $Text }
    if (-not $answer.Ok) {
        $Cmdlet.WriteError((ConvertTo-UcErrorRecord -Body $answer.Body -Path $Text.name))
        return
    }
    $files = @(Get-UcPlanFile -Text $Text -Body $answer.Body -AsScript $AsScript)
    foreach ($file in $files) { $file.Path = [System.IO.Path]::Combine($Folder, $file.Name) }
    if (-not (Test-UcNewFile -Cmdlet $Cmdlet -Text $script:UcPlanFileText -Path @($files | ForEach-Object { $_.Path }) -Force $Force)) { return }
    foreach ($file in $files) { Write-UcNewFile -Cmdlet $Cmdlet -Text $script:UcPlanFileText -Path $file.Path -Bytes $file.Bytes -Force $Force }
}
