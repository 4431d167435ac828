function Stop-UcWithoutServer {
    <#
    .SYNOPSIS
    Without a server a plan has no steps, which must not look like a job that is done.
    #>
    [OutputType([void])]
    param()
    throw (New-UcOwnErrorRecord -Id 'ServerUnknown' -Key 'OwaIm_ServerUnknown' -WithHint)
}
