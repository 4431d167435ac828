//! Every word of the page that is no fact, in both languages. Sentences of rules and plans stand beside those. Must not
//! decide which word stands where.

use crate::facts::Shell;
use crate::l10n::{Culture, Text};
use crate::plan::{DecisionOrigin, ImSetting};
use crate::rules::Scenario;

macro_rules! labels {
    ($($name:ident: $en:literal, $fr:literal;)*) => {
        /// The words in one language.
        #[derive(Debug)]
        pub(super) struct Labels {
            $(pub(super) $name: &'static str,)*
        }

        impl Labels {
            /// The words of a language.
            pub(super) const fn of(culture: Culture) -> Self {
                Self { $($name: Text::new($en, $fr).of(culture),)* }
            }
        }
    };
}

labels! {
    language: "en", "fr";
    title: "Exchange and Lync or Skype for Business: state of the integration",
        "Exchange et Lync ou Skype Entreprise : état de l'intégration";
    judged_at: "Checked at", "Vérifié au";
    made_by: "UcIntegration version", "UcIntegration version";
    contents: "Contents", "Sommaire";
    skip: "Go to the result", "Aller au résultat";
    result: "Result", "Résultat";
    estate: "The estate", "L'environnement";
    wrong: "Problems and fixes", "Problèmes et corrections";
    nothing_wrong: "No checked condition fails.", "Aucune condition vérifiée n'est en échec.";
    questions: "Missing facts", "Faits manquants";
    questions_about: "Each row is a fact that was not collected. Run Export-UcFact in the named shell and on the named computers, and create the report again with its file.",
        "Chaque ligne est un fait qui n'a pas été collecté. Exécutez Export-UcFact dans le shell et sur les ordinateurs indiqués, puis recréez le rapport avec le fichier obtenu.";
    no_questions: "All required facts were collected.", "Tous les faits nécessaires ont été collectés.";
    plan: "The plan", "Le plan";
    plan_empty: "There is nothing that a plan can change.", "Il n'y a rien qu'un plan puisse modifier.";
    plan_about: "The steps, in order. This report did not change anything: Get-UcPlan creates the plan, Invoke-UcPlan applies it, Undo-UcPlan undoes it.",
        "Les étapes, dans l'ordre. Ce rapport n'a rien modifié : Get-UcPlan crée le plan, Invoke-UcPlan l'applique, Undo-UcPlan l'annule.";
    plan_id: "Plan", "Plan";
    decisions: "Pools and certificates of the plan", "Pools et certificats du plan";
    holds: "Passed and not applicable", "Réussies et non applicables";
    collected: "Collected facts: source and time", "Faits collectés : source et heure";
    nothing_collected: "No facts were provided.", "Aucun fait n'a été fourni.";
    errors: "Errors", "Erreurs";
    warnings: "Warnings", "Avertissements";
    advisories: "Advisories", "Avis";
    unknown: "Unknown", "Inconnus";
    manual: "Manual checks", "Vérifications manuelles";
    pass: "Passed", "Réussies";
    not_applicable: "Not applicable", "Non applicables";
    works: "Works", "Fonctionne";
    works_why: "All required conditions pass.", "Toutes les conditions requises sont remplies.";
    reserved: "Works, with warnings", "Fonctionne, avec des avertissements";
    reserved_why: "All required conditions pass, but there are warnings.",
        "Toutes les conditions requises sont remplies, mais il y a des avertissements.";
    undecided: "Unknown", "Inconnu";
    undecided_why: "No required condition is known to fail, but facts are missing.",
        "Aucune condition requise n'est connue en échec, mais il manque des faits.";
    broken: "Does not work", "Ne fonctionne pas";
    broken_why: "At least one required condition fails.",
        "Au moins une condition requise n'est pas remplie.";
    unconcerned: "Not applicable", "Non applicable";
    unconcerned_why: "This estate has nothing that the required conditions apply to.",
        "Cet environnement n'a rien à quoi s'appliquent les conditions requises.";
    group_errors: "Errors: these must be fixed", "Erreurs : à corriger impérativement";
    group_warnings: "Warnings: it works, with limitations",
        "Avertissements : cela fonctionne, avec des limites";
    group_notes: "Information", "Informations";
    group_manual: "Check manually", "À vérifier manuellement";
    also: "See also, above:", "Voir aussi, plus haut :";
    whole_estate: "the whole estate", "tout l'environnement";
    remedy: "How to fix it", "Comment corriger";
    sources: "Source", "Source";
    interpretation: "Interpretation (not documented):", "Interprétation (non documentée) :";
    target: "Target", "Cible";
    message: "Finding", "Constat";
    evidence: "Evidence", "Preuves";
    actual: "actual", "réel";
    not_set: "not set", "non défini";
    expected: "expected", "attendu";
    document: "Document", "Document";
    command: "Command", "Commande";
    place: "Shell and computer", "Shell et ordinateur";
    needed_by: "Required by", "Requis par";
    any_machine: "any computer with that shell", "tout ordinateur disposant de ce shell";
    said: "It was run and failed:", "Elle a été exécutée et a échoué :";
    machines: "computers", "ordinateurs";
    computer: "Computer and shell", "Ordinateur et shell";
    time: "Collected", "Collecté";
    power_shell: "PowerShell", "PowerShell";
    stage: "Stage", "Phase";
    interrupts: "Interrupts:", "Interrompt :";
    undo: "Undone by", "Annulée par";
    repeated: "Repeated after the steps that it follows are undone.",
        "Répétée après l'annulation des étapes qu'elle suit.";
    stays: "No command undoes it; it remains applied.", "Aucune commande ne l'annule ; elle reste appliquée.";
    fixes: "Fixes", "Corrige";
    server: "Server", "Serveur";
    setting: "Setting", "Paramètre";
    value: "Value", "Valeur";
    open: "unresolved", "non résolu";
    exchange: "Exchange", "Exchange";
    lync: "Lync, Skype for Business", "Lync, Skype Entreprise";
    edge: "Edge and beyond", "Edge et au-delà";
    nobody_said: "No server is known.", "Aucun serveur n'est connu.";
    unlisted: "not in the topology", "absent de la topologie";
    computers: "Computers", "Ordinateurs";
    certificate_until: "Certificate until", "Certificat jusqu'au";
    certificates_until: "Certificates until", "Certificats jusqu'au";
    provider: "Hosting provider", "Fournisseur d'hébergement";
    picture_links: "The links of the diagram as text", "Les liens du schéma sous forme de texte";
    from: "From", "De";
    relation: "Relation", "Relation";
    to: "To", "Vers";
    state: "State", "État";
    uses: "uses for instant messaging", "utilise pour la messagerie instantanée";
    trusts: "trusts as an application", "approuve comme application";
    tokens: "accepts tokens of", "accepte les jetons de";
    voice: "sends voice mail calls to", "échange les appels vocaux avec";
    replicates: "replicates to", "réplique vers";
    leads: "points to", "pointe vers";
    legend: "Symbols and lines", "Symboles et lignes";
    fails: "fails", "échec";
    warns: "warning", "avertissement";
    fine: "no failures", "aucun échec";
    unjudged: "not checked", "non vérifié";
}

impl Labels {
    /// The name of a scenario.
    pub(super) fn scenario(culture: Culture, scenario: Scenario) -> &'static str {
        let text = match scenario {
            Scenario::Prerequisites => Text::new(
                "Prerequisites: certificates, autodiscover, OAuth",
                "Prérequis : certificats, découverte automatique, OAuth",
            ),
            Scenario::OwaIm => {
                Text::new("Instant messaging in Outlook on the web", "Messagerie instantanée dans Outlook sur le web")
            }
            Scenario::UnifiedMessaging => {
                Text::new("Unified messaging: voice mail", "Messagerie unifiée : messagerie vocale")
            }
            Scenario::Hybrid => Text::new("Hybrid: with Exchange Online", "Hybride : avec Exchange Online"),
        };
        text.of(culture)
    }

    /// The name of a shell.
    pub(super) fn shell(culture: Culture, shell: Shell) -> &'static str {
        let text = match shell {
            Shell::Exchange => Text::new("Exchange Management Shell", "Exchange Management Shell"),
            Shell::Lync => Text::new(
                "Lync or Skype for Business Server Management Shell",
                "Lync ou Skype Entreprise Server Management Shell",
            ),
            Shell::Local => Text::new("Windows PowerShell", "Windows PowerShell"),
        };
        text.of(culture)
    }

    /// Where a value of a plan comes from.
    pub(super) fn origin(culture: Culture, origin: DecisionOrigin) -> &'static str {
        let text = match origin {
            DecisionOrigin::Specified => Text::new("specified", "indiquée"),
            DecisionOrigin::InUse => Text::new("in use", "en cours d'utilisation"),
            DecisionOrigin::Selected => Text::new("selected", "sélectionnée"),
            DecisionOrigin::Unresolved => Text::new("unresolved", "non résolue"),
        };
        text.of(culture)
    }

    /// The name of a setting, which is the same in every language.
    pub(super) const fn setting(setting: ImSetting) -> &'static str {
        match setting {
            ImSetting::ServerName => "IMServerName",
            ImSetting::Thumbprint => "IMCertificateThumbprint",
        }
    }
}
