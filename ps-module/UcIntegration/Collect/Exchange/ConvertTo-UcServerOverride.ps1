function ConvertTo-UcServerOverride {
    <#
    .SYNOPSIS
    What a server says of the setting overrides, from its diagnostic information.

    .DESCRIPTION
    Values are elements or attributes, according to the version. An error that stands in the answer is one, and so is
    an answer without a list.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param($Answer)
    $document = ConvertTo-UcXml (Get-UcDiagnosticText $Answer)
    $found = $document.SelectSingleNode('//*[local-name() = "VariantConfiguration"]/*[local-name() = "Overrides"]')
    if ($null -eq $found) {
        Assert-UcDiagnosticAnswer $document
        throw (Get-UcText -Key 'Fact_PropertyMissing' -Values 'Overrides')
    }
    $record = [ordered]@{}
    $updated = ConvertTo-UcTime (Get-UcXmlValue $found 'Updated')
    if ($null -ne $updated) { $record['updated'] = $updated }
    $record['overrides'] = @(foreach ($node in @($found.SelectNodes('*[local-name() = "SettingOverride"]'))) {
        $override = [ordered]@{ name = Get-UcXmlValue $node 'Name' }
        if (-not $override['name']) { continue }
        foreach ($name in 'Status', 'Message') {
            $value = Get-UcXmlValue $node $name
            if ($value) { $override[$name.ToLowerInvariant()] = $value }
        }
        $list = $node.SelectSingleNode('*[local-name() = "Parameters"]')
        if ($null -ne $list) { $override['parameters'] = @(foreach ($one in @($list.SelectNodes('*'))) { $one.InnerText.Trim() }) }
        $override
    })
    return $record
}
