# Holds the types of a script, their members and their constructors to the public members of .NET Framework 4.5 and to a
# list of the engine's types of PowerShell 3.0. Members are checked where the code tells the type of the value: a cast, a
# typed parameter, New-Object, a literal, or a call whose result has one type. What returns what is asked of the .NET that
# runs this check, since it did not change; what exists is not.
. (Join-Path $PSScriptRoot 'CompatibilityEngine.ps1')

# Every object has these.
$script:CompatibilityAlways = 'PSObject', 'PSBase', 'PSAdapted', 'PSExtended', 'PSTypeNames', 'GetType', 'ToString', 'Equals', 'GetHashCode'
# Their properties are the elements of a document, the keys of a table, or whatever a COM object has.
$script:CompatibilityAdapted = 'System.Xml.XmlNode', 'System.Collections.IDictionary', 'System.__ComObject', 'System.Management.Automation.PSObject', 'System.Management.Automation.PSCustomObject'

# The list of types, a line for each; a line is read when its type is asked for.
function Get-CompatibilityTypeList {
    param([string]$Path)
    $lines = @{}
    $derived = @{}
    foreach ($line in [System.IO.File]::ReadAllLines($Path)) {
        if ($line -notmatch '^\{?"([^"]+)":(\{"base":(?:"([^"]*)"|null).*?\})[,}]?$') { continue }
        $lines[$Matches[1]] = $Matches[2]
        if ($Matches.ContainsKey(3)) { $derived[$Matches[3]] = @($derived[$Matches[3]]) + $Matches[1] }
    }
    return @{ Lines = $lines; Derived = $derived; Read = @{} }
}

# Adds a member to a table: name to a list of numbers of arguments. -1: no method. A last argument that is an array may be
# given as several.
function Add-CompatibilityMember {
    param([hashtable]$Table, [string]$Text)
    $name, $arguments = $Text.TrimEnd(')').Split([char[]]'(', 2)
    $count = @{ Number = -1; Open = $false }
    if ($null -ne $arguments) {
        # A comma between angle brackets belongs to one type.
        $types = @(($arguments -replace '<[^<>]*(<[^<>]*>)?[^<>]*>', '').Split(',') | Where-Object { $_ })
        $count = @{ Number = $types.Count; Open = $types.Count -gt 0 -and $types[-1].EndsWith('[]') }
    } elseif ($name -match '^(.+)/(\d+)(\+?)$') {
        $name = $Matches[1]
        $count = @{ Number = [int]$Matches[2]; Open = $Matches[3] -eq '+' }
    }
    $Table[$name] = @($Table[$name] | Where-Object { $null -ne $_ }) + $count
}

# What is known of a type: @{ Base; Interfaces; Static; Instance }; nothing if there is no such type.
function Get-CompatibilityEntry {
    param([hashtable]$Types, [string]$Name)
    if ($Types.Read.ContainsKey($Name)) { return $Types.Read[$Name] }
    $entry = $null
    if ($script:CompatibilityEngine.ContainsKey($Name)) {
        $entry = @{ Base = 'System.Object'; Interfaces = @(); Static = @{}; Instance = @{} }
        foreach ($text in $script:CompatibilityEngine[$Name].Split(' ')) {
            if ($text.StartsWith('::')) { Add-CompatibilityMember $entry.Static $text.Substring(2) } elseif ($text) { Add-CompatibilityMember $entry.Instance $text }
        }
    } elseif ($Types.Lines.ContainsKey($Name)) {
        $json = ConvertFrom-Json -InputObject $Types.Lines[$Name]
        $entry = @{ Base = [string]$json.base; Interfaces = @($json.interfaces); Static = @{}; Instance = @{} }
        foreach ($text in $json.static) { Add-CompatibilityMember $entry.Static $text }
        foreach ($text in $json.instance) { Add-CompatibilityMember $entry.Instance $text }
    }
    $Types.Read[$Name] = $entry
    return $entry
}

# The full name of a type as a script writes it: an accelerator of 3.0, a name, or a name without System. Nothing if there
# is no such type in the lists. Arrays are System.Array; types in brackets are left out of a generic one.
function Resolve-CompatibilityName {
    param([hashtable]$Types, $TypeName)
    $kind = $TypeName.GetType().Name
    if ($kind -eq 'ArrayTypeName') {
        if (Resolve-CompatibilityName $Types $TypeName.ElementType) { return 'System.Array' }
        return
    }
    if ($kind -eq 'GenericTypeName') {
        foreach ($argument in $TypeName.GenericArguments) { if (-not (Resolve-CompatibilityName $Types $argument)) { return } }
        $name = $TypeName.TypeName.FullName + '`' + $TypeName.GenericArguments.Count
    } else {
        $name = $TypeName.FullName
        if ($script:CompatibilityAccelerator -contains $name) {
            if ($name -eq 'ordered') { return 'System.Collections.Specialized.OrderedDictionary' }
            $type = $name -as [type]
            if ($null -ne $type) { return $type.FullName }
            return $name
        }
    }
    foreach ($full in $name, ('System.' + $name), ('System.Management.Automation.' + $name + 'Attribute')) {
        if ($null -ne (Get-CompatibilityEntry $Types $full)) { return $full }
    }
}

# The name of a type in a text, such as that of New-Object.
function Get-CompatibilityTextType {
    param([string]$Text)
    $tokens = $null
    $errors = $null
    $tree = [System.Management.Automation.Language.Parser]::ParseInput('[' + $Text + ']', [ref]$tokens, [ref]$errors)
    foreach ($node in $tree.FindAll({ param($node) $node.GetType().Name -eq 'TypeExpressionAst' }, $true)) { return $node.TypeName }
}

# The type and those that it comes from.
function Get-CompatibilityFamily {
    param([hashtable]$Types, [string]$Name)
    $open = @($Name)
    for ($i = 0; $i -lt $open.Count; $i++) {
        $entry = Get-CompatibilityEntry $Types $open[$i]
        if ($null -eq $entry) { continue }
        $open += @(@($entry.Base) + $entry.Interfaces | Where-Object { $_ -and $open -notcontains $_ })
    }
    return $open
}

# Whether a list of members has this one with this number of arguments (-1: no call; -2: not known).
function Test-CompatibilityMember {
    param([hashtable]$Table, [string]$Name, [int]$Count)
    foreach ($form in $Table[$Name]) {
        if ($null -eq $form) { continue }
        if ($Count -lt 0 -or $form.Number -eq $Count -or ($form.Open -and $Count -ge $form.Number - 1)) { return $true }
    }
    return $false
}

# Whether a type has a member; with AnyKind, one that comes from it may have it: the value can be one of those.
function Test-CompatibilityHas {
    param([hashtable]$Types, [string]$Name, [string]$Member, [int]$Count, [bool]$Static, [bool]$AnyKind)
    $key = 'has {0} {1} {2} {3} {4}' -f $Name, $Member, $Count, $Static, $AnyKind
    if (-not $Types.Read.ContainsKey($key)) { $Types.Read[$key] = Find-CompatibilityMember $Types $Name $Member $Count $Static $AnyKind }
    return $Types.Read[$key]
}

function Find-CompatibilityMember {
    param([hashtable]$Types, [string]$Name, [string]$Member, [int]$Count, [bool]$Static, [bool]$AnyKind)
    if (-not $Static -and $script:CompatibilityAlways -contains $Member) { return $true }
    foreach ($one in (Get-CompatibilityFamily $Types $Name)) {
        $entry = Get-CompatibilityEntry $Types $one
        # A family that leaves the lists is not known whole.
        if ($null -eq $entry) { return $true }
        if ($Static) { $table = $entry.Static } else { $table = $entry.Instance }
        if (Test-CompatibilityMember $table $Member $Count) { return $true }
        if ($Count -eq -1 -and -not $Static -and (@($script:CompatibilityExtended[$one]) -contains $Member -or $script:CompatibilityAdapted -contains $one)) { return $true }
    }
    if (-not $AnyKind) { return $false }
    foreach ($one in $Types.Derived[$Name]) {
        if ($one -and (Test-CompatibilityHas $Types $one $Member $Count $Static $true)) { return $true }
    }
    return $false
}

# The type of what a member of a type returns, if it is the same for all its forms; nothing if it is not known.
function Get-CompatibilityResult {
    param([hashtable]$Types, [string]$Name, [string]$Member, [int]$Count)
    $key = '{0} {1} {2}' -f $Name, $Member, $Count
    if ($Types.Read.ContainsKey($key)) { return $Types.Read[$key] }
    $type = $Name -as [type]
    $result = $null
    if ($null -ne $type) {
        $found = @(foreach ($one in $type.GetMember($Member, 'Public, Static, Instance, IgnoreCase')) {
            if ($Count -ge 0 -and [string]$one.MemberType -eq 'Method') { if (@($one.GetParameters()).Count -eq $Count) { $one.ReturnType } }
            if ($Count -eq -1 -and [string]$one.MemberType -eq 'Property') { $one.PropertyType }
            if ($Count -eq -1 -and [string]$one.MemberType -eq 'Field') { $one.FieldType }
        })
        $names = @($found | ForEach-Object { $_.FullName } | Select-Object -Unique)
        if ($names.Count -eq 1 -and @('System.Object', 'System.Void') -notcontains $names[0] -and -not $found[0].IsGenericParameter) { $result = $names[0] -replace '\[.*$', '' }
        if ($names.Count -eq 1 -and $found[0].IsArray) { $result = 'System.Array' }
    }
    $Types.Read[$key] = $result
    return $result
}

# What the text of New-Object says: @{ Name; Count; TypeName }, or nothing if the type is not a word. Count is -2 where the
# number of arguments is not written.
function Get-CompatibilityNew {
    param($Command)
    $values = @{}
    $name = 'TypeName', 'ArgumentList'
    $place = 0
    for ($i = 1; $i -lt $Command.CommandElements.Count; $i++) {
        $element = $Command.CommandElements[$i]
        $at = $null
        if ($element.GetType().Name -eq 'CommandParameterAst') {
            $at = $element.ParameterName
            if ($at -eq 'Strict') { continue }
            if ($null -ne $element.Argument) { $element = $element.Argument } else { $i++; $element = $Command.CommandElements[$i] }
        } elseif ($place -lt 2) {
            $at = $name[$place]
            $place++
        }
        if ($at) { $values[$at] = $element }
    }
    if (-not $values.ContainsKey('TypeName') -or $values['TypeName'].GetType().Name -ne 'StringConstantExpressionAst') { return }
    $count = 0
    if ($values.ContainsKey('ArgumentList')) { $count = Get-CompatibilityCount $values['ArgumentList'] }
    $text = $values['TypeName'].Value
    return @{ Text = $text; Count = $count; TypeName = Get-CompatibilityTextType $text }
}

# How many arguments an expression stands for.
function Get-CompatibilityCount {
    param($Expression)
    switch ($Expression.GetType().Name) {
        'ArrayLiteralAst' { return $Expression.Elements.Count }
        'ParenExpressionAst' {
            $inner = Get-CompatibilityInner $Expression
            if ($null -eq $inner) { return -2 }
            return Get-CompatibilityCount $inner
        }
        'UnaryExpressionAst' { return 1 }
        'ConstantExpressionAst' { return 1 }
        'StringConstantExpressionAst' { return 1 }
        'ExpandableStringExpressionAst' { return 1 }
        'ConvertExpressionAst' { if ($Expression.Type.TypeName.GetType().Name -ne 'ArrayTypeName') { return 1 } }
    }
    return -2
}

# The expression in parentheses, if there is just one.
function Get-CompatibilityInner {
    param($Paren)
    $elements = $Paren.Pipeline.PSObject.Properties['PipelineElements']
    if ($null -eq $elements -or $elements.Value.Count -ne 1) { return }
    $only = $elements.Value[0]
    if ($only.GetType().Name -eq 'CommandExpressionAst') { return $only.Expression }
    return $only
}

# The nearest script block around a node, which is where its variables are.
function Get-CompatibilityScope {
    param($Node)
    for ($at = $Node.Parent; $null -ne $at; $at = $at.Parent) { if ($at.GetType().Name -eq 'ScriptBlockAst') { return $at } }
}

# Adds what is assigned to a variable: $null for what cannot be followed.
function Add-CompatibilityAssignment {
    param([hashtable]$All, $Variable, $Value)
    if ($Variable.GetType().Name -ne 'VariableExpressionAst') { return }
    $key = '{0} {1}' -f (Get-CompatibilityScope $Variable).Extent.StartOffset, $Variable.VariablePath.UserPath.ToLowerInvariant()
    if (-not $All.ContainsKey($key)) { $All[$key] = New-Object System.Collections.ArrayList }
    [void]$All[$key].Add($Value)
}

# What is assigned to the variables of each script block: its place and the name, and a list of expressions.
function Get-CompatibilityAssignment {
    param([object[]]$Node)
    $all = @{}
    foreach ($one in $Node) {
        $kind = $one.GetType().Name
        if ($kind -eq 'ParameterAst') {
            Add-CompatibilityAssignment $all $one.Name $one
        } elseif ($kind -eq 'ForEachStatementAst') {
            Add-CompatibilityAssignment $all $one.Variable $null
        } elseif ($kind -eq 'AssignmentStatementAst') {
            $value = $one.Right
            if ([string]$one.Operator -ne 'Equals') { $value = $null }
            switch ($one.Left.GetType().Name) {
                'VariableExpressionAst' { Add-CompatibilityAssignment $all $one.Left $value }
                'ConvertExpressionAst' { Add-CompatibilityAssignment $all $one.Left.Child $one.Left }
                'ArrayLiteralAst' { foreach ($element in $one.Left.Elements) { Add-CompatibilityAssignment $all $element $null } }
            }
        }
    }
    return $all
}

# What the code tells of the type of a variable.
function Get-CompatibilityVariable {
    param([hashtable]$Types, $Node)
    $name = $Node.VariablePath.UserPath.ToLowerInvariant()
    if ($name -eq 'pscmdlet') { return @{ Name = 'System.Management.Automation.PSCmdlet'; Exact = $false } }
    if ($name -eq '_') {
        for ($at = $Node.Parent; $null -ne $at; $at = $at.Parent) {
            $kind = $at.GetType().Name
            if ($kind -eq 'CatchClauseAst') { return @{ Name = 'System.Management.Automation.ErrorRecord'; Exact = $false } }
            if ($kind -eq 'ScriptBlockAst') { return }
        }
        return
    }
    for ($scope = Get-CompatibilityScope $Node; $null -ne $scope; $scope = Get-CompatibilityScope $scope) {
        $key = '{0} {1}' -f $scope.Extent.StartOffset, $name
        if (-not $Types.Assigned.ContainsKey($key)) { continue }
        if ($Types.Known.ContainsKey($key)) { return $Types.Known[$key] }
        # What is looked for while it is looked for is not known.
        $Types.Known[$key] = $null
        $found = @(foreach ($value in $Types.Assigned[$key]) {
            if ($null -eq $value) { @{ Name = ''; Exact = $false } } elseif ($value.Extent.Text -ne '$null') {
                $type = Get-CompatibilityType $Types $value
                if ($null -eq $type) { @{ Name = ''; Exact = $false } } else { $type }
            }
        })
        # The type of a parameter, or of a variable with a type, stays with it.
        $fixed = @($found | Where-Object { $_.ContainsKey('Fixed') })
        $names = @($found | ForEach-Object { $_.Name } | Select-Object -Unique)
        if ($fixed.Count -gt 0) { $Types.Known[$key] = $fixed[0] } elseif ($names.Count -eq 1 -and $names[0]) { $Types.Known[$key] = $found[0] }
        return $Types.Known[$key]
    }
}

# What the code tells of the type of a value: @{ Name; Exact }. Exact: of this type, not of one that comes from it.
function Get-CompatibilityType {
    param([hashtable]$Types, $Node)
    switch ($Node.GetType().Name) {
        'ParameterAst' {
            foreach ($attribute in $Node.Attributes) {
                if ($attribute.GetType().Name -eq 'TypeConstraintAst') { return @{ Name = Resolve-CompatibilityName $Types $attribute.TypeName; Exact = $false; Fixed = $true } }
            }
            return
        }
        'ConvertExpressionAst' { return @{ Name = Resolve-CompatibilityName $Types $Node.Type.TypeName; Exact = $false; Fixed = $true } }
        'CommandExpressionAst' { return Get-CompatibilityType $Types $Node.Expression }
        'PipelineAst' { if ($Node.PipelineElements.Count -eq 1) { return Get-CompatibilityType $Types $Node.PipelineElements[0] } }
        'ParenExpressionAst' { return Get-CompatibilityType $Types $Node.Pipeline }
        'StringConstantExpressionAst' { return @{ Name = 'System.String'; Exact = $true } }
        'ExpandableStringExpressionAst' { return @{ Name = 'System.String'; Exact = $true } }
        'ConstantExpressionAst' { return @{ Name = $Node.StaticType.FullName; Exact = $true } }
        'HashtableAst' { return @{ Name = 'System.Collections.Hashtable'; Exact = $true } }
        'VariableExpressionAst' { return Get-CompatibilityVariable $Types $Node }
        'BinaryExpressionAst' {
            if (@('Format', 'Join', 'Ireplace', 'Creplace') -contains [string]$Node.Operator) { return @{ Name = 'System.String'; Exact = $true } }
            if ([string]$Node.Operator -ne 'Plus') { return }
            $left = Get-CompatibilityType $Types $Node.Left
            if ($null -ne $left -and $left.Name -eq 'System.String') { return @{ Name = 'System.String'; Exact = $true } }
            return
        }
        'CommandAst' {
            if ($Node.GetCommandName() -ne 'New-Object') { return }
            $new = Get-CompatibilityNew $Node
            if ($null -eq $new -or $null -eq $new.TypeName) { return }
            $name = Resolve-CompatibilityName $Types $new.TypeName
            if ($name) { return @{ Name = $name; Exact = $true } }
            return
        }
        { $_ -like '*MemberExpressionAst' } {
            if ($Node.Member.GetType().Name -ne 'StringConstantExpressionAst') { return }
            if ($Node.Static) {
                $typeName = $Node.Expression.PSObject.Properties['TypeName']
                if ($null -eq $typeName) { return }
                $owner = Resolve-CompatibilityName $Types $typeName.Value
            } else {
                $type = Get-CompatibilityType $Types $Node.Expression
                if ($null -eq $type) { return }
                $owner = $type.Name
            }
            if (-not $owner) { return }
            $result = Get-CompatibilityResult $Types $owner $Node.Member.Value (Get-CompatibilityCallCount $Node)
            if ($result) { return @{ Name = $result; Exact = $false } }
            return
        }
    }
}

# The number of arguments of a call; -1 for what is no call.
function Get-CompatibilityCallCount {
    param($Node)
    if ($Node.GetType().Name -ne 'InvokeMemberExpressionAst') { return -1 }
    return @($Node.Arguments | Where-Object { $null -ne $_ }).Count
}

function Test-CompatibilityMemberNode {
    param([hashtable]$Types, $Node)
    if ($Node.Member.GetType().Name -ne 'StringConstantExpressionAst') { return }
    $member = $Node.Member.Value
    $count = Get-CompatibilityCallCount $Node
    if ($Node.Static) {
        $typeName = $Node.Expression.PSObject.Properties['TypeName']
        if ($null -eq $typeName) { return }
        # A type that is not there is told as such.
        $name = Resolve-CompatibilityName $Types $typeName.Value
        if (-not $name -or $member -eq 'new') { return }
        if (-not (Test-CompatibilityHas $Types $name $member $count $true $false)) { New-CompatibilityProblem $Node 'member' ($name + '::' + $Node.Member.Value + ' with ' + $count) }
        return
    }
    $type = Get-CompatibilityType $Types $Node.Expression
    if ($null -eq $type -or -not $type.Name -or $type.Name -eq 'System.Array' -or $null -eq (Get-CompatibilityEntry $Types $type.Name)) { return }
    if (@('Where', 'ForEach') -contains $member) { return }
    if (-not (Test-CompatibilityHas $Types $type.Name $member $count $false (-not $type.Exact))) {
        New-CompatibilityProblem $Node 'member' ($type.Name + ' .' + $member + ' with ' + $count)
    }
}

function Test-CompatibilityNew {
    param([hashtable]$Types, $Node)
    if ($Node.GetCommandName() -ne 'New-Object') { return }
    $new = Get-CompatibilityNew $Node
    if ($null -eq $new) { return }
    $name = $null
    if ($null -ne $new.TypeName) { $name = Resolve-CompatibilityName $Types $new.TypeName }
    if (-not $name) {
        New-CompatibilityProblem $Node 'type' $new.Text
        return
    }
    if ($name -eq 'System.Array' -or $new.Count -eq -2) { return }
    $entry = Get-CompatibilityEntry $Types $name
    # A value type can always be made without arguments.
    if ($new.Count -eq 0 -and @('System.ValueType', 'System.Enum') -contains $entry.Base) { return }
    if (-not (Test-CompatibilityMember $entry.Instance 'new' $new.Count)) { New-CompatibilityProblem $Node 'constructor' ($name + ' with ' + $new.Count) }
}

# The types and members in a script that PowerShell 3.0 and .NET Framework 4.5 do not have. Node: all nodes of its tree.
function Get-CompatibilityTypeProblem {
    param([object[]]$Node, [hashtable]$Types)
    $Types['Assigned'] = Get-CompatibilityAssignment -Node $Node
    $Types['Known'] = @{}
    foreach ($one in $Node) {
        $kind = $one.GetType().Name
        if ($kind -eq 'TypeExpressionAst' -or $kind -eq 'TypeConstraintAst' -or $kind -eq 'AttributeAst') {
            if (-not (Resolve-CompatibilityName $Types $one.TypeName)) { New-CompatibilityProblem $one 'type' $one.TypeName.FullName }
        } elseif ($kind -eq 'InvokeMemberExpressionAst' -or $kind -eq 'MemberExpressionAst') {
            Test-CompatibilityMemberNode $Types $one
        } elseif ($kind -eq 'CommandAst') {
            Test-CompatibilityNew $Types $one
        }
    }
}
