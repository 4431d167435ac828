function Test-UcLibraryFile {
    <#
    .SYNOPSIS
    Whether a file is a library for x64 processes of Windows (PE) or Linux (ELF).

    .DESCRIPTION
    The systems themselves, and the versions of .NET, report a wrong file in too many ways to tell it from a blocked
    one.
    #>
    [OutputType([bool])]
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
