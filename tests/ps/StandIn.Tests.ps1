# The stand-in must fail when it should: each fixture is run by it in a runspace of its own.
BeforeAll {
    $here = $PSScriptRoot
    function Invoke-Fixture {
        param([string]$Name, [string]$Filter = '*')
        $shell = [powershell]::Create()
        try {
            $text = 'param($here, $name, $filter) . (Join-Path $here "StandIn.ps1"); Invoke-StandIn -Path (Join-Path $here "fixtures/standin/$name.Fixture.ps1") -Filter $filter'
            [void]$shell.AddScript($text).AddArgument($here).AddArgument($Name).AddArgument($Filter)
            return @($shell.Invoke() | ForEach-Object { [string]$_ })
        } finally {
            $shell.Dispose()
        }
    }
}
Describe 'the stand-in' {
    It 'passes what passes' {
        @(Invoke-Fixture 'Passing')[-1] | Should -Be '9 passed, 0 failed, 2 skipped'
    }
    It 'fails what fails' {
        $output = Invoke-Fixture 'Failing'
        $output[-1] | Should -Be '0 passed, 21 failed, 0 skipped'
        $output | Should -Contain 'FAILED Failing.Fixture.ps1: must fail / wrong value'
    }
    It 'fails if there are no tests' {
        @(Invoke-Fixture 'Empty')[-1] | Should -Be '0 passed, 1 failed, 0 skipped'
    }
    It 'fails if the filter matches no test' {
        @(Invoke-Fixture 'Passing' 'nothing like this')[-1] | Should -Be '0 passed, 1 failed, 0 skipped'
    }
    It 'fails if a file cannot be read' {
        @(Invoke-Fixture 'Broken')[-1] | Should -Be '0 passed, 1 failed, 0 skipped'
    }
    It 'runs only what the filter names' {
        @(Invoke-Fixture 'Passing' 'data a / expands *')[-1] | Should -Be '2 passed, 0 failed, 0 skipped'
    }
}
