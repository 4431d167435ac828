# What the tests of applying share: a plan of three steps (a Web.config, a setting of a product, a recycle) and the product,
# simulated by functions. Loaded beside Common.ps1, or alone in a process of its own. Holds no expectations.

# A plan of three steps for this machine; its files and journals are in a folder of their own.
function New-TestPlan {
    $folder = Join-Path $TestDrive ([Guid]::NewGuid().ToString('N').Substring(0, 8))
    $name = [System.IO.Path]::Combine((Split-Path -Path $folder -Leaf), 'web.config')
    $web = New-TestConfig -Name $name -Content '<add key="Other" value="1" />'
    $json = [System.IO.File]::ReadAllText((Join-Path $PSScriptRoot 'fixtures/plans/three-steps.json'))
    $path = Join-Path $folder 'plan.json'
    [System.IO.File]::WriteAllText($path, $json.Replace('@web@', $web.Replace('\', '\\')))
    return @{ Path = $path; Web = $web; Hash = (Get-TestHash $web); Journal = (Join-Path $folder 'journals') }
}

function Get-TestStatus {
    param([object[]]$Result)
    return @($Result | ForEach-Object { '{0} {1}' -f $_.Number, $_.Status }) -join ', '
}

# The product at its start. What it holds and did is in $global:ucTestProduct: Fail and Deaf let its setting fail, or do nothing.
function Set-TestProduct {
    $global:ucTestProduct = @{ Enabled = $false; Recycled = 0; Fail = $false; Deaf = $false }
    function global:Get-ExchangeServer { }
    function global:Get-OwaMailboxPolicy { [pscustomobject]@{ Identity = 'Default'; InstantMessagingEnabled = $global:ucTestProduct.Enabled } }
    function global:Set-OwaMailboxPolicy {
        param([string]$Identity, [bool]$InstantMessagingEnabled)
        if ($global:ucTestProduct.Fail) { throw 'The directory does not answer.' }
        if (-not $global:ucTestProduct.Deaf) { $global:ucTestProduct.Enabled = $InstantMessagingEnabled }
    }
    function global:Restart-WebAppPool { param([string]$Name) $global:ucTestProduct.Recycled++ }
}

function Remove-TestProduct {
    foreach ($name in 'Get-ExchangeServer', 'Get-OwaMailboxPolicy', 'Set-OwaMailboxPolicy', 'Restart-WebAppPool') {
        Remove-Item -LiteralPath ('Function:\' + $name)
    }
    Remove-Variable -Name ucTestProduct -Scope Global
}
