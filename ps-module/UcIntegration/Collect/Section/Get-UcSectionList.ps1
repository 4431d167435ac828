function Get-UcSectionList {
    <#
    .SYNOPSIS
    Asks all questions of these groups.

    .DESCRIPTION
    Answers group -> section -> fact, for the groups in this order.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
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
