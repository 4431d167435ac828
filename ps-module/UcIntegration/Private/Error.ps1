# Error records: the status name as the id, a category, the path as the target, the place in the message and the way
# out as the recommended action.

$script:UcErrorCategory = @{
    RequestNull = 'InvalidArgument'; RequestNotUtf8 = 'InvalidArgument'; RequestNotJson = 'InvalidArgument'
    RequestInvalid = 'InvalidArgument'; RequestTooLarge = 'LimitsExceeded'
    KeyInvalid = 'InvalidArgument'; ValueInvalid = 'InvalidArgument'; ChangeConflict = 'InvalidArgument'
    ValueRejected = 'InvalidArgument'
    XmlMalformed = 'ParserError'; EncodingUnsupported = 'NotImplemented'; EncodingMismatch = 'InvalidData'
    EncodingInvalid = 'InvalidData'; DtdForbidden = 'InvalidData'; SectionEncrypted = 'InvalidOperation'
    SectionExternal = 'InvalidOperation'; SectionDuplicated = 'InvalidData'; UnexpectedRoot = 'InvalidData'
    LocationNotFound = 'ObjectNotFound'; DocumentTooLarge = 'LimitsExceeded'; SectionAmbiguous = 'InvalidData'
    FileNotFound = 'ObjectNotFound'; DirectoryNotFound = 'ObjectNotFound'; AccessDenied = 'PermissionDenied'
    FileReadOnly = 'PermissionDenied'; FileInUse = 'ResourceBusy'; DiskFull = 'ResourceUnavailable'
    PathTooLong = 'InvalidArgument'; PathInvalid = 'InvalidArgument'; NotAFile = 'InvalidArgument'
    FileChanged = 'InvalidOperation'; LockTimeout = 'OperationTimeout'; FileHasHardLinks = 'InvalidOperation'
    FileFailed = 'ResourceUnavailable'
    BackupDirectoryUnavailable = 'WriteError'; BackupNotFound = 'ObjectNotFound'; BackupDamaged = 'InvalidData'
    Panic = 'InvalidResult'; Internal = 'InvalidResult'
    FactsNotJson = 'ParserError'; FactsVersion = 'InvalidData'; FactsInvalid = 'InvalidData'; PlanInvalid = 'InvalidData'
    CertificateInvalid = 'InvalidData'; CertificateTrailing = 'InvalidData'; CertificateUnreadable = 'ReadError'
    CertificateNotFound = 'ObjectNotFound'; ThumbprintInvalid = 'InvalidArgument'
    PasswordWrong = 'AuthenticationError'; PasswordMissing = 'AuthenticationError'
    PlanUnreadable = 'ReadError'; PlanFileExists = 'ResourceExists'; PlanNotWritten = 'WriteError'
    ReportFileExists = 'ResourceExists'; ReportNotWritten = 'WriteError'
    FactUnreadable = 'ReadError'; RuleNotFound = 'ObjectNotFound'
    PathNotMatched = 'ObjectNotFound'; PathNotFileSystem = 'InvalidArgument'; PathUnresolved = 'InvalidArgument'
    SettingValueInvalid = 'InvalidArgument'
    ShellMissing = 'ObjectNotFound'; FactInvalid = 'InvalidArgument'; FactFileExists = 'ResourceExists'; FactNotWritten = 'WriteError'
    JournalDamaged = 'InvalidData'; JournalInUse = 'ResourceBusy'
    StepFailed = 'OperationStopped'; StepMoved = 'InvalidOperation'
    ServerUnknown = 'ObjectNotFound'; PoolUnknown = 'ObjectNotFound'
    LibraryMissing = 'ResourceUnavailable'; LibraryBlocked = 'ResourceUnavailable'
    LibraryArchitecture = 'ResourceUnavailable'; LibraryForeign = 'InvalidData'; LibraryOlder = 'InvalidData'
    LibraryNewer = 'InvalidData'; LibraryResponse = 'InvalidResult'; ProcessUnsupported = 'NotImplemented'
}

# The exception of a status: the class that .NET would throw itself, where there is one.
function New-UcException {
    param([string]$Id, [string]$Message)
    switch -Wildcard ($Id) {
        'FileNotFound' { return New-Object System.IO.FileNotFoundException $Message }
        'DirectoryNotFound' { return New-Object System.IO.DirectoryNotFoundException $Message }
        'PathTooLong' { return New-Object System.IO.PathTooLongException $Message }
        'AccessDenied' { return New-Object System.UnauthorizedAccessException $Message }
        'LockTimeout' { return New-Object System.TimeoutException $Message }
        'File*' { return New-Object System.IO.IOException $Message }
        'DiskFull' { return New-Object System.IO.IOException $Message }
        'Backup*' { return New-Object System.IO.IOException $Message }
        'Path*' { return New-Object System.ArgumentException $Message }
        'Setting*' { return New-Object System.ArgumentException $Message }
        '*Invalid' { return New-Object System.ArgumentException $Message }
    }
    return New-Object System.InvalidOperationException $Message
}

# An error record. PowerShell keeps the recommended action but does not print it, so the printed text holds it as well;
# the message of the exception does not.
function New-UcErrorRecord {
    param([string]$Id, [string]$Message, [string]$Hint, $Target)
    $category = 'NotSpecified'
    if ($script:UcErrorCategory.ContainsKey($Id)) { $category = $script:UcErrorCategory[$Id] }
    $exception = New-UcException -Id $Id -Message $Message
    $record = New-Object System.Management.Automation.ErrorRecord $exception, $Id, $category, $Target
    if ($Hint) {
        $exception.Data['Hint'] = $Hint
        $record.ErrorDetails = New-Object System.Management.Automation.ErrorDetails ($Message + ' ' + $Hint)
        $record.ErrorDetails.RecommendedAction = $Hint
    }
    return $record
}

# The error record of one of the module's own sentences: Texts <Key> and, where there is one, <Key>_Hint.
function New-UcOwnErrorRecord {
    param([string]$Id, [string]$Key, [object[]]$Values = @(), $Target, [switch]$WithHint)
    $hint = ''
    if ($WithHint) { $hint = Get-UcText -Key ($Key + '_Hint') -Values $Values }
    return New-UcErrorRecord -Id $Id -Message (Get-UcText -Key $Key -Values $Values) -Hint $hint -Target $Target
}

# The error record of an error response of the library.
function ConvertTo-UcErrorRecord {
    param([hashtable]$Body, [string]$Path)
    $file = $Path
    if ($Body['path']) { $file = $Body['path'] }
    $named = ''
    if ($file -and -not $Body['message'].Contains($file)) { $named = $file }
    $message = $Body['message']
    if ($Body['line'] -and $named) {
        $message = Get-UcText -Key 'Error_PlaceInFile' -Values $message, $named, $Body['line'], $Body['column']
    } elseif ($Body['line']) {
        $message = Get-UcText -Key 'Error_Place' -Values $message, $Body['line'], $Body['column']
    } elseif ($named) {
        $message = Get-UcText -Key 'Error_File' -Values $message, $named
    }
    $record = New-UcErrorRecord -Id $Body['name'] -Message $message -Hint $Body['hint'] -Target $file
    foreach ($name in 'code', 'line', 'column', 'offset') {
        if ($null -ne $Body[$name]) { $record.Exception.Data[$name] = $Body[$name] }
    }
    return $record
}

# What an error says that was caught, without the sentences that .NET and PowerShell put around it. It was handled, so
# the user's list of errors does not keep it.
function Get-UcCause {
    param([System.Management.Automation.ErrorRecord]$Cause)
    $inner = $Cause.Exception
    while ($null -ne $inner.InnerException) { $inner = $inner.InnerException }
    if ($global:Error.Count -gt 0) { $global:Error.RemoveAt(0) }
    return $inner.Message.Trim() -replace '\s*[\r\n]+\s*', ' '
}
