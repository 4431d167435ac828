//! UM-TEST: Lync reaches unified messaging. The tests of Lync need passwords, so a person runs them.

use crate::rules::prelude::*;
use crate::rules::topology::lync::pools;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "UM-TEST",
    roles: &[Role::LyncFrontEnd],
    lync: &[LyncVersion::V2013, LyncVersion::V2015, LyncVersion::V2019, LyncVersion::SubscriptionEdition],
    title: Text::new(
        "A test call from Lync reaches unified messaging",
        "Un appel de test depuis Lync atteint la messagerie unifiée",
    ),
    explanation: Text::new(
        "The test signs in as a user and places a call. It requires the password of that user, which is never collected, so it is not run here.",
        "Le test se connecte en tant qu'utilisateur et passe un appel. Il exige le mot de passe de cet utilisateur, qui n'est jamais collecté : il n'est donc pas exécuté ici.",
    ),
    remedy: Text::new(
        "Run the command of the finding in the Lync shell. Result must be Success. Then leave a message: Test-CsExUMVoiceMail -TargetFqdn <pool> -ReceiverSipAddress sip:<user> -SenderSipAddress sip:<other user> -SenderCredential $credential.",
        "Exécutez la commande du constat dans le shell Lync. Result doit être Success. Laissez ensuite un message : Test-CsExUMVoiceMail -TargetFqdn <pool> -ReceiverSipAddress sip:<utilisateur> -SenderSipAddress sip:<autre utilisateur> -SenderCredential $credential.",
    ),
    sources: &[Source::page("exchangeunified-messaging-for-voice-mail.md")],
    after: &["UM-USERS-ENABLED", "UM-LYNC-FE-RESTART"],
    needs: &[&lync_sections::POOLS],
    ..super::BASE
};

const RUN: Text = Text::new(
    "Run in the Lync shell: $credential = Get-Credential; Test-CsExUMConnectivity -TargetFqdn {pool} -UserSipAddress sip:<user> -UserCredential $credential",
    "Exécutez dans le shell Lync : $credential = Get-Credential; Test-CsExUMConnectivity -TargetFqdn {pool} -UserSipAddress sip:<utilisateur> -UserCredential $credential",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for pool in pools::with_service(context, "Registrar")? {
        let name = pool.fqdn.to_lowercase();
        findings.manual(Target::new(TargetKind::Pool, &name), RUN, args! { pool: name });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::um_prelude::*;

    #[test]
    fn a_person_tests_each_pool_with_the_command_for_it() {
        unified_messaging(&RULE).manual(POOL).says_of(POOL, "-TargetFqdn pool.contoso.com -UserSipAddress");
    }
}
