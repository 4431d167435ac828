# Runs the readers of facts one after the other and keeps what each answered, or why it did not. Only commands that
# read (Get-*, Test-*) go through here; a failure of one reader never ends the others.

$script:UcSections = New-Object System.Collections.ArrayList

# Adds a question. Path: its place in the document. Text: the command as the fact names it. Command: what must exist in
# the shell. Since, Until: the versions of Exchange that have it. ForUser: asked only if users were asked for. ForTest: only
# if users were named for a test that leaves traces.
function Add-UcSection {
    param([string]$Path, [string]$Text, [string]$Command, [version]$Since, [version]$Until, [switch]$ForUser, [switch]$ForTest, [scriptblock]$Read)
    $group, $name = $Path.Split('.')
    $section = @{
        Path = $Path; Group = $group; Name = $name; Text = $Text; Command = $Command
        Since = $Since; Until = $Until; ForUser = [bool]$ForUser; ForTest = [bool]$ForTest; Read = $Read
    }
    [void]$script:UcSections.Add($section)
}

# What an error says, in one line.
function Format-UcCause {
    param([System.Management.Automation.ErrorRecord]$Cause)
    return ([string]$Cause.Exception.Message).Trim() -replace '\s*[\r\n]+\s*', ' '
}

# Keeps why a command did not answer for one server or name.
function Add-UcFailure {
    param([hashtable]$Context, [string]$Target, [string]$Cause)
    [void]$Context.Failures.Add([ordered]@{ target = $Target; error = $Cause })
}

# Asks one command and puts out its answer. With a target (one server of several), a failure is kept and the next one
# can be asked; without, a command that ends in an error ends its section. Errors beside an answer are kept as well.
function Get-UcAnswer {
    param([hashtable]$Context, [string]$Command, [hashtable]$Parameter = @{}, [string]$Target)
    if ($Command -notmatch '^(Get|Test)-\w+$') { throw (New-Object System.ArgumentException $Command) }
    $arguments = $Parameter.Clone()
    $arguments['ErrorAction'] = 'Continue'
    $causes = New-Object System.Collections.ArrayList
    $answer = New-Object System.Collections.ArrayList
    try {
        foreach ($one in (& $Command @arguments 2>&1)) {
            if ($one -is [System.Management.Automation.ErrorRecord]) { [void]$causes.Add($one) } elseif ($null -ne $one) { [void]$answer.Add($one) }
        }
    } catch {
        if (-not $Target) { throw }
        [void]$causes.Add($_)
    }
    if ($causes.Count -eq 0 -or $answer.Count -gt 0) { $Context.Answered = $true }
    foreach ($cause in $causes) {
        $name = $Target
        if (-not $name) { $name = $cause.CategoryInfo.TargetName }
        if (-not $name) { $name = $Command }
        Add-UcFailure -Context $Context -Target $name -Cause (Format-UcCause $cause)
    }
    return $answer.ToArray()
}

# Whether a section is asked: it is wanted, and a version of Exchange that is here has it or nothing is known of the
# versions.
function Test-UcSection {
    param([hashtable]$Section, [hashtable]$Context)
    if ($Context.Needed -and $Context.Needed -notcontains $Section.Path) { return $false }
    if ($Section.ForUser -and -not $Context.AllUsers -and $Context.User.Count -eq 0) { return $false }
    if ($Section.ForTest -and $Context.TestUser.Count -eq 0) { return $false }
    if ($null -eq $Section.Since -and $null -eq $Section.Until) { return $true }
    if ($null -eq $Context.Servers) { return $true }
    return @(Select-UcServer -Context $Context -Since $Section.Since -Until $Section.Until).Count -gt 0
}

# Asks one question. Answers a fact: command, time, and values or error.
function Get-UcSection {
    param([hashtable]$Section, [hashtable]$Context)
    $Context.Failures = New-Object System.Collections.ArrayList
    $Context.Answered = $false
    $fact = [ordered]@{ command = $Section.Text; time = [datetime]::UtcNow }
    try {
        if ($Section.Command -and $null -eq (Get-Command -Name $Section.Command -ErrorAction Ignore)) {
            throw (New-Object System.InvalidOperationException (Get-UcText -Key 'Fact_CommandMissing' -Values $Section.Command))
        }
        $values = @(& $Section.Read $Context)
        if ($values.Count -eq 0 -and -not $Context.Answered -and $Context.Failures.Count -gt 0) {
            $fact['error'] = $Context.Failures[0]['error']
        } else {
            $fact['values'] = $values
        }
    } catch {
        $fact['error'] = Format-UcCause $_
    }
    if ($Context.Failures.Count -gt 0) { $fact['failures'] = $Context.Failures.ToArray() }
    return $fact
}

# Asks all questions of these groups. Answers group -> section -> fact, for the groups in this order.
function Get-UcSectionList {
    param([string[]]$Group, [hashtable]$Context)
    $found = [ordered]@{}
    foreach ($name in $Group) { $found[$name] = [ordered]@{} }
    $sections = @($script:UcSections | Where-Object { $Group -contains $_.Group })
    $activity = Get-UcText -Key 'Fact_Progress' -Values $Context.Computer
    $errors = $global:Error.Count
    for ($i = 0; $i -lt $sections.Count; $i++) {
        $section = $sections[$i]
        Write-Progress -Activity $activity -Status $section.Text -PercentComplete (100 * $i / $sections.Count)
        if (Test-UcSection -Section $section -Context $Context) {
            $fact = Get-UcSection -Section $section -Context $Context
            $found[$section.Group][$section.Name] = $fact
            $Context.Known[$section.Path] = $fact
        }
    }
    Write-Progress -Activity $activity -Completed
    # They are in the facts; what the user sees in $Error is what went wrong for the user.
    while ($global:Error.Count -gt $errors) { $global:Error.RemoveAt(0) }
    return $found
}
