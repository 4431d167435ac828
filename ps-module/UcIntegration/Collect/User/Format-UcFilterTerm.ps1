function Format-UcFilterTerm {
    <#
    .SYNOPSIS
    One term of a filter.

    .DESCRIPTION
    An asterisk is a wildcard for the products as well; quotes are doubled, so that an address stays one text.
    #>
    [OutputType([string])]
    param([string]$Property, [string]$Value)
    $operator = '-eq'
    if ($Value.Contains('*')) { $operator = '-like' }
    return $Property + ' ' + $operator + " '" + ($Value -replace '[\u0027\u2018-\u201b]', '$0$0') + "'"
}
