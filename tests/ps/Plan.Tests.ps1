# Applying a plan and taking it back: a Web.config, a setting of a product (simulated by functions) and a recycle.
Describe 'Plans' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')

        # A plan of three steps for this machine; its files and journals are in a folder of their own.
        function New-TestPlan {
            $folder = Join-Path $TestDrive ([Guid]::NewGuid().ToString('N').Substring(0, 8))
            $name = [System.IO.Path]::Combine((Split-Path -Path $folder -Leaf), 'web.config')
            $web = New-TestConfig -Name $name -Content '<add key="Other" value="1" />'
            $json = [System.IO.File]::ReadAllText((Join-Path $PSScriptRoot 'fixtures/plans/three-steps.json'))
            $path = Join-Path $folder 'plan.json'
            [System.IO.File]::WriteAllText($path, $json.Replace('@web@', $web.Replace('\', '\\')))
            return @{ Path = $path; Web = $web; Hash = (Get-TestHash $web); Journal = (Join-Path $folder 'journals') }
        }

        function Invoke-TestPlan {
            param([hashtable]$Plan, [switch]$Undo)
            $parameters = @{ Path = $Plan.Path; JournalPath = $Plan.Journal; Confirm = $false; ErrorAction = 'SilentlyContinue' }
            if ($Undo) { return @(Undo-UcPlan @parameters) }
            return @(Invoke-UcPlan @parameters)
        }

        function Get-TestStatus {
            param([object[]]$Result)
            return @($Result | ForEach-Object { '{0} {1}' -f $_.Number, $_.Status }) -join ', '
        }

        # What the product holds and did.
        $global:ucTestProduct = @{ Enabled = $false; Recycled = 0; Fail = $false; Deaf = $false }
        function global:Get-ExchangeServer { }
        function global:Get-OwaMailboxPolicy { [pscustomobject]@{ Identity = 'Default'; InstantMessagingEnabled = $global:ucTestProduct.Enabled } }
        function global:Set-OwaMailboxPolicy {
            param([string]$Identity, [bool]$InstantMessagingEnabled)
            if ($global:ucTestProduct.Fail) { throw 'The directory does not answer.' }
            if (-not $global:ucTestProduct.Deaf) { $global:ucTestProduct.Enabled = $InstantMessagingEnabled }
        }
        function global:Restart-WebAppPool { param([string]$Name) $global:ucTestProduct.Recycled++ }
    }
    BeforeEach {
        $global:ucTestProduct = @{ Enabled = $false; Recycled = 0; Fail = $false; Deaf = $false }
        $plan = New-TestPlan
    }
    AfterAll {
        foreach ($name in 'Get-ExchangeServer', 'Get-OwaMailboxPolicy', 'Set-OwaMailboxPolicy', 'Restart-WebAppPool') {
            Remove-Item -LiteralPath ('Function:\' + $name)
        }
        Remove-Variable -Name ucTestProduct -Scope Global
    }

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
        Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '1 Satisfied, 2 Satisfied, 3 Skipped'
        Get-TestHash $plan.Web | Should -Be $hash
        $global:ucTestProduct.Recycled | Should -Be 1
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
        Get-TestStatus $result | Should -Be '1 Moved'
        $result[0].Message | Should -BeLike '*IMServerName*other.contoso.com*'
        Get-TestHash $plan.Web | Should -Be $hash
    }

    It 'stops at a command that fails, and goes on from there' {
        $global:ucTestProduct.Fail = $true
        $result = Invoke-TestPlan $plan
        Get-TestStatus $result | Should -Be '1 Done, 2 Failed'
        $result[1].Message | Should -Be 'The directory does not answer.'
        $global:ucTestProduct.Fail = $false
        Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '1 Satisfied, 2 Done, 3 Done'
    }

    It 'does not take a command at its word' {
        $global:ucTestProduct.Deaf = $true
        Get-TestStatus (Invoke-TestPlan $plan) | Should -Be '1 Done, 2 Failed'
    }

    It 'changes nothing and keeps no journal with -WhatIf' {
        Get-TestStatus @(Invoke-UcPlan -Path $plan.Path -JournalPath $plan.Journal -WhatIf) | Should -Be '1 WhatIf, 2 WhatIf, 3 WhatIf'
        Get-TestHash $plan.Web | Should -Be $plan.Hash
        Test-Path -LiteralPath $plan.Journal | Should -BeFalse
    }

    It 'refuses a command that no plan has' {
        $json = [System.IO.File]::ReadAllText($plan.Path).Replace('Restart-WebAppPool', 'Remove-Mailbox')
        [System.IO.File]::WriteAllText($plan.Path, $json)
        { Invoke-UcPlan -Path $plan.Path -JournalPath $plan.Journal -Confirm:$false } | Should -Throw
        Get-TestHash $plan.Web | Should -Be $plan.Hash
    }

    It 'waits for a stage of another place' {
        $json = [System.IO.File]::ReadAllText($plan.Path).Replace('"machine": null', '"machine": "elsewhere.contoso.com"')
        [System.IO.File]::WriteAllText($plan.Path, $json)
        $result = Invoke-TestPlan $plan
        Get-TestStatus $result | Should -Be ' Waiting'
        $result[0].Machine | Should -Be 'elsewhere.contoso.com'
    }
}
