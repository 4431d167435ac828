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
Add-Type -MemberDefinition $source -Name Library -Namespace Measured
