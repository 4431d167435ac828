function Get-UcLibraryVersion {
    <#
    .SYNOPSIS
    Asks the library for the version of its interface: the first call, at which the system opens the file.
    #>
    [CmdletBinding()]
    [OutputType([uint32])]
    param([Type]$Type, [string]$Path)
    $id, $key = 'LibraryBlocked', 'Library_Blocked'
    $detail = ''
    try {
        if (Test-UcLibraryFile -Path $Path) { return $Type::uc_abi_version() }
        $id, $key = 'LibraryArchitecture', 'Library_Architecture'
    } catch {
        $cause = $_.Exception
        while ($null -ne $cause.InnerException) { $cause = $cause.InnerException }
        if ($cause -is [System.EntryPointNotFoundException]) { $id, $key = 'LibraryForeign', 'Library_Foreign' }
        # PowerShell 7 looks for a library that does not load in the folder of the calling assembly, trips over ours,
        # which has none, and so hides the reason.
        $detail = 'DllNotFoundException'
        if ($cause -isnot [System.ArgumentException]) { $detail = $cause.Message.Trim().TrimEnd('.') }
        # The caller sees one error, that of the import.
        if ($global:Error.Count -gt 0) { $global:Error.RemoveAt(0) }
    }
    throw (New-UcOwnErrorRecord -Id $id -Key $key -Values $Path, $detail -Target $Path)
}
