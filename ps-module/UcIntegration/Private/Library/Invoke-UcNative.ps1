function Invoke-UcNative {
    <#
    .SYNOPSIS
    Calls one function of the library: the request goes in as UTF-8, the status and the bytes of the response come
    back.
    #>
    [OutputType([hashtable])]
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
