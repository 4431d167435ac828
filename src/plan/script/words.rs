//! The sentences of a script in both languages, by the names that the script knows them by. Holds no PowerShell.

use crate::l10n::Text;

/// Sentences of the part that scripts and module share, under the names that they have in the module's files of texts.
pub(super) const SHARED: &[(&str, Text)] = &[
    ("Plan_NotSet", Text::new("nothing", "rien")),
    ("Plan_ObjectMissing", Text::new("the object does not exist", "l'objet n'existe pas")),
    (
        "Plan_ObjectPresent",
        Text::new("the object exists, but was not expected: {0}", "l'objet existe, mais n'était pas attendu : {0}"),
    ),
    ("Plan_Difference", Text::new("{0}: expected {1}, actual {2}", "{0} : attendu {1}, réel {2}")),
    (
        "Plan_Several",
        Text::new(
            "{0} objects match {1}; the plan expects one.",
            "{0} objets correspondent à {1} ; le plan en attend un seul.",
        ),
    ),
    (
        "Plan_NothingFollowed",
        Text::new("None of the steps that it follows was run.", "Aucune des étapes qu'elle suit n'a été exécutée."),
    ),
    (
        "Plan_Declined",
        Text::new(
            "The step was declined; no step after it was run.",
            "L'étape a été refusée ; aucune étape suivante n'a été exécutée.",
        ),
    ),
    (
        "Plan_Unverified",
        Text::new(
            "The command ended, but its effect could not be verified. Collect the facts again and check {0}.",
            "La commande s'est terminée, mais son effet n'a pas pu être vérifié. Collectez de nouveau les faits et vérifiez {0}.",
        ),
    ),
    (
        "Plan_NotElevated",
        Text::new(
            "Steps of the plan change this computer, and this shell does not run as administrator. Nothing was changed. Start the shell with Run as administrator, and repeat the command there.",
            "Des étapes du plan modifient cet ordinateur, et ce shell ne s'exécute pas en tant qu'administrateur. Rien n'a été modifié. Démarrez le shell avec Exécuter en tant qu'administrateur, puis répétez la commande.",
        ),
    ),
    (
        "Plan_NoExchange",
        Text::new(
            "{0} cannot be run, because the registry of this computer does not name the folder of Exchange (MsiInstallPath).",
            "{0} ne peut pas être exécuté, car le Registre de cet ordinateur ne nomme pas le dossier d'Exchange (MsiInstallPath).",
        ),
    ),
    (
        "Plan_SessionEnded",
        Text::new(
            "The session of this shell with Exchange ended during the command, which may have taken effect: {0}",
            "La session de ce shell avec Exchange s'est terminée pendant la commande, qui a peut-être pris effet : {0}",
        ),
    ),
    (
        "Plan_SessionLost",
        Text::new(
            "The session of this shell with Exchange has ended, as it does when IIS restarts, and Exchange does not answer: {0} When Get-ExchangeServer works again in this window, continue here; completed steps are not repeated.",
            "La session de ce shell avec Exchange est terminée, comme lors d'un redémarrage d'IIS, et Exchange ne répond pas : {0} Lorsque Get-ExchangeServer fonctionnera de nouveau dans cette fenêtre, continuez ici ; les étapes terminées ne sont pas répétées.",
        ),
    ),
    ("Fact_PropertyMissing", Text::new("The result has no property {0}.", "Le résultat n'a pas de propriété {0}.")),
];

/// Sentences that every script may say.
pub(super) const ENGINE: &[(&str, Text)] = &[
    ("Step", Text::new("step {0} ({1})", "étape {0} ({1})")),
    (
        "ReadFailed",
        Text::new(
            "The state of {0} cannot be read: {1} The step was not run.",
            "L'état de {0} ne peut pas être lu : {1} L'étape n'a pas été exécutée.",
        ),
    ),
    (
        "Drifted",
        Text::new(
            "{0} cannot be applied, because the state has changed since the plan was created: {1}",
            "{0} ne peut pas être appliquée, car l'état a changé depuis la création du plan : {1}",
        ),
    ),
    (
        "Stopped",
        Text::new(
            "Nothing was changed, because the plan is out of date. Collect the facts again and create a new plan.",
            "Rien n'a été modifié, car le plan est périmé. Collectez de nouveau les faits et créez un nouveau plan.",
        ),
    ),
    ("Yes", Text::new("&Yes", "&Oui")),
    ("YesHelp", Text::new("Run this step now.", "Exécuter cette étape maintenant.")),
    ("No", Text::new("&No", "&Non")),
    (
        "NoHelp",
        Text::new(
            "Stop here. The steps before this one remain applied.",
            "S'arrêter ici. Les étapes précédentes restent appliquées.",
        ),
    ),
    ("Ask", Text::new("{0} Run it now?", "{0} L'exécuter maintenant ?")),
    (
        "Failed",
        Text::new(
            "{0} failed: {1} The steps before it are applied. To continue, run the script again (with -Follow); to undo them, run it with -Undo.",
            "{0} a échoué : {1} Les étapes précédentes sont appliquées. Pour continuer, réexécutez le script (avec -Follow) ; pour les annuler, exécutez-le avec -Undo.",
        ),
    ),
    (
        "NotVerified",
        Text::new(
            "{0} was run, but had no visible effect: {1}. To continue, run the script again (with -Follow); to undo it, run it with -Undo.",
            "{0} a été exécutée, mais sans effet visible : {1}. Pour continuer, réexécutez le script (avec -Follow) ; pour l'annuler, exécutez-le avec -Undo.",
        ),
    ),
    (
        "NoUndo",
        Text::new(
            "{0} cannot be undone by commands; it remains applied.",
            "{0} ne peut pas être annulée par des commandes ; elle reste appliquée.",
        ),
    ),
    (
        "Elsewhere",
        Text::new(
            "Required if one of the steps {0} of another script changed something.",
            "Nécessaire si l'une des étapes {0} d'un autre script a modifié quelque chose.",
        ),
    ),
    (
        "WrongShell",
        Text::new(
            "This shell does not have {0}. Nothing was changed. The header of the script specifies the shell to use.",
            "Ce shell n'a pas {0}. Rien n'a été modifié. L'en-tête du script indique le shell à utiliser.",
        ),
    ),
    (
        "WrongMachine",
        Text::new(
            "This script is for the computer {0}, and this computer is {1}. Nothing was changed.",
            "Ce script est destiné à l'ordinateur {0}, et celui-ci est {1}. Rien n'a été modifié.",
        ),
    ),
    (
        "RanBefore",
        Text::new(
            "It was already run in this window, after the steps that it follows.",
            "Elle a déjà été exécutée dans cette fenêtre, après les étapes qu'elle suit.",
        ),
    ),
    (
        "Declined",
        Text::new(
            "{0} was declined; no step after it was run. When it can be run, run the script again with -Follow.",
            "{0} a été refusée ; aucune étape suivante n'a été exécutée. Lorsqu'elle pourra l'être, réexécutez le script avec -Follow.",
        ),
    ),
];

/// Sentences of the part that edits files.
pub(super) const WEB_CONFIG: &[(&str, Text)] = &[
    (
        "Refused",
        Text::new(
            "{0} is not edited by this script: {1} Use the UcIntegration module on this computer (Set-UcAppSetting).",
            "{0} n'est pas modifié par ce script : {1} Utilisez le module UcIntegration sur cet ordinateur (Set-UcAppSetting).",
        ),
    ),
    (
        "BadEncoding",
        Text::new("its encoding is not clearly UTF-8 or UTF-16.", "son encodage n'est pas clairement UTF-8 ou UTF-16."),
    ),
    ("Sections", Text::new("it has {0} appSettings sections.", "il contient {0} sections appSettings.")),
    (
        "SectionPlace",
        Text::new(
            "its appSettings section is not in the usual place.",
            "sa section appSettings n'est pas à sa place habituelle.",
        ),
    ),
    (
        "SectionAttribute",
        Text::new("its appSettings section has the attribute {0}.", "sa section appSettings porte l'attribut {0}."),
    ),
    ("SectionEntry", Text::new("its appSettings section contains {0}.", "sa section appSettings contient {0}.")),
    ("InComment", Text::new("a comment mentions the key {0}.", "un commentaire mentionne la clé {0}.")),
    ("Twice", Text::new("the key {0} appears more than once.", "la clé {0} apparaît plusieurs fois.")),
    ("NoValue", Text::new("the key {0} has no value attribute.", "la clé {0} n'a pas d'attribut value.")),
    ("NoEntry", Text::new("its entries use a complex notation.", "ses entrées utilisent une notation complexe.")),
    ("ReadOnly", Text::new("it is read-only.", "il est en lecture seule.")),
    (
        "Meanwhile",
        Text::new(
            "{0} was changed by another program in the meantime; it was not modified.",
            "{0} a été modifié entre-temps par un autre programme ; le script ne l'a pas modifié.",
        ),
    ),
    (
        "NotWritten",
        Text::new(
            "{0} was written, but {1} does not have the expected value. The copy next to the file has the old content.",
            "{0} a été écrit, mais {1} n'a pas la valeur attendue. La copie à côté du fichier contient l'ancien contenu.",
        ),
    ),
    ("Copied", Text::new("The old content is in {0}.", "L'ancien contenu est dans {0}.")),
];
