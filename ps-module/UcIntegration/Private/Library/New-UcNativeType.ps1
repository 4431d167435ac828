function New-UcNativeType {
    <#
    .SYNOPSIS
    Declares the functions of the library in this file.
    #>
    [OutputType([type])]
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
        @('uc_facts_list', [int], $call),
        @('uc_support_list', [int], $call),
        @('uc_estate_check', [int], $call),
        @('uc_plan_create', [int], $call),
        @('uc_plan_read', [int], $call),
        @('uc_plan_render', [int], $call),
        @('uc_report_render', [int], $call)
    )
    return New-UcImportType -Name 'UcIntegration.Native' -LibraryPath $LibraryPath -Function $functions -Convention 'Cdecl'
}
