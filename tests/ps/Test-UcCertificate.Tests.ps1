# Certificates from files and from the pipeline. The files were made with openssl (fixtures/certificates/make.sh); the key
# in the .pfx file and its password protect nothing.
Describe 'Test-UcCertificate' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $folder = Join-Path $PSScriptRoot '../fixtures/certificates'
        $word = 'Secr3t' + '-Word'
        $time = [datetime]'2026-06-01T00:00:00Z'
        $asked = @{ Fqdn = 'ex01.contoso.com'; SipDomain = 'contoso.com'; Now = $time }
        function New-Secret {
            param([string]$Text)
            $secret = New-Object System.Security.SecureString
            foreach ($character in $Text.ToCharArray()) { $secret.AppendChar($character) }
            return $secret
        }
        function Get-Status {
            param($Check, [string]$Code)
            @($Check.Findings | Where-Object { $_.Code -eq $Code } | ForEach-Object { $_.Status }) -join ','
        }
    }
    It 'judges a file in <form>' -ForEach @(
        @{ form = 'DER'; name = 'server.cer' }
        @{ form = 'Base64'; name = 'server.pem' }
    ) {
        $check = Test-UcCertificate -Purpose OwaIm -Path (Join-Path $folder $name) @asked
        $check.PSObject.TypeNames[0] | Should -BeExactly 'UcIntegration.CertificateCheck'
        $check.Thumbprint | Should -BeExactly 'B71A4BC24B90B02F71AAFEEFC91146F8BFC74A5D'
        $check.Subject | Should -BeExactly 'O=Contoso,CN=ex01.contoso.com'
        $check.AlternativeName | Should -Be 'ex01.contoso.com', 'mail.contoso.com'
        $check.NotAfter.ToUniversalTime() | Should -Be (New-Object System.DateTime 2035, 12, 31, 23, 59, 59)
        $check.KeySize | Should -Be 2048
        $check.SignatureAlgorithm | Should -BeExactly 'sha256RSA'
        Get-Status $check 'SubjectIsServer' | Should -Be 'Pass'
        Get-Status $check 'ServerAuthentication' | Should -Be 'Pass'
        # A file without a key cannot tell whether there is one.
        Get-Status $check 'PrivateKey' | Should -Be 'Unknown'
        $check.Valid | Should -BeFalse
        (Get-Status $check 'Chain') | Should -Be 'Fail'
        $check.Findings[0].PSObject.TypeNames[0] | Should -BeExactly 'UcIntegration.CertificateFinding'
    }
    It 'takes the other certificates of a file for the issuers' {
        $check = Test-UcCertificate -Purpose UnifiedMessaging -Path (Join-Path $folder 'server-chain.pem') @asked
        Get-Status $check 'Chain' | Should -Be 'Pass'
        Get-Status $check 'AuthoritySigned' | Should -Be 'Pass'
    }
    It 'opens a file with its key by its password' {
        $check = Test-UcCertificate -Purpose OwaIm -Path (Join-Path $folder 'server.pfx') -Password (New-Secret $word) @asked
        $check.Thumbprint | Should -BeExactly 'B71A4BC24B90B02F71AAFEEFC91146F8BFC74A5D'
        Get-Status $check 'PrivateKey' | Should -Be 'Pass'
    }
    It 'finds the owner of a key that .NET Framework keeps in memory and does not show' {
        $bytes = [System.IO.File]::ReadAllBytes((Join-Path $folder 'server.pfx'))
        # As such a framework gives them: none has a key.
        $shown = @(foreach ($name in 'root.pem', 'server.cer') { New-Object System.Security.Cryptography.X509Certificates.X509Certificate2 (Join-Path $folder $name) })
        $all = @(Invoke-InModule { param($a, $b, $c) Select-UcPfxOwner -Certificate $a -Bytes $b -Password $c } $shown, $bytes, (New-Secret $word))
        $all[0].HasPrivateKey | Should -BeTrue
        @($all | ForEach-Object { $_.Thumbprint }) | Should -HaveCount $shown.Count
        @($all | ForEach-Object { $_.Thumbprint } | Select-Object -Unique) | Should -HaveCount $shown.Count
    }
    It 'leaves no certificate of a .pfx file behind, and so no file of its key' {
        $kept = Invoke-InModule {
            param($bytes, $secret)
            $real = ${function:Read-UcPfx}
            $script:ucTestRead = @()
            Set-Item -LiteralPath 'Function:script:Read-UcPfx' -Value { param($Bytes, $Path, $Password) $script:ucTestRead = @(Open-UcPfx -Bytes $Bytes -Password $Password | ForEach-Object { $_.Certificate }); $script:ucTestRead }
            try { $made = Get-UcPfxInput -Bytes $bytes -Path 'a.pfx' -Password $secret } finally { Set-Item -LiteralPath 'Function:script:Read-UcPfx' -Value $real }
            @{ Made = $made; Handles = @($script:ucTestRead | ForEach-Object { $_.Handle }) }
        } ([System.IO.File]::ReadAllBytes((Join-Path $folder 'server.pfx'))), (New-Secret $word)
        $kept.Made.Asked['hasPrivateKey'] | Should -BeTrue
        $kept.Handles.Count | Should -BeGreaterThan 0
        @($kept.Handles | Where-Object { $_ -ne [IntPtr]::Zero }) | Should -HaveCount 0
    }
    It 'says once that a password is wrong, and never which' {
        $Error.Clear()
        $errors = @(Get-TestError { Test-UcCertificate -Purpose OwaIm -Path (Join-Path $folder 'server.pfx') -Password (New-Secret 'Wr0ng-Word') @asked })
        $errors.Count | Should -Be 1
        # Wine does not say why a file does not open; what Windows says is in the next test.
        $errors[0].FullyQualifiedErrorId | Should -Match '^(PasswordWrong|CertificateUnreadable),Test-UcCertificate$'
        $Error.Count | Should -Be 1
        $all = ($Error | Format-List -Property * -Force | Out-String) + ($Error[0].Exception | Format-List -Property * -Force | Out-String)
        $all -match 'Wr0ng' | Should -BeFalse
    }
    It 'knows a wrong password by what Windows says' -ForEach @(
        @{ code = -2147024810; id = 'PasswordWrong' }
        @{ code = -2146881269; id = 'CertificateUnreadable' }
    ) {
        $failure = Invoke-InModule {
            param($code)
            try { throw (New-Object System.Security.Cryptography.CryptographicException ([int]$code)) } catch { Get-UcPfxFailure -Cause $_ }
        } $code
        $failure.Failure | Should -Be $id
        $failure.Cause | Should -Not -BeNullOrEmpty
    }
    It 'writes <what> to no stream, trace, transcript or error' -ForEach @(
        @{ what = 'the password'; given = 'Secr3t' + '-Word'; says = 'B71A4BC24B90B02F71AAFEEFC91146F8BFC74A5D'; errors = 0 }
        @{ what = 'a wrong password'; given = 'Wr0ng' + '-Word'; says = '(PasswordWrong|CertificateUnreadable),Test-UcCertificate'; errors = 1 }
    ) {
        $file = Join-Path $folder 'server.pfx'
        $transcript = Join-Path $TestDrive ($given.Substring(0, 3) + '-transcript.txt')
        $traced = Join-Path $TestDrive ($given.Substring(0, 3) + '-trace.txt')
        # Characters, since the script itself is traced as well.
        $codes = @($given.ToCharArray() | ForEach-Object { [int]$_ }) -join ', '
        $script = @"
Import-Module '$env:UC_TEST_MODULE'
(Get-Module UcIntegration).LogPipelineExecutionDetails = `$true
if (-not (Get-Command -Name Start-Transcript -ErrorAction SilentlyContinue)) { Import-Module (Join-Path `$PSHOME 'Microsoft.PowerShell.ConsoleHost.dll') }
`$secret = New-Object System.Security.SecureString
foreach (`$code in $codes) { `$secret.AppendChar([char]`$code) }
`$null = Start-Transcript -Path '$transcript'
`$Error.Clear()
Set-PSDebug -Trace 2
`$VerbosePreference = 'Continue'
`$DebugPreference = 'Continue'
Trace-Command -Name ParameterBinding, TypeConversion, CommandDiscovery -FilePath '$traced' -Expression {
    Test-UcCertificate -Purpose OAuth -Path '$file' -Password `$secret -SipDomain contoso.com -Verbose *>&1 | Out-String -Width 300
}
Set-PSDebug -Off
'errors: ' + `$Error.Count
foreach (`$one in `$Error) { `$one, `$one.Exception | Format-List -Property * -Force | Out-String -Width 300 }
`$null = Stop-Transcript
"@
        $run = Invoke-TestProcess $script
        $run.Output | Should -Match $says
        $run.Output | Should -Match "errors: $errors\b"
        $kept = foreach ($path in $traced, $transcript) { [System.IO.File]::ReadAllText($path) }
        foreach ($text in $kept) { $text.Length | Should -BeGreaterThan 1000 }
        $kept[1] | Should -Match $says
        foreach ($text in @($run.Output) + $kept) { $text.Contains($given) | Should -BeFalse }
    }
    It 'takes <what> from a prompt and shows it nowhere' -ForEach @(
        @{ what = 'the password'; given = 'Secr3t' + '-Word'; says = 'B71A4BC24B90B02F71AAFEEFC91146F8BFC74A5D'; errors = 0 }
        @{ what = 'a wrong password'; given = 'Wr0ng' + '-Word'; says = '(PasswordWrong|CertificateUnreadable),Test-UcCertificate'; errors = 1 }
    ) {
        if ($PSVersionTable.PSVersion -lt [version]'7.4') { Set-ItResult -Skipped -Because 'a host of a test needs PowerShell 7.4' }
        $file = Join-Path $folder 'server.pfx'
        $run = Invoke-TestProcess -InputText ($given + "`r`n") -Script "& '$(Join-Path $PSScriptRoot 'fixtures/prompt-host.ps1')' -Module '$env:UC_TEST_MODULE' -File '$file'"
        @([regex]::Matches($run.Output, 'asked for SecureString: .*server\.pfx')).Count | Should -Be 1
        $run.Output | Should -Match $says
        $run.Output | Should -Match "errors: $errors\b"
        $run.Output.Contains($given) | Should -BeFalse
    }
    It 'says that a password is missing where nobody can be asked' {
        $run = Invoke-TestProcess -NonInteractive "Import-Module '$env:UC_TEST_MODULE'; Test-UcCertificate -Purpose OAuth -Path '$(Join-Path $folder 'server.pfx')' 2>&1 | ForEach-Object { `$_.FullyQualifiedErrorId }"
        $run.Output | Should -Match 'PasswordMissing,Test-UcCertificate'
    }
    It 'finds what is wrong with <name>' -ForEach @(
        @{ name = 'md5.pem'; code = 'SignatureHash' }
        @{ name = 'self-signed.pem'; code = 'AuthoritySigned' }
    ) {
        Get-Status (Test-UcCertificate -Purpose OwaIm -Path (Join-Path $folder $name) @asked) $code | Should -Be 'Fail'
    }
    It 'takes certificates from the pipeline' {
        $certificate = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2 (Join-Path $folder 'server.cer')
        $check = $certificate | Test-UcCertificate -Purpose OAuth -SipDomain 'contoso.com' -Now $time
        Get-Status $check 'SipDomain' | Should -Be 'Pass'
        Get-Status $check 'PrivateKey' | Should -Be 'Fail'
        @(Get-ChildItem -Path (Join-Path $folder '*.pem') | Test-UcCertificate -Purpose OAuth -Quiet).Count | Should -Be @(Get-ChildItem -Path (Join-Path $folder '*.pem')).Count
        @((Join-Path $folder 'server.cer') | Test-UcCertificate -Purpose OAuth).Count | Should -Be 1
    }
    It 'refuses <what>' -ForEach @(
        @{ what = 'a certificate that is cut off'; take = { param($bytes) $bytes[0..499] }; id = 'CertificateInvalid' }
        @{ what = 'bytes after the end'; take = { param($bytes) $bytes + 0 }; id = 'CertificateTrailing' }
        @{ what = 'something else'; take = { param($bytes) [System.Text.Encoding]::ASCII.GetBytes('hello') }; id = 'CertificateInvalid' }
        @{ what = 'a block that is not valid Base64'; take = { param($bytes) [System.Text.Encoding]::ASCII.GetBytes("-----BEGIN CERTIFICATE-----`nMIIB=A`n-----END CERTIFICATE-----") }; id = 'CertificateInvalid' }
    ) {
        $path = Join-Path $TestDrive 'bad.cer'
        [System.IO.File]::WriteAllBytes($path, [byte[]](& $take ([System.IO.File]::ReadAllBytes((Join-Path $folder 'server.cer')))))
        $Error.Clear()
        $errors = @(Get-TestError { Test-UcCertificate -Purpose OAuth -Path $path })
        $errors.Count | Should -Be 1
        $errors[0].FullyQualifiedErrorId | Should -Be "$id,Test-UcCertificate"
        $errors[0].TargetObject | Should -Be $path
        $Error.Count | Should -Be 1
        Test-UcCertificate -Purpose OAuth -Path $path -Quiet -ErrorAction SilentlyContinue | Should -Be $false
    }
    It 'tells a damaged .pfx file from a wrong password' {
        $path = Join-Path $TestDrive 'bad.pfx'
        [System.IO.File]::WriteAllBytes($path, [byte[]](1..200))
        $errors = @(Get-TestError { Test-UcCertificate -Purpose OAuth -Path $path -Password (New-Secret 'x') })
        $errors.Count | Should -Be 1
        $errors[0].FullyQualifiedErrorId | Should -Be 'CertificateUnreadable,Test-UcCertificate'
    }
    It 'finds a certificate of this machine by its thumbprint, as a dialog shows it' -Tag 'Windows' {
        $certificate = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2 (Join-Path $folder 'server.cer')
        $store = New-Object System.Security.Cryptography.X509Certificates.X509Store 'My', 'LocalMachine'
        try {
            $store.Open('ReadWrite')
            $store.Add($certificate)
        } catch {
            Set-ItResult -Skipped -Because ('the store of this machine takes no certificate: ' + $_.Exception.Message)
        } finally {
            # What was put into a store is there for others once it is closed.
            $store.Close()
        }
        try {
            $shown = [string][char]0x200e + ($certificate.Thumbprint.ToLowerInvariant() -replace '(..)(?!$)', '$1 ')
            $check = Test-UcCertificate -Purpose OwaIm -CertificateThumbprint $shown @asked
        } finally {
            $store.Open('ReadWrite')
            $store.Remove($certificate)
            $store.Close()
            # Wine keeps in the registry what was removed from a store.
            $kept = 'HKLM:\SOFTWARE\Microsoft\SystemCertificates\MY\Certificates\' + $certificate.Thumbprint
            if (Test-Path -LiteralPath $kept) { Remove-Item -LiteralPath $kept -Recurse }
        }
        $check.Thumbprint | Should -BeExactly $certificate.Thumbprint
        $check.Path | Should -BeNullOrEmpty
        Get-Status $check 'SubjectIsServer' | Should -Be 'Pass'
        # It was put there without a key, and a store would know of one.
        Get-Status $check 'PrivateKey' | Should -Be 'Fail'
    }
    It 'names what it does not find' {
        (Get-TestError { Test-UcCertificate -Purpose OAuth -LiteralPath (Join-Path $TestDrive 'no.cer') })[0].FullyQualifiedErrorId | Should -Be 'CertificateUnreadable,Test-UcCertificate'
        (Get-TestError { Test-UcCertificate -Purpose OAuth -CertificateThumbprint 'NKT' })[0].FullyQualifiedErrorId | Should -Be 'ThumbprintInvalid,Test-UcCertificate'
    }
    It 'names what the store of this machine does not have' -Tag 'Windows' {
        (Get-TestError { Test-UcCertificate -Purpose OAuth -CertificateThumbprint ('00' * 20) })[0].FullyQualifiedErrorId | Should -Be 'CertificateNotFound,Test-UcCertificate'
    }
    It 'refuses a short name of a server' {
        (Get-TestError { Test-UcCertificate -Purpose OwaIm -Path (Join-Path $folder 'server.cer') -Fqdn 'ex01' })[0].FullyQualifiedErrorId | Should -Be 'RequestInvalid,Test-UcCertificate'
    }
    It 'shows what the certificate says and what does not suit' {
        $text = Test-UcCertificate -Purpose OwaIm -Path (Join-Path $folder 'self-signed.pem') @asked | Out-String -Width 120
        $text | Should -Match 'Thumbprint\s+: [0-9A-F]{40}'
        $text | Should -Match 'Fail \(Error\): '
    }
    It 'says nothing about the provider of a key that is not there' {
        Invoke-InModule { param($path) Test-UcCngKey -Certificate (New-Object System.Security.Cryptography.X509Certificates.X509Certificate2 $path) } (Join-Path $folder 'server.cer') | Should -BeNullOrEmpty
    }
}
