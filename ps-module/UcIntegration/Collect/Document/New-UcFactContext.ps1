function New-UcFactContext {
    <#
    .SYNOPSIS
    What the readers of one document share.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string[]]$User, [bool]$AllUsers, [string[]]$TestUser, [string[]]$Needed)
    return @{
        Cmdlet = $Cmdlet; Computer = Get-UcComputerName; User = @(Get-UcUserName -User $User | Select-Object -Unique); AllUsers = $AllUsers
        Servers = $null; InstallPath = $null; Failures = $null; Answered = $false; Known = @{}
        Needed = $Needed; TestUser = @(Get-UcUserName -User $TestUser | Select-Object -Unique)
    }
}
