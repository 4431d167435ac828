function Get-UcLibraryName {
    <#
    .SYNOPSIS
    The folder and file name of the library for this process.

    .DESCRIPTION
    Throws where there is none.
    #>
    [OutputType([string])]
    param()
    $windows = [Environment]::OSVersion.Platform -eq [PlatformID]::Win32NT
    $machine = $env:PROCESSOR_ARCHITECTURE
    $runtime = 'System.Runtime.InteropServices.RuntimeInformation' -as [type]
    if ($null -ne $runtime -and $null -ne $runtime.GetProperty('ProcessArchitecture')) { $machine = [string]$runtime::ProcessArchitecture }
    if ([IntPtr]::Size -ne 8 -or @('AMD64', 'X64') -notcontains $machine) {
        throw (New-UcOwnErrorRecord -Id 'ProcessUnsupported' -Key 'Library_Process' -Values $machine, ([IntPtr]::Size * 8))
    }
    if ($windows) { return 'win-x64', 'uc_integration.dll' }
    return 'linux-x64', 'libuc_integration.so'
}
