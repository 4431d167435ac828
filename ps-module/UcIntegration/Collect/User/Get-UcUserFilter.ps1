# So many users go into one query: the filter of a query has a limit, and 20 addresses stay far below it.
$script:UcUsersPerQuery = 20

function Get-UcUserFilter {
    <#
    .SYNOPSIS
    The filters that find these users.

    .DESCRIPTION
    Term: property and prefix pairs, such as 'SipAddress sip:'.
    #>
    [OutputType([string])]
    param([string[]]$User, [string[]]$Term)
    for ($from = 0; $from -lt $User.Count; $from += $script:UcUsersPerQuery) {
        $last = [Math]::Min($from + $script:UcUsersPerQuery, $User.Count) - 1
        $terms = foreach ($name in $User[$from..$last]) {
            foreach ($one in $Term) {
                $property, $prefix = $one.Split(' ')
                Format-UcFilterTerm -Property $property -Value ($prefix + $name)
            }
        }
        @($terms) -join ' -or '
    }
}
