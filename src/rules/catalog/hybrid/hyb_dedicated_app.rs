//! HYB-DEDICATED-APP: a hybrid deployment has an application of its own in the cloud.

use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "HYB-DEDICATED-APP",
    category: Category::Fact,
    severity: Severity::Information,
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    title: Text::new(
        "The hybrid deployment has a dedicated application in Microsoft Entra ID",
        "Le déploiement hybride a une application dédiée dans Microsoft Entra ID",
    ),
    explanation: Text::new(
        "Since October 2025, servers on premises no longer get tokens for Exchange Online from the application that all organizations shared. Exchange Server and Skype for Business Server each have a script that creates an application of your own, and a renewed authentication certificate must be uploaded to both. From October 2026, Exchange Online blocks Exchange Web Services by default unless your organization allows the application.",
        "Depuis octobre 2025, les serveurs sur site n'obtiennent plus de jetons pour Exchange Online par l'application que toutes les organisations partageaient. Exchange Server et Skype for Business Server ont chacun un script qui crée une application qui vous est propre, et un certificat d'authentification renouvelé doit être chargé dans les deux. À partir d'octobre 2026, Exchange Online bloque les services web Exchange par défaut, sauf si votre organisation autorise l'application.",
    ),
    remedy: Text::new(
        "For Exchange, run ConfigureExchangeHybridApplication.ps1 (with -UpdateCertificate after a renewal); for Skype for Business, run the script of the second source. Do not remove a partner application 00000004-0000-0ff1-ce00-000000000000 that has an AuthMetadataUrl: it is Lync on premises.",
        "Pour Exchange, exécutez ConfigureExchangeHybridApplication.ps1 (avec -UpdateCertificate après un renouvellement) ; pour Skype for Business, exécutez le script de la seconde source. Ne supprimez pas une application partenaire 00000004-0000-0ff1-ce00-000000000000 qui a une AuthMetadataUrl : c'est Lync sur site.",
    ),
    interpretation: Some(Text::new(
        "The warning about the partner application of Lync on premises is not in the documentation.",
        "L'avertissement sur l'application partenaire de Lync sur site ne figure pas dans la documentation.",
    )),
    sources: &[Source::page("deploy-dedicated-hybrid-app.md"), Source::page("oauth-with-online-and-on-premises.md")],
    ..super::BASE
};

const INSTRUCTION: Text = Text::new(
    "Check in Microsoft Entra ID that the dedicated applications of Exchange Server and Skype for Business Server exist and hold the current authentication certificate. They are required since October 2025; from October 2026, Exchange Online blocks Exchange Web Services unless they are on the list of your organization. This module does not collect them.",
    "Vérifiez dans Microsoft Entra ID que les applications dédiées d'Exchange Server et de Skype for Business Server existent et contiennent le certificat d'authentification actuel. Elles sont obligatoires depuis octobre 2025 ; à partir d'octobre 2026, Exchange Online bloque les services web Exchange si elles ne sont pas sur la liste de votre organisation. Ce module ne les collecte pas.",
);

fn check<'a>(_: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    findings.manual(Target::new(TargetKind::Application, "Microsoft Entra ID"), INSTRUCTION, Vec::new());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    #[test]
    fn it_is_information_for_a_person() {
        let case = hybrid(&RULE).manual("Microsoft Entra ID").severity(Severity::Information);
        case.says(&["October 2025", "October 2026"]).not_fixed();
    }
}
