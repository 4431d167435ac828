//! PHOTO-HIRES: photos in high resolution can be reached.

use crate::rules::prelude::*;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "PHOTO-HIRES",
    severity: Severity::Information,
    roles: &[Role::ExchangeFrontEnd],
    title: Text::new("High-resolution photos are available", "Les photos haute résolution sont disponibles"),
    explanation: Text::new(
        "Lync takes photos of up to 648 by 648 pixels from the mailbox. Active Directory also has a small photo: 48 by 48 pixels according to the Lync Server 2013 documentation, 64 by 64 pixels according to the Skype for Business Server documentation. The service requires a password, so only a user can check it.",
        "Lync prend dans la boîte aux lettres des photos allant jusqu'à 648 × 648 pixels. Active Directory a aussi une petite photo : 48 × 48 pixels selon la documentation de Lync Server 2013, 64 × 64 pixels selon celle de Skype Entreprise Server. Le service exige un mot de passe : seul un utilisateur peut le vérifier.",
    ),
    remedy: Text::new(
        "Sign in at the address as a user: a picture must be displayed. To set a photo, in the Exchange Management Shell: Set-UserPhoto -Identity <user> -PictureData ([System.IO.File]::ReadAllBytes(\"<file>\")), then Set-UserPhoto -Identity <user> -Save.",
        "Connectez-vous à l'adresse en tant qu'utilisateur : une image doit s'afficher. Pour définir une photo, dans Exchange Management Shell : Set-UserPhoto -Identity <utilisateur> -PictureData ([System.IO.File]::ReadAllBytes(\"<fichier>\")), puis Set-UserPhoto -Identity <utilisateur> -Save.",
    ),
    sources: &[Source::page("high-resolution-photos.md")],
    needs: &[&exchange_sections::SERVERS],
    ..super::BASE
};

const INSTRUCTION: Text = Text::new(
    "Open https://{server}/ews/Exchange.asmx/s/GetUserPhoto?email=<address>&size=HR648x648 in a browser and sign in as a user: a picture must be displayed.",
    "Ouvrez https://{server}/ews/Exchange.asmx/s/GetUserPhoto?email=<adresse>&size=HR648x648 dans un navigateur et connectez-vous en tant qu'utilisateur : une image doit s'afficher.",
);

/// One server is enough to look at: the photos are in the mailboxes.
fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let servers = context.estate.servers()?;
    let has_photos = |version| version >= Some(ExchangeVersion::V2013);
    if let Some(server) = servers.iter().find(|server| server.is_front_end() && has_photos(server.version)) {
        findings.manual(Target::estate(), INSTRUCTION, args! { server: server.host.name() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{METADATA, RULE};
    use crate::rules::testing::prelude::*;

    #[test]
    fn a_person_has_to_look_at_the_address_of_a_front_end_server() {
        exchange_2016(&RULE).manual("").says(&["https://ex01.contoso.com/ews/"]);
    }

    #[test]
    fn both_sizes_of_the_small_photo_are_named() {
        let explanation = METADATA.explanation.en;
        assert!(explanation.contains("48 by 48") && explanation.contains("64 by 64"));
    }

    #[test]
    fn exchange_2010_has_no_such_photos() {
        exchange_2013(&RULE).set("/exchange/servers/values/0/version", "Version 14.3 (Build 123.4)").not_applicable();
    }
}
