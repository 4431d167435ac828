function New-UcFactContext {
    <#
    .SYNOPSIS
    What the readers of one document share.
    #>
    [OutputType([hashtable])]
    param([string[]]$User, [bool]$AllUsers, [string[]]$TestUser, [string[]]$Needed)
    return @{
        Computer = Get-UcComputerName; User = @(Get-UcUserName -User $User | Select-Object -Unique); AllUsers = $AllUsers
        Servers = $null; InstallPath = $null; Failures = $null; Answered = $false; Known = @{}
        Needed = $Needed; TestUser = @(Get-UcUserName -User $TestUser | Select-Object -Unique)
    }
}
