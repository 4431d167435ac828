function Get-UcCultureName {
    <#
    .SYNOPSIS
    The culture of the reader, as sent with each request.
    #>
    [OutputType([string])]
    param()
    return [System.Globalization.CultureInfo]::CurrentUICulture.Name
}
