# Plans as scripts: no value of a plan becomes code, the scripts are PowerShell 3.0, and they do what the plan says, with
# and without the module.
Describe 'scripts of a plan' -Tag 'Language' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        . (Join-Path $PSScriptRoot 'Compatibility.ps1')
        $tests = Split-Path -Path $PSScriptRoot -Parent
        $utf8 = New-Object System.Text.UTF8Encoding $false
        $corpus = Invoke-InModule { param($bytes) ConvertFrom-UcJson -Bytes $bytes } (, [System.IO.File]::ReadAllBytes((Join-Path $tests 'injection/values.json')))
        $sample = [System.IO.File]::ReadAllText((Join-Path $tests 'fixtures/plans/every-kind.json'))

        # A step whose every text is the value: title, reasons, what it interrupts, and the blocks that are given.
        function New-HostileStep {
            param([string]$Value, [int]$Number, [hashtable]$Command, $Undo = @(), $Transition, [int[]]$Follows = @())
            return @{
                number = $Number; rule = $Value; title = $Value; interrupts = $Value; reasons = @(@{ rule = $Value; target = $Value })
                command = $Command; undo = @($Undo); transition = $Transition; follows = @($Follows); verifiedBy = @($Value)
            }
        }
        # A plan that has the value in every place that a fact, or who writes a file of a plan, can reach.
        function New-HostilePlan {
            param([string]$Value)
            $path = $Value + '\web.config'
            $state = @{ $Value = $Value }
            $get = @{ name = 'Get-CsTrustedApplication'; parameters = @(@{ name = 'TrustedApplicationPoolFqdn'; value = $Value }) }
            $object = @{ kind = 'Object'; command = $get; filter = $state }
            $new = @{
                kind = 'Cmdlet'; name = 'New-CsTrustedApplicationPool'
                parameters = @(@{ name = 'Identity'; value = $Value }, @{ name = 'Registrar'; value = $Value }, @{ name = 'RequiresReplication'; value = $false })
            }
            $remove = @{ kind = 'Cmdlet'; name = 'Remove-CsTrustedApplicationPool'; parameters = @(@{ name = 'Identity'; value = $Value }) }
            $override = @{
                kind = 'Cmdlet'; name = 'New-SettingOverride'
                parameters = @(@{ name = 'Name'; value = $Value }, @{ name = 'Parameters'; value = @($Value, $Value) })
            }
            $edit = @{ kind = 'WebConfig'; path = $path; changes = @(@{ key = $Value; value = $Value }) }
            $cut = @{ kind = 'WebConfig'; path = $path; changes = @(@{ key = $Value; value = $null }) }
            $lync = @(
                New-HostileStep $Value 1 $new $remove @{ probe = $object; before = $null; after = @{ $Value = @($Value, $Value) } }
                New-HostileStep $Value 2 @{ kind = 'Cmdlet'; name = 'Enable-CsTopology'; parameters = @() } -Follows 1
            )
            $exchange = @(
                New-HostileStep $Value 3 $override @() @{ probe = @{ kind = 'ImSettings'; server = $Value }; before = $state; after = $state }
                New-HostileStep $Value 4 $edit $cut @{ probe = @{ kind = 'WebConfig'; path = $path }; before = $state; after = $state }
            )
            $stages = @(@{ number = 1; shell = 'Lync'; machine = $Value; steps = $lync }, @{ number = 2; shell = 'Exchange'; machine = $Value; steps = $exchange })
            return Invoke-InModule { param($plan) ConvertTo-UcJson $plan } @{
                schema = 'uc-integration/plan/2'; id = '0123456789abcdef'; createdAt = '2026-03-01T21:00:00Z'; stages = $stages; unresolved = @()
            }
        }
        # The scripts of the text of a plan: their files.
        function Export-TestScript {
            param([string]$Json)
            $folder = Join-Path $TestDrive ([Guid]::NewGuid().ToString('N').Substring(0, 8))
            $plan = New-TestFile -Name 'plan.json' -Text $Json
            return @(Export-UcPlan -PlanPath $plan -Path $folder -AsScript -ErrorAction Stop | Where-Object { $_.Extension -eq '.ps1' })
        }
        # The text that a piece of a tree stands for: a constant, or constants and numbered characters added up.
        function Get-ConstantText {
            param($Node)
            switch ($Node.GetType().Name) {
                'StringConstantExpressionAst' { return $Node.Value }
                'ConstantExpressionAst' { return [string][char]$Node.Value }
                'ConvertExpressionAst' { if ($Node.Type.TypeName.FullName -eq 'char') { return Get-ConstantText $Node.Child } }
                'BinaryExpressionAst' {
                    $left = Get-ConstantText $Node.Left
                    $right = Get-ConstantText $Node.Right
                    if ([string]$Node.Operator -eq 'Plus' -and $null -ne $left -and $null -ne $right) { return $left + $right }
                }
                'ParenExpressionAst' { if ($Node.Extent.Text -match "^\('") { return Get-ConstantText $Node.Pipeline.PipelineElements[0].Expression } }
            }
            return $null
        }
        # The tree of a script, a line for each node. Texts that come from the value are named TEXT and counted.
        function Get-TreeShape {
            param([string]$Text, [string]$Value)
            $tokens = $null
            $errors = $null
            $tree = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref]$tokens, [ref]$errors)
            $short = $Value.Split('.')[0]
            $short = $short.Substring(0, [Math]::Min(15, $short.Length))
            $shape = New-Object System.Collections.ArrayList
            $exact = 0
            $inside = -1
            foreach ($node in $tree.FindAll({ $true }, $true)) {
                if ($node.Extent.StartOffset -lt $inside) { continue }
                $kind = $node.GetType().Name
                $line = $kind
                if ($kind -eq 'CommandAst') { $line = $kind + ' ' + $node.GetCommandName() }
                if ($kind -eq 'CommandParameterAst') { $line = $kind + ' ' + $node.ParameterName }
                if ($kind -eq 'StringConstantExpressionAst' -or $kind -eq 'ParenExpressionAst') {
                    $constant = Get-ConstantText $node
                    if ($null -ne $constant) {
                        $inside = $node.Extent.EndOffset
                        $line = 'Text ' + $constant
                        $own = [string]::Equals($constant, $Value, 'Ordinal') -or [string]::Equals($constant, $Value + '\web.config', 'Ordinal')
                        if ($own) { $exact++ }
                        if ($own -or [string]::Equals($constant, $short, 'Ordinal')) { $line = 'TEXT' }
                    }
                }
                [void]$shape.Add($line)
            }
            return @{ Errors = @($errors); Shape = $shape -join "`n"; Exact = $exact }
        }
    }
    Context 'values' {
        BeforeAll {
            $harmless = 'harmless-text-that-is-long'
            $expected = @(Export-TestScript (New-HostilePlan $harmless) | ForEach-Object { Get-TreeShape ([System.IO.File]::ReadAllText($_.FullName)) $harmless })
        }
        It 'have places in the harmless plan' {
            $expected.Count | Should -Be 2
            $expected[0].Exact | Should -BeGreaterThan 12
            $expected[1].Exact | Should -BeGreaterThan 18
            foreach ($one in $expected) { $one.Errors.Count | Should -Be 0 }
        }
        It 'are constants that no value changes the tree by' {
            foreach ($entry in $corpus) {
                $files = Export-TestScript (New-HostilePlan $entry['value'])
                for ($i = 0; $i -lt 2; $i++) {
                    $found = Get-TreeShape ([System.IO.File]::ReadAllText($files[$i].FullName)) $entry['value']
                    $found.Errors.Count | Should -Be 0 -Because $entry['name']
                    ($found.Shape -ceq $expected[$i].Shape) | Should -BeTrue -Because $entry['name']
                    $found.Exact | Should -BeGreaterOrEqual $expected[$i].Exact -Because $entry['name']
                }
            }
        }
        It 'would be told from code' {
            $unquoted = "& { Set-X -Identity 'a'; Remove-Item x; '' }"
            (Get-TreeShape $unquoted 'a').Shape -ceq (Get-TreeShape "& { Set-X -Identity 'a' }" 'a').Shape | Should -BeFalse
        }
    }
    Context 'as files' {
        BeforeAll {
            $products = [regex]::Matches([System.IO.File]::ReadAllText((Join-Path $tests '../src/step/known.rs')), '"([A-Z][a-z]+-\w+)"')
            $known = @($products | ForEach-Object { $_.Groups[1].Value }) + 'Get-ExchangeServer', 'Get-UcAppSetting', 'Set-UcAppSetting', 'Remove-UcAppSetting'
            $commands = $null
            if ($env:UC_TEST_PS3_COMMANDS) { $commands = Get-CompatibilityCommand -Path $env:UC_TEST_PS3_COMMANDS }
            $types = $null
            if ($env:UC_REFERENCE -and (Test-Path -LiteralPath (Join-Path $env:UC_REFERENCE 'net45-members.json'))) {
                $types = Get-CompatibilityTypeList -Path (Join-Path $env:UC_REFERENCE 'net45-members.json')
            }
        }
        It 'are PowerShell 3.0 with a byte order mark and Windows line ends' {
            foreach ($file in (Export-TestScript $sample)) {
                $bytes = [System.IO.File]::ReadAllBytes($file.FullName)
                [BitConverter]::ToString($bytes, 0, 3) | Should -Be 'EF-BB-BF'
                $text = $utf8.GetString($bytes, 3, $bytes.Length - 3)
                $text.Replace("`r`n", '').Contains("`n") | Should -BeFalse
                $own = @(Get-CompatibilityFunction $text) + $known
                $problems = @(Get-CompatibilityProblem -Text $text -Commands $commands -Own $own -Types $types -Habit -File $file.Name | ForEach-Object { '{0} {1} {2}' -f $_.Line, $_.Rule, $_.Text })
                $problems -join "`n" | Should -BeNullOrEmpty -Because $file.Name
                $text | Should -Not -Match 'Write-Host|Read-Host|Invoke-Expression|Add-Type'
            }
        }
        It 'answer Get-Help, whatever the plan holds' {
            $hostile = $sample.Replace('ex01.contoso.com', '#>.EXAMPLE')
            foreach ($file in @(Export-TestScript $sample) + @(Export-TestScript $hostile)) {
                $help = Get-Help -Name $file.FullName -Full
                $help.Synopsis | Should -BeLike '*UcIntegration*'
                ($help.description | Out-String) | Should -Match '\w{4}'
                @($help.parameters.parameter | Where-Object { @('Force', 'Undo', 'Follow') -contains $_.name -and $_.description[0].Text }) | Should -HaveCount 3
                @($help.examples.example) | Should -HaveCount 3
                $help.examples.example[0].code | Should -Be ('.\' + $file.Name + ' -WhatIf')
                ($help.alertSet | Out-String) | Should -BeLike '*0123456789abcdef*'
            }
        }
        It 'are never replaced without -Force, and then none is written' {
            $folder = Join-Path $TestDrive 'kept'
            $plan = New-TestFile -Name 'sample.json' -Text $sample
            $names = @(Export-UcPlan -PlanPath $plan -Path $folder -AsScript | ForEach-Object { $_.Name })
            $names | Should -Be 'plan-0123456789abcdef.json', '1-Lync.ps1', '2-Exchange-ex01.ps1', '3-Local-ex02.ps1'
            Remove-Item -LiteralPath (Join-Path $folder '3-Local-ex02.ps1')
            [System.IO.File]::WriteAllText((Join-Path $folder '1-Lync.ps1'), 'mine')
            (Get-TestError { Export-UcPlan -PlanPath $plan -Path $folder -AsScript })[0].FullyQualifiedErrorId | Should -Be 'PlanFileExists,Export-UcPlan'
            Test-Path -LiteralPath (Join-Path $folder '3-Local-ex02.ps1') | Should -BeFalse
            @(Export-UcPlan -PlanPath $plan -Path $folder -AsScript -Force).Count | Should -Be 4
            [System.IO.File]::ReadAllText((Join-Path $folder '1-Lync.ps1')) | Should -Not -Be 'mine'
        }
        It 'are not written with -WhatIf, from a foreign object or from a plan with foreign commands' {
            $folder = Join-Path $TestDrive 'none'
            $plan = New-TestFile -Name 'sample.json' -Text $sample
            Export-UcPlan -PlanPath $plan -Path $folder -AsScript -WhatIf
            (Get-TestError { [pscustomobject]@{ Json = $sample } | Export-UcPlan -Path $folder })[0].FullyQualifiedErrorId | Should -Be 'PlanInvalid,Export-UcPlan'
            $hostile = New-TestFile -Name 'hostile.json' -Text $sample.Replace('Enable-CsTopology', 'Remove-Item')
            (Get-TestError { Export-UcPlan -PlanPath $hostile -Path $folder })[0].FullyQualifiedErrorId | Should -Be 'PlanInvalid,Export-UcPlan'
            Test-Path -LiteralPath $folder | Should -BeFalse
        }
        It 'come from an object of Get-UcPlan as well' {
            $plan = [pscustomobject]@{ PSTypeName = 'UcIntegration.Plan'; Id = 'x'; Json = $sample }
            @($plan | Export-UcPlan -Path (Join-Path $TestDrive 'object')).Count | Should -Be 1
        }
    }
    Context 'that are run' {
        BeforeAll {
            # Only Windows tells its name this way.
            $named = $env:COMPUTERNAME
            if (-not $named) { $env:COMPUTERNAME = 'TESTHOST' }
            $entries = '<add key="First" value="1" />' + "`r`n    " + '<add key="IMServerName" value="" />'
            $web = New-TestConfig -Name 'owa/web.config' -Content $entries
            $start = Get-TestHash $web
            $json = $sample.Replace('C:\\Program Files\\Microsoft\\Exchange Server\\V15\\ClientAccess\\Owa\\web.config', $web.Replace('\', '\\'))
            $script = (Export-TestScript $json.Replace('ex01.contoso.com', $env:COMPUTERNAME + '.contoso.com'))[1].FullName
            $there = @{ Kind = 'None'; Override = @(); Recycled = 0; Effective = $false }
            # The commands that the second script needs, on a state of their own.
            function Get-OwaMailboxPolicy { [CmdletBinding()] param() [pscustomobject]@{ Identity = 'Default'; InstantMessagingEnabled = $true; InstantMessagingType = $there.Kind } }
            function Set-OwaMailboxPolicy { [CmdletBinding()] param($Identity, $InstantMessagingEnabled, $InstantMessagingType) $there.Kind = $InstantMessagingType }
            function Get-SettingOverride { [CmdletBinding()] param() $there.Override }
            function New-SettingOverride { [CmdletBinding()] param($Name, $Component, $Section, $Parameters, $Reason) $there.Override = @([pscustomobject]@{ Name = $Name; Parameters = $Parameters }) }
            function Remove-SettingOverride { [CmdletBinding(SupportsShouldProcess = $true)] param($Identity) $there.Override = @() }
            function Restart-WebAppPool { [CmdletBinding()] param($Name) $there.Recycled++ }
            function Get-ExchangeDiagnosticInfo {
                [CmdletBinding()]
                param($Server, $Process, $Component, $Argument)
                if ($Argument -eq 'Refresh') { $there.Effective = $there.Override.Count -gt 0; return }
                $inner = ''
                if ($there.Effective) { $inner = '<IMServerName>pool.contoso.com</IMServerName><IMCertificateThumbprint>EA5A332496CC05DA69B75B66111C0F78A110D22D</IMCertificateThumbprint>' }
                '<Diagnostics><Components><VariantConfiguration><Configuration><OwaServer><IMSettings>' + $inner + '</IMSettings></OwaServer></Configuration></VariantConfiguration></Components></Diagnostics>'
            }
            function Get-Result { param([object[]]$Given) @($Given | ForEach-Object { [string]$_.Number + ' ' + $_.Status }) -join ', ' }
        }
        AfterAll { $env:COMPUTERNAME = $named }
        BeforeEach {
            $there.Kind = 'None'; $there.Override = @(); $there.Recycled = 0; $there.Effective = $false
        }
        It 'take the steps, do nothing again, and take them back to the byte <name>' -ForEach @(@{ name = 'with the module'; alone = $false }, @{ name = 'without the module'; alone = $true }) {
            $run = {
                Get-Result (& $script -Force)
                Get-XmlValue $web 'IMServerName'
                Get-Result (& $script)
                Get-Result (& $script -Undo -Force 3> $null)
            }
            if ($alone) { $out = Invoke-WithoutModule $run } else { $out = & $run }
            $out[0] | Should -Be '3 Done, 4 Done, 5 Done, 6 Done, 7 Done'
            $out[1] | Should -Be 'pool.contoso.com'
            $out[2] | Should -Be '3 AlreadyCompliant, 4 AlreadyCompliant, 5 AlreadyCompliant, 6 AlreadyCompliant, 7 Skipped'
            $out[3] | Should -Be '6 Undone, 5 Skipped, 4 Undone, 3 Undone, 7 Undone'
            $there.Kind | Should -Be 'None'
            $there.Override.Count | Should -Be 0
            $there.Recycled | Should -Be 2
            Get-TestHash $web | Should -Be $start
        }
        It 'change nothing with -WhatIf' {
            Get-Result (& $script -WhatIf) | Should -Be '3 WhatIf, 4 WhatIf, 5 WhatIf, 6 WhatIf, 7 WhatIf'
            $there.Kind | Should -Be 'None'
            Get-TestHash $web | Should -Be $start
        }
        It 'change nothing where a state has moved on, and say what' {
            $there.Override = @([pscustomobject]@{ Name = 'IM'; Parameters = 'IMServerName=other.contoso.com' })
            $message = ''
            try { & $script -Force } catch { $message = $_.Exception.Message }
            $message | Should -Match 'other\.contoso\.com'
            $there.Kind | Should -Be 'None'
            Get-TestHash $web | Should -Be $start
        }
        It 'change nothing where several objects are the one that a step means' {
            function Get-OwaMailboxPolicy { [CmdletBinding()] param() foreach ($one in 1, 2) { [pscustomobject]@{ Identity = 'Default'; InstantMessagingEnabled = $true; InstantMessagingType = 'None' } } }
            { & $script -Force } | Should -Throw '*2 *Identity = "Default"*'
            Get-TestHash $web | Should -Be $start
        }
        It 'read settings that a server tells as attributes' {
            function Get-ExchangeDiagnosticInfo {
                [CmdletBinding()]
                param($Server, $Process, $Component, $Argument)
                if ($Argument -eq 'Refresh') { $there.Effective = $there.Override.Count -gt 0; return }
                if (-not $there.Effective) { return '<Diagnostics><IMSettings /></Diagnostics>' }
                '<Diagnostics><IMSettings IMServerName="pool.contoso.com" IMCertificateThumbprint="EA5A332496CC05DA69B75B66111C0F78A110D22D" /></Diagnostics>'
            }
            Get-Result (& $script -Force) | Should -Be '3 Done, 4 Done, 5 Done, 6 Done, 7 Done'
            [void](& $script -Undo -Force 3> $null)
            Get-TestHash $web | Should -Be $start
        }
        It 'show the result of the step that failed, and end in an error' {
            function Set-OwaMailboxPolicy { [CmdletBinding()] param($Identity, $InstantMessagingEnabled, $InstantMessagingType) throw 'The directory does not answer.' }
            $results = New-Object System.Collections.ArrayList
            { & $script -Force | ForEach-Object { [void]$results.Add($_) } } | Should -Throw '*The directory does not answer.*'
            Get-Result $results.ToArray() | Should -Be '3 Failed'
            $results[0].Message | Should -BeLike '*The directory does not answer.*'
        }
        It 'run a script of Exchange in its own folder without strict mode, and do not call it done' {
            $folder = Join-Path $TestDrive 'V15/Scripts'
            [void][System.IO.Directory]::CreateDirectory($folder)
            [System.IO.File]::WriteAllText((Join-Path $folder 'get-ucpool.ps1'), '$there.Recycled++')
            [System.IO.File]::WriteAllText((Join-Path $folder 'ExchUcUtil.ps1'), "trap { exit }`nif (`$null -eq `$neverSet) { .\get-ucpool.ps1 }`n`$there.Kind = 'ran'")
            $document = ConvertFrom-Json -InputObject $sample
            $stage = $document.stages[1]
            $stage.machine = $null
            $step = $stage.steps[4]
            $step.command = @{ kind = 'Cmdlet'; name = 'ExchUcUtil.ps1'; parameters = @() }
            $step.follows = @()
            $step.interrupts = $null
            $step.verifiedBy = @('UM-EUU-AD-PERMS')
            $stage.steps = @($step)
            $own = (Export-TestScript (ConvertTo-Json -InputObject $document -Depth 12))[1].FullName
            Set-TestInstallPath (Split-Path -Path $folder -Parent)
            $here = (Get-Location).Path
            try { $result = @(& $own -Force) } finally { Set-TestInstallPath }
            Get-Result $result | Should -Be '7 Unverified'
            $result[0].Message | Should -BeLike '*UM-EUU-AD-PERMS*'
            $there.Kind | Should -Be 'ran'
            $there.Recycled | Should -Be 1
            (Get-Location).Path | Should -Be $here
        }
        It 'change nothing in a shell that does not run as administrator, and say so' {
            $text = [System.IO.File]::ReadAllText($script).Replace('[System.IO.Path]::DirectorySeparatorChar -ne ''\'') { return $true }', '$true) { return $false }')
            $limited = New-TestFile -Name 'limited.ps1' -Text $text
            $sentence = if ($french) { '*en tant qu''administrateur*' } else { '*does not run as administrator*' }
            { & $limited -Force } | Should -Throw $sentence
            $there.Kind | Should -Be 'None'
            Get-TestHash $web | Should -Be $start
            Get-Result (& $limited -WhatIf) | Should -Be '3 WhatIf, 4 WhatIf, 5 WhatIf, 6 WhatIf, 7 WhatIf'
            # The stage of Lync changes nothing of the computer.
            [System.IO.File]::ReadAllText((Export-TestScript $json)[0].FullName) | Should -Not -Match '(?m)^Assert-PlanElevated'
        }
        Context 'and restart IIS' {
            BeforeAll {
                $document = ConvertFrom-Json -InputObject $json.Replace('ex01.contoso.com', $env:COMPUTERNAME + '.contoso.com')
                $stage = $document.stages[1]
                # The policy, the restart that follows it, and what needs Exchange after it.
                $restart = $stage.steps[4]
                $restart.number = 4
                $restart.follows = @(3)
                $restart.command = @{ kind = 'Cmdlet'; name = 'Restart-Service'; parameters = @(@{ name = 'Name'; value = 'W3SVC' }) }
                $override = $stage.steps[1]
                $override.number = 5
                $stage.steps = @($stage.steps[0], $restart, $override)
                $document.stages = @($stage)
                $own = @(Export-TestScript (ConvertTo-Json -InputObject $document -Depth 12))[0].FullName
                # The shell works through IIS: after a restart it answers when it was asked often enough.
                function Restart-Service { [CmdletBinding()] param($Name) $there.Restarted++; $there.Lost = $there.Down }
                function Get-ExchangeServer {
                    [CmdletBinding()]
                    param($Identity)
                    if ($there.Lost -le 0) { return }
                    $there.Lost--
                    throw (New-Object System.Management.Automation.Remoting.PSRemotingTransportException 'The shell was not found.')
                }
                function Start-Sleep { param($Seconds, $Milliseconds) }
            }
            BeforeEach {
                $there.Restarted = 0; $there.Down = 0; $there.Lost = 0
                Remove-Item -LiteralPath 'Variable:\UcIntegrationPlanMemory' -ErrorAction Ignore
            }
            AfterAll { Remove-Item -LiteralPath 'Variable:\UcIntegrationPlanMemory' -ErrorAction Ignore }
            It 'go on when Exchange answers again' {
                $there.Down = 3
                Get-Result (& $own -Force) | Should -Be '3 Done, 4 Done, 5 Done'
                $there.Lost | Should -Be 0
            }
            It 'say that the session is lost, and go on with -Follow without another restart' {
                $there.Down = 1000
                $results = New-Object System.Collections.ArrayList
                { & $own -Force | ForEach-Object { [void]$results.Add($_) } } | Should -Throw '*The shell was not found.*Get-ExchangeServer*'
                Get-Result $results.ToArray() | Should -Be '3 Done, 4 Done'
                $there.Lost = 0
                $there.Down = 0
                $again = @(& $own -Force -Follow)
                Get-Result $again | Should -Be '3 AlreadyCompliant, 4 Skipped, 5 Done'
                $again[1].Message | Should -Not -BeNullOrEmpty
                $there.Restarted | Should -Be 1
                # Once what it follows changes, it is due again.
                Get-Result (& $own -Force -Undo -Follow 3> $null) | Should -Be '5 Undone, 3 Undone, 4 Undone'
                $there.Restarted | Should -Be 2
                Get-Result (& $own -Force -Follow) | Should -Be '3 Done, 4 Done, 5 Done'
                $there.Restarted | Should -Be 3
            }
            It 'restart as often as asked for in a new window' {
                Get-Result (& $own -Force) | Should -Be '3 Done, 4 Done, 5 Done'
                Remove-Item -LiteralPath 'Variable:\UcIntegrationPlanMemory'
                Get-Result (& $own -Force -Follow) | Should -Be '3 AlreadyCompliant, 4 Done, 5 AlreadyCompliant'
            }
        }
        It 'refuse another machine' {
            $other = (Export-TestScript $json)[1].FullName
            { & $other -Force } | Should -Throw
            $there.Kind | Should -Be 'None'
        }
    }
    Context 'that edit a file themselves' {
        BeforeAll {
            # The functions of a script, without its steps.
            $text = [System.IO.File]::ReadAllText((Export-TestScript $sample)[1].FullName)
            $body = $text.Substring($text.IndexOf('$words = @{'))
            $functions = [scriptblock]::Create($body.Substring(0, $body.IndexOf('$scriptCmdlet = ')))
            function Edit-Alone {
                param([string]$Path, [hashtable[]]$Change)
                $edit = 'Set-PlanWebConfig'
                Invoke-WithoutModule { . $functions; & $edit -Path $Path -Change $Change }
            }
        }
        It 'change the value and no other byte: <name>' -ForEach @(
            @{ name = 'UTF-8'; encoding = (New-Object System.Text.UTF8Encoding $false) }
            @{ name = 'UTF-8 with a mark'; encoding = (New-Object System.Text.UTF8Encoding $true) }
            @{ name = 'UTF-16'; encoding = (New-Object System.Text.UnicodeEncoding $false, $true) }
            @{ name = 'UTF-16, the other way round'; encoding = (New-Object System.Text.UnicodeEncoding $true, $true) }
        ) {
            $layout = "<configuration>`n<!-- <appSettings> <add key='x' value='y'/> -->`r`n`t<appSettings >`r`n`t`t<add  value = 'old'`r`n key='IMServerName'/><add key=""B"" value="">$([char]0xe9)&amp;"" ></add>`n`t</appSettings>`r</configuration> `n"
            $path = Join-Path $TestDrive ([Guid]::NewGuid().ToString('N').Substring(0, 8) + '.config')
            [System.IO.File]::WriteAllText($path, $layout, $encoding)
            Edit-Alone $path @(@{ Key = 'imservername'; Value = 'a"<&''b' })
            [System.IO.File]::ReadAllText($path, $encoding) | Should -BeExactly $layout.Replace('old', 'a&quot;&lt;&amp;&apos;b')
            Edit-Alone $path @(@{ Key = 'imservername'; Value = 'old' })
            Edit-Alone $path @(@{ Key = 'New'; Value = [string][char]0xe9 })
            Get-XmlValue $path 'New' | Should -Be ([string][char]0xe9)
            Edit-Alone $path @(@{ Key = 'New'; Value = $null })
            [System.IO.File]::ReadAllText($path, $encoding) | Should -BeExactly $layout
            @(Get-ChildItem -LiteralPath $TestDrive -Filter ([System.IO.Path]::GetFileName($path) + '.*.backup.config')).Count | Should -Be 4
        }
        It 'refuse <name>' -ForEach @(
            @{ name = 'a file without the section'; text = '<configuration />' }
            @{ name = 'two sections'; text = '<configuration><appSettings><add key="a" value="1" /></appSettings><appSettings /></configuration>' }
            @{ name = 'a section in a location'; text = '<configuration><location path="x"><appSettings><add key="a" value="1" /></appSettings></location></configuration>' }
            @{ name = 'an encrypted section'; text = '<configuration><appSettings configProtectionProvider="x"><add key="a" value="1" /></appSettings></configuration>' }
            @{ name = 'a section elsewhere'; text = '<configuration><appSettings configSource="x.config"></appSettings></configuration>' }
            @{ name = 'a DTD'; text = '<!DOCTYPE configuration><configuration><appSettings><add key="a" value="1" /></appSettings></configuration>' }
            @{ name = 'a key that is there twice'; text = '<configuration><appSettings><add key="a" value="1" /><add key="A" value="2" /></appSettings></configuration>' }
            @{ name = 'a key in a comment'; text = '<configuration><appSettings><!-- <add key="a" value="1" /> --><add key="b" value="1" /></appSettings></configuration>' }
            @{ name = 'a section that clears'; text = '<configuration><appSettings><clear /><add key="a" value="1" /></appSettings></configuration>' }
            @{ name = 'another encoding'; text = '<?xml version="1.0" encoding="windows-1252"?><configuration><appSettings><add key="a" value="1" /></appSettings></configuration>' }
            @{ name = 'what is no XML'; text = '<configuration><appSettings><add key="a" value="1" ></appSettings></configuration>' }
        ) {
            $path = New-TestFile -Text $text
            { Edit-Alone $path @(@{ Key = 'a'; Value = '9' }) } | Should -Throw
            [System.IO.File]::ReadAllText($path) | Should -BeExactly $text
        }
        It 'refuse bytes that are no text, and a file that is read-only' {
            $path = New-TestConfig -Content '<add key="a" value="1" />'
            [System.IO.File]::SetAttributes($path, 'ReadOnly')
            $start = Get-TestHash $path
            try { { Edit-Alone $path @(@{ Key = 'a'; Value = '9' }) } | Should -Throw } finally { [System.IO.File]::SetAttributes($path, 'Normal') }
            Get-TestHash $path | Should -Be $start
            $bytes = [System.IO.File]::ReadAllBytes($path)
            $bytes[$bytes.Length - 1] = 0xff
            [System.IO.File]::WriteAllBytes($path, $bytes)
            { Edit-Alone $path @(@{ Key = 'a'; Value = '9' }) } | Should -Throw
        }
    }
}
