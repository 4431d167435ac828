# Finds in a syntax tree what PowerShell 3.0 or .NET Framework 4.5 does not have. Newer shells run such code happily,
# so running the tests proves nothing about old ones. Syntax nodes are compared by name, because an old shell that
# runs this check does not have the newer ones. Types and their members are held to lists in CompatibilityType.ps1.
. (Join-Path $PSScriptRoot 'CompatibilityType.ps1')
. (Join-Path $PSScriptRoot 'CompatibilityHabit.ps1')

$script:CompatibilitySyntax = @{
    TypeDefinitionAst = 'a class or an enum (5.0)'; UsingStatementAst = 'a using statement (5.0)'
    TernaryExpressionAst = 'the ternary operator (7.0)'; PipelineChainAst = '&& or || (7.0)'
    ConfigurationDefinitionAst = 'a configuration (4.0)'; DynamicKeywordStatementAst = 'a dynamic keyword (4.0)'
    BaseCtorInvokeMemberExpressionAst = 'a call of a base class (5.0)'
}
$script:CompatibilityVariable = 'IsWindows', 'IsLinux', 'IsMacOS', 'IsCoreCLR', 'PSEdition', 'EnabledExperimentalFeatures', 'InformationPreference',
    'PSNativeCommandUseErrorActionPreference', 'PSNativeCommandArgumentPassing', 'PSStyle'
$script:CompatibilityCommon = 'Verbose', 'Debug', 'ErrorAction', 'WarningAction', 'ErrorVariable', 'WarningVariable', 'OutVariable', 'OutBuffer', 'WhatIf', 'Confirm'
$script:CompatibilityNumber = '(?i)^[-+]?(0b[01]+\w*|0x[0-9a-f]+(u|y|uy|s|us|ul|n)|[\d.]+(e[-+]?\d+)?(u|y|uy|s|us|ul|n))(kb|mb|gb|tb|pb)?$'
# The common parameters that came later, by which a call of any function is refused; with their short names.
$script:CompatibilityLaterCommon = 'PipelineVariable', 'pv', 'InformationAction', 'infa', 'InformationVariable', 'iv', 'ProgressAction', 'proga'
# The named arguments that attributes have in 3.0; DontShow of Parameter came with 4.0, ErrorMessage of others with 6.0.
$script:CompatibilityArgument = @{
    Parameter = 'Position', 'ParameterSetName', 'Mandatory', 'ValueFromPipeline', 'ValueFromPipelineByPropertyName', 'ValueFromRemainingArguments',
        'HelpMessage', 'HelpMessageBaseName', 'HelpMessageResourceId'
    CmdletBinding = 'DefaultParameterSetName', 'SupportsShouldProcess', 'ConfirmImpact', 'SupportsTransactions', 'SupportsPaging', 'HelpUri', 'PositionalBinding'
    OutputType = 'ProviderCmdlet', 'ParameterSetName'
    ValidateSet = , 'IgnoreCase'
    ValidatePattern = , 'Options'
    ValidateScript = @(); ValidateRange = @(); ValidateCount = @(); ValidateLength = @()
}

# Which test looks at which kind of node.
$script:CompatibilityTest = @{
    InvokeMemberExpressionAst = 'Call'; MemberExpressionAst = 'Call'; IndexExpressionAst = 'Call'
    BinaryExpressionAst = 'Operator'; AssignmentStatementAst = 'Operator'; CommandAst = 'Command'
    VariableExpressionAst = 'Word'; ConstantExpressionAst = 'Word'; AttributeAst = 'Word'; StringConstantExpressionAst = 'Word'
    ExpandableStringExpressionAst = 'Word'; FileRedirectionAst = 'Word'; MergingRedirectionAst = 'Word'; ForEachStatementAst = 'Word'
    PipelineAst = 'Word'; ScriptBlockAst = 'Word'
}

# The commands of PowerShell 3.0: name to list of parameters.
function Get-CompatibilityCommand {
    param([string]$Path)
    $json = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($Path))
    $commands = @{}
    foreach ($module in $json.modules.PSObject.Properties) {
        foreach ($command in $module.Value.PSObject.Properties) { $commands[$command.Name] = @($command.Value) }
    }
    return $commands
}

# The names of the functions that a script defines.
function Get-CompatibilityFunction {
    param([string]$Text)
    $tokens = $null
    $errors = $null
    $tree = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref]$tokens, [ref]$errors)
    $tree.FindAll({ param($node) $node.GetType().Name -eq 'FunctionDefinitionAst' }, $true) | ForEach-Object { $_.Name }
}

function New-CompatibilityProblem {
    param($Node, [string]$Rule, [string]$Text)
    return [pscustomobject]@{ Rule = $Rule; Line = $Node.Extent.StartLineNumber; Text = $Text }
}

# A property of a node that old shells do not have.
function Get-CompatibilityProperty {
    param($Node, [string]$Name)
    $property = $Node.PSObject.Properties[$Name]
    if ($null -ne $property) { return $property.Value }
}

# Calls and members of values.
function Test-CompatibilityCall {
    param($Node)
    if (Get-CompatibilityProperty $Node 'NullConditional') { New-CompatibilityProblem $Node 'syntax' '?. or ?[] (7.0)' }
    if ($Node.GetType().Name -ne 'InvokeMemberExpressionAst') { return }
    $generic = Get-CompatibilityProperty $Node 'GenericTypeArguments'
    if (@($generic | Where-Object { $null -ne $_ }).Count -gt 0) { New-CompatibilityProblem $Node 'syntax' 'a generic method with its types (7.3)' }
    if ($Node.Member.GetType().Name -ne 'StringConstantExpressionAst') {
        New-CompatibilityProblem $Node 'dynamic' ('a method named by ' + $Node.Member.Extent.Text + ' (4.0)')
        return
    }
    $member = $Node.Member.Value
    if ($Node.Static -and $member -eq 'new') { New-CompatibilityProblem $Node 'new' '::new() (5.0)' }
    if (-not $Node.Static -and @('Where', 'ForEach') -contains $member) { New-CompatibilityProblem $Node 'method' ('.' + $member + '() (4.0)') }
    # .NET Framework takes such a text for a set of characters, .NET for one separator.
    $arguments = @($Node.Arguments | Where-Object { $null -ne $_ })
    if ($member -eq 'Split' -and $arguments.Count -eq 1 -and -not $Node.Static) {
        $text = Get-CompatibilityProperty $arguments[0] 'Value'
        if ($text -is [string] -and $text.Length -gt 1) { New-CompatibilityProblem $Node 'overload' $Node.Extent.Text }
    }
}

function Test-CompatibilityOperator {
    param($Node)
    $operator = [string]$Node.Operator
    if ($operator -eq 'QuestionQuestion') { New-CompatibilityProblem $Node 'syntax' '?? (7.0)' }
    if ($operator -eq 'QuestionQuestionEquals') { New-CompatibilityProblem $Node 'syntax' '??= (7.0)' }
    if ($operator -eq 'DotDot' -and $Node.Left.GetType().Name -like '*String*') { New-CompatibilityProblem $Node 'syntax' 'a range of characters (6.0)' }
    if ($operator -like '?replace' -and $Node.Right.Extent.Text -match ',\s*\{') { New-CompatibilityProblem $Node 'syntax' '-replace with a script block (6.0)' }
}

# Words: variables, numbers, texts and streams.
function Test-CompatibilityWord {
    param($Node, [string]$Kind)
    switch ($Kind) {
        'VariableExpressionAst' {
            if ($script:CompatibilityVariable -contains ($Node.VariablePath.UserPath -replace '^\w+:', '')) { New-CompatibilityProblem $Node 'variable' ('$' + $Node.VariablePath.UserPath) }
        }
        'ConstantExpressionAst' {
            if ($Node.Extent.Text -match $script:CompatibilityNumber) { New-CompatibilityProblem $Node 'number' $Node.Extent.Text }
        }
        'AttributeAst' {
            $known = $script:CompatibilityArgument[$Node.TypeName.Name]
            foreach ($argument in $Node.NamedArguments) {
                if ($null -ne $known -and $known -notcontains $argument.ArgumentName) { New-CompatibilityProblem $Node 'attribute' ($Node.TypeName.Name + ' ' + $argument.ArgumentName) }
            }
            if ($Node.TypeName.Name -eq 'ValidateRange' -and @($Node.PositionalArguments).Count -eq 1) { New-CompatibilityProblem $Node 'attribute' 'ValidateRange with the name of a range (6.1)' }
        }
        { $_ -eq 'StringConstantExpressionAst' -or $_ -eq 'ExpandableStringExpressionAst' } {
            if ($Node.Extent.Text -match '^@?"' -and $Node.Extent.Text -match '(?<!`)(``)*`(u\{|e)') { New-CompatibilityProblem $Node 'escape' '`u{} or `e (6.0)' }
        }
        { $_ -eq 'FileRedirectionAst' -or $_ -eq 'MergingRedirectionAst' } {
            if ([string]$Node.FromStream -eq 'Information') { New-CompatibilityProblem $Node 'stream' '6> (5.0)' }
        }
        'ForEachStatementAst' {
            if ([string]$Node.Flags -match 'Parallel') { New-CompatibilityProblem $Node 'syntax' 'foreach -parallel' }
        }
        'PipelineAst' {
            if (Get-CompatibilityProperty $Node 'Background') { New-CompatibilityProblem $Node 'syntax' '& at the end (6.0)' }
        }
        'ScriptBlockAst' {
            if ($null -ne (Get-CompatibilityProperty $Node 'CleanBlock')) { New-CompatibilityProblem $Node 'syntax' 'clean (7.3)' }
        }
    }
}

function Test-CompatibilityCommand {
    param($Node, [hashtable]$Commands, [string[]]$Own)
    $name = $Node.GetCommandName()
    if (-not $name) { return }
    # A command may be named with its module.
    $name = $name.Substring($name.LastIndexOf('\') + 1)
    foreach ($element in $Node.CommandElements) {
        if ($element.GetType().Name -eq 'CommandParameterAst' -and $script:CompatibilityLaterCommon -contains $element.ParameterName) {
            New-CompatibilityProblem $Node 'parameter' ($name + ' -' + $element.ParameterName)
        }
    }
    if ($null -eq $Commands -or $Own -contains $name) { return }
    if (-not $Commands.ContainsKey($name)) {
        New-CompatibilityProblem $Node 'command' $name
        return
    }
    foreach ($element in $Node.CommandElements) {
        if ($element.GetType().Name -ne 'CommandParameterAst') { continue }
        if ($Commands[$name] -contains $element.ParameterName -or $script:CompatibilityCommon -contains $element.ParameterName) { continue }
        if ($script:CompatibilityLaterCommon -contains $element.ParameterName) { continue }
        New-CompatibilityProblem $Node 'parameter' ($name + ' -' + $element.ParameterName)
    }
}

# Everything in a script that PowerShell 3.0 does not have. Commands and Types: null leaves the commands, or the types and
# their members, unchecked. Habit: what old shells do not forgive is looked at as well, with the types; File is the name of the
# script, by which single places are forgiven.
function Get-CompatibilityProblem {
    param([string]$Text, [hashtable]$Commands, [string[]]$Own = @(), [hashtable]$Types, [switch]$Habit, [string]$File)
    $tokens = $null
    $errors = $null
    $tree = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref]$tokens, [ref]$errors)
    foreach ($fault in $errors) { New-CompatibilityProblem $fault 'parse' $fault.Message }
    if ($Text -match '(?im)^\s*#requires\b') { New-CompatibilityProblem $tree 'requires' '#requires' }
    for ($i = 1; $i -lt $tokens.Count; $i++) {
        if ([string]$tokens[$i].Kind -eq 'Pipe' -and [string]$tokens[$i - 1].Kind -eq 'NewLine') { New-CompatibilityProblem $tokens[$i] 'syntax' '| at the beginning of a line (7.0)' }
    }
    $nodes = @($tree.FindAll({ $true }, $true))
    foreach ($node in $nodes) {
        $kind = $node.GetType().Name
        if ($script:CompatibilitySyntax.ContainsKey($kind)) { New-CompatibilityProblem $node 'syntax' $script:CompatibilitySyntax[$kind] }
        switch ($script:CompatibilityTest[$kind]) {
            'Call' { Test-CompatibilityCall $node }
            'Operator' { Test-CompatibilityOperator $node }
            'Command' { Test-CompatibilityCommand $node $Commands $Own }
            'Word' { Test-CompatibilityWord $node $kind }
        }
    }
    if ($null -ne $Types) { Get-CompatibilityTypeProblem -Node $nodes -Types $Types }
    if ($Habit -and $null -ne $Types) { Get-CompatibilityHabitProblem -Node $nodes -Types $Types -Own $Own -File $File }
}
