function New-UcRestoreObject {
    <#
    .SYNOPSIS
    What a restore did, as an object of the type UcIntegration.RestoreResult.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.RestoreResult')]
    param([hashtable]$Body)
    return [pscustomobject]@{
        PSTypeName   = 'UcIntegration.RestoreResult'
        Path         = $Body['path']
        Id           = $Body['id']
        Changed      = $Body['changed']
        BackupId     = $Body['backupId']
        Sha256Before = $Body['sha256Before']
        Sha256After  = $Body['sha256After']
        Diff         = $Body['diff']
    }
}
