# The version of the interface that this module speaks (UC_ABI_VERSION in uc_integration.h).
$script:UcAbiVersion = 2
$script:UcNative = $null

function Connect-UcLibrary {
    <#
    .SYNOPSIS
    Loads the library and checks its version.

    .DESCRIPTION
    Throws one error that says what to do.
    #>
    [OutputType([void])]
    param()
    $folder, $file = Get-UcLibraryName
    $path = [System.IO.Path]::Combine([System.IO.Path]::Combine([System.IO.Path]::Combine($script:UcModuleRoot, 'bin'), $folder), $file)
    if (-not [System.IO.File]::Exists($path)) {
        throw (New-UcOwnErrorRecord -Id 'LibraryMissing' -Key 'Library_Missing' -Values $path -Target $path)
    }
    $type = New-UcNativeType -LibraryPath $path
    $version = Get-UcLibraryVersion -Type $type -Path $path
    if ($version -lt $script:UcAbiVersion) {
        throw (New-UcOwnErrorRecord -Id 'LibraryOlder' -Key 'Library_Older' -Values $path, $version, $script:UcAbiVersion -Target $path)
    }
    if ($version -gt $script:UcAbiVersion) {
        throw (New-UcOwnErrorRecord -Id 'LibraryNewer' -Key 'Library_Newer' -Values $path, $version, $script:UcAbiVersion -Target $path)
    }
    $script:UcNative = $type
}
