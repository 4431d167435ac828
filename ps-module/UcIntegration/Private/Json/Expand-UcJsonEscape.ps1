function Expand-UcJsonEscape {
    <#
    .SYNOPSIS
    A text with its \uXXXX escapes replaced by their characters.
    #>
    [OutputType([string])]
    param([string]$Text)
    $builder = New-Object System.Text.StringBuilder
    $from = 0
    foreach ($match in [regex]::Matches($Text, '\\u([0-9a-fA-F]{4})')) {
        [void]$builder.Append($Text, $from, $match.Index - $from)
        [void]$builder.Append([char][Convert]::ToInt32($match.Groups[1].Value, 16))
        $from = $match.Index + 6
    }
    [void]$builder.Append($Text, $from, $Text.Length - $from)
    return $builder.ToString()
}
