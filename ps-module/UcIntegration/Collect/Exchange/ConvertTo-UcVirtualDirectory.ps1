function ConvertTo-UcVirtualDirectory {
    <#
    .SYNOPSIS
    An OWA virtual directory; its site tells the front end from the back end.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param($Object)
    $map = 'identity Identity Text!', 'server Server Name!', 'instantMessagingEnabled InstantMessagingEnabled Bool', 'instantMessagingType InstantMessagingType Text',
        'instantMessagingServerName InstantMessagingServerName Text?', 'instantMessagingCertificateThumbprint InstantMessagingCertificateThumbprint Text?'
    $record = ConvertTo-UcRecord $Object $map
    $record['backEnd'] = $record['identity'] -like '*(Exchange Back End)*'
    return $record
}
