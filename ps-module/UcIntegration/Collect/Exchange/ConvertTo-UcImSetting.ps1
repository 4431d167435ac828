function ConvertTo-UcImSetting {
    <#
    .SYNOPSIS
    The instant messaging settings in the diagnostic information of one server.

    .DESCRIPTION
    Values are elements or attributes, according to the version.
    #>
    [OutputType([hashtable])]
    param([string]$Text)
    $options = New-Object System.Xml.XmlReaderSettings
    $options.DtdProcessing = [System.Xml.DtdProcessing]::Prohibit
    $options.XmlResolver = $null
    $reader = [System.Xml.XmlReader]::Create((New-Object System.IO.StringReader $Text), $options)
    $document = New-Object System.Xml.XmlDocument
    try { $document.Load($reader) } finally { $reader.Close() }
    $found = $document.SelectSingleNode('//*[local-name()="IMSettings"]')
    if ($null -eq $found) { throw (New-Object System.FormatException (Get-UcText -Key 'Fact_PropertyMissing' -Values 'IMSettings')) }
    $settings = @{}
    foreach ($node in @($found.Attributes) + @($found.ChildNodes)) {
        if ($null -ne $node -and $node.InnerText.Trim()) { $settings[$node.LocalName] = $node.InnerText.Trim() }
    }
    return $settings
}
