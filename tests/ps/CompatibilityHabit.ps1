# Habits that work in newer shells only: .Count and .Length of one object, which strict mode refuses before PowerShell 6.1, slices
# of what may be no list, sorting by one key, which keeps no order before 6.1, and Ignore in a preference variable, which
# nothing can be written under before 6.2. What a value is, is known where the code tells it; the rest is on a list.

# What is counted though the code does not tell what it is: a pattern of the counted expression, the functions (or the files,
# where it stands in none) that may, and the reason. Without In the expression says enough wherever it stands.
$script:CompatibilityCounted = @(
    @{ Pattern = '^\$global:Error$'; Reason = 'a list of the shell' }
    @{ Pattern = '^\$(Context\.(Failures|User|TestUser)|Run\.Steps|stage\.Steps)$'; Reason = 'made as a list or a table by New-UcFactContext, New-UcRun or New-UcPlanObject' }
    @{ Pattern = '^\$(Step|Body|body)\[''(follows|undo|removed)''\]$'; Reason = 'a list of the library: an ArrayList, also with one element' }
    @{ Pattern = '^\$sections\[\$name\]$'; In = , 'Get-UcFactDocument'; Reason = 'a table of Get-UcSectionList' }
    @{ Pattern = '^\$lines\[\$i\]$'; In = , 'Read-UcJournal'; Reason = 'a line of a text' }
    @{ Pattern = '^\$stream$'; In = 'Open-UcJournal', 'Complete-UcJournalLine'; Reason = 'a stream' }
    @{ Pattern = '^\$report$'; In = , 'demo.ps1'; Reason = 'a file, which has the property' }
    @{ Pattern = '^\$group$'; In = , 'Get-FindingCount'; Reason = 'a group of Group-Object, which has the property' }
    @{ Pattern = '^\$match$'; In = , 'Get-PlanMask'; Reason = 'a match of a regular expression' }
    @{ Pattern = '^\$(last|place|inner)$'; In = , 'Edit-PlanText'; Reason = 'a match of a regular expression' }
    @{ Pattern = '^\$all$'; In = , 'Get-PlanSection'; Reason = 'a list of nodes, which SelectNodes always gives' }
)
# What is sorted by one key, where, and the reason.
$script:CompatibilitySorted = @(
    @{ Pattern = '^Sort-Object -Property Name$'; In = , 'Get-FindingCount'; Reason = 'the groups of Group-Object have different names' }
    @{ Pattern = '^Sort-Object -Property \{ \$_\.Text \}$'; In = 'Completer.ps1', 'UcIntegration.psm1'; Reason = 'keys of one file, without repetitions' }
)

# Where a node stands: the function, or the file where it is in none.
function Get-CompatibilityPlace {
    param([hashtable]$Types, $Node)
    for ($around = $Node.Parent; $null -ne $around; $around = $around.Parent) {
        if ($around.GetType().Name -eq 'FunctionDefinitionAst') { return $around.Name }
    }
    return $Types['File']
}

# Whether an expression is on a list, for the place where it stands.
function Test-CompatibilityListed {
    param([object[]]$List, [hashtable]$Types, $Node)
    $place = Get-CompatibilityPlace $Types $Node
    foreach ($one in $List) {
        if ($Node.Extent.Text -match $one.Pattern -and (-not $one.ContainsKey('In') -or $one.In -contains $place)) { return $true }
    }
    return $false
}

# What is assigned to a variable in the script blocks around a node: the statements, and the parameter if it is one.
function Get-CompatibilityOrigin {
    param($Node)
    $name = $Node.VariablePath.UserPath -replace '^(script|local|private):', ''
    for ($scope = Get-CompatibilityScope $Node; $null -ne $scope; $scope = Get-CompatibilityScope $scope) {
        $found = @($scope.FindAll({
            param($one)
            if ($one.GetType().Name -eq 'ParameterAst') { return $one.Name.VariablePath.UserPath -eq $name -and [object]::ReferenceEquals((Get-CompatibilityScope $one), $scope) }
            if (@('AssignmentStatementAst', 'ForEachStatementAst') -notcontains $one.GetType().Name) { return $false }
            $variables = if ($one.GetType().Name -eq 'ForEachStatementAst') { $one.Variable } else { $one.Left }
            return @($variables.FindAll({ param($inner) $inner.GetType().Name -eq 'VariableExpressionAst' }, $false) | Where-Object { ($_.VariablePath.UserPath -replace '^(script|local|private):', '') -eq $name }).Count -gt 0
        }, $true))
        if ($found.Count -gt 0) { return $found }
    }
}

# Whether all that is assigned to a variable can be counted. What is added to a list leaves it one.
function Test-CompatibilityCountedVariable {
    param([hashtable]$Types, $Node, [int]$Depth)
    $origins = @(Get-CompatibilityOrigin $Node)
    foreach ($origin in $origins) {
        $kind = $origin.GetType().Name
        if ($kind -eq 'ForEachStatementAst') { return $false }
        if ($kind -eq 'ParameterAst') {
            if ($null -eq (Get-CompatibilityType $Types $origin)) { return $false }
            return $true
        }
        if ($origin.Left.GetType().Name -eq 'ConvertExpressionAst') { return $true }
        if ($origin.Left.GetType().Name -ne 'VariableExpressionAst') { return $false }
        if ([string]$origin.Operator -eq 'PlusEquals') { continue }
        if (-not (Test-CompatibilityCounted $Types $origin.Right ($Depth + 1))) { return $false }
    }
    return $origins.Count -gt 0
}

# Whether the code tells that a value can be counted in every shell.
function Test-CompatibilityCounted {
    param([hashtable]$Types, $Node, [int]$Depth = 0)
    if ($Depth -gt 8) { return $false }
    switch ($Node.GetType().Name) {
        'ArrayExpressionAst' { return $true }
        'ArrayLiteralAst' { return $true }
        'HashtableAst' { return $true }
        'CommandExpressionAst' { return Test-CompatibilityCounted $Types $Node.Expression ($Depth + 1) }
        'ParenExpressionAst' { return Test-CompatibilityCounted $Types $Node.Pipeline ($Depth + 1) }
        'PipelineAst' { if ($Node.PipelineElements.Count -eq 1 -and $Node.PipelineElements[0].GetType().Name -eq 'CommandExpressionAst') { return Test-CompatibilityCounted $Types $Node.PipelineElements[0] ($Depth + 1) } }
        'BinaryExpressionAst' {
            if (@('Isplit', 'Csplit') -contains [string]$Node.Operator) { return $true }
            if ([string]$Node.Operator -eq 'Plus') { return Test-CompatibilityCounted $Types $Node.Left ($Depth + 1) }
        }
    }
    if ($null -ne (Get-CompatibilityType $Types $Node)) { return $true }
    if ($Node.GetType().Name -eq 'VariableExpressionAst' -and (Test-CompatibilityCountedVariable $Types $Node $Depth)) { return $true }
    return Test-CompatibilityListed $script:CompatibilityCounted $Types $Node
}

# .Count and .Length, and slices.
function Test-CompatibilityCount {
    param([hashtable]$Types, $Node)
    if ($Node.GetType().Name -eq 'MemberExpressionAst') {
        if ($Node.Static -or $Node.Member.GetType().Name -ne 'StringConstantExpressionAst' -or @('Count', 'Length') -notcontains $Node.Member.Value) { return }
        # What is written to is a member of our own.
        if ($Node.Parent.GetType().Name -eq 'AssignmentStatementAst' -and [object]::ReferenceEquals($Node.Parent.Left, $Node)) { return }
        $target = $Node.Expression
    } else {
        $ranges = @($Node.Index.FindAll({ param($one) $one.GetType().Name -eq 'BinaryExpressionAst' -and [string]$one.Operator -eq 'DotDot' }, $false))
        if ($ranges.Count -eq 0) { return }
        $target = $Node.Target
    }
    if (-not (Test-CompatibilityCounted $Types $target)) { New-CompatibilityProblem $Node 'count' $Node.Extent.Text }
}

# The keys that a Sort-Object sorts by; none where it sorts the values themselves.
function Get-CompatibilitySortKey {
    param($Node)
    $next = $false
    foreach ($element in @($Node.CommandElements | Select-Object -Skip 1)) {
        if ($element.GetType().Name -eq 'CommandParameterAst') {
            $next = 'Property'.StartsWith($element.ParameterName, [StringComparison]::OrdinalIgnoreCase)
            if (-not $next -or $null -eq $element.Argument) { continue }
            $element = $element.Argument
        }
        # The first word without a name is the key too.
        if ($element.GetType().Name -eq 'ArrayLiteralAst') { return @($element.Elements) }
        return @($element)
    }
}

function Test-CompatibilitySort {
    param([hashtable]$Types, $Node)
    if (@(Get-CompatibilitySortKey $Node).Count -ne 1) { return }
    if (-not (Test-CompatibilityListed $script:CompatibilitySorted $Types $Node)) { New-CompatibilityProblem $Node 'sort' $Node.Extent.Text }
}

# The value of a parameter of a command as text; nothing where it is not given.
function Get-CompatibilityArgument {
    param($Node, [string]$Name)
    for ($i = 1; $i -lt $Node.CommandElements.Count; $i++) {
        $element = $Node.CommandElements[$i]
        if ($element.GetType().Name -ne 'CommandParameterAst' -or $element.ParameterName -ne $Name) { continue }
        if ($null -ne $element.Argument) { return $element.Argument.Extent.Text }
        if ($i + 1 -lt $Node.CommandElements.Count) { return $Node.CommandElements[$i + 1].Extent.Text }
    }
}

$script:CompatibilityIgnore = '^[''"]?Ignore[''"]?$|::Ignore$|BoundParameters'

# Ignore in a preference variable: written there, copied from a parameter, or made by the call of a function of a script.
function Test-CompatibilityIgnore {
    param($Node, [string[]]$Own)
    if ($Node.GetType().Name -eq 'AssignmentStatementAst') {
        if ($Node.Left.Extent.Text -match '^\$(\w+:)?\w+Preference$' -and $Node.Right.Extent.Text -match $script:CompatibilityIgnore) { New-CompatibilityProblem $Node 'ignore' $Node.Extent.Text }
        return
    }
    $name = $Node.GetCommandName()
    if (@('Set-Variable', 'New-Variable') -contains $name -and (Get-CompatibilityArgument $Node 'Name') -match 'Preference' -and (Get-CompatibilityArgument $Node 'Value') -match $script:CompatibilityIgnore) {
        New-CompatibilityProblem $Node 'ignore' $Node.Extent.Text
    }
    if ($Own -notcontains $name) { return }
    foreach ($parameter in 'ErrorAction', 'WarningAction') {
        if ((Get-CompatibilityArgument $Node $parameter) -match $script:CompatibilityIgnore) { New-CompatibilityProblem $Node 'ignore' ($name + ' -' + $parameter + ' Ignore') }
    }
}

# The habits in a script that old shells do not forgive. Node: all nodes of its tree; Own: the functions of scripts; File: the
# name of the script.
function Get-CompatibilityHabitProblem {
    param([object[]]$Node, [hashtable]$Types, [string[]]$Own = @(), [string]$File)
    $Types['File'] = $File
    $Types['Assigned'] = Get-CompatibilityAssignment -Node $Node
    $Types['Known'] = @{}
    foreach ($one in $Node) {
        switch ($one.GetType().Name) {
            'MemberExpressionAst' { Test-CompatibilityCount $Types $one }
            'IndexExpressionAst' { Test-CompatibilityCount $Types $one }
            'AssignmentStatementAst' { Test-CompatibilityIgnore $one $Own }
            'CommandAst' {
                if ($one.GetCommandName() -eq 'Sort-Object') { Test-CompatibilitySort $Types $one }
                Test-CompatibilityIgnore $one $Own
            }
        }
    }
}
