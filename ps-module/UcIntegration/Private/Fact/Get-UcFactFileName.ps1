function Get-UcFactFileName {
    <#
    .SYNOPSIS
    The name of the file for a document.

    .DESCRIPTION
    A name from another machine must not lead out of the folder.
    #>
    [OutputType([string])]
    param([string]$Computer, [string]$Shell, [datetime]$Time)
    $stamp = $Time.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", [System.Globalization.CultureInfo]::InvariantCulture)
    return (('facts-{0}-{1}-{2}' -f $Computer, $Shell, $stamp) -replace '[^\w.\-]', '_') + '.json'
}
