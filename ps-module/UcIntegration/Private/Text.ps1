# The module's own sentences in the reader's language. Sentences about documents, files and values come from the
# library; nothing here knows what a sentence is about.

$script:UcTexts = @{}

# The culture of the reader, as sent with each request.
function Get-UcCultureName {
    return [System.Globalization.CultureInfo]::CurrentUICulture.Name
}

# The sentence with this key, its blanks filled. Every language but French reads English, as in the library.
function Get-UcText {
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
