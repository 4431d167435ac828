function Get-UcOwnFactText {
    <#
    .SYNOPSIS
    Documents of what this session and its machine tell, for the questions of these scenarios; of all, if none is
    named.
    #>
    [OutputType([hashtable])]
    param([string[]]$Scenario)
    # A parameter with a set of values takes no $null, not even where that means all.
    $asked = @{}
    if ($Scenario) { $asked['Scenario'] = $Scenario }
    foreach ($one in (Get-UcFact @asked)) { ConvertTo-UcFactText -Fact $one }
}
