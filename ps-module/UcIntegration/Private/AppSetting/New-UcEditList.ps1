function New-UcEditList {
    <#
    .SYNOPSIS
    An empty collection of edits, in the order in which the files were named.
    #>
    [OutputType([hashtable])]
    param()
    $comparer = [StringComparer]::Ordinal
    if ([System.IO.Path]::DirectorySeparatorChar -eq '\') { $comparer = [StringComparer]::OrdinalIgnoreCase }
    return @{
        Order  = New-Object System.Collections.ArrayList
        ByFile = New-Object 'System.Collections.Generic.Dictionary[string,object]' $comparer
    }
}
