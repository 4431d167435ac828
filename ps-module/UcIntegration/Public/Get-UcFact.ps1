function Get-UcFact {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(DefaultParameterSetName = 'User', PositionalBinding = $false)]
    [OutputType('UcIntegration.Fact')]
    param(
        [Parameter(ParameterSetName = 'User', Position = 0, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('PrimarySmtpAddress')]
        [ValidateNotNullOrEmpty()]
        [string[]]$User,

        [Parameter(ParameterSetName = 'AllUsers', Mandatory = $true)]
        [switch]$AllUsers,

        [ValidateSet('Exchange', 'Lync', 'Local')]
        [string[]]$Shell,

        [ValidateSet('Prerequisites', 'OwaIm', 'UnifiedMessaging', 'Hybrid')]
        [AllowEmptyCollection()]
        [AllowNull()]
        [string[]]$Scenario,

        [ValidateNotNullOrEmpty()]
        [string[]]$TestUser
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
        $users = New-Object System.Collections.ArrayList
    }
    process {
        if ($null -ne $User) { $users.AddRange($User) }
    }
    end {
        $present = @(Get-UcShell)
        $wanted = $present
        if ($null -ne $Shell) { $wanted = @($Shell | Select-Object -Unique) }
        $needed = $null
        try {
            if ($Scenario) { $needed = Get-UcNeededSection -Scenario $Scenario }
        } catch {
            Write-UcError -Cmdlet $PSCmdlet -Cause $_ -Terminate
        }
        # One document has the facts of the machine; a second shell on it would only repeat them.
        $machine = $true
        foreach ($name in $wanted) {
            if ($name -ne 'Local' -and $present -notcontains $name) {
                $PSCmdlet.WriteError((New-UcOwnErrorRecord -Id 'ShellMissing' -Key 'Shell_Missing' -Values $name, $script:UcShellCommand[$name] -Target $name -WithHint))
                continue
            }
            $context = New-UcFactContext -User $users.ToArray() -AllUsers $AllUsers -TestUser $TestUser -Needed $needed
            Get-UcFactDocument -Shell $name -Machine $machine -Context $context
            $machine = $false
        }
    }
}
