$script:UcUninstallKey = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall'

function Get-UcInstalledProduct {
    <#
    .SYNOPSIS
    The products that Windows lists under names like this one.

    .DESCRIPTION
    The keys are asked for two values only: Get-ItemProperty fails for all of them where one has a value of a form that
    PowerShell cannot show.
    #>
    [OutputType([psobject])]
    param([string]$Like, [string]$Key = $script:UcUninstallKey)
    try {
        $products = @(Get-ChildItem -LiteralPath $Key -ErrorAction Stop)
    } catch [System.Management.Automation.ItemNotFoundException] {
        return
    }
    foreach ($product in $products) {
        $name = [string]$product.GetValue('DisplayName')
        if ($name -notlike $Like) { continue }
        New-Object -TypeName psobject -Property @{ DisplayName = $name; DisplayVersion = [string]$product.GetValue('DisplayVersion') }
    }
}
