function Export-UcFact {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Low', PositionalBinding = $false)]
    [OutputType([System.IO.FileInfo])]
    param(
        [Parameter(Position = 0)]
        [ValidateNotNullOrEmpty()]
        [string]$Path = '.',

        [Parameter(ValueFromPipeline = $true)]
        [ValidateNotNull()]
        [psobject[]]$Fact
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
        $folder = Resolve-UcLiteralPath -Cmdlet $PSCmdlet -Path $Path
        $given = $PSBoundParameters.ContainsKey('Fact') -or $MyInvocation.ExpectingInput
    }
    process {
        if (-not $folder) { return }
        $facts = $Fact
        if (-not $given) { $facts = @(Get-UcFact) }
        foreach ($one in $facts) { Export-UcFactFile -Cmdlet $PSCmdlet -Folder $folder -Fact $one }
    }
}
