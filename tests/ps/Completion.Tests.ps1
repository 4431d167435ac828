Describe 'completion' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        function Get-Completion {
            param([string]$Line)
            if ($null -eq (Get-Command -Name TabExpansion2 -ErrorAction SilentlyContinue)) { Set-ItResult -Skipped -Because 'this host has no completion' }
            $complete = Get-Command -Name TabExpansion2
            @((& $complete $Line $Line.Length).CompletionMatches | ForEach-Object { $_.CompletionText })
        }
        $file = New-TestConfig -Name 'complete.config' -Content "<add key=`"IMServerName`" value=`"x`" />`r`n    <add key=`"old key`" value=`"1`" />`r`n    <add key=`"it's`" value=`"1`" />`r`n    <add key=`"IMserverNAME`" value=`"2`" />"
        $registers = $null -ne (Get-Command -Name Register-ArgumentCompleter -ErrorAction SilentlyContinue)
    }
    BeforeEach { if (-not $registers) { Set-ItResult -Skipped -Because 'this PowerShell cannot register completers' } }
    It 'completes keys from the file, each once' -ForEach 'Get-UcAppSetting', 'Set-UcAppSetting', 'Remove-UcAppSetting' {
        Get-Completion "$_ -Path '$file' -Key IM" | Should -BeExactly 'IMserverNAME'
        Get-Completion "$_ -LiteralPath '$file' -Key im" | Should -BeExactly 'IMserverNAME'
    }
    It 'quotes what is not one word' {
        Get-Completion "Get-UcAppSetting -Path '$file' -Key old" | Should -BeExactly "'old key'"
        Get-Completion "Get-UcAppSetting -Path '$file' -Key it" | Should -BeExactly "'it''s'"
    }
    It 'says nothing of a file that it cannot read' {
        $count = $Error.Count
        $broken = New-TestFile -Text '<a'
        Get-Completion "Get-UcAppSetting -Path '$broken' -Key IM" | Should -Not -Contain 'IMserverNAME'
        Get-Completion 'Get-UcAppSetting -Key IM' | Should -Not -Contain 'IMserverNAME'
    }
    It 'completes the ids of backups' {
        Set-UcAppSetting -Path $file -Key n -Value 1 @backup
        $id = (Get-UcConfigBackup -Path $file @backup).Id
        Get-Completion "Restore-UcConfig -Path '$file' -BackupDirectory '$($backup.BackupDirectory)' -Id " | Should -Contain $id
    }
    It 'completes the ids of rules, by either name of the parameter' -ForEach 'Id', 'Rule' {
        $wanted = @((Get-UcRule -Id 'OWA-UCMA*').Id)
        $wanted.Count | Should -BeGreaterThan 1
        Get-Completion "Get-UcRule -$_ owa-ucma" | Should -Be $wanted
        Get-Completion "Get-UcRule -$_ " | Should -Be @((Get-UcRule).Id)
    }
    It 'completes symptoms in the language of the session' {
        $wanted = (Get-UcRule -Id 'OWA-VERIFY-EVENT112').Symptom[0].Replace("'", "''")
        Get-Completion 'Get-UcRule -Symptom ' | Should -Contain ("'" + $wanted + "'")
    }
    It 'completes thumbprints of this machine: <_>' -ForEach 'Test-UcCertificate -Purpose OwaIm -CertificateThumbprint', 'Test-UcCertificate -Purpose OwaIm -Thumbprint',
        'Enable-UcOwaIm -CertificateThumbprint', 'Test-UcOwaIm -CertificateThumbprint', 'Test-UcIntegration -Thumbprint', 'Get-UcPlan -OAuthCertificateThumbprint',
        'Export-UcReport -OAuthThumbprint' {
        Invoke-InModule {
            function script:Get-UcMachineCertificate { [pscustomobject]@{ Thumbprint = '1F2E3D4C5B6A79880123456789ABCDEF01234567'; Subject = 'CN=a'; NotAfter = Get-Date } }
        }
        try {
            Get-Completion ($_ + ' 1f2e') | Should -BeExactly '1F2E3D4C5B6A79880123456789ABCDEF01234567'
        } finally {
            Import-Module -Name $env:UC_TEST_MODULE -Force
        }
    }
    It 'completes the purposes of certificates' {
        Get-Completion 'Test-UcCertificate -Purpose OA' | Should -BeExactly 'OAuth'
    }
    It 'completes the kinds' {
        Get-Completion 'Test-UcValue -Kind Thu' | Should -BeExactly 'Thumbprint'
    }
}
