function New-UcImportType {
    <#
    .SYNOPSIS
    Declares functions of native libraries as static methods of a new type: each is a name, what it returns and what
    it takes.

    .DESCRIPTION
    An absolute path is loaded as it is, on .NET Framework and on .NET; the file is opened at the first call, not
    here.
    #>
    [CmdletBinding()]
    [OutputType([type])]
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
