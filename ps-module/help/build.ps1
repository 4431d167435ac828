# Writes the help files of the module (MAML) from the texts beside this script. Syntax, types, positions and pipeline
# input come from the functions themselves, so the help cannot contradict them. `cargo xtask module` runs it.
param(
    # The manifest of a module that can be loaded here, its library included.
    [Parameter(Mandatory = $true)]
    [string]$ModulePath,
    # The folder that gets <culture>/UcIntegration-help.xml.
    [Parameter(Mandatory = $true)]
    [string]$Destination,
    [string[]]$Culture = @('en-US', 'fr-FR')
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$common = 'Verbose', 'Debug', 'ErrorAction', 'WarningAction', 'InformationAction', 'ProgressAction', 'ErrorVariable',
    'WarningVariable', 'InformationVariable', 'OutVariable', 'OutBuffer', 'PipelineVariable'
$maml = 'http://schemas.microsoft.com/maml/2004/10'
$command = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
$dev = 'http://schemas.microsoft.com/maml/dev/2004/10'

function Read-Text {
    param([string]$Culture, [string]$Name)
    $table = $null
    Import-LocalizedData -BindingVariable table -BaseDirectory $PSScriptRoot -FileName ($Name + '.psd1') -UICulture $Culture
    return $table
}

function Write-Para {
    param($Writer, [string[]]$Text)
    foreach ($one in $Text) { $Writer.WriteElementString('maml', 'para', $maml, $one) }
}

function Write-Described {
    param($Writer, [string]$Prefix, [string]$Name, [string]$Namespace, [string[]]$Text)
    $Writer.WriteStartElement($Prefix, $Name, $Namespace)
    Write-Para $Writer $Text
    $Writer.WriteEndElement()
}

# The parameters of one set, or of the function: positional ones first, then in the order of the source.
function Get-OrderedParameter {
    param($Info, [object[]]$Parameter)
    $declared = @($Info.Parameters.Keys)
    $Parameter | Where-Object { $common -notcontains $_.Name } | Sort-Object -Property @{ Expression = { if ($_.Position -ge 0) { $_.Position } else { 1000 } } }, @{ Expression = { [array]::IndexOf($declared, $_.Name) } }
}

function Format-TypeName {
    param([Type]$Type)
    if ($Type -eq [System.Collections.IDictionary]) { return 'IDictionary' }
    if ($Type -eq [string]) { return 'String' }
    if ($Type -eq [string[]]) { return 'String[]' }
    return $Type.Name
}

function Write-Parameter {
    param($Writer, $Parameter, [hashtable]$Text, [hashtable]$Page)
    $pipeline = @()
    if ($Parameter.ValueFromPipeline) { $pipeline += 'ByValue' }
    if ($Parameter.ValueFromPipelineByPropertyName) { $pipeline += 'ByPropertyName' }
    $fed = 'false'
    if ($pipeline.Count -gt 0) { $fed = 'True (' + ($pipeline -join ', ') + ')' }
    $position = 'named'
    if ($Parameter.Position -ge 0) { $position = [string]$Parameter.Position }
    $globbing = ([string](@($Page.Globbing) -contains $Parameter.Name)).ToLowerInvariant()
    $type = Format-TypeName $Parameter.ParameterType
    $Writer.WriteStartElement('command', 'parameter', $command)
    $Writer.WriteAttributeString('required', ([string]$Parameter.IsMandatory).ToLowerInvariant())
    $Writer.WriteAttributeString('variableLength', ([string]$Parameter.ParameterType.IsArray).ToLowerInvariant())
    $Writer.WriteAttributeString('globbing', $globbing)
    $Writer.WriteAttributeString('pipelineInput', $fed)
    $Writer.WriteAttributeString('position', $position)
    $Writer.WriteAttributeString('aliases', (@($Parameter.Aliases) -join ', '))
    $Writer.WriteElementString('maml', 'name', $maml, $Parameter.Name)
    Write-Described $Writer 'maml' 'description' $maml $Text[$Parameter.Name]
    if ($Parameter.ParameterType -ne [switch]) {
        $Writer.WriteStartElement('command', 'parameterValue', $command)
        $Writer.WriteAttributeString('required', 'true')
        $Writer.WriteAttributeString('variableLength', ([string]$Parameter.ParameterType.IsArray).ToLowerInvariant())
        $Writer.WriteString($type)
        $Writer.WriteEndElement()
    }
    $Writer.WriteStartElement('dev', 'type', $dev)
    $Writer.WriteElementString('maml', 'name', $maml, $type)
    $Writer.WriteElementString('maml', 'uri', $maml, '')
    $Writer.WriteEndElement()
    $default = ''
    if ($Page.ContainsKey('Defaults') -and $Page.Defaults.ContainsKey($Parameter.Name)) { $default = $Page.Defaults[$Parameter.Name] }
    $Writer.WriteElementString('dev', 'defaultValue', $dev, $default)
    $Writer.WriteEndElement()
}

function Write-Syntax {
    param($Writer, $Info, [hashtable]$Text, [hashtable]$Page)
    $Writer.WriteStartElement('command', 'syntax', $command)
    foreach ($set in ($Info.ParameterSets | Sort-Object -Property @{ Expression = { -not $_.IsDefault } }, Name)) {
        $Writer.WriteStartElement('command', 'syntaxItem', $command)
        $Writer.WriteElementString('maml', 'name', $maml, $Info.Name)
        foreach ($parameter in (Get-OrderedParameter $Info $set.Parameters)) { Write-Parameter $Writer $parameter $Text $Page }
        $Writer.WriteEndElement()
    }
    $Writer.WriteEndElement()
    $all = @{}
    foreach ($set in $Info.ParameterSets) {
        foreach ($parameter in $set.Parameters) {
            if (-not $all.ContainsKey($parameter.Name)) { $all[$parameter.Name] = $parameter }
        }
    }
    $Writer.WriteStartElement('command', 'parameters', $command)
    foreach ($parameter in (Get-OrderedParameter $Info @($all.Values))) { Write-Parameter $Writer $parameter $Text $Page }
    $Writer.WriteEndElement()
}

function Write-TypeList {
    param($Writer, [string]$Outer, [string]$Inner, [object[]]$Item)
    $Writer.WriteStartElement('command', $Outer, $command)
    foreach ($one in $Item) {
        $Writer.WriteStartElement('command', $Inner, $command)
        $Writer.WriteStartElement('dev', 'type', $dev)
        $Writer.WriteElementString('maml', 'name', $maml, $one.Type)
        $Writer.WriteEndElement()
        Write-Described $Writer 'maml' 'description' $maml $one.Text
        $Writer.WriteEndElement()
    }
    $Writer.WriteEndElement()
}

function Write-Example {
    param($Writer, [object[]]$Example)
    $Writer.WriteStartElement('command', 'examples', $command)
    $number = 0
    foreach ($one in $Example) {
        $number++
        $Writer.WriteStartElement('command', 'example', $command)
        $Writer.WriteElementString('maml', 'title', $maml, ('---------- {0}. {1} ----------' -f $number, $one.Title))
        $Writer.WriteElementString('dev', 'code', $dev, $one.Code)
        Write-Described $Writer 'dev' 'remarks' $dev $one.Remarks
        $Writer.WriteEndElement()
    }
    $Writer.WriteEndElement()
}

function Write-Page {
    param($Writer, $Info, [hashtable]$Text, [hashtable]$Page)
    $Writer.WriteStartElement('command', 'command', $command)
    $Writer.WriteAttributeString('xmlns', 'maml', $null, $maml)
    $Writer.WriteAttributeString('xmlns', 'dev', $null, $dev)
    $Writer.WriteStartElement('command', 'details', $command)
    $Writer.WriteElementString('command', 'name', $command, $Info.Name)
    Write-Described $Writer 'maml' 'description' $maml $Page.Synopsis
    $Writer.WriteElementString('command', 'verb', $command, $Info.Verb)
    $Writer.WriteElementString('command', 'noun', $command, $Info.Noun)
    $Writer.WriteEndElement()
    Write-Described $Writer 'maml' 'description' $maml $Page.Description
    Write-Syntax $Writer $Info $Text $Page
    Write-TypeList $Writer 'inputTypes' 'inputType' $Page.Inputs
    Write-TypeList $Writer 'returnValues' 'returnValue' $Page.Outputs
    $Writer.WriteStartElement('maml', 'alertSet', $maml)
    Write-Described $Writer 'maml' 'alert' $maml $Page.Notes
    $Writer.WriteEndElement()
    Write-Example $Writer $Page.Examples
    $Writer.WriteStartElement('maml', 'relatedLinks', $maml)
    foreach ($link in $Page.Links) {
        $Writer.WriteStartElement('maml', 'navigationLink', $maml)
        $Writer.WriteElementString('maml', 'linkText', $maml, $link)
        $Writer.WriteElementString('maml', 'uri', $maml, '')
        $Writer.WriteEndElement()
    }
    $Writer.WriteEndElement()
    $Writer.WriteEndElement()
}

# Makes the help file of one culture.
function Write-HelpFile {
    param([string]$Culture, [object[]]$Function, [string]$File)
    $settings = New-Object System.Xml.XmlWriterSettings
    $settings.Indent = $true
    $settings.NewLineChars = "`n"
    $settings.Encoding = New-Object System.Text.UTF8Encoding $true
    $shared = Read-Text $Culture 'Parameters'
    $writer = [System.Xml.XmlWriter]::Create($File, $settings)
    try {
        $writer.WriteStartElement('helpItems', 'http://msh')
        $writer.WriteAttributeString('schema', 'maml')
        foreach ($info in $Function) {
            $page = Read-Text $Culture $info.Name
            $text = $shared.Clone()
            foreach ($name in $page.Parameters.Keys) { $text[$name] = $page.Parameters[$name] }
            Write-Page $writer $info $text $page
        }
        $writer.WriteEndElement()
        $writer.WriteWhitespace("`n")
    } finally {
        $writer.Close()
    }
}

Import-Module -Name $ModulePath -Force
$functions = @(Get-Command -Module 'UcIntegration' -CommandType Function | Sort-Object -Property Name)
foreach ($one in $Culture) {
    $folder = [System.IO.Path]::Combine((Resolve-Path -LiteralPath $Destination).ProviderPath, $one)
    [void][System.IO.Directory]::CreateDirectory($folder)
    Write-HelpFile -Culture $one -Function $functions -File ([System.IO.Path]::Combine($folder, 'UcIntegration-help.xml'))
}
