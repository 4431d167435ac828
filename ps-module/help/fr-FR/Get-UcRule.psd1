@{
    Synopsis    = 'Montre les règles selon lesquelles une intégration est jugée.'
    Description = @(
        'Chaque règle a un identificateur stable, une gravité, les versions concernées, ce qu''elle exige et pourquoi, que faire en cas d''écart, et la ligne du document dont elle est tirée. Là où une règle va au-delà du document, Inference le dit.'
    )
    Parameters  = @{
        Id = 'Les identificateurs de règles ; les caractères génériques sont acceptés. Toutes les règles si le paramètre est omis. Des constats peuvent venir du pipeline.'
        Scenario = 'Seulement les règles de ce scénario.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Lire une règle'
            Code    = @'
Get-UcRule OWA-IM-THUMBPRINT | Format-List
'@
            Remarks = 'Montre son explication, son remède et sa source.'
        }
        @{
            Title   = 'Énumérer les règles sur les serveurs connus'
            Code    = @'
Get-UcRule -Id TAP*
'@
            Remarks = 'Les caractères génériques sont acceptés.'
        }
        @{
            Title   = 'Expliquer ce qui échoue'
            Code    = @'
Test-UcOwaIm | Where-Object { $_.Status -eq 'Fail' } | Get-UcRule | Format-List Id, Explanation, Sources
'@
            Remarks = 'Un constat porte l''identificateur de sa règle.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'Des identificateurs de règles.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Rule'; Text = 'Id, Kind, Severity, Scenario, Role, Exchange, Lync, Title, Explanation, Remedy, Inference, Sources, After, Fact, Command et Mendable.' }
    )
    Notes       = @(
        'Sources donne des pages de Microsoft, chacune avec Title (en anglais) et Url ; la page s''ouvre dans la langue du navigateur.'
    )
    Links       = @('Test-UcIntegration', 'about_UcIntegration')
}
