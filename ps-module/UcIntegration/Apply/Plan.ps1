# Plans as they are applied: read and checked by the library, and the place where each stage belongs. Runs nothing.

# The plan of a call as hashtables: from an object of Get-UcPlan or from a file. Ends the call if it is not one of ours.
function Read-UcPlan {
    param([System.Management.Automation.SessionState]$Session, $Plan, [string]$Path)
    if ($Path) {
        $name = Resolve-UcLiteralPath -Session $Session -Path $Path
        $text = Read-UcTextFile -Path $name -Id 'PlanUnreadable' -Key 'Plan_Unreadable'
    } else {
        $name = 'Plan'
        $text = [string](Get-UcMember $Plan 'Json')
    }
    $body = (Invoke-UcCheckedRequest -Function 'uc_plan_read' -Request @{ plan = @{ name = $name; text = $text } } -Path $name).Body
    $body['text'] = $text
    return $body
}

# Where this session is: @{ Computer; Shells }.
function Get-UcPlace {
    return @{ Computer = Get-UcComputerName; Shells = @(Get-UcShell) }
}

# Whether a stage is done here. A short name is enough only where the machine does not know its domain.
function Test-UcOwnStage {
    param([hashtable]$Stage, [hashtable]$Place)
    if ($Stage['shell'] -ne 'Local' -and $Place.Shells -notcontains $Stage['shell']) { return $false }
    $machine = [string]$Stage['machine']
    if (-not $machine -or $machine -eq $Place.Computer) { return $true }
    return -not $Place.Computer.Contains('.') -and $machine.Split('.')[0] -eq $Place.Computer
}

# Whether a step comes back by repeating it, after the steps that it follows were taken back.
function Test-UcFollower {
    param([hashtable]$Step)
    return $Step['undo'].Count -eq 0
}

# One step as the user sees it.
function New-UcStepResult {
    param([hashtable]$Stage, $Step, [string]$Status, [string]$Message)
    $machine = $Stage['machine']
    $result = [pscustomobject]@{
        PSTypeName = 'UcIntegration.StepResult'
        Number     = $null
        Title      = $null
        Status     = $Status
        Shell      = $Stage['shell']
        Machine    = $machine
        Rule       = $null
        Message    = $Message
    }
    if ($null -ne $Step) {
        $result.Number = $Step['number']
        $result.Title = $Step['title']
        $result.Rule = $Step['rule']
    }
    return $result
}
