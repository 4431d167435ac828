function New-UcException {
    <#
    .SYNOPSIS
    The exception of a status: the class that .NET would throw itself, where there is one.
    #>
    [OutputType([System.Exception])]
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
