# What a server says of its setting overrides, read from diagnostic information as real servers gave it and in forms that
# nobody promised not to give; and the template in the bytes of a certificate.
BeforeDiscovery {
    $corpus = $env:UC_CORPUS
    if (-not $corpus) { $corpus = Join-Path $PSScriptRoot '../../../shared/corpus' }
    $captures = Join-Path $corpus 'exchange-objects'
    $hasCaptures = Test-Path -LiteralPath $captures
}
Describe 'What a server says of its setting overrides' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        function Read-TestOverride {
            param($Answer)
            Invoke-InModule { param($one) ConvertTo-UcServerOverride $one } (, $Answer)
        }
        function Get-TestAnswer {
            param([string]$Inner)
            '<Diagnostics><Components><VariantConfiguration>' + $Inner + '</VariantConfiguration></Components></Diagnostics>'
        }
    }

    Context 'as real servers gave it' -Skip:(-not $hasCaptures) -ForEach @(@{ Captures = $captures }) {
        It 'reads <Name>: <Count> overrides' -Tag 'Language' -ForEach @(
            @{ Name = 'E16/GetExchangeDiagnosticInfo_ADTopVariantConfiguration.xml'; Count = 0; Updated = '2023-02-28T19:43:45' }
            @{ Name = 'E19/GetExchangeDiagnosticInfo_ADTopVariantConfiguration.xml'; Count = 0; Updated = '2023-02-28T19:34:50' }
            @{ Name = 'E19/GetExchangeDiagnosticInfo_ADTopVariantConfiguration1.xml'; Count = 4; Updated = '2023-03-08T15:53:46' }
        ) {
            $read = Read-TestOverride ([string](Import-Clixml -LiteralPath (Join-Path $Captures $Name)))
            $read['updated'].Kind | Should -Be 'Utc'
            $read['updated'].ToString('s') | Should -BeExactly $Updated
            @($read['overrides']).Count | Should -Be $Count
            foreach ($one in $read['overrides']) {
                $one['status'] | Should -BeExactly 'Accepted'
                $one['message'] | Should -Match '^This override synced'
            }
        }
        It 'keeps the parameters of each override' {
            $text = [string](Import-Clixml -LiteralPath (Join-Path $Captures 'E19/GetExchangeDiagnosticInfo_ADTopVariantConfiguration1.xml'))
            $found = @((Read-TestOverride $text)['overrides'] | Where-Object { $_['name'] -eq 'Improve Discovery Settings' })
            $found[0]['parameters'] | Should -Be @('StoreRetryCount=5', 'NoSearchFolder=false', 'StoreDiagnosticLevel=5')
        }
        It 'passes on the error of a server that has no such process' {
            $text = [string](Import-Clixml -LiteralPath (Join-Path $Captures 'E15/GetExchangeDiagnosticInfo_ADTopVariantConfiguration.xml'))
            { Read-TestOverride $text } | Should -Throw 'Specified process is not registered*'
        }
        It 'reads overrides with their servers' {
            Set-Item -LiteralPath 'Function:\global:Get-SettingOverride' -Value ([scriptblock]::Create("Import-Clixml -LiteralPath '$(Join-Path $Captures 'overrides/GetSettingOverrideMultiConfigs.xml')'"))
            try {
                $fact = Invoke-InModule {
                    $section = @($script:UcSections | Where-Object { $_.Path -eq 'exchange.settingOverrides' })[0]
                    Get-UcSection -Section $section -Context (New-UcFactContext -User @() -AllUsers $false)
                }
                $values = @($fact['values'])
                $values[0].Contains('servers') | Should -BeFalse
                $values[1]['servers'] | Should -Be @('WIN-CTD3L0RGEN4')
                $values[1]['parameters'] | Should -Be @('Enabled=False')
                foreach ($one in $values) { $one.Contains('minVersion') -or $one.Contains('maxVersion') | Should -BeFalse }
            } finally { Remove-Item -LiteralPath 'Function:\Get-SettingOverride' }
        }
    }

    It 'reads values from attributes and elements, in any case' {
        $read = Read-TestOverride (Get-TestAnswer '<Overrides updated="2026-01-10T08:00:00Z"><SettingOverride name="A" STATUS=" ServerMismatch "/><SettingOverride><NAME>B</NAME></SettingOverride></Overrides>')
        $read['updated'].ToString('s') | Should -BeExactly '2026-01-10T08:00:00'
        @($read['overrides'] | ForEach-Object { $_['name'] }) | Should -Be @('A', 'B')
        $read['overrides'][0]['status'] | Should -BeExactly 'ServerMismatch'
        $read['overrides'][1].Contains('status') | Should -BeFalse
        $read['overrides'][1].Contains('parameters') | Should -BeFalse
    }
    It 'leaves out what is not there or is no time' {
        $read = Read-TestOverride (Get-TestAnswer '<Overrides Updated="soon"><SettingOverride><Status>Accepted</Status></SettingOverride></Overrides>')
        $read.Contains('updated') | Should -BeFalse
        @($read['overrides']).Count | Should -Be 0
    }
    It 'reads an object that a session left of the answer, and its error on one line' {
        $text = Get-TestAnswer '<Overrides Updated="2026-01-10T08:00:00Z"><SettingOverride Name="A" Status="Accepted" /></Overrides>'
        (Read-TestOverride ([pscustomobject]@{ Result = $text }))['overrides'][0]['name'] | Should -BeExactly 'A'
        foreach ($name in 'error', 'Error') {
            { Read-TestOverride ([pscustomobject]@{ Result = "<D><$name>Specified process`r`n  is not registered.</$name></D>" }) } | Should -Throw 'Specified process is not registered.'
        }
    }
    It 'takes thousands of overrides' {
        $many = @(1..3000 | ForEach-Object { '<SettingOverride><Name>' + $_ + '</Name><Status>ServerMismatch</Status></SettingOverride>' }) -join ''
        @((Read-TestOverride (Get-TestAnswer ('<Overrides>' + $many + '</Overrides>')))['overrides']).Count | Should -Be 3000
    }
    It 'refuses <Text>' -ForEach @(
        @{ Text = '' }, @{ Text = 'no xml' }, @{ Text = '<Diagnostics/>' }, @{ Text = '<Overrides/>' }
        @{ Text = '<!DOCTYPE a [<!ENTITY b "c">]><Diagnostics/>' }
    ) {
        { Read-TestOverride $Text } | Should -Throw
    }
}

Describe 'The template of a certificate' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        function Get-TestTemplate {
            param([string]$Oid, [byte[]]$Bytes)
            $extension = New-Object PSObject -Property @{ Oid = (New-Object PSObject -Property @{ Value = $Oid }); RawData = $Bytes }
            $certificate = New-Object PSObject -Property @{ Extensions = @($extension) }
            Invoke-InModule { param($c) Get-UcCertificateTemplate $c } (, $certificate)
        }
    }
    It 'is the name of an old one and the identifier of a newer one' -Tag 'Language' {
        Get-TestTemplate '1.3.6.1.4.1.311.20.2' ([byte[]](0x1e, 6, 0, 0x57, 0, 0x65, 0, 0x62)) | Should -BeExactly 'Web'
        Get-TestTemplate '1.3.6.1.4.1.311.20.2' ([byte[]](0x0c, 3, 0x57, 0x65, 0x62)) | Should -BeExactly 'Web'
        $newer = [byte[]](0x30, 14, 0x06, 9, 0x2b, 6, 1, 4, 1, 0x82, 0x37, 0x15, 8, 0x02, 1, 100)
        Get-TestTemplate '1.3.6.1.4.1.311.21.7' $newer | Should -BeExactly '1.3.6.1.4.1.311.21.8'
    }
    It 'is not known without it, or from bytes that are none' {
        Get-TestTemplate '2.5.29.17' ([byte[]](0x1e, 2, 0, 0x57)) | Should -BeNullOrEmpty
        foreach ($bytes in [byte[]](0x30, 2, 0x04, 0), [byte[]](0x30, 9, 0x06, 40, 1), [byte[]](0x30, 2, 0x06, 0)) {
            Get-TestTemplate '1.3.6.1.4.1.311.21.7' $bytes | Should -BeNullOrEmpty
        }
        Get-TestTemplate '1.3.6.1.4.1.311.20.2' ([byte[]](0x1e, 100, 0)) | Should -BeNullOrEmpty
        Invoke-InModule { Get-UcCertificateTemplate (New-Object PSObject) } | Should -BeNullOrEmpty
    }
}
