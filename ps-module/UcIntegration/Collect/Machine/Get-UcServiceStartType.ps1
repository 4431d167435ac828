# The words of .NET for what the registry says.
$script:UcStartType = @{ 2 = 'Automatic'; 3 = 'Manual'; 4 = 'Disabled' }

function Get-UcServiceStartType {
    <#
    .SYNOPSIS
    How a service is started, from the registry; nothing if it does not say.

    .DESCRIPTION
    Services have no StartType before .NET Framework 4.6.1.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([string]$Name)
    try {
        $start = ConvertTo-UcNumber (Get-UcRegistryValue -Key ('HKLM:\SYSTEM\CurrentControlSet\Services\' + $Name) -Name 'Start')
    } catch {
        Write-Verbose (Get-UcCause -Cause $_)
        return
    }
    if ($null -ne $start -and $start -le 4) { return $script:UcStartType[[int]$start] }
}
