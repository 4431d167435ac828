function Get-UcMetadataUrl {
    <#
    .SYNOPSIS
    The address of the metadata document of a partner application; empty if it has none.

    .DESCRIPTION
    The address of the metadata document of an application: the value of its token, which in some sessions is only a
    text such as "Value=https://...". An application without one has a token of another kind.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param($Application)
    $token = Get-UcMember $Application 'AuthToken'
    foreach ($text in (Get-UcMember $token 'MetadataUrl'), (Get-UcMember $token 'Value'), $token) {
        if ([string]$text -match '^(?:Value=)?(https?://\S+)$') { return $Matches[1] }
    }
    return ''
}
