# The pages that were cited so far, by address: there are few, and thousands of findings cite them.
$script:UcSource = @{}

function New-UcSourceObject {
    <#
    .SYNOPSIS
    The pages that a rule is taken from. As texts they are title and address, which lists show.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.Source')]
    param([object[]]$Source)
    foreach ($one in $Source) {
        $url = $one['url']
        if (-not $script:UcSource.ContainsKey($url)) {
            $page = [pscustomobject]@{ PSTypeName = 'UcIntegration.Source'; Title = $one['title']; Url = $url }
            $text = { '{0} <{1}>' -f $this.Title, $this.Url }
            $script:UcSource[$url] = Add-Member -InputObject $page -MemberType ScriptMethod -Name ToString -Value $text -Force -PassThru
        }
        $script:UcSource[$url]
    }
}
