# The functions of the library as C# for Add-Type; the path of the library takes the place of the word in capitals.
$path = 'LIBRARY'
$shape = 'byte[] request, System.UIntPtr length, ref Buffer response'
$functions = 'uc_config_read', 'uc_config_apply', 'uc_backup_list', 'uc_backup_restore', 'uc_backup_prune', 'uc_value_check'
$source = 'public struct Buffer { public System.IntPtr data; public System.UIntPtr length; public System.UIntPtr capacity; }'
foreach ($function in $functions) {
    $source += "[DllImport(@`"$path`", CallingConvention = CallingConvention.Cdecl)] public static extern int $function($shape);"
}
$source += "[DllImport(@`"$path`", CallingConvention = CallingConvention.Cdecl)] public static extern uint uc_abi_version();"
$source += "[DllImport(@`"$path`", CallingConvention = CallingConvention.Cdecl)] public static extern void uc_buffer_free(ref Buffer b);"
if (Test-Path (Join-Path $PSHOME 'ref')) {
    Add-Type -MemberDefinition $source -Name Library -Namespace Measured
} else {
    # Add-Type needs reference assemblies, which not every PowerShell has; this is what it does with them.
    [void][Reflection.Assembly]::LoadFrom((Join-Path $PSHOME 'Microsoft.CodeAnalysis.dll'))
    [void][Reflection.Assembly]::LoadFrom((Join-Path $PSHOME 'Microsoft.CodeAnalysis.CSharp.dll'))
    $using = 'using System; using System.Runtime.InteropServices;'
    $code = "$using namespace Measured { public class Library { $source } }"
    $trees = [Microsoft.CodeAnalysis.SyntaxTree[]]@([Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText($code))
    $core = [Microsoft.CodeAnalysis.MetadataReference[]]@([Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile([object].Assembly.Location))
    $kind = [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new(
        [Microsoft.CodeAnalysis.OutputKind]::DynamicallyLinkedLibrary)
    $compilation = [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create('Measured', $trees, $core, $kind)
    $stream = New-Object IO.MemoryStream
    $result = $compilation.Emit($stream)
    if (-not $result.Success) { throw "it does not compile: $($result.Diagnostics[0])" }
    [void][Reflection.Assembly]::Load($stream.ToArray())
}
[void][Measured.Library].GetMethod('uc_config_read').Name
