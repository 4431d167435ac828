//! The sentences of a script in both languages, by the names that the script knows them by. Holds no PowerShell.

use crate::message::Text;

/// Sentences of the part that scripts and module share, under the names that they have in the module's files of texts.
pub(super) const SHARED: &[(&str, Text)] = &[
    ("Plan_NotSet", Text::new("nothing", "rien")),
    ("Plan_ObjectMissing", Text::new("the object does not exist", "l'objet n'existe pas")),
    (
        "Plan_ObjectPresent",
        Text::new(
            "the object exists, and was not expected: {0}",
            "l'objet existe alors qu'il n'était pas attendu : {0}",
        ),
    ),
    ("Plan_Difference", Text::new("{0}: expected {1}, found {2}", "{0} : attendu {1}, trouvé {2}")),
    (
        "Plan_Several",
        Text::new("{0} objects have {1}; the plan means one.", "{0} objets ont {1} ; le plan n'en vise qu'un."),
    ),
    (
        "Plan_NothingFollowed",
        Text::new("None of the steps that it follows ran.", "Aucune des étapes dont elle dépend n'a été exécutée."),
    ),
    (
        "Plan_Declined",
        Text::new(
            "The step was declined; nothing after it was done.",
            "L'étape a été refusée ; rien de ce qui suit n'a été fait.",
        ),
    ),
    (
        "Plan_Unverified",
        Text::new(
            "The script ended, but nothing shows whether it did its work. Collect facts again and check {0}.",
            "Le script s'est terminé, mais rien ne montre s'il a fait son travail. Collectez de nouveau les faits et vérifiez {0}.",
        ),
    ),
    ("Fact_PropertyMissing", Text::new("The answer has no {0}.", "La réponse ne contient pas {0}.")),
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
            "{0} does not fit any more, because something has changed since the plan was made: {1}",
            "{0} ne convient plus, car l'état a changé depuis la création du plan : {1}",
        ),
    ),
    (
        "Stopped",
        Text::new(
            "Nothing was changed, because the plan is out of date. Collect facts again and make a new plan.",
            "Rien n'a été modifié, car le plan n'est plus à jour. Collectez de nouveau les faits et établissez un nouveau plan.",
        ),
    ),
    ("Yes", Text::new("&Yes", "&Oui")),
    ("YesHelp", Text::new("Run this step now.", "Exécuter cette étape maintenant.")),
    ("No", Text::new("&No", "&Non")),
    (
        "NoHelp",
        Text::new("Stop here; the steps before stay done.", "S'arrêter ici ; les étapes précédentes restent faites."),
    ),
    ("Ask", Text::new("{0} Run it now?", "{0} L'exécuter maintenant ?")),
    (
        "Failed",
        Text::new(
            "{0} failed: {1} The steps before it are done. Run the script again (with -Follow) to go on, or with -Undo to take them back.",
            "{0} a échoué : {1} Les étapes précédentes sont faites. Relancez le script (avec -Follow) pour continuer, ou avec -Undo pour les annuler.",
        ),
    ),
    (
        "NotVerified",
        Text::new(
            "{0} ran, but its effect is not to be seen: {1}. Run the script again (with -Follow) to go on, or with -Undo to take it back.",
            "{0} a été exécutée, mais son effet ne se voit pas : {1}. Relancez le script (avec -Follow) pour continuer, ou avec -Undo pour l'annuler.",
        ),
    ),
    (
        "NoUndo",
        Text::new(
            "{0} cannot be taken back by commands; it stays.",
            "{0} ne peut pas être annulée par des commandes ; elle reste.",
        ),
    ),
    (
        "Elsewhere",
        Text::new(
            "Needed if one of the steps {0} of another script changed something.",
            "Nécessaire si une des étapes {0} d'un autre script a modifié quelque chose.",
        ),
    ),
    (
        "WrongShell",
        Text::new(
            "This shell does not have {0}. Nothing was changed; the head of the script says which shell it is for.",
            "Cet environnement n'a pas {0}. Rien n'a été modifié ; l'en-tête du script indique l'environnement voulu.",
        ),
    ),
    (
        "WrongMachine",
        Text::new(
            "This script is for the machine {0}, and this is {1}. Nothing was changed.",
            "Ce script est destiné à l'ordinateur {0}, et celui-ci est {1}. Rien n'a été modifié.",
        ),
    ),
    (
        "Declined",
        Text::new(
            "{0} was declined; nothing after it was run. Run the script again with -Follow when it may be run.",
            "{0} a été refusée ; rien n'a été exécuté ensuite. Relancez le script avec -Follow lorsqu'elle pourra l'être.",
        ),
    ),
];

/// Sentences of the part that edits files.
pub(super) const WEB_CONFIG: &[(&str, Text)] = &[
    (
        "Refused",
        Text::new(
            "{0} is not edited by this script: {1} Use the module UcIntegration on this machine (Set-UcAppSetting).",
            "{0} n'est pas modifié par ce script : {1} Utilisez le module UcIntegration sur cet ordinateur (Set-UcAppSetting).",
        ),
    ),
    (
        "BadEncoding",
        Text::new("its encoding is not plainly UTF-8 or UTF-16.", "son encodage n'est pas clairement UTF-8 ou UTF-16."),
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
    ("SectionEntry", Text::new("its appSettings section holds {0}.", "sa section appSettings contient {0}.")),
    ("InComment", Text::new("a comment mentions the key {0}.", "un commentaire mentionne la clé {0}.")),
    ("Twice", Text::new("the key {0} stands there more than once.", "la clé {0} y figure plusieurs fois.")),
    ("NoValue", Text::new("the key {0} has no value attribute.", "la clé {0} n'a pas d'attribut value.")),
    (
        "NoEntry",
        Text::new("its entries are not written in a plain way.", "ses entrées ne sont pas écrites simplement."),
    ),
    ("ReadOnly", Text::new("it is read-only.", "il est en lecture seule.")),
    (
        "Meanwhile",
        Text::new(
            "{0} was changed by another program meanwhile; it was left alone.",
            "{0} a été modifié entre-temps par un autre programme ; il est resté tel quel.",
        ),
    ),
    (
        "NotWritten",
        Text::new(
            "{0} was written, but {1} does not read as it should. The copy beside the file has the old content.",
            "{0} a été écrit, mais {1} ne se lit pas comme prévu. La copie à côté du fichier a l'ancien contenu.",
        ),
    ),
    ("Copied", Text::new("The old content is in {0}.", "L'ancien contenu est dans {0}.")),
];
