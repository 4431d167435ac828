# What the module and the scripts of plans share, tested as the one file that both hold.
Describe 'what module and scripts share' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        function Get-UcText { param([string]$Key, [object[]]$Values = @()) $Key + ' ' + ($Values -join '|') }
        . (Join-Path $PSScriptRoot '../../ps-module/UcIntegration/Apply/Shared.ps1')

        # The error that a block throws.
        function Get-Thrown {
            param([scriptblock]$Block)
            try { & $Block } catch { return $_ }
        }
        function New-TestRecord {
            param([string]$Id, [string]$Category, [string]$Message = 'no')
            New-Object System.Management.Automation.ErrorRecord (New-Object System.InvalidOperationException $Message), $Id, $Category, $null
        }
    }

    Context 'values' {
        It '<left> and <right> are the same: <same>, in a file: <exact>' -ForEach @(
            @{ left = 'Ocs'; right = 'OCS'; same = $true; exact = $false }
            @{ left = $null; right = ''; same = $true; exact = $false }
            @{ left = @('a', 'b'); right = @('B', 'A'); same = $true; exact = $false }
            @{ left = 5061; right = '5061'; same = $true; exact = $true }
            @{ left = $true; right = 'True'; same = $true; exact = $true }
            @{ left = 'a, b'; right = @('a', 'b'); same = $false; exact = $false }
            @{ left = 'a'; right = $null; same = $false; exact = $false }
        ) {
            Test-UcSameValue -Left $left -Right $right | Should -Be $same
            Test-UcSameValue -Left $left -Right $right -Exact $true | Should -Be $exact
        }
    }

    Context 'an error' {
        It 'of the kind <id>, <category> says that there is object not found: <missing>' -ForEach @(
            @{ id = 'Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException,Get-X'; category = 'InvalidData'; missing = $true }
            @{ id = 'PathNotFound'; category = 'ObjectNotFound'; missing = $true }
            @{ id = 'ItemNotFound,Get-CsX'; category = 'NotSpecified'; missing = $true }
            @{ id = 'CommandNotFoundException'; category = 'ObjectNotFound'; missing = $false }
            @{ id = 'Whatever'; category = 'ConnectionError'; missing = $false }
        ) {
            Test-UcNotFound (New-TestRecord $id $category) | Should -Be $missing
        }
        It 'of Lync is known by its sentence' {
            Test-UcNotFound (New-TestRecord 'X' 'NotSpecified' 'Cannot find item "a".') | Should -BeTrue
            Test-UcNotFound (New-TestRecord 'CommandNotFoundException' 'NotSpecified' 'Cannot find a command.') | Should -BeFalse
        }
    }

    Context 'an object' {
        It 'that does not exist has no state, and a command that does not exist is an error' {
            Read-UcObjectState -From { throw (New-TestRecord 'ManagementObjectNotFoundException' 'NotSpecified') } -Where @{} -Name 'A' | Should -BeNullOrEmpty
            $absent = 'Get-NoSuchThing'
            { Read-UcObjectState -From { & $absent } -Where @{} -Name 'A' } | Should -Throw '*Get-NoSuchThing*'
            { Read-UcObjectState -From { throw 'The directory does not answer.' } -Where @{} -Name 'A' } | Should -Throw '*does not answer*'
        }
        It 'is the one that meets all conditions; several are an error' {
            $all = @([pscustomobject]@{ Name = 'a'; Kind = 'x'; Port = 1 }, [pscustomobject]@{ Name = 'B'; Kind = 'x'; Port = 2 })
            (Read-UcObjectState -From { $all } -Where @{ Name = 'b' } -Name 'Port', 'Other')['Port'] | Should -Be 2
            Read-UcObjectState -From { $all } -Where @{ Name = 'b'; Kind = 'y' } -Name 'Port' | Should -BeNullOrEmpty
            (Get-Thrown { Read-UcObjectState -From { $all } -Where @{ Kind = 'X' } -Name 'Port' }).Exception.Message | Should -Be 'Plan_Several 2|Kind = "X"'
        }
    }

    Context 'instant messaging settings' {
        It 'are read from elements and from attributes' {
            $text = '<Diagnostics><X><IMSettings a="1" IMServerName=" pool.contoso.com "><IMCertificateThumbprint>AB</IMCertificateThumbprint><Empty /></IMSettings></X></Diagnostics>'
            $settings = ConvertTo-UcImSetting $text
            $settings['IMServerName'] | Should -Be 'pool.contoso.com'
            $settings['IMCertificateThumbprint'] | Should -Be 'AB'
        }
        It 'that a server cannot tell are an error with its words' {
            { ConvertTo-UcImSetting '<Diagnostics><ProcessLocator><error> Specified process is not registered. </error></ProcessLocator></Diagnostics>' } |
                Should -Throw 'Specified process is not registered.'
        }
        It 'are never read from other files' {
            { ConvertTo-UcImSetting '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>' } | Should -Throw
        }
        It 'come from the process that has them, and are an error where none has' {
            $asked = New-Object System.Collections.ArrayList
            function Get-ExchangeDiagnosticInfo {
                param($Server, $Process, $Component, $Argument, $ErrorAction)
                [void]$asked.Add($Process)
                if ($there -eq $Process) { return '<D><IMSettings IMServerName="pool.contoso.com" /></D>' }
                '<D><ProcessLocator><count>0</count></ProcessLocator></D>'
            }
            $there = 'MSExchangeMailboxAssistants'
            (Read-UcImState -Server 'EX01')['IMServerName'] | Should -Be 'pool.contoso.com'
            $asked.Count | Should -Be 1
            $there = 'Microsoft.Exchange.Directory.TopologyService'
            $state = Read-UcImState -Server 'EX01'
            $state['IMServerName'] | Should -Be 'pool.contoso.com'
            $state['IMCertificateThumbprint'] | Should -BeNullOrEmpty
            $there = ''
            { Read-UcImState -Server 'EX01' } | Should -Throw 'Fact_PropertyMissing IMSettings'
        }
    }

    Context 'readers of a container' {
        It 'are those with a right to read, by their names without the domain' {
            function Get-OrganizationConfig { param($ErrorAction) [pscustomobject]@{ DistinguishedName = 'CN=Org,DC=x' } }
            function Get-ADPermission {
                param($Identity, $ErrorAction)
                if ($Identity -ne 'CN=UM DialPlan Container,CN=Org,DC=x') { throw 'another object' }
                [pscustomobject]@{ User = 'X\Alpha'; Deny = $false; AccessRights = @('ListChildren', 'ReadProperty') }
                [pscustomobject]@{ User = 'X\Beta'; Deny = $true; AccessRights = @('GenericRead') }
                [pscustomobject]@{ User = 'X\Gamma'; Deny = $false; AccessRights = @('Delete') }
            }
            $state = Read-UcReaderState -Container 'UM DialPlan Container' -Name 'alpha', 'Beta', 'Gamma', 'Delta'
            @($state.Keys | Where-Object { $state[$_] }) | Should -Be 'alpha'
            $state.Count | Should -Be 4
        }
    }

    Context 'a script of Exchange' {
        BeforeAll {
            $scripts = Join-Path $TestDrive 'V15/Scripts'
            [void][System.IO.Directory]::CreateDirectory($scripts)
            [System.IO.File]::WriteAllText((Join-Path $scripts 'helper.ps1'), "'helped'")
            [System.IO.File]::WriteAllText((Join-Path $scripts 'Test.ps1'), "param([string[]]`$Forest)`nif (`$null -eq `$neverSet) { .\helper.ps1 }`nGet-Item -LiteralPath nowhere 2> `$null`n`$Forest`n'{0} {1}' -f `$ErrorActionPreference, `$ConfirmPreference`nSet-Location -LiteralPath ..`nexit")
            $saved = $env:ExchangeInstallPath
            $env:ExchangeInstallPath = (Join-Path $TestDrive 'V15') + [System.IO.Path]::DirectorySeparatorChar
        }
        AfterAll { $env:ExchangeInstallPath = $saved }
        It 'runs in its folder with the preferences of a new session, which end with it' {
            $here = (Get-Location).Path
            $ErrorActionPreference = 'Stop'
            Invoke-UcExchangeScript -Name 'Test.ps1' -Parameter @{ Forest = @('a', 'b') } | Should -Be 'helped', 'a', 'b', 'Continue None'
            (Get-Location).Path | Should -Be $here
            $ErrorActionPreference | Should -Be 'Stop'
            { $undefinedForSure } | Should -Throw
        }
        It 'that is not there is an error, and the folder is the one before' {
            $here = (Get-Location).Path
            { Invoke-UcExchangeScript -Name 'None.ps1' } | Should -Throw
            (Get-Location).Path | Should -Be $here
        }
    }

    It 'a result has a word of the list' {
        (New-UcResult -Number 1 -Status 'Drifted' -Title 't').Status | Should -Be 'Drifted'
        { New-UcResult -Number 1 -Status 'Moved' -Title 't' } | Should -Throw
    }
}
