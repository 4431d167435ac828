# Finds in a syntax tree what PowerShell 3.0 or .NET Framework 4.0 does not have. Newer shells run such code happily,
# so running the tests proves nothing about old ones. Syntax nodes are compared by name, because an old shell that
# runs this check does not have the newer ones.

$script:CompatibilitySyntax = @{
    TypeDefinitionAst = 'a class or an enum (5.0)'; UsingStatementAst = 'a using statement (5.0)'
    TernaryExpressionAst = 'the ternary operator (7.0)'; PipelineChainAst = '&& or || (7.0)'
    ConfigurationDefinitionAst = 'a configuration (4.0)'; DynamicKeywordStatementAst = 'a dynamic keyword (4.0)'
}
$script:CompatibilityVariable = 'IsWindows', 'IsLinux', 'IsMacOS', 'IsCoreCLR', 'PSEdition', 'EnabledExperimentalFeatures', 'PSNativeCommandUseErrorActionPreference', 'PSStyle'
$script:CompatibilityType = '(?i)(^|\.)(ArgumentCompleter|ArgumentCompletions|ValidateNotNullOrWhiteSpace|ValidateUserDrive|ValidateDrive|Experimental|RuntimeInformation|OSPlatform|HttpClient|ZipFile|ZipArchive|ValueTuple|ValueTask|Span|ReadOnlySpan|Memory|HashCode|JsonSerializer|JsonDocument|NativeLibrary|AppContext|CodeGeneration|semver|SemanticVersion|InformationRecord|ordered\w+|X509Chain2|ImmutableArray)(Attribute)?(\[|$)'
$script:CompatibilityMember = '(?i)^(Array::Empty|DateTimeOffset::(FromUnixTime\w+)|Path::(GetRelativePath|Join|IsPathFullyQualified)|Convert::(ToHexString|FromHexString)|Marshal::(PtrToStringUTF8|StringToCoTaskMemUTF8|AllocCoTaskMemUTF8)|SHA256::HashData|Math::Clamp|Encoding::Latin1|Environment::(ProcessId|ProcessPath)|GC::AllocateUninitializedArray|OperatingSystem::\w+)$'
$script:CompatibilityCommon = 'Verbose', 'Debug', 'ErrorAction', 'WarningAction', 'ErrorVariable', 'WarningVariable', 'OutVariable', 'OutBuffer', 'WhatIf', 'Confirm'

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

function Test-CompatibilityExpression {
    param($Node)
    $kind = $Node.GetType().Name
    if ($kind -eq 'InvokeMemberExpressionAst' -or $kind -eq 'MemberExpressionAst') {
        if (Get-CompatibilityProperty $Node 'NullConditional') { New-CompatibilityProblem $Node 'syntax' '?. or ?[] (7.0)' }
        $member = [string](Get-CompatibilityProperty $Node.Member 'Value')
        if ($kind -eq 'InvokeMemberExpressionAst' -and $Node.Static -and $member -eq 'new') { New-CompatibilityProblem $Node 'new' '::new() (5.0)' }
        if ($kind -eq 'InvokeMemberExpressionAst' -and -not $Node.Static -and @('Where', 'ForEach') -contains $member) {
            New-CompatibilityProblem $Node 'method' ('.' + $member + '() (4.0)')
        }
        if ($kind -eq 'InvokeMemberExpressionAst' -and $Node.Member.GetType().Name -ne 'StringConstantExpressionAst') {
            New-CompatibilityProblem $Node 'dynamic' ('a method named by ' + $Node.Member.Extent.Text + ' (4.0)')
        }
        $owner = Get-CompatibilityProperty $Node.Expression 'TypeName'
        if ($Node.Static -and $null -ne $owner) {
            $name = ($owner.FullName -replace '^.*\.', '') + '::' + $member
            if ($name -match $script:CompatibilityMember) { New-CompatibilityProblem $Node 'member' $name }
        }
    }
    if ($kind -eq 'IndexExpressionAst' -and (Get-CompatibilityProperty $Node 'NullConditional')) { New-CompatibilityProblem $Node 'syntax' '?[] (7.0)' }
    if ($kind -eq 'BinaryExpressionAst' -and [string]$Node.Operator -eq 'QuestionQuestion') { New-CompatibilityProblem $Node 'syntax' '?? (7.0)' }
    if ($kind -eq 'AssignmentStatementAst' -and [string]$Node.Operator -eq 'QuestionQuestionEquals') { New-CompatibilityProblem $Node 'syntax' '??= (7.0)' }
}

function Test-CompatibilityWord {
    param($Node)
    $kind = $Node.GetType().Name
    if ($kind -eq 'VariableExpressionAst' -and $script:CompatibilityVariable -contains ($Node.VariablePath.UserPath -replace '^\w+:', '')) {
        New-CompatibilityProblem $Node 'variable' ('$' + $Node.VariablePath.UserPath)
    }
    if ($kind -eq 'ConstantExpressionAst' -and $Node.Extent.Text -match '(?i)^[-+]?(0b[01]+\w*|0x[0-9a-f]+(u|y|uy|s|us|ul|n)|[\d.]+(u|y|uy|s|us|ul|n))(kb|mb|gb|tb|pb)?$') {
        New-CompatibilityProblem $Node 'number' $Node.Extent.Text
    }
    if (@('StringConstantExpressionAst', 'ExpandableStringExpressionAst') -contains $kind -and $Node.Extent.Text -match '^@?"' -and $Node.Extent.Text -match '(?<!`)(``)*`u\{') {
        New-CompatibilityProblem $Node 'escape' '`u{} (6.0)'
    }
    if (@('FileRedirectionAst', 'MergingRedirectionAst') -contains $kind -and [string]$Node.FromStream -eq 'Information') {
        New-CompatibilityProblem $Node 'stream' '6> (5.0)'
    }
    if (@('TypeExpressionAst', 'TypeConstraintAst', 'AttributeAst') -contains $kind -and $Node.TypeName.FullName -match $script:CompatibilityType) {
        New-CompatibilityProblem $Node 'type' $Node.TypeName.FullName
    }
}

function Test-CompatibilityCommand {
    param($Node, [hashtable]$Commands, [string[]]$Own)
    if ($Node.GetType().Name -ne 'CommandAst') { return }
    $name = $Node.GetCommandName()
    if (-not $name) { return }
    # A command may be named with its module.
    $name = $name.Substring($name.LastIndexOf('\') + 1)
    if ($name -eq 'New-Object') {
        foreach ($element in $Node.CommandElements) {
            $value = Get-CompatibilityProperty $element 'Value'
            if ($value -is [string] -and $value -match $script:CompatibilityType) { New-CompatibilityProblem $Node 'type' $value }
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
        New-CompatibilityProblem $Node 'parameter' ($name + ' -' + $element.ParameterName)
    }
}

# Everything in a script that PowerShell 3.0 does not have. Commands: null leaves the commands unchecked.
function Get-CompatibilityProblem {
    param([string]$Text, [hashtable]$Commands, [string[]]$Own = @())
    $tokens = $null
    $errors = $null
    $tree = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref]$tokens, [ref]$errors)
    foreach ($fault in $errors) { New-CompatibilityProblem $fault 'parse' $fault.Message }
    if ($Text -match '(?im)^\s*#requires\b') { New-CompatibilityProblem $tree 'requires' '#requires' }
    foreach ($node in $tree.FindAll({ $true }, $true)) {
        $kind = $node.GetType().Name
        if ($script:CompatibilitySyntax.ContainsKey($kind)) { New-CompatibilityProblem $node 'syntax' $script:CompatibilitySyntax[$kind] }
        Test-CompatibilityExpression $node
        Test-CompatibilityWord $node
        Test-CompatibilityCommand $node $Commands $Own
    }
}
