function Get-UcNormalValue {
    <#
    .SYNOPSIS
    The value of a parameter in its one right form, with a warning that says what did not belong to it.

    .DESCRIPTION
    One that has no right form is given on as it is: the findings say why.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([string]$Name, [string]$Kind, [string]$Value)
    $checked = (Invoke-UcCheckedRequest -Function 'uc_value_check' -Request @{ kind = $Kind; value = $Value }).Body
    # A text in another case is as good.
    if (-not $checked['valid'] -or $checked['normalized'] -eq $Value) { return $Value }
    foreach ($problem in $checked['problems']) {
        Write-Warning -Message (Get-UcText -Key 'Edit_Value' -Values $Name, $checked['normalized'], $problem['message'])
    }
    return $checked['normalized']
}
