$script:UcSections = New-Object System.Collections.ArrayList

function Add-UcSection {
    <#
    .SYNOPSIS
    Adds a question.

    .DESCRIPTION
    Path: its place in the document. Text: the command as the fact names it. Command: what must exist in the shell.
    Since, Until: the versions of Exchange that have it. ForUser: asked only if users were asked for. ForTest: only
    if users were named for a test that leaves traces.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([string]$Path, [string]$Text, [string]$Command, [version]$Since, [version]$Until, [switch]$ForUser, [switch]$ForTest, [scriptblock]$Read)
    $group, $name = $Path.Split('.')
    $section = @{
        Path = $Path; Group = $group; Name = $name; Text = $Text; Command = $Command
        Since = $Since; Until = $Until; ForUser = [bool]$ForUser; ForTest = [bool]$ForTest; Read = $Read
    }
    [void]$script:UcSections.Add($section)
}
