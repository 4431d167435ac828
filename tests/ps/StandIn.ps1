# A stand-in for Pester 5 on machines where Pester cannot be installed: runs the test files beside it, with Pester's
# syntax and its two phases (discovery, run). Only what the tests use; anything else fails. PowerShell 3.0 syntax.
# Variables of the stand-in begin with standIn, because tests run in scopes below it and see them.

$script:standInBlock = $null
$script:standInResult = $null

function New-StandInBlock {
    param([string]$Name, $Parent, [bool]$Skip, $Data)
    return @{
        Name = $Name; Parent = $Parent; Skip = $Skip; Data = $Data; Children = (New-Object System.Collections.ArrayList)
        BeforeAll = @(); AfterAll = @(); BeforeEach = @(); AfterEach = @(); Test = $null
    }
}

# The variables that one element of -ForEach defines: $_ and, for a dictionary, one for each key.
function Get-StandInVariable {
    param($Item)
    $variables = @{ '_' = $Item }
    if ($Item -is [System.Collections.IDictionary]) {
        foreach ($key in $Item.Keys) { $variables[[string]$key] = $Item[$key] }
    }
    return $variables
}

# A name with its <blanks> filled from the variables.
function Expand-StandInName {
    param([string]$Name, [hashtable]$Data)
    foreach ($key in $Data.Keys) { $Name = $Name.Replace('<' + $key + '>', [string]$Data[$key]) }
    return $Name
}

function Add-StandInBlock {
    param([string]$Name, [scriptblock]$Fixture, [bool]$Skip, [bool]$HasData, [object[]]$ForEach)
    $items = @($null)
    if ($HasData) { $items = $ForEach }
    foreach ($item in $items) {
        $data = @{}
        if ($HasData) { $data = Get-StandInVariable $item }
        $parent = $script:standInBlock
        $block = New-StandInBlock -Name (Expand-StandInName $Name $data) -Parent $parent -Skip ($Skip -or $parent.Skip) -Data $data
        [void]$parent.Children.Add($block)
        $script:standInBlock = $block
        try {
            foreach ($key in $data.Keys) { Set-Variable -Name $key -Value $data[$key] }
            $null = . $Fixture
        } finally {
            $script:standInBlock = $parent
        }
    }
}

function Describe {
    param([Parameter(Mandatory = $true, Position = 0)][string]$Name, [Parameter(Mandatory = $true, Position = 1)][scriptblock]$Fixture, [switch]$Skip, [object[]]$ForEach)
    Add-StandInBlock -Name $Name -Fixture $Fixture -Skip $Skip -HasData $PSBoundParameters.ContainsKey('ForEach') -ForEach $ForEach
}

function Context {
    param([Parameter(Mandatory = $true, Position = 0)][string]$Name, [Parameter(Mandatory = $true, Position = 1)][scriptblock]$Fixture, [switch]$Skip, [object[]]$ForEach)
    Add-StandInBlock -Name $Name -Fixture $Fixture -Skip $Skip -HasData $PSBoundParameters.ContainsKey('ForEach') -ForEach $ForEach
}

function It {
    param(
        [Parameter(Mandatory = $true, Position = 0)][string]$Name,
        [Parameter(Mandatory = $true, Position = 1)][scriptblock]$Test,
        [switch]$Skip,
        [Alias('TestCases')][object[]]$ForEach
    )
    $items = @($null)
    $hasData = $PSBoundParameters.ContainsKey('ForEach')
    if ($hasData) { $items = $ForEach }
    foreach ($item in $items) {
        $data = @{}
        if ($hasData) { $data = Get-StandInVariable $item }
        $parent = $script:standInBlock
        $block = New-StandInBlock -Name (Expand-StandInName $Name $data) -Parent $parent -Skip ($Skip -or $parent.Skip) -Data $data
        $block.Test = $Test
        [void]$parent.Children.Add($block)
    }
}

function BeforeAll { param([scriptblock]$Scriptblock) $script:standInBlock.BeforeAll += $Scriptblock }
function AfterAll { param([scriptblock]$Scriptblock) $script:standInBlock.AfterAll += $Scriptblock }
function BeforeEach { param([scriptblock]$Scriptblock) $script:standInBlock.BeforeEach += $Scriptblock }
function AfterEach { param([scriptblock]$Scriptblock) $script:standInBlock.AfterEach += $Scriptblock }

# Ends the running test as skipped.
function Set-ItResult {
    param([switch]$Skipped, [string]$Because)
    if (-not $Skipped) { throw 'Set-ItResult: only -Skipped is known.' }
    $exception = New-Object System.OperationCanceledException $Because
    $exception.Data['StandInSkipped'] = $true
    throw $exception
}

# A value as a failure message shows it.
function Format-StandInValue {
    param($Value)
    if ($null -eq $Value) { return '$null' }
    if ($Value -is [string]) {
        if ($Value.Length -gt 500) { return "'" + $Value.Substring(0, 500) + "'... (" + $Value.Length + ' characters)' }
        return "'" + $Value + "'"
    }
    if ($Value -is [System.Collections.IEnumerable]) { return '@(' + ((@($Value) | ForEach-Object { Format-StandInValue $_ }) -join ', ') + ')' }
    return [string]$Value
}

# Whether two values are equal; lists are equal if their elements are, in order.
function Test-StandInEqual {
    param($Actual, $Expected, [bool]$CaseSensitive)
    if ($null -eq $Expected) { return $null -eq $Actual }
    if ($Actual -is [System.Collections.IList] -or $Expected -is [System.Collections.IList]) {
        $left = @($Actual)
        $right = @($Expected)
        if ($left.Count -ne $right.Count) { return $false }
        for ($i = 0; $i -lt $left.Count; $i++) {
            if (-not (Test-StandInEqual $left[$i] $right[$i] $CaseSensitive)) { return $false }
        }
        return $true
    }
    if ($CaseSensitive) { return $Expected -ceq $Actual }
    return $Expected -eq $Actual
}

# The error that a script block throws, or nothing.
function Get-StandInError {
    param([scriptblock]$Block)
    try { $null = & $Block } catch { return $_ }
}

# Whether a thrown error is the expected one.
function Test-StandInThrow {
    param($Record, [string]$Message, [string]$Id, [Type]$Type)
    if ($null -eq $Record) { return $false }
    if ($Message -and $Record.Exception.Message -notlike $Message) { return $false }
    if ($Id -and $Record.FullyQualifiedErrorId -notlike $Id) { return $false }
    if ($Type -and $Record.Exception -isnot $Type) { return $false }
    return $true
}

function Should {
    param(
        [Parameter(ValueFromPipeline = $true)]$ActualValue, [switch]$Not, [string]$Because,
        $Be, $BeExactly, [switch]$BeNullOrEmpty, [switch]$BeTrue, [switch]$BeFalse, $BeOfType,
        [string]$Match, [string]$MatchExactly, [string]$BeLike, [string]$BeLikeExactly, $Contain, [object[]]$BeIn, [int]$HaveCount,
        $BeGreaterThan, $BeLessThan, $BeGreaterOrEqual, $BeLessOrEqual, [switch]$Exist,
        [switch]$Throw, [string]$ExpectedMessage, [string]$ErrorId, [Type]$ExceptionType
    )
    begin { $standInInput = New-Object System.Collections.ArrayList }
    process { [void]$standInInput.Add($ActualValue) }
    end {
        if ($MyInvocation.ExpectingInput) {
            $actual = $null
            if ($standInInput.Count -eq 1) { $actual = $standInInput[0] }
            if ($standInInput.Count -gt 1) { $actual = $standInInput.ToArray() }
            $list = $standInInput.ToArray()
        } else {
            $actual = $ActualValue
            $list = @($ActualValue)
        }
        $modifiers = 'ActualValue', 'Not', 'Because', 'ExpectedMessage', 'ErrorId', 'ExceptionType'
        $operators = @($PSBoundParameters.Keys | Where-Object { $modifiers -notcontains $_ })
        if ($operators.Count -ne 1) { throw ('Should: exactly one operator is needed, not ' + $operators.Count + '.') }
        $expected = $PSBoundParameters[$operators[0]]
        switch ($operators[0]) {
            'Be' { $ok = Test-StandInEqual $actual $expected $false }
            'BeExactly' { $ok = Test-StandInEqual $actual $expected $true }
            'BeNullOrEmpty' { $ok = $list.Count -eq 0 -or ($list.Count -eq 1 -and ($null -eq $list[0] -or ($list[0] -is [string] -and $list[0] -eq '') -or ($list[0] -is [System.Collections.ICollection] -and $list[0].Count -eq 0))) }
            'BeTrue' { $ok = [bool]$actual }
            'BeFalse' { $ok = -not $actual }
            'BeOfType' {
                $standInType = ([string]$expected).Trim('[]') -as [type]
                if ($null -eq $standInType) { throw ('Should: there is no type ' + $expected + '.') }
                $ok = $null -ne $actual -and @($list | Where-Object { $_ -isnot $standInType }).Count -eq 0
            }
            'Match' { $ok = $actual -match $expected }
            'MatchExactly' { $ok = $actual -cmatch $expected }
            'BeLike' { $ok = $actual -like $expected }
            'BeLikeExactly' { $ok = $actual -clike $expected }
            'Contain' { $ok = $list -contains $expected }
            'BeIn' { $ok = $expected -contains $actual }
            'HaveCount' { $ok = $list.Count -eq $expected }
            'BeGreaterThan' { $ok = $actual -gt $expected }
            'BeLessThan' { $ok = $actual -lt $expected }
            'BeGreaterOrEqual' { $ok = $actual -ge $expected }
            'BeLessOrEqual' { $ok = $actual -le $expected }
            'Exist' { $expected = 'a path'; $ok = Test-Path -Path $actual }
            'Throw' {
                $record = Get-StandInError $actual
                $ok = Test-StandInThrow $record $ExpectedMessage $ErrorId $ExceptionType
                $expected = ($ExpectedMessage, $ErrorId, $ExceptionType) -join ' '
                $actual = [string]$record
            }
            default { throw ('Should: the stand-in does not know -' + $operators[0] + '.') }
        }
        if ([bool]$ok -ne [bool]$Not) { return }
        $words = @('Expected')
        if ($Not) { $words += 'not' }
        $words += ($operators[0] + ' ' + (Format-StandInValue $expected) + ', got ' + (Format-StandInValue $actual) + '.')
        if ($Because) { $words += ('Because ' + $Because) }
        throw (New-Object System.InvalidOperationException ($words -join ' '))
    }
}

function Get-StandInFullName {
    param($Block)
    $names = @()
    while ($null -ne $Block.Parent) { $names = @($Block.Name) + $names; $Block = $Block.Parent }
    return $names -join ' / '
}

# The tests below a block that the filter lets through.
function Get-StandInTest {
    param($Block)
    if ($null -ne $Block.Test) {
        if ((Get-StandInFullName $Block) -like $script:standInResult.Filter) { $Block }
        return
    }
    foreach ($child in $Block.Children) { Get-StandInTest $child }
}

function Add-StandInFailure {
    param($Block, $Record)
    $script:standInResult.Failed++
    $name = Get-StandInFullName $Block
    Write-Output ('FAILED ' + $script:standInResult.File + ': ' + $name)
    Write-Output ('    ' + [string]$Record)
    $place = $Record.InvocationInfo
    if ($null -ne $place -and $place.ScriptName) { Write-Output ('    ' + $place.ScriptName + ':' + $place.ScriptLineNumber) }
    if ($Record.ScriptStackTrace) { Write-Output ('    ' + (@($Record.ScriptStackTrace -split '\r?\n' | Where-Object { $_ -notmatch 'StandIn\.ps1' } | Select-Object -First 3) -join "`n    ")) }
}

# Runs one test in a scope of its own, between the BeforeEach and AfterEach blocks around it.
function Invoke-StandInTest {
    param($standInTest)
    if ($standInTest.Skip) { $script:standInResult.Skipped++; return }
    $standInBefore = @()
    $standInAfter = @()
    $standInOuter = $standInTest.Parent
    while ($null -ne $standInOuter) {
        $standInBefore = @($standInOuter.BeforeEach) + $standInBefore
        $standInAfter += @($standInOuter.AfterEach)
        $standInOuter = $standInOuter.Parent
    }
    foreach ($standInKey in $standInTest.Data.Keys) { Set-Variable -Name $standInKey -Value $standInTest.Data[$standInKey] }
    $standInError = $null
    try {
        foreach ($standInPart in $standInBefore) { $null = . $standInPart }
        $null = . $standInTest.Test
    } catch {
        $standInError = $_
    }
    foreach ($standInPart in $standInAfter) {
        try { $null = . $standInPart } catch { if ($null -eq $standInError) { $standInError = $_ } }
    }
    if ($null -eq $standInError) { $script:standInResult.Passed++; return }
    if ($standInError.Exception.Data['StandInSkipped']) { $script:standInResult.Skipped++; return }
    Add-StandInFailure $standInTest $standInError
}

# Runs a block: BeforeAll once in the scope that its tests then see, its tests and blocks, AfterAll.
function Invoke-StandInBlock {
    param($standInCurrent)
    if (@(Get-StandInTest $standInCurrent).Count -eq 0) { return }
    foreach ($standInKey in $standInCurrent.Data.Keys) { Set-Variable -Name $standInKey -Value $standInCurrent.Data[$standInKey] }
    $standInFault = $null
    if (-not $standInCurrent.Skip) {
        try {
            foreach ($standInPart in $standInCurrent.BeforeAll) { $null = . $standInPart }
        } catch {
            $standInFault = $_
        }
    }
    if ($null -eq $standInFault) {
        foreach ($standInChild in $standInCurrent.Children) {
            if ($null -eq $standInChild.Test) {
                Invoke-StandInBlock $standInChild
            } elseif ((Get-StandInFullName $standInChild) -like $script:standInResult.Filter) {
                Invoke-StandInTest $standInChild
            }
        }
    } else {
        foreach ($standInChild in @(Get-StandInTest $standInCurrent)) { Add-StandInFailure $standInChild $standInFault }
    }
    if ($standInCurrent.Skip) { return }
    try {
        foreach ($standInPart in $standInCurrent.AfterAll) { $null = . $standInPart }
    } catch {
        Add-StandInFailure $standInCurrent $_
    }
}

# Discovery of one file, in a scope that ends with it: as in Pester, tests do not see what the file itself sets.
function Find-StandInTest {
    param([string]$standInFile)
    $null = . $standInFile
}

# Runs one test file with a TestDrive of its own.
function Invoke-StandInFile {
    param([string]$standInFile)
    $script:standInResult.File = Split-Path -Path $standInFile -Leaf
    $script:standInBlock = New-StandInBlock -Name '' -Parent $null -Skip $false -Data @{}
    $standInRoot = $script:standInBlock
    try {
        Find-StandInTest $standInFile
    } catch {
        Add-StandInFailure $standInRoot $_
        return
    }
    $TestDrive = Join-Path ([System.IO.Path]::GetTempPath()) ('uc-' + [Guid]::NewGuid().ToString('N').Substring(0, 12))
    [void][System.IO.Directory]::CreateDirectory($TestDrive)
    $null = New-PSDrive -Name 'TestDrive' -PSProvider 'FileSystem' -Root $TestDrive -Scope Global
    try {
        Invoke-StandInBlock $standInRoot
    } finally {
        Remove-PSDrive -Name 'TestDrive' -Scope Global
        [System.IO.Directory]::Delete($TestDrive, $true)
    }
}

# Runs test files. Writes the failures, and last the line of counts; $script:standInResult then holds the counts.
function Invoke-StandIn {
    param([string[]]$Path, [string]$Filter)
    $script:standInResult = @{ Passed = 0; Failed = 0; Skipped = 0; Filter = $Filter; File = '' }
    foreach ($file in $Path) { Invoke-StandInFile $file }
    $result = $script:standInResult
    if ($result.Passed + $result.Failed + $result.Skipped -eq 0) {
        $result.Failed++
        Write-Output 'FAILED: no tests were found.'
    }
    Write-Output ('{0} passed, {1} failed, {2} skipped' -f $result.Passed, $result.Failed, $result.Skipped)
}
