# Files of facts: one for each document, under a name that says where, what and when. A file that is there is never
# replaced.

# What is said of these files.
$script:UcFactFileText = @{ Write = 'Fact_Write'; FileExists = 'Fact_FileExists'; NotWritten = 'Fact_NotWritten' }

# The name of the file for a document. A name from another machine must not lead out of the folder.
function Get-UcFactFileName {
    param([string]$Computer, [string]$Shell, [datetime]$Time)
    $stamp = $Time.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", [System.Globalization.CultureInfo]::InvariantCulture)
    return (('facts-{0}-{1}-{2}' -f $Computer, $Shell, $stamp) -replace '[^\w.\-]', '_') + '.json'
}

# Whether an object holds a document: one of ours, also one that came back from another machine.
function Test-UcFact {
    param($Fact)
    foreach ($name in 'Computer', 'Shell', 'Time', 'Json') {
        if (-not (Get-UcMember $Fact $name)) { return $false }
    }
    return (Test-UcOwnObject $Fact) -and (Get-UcMember $Fact 'Time') -is [datetime]
}

# Writes one document, and puts out its file.
function Export-UcFactFile {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Folder, $Fact)
    if (-not (Test-UcFact $Fact)) {
        $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'FactInvalid' -Key 'Fact_Invalid' -Values ([string]$Fact) -Target $Fact -WithHint))
        return
    }
    $file = [System.IO.Path]::Combine($Folder, (Get-UcFactFileName -Computer $Fact.Computer -Shell $Fact.Shell -Time $Fact.Time))
    if (-not (Test-UcNewFile -Cmdlet $Cmdlet -Text $script:UcFactFileText -Path $file -Force $false)) { return }
    $bytes = (New-Object System.Text.UTF8Encoding $false).GetBytes($Fact.Json)
    Write-UcNewFile -Cmdlet $Cmdlet -Text $script:UcFactFileText -Path $file -Bytes $bytes -Force $false
}
