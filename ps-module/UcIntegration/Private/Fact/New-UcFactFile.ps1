function New-UcFactFile {
    <#
    .SYNOPSIS
    The file of a document of facts: its path and bytes.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([string]$Folder, $Fact)
    if (-not (Test-UcFact $Fact)) { throw (New-UcOwnErrorRecord -Id 'FactInvalid' -Key 'Fact_Invalid' -Values ([string]$Fact) -Target $Fact -WithHint) }
    $path = Join-UcFilePath -Folder $Folder -Name (Get-UcFactFileName -Computer $Fact.Computer -Shell $Fact.Shell -Time $Fact.Time)
    return @{ Path = $path; Bytes = (New-Object System.Text.UTF8Encoding $false).GetBytes($Fact.Json) }
}
