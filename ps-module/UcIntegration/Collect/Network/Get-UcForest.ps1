function Get-UcForest {
    <#
    .SYNOPSIS
    The forest of this machine; a machine without one has no answer, which is an error of the question.
    #>
    [OutputType([object])]
    param()
    return [System.DirectoryServices.ActiveDirectory.Forest]::GetCurrentForest()
}
