# What the two scripts of this folder share: how findings become rows and pages. Loaded by them, does nothing by itself and
# changes nothing.

# Findings as rows of texts, for a table that people read.
function ConvertTo-FindingRow {
    param([Parameter(ValueFromPipeline = $true)]$Finding)
    process {
        $evidence = foreach ($one in $Finding.Evidence) {
            $text = '{0} = {1}' -f $one.Name, $one.Actual
            if ($one.Expected) { $text += ' (expected {0})' -f $one.Expected }
            if ($one.Computer) { $text += ', from {0}' -f $one.Computer }
            $text
        }
        $collect = ''
        if ($Finding.Collect) { $collect = '{0}: {1}' -f $Finding.Collect.Shell, $Finding.Collect.Command }
        [pscustomobject]@{
            Status   = $Finding.Status
            Severity = $Finding.Severity
            Advisory = $Finding.Advisory
            Rule     = $Finding.Rule
            Target   = $Finding.Target
            Message  = $Finding.Message
            Evidence = @($evidence) -join '; '
            Remedy   = $Finding.Remedy
            Collect  = $collect
            Sources  = @($Finding.Sources | ForEach-Object { '{0} <{1}>' -f $_.Title, $_.Url }) -join '; '
        }
    }
}

# Findings as a table for a spreadsheet and one for a browser: <name>.csv and <name>.html.
function Export-Finding {
    param([object[]]$Finding, [string]$Folder, [string]$Name, [string]$Title)
    $rows = @($Finding | ConvertTo-FindingRow)
    $rows | Export-Csv -Path (Join-Path $Folder "$Name.csv") -NoTypeInformation -Encoding UTF8
    $style = '<meta charset="utf-8"><style>table{border-collapse:collapse}td,th{border:1px solid #999;padding:3px;vertical-align:top}</style>'
    $page = $rows | ConvertTo-Html -Head "<title>$Title</title>$style"
    Export-Text -Line $page -Path (Join-Path $Folder "$Name.html")
}

# Lines in UTF-8 with a byte order mark, which every version of Windows PowerShell and Notepad recognises.
function Export-Text {
    param([string[]]$Line, [string]$Path)
    [System.IO.File]::WriteAllLines($Path, $Line, (New-Object System.Text.UTF8Encoding $true))
}
