//! OWA-VERIFY-LOGDIR: Outlook on the web has made its folder for the logs of instant messaging.

use crate::rules::prelude::*;
use crate::rules::topology::im::servers::each_im_server;
use crate::rules::topology::im::values::VERSIONS;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-VERIFY-LOGDIR",
    exchange: VERSIONS,
    title: Text::new(
        "The folder of the instant messaging logs exists",
        "Le dossier des journaux de messagerie instantanée existe",
    ),
    explanation: Text::new(
        "Outlook on the web creates the folder Logging\\OWA\\InstantMessaging when instant messaging starts. If the folder does not exist, the integration has failed.",
        "Outlook sur le web crée le dossier Logging\\OWA\\InstantMessaging quand la messagerie instantanée démarre. Si le dossier n'existe pas, l'intégration a échoué.",
    ),
    remedy: Text::new(
        "Sign in to Outlook on the web and check again. If the folder is not created, trace the component SIPStack on the Lync side, with all levels and all flags, during a sign-in.",
        "Connectez-vous à Outlook sur le web et vérifiez de nouveau. Si le dossier n'est pas créé, tracez le composant SIPStack côté Lync, avec tous les niveaux et tous les indicateurs, pendant une connexion.",
    ),
    symptoms: &[Text::new(
        "The folder Logging\\OWA\\InstantMessaging does not exist",
        "Le dossier Logging\\OWA\\InstantMessaging n'existe pas",
    )],
    sources: &[Source::seed("000", "117"), Source::seed("001", "109")],
    after: &["OWA-VERIFY-EVENT112"],
    needs: &[&exchange_sections::SERVERS, &machine_sections::IM_LOG_FOLDER],
    ..super::BASE
};

const NO_FOLDER: Text = Text::new(
    "{server} has no folder {path}: instant messaging has never started there.",
    "{server} n'a pas de dossier {path} : la messagerie instantanée n'y a jamais démarré.",
);
const NO_PARENT: Text = Text::new(
    "{server} has neither {path} nor its parent folder: instant messaging has never started there.",
    "{server} n'a ni {path} ni son dossier parent : la messagerie instantanée n'y a jamais démarré.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server(context, findings, VERSIONS, |server, findings| {
        let target = Target::server(&server.host);
        let section = &machine_sections::IM_LOG_FOLDER;
        let folders = context.estate.on(&server.host, section, |machine| &machine.im_log_folder)?;
        let missing = || Missing::not_collected(section).on(server.host.name());
        let folder = folders.first().ok_or_else(missing)?;
        let evidence = vec![Evidence::actual("Path", Some(folder.path.as_str())).from(folder)];
        let args = args! { server: server.host.name(), path: folder.path };
        let text = if folder.parent_exists == Some(false) { NO_PARENT } else { NO_FOLDER };
        findings.pass_if(folder.exists, target, evidence, || (text, args));
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const FOLDER: &str = "/machine/imLogFolder/values/0";

    #[test]
    fn a_folder_that_exists_passes() {
        exchange_2013(&RULE).passes(SERVER);
    }

    #[test]
    fn a_folder_that_does_not_exist_fails() {
        let case = exchange_2013(&RULE).set(&format!("{FOLDER}/exists"), false).fails(SERVER);
        case.set(&format!("{FOLDER}/parentExists"), false).fails(SERVER);
    }

    #[test]
    fn a_folder_that_nobody_looked_for_is_unknown() {
        exchange_2013(&RULE).forget(FOLDER).unknown(SERVER);
    }
}
