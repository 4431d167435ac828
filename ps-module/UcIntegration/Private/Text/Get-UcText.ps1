$script:UcTexts = @{}

function Get-UcText {
    <#
    .SYNOPSIS
    The sentence with this key, its placeholders filled.

    .DESCRIPTION
    Every language but French reads English, as in the library.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([string]$Key, [object[]]$Values = @())
    $folder = 'en-US'
    if ((Get-UcCultureName) -match '^fr(-|$)') { $folder = 'fr-FR' }
    if (-not $script:UcTexts.ContainsKey($folder)) {
        $table = $null
        Import-LocalizedData -BindingVariable table -BaseDirectory $script:UcModuleRoot -FileName 'UcIntegration.strings.psd1' -UICulture $folder
        $script:UcTexts[$folder] = $table
    }
    return [string]::Format($script:UcTexts[$folder][$Key], $Values)
}
