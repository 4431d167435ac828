function New-UcErrorRecord {
    <#
    .SYNOPSIS
    An error record.

    .DESCRIPTION
    PowerShell keeps the recommended action but does not print it, so the printed text holds it as well; the message
    of the exception does not.
    #>
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param([string]$Id, [string]$Message, [string]$Hint, $Target)
    $category = 'NotSpecified'
    if ($script:UcErrorCategory.ContainsKey($Id)) { $category = $script:UcErrorCategory[$Id] }
    $exception = New-UcException -Id $Id -Message $Message
    $record = New-Object System.Management.Automation.ErrorRecord $exception, $Id, $category, $Target
    if ($Hint) {
        $exception.Data['Hint'] = $Hint
        $record.ErrorDetails = New-Object System.Management.Automation.ErrorDetails ($Message + ' ' + $Hint)
        $record.ErrorDetails.RecommendedAction = $Hint
    }
    return $record
}
