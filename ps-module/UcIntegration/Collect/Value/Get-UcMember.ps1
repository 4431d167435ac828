function Get-UcMember {
    <#
    .SYNOPSIS
    A property of an object; nothing if it has none of this name.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param($Object, [string]$Name)
    if ($null -eq $Object) { return }
    $member = ([psobject]$Object).PSObject.Properties[$Name]
    if ($null -ne $member) { return , $member.Value }
}
