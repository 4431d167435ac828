function Read-UcPassword {
    <#
    .SYNOPSIS
    Asks for the password of a file; nothing where nobody can be asked.
    #>
    [OutputType([System.Security.SecureString])]
    param([string]$Path)
    $field = New-Object System.Management.Automation.Host.FieldDescription (Get-UcText -Key 'Certificate_Password')
    $field.SetParameterType([System.Security.SecureString])
    $fields = New-Object 'System.Collections.ObjectModel.Collection[System.Management.Automation.Host.FieldDescription]'
    $fields.Add($field)
    try {
        return $Host.UI.Prompt('', (Get-UcText -Key 'Certificate_PasswordFor' -Values $Path), $fields)[$field.Name]
    } catch [System.Exception] {
        Write-Verbose (Get-UcCause -Cause $_)
    }
}
