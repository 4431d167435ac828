# Files of plans: the plan itself and its scripts, in a folder. Never replaces a file unless it is told to.

# What is said of these files.
$script:UcPlanFileText = @{ Write = 'Plan_Write'; FileExists = 'Plan_FileExists'; NotWritten = 'Plan_NotWritten' }

# The text of a plan and a name for it in errors, from an object of Get-UcPlan or a file; nothing after an error.
function Get-UcPlanText {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, $Plan, [string]$PlanPath)
    if (-not $PlanPath) {
        $json = Get-UcMember $Plan 'Json'
        if ((Test-UcOwnObject $Plan) -and $json -is [string]) { return @{ name = 'plan'; text = $json } }
        $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'PlanInvalid' -Key 'Plan_Invalid' -Values ([string]$Plan) -Target $Plan -WithHint))
        return
    }
    foreach ($file in (Resolve-UcLiteralPath -Cmdlet $Cmdlet -Path $PlanPath)) {
        try {
            return @{ name = $file; text = [System.IO.File]::ReadAllText($file) }
        } catch {
            $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'PlanUnreadable' -Key 'Plan_Unreadable' -Values $file, (Get-UcCause $_) -Target $file))
        }
    }
}

# The files of a plan: name and bytes. Scripts have a byte order mark, without which Windows PowerShell misreads them.
function Get-UcPlanFile {
    param([hashtable]$Text, [hashtable]$Body, [bool]$AsScript)
    @{ Name = 'plan-' + $Body['id'] + '.json'; Bytes = (New-Object System.Text.UTF8Encoding $false).GetBytes($Text.text.TrimStart([char]0xfeff)) }
    if (-not $AsScript) { return }
    foreach ($script in $Body['scripts']) {
        @{ Name = $script['fileName']; Bytes = [byte[]](0xef, 0xbb, 0xbf) + (New-Object System.Text.UTF8Encoding $false).GetBytes($script['text']) }
    }
}

# Renders a plan and writes its files, all of them or, if one of them is there already, none.
function Export-UcPlanFile {
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
