//! Every word of the page that is no fact, in both languages. Sentences of rules and plans stand beside those. Must not
//! decide which word stands where.

use crate::facts::Shell;
use crate::message::{Culture, Text};
use crate::plan::{How, ImSetting};
use crate::rules::Scenario;

macro_rules! words {
    ($($name:ident: $en:literal, $fr:literal;)*) => {
        /// The words in one language.
        #[derive(Debug)]
        pub(super) struct Words {
            $(pub(super) $name: &'static str,)*
        }

        impl Words {
            /// The words of a language.
            pub(super) const fn of(culture: Culture) -> Self {
                Self { $($name: Text::new($en, $fr).of(culture),)* }
            }
        }
    };
}

words! {
    language: "en", "fr";
    title: "Exchange and Lync or Skype for Business: state of the integration",
        "Exchange et Lync ou Skype Entreprise : état de l'intégration";
    judged_at: "Judged at", "Analysé à la date du";
    made_by: "UcIntegration version", "UcIntegration version";
    contents: "Contents", "Sommaire";
    skip: "Go to the result", "Aller au résultat";
    result: "Result", "Résultat";
    estate: "The estate", "L'environnement";
    wrong: "What is wrong and what to do", "Ce qui ne va pas et ce qu'il faut faire";
    nothing_wrong: "No condition that could be judged fails.", "Aucune condition analysée n'est en défaut.";
    questions: "What is not known yet", "Ce qui n'est pas encore connu";
    questions_about: "Each row is a fact that nobody collected. Run Export-UcFact in the shell and on the machines named, and make the report again with its file.",
        "Chaque ligne est un fait que personne n'a collecté. Exécutez Export-UcFact dans l'environnement et sur les ordinateurs indiqués, puis refaites le rapport avec le fichier obtenu.";
    no_questions: "Every fact that the rules ask for was collected.", "Tous les faits que demandent les règles ont été collectés.";
    plan: "The plan", "Le plan";
    plan_empty: "There is nothing that a plan could change.", "Il n'y a rien qu'un plan puisse modifier.";
    plan_about: "The steps in the order in which they are taken. Nothing was changed by this report: Get-UcPlan makes the plan, Invoke-UcPlan applies it, Undo-UcPlan takes it back.",
        "Les étapes dans l'ordre où elles sont exécutées. Ce rapport n'a rien modifié : Get-UcPlan établit le plan, Invoke-UcPlan l'applique, Undo-UcPlan l'annule.";
    plan_id: "Plan", "Plan";
    choices: "Values that it works with", "Valeurs qu'il utilise";
    holds: "What holds, and what does not apply", "Ce qui est conforme, et ce qui n'est pas concerné";
    collected: "What was collected, where and when", "Ce qui a été collecté, où et quand";
    nothing_collected: "No document of facts was given.", "Aucun document de faits n'a été fourni.";
    errors: "Errors", "Erreurs";
    warnings: "Warnings", "Avertissements";
    unknown: "Not known", "Inconnus";
    manual: "To look at", "À vérifier";
    pass: "Hold", "Conformes";
    not_applicable: "Do not apply", "Non concernés";
    works: "Works", "Fonctionne";
    works_why: "Every condition that was judged holds.", "Toutes les conditions analysées sont remplies.";
    reserved: "Works, with reservations", "Fonctionne, avec des réserves";
    reserved_why: "Nothing that it cannot do without fails, but there are warnings.",
        "Rien d'indispensable n'est en défaut, mais il y a des avertissements.";
    undecided: "Not known yet", "Pas encore connu";
    undecided_why: "Nothing that it cannot do without is known to fail, but facts are missing.",
        "Aucun défaut indispensable n'est connu, mais il manque des faits.";
    broken: "Does not work", "Ne fonctionne pas";
    broken_why: "At least one condition that it cannot do without fails.",
        "Au moins une condition indispensable n'est pas remplie.";
    unconcerned: "Does not apply", "Non concerné";
    unconcerned_why: "Nothing that it cannot do without is there to be judged in this estate.",
        "Rien d'indispensable n'est à analyser dans cet environnement.";
    group_errors: "Errors: it does not work until they are mended", "Erreurs : rien ne fonctionne tant qu'elles subsistent";
    group_warnings: "Warnings: it works, but not well or not for long",
        "Avertissements : cela fonctionne, mais mal ou pas pour longtemps";
    group_notes: "Good to know", "Bon à savoir";
    group_manual: "Only a person can look", "À vérifier par une personne";
    also: "These belong here too and stand above:", "Relèvent aussi de ce scénario et figurent plus haut :";
    whole_estate: "the whole estate", "tout l'environnement";
    remedy: "What to do", "Que faire";
    sources: "Source", "Source";
    inference: "Our reading, which stands in no document:", "Notre lecture, qui ne figure dans aucun document :";
    target: "What", "Objet";
    message: "What is so", "Constat";
    evidence: "Evidence", "Preuves";
    read: "read", "lu";
    not_set: "not set", "non défini";
    expected: "expected", "attendu";
    document: "Document", "Document";
    command: "Command", "Commande";
    place: "Shell and machine", "Environnement et ordinateur";
    needed_by: "Needed by", "Demandé par";
    any_machine: "any machine that has it", "une machine qui en dispose";
    said: "It was run and said:", "Elle a été exécutée et a répondu :";
    machines: "machines", "ordinateurs";
    computer: "Computer and shell", "Ordinateur et environnement";
    time: "Collected", "Collecté";
    power_shell: "PowerShell", "PowerShell";
    stage: "Stage", "Phase";
    interrupts: "Interrupts:", "Interrompt :";
    undo: "Taken back by", "Annulée par";
    repeated: "Repeated after the steps that it follows are taken back.",
        "Répétée après l'annulation des étapes qu'elle suit.";
    stays: "No command takes it back: it stays.", "Aucune commande ne l'annule : elle reste.";
    mends: "Mends", "Corrige";
    server: "Server", "Serveur";
    setting: "Setting", "Paramètre";
    value: "Value", "Valeur";
    open: "open", "à décider";
    exchange: "Exchange", "Exchange";
    lync: "Lync, Skype for Business", "Lync, Skype Entreprise";
    edge: "Edge and beyond", "Edge et au-delà";
    nobody_said: "No server was told of.", "Aucun serveur n'a été signalé.";
    unlisted: "not in the topology", "absent de la topologie";
    computers: "Computers", "Ordinateurs";
    certificate_until: "Certificate until", "Certificat jusqu'au";
    certificates_until: "Certificates until", "Certificats jusqu'au";
    provider: "Hosting provider", "Fournisseur d'hébergement";
    picture_links: "The lines of the picture in words", "Les liens du schéma en toutes lettres";
    from: "From", "De";
    relation: "Relation", "Relation";
    to: "To", "Vers";
    state: "State", "État";
    uses: "uses for instant messaging", "utilise pour la messagerie instantanée";
    trusts: "trusts as an application", "approuve comme application";
    tokens: "accepts tokens of", "accepte les jetons de";
    voice: "sends voice mail calls to", "échange les appels vocaux avec";
    replicates: "replicates to", "réplique vers";
    leads: "leads to", "mène à";
    legend: "Signs and lines", "Signes et liens";
    fails: "fails", "en défaut";
    warns: "warning", "avertissement";
    fine: "nothing fails", "aucun défaut";
    unjudged: "not judged", "non analysé";
}

impl Words {
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
    pub(super) fn how(culture: Culture, how: How) -> &'static str {
        let text = match how {
            How::Given => Text::new("asked for", "demandée"),
            How::Kept => Text::new("in use and fit", "en service et convenable"),
            How::Picked => Text::new("chosen", "choisie"),
            How::Open => Text::new("open", "à décider"),
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
