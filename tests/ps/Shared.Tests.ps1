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
        It 'of which a refresh says that it failed are an error on one line; other answers pass' {
            $failed = "<Diagnostics><ProcessLocator><error> Specified process`r`n   is not registered. </error></ProcessLocator></Diagnostics>"
            foreach ($answer in $failed, [pscustomobject]@{ Result = $failed }, $failed.Replace('error>', 'Error>')) {
                { $answer | Assert-UcRefresh } | Should -Throw 'Specified process is not registered.'
            }
            # What is no XML says neither that it failed nor that it did not.
            foreach ($answer in '<Diagnostics><ProcessInfo /></Diagnostics>', '', 'no xml', '<!DOCTYPE a [<!ENTITY b "c">]><error>&b;</error>') {
                $answer | Assert-UcRefresh | Should -BeExactly $answer
            }
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
            # A server that does not tell its version is asked for both.
            function Get-ExchangeServer { param($Identity, $ErrorAction) throw 'no directory' }
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

    Context 'the process that has the settings' {
        It 'of <version> is <process>' -ForEach @(
            @{ version = 'Version 15.1 (Build 225.42)'; process = 'Microsoft.Exchange.Directory.TopologyService' }
            @{ version = 'Version 15.1 (Build 544.27)'; process = 'Microsoft.Exchange.Directory.TopologyService' }
            @{ version = '15.1.544.27'; process = 'Microsoft.Exchange.Directory.TopologyService' }
            @{ version = 'Version 15.1 (Build 669.32)'; process = 'MSExchangeMailboxAssistants' }
            @{ version = 'Version 15.1 (Build 2507.6)'; process = 'MSExchangeMailboxAssistants' }
            @{ version = 'Version 15.2 (Build 221.12)'; process = 'MSExchangeMailboxAssistants' }
            @{ version = ''; process = 'MSExchangeMailboxAssistants', 'Microsoft.Exchange.Directory.TopologyService' }
            @{ version = 'Exchange'; process = 'MSExchangeMailboxAssistants', 'Microsoft.Exchange.Directory.TopologyService' }
        ) {
            @(Get-UcImQuestion -Version $version | ForEach-Object { $_['Process'] }) | Should -Be $process
        }
        It 'is the only one that is asked where the version is known, and its words are the error' {
            $asked = New-Object System.Collections.ArrayList
            function Get-ExchangeServer { param($Identity, $ErrorAction) [pscustomobject]@{ AdminDisplayVersion = [pscustomobject]@{ Major = 15; Minor = 1; Build = 544; Revision = 27 } } }
            function Get-ExchangeDiagnosticInfo {
                param($Server, $Process, $Component, $Argument, $ErrorAction)
                [void]$asked.Add($Process + ' ' + $Argument)
                [pscustomobject]@{ Result = $answer }
            }
            $answer = '<D><IMSettings><IMServerName Value="pool.contoso.com" /></IMSettings></D>'
            (Read-UcImState -Server 'EX01')['IMServerName'] | Should -Be 'pool.contoso.com'
            $answer = '<D><ProcessLocator><error>Specified process is not registered.</error></ProcessLocator></D>'
            { Read-UcImState -Server 'EX01' } | Should -Throw 'Specified process is not registered.'
            $asked | Should -Be (@('Microsoft.Exchange.Directory.TopologyService Config') * 2)
        }
        It 'is the other one where the first is not registered and nobody knows the version' {
            function Get-ExchangeServer { param($Identity, $ErrorAction) }
            function Get-ExchangeDiagnosticInfo {
                param($Server, $Process, $Component, $Argument, $ErrorAction)
                if ($Process -like '*TopologyService') { return '<D><IMSettings IMServerName="pool.contoso.com" /></D>' }
                '<D><ProcessLocator><error>Specified process is not registered.</error></ProcessLocator></D>'
            }
            (Read-UcImState -Server 'EX01')['IMServerName'] | Should -Be 'pool.contoso.com'
        }
    }

    Context 'a version' {
        It 'is shown as Exchange shows it, also where its object lost the text' {
            Format-UcServerVersion 'Version 15.2 (Build 986.5)' | Should -BeExactly 'Version 15.2 (Build 986.5)'
            Format-UcServerVersion ([pscustomobject]@{ Major = 15; Minor = 2; Build = 986; Revision = 5 }) | Should -BeExactly 'Version 15.2 (Build 986.5)'
            Format-UcServerVersion ([version]'15.2.986.5') | Should -BeExactly '15.2.986.5'
            Format-UcServerVersion 'unreadable' | Should -BeExactly 'unreadable'
            Format-UcServerVersion $null | Should -BeNullOrEmpty
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
            Set-TestInstallPath (Join-Path $TestDrive 'V15')
        }
        AfterAll { Set-TestInstallPath }
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
        It 'lies below the folder that the registry says: <path> -> <folder>' -ForEach @(
            @{ path = 'C:\V15'; folder = 'C:\V15\' }, @{ path = 'C:\V15\'; folder = 'C:\V15\' }, @{ path = '/v15/'; folder = '/v15/' }
            @{ path = ''; folder = $null }, @{ path = $null; folder = $null }
        ) {
            function Get-UcRegistryValue { param($Key, $Name) if ($Name -eq 'MsiInstallPath' -and $Key -like 'HKLM:*Setup') { $path } }
            Get-UcInstallPath | Should -BeExactly $folder
        }
        It 'cannot be run where the registry does not name the folder of Exchange' {
            function Get-UcInstallPath { }
            { Invoke-UcExchangeScript -Name 'Test.ps1' } | Should -Throw 'Plan_NoExchange Test.ps1'
        }
    }

    Context 'the session of the shell of Exchange' {
        BeforeAll {
            # As a proxy throws it whose session is gone.
            function New-LostRecord {
                $cause = New-Object System.Management.Automation.Remoting.PSRemotingTransportException 'The shell was not found.'
                New-Object System.Management.Automation.ErrorRecord $cause, 'JobFailure', 'OpenError', $null
            }
            function Start-Sleep { param($Seconds) $there.Slept += $Seconds }
            # The command fails as often as it is told to.
            function Get-ExchangeServer {
                param($Identity, $ErrorAction)
                $there.Asked++
                if ($there.Asked -le $there.Down) { throw (New-LostRecord) }
                if ($there.Unknown) { throw (New-TestRecord 'ManagementObjectNotFoundException' 'ObjectNotFound') }
            }
        }
        BeforeEach { $there = @{ Asked = 0; Down = 0; Slept = 0; Unknown = $false; Read = 0 } }

        It 'is known to be lost by its error, also inside of another' {
            Test-UcSessionLost (New-LostRecord) | Should -BeTrue
            $outer = New-Object System.InvalidOperationException 'a', (New-LostRecord).Exception
            Test-UcSessionLost (New-Object System.Management.Automation.ErrorRecord $outer, 'x', 'NotSpecified', $null) | Should -BeTrue
            Test-UcSessionLost (New-TestRecord 'PSSessionStateBroken' 'OpenError') | Should -BeTrue
            Test-UcSessionLost (New-TestRecord 'NoConnection' 'ConnectionError') | Should -BeFalse
        }
        It 'is waited for' {
            $there.Down = 3
            Wait-UcExchange
            $there.Asked | Should -Be 4
            $there.Slept | Should -Be 15
        }
        It 'answers where this computer is no Exchange server' {
            $there.Unknown = $true
            Wait-UcExchange
            $there.Asked | Should -Be 1
        }
        It 'that does not come back is an error that says so' {
            $there.Down = 1000
            { Wait-UcExchange } | Should -Throw 'Plan_SessionLost The shell was not found.'
        }
        It 'is opened again for what only reads, once' {
            $read = { $there.Read++; if ($there.Read -le $there.Lost) { throw (New-LostRecord) }; @{ A = 1 } }
            $there.Lost = 1
            (Invoke-UcRead $read)['A'] | Should -Be 1
            $there.Read | Should -Be 2
            $there.Asked | Should -Be 1
            $there.Lost = 9
            { Invoke-UcRead $read } | Should -Throw 'The shell was not found.'
            $there.Read | Should -Be 4
            { Invoke-UcRead { $there.Read++; throw 'The directory does not answer.' } } | Should -Throw 'The directory does not answer.'
            $there.Read | Should -Be 5
        }
        It 'is opened again where it ended while settings were read' {
            $there.Down = 1
            { Read-UcServerVersion -Server 'EX01' } | Should -Throw 'The shell was not found.'
            # The version of the server is asked first; the second question of the settings loses the session.
            function Get-ExchangeDiagnosticInfo { param($Server, $ErrorAction, $Process, $Component, $Argument) $there.Read++; throw (New-LostRecord) }
            { Read-UcImState -Server 'EX01' } | Should -Throw 'The shell was not found.'
            $there.Read | Should -Be 1
        }
        It 'is said to have ended in what a command says that lost it' {
            Get-UcFailureText (New-LostRecord) 'gone' | Should -Be 'Plan_SessionEnded gone'
            Get-UcFailureText (New-TestRecord 'a' 'NotSpecified') 'gone' | Should -Be 'gone'
        }
        It '<id> of category ObjectNotFound is no missing object' -ForEach @(@{ id = 'ManagementStoreException' }, @{ id = 'ADTransientException' }, @{ id = 'CommandNotFoundException' }) {
            Test-UcNotFound (New-TestRecord $id 'ObjectNotFound') | Should -BeFalse
        }
    }

    Context 'the commands of IIS' {
        BeforeAll {
            $folder = Join-Path $TestDrive 'windows/System32/inetsrv'
            [void][System.IO.Directory]::CreateDirectory($folder)
            $saved = $env:windir
            $env:windir = Join-Path $TestDrive 'windows'
        }
        AfterAll { $env:windir = $saved }
        It 'are loaded before they are looked for' {
            function Import-Module { param($Name, $ErrorAction, [switch]$Verbose) $there.Loaded = $Name }
            $there = @{ Loaded = '' }
            Test-UcCommand 'Restart-WebAppPool' | Should -BeFalse
            $there.Loaded | Should -Be 'WebAdministration'
            $there.Loaded = ''
            Test-UcCommand 'Get-Item' | Should -BeTrue
            Test-UcCommand 'Get-NoSuchThing' | Should -BeFalse
            $there.Loaded | Should -Be ''
        }
        It 'recycle without another question' {
            function Restart-WebAppPool { [CmdletBinding(SupportsShouldProcess = $true)] param($Name) if ($PSCmdlet.ShouldProcess($Name)) { $there.Recycled = $Name } }
            $there = @{ Recycled = '' }
            $ConfirmPreference = 'Low'
            Restart-UcWebAppPool -Name 'MSExchangeOWAAppPool'
            $there.Recycled | Should -Be 'MSExchangeOWAAppPool'
        }
        It 'that are missing are replaced by the program of IIS' {
            # Under Wine a text file is no program.
            if ($onWindows) { Set-ItResult -Skipped -Because 'a program for Windows would be needed' }
            $program = Join-Path $folder 'appcmd.exe'
            $log = Join-Path $TestDrive 'appcmd.log'
            [System.IO.File]::WriteAllText($program, "#!/bin/sh`necho `"`$@`" > '$log'`necho said`nexit `$UC_TEST_EXIT`n")
            $chmod = 'chmod'
            & $chmod '+x' $program
            $env:UC_TEST_EXIT = '0'
            try {
                Test-UcCommand 'Restart-WebAppPool' | Should -BeTrue
                Restart-UcWebAppPool -Name 'MSExchangeOWAAppPool'
                [System.IO.File]::ReadAllText($log).Trim() | Should -Be 'recycle apppool /apppool.name:MSExchangeOWAAppPool'
                $env:UC_TEST_EXIT = '5'
                { Restart-UcWebAppPool -Name 'MSExchangeOWAAppPool' } | Should -Throw 'said'
            } finally {
                $env:UC_TEST_EXIT = $null
                Remove-Item -LiteralPath $program
            }
        }
    }

    It 'a result has a word of the list' {
        (New-UcResult -Number 1 -Status 'Drifted' -Title 't').Status | Should -Be 'Drifted'
        { New-UcResult -Number 1 -Status 'Moved' -Title 't' } | Should -Throw
    }
}
