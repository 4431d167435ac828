function Invoke-UcEdit {
    <#
    .SYNOPSIS
    Shows, confirms and writes one edit; puts out its changes if PassThru is set.

    .DESCRIPTION
    What is written is what was shown: the library refuses if the file changed in between.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.SettingChange')]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [hashtable]$Edit, [hashtable]$Option)
    try {
        $request = New-UcEditRequest -Edit $Edit -Option $Option
        $request['dryRun'] = $true
        $answer = Invoke-UcCheckedRequest -Function 'uc_config_apply' -Request $request -Path $Edit.Path
        Write-UcValueWarning -Change $answer.Body['changes']
        if ($answer.Body['changed']) {
            $text = Format-UcEdit -Body $answer.Body
            $question = $text + [Environment]::NewLine + (Get-UcText -Key 'Edit_Question')
            if (-not $Cmdlet.ShouldProcess($text, $question, (Get-UcText -Key 'Edit_Caption'))) { return }
            $request['dryRun'] = $false
            $request['expectedSha256'] = $answer.Body['sha256Before']
            $answer = Invoke-UcCheckedRequest -Function 'uc_config_apply' -Request $request -Path $Edit.Path
        }
    } catch {
        Write-UcError -Cmdlet $Cmdlet -Cause $_
        return
    }
    foreach ($change in $answer.Body['changes']) {
        $object = New-UcChangeObject -Change $change -Body $answer.Body -Location $Edit.Location
        if ($object.OverriddenBy -and -not $object.Effective) {
            $Cmdlet.WriteWarning((Get-UcText -Key 'Edit_NotEffective' -Values $object.Key, $object.Path, $object.OverriddenBy))
        }
        if ($Option.PassThru) { $Cmdlet.WriteObject($object) }
    }
}
