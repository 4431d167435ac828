function Get-UcXmlValue {
    <#
    .SYNOPSIS
    What an element says by an attribute or an element of a name, in any case; nothing if it has neither.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([System.Xml.XmlElement]$Element, [string]$Name)
    # PowerShell reads nothing from InnerText of an attribute.
    foreach ($attribute in @($Element.Attributes)) { if ($attribute.LocalName -eq $Name) { return $attribute.Value.Trim() } }
    foreach ($child in @($Element.SelectNodes('*'))) { if ($child.LocalName -eq $Name) { return $child.InnerText.Trim() } }
}
