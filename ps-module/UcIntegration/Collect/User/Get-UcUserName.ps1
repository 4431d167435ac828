function Get-UcUserName {
    <#
    .SYNOPSIS
    The addresses as they were meant: without blanks and sip:.
    #>
    [OutputType([string])]
    param([string[]]$User)
    foreach ($one in $User) {
        $name = $one.Trim() -replace '^(?i)(sip|smtp):', ''
        if ($name) { $name }
    }
}
