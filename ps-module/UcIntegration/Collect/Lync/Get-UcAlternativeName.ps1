function Get-UcAlternativeName {
    <#
    .SYNOPSIS
    The alternative names of a certificate of Lync; nothing if the answer does not tell.

    .DESCRIPTION
    Through a session they may be one text, or come empty, which does not say that there are none.
    #>
    [CmdletBinding()]
    [OutputType([object[]])]
    param($Value)
    $texts = @(foreach ($item in $Value) { ([string]$item).Trim().Trim('{', '}') -split '[,;\s]+' })
    # A name of a type, such as System.String[], is what is left of a list that was lost.
    $names = @($texts | ForEach-Object { $_ -replace '^(?i)(?:DNS|Name|Nom)[=:]', '' } | Where-Object { $_ -match '^[^\s=\[\]]*[^\s=\[\].]$' -and $_ -notmatch '^(?i)(DNS|Name|Nom)$' })
    if ($names.Count -gt 0) { return , $names }
}
