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
        $sentences = @{ Write = 'Fact_Write'; FileExists = 'Fact_FileExists'; NotWritten = 'Fact_NotWritten' }
        $folder = $null
        try {
            $folder = Resolve-UcLiteralPath -Session $PSCmdlet.SessionState -Path $Path
        } catch {
            Write-UcError -Cmdlet $PSCmdlet -Cause $_
        }
        $given = $PSBoundParameters.ContainsKey('Fact') -or $MyInvocation.ExpectingInput
    }
    process {
        if (-not $folder) { return }
        $facts = $Fact
        if (-not $given) { $facts = @(Get-UcFact) }
        foreach ($one in $facts) {
            try {
                $file = New-UcFactFile -Folder $folder -Fact $one
            } catch {
                Write-UcError -Cmdlet $PSCmdlet -Cause $_
                continue
            }
            Export-UcFile -Cmdlet $PSCmdlet -Text $sentences -File $file -Force $false
        }
    }
}
