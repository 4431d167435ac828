# The only place that calls the library: finds its file for this process, declares its functions, checks the version
# of its interface, and moves bytes across. Knows nothing of what the functions do.

# The version of the interface that this module speaks (UC_ABI_VERSION in uc_integration.h).
$script:UcAbiVersion = 2
$script:UcNative = $null

# The folder and file name of the library for this process. Throws where there is none.
function Get-UcLibraryName {
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

# Declares functions of native libraries as static methods of a new type: each is a name, what it returns and what it
# takes. An absolute path is loaded as it is, on .NET Framework and on .NET; the file is opened at the first call, not here.
function New-UcImportType {
    param([string]$Name, [string]$LibraryPath, [object[]]$Function, [string]$Convention)
    $assemblyName = New-Object System.Reflection.AssemblyName $Name
    $access = [System.Reflection.Emit.AssemblyBuilderAccess]::Run
    $domain = [AppDomain]::CurrentDomain
    if ($domain.PSObject.Methods['DefineDynamicAssembly']) {
        $assembly = $domain.DefineDynamicAssembly($assemblyName, $access)
    } else {
        $assembly = [System.Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly($assemblyName, $access)
    }
    $type = $assembly.DefineDynamicModule($Name).DefineType($Name + 'Methods', 'Public, Abstract, Sealed')
    foreach ($one in $Function) {
        $method = $type.DefinePInvokeMethod($one[0], $LibraryPath, 'Public, Static, PinvokeImpl', 'Standard',
            $one[1], $one[2], $Convention, 'Ansi')
        $method.SetImplementationFlags('PreserveSig')
    }
    return $type.CreateType()
}

# Declares the functions of the library in this file.
function New-UcNativeType {
    param([string]$LibraryPath)
    $call = [Type[]]@([byte[]], [UIntPtr], [IntPtr])
    $functions = @(
        @('uc_abi_version', [uint32], [Type[]]@()),
        @('uc_buffer_free', [void], [Type[]]@([IntPtr])),
        @('uc_config_read', [int], $call),
        @('uc_config_apply', [int], $call),
        @('uc_backup_list', [int], $call),
        @('uc_backup_restore', [int], $call),
        @('uc_backup_prune', [int], $call),
        @('uc_value_check', [int], $call),
        @('uc_certificate_check', [int], $call),
        @('uc_rules_list', [int], $call),
        @('uc_support_list', [int], $call),
        @('uc_estate_check', [int], $call),
        @('uc_plan_make', [int], $call),
        @('uc_plan_read', [int], $call),
        @('uc_plan_render', [int], $call),
        @('uc_report_render', [int], $call)
    )
    return New-UcImportType -Name 'UcIntegration.Native' -LibraryPath $LibraryPath -Function $functions -Convention 'Cdecl'
}

# Loads the library and checks its version. Throws one error that says what to do.
function Connect-UcLibrary {
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

# Whether a file is a library for x64 processes of Windows (PE) or Linux (ELF). The systems themselves, and the versions
# of .NET, report a wrong file in too many ways to tell it from a blocked one.
function Test-UcLibraryFile {
    param([string]$Path)
    $head = New-Object byte[] 4096
    $stream = [System.IO.File]::OpenRead($Path)
    try {
        $length = $stream.Read($head, 0, $head.Length)
    } finally {
        $stream.Close()
    }
    if ($length -lt 64) { return $false }
    if ([BitConverter]::ToUInt32($head, 0) -eq 0x464c457f) { return [BitConverter]::ToUInt16($head, 18) -eq 0x3e }
    $header = [BitConverter]::ToInt32($head, 0x3c)
    if ([BitConverter]::ToUInt16($head, 0) -ne 0x5a4d -or $header -lt 0 -or $header -gt $length - 6) { return $false }
    return [BitConverter]::ToUInt16($head, $header + 4) -eq 0x8664
}

# Asks the library for the version of its interface: the first call, at which the system opens the file.
function Get-UcLibraryVersion {
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

# Calls one function of the library: the request goes in as UTF-8, the status and the bytes of the response come back.
function Invoke-UcNative {
    param([string]$Function, [byte[]]$Request)
    $word = [IntPtr]::Size
    $buffer = [System.Runtime.InteropServices.Marshal]::AllocHGlobal(3 * $word)
    try {
        foreach ($offset in 0, $word, (2 * $word)) {
            [System.Runtime.InteropServices.Marshal]::WriteIntPtr($buffer, $offset, [IntPtr]::Zero)
        }
        try {
            # A method whose name stands in a variable can be called since PowerShell 4.0 only.
            $arguments = [object[]]@($Request, [UIntPtr][uint64]$Request.Length, $buffer)
            $status = $script:UcNative.GetMethod($Function).Invoke($null, $arguments)
            $length = [System.Runtime.InteropServices.Marshal]::ReadIntPtr($buffer, $word).ToInt64()
            $bytes = New-Object byte[] $length
            if ($length -gt 0) {
                $data = [System.Runtime.InteropServices.Marshal]::ReadIntPtr($buffer)
                [System.Runtime.InteropServices.Marshal]::Copy($data, $bytes, 0, $bytes.Length)
            }
        } finally {
            $script:UcNative::uc_buffer_free($buffer)
        }
    } finally {
        [System.Runtime.InteropServices.Marshal]::FreeHGlobal($buffer)
    }
    return @{ Status = $status; Bytes = $bytes }
}
