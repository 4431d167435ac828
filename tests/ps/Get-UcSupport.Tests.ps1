# What two versions can do together: which cells come, and how they look.
Describe 'Get-UcSupport' -Tag 'Language' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
    }
    It 'says what two versions can do, and who says so' {
        $rows = @(Get-UcSupport -Lync 2013 -Exchange 2016)
        $rows.Count | Should -Be 6
        $rows[0].PSObject.TypeNames[0] | Should -BeExactly 'UcIntegration.Support'
        $im = $rows | Where-Object { $_.Feature -eq 'OwaIm' }
        $im.Supported | Should -BeExactly 'No'
        @($im.Sources).Count | Should -Be 1
        $im.Sources[0].Title | Should -BeExactly 'Configure instant messaging integration with Outlook on the web in Exchange'
        $im.Sources[0].Url | Should -BeLike 'https://learn.microsoft.com/*/configure-im-integration-with-owa'
        ($rows | Where-Object { $_.Feature -eq 'Photos' }).Supported | Should -BeExactly 'NotSaid'
        ($rows | Where-Object { $_.Feature -eq 'Photos' }).Sources | Should -BeNullOrEmpty
    }
    It 'knows the subscription editions, and tells what people run first' {
        $row = @(Get-UcSupport -Feature OwaIm)[0]
        $row.Lync, $row.Exchange, $row.Supported -join ' ' | Should -BeExactly 'SE SE Yes'
        if ($french) { $row.Note | Should -BeLike '*mise * jour cumulative 1*' } else { $row.Note | Should -BeLike '*cumulative update 1*' }
        (Get-UcSupport -Lync se -Exchange se -Feature UnifiedMessaging).Note | Should -BeLike '*Cloud Voicemail*'
    }
    It 'has the features of the cloud for Exchange Online alone' {
        $names = @(Get-UcSupport -Lync 2015 -Exchange Online | ForEach-Object { $_.Feature })
        $names -join ' ' | Should -BeExactly 'OnlineOwaIm OnlineUnifiedMessaging'
    }
    It 'takes names in any case, and one feature for all versions' {
        $rows = @(Get-UcSupport -Exchange online -Feature onlineowaim)
        @($rows | Where-Object { $_.Supported -eq 'Yes' } | ForEach-Object { $_.Lync }) -join ' ' | Should -BeExactly 'SE 2019 2015 2013'
        @(Get-UcSupport).Count | Should -Be 228
    }
    It 'speaks of the condition in the language of the session' {
        $note = (Get-UcSupport -Lync 2015 -Exchange 2016 -Feature OwaIm).Note
        if ($french) { $note | Should -BeLike '*remplacement*' } else { $note | Should -BeLike '*override*' }
    }
    It 'refuses a version that does not exist' {
        { Get-UcSupport -Lync 2014 } | Should -Throw
    }
    It 'fits into 120 columns' {
        $lines = @((Get-UcSupport | Out-String -Width 120) -split "`r?`n")
        @($lines | Where-Object { $_.TrimEnd().Length -gt 120 }).Count | Should -Be 0
        @($lines | Where-Object { $_ -match 'Supported' }).Count | Should -BeGreaterThan 0
    }
}
