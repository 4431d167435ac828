# An estate that somebody changes between the plan and its application: the stage with the step that no longer fits is not
# begun, the step says what it found, and what the stages before it did can still be taken back.
. (Join-Path $PSScriptRoot 'Case.ps1')
$skip = -not (Test-ScenarioReference)
$changes = @(Select-ScenarioCase -Case @(
    @{
        What = 'a virtual directory was set'; Estate = 'single-2013'; Shell = 'Exchange'; Step = 4; Status = 'Drifted'; Says = '*InstantMessagingEnabled*True*False*'
        Change = { Get-OwaVirtualDirectory | Set-OwaVirtualDirectory -InstantMessagingEnabled $false }
    }
    @{
        What = 'the last step of a stage does not fit'; Estate = 'single-2013'; Shell = 'Exchange'; Step = 7; Status = 'Drifted'; Says = '*InstantMessagingEnabled*True*False*'
        Change = { Get-OwaMailboxPolicy | Set-OwaMailboxPolicy -InstantMessagingEnabled $false }
    }
    @{
        What = 'the certificate was renewed in web.config'; Estate = 'certificate-renewed'; Shell = 'Exchange'; Step = 1; Status = 'Drifted'; Says = '*IMCertificateThumbprint*AB12AB12*'
        Change = {
            $path = Join-Path $env:ExchangeInstallPath 'ClientAccess\Owa\web.config'
            $text = [regex]::Replace([System.IO.File]::ReadAllText($path), '(key="IMCertificateThumbprint" value=")[^"]*', ('${1}' + 'AB12' * 10))
            [System.IO.File]::WriteAllText($path, $text)
        }
    }
    @{
        What = 'keys were added to web.config'; Estate = 'update-wiped-2013'; Shell = 'Exchange'; Step = 1; Status = 'Drifted'; Says = '*IMServerName*other.contoso.example*'
        Change = {
            $path = Join-Path $env:ExchangeInstallPath 'ClientAccess\Owa\web.config'
            $text = [System.IO.File]::ReadAllText($path).Replace('</appSettings>', '<add key="IMServerName" value="other.contoso.example" /></appSettings>')
            [System.IO.File]::WriteAllText($path, $text)
        }
    }
    @{
        What = 'the trusted pool was removed'; Estate = 'warnings-2013'; Shell = 'Lync'; Step = 1; Status = 'Drifted'; Says = '?*'
        Change = { Remove-CsTrustedApplicationPool -Identity ex01.contoso.example -Confirm:$false 3> $null }
    }
    @{
        What = 'the pool of a missing application was removed'; Estate = 'application-missing'; Shell = 'Lync'; Step = 1; Status = 'Failed'; Says = '*ex01.contoso.example*'
        Change = { Remove-CsTrustedApplicationPool -Identity ex01.contoso.example -Confirm:$false 3> $null }
    }
    @{
        What = 'an override of the same name was made'; Estate = 'single-2019'; Shell = 'Exchange'; Step = 5; Status = 'Drifted'; Says = '*other.contoso.example*'
        Change = {
            New-SettingOverride -Name 'UcIntegration IM' -Component OwaServer -Section IMSettings -Reason 'by hand' -Parameters @('IMServerName=other.contoso.example')
        }
    }
))

Describe 'An estate that has moved on' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Scenario.ps1')
    }
    AfterEach { Exit-Simulation }
    AfterAll {
        Disconnect-Simulation
        Remove-Module -Name Simulation
    }

    It 'stops a plan where <What>' -ForEach $changes {
        $scenario = New-Scenario -Path (Join-Path $PSScriptRoot ('../estates/' + $Estate + '.json')) -Name $Estate
        $folder = $scenario.Simulation.Directory
        $plan = Get-ScenarioPlan -Scenario $scenario
        [void]@(Invoke-ScenarioStage -Scenario $scenario -Stage @(@{ Shell = $Shell; Machine = $null }) -Block $Change)
        $changed = @(Compare-SimulationStart -Directory $folder)
        $changed | Should -Not -BeNullOrEmpty

        $results = @(Invoke-ScenarioPlan -Scenario $scenario -Plan $plan)
        $stopped = @($results | Where-Object { 'Done', 'Skipped', 'AlreadyCompliant', 'Waiting' -notcontains $_.Status })
        @($stopped | ForEach-Object { '{0} {1}' -f $_.Number, $_.Status } | Sort-Object -Unique) | Should -Be ('{0} {1}' -f $Step, $Status)
        $stopped[0].Message | Should -BeLike $Says
        @($results | Where-Object { $_.Number -gt $Step }) | Should -BeNullOrEmpty
        # Nothing of the stage was done, not even what stands before the step.
        $stage = @($plan.Stages | Where-Object { @($_.Steps | ForEach-Object { $_.Number }) -contains $Step })[0]
        $numbers = @($stage.Steps | ForEach-Object { $_.Number })
        @($results | Where-Object { $numbers -contains $_.Number -and $_.Number -ne $Step }) | Should -BeNullOrEmpty

        # The same again: no step of the stages before is run twice, none of this one or after it at all.
        $hash = Get-SimulationHash -Directory $folder
        @(Invoke-ScenarioPlan -Scenario $scenario -Plan $plan | Where-Object { $_.Status -eq 'Done' -or $_.Number -gt $Step }) | Should -BeNullOrEmpty
        Get-SimulationHash -Directory $folder | Should -Be $hash

        # What was done is taken back; what the other person did stays.
        Get-ScenarioTrouble @(Undo-ScenarioPlan -Scenario $scenario -Plan $plan) | Should -BeNullOrEmpty
        Compare-Object -ReferenceObject $changed -DifferenceObject @(Compare-SimulationStart -Directory $folder) | Should -BeNullOrEmpty
        Remove-Simulation -Directory $folder
    }
}
