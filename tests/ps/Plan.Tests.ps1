# Applying a plan and taking it back: a Web.config, a setting of a product (simulated by functions) and a recycle.
Describe 'Plans' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        . (Join-Path $PSScriptRoot 'PlanCommon.ps1')

        function Invoke-TestPlan {
            param([hashtable]$Plan, [switch]$Undo)
            $parameters = @{ Path = $Plan.Path; JournalPath = $Plan.Journal; Confirm = $false; ErrorAction = 'SilentlyContinue' }
            if ($Undo) { return @(Undo-UcPlan @parameters) }
            return @(Invoke-UcPlan @parameters)
        }
    }
    BeforeEach {
        Set-TestProduct
        $plan = New-TestPlan
    }
    AfterAll { Remove-TestProduct }

    It 'applies every step once' {
        Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '1 Done, 2 Done, 3 Done'
        Get-XmlValue -Path $plan.Web -Key 'IMServerName' | Should -Be 'pool.contoso.com'
        $global:ucTestProduct.Enabled | Should -BeTrue
        $global:ucTestProduct.Recycled | Should -Be 1
    }

    It 'runs a command for each object that has the values, by its own name' {
        $global:ucTestProduct.Removed = @()
        function global:Get-UMIPGateway {
            [CmdletBinding()] param()
            foreach ($one in @('1:1', 'pool.contoso.com'), @('1:2', 'lyon.contoso.com')) { [pscustomobject]@{ Identity = $one[0]; Address = $one[1] } }
        }
        function global:Remove-UMIPGateway {
            [CmdletBinding(SupportsShouldProcess = $true)] param([string]$Identity)
            if ($PSCmdlet.ShouldProcess($Identity)) { $global:ucTestProduct.Removed += $Identity }
        }
        try {
            $step = @{
                kind = 'Each'; filter = @{ Address = 'POOL.contoso.com' }; read = @{ name = 'Get-UMIPGateway'; parameters = @() }
                command = @{ name = 'Remove-UMIPGateway'; parameters = @(@{ name = 'Confirm'; value = $false }) }
            }
            [void](Invoke-InModule { param($step) Invoke-UcStepCommand -Command $step -Reason 'test' } $step)
            $global:ucTestProduct.Removed -join ',' | Should -Be '1:1'
            $step.filter = @{ Address = 'paris.contoso.com' }
            [void](Invoke-InModule { param($step) Invoke-UcStepCommand -Command $step -Reason 'test' } $step)
            $global:ucTestProduct.Removed.Count | Should -Be 1
        } finally {
            Remove-Item -LiteralPath 'Function:\Get-UMIPGateway', 'Function:\Remove-UMIPGateway'
        }
    }

    It 'does nothing where all is done' {
        [void](Invoke-TestPlan $plan)
        $hash = Get-TestHash $plan.Web
        Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '1 AlreadyCompliant, 2 AlreadyCompliant, 3 Skipped'
        Get-TestHash $plan.Web | Should -Be $hash
        $global:ucTestProduct.Recycled | Should -Be 1
    }

    It 'takes an edit back by its inverse where a crash left no note of the backup, and no backup has what was before' {
        [void](Invoke-TestPlan $plan)
        foreach ($file in Get-ChildItem -LiteralPath $plan.Journal) {
            $lines = @([System.IO.File]::ReadAllLines($file.FullName) | Where-Object { $_ -notmatch '"event":"Done"' -or $_ -notmatch '"number":1\b' })
            [System.IO.File]::WriteAllLines($file.FullName, [string[]]@($lines | ForEach-Object { $_ -replace '("sha256Before":")[0-9a-f]+', ('${1}' + '0' * 64) }))
        }
        Get-TestStatus (Invoke-TestPlan $plan -Undo) | Should -Be '2 Undone, 1 Undone, 3 Undone'
        Get-XmlValue -Path $plan.Web -Key 'IMServerName' | Should -BeNullOrEmpty
    }

    It 'takes everything back, to the byte' {
        [void](Invoke-TestPlan $plan)
        Get-TestStatus (Invoke-TestPlan $plan -Undo) | Should -Be '2 Undone, 1 Undone, 3 Undone'
        Get-TestHash $plan.Web | Should -Be $plan.Hash
        $global:ucTestProduct.Enabled | Should -BeFalse
        $global:ucTestProduct.Recycled | Should -Be 2
        @(Invoke-TestPlan $plan -Undo).Count | Should -Be 0
    }

    It 'takes back its own key only where the file was edited since' {
        [void](Invoke-TestPlan $plan)
        Set-UcAppSetting -Path $plan.Web -Key 'Other' -Value '2' @backup
        [void](Invoke-TestPlan $plan -Undo)
        Get-XmlValue -Path $plan.Web -Key 'IMServerName' | Should -BeNullOrEmpty
        Get-XmlValue -Path $plan.Web -Key 'Other' | Should -Be '2'
    }

    It 'applies again after it was taken back' {
        [void](Invoke-TestPlan $plan)
        [void](Invoke-TestPlan $plan -Undo)
        Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '1 Done, 2 Done, 3 Done'
    }

    It 'touches nothing that has moved on, and says what was found' {
        Set-UcAppSetting -Path $plan.Web -Key 'IMServerName' -Value 'other.contoso.com' @backup
        $hash = Get-TestHash $plan.Web
        $result = Invoke-TestPlan $plan
        Get-TestStatus $result | Should -Be '1 Drifted'
        $result[0].Message | Should -BeLike '*IMServerName*other.contoso.com*'
        Get-TestHash $plan.Web | Should -Be $hash
    }

    It 'runs no step where a later one has moved on, and names it in one error' -Tag 'Language' {
        $global:ucTestProduct.Enabled = 'Partly'
        $errors = @(Get-TestError { Invoke-UcPlan -PlanPath $plan.Path -JournalPath $plan.Journal -Confirm:$false })
        $errors | Should -HaveCount 1
        $errors[0].FullyQualifiedErrorId | Should -Be 'StepDrifted,Invoke-UcPlan'
        $errors[0].Exception.Message | Should -BeLike '*2 (Allow it)*InstantMessagingEnabled*False*Partly*'
        $errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '2 Drifted'
        Get-TestHash $plan.Web | Should -Be $plan.Hash
        $global:ucTestProduct.Recycled | Should -Be 0
    }

    It 'names every step that has moved on' -Tag 'Language' {
        $global:ucTestProduct.Enabled = 'Partly'
        Set-UcAppSetting -Path $plan.Web -Key 'IMServerName' -Value 'other.contoso.com' @backup
        $errors = @(Get-TestError { Invoke-UcPlan -PlanPath $plan.Path -JournalPath $plan.Journal -Confirm:$false })
        $errors | Should -HaveCount 1
        $errors[0].Exception.Message | Should -BeLike '*1 (Set the keys)*other.contoso.com*2 (Allow it)*Partly*'
        Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '1 Drifted, 2 Drifted'
    }

    It 'runs no step where the state of a later one cannot be read' {
        function global:Get-OwaMailboxPolicy { throw 'The directory does not answer.' }
        try {
            Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '2 Failed'
        } finally {
            Set-TestProduct
        }
        Get-TestHash $plan.Web | Should -Be $plan.Hash
    }

    It 'goes on with a step that an earlier one of the same stage prepares' {
        # The second change begins where the first one ends, in the same file.
        $document = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($plan.Path))
        $steps = $document.stages[0].steps
        $second = ConvertFrom-Json -InputObject (ConvertTo-Json -InputObject $steps[0] -Depth 9)
        $second.number = 2
        $second.command.changes[0].value = 'new.contoso.com'
        $second.undo[0].changes[0].value = 'pool.contoso.com'
        $second.transition.before = $steps[0].transition.after
        $second.transition.after = @{ IMServerName = 'new.contoso.com' }
        $steps[1] = $second
        [System.IO.File]::WriteAllText($plan.Path, (ConvertTo-Json -InputObject $document -Depth 12))
        Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '1 Done, 2 Done, 3 Done'
        Get-XmlValue -Path $plan.Web -Key 'IMServerName' | Should -Be 'new.contoso.com'
    }

    It 'stops at a command that fails, and goes on from there' {
        $global:ucTestProduct.Fail = $true
        $result = Invoke-TestPlan $plan
        Get-TestStatus $result | Should -Be '1 Done, 2 Failed'
        $result[1].Message | Should -Be 'The directory does not answer.'
        $global:ucTestProduct.Fail = $false
        Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '1 AlreadyCompliant, 2 Done, 3 Done'
    }

    It 'does not take a command at its word' {
        $global:ucTestProduct.Deaf = $true
        Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '1 Done, 2 Failed'
    }

    It 'does not take a command at its word when it takes back' {
        [void](Invoke-TestPlan $plan)
        $global:ucTestProduct.Deaf = $true
        $result = Invoke-TestPlan $plan -Undo
        Get-TestStatus $result | Should -Be '2 Failed'
        $result[0].Message | Should -BeLike '*InstantMessagingEnabled*False*True*'
        # What is not taken back stays on the list.
        $global:ucTestProduct.Deaf = $false
        Get-TestStatus (Invoke-TestPlan $plan -Undo) | Should -Be '2 Undone, 1 Undone, 3 Undone'
        Get-TestHash $plan.Web | Should -Be $plan.Hash
    }

    It 'changes nothing and keeps no journal with -WhatIf' {
        Get-TestStatus @(Invoke-UcPlan -PlanPath $plan.Path -JournalPath $plan.Journal -WhatIf) | Should -Be '1 WhatIf, 2 WhatIf, 3 WhatIf'
        Get-TestHash $plan.Web | Should -Be $plan.Hash
        Test-Path -LiteralPath $plan.Journal | Should -BeFalse
    }

    It 'refuses a command that no plan has' {
        $json = [System.IO.File]::ReadAllText($plan.Path).Replace('Restart-WebAppPool', 'Remove-Mailbox')
        [System.IO.File]::WriteAllText($plan.Path, $json)
        { Invoke-UcPlan -PlanPath $plan.Path -JournalPath $plan.Journal -Confirm:$false } | Should -Throw
        Get-TestHash $plan.Web | Should -Be $plan.Hash
    }

    Context 'a script of Exchange' {
        BeforeAll {
            # Installs a script with this body, and makes a plan of one step that runs it.
            function New-TestScriptPlan {
                param([string]$Body, $Transition = $null)
                $plan = New-TestPlan
                $scripts = Join-Path (Split-Path -Path $plan.Path -Parent) 'V15/Scripts'
                [void][System.IO.Directory]::CreateDirectory($scripts)
                [System.IO.File]::WriteAllText((Join-Path $scripts 'get-ucpool.ps1'), '$global:ucTestProduct.Recycled++')
                [System.IO.File]::WriteAllText((Join-Path $scripts 'ExchUcUtil.ps1'), "trap { exit }`nif (`$null -eq `$neverSet) { .\get-ucpool.ps1 }`n" + $Body)
                Set-TestInstallPath (Split-Path -Path $scripts -Parent)
                $document = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($plan.Path))
                $step = $document.stages[0].steps[2]
                $step.command = @{ kind = 'Cmdlet'; name = 'ExchUcUtil.ps1'; parameters = @() }
                $step.follows = @()
                $step.interrupts = $null
                $step.verifiedBy = @('UM-EUU-AD-PERMS', 'UM-EUU-HUNTGROUP')
                Add-Member -InputObject $step -MemberType NoteProperty -Name 'transition' -Value $Transition
                $document.stages[0].steps = @($step)
                [System.IO.File]::WriteAllText($plan.Path, (ConvertTo-Json -InputObject $document -Depth 12))
                return $plan
            }
            $readers = @{ probe = @{ kind = 'Readers'; container = 'UM DialPlan Container' }; before = @{}; after = @{ RTCUniversalServerAdmins = $true } }
            function global:Get-OrganizationConfig { [CmdletBinding()] param() [pscustomobject]@{ DistinguishedName = 'CN=Org,DC=contoso' } }
            function global:Get-ADPermission {
                [CmdletBinding()] param([string]$Identity)
                if ($Identity -ne 'CN=UM DialPlan Container,CN=Org,DC=contoso') { throw 'That is another container.' }
                if ($global:ucTestProduct.Enabled) { [pscustomobject]@{ User = 'CONTOSO\RTCUniversalServerAdmins'; Deny = $false; AccessRights = @('ReadProperty') } }
            }
        }
        AfterAll {
            Set-TestInstallPath
            Remove-Item -LiteralPath 'Function:\Get-OrganizationConfig', 'Function:\Get-ADPermission'
        }

        It 'runs in its own folder without strict mode, and proves nothing by its end' {
            $plan = New-TestScriptPlan '$global:ucTestProduct.Enabled = $true'
            $here = (Get-Location).Path
            $result = Invoke-TestPlan $plan
            Get-TestStatus $result | Should -Be '3 Unverified'
            $result[0].Message | Should -BeLike '*UM-EUU-AD-PERMS, UM-EUU-HUNTGROUP*'
            $global:ucTestProduct.Enabled | Should -BeTrue
            $global:ucTestProduct.Recycled | Should -Be 1
            (Get-Location).Path | Should -Be $here
            # It was run, so it is not run again.
            Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '3 Skipped'
        }

        It 'is done when the readers of the container are there' {
            $plan = New-TestScriptPlan '$global:ucTestProduct.Enabled = $true' $readers
            Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '3 Done'
            Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '3 AlreadyCompliant'
        }

        It 'that ends without its work has failed' {
            $plan = New-TestScriptPlan "throw 'The pools cannot be found.'" $readers
            $result = Invoke-TestPlan $plan
            Get-TestStatus $result | Should -Be '3 Failed'
            $result[0].Message | Should -BeLike '*RTCUniversalServerAdmins*'
        }
    }

    Context 'a refresh' {
        BeforeAll {
            function global:Get-ExchangeDiagnosticInfo {
                [CmdletBinding()] param([string]$Server, [string]$Process, [string]$Component, [string]$Argument)
                if ($global:ucTestProduct.Fail) { return '<Diagnostics><ProcessLocator><error>The process is not registered.</error></ProcessLocator></Diagnostics>' }
                '<Diagnostics><ProcessInfo /></Diagnostics>'
            }
        }
        AfterAll { Remove-Item -LiteralPath 'Function:\Get-ExchangeDiagnosticInfo' }
        It 'that answers with an error has failed, and one without a state is never done' {
            $document = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($plan.Path))
            $step = $document.stages[0].steps[2]
            $step.command = @{ kind = 'Cmdlet'; name = 'Get-ExchangeDiagnosticInfo'; parameters = @(@{ name = 'Server'; value = 'EX01' }, @{ name = 'Argument'; value = 'Refresh' }) }
            $step.follows = @()
            $step.verifiedBy = @('SO-VERIFY')
            $document.stages[0].steps = @($step)
            [System.IO.File]::WriteAllText($plan.Path, (ConvertTo-Json -InputObject $document -Depth 12))
            $script = @(Export-UcPlan -PlanPath $plan.Path -Path (Join-Path (Split-Path -Path $plan.Path -Parent) 'scripts') -AsScript | Where-Object { $_.Extension -eq '.ps1' })[0].FullName
            $global:ucTestProduct.Fail = $true
            $result = Invoke-TestPlan $plan
            Get-TestStatus $result | Should -Be '3 Failed'
            $result[0].Message | Should -Be 'The process is not registered.'
            { & $script -Force } | Should -Throw '*The process is not registered.*'
            $global:ucTestProduct.Fail = $false
            $result = Invoke-TestPlan $plan
            Get-TestStatus $result | Should -Be '3 Unverified'
            $result[0].Message | Should -BeLike '*SO-VERIFY*'
            Get-TestStatus @(& $script -Force) | Should -Be '3 Unverified'
        }
    }

    It 'tells what went wrong before a run ended early: <command>' -ForEach @(
        @{ command = 'Invoke-UcPlan'; list = 'Invoke-UcStageList' }
        @{ command = 'Undo-UcPlan'; list = 'Undo-UcStageList' }
    ) {
        Invoke-InModule {
            param($list)
            $script:testOwn = (Get-Item -LiteralPath "Function:$list").ScriptBlock
            Set-Item -LiteralPath "Function:script:$list" -Value {
                param($Run)
                $record = New-Object System.Management.Automation.ErrorRecord ([Exception]'The step failed.'), 'StepFailed', 'NotSpecified', $null
                [void]$Run.Errors.Add($record)
                throw 'The journal cannot be written.'
            }
        } $list
        try {
            $Error.Clear()
            { & $command -PlanPath $plan.Path -JournalPath $plan.Journal -Confirm:$false -ErrorAction SilentlyContinue } | Should -Throw '*journal cannot be written*'
            @($Error | Where-Object { $_.FullyQualifiedErrorId -eq "StepFailed,$command" }).Count | Should -Be 1
        } finally {
            Invoke-InModule { param($list) Set-Item -LiteralPath "Function:script:$list" -Value $script:testOwn } $list
        }
    }

    Context 'a shell that does not run as administrator' {
        BeforeAll {
            Invoke-InModule {
                $script:testOwn = ${function:Test-UcElevated}
                function script:Test-UcElevated { $false }
            }
        }
        AfterAll { Invoke-InModule { Set-Item -LiteralPath 'Function:script:Test-UcElevated' -Value $script:testOwn } }
        It 'changes nothing of a plan that changes the computer, and nothing back' -Tag 'Language' {
            $sentence = if ($french) { '*en tant qu''administrateur*' } else { '*does not run as administrator*' }
            { Invoke-TestPlan $plan } | Should -Throw $sentence -ErrorId 'NotElevated,Invoke-UcPlan'
            $global:ucTestProduct.Enabled | Should -BeFalse
            Get-TestHash $plan.Web | Should -Be $plan.Hash
            Test-Path -LiteralPath $plan.Journal | Should -BeFalse
            Get-TestStatus @(Invoke-UcPlan -PlanPath $plan.Path -JournalPath $plan.Journal -WhatIf) | Should -Be '1 WhatIf, 2 WhatIf, 3 WhatIf'
        }
        It 'takes nothing back' {
            Invoke-InModule { function script:Test-UcElevated { $true } }
            [void](Invoke-TestPlan $plan)
            Invoke-InModule { function script:Test-UcElevated { $false } }
            { Invoke-TestPlan $plan -Undo } | Should -Throw -ErrorId 'NotElevated,Undo-UcPlan'
            $global:ucTestProduct.Enabled | Should -BeTrue
        }
        It 'takes nothing back whose repeats change the computer: <why>' -ForEach @(
            @{ why = 'a step is taken back that one follows'; first = $false }
            @{ why = 'one is still due'; first = $true }
        ) {
            # The policy is of no computer, the recycle that follows it is of a stage of its own.
            $document = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($plan.Path))
            $policy, $recycle = $document.stages[0].steps[1], $document.stages[0].steps[2]
            $recycle.follows = @(2)
            $document.stages = @(
                @{ number = 1; shell = 'Exchange'; machine = $null; steps = @($policy) }
                @{ number = 2; shell = 'Local'; machine = $null; steps = @($recycle) }
            )
            [System.IO.File]::WriteAllText($plan.Path, (ConvertTo-Json -InputObject $document -Depth 12))
            Invoke-InModule { function script:Test-UcElevated { $true } }
            Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '2 Done, 3 Done'
            if ($first) {
                function global:Restart-WebAppPool { param([string]$Name) throw 'The pool does not stop.' }
                Get-TestStatus @(Undo-UcPlan -PlanPath $plan.Path -JournalPath $plan.Journal -Confirm:$false -ErrorAction SilentlyContinue) | Should -Be '2 Undone, 3 Failed'
            }
            Invoke-InModule { function script:Test-UcElevated { $false } }
            $before = $global:ucTestProduct.Enabled
            { Invoke-TestPlan $plan -Undo } | Should -Throw -ErrorId 'NotElevated,Undo-UcPlan'
            $global:ucTestProduct.Enabled | Should -Be $before
        }
        It 'runs a plan that changes nothing of the computer' {
            $document = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($plan.Path))
            $document.stages[0].steps = @($document.stages[0].steps[1])
            # What a file says of it does not count.
            Add-Member -InputObject $document.stages[0] -MemberType NoteProperty -Name 'administrator' -Value $true -Force
            [System.IO.File]::WriteAllText($plan.Path, (ConvertTo-Json -InputObject $document -Depth 12))
            Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '2 Done'
        }
    }

    Context 'a restart of IIS' {
        BeforeAll {
            # The shell works through IIS: after a restart it answers when it has been asked often enough.
            function global:Restart-Service { [CmdletBinding()] param([string]$Name) $global:ucTestProduct.Recycled++; $global:ucTestProduct.Lost = $global:ucTestProduct.Down }
            function global:Start-Sleep { param($Seconds, $Milliseconds) }
            # The plan with the restart in the place before the last.
            function New-RestartPlan {
                $plan = New-TestPlan
                $document = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($plan.Path))
                $stage = $document.stages[0]
                $stage.shell = 'Exchange'
                $stage.steps = @($stage.steps[0], $stage.steps[2], $stage.steps[1])
                $stage.steps[1].number = 2
                $stage.steps[1].command = @{ kind = 'Cmdlet'; name = 'Restart-Service'; parameters = @(@{ name = 'Name'; value = 'W3SVC' }) }
                $stage.steps[2].number = 3
                [System.IO.File]::WriteAllText($plan.Path, (ConvertTo-Json -InputObject $document -Depth 12))
                return $plan
            }
        }
        BeforeEach {
            $global:ucTestProduct['Down'] = 0
            $global:ucTestProduct['Lost'] = 0
            function global:Get-ExchangeServer {
                param($Identity, $ErrorAction)
                if ($global:ucTestProduct.Lost -le 0) { return }
                $global:ucTestProduct.Lost--
                throw (New-Object System.Management.Automation.Remoting.PSRemotingTransportException 'The shell was not found.')
            }
            $plan = New-RestartPlan
        }
        AfterAll {
            Remove-Item -LiteralPath 'Function:\Restart-Service', 'Function:\Start-Sleep'
        }
        It 'is followed by the rest when Exchange answers again' {
            $global:ucTestProduct.Down = 3
            Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '1 Done, 2 Done, 3 Done'
            $global:ucTestProduct.Lost | Should -Be 0
        }
        It 'is not repeated where the run goes on that it broke off' -Tag 'Language' {
            $global:ucTestProduct.Down = 1000
            $results = New-Object System.Collections.ArrayList
            $failed = Get-TestError { Invoke-UcPlan -PlanPath $plan.Path -JournalPath $plan.Journal -Confirm:$false | ForEach-Object { [void]$results.Add($_) } }
            Get-TestStatus $results.ToArray() | Should -Be '1 Done, 2 Done'
            $failed[0].FullyQualifiedErrorId | Should -Be 'SessionLost,Invoke-UcPlan'
            $failed[0].Exception.Message | Should -BeLike '*The shell was not found.*Get-ExchangeServer*'
            $global:ucTestProduct.Lost = 0
            Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '1 AlreadyCompliant, 2 Skipped, 3 Done'
            $global:ucTestProduct.Recycled | Should -Be 1
        }
    }

    It 'runs no step where several objects are the one that a step means' {
        function global:Get-OwaMailboxPolicy { foreach ($kind in 1, 2) { [pscustomobject]@{ Identity = 'Default'; InstantMessagingEnabled = $false } } }
        try {
            $result = Invoke-TestPlan $plan
        } finally {
            Set-TestProduct
        }
        Get-TestStatus $result | Should -Be '2 Failed'
        $result[0].Message | Should -BeLike '2 *Identity = "default"*'
        Get-TestHash $plan.Web | Should -Be $plan.Hash
    }

    It 'does not take a command that is missing for an object that is missing' {
        # As a session says it that was made again on a server without the command.
        function global:Get-OwaMailboxPolicy {
            $cause = New-Object System.InvalidOperationException 'Get-OwaMailboxPolicy is not recognized.'
            throw (New-Object System.Management.Automation.ErrorRecord $cause, 'CommandNotFoundException', 'ObjectNotFound', $null)
        }
        $document = [System.IO.File]::ReadAllText($plan.Path).Replace('"before": { "InstantMessagingEnabled": false }', '"before": null')
        [System.IO.File]::WriteAllText($plan.Path, $document)
        try {
            Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '2 Failed'
        } finally {
            Set-TestProduct
        }
        Get-TestHash $plan.Web | Should -Be $plan.Hash
    }

    It 'takes an edit back that was not noted as done and has no backup' {
        [void](Invoke-TestPlan $plan)
        $journal = @(Get-ChildItem -LiteralPath $plan.Journal)[0].FullName
        $lines = [System.IO.File]::ReadAllText($journal).Split("`n")
        $kept = @($lines | Where-Object { -not ($_.Contains('"event":"Done"') -and $_.Contains('"number":1')) })
        $kept.Count | Should -Be ($lines.Count - 1)
        [System.IO.File]::WriteAllText($journal, (($kept -join "`n") -replace '"sha256Before":"\w+"', '"sha256Before":"0"'))
        Get-TestStatus (Invoke-TestPlan $plan -Undo) | Should -Be '2 Undone, 1 Undone, 3 Undone'
        Get-XmlValue -Path $plan.Web -Key 'IMServerName' | Should -BeNullOrEmpty
    }

    It 'waits for a stage of another place' {
        $json = [System.IO.File]::ReadAllText($plan.Path).Replace('"machine": null', '"machine": "elsewhere.contoso.com"')
        [System.IO.File]::WriteAllText($plan.Path, $json)
        $result = Invoke-TestPlan $plan
        Get-TestStatus $result | Should -Be ' Waiting'
        $result[0].Machine | Should -Be 'elsewhere.contoso.com'
    }
}
