function Open-UcRunJournal {
    <#
    .SYNOPSIS
    Opens the journal of a stage; -WhatIf leaves none behind.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([hashtable]$Run, [hashtable]$Stage)
    if ($WhatIfPreference) { return }
    $Run.Journal = Open-UcJournal -Folder $Run.Folder -Plan $Run.Plan -Place $Run.Place -Shell $Stage['shell']
}
