# The objects that the functions put out. The type names are those of the views in UcIntegration.Format.ps1xml.

# What overrides a setting, as "file:line (add)"; empty if nothing does.
function Format-UcOverride {
    param($Override, [string]$Path)
    if ($null -eq $Override) { return '' }
    $file = $Path
    if ($Override['path']) { $file = $Override['path'] }
    return '{0}:{1} ({2})' -f $file, $Override['line'], $Override['kind']
}

function New-UcAppSettingObject {
    param([hashtable]$Setting, [string]$Path, [string]$Location)
    $file = $Path
    if ($Setting['path']) { $file = $Setting['path'] }
    return [pscustomobject]@{
        PSTypeName   = 'UcIntegration.AppSetting'
        Path         = $file
        Location     = $Location
        Key          = $Setting['key']
        Value        = $Setting['value']
        Line         = $Setting['line']
        Column       = $Setting['column']
        Effective    = $Setting['effective']
        OverriddenBy = Format-UcOverride -Override $Setting['overriddenBy'] -Path $Path
    }
}

function New-UcProblemObject {
    param([hashtable]$Problem, [string]$Path)
    $file = $Path
    if ($Problem['path']) { $file = $Problem['path'] }
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.ConfigProblem'
        Path       = $file
        Severity   = $Problem['severity']
        Code       = $Problem['code']
        Line       = $Problem['line']
        Column     = $Problem['column']
        Message    = $Problem['message']
        Hint       = $Problem['hint']
    }
}

function New-UcChangeObject {
    param([hashtable]$Change, [hashtable]$Body, [string]$Location)
    return [pscustomobject]@{
        PSTypeName   = 'UcIntegration.SettingChange'
        Path         = $Body['path']
        Location     = $Location
        Key          = $Change['key']
        Action       = $Change['action']
        OldValue     = $Change['old']
        NewValue     = $Change['new']
        Line         = $Change['line']
        Effective    = $Change['effective']
        OverriddenBy = Format-UcOverride -Override $Change['overriddenBy'] -Path $Body['path']
        BackupId     = $Body['backupId']
        Diff         = $Body['diff']
    }
}

# A time of an answer in local time, of kind Local, so that it compares with Get-Date; nothing if there is none.
function ConvertTo-UcLocalTime {
    param([string]$Time)
    if (-not $Time) { return $null }
    $style = [System.Globalization.DateTimeStyles]::RoundtripKind
    return [datetime]::Parse($Time, [System.Globalization.CultureInfo]::InvariantCulture, $style).ToLocalTime()
}

function New-UcBackupObject {
    param([hashtable]$Backup, [string]$Directory)
    return [pscustomobject]@{
        PSTypeName      = 'UcIntegration.ConfigBackup'
        Id              = $Backup['id']
        Path            = $Backup['path']
        Time            = ConvertTo-UcLocalTime $Backup['time']
        Operation       = $Backup['operation']
        Reason          = $Backup['reason']
        User            = $Backup['user']
        Computer        = $Backup['computer']
        Sha256          = $Backup['sha256']
        Size            = $Backup['size']
        File            = $Backup['file']
        BackupDirectory = $Directory
        Problem         = $Backup['problem']
    }
}

function New-UcValueObject {
    param([hashtable]$Body, [string]$Value)
    $problems = @(foreach ($problem in $Body['problems']) {
        [pscustomobject]@{
            PSTypeName = 'UcIntegration.ValueProblem'
            Code       = $problem['code']
            Severity   = $problem['severity']
            Message    = $problem['message']
            Hint       = $problem['hint']
        }
    })
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.ValueCheck'
        Kind       = $Body['kind']
        Value      = $Value
        Valid      = $Body['valid']
        Normalized = $Body['normalized']
        Problems   = $problems
    }
}

function New-UcCertificateObject {
    param([hashtable]$Body, [string]$Path)
    $said = $Body['certificate']
    $findings = @(foreach ($finding in $Body['findings']) {
        [pscustomobject]@{
            PSTypeName = 'UcIntegration.CertificateFinding'
            Status     = $finding['status']
            Severity   = $finding['severity']
            Code       = $finding['code']
            Message    = $finding['message']
            Remedy     = $finding['remedy']
            Rule       = $finding['rule']
            Inference  = $finding['inference']
            Evidence   = @(foreach ($one in $finding['evidence']) { New-UcEvidenceObject -Evidence $one })
        }
    })
    return [pscustomobject]@{
        PSTypeName         = 'UcIntegration.CertificateCheck'
        Purpose            = $Body['purpose']
        Valid              = $Body['valid']
        Path               = $Path
        Thumbprint         = $said['thumbprint']
        Subject            = $said['subject']
        AlternativeName    = @($said['alternativeNames'])
        Issuer             = $said['issuer']
        NotBefore          = ConvertTo-UcLocalTime $said['notBefore']
        NotAfter           = ConvertTo-UcLocalTime $said['notAfter']
        KeyAlgorithm       = $said['keyAlgorithm']
        KeySize            = $said['keySize']
        SignatureAlgorithm = $said['signatureAlgorithm']
        EnhancedKeyUsage   = $said['usages']
        SerialNumber       = $said['serialNumber']
        SelfSigned         = $said['selfSigned']
        Findings           = $findings
    }
}

function New-UcRestoreObject {
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

function New-UcFactObject {
    param([string]$Computer, [string]$Shell, [datetime]$Time, [int]$Sections, [object[]]$Unknown, [string]$Json)
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.Fact'
        Computer   = $Computer
        Shell      = $Shell
        Time       = $Time
        Sections   = $Sections
        Unknown    = $Unknown
        Json       = $Json
    }
}

# Target: the server or name that was not answered for; empty if the whole question was not answered.
function New-UcUnknownObject {
    param([string]$Section, [string]$Target, [string]$Command, [string]$Cause)
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.UnknownFact'
        Section    = $Section
        Target     = $Target
        Command    = $Command
        Error      = $Cause
    }
}

function New-UcRemovedObject {
    param([hashtable]$Backup)
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.RemovedBackup'
        Id         = $Backup['id']
        Path       = $Backup['path']
    }
}
