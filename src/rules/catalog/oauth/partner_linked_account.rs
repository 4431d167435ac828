//! PARTNER-LINKED-ACCOUNT: what Lync may do in Exchange is given to an account.

use crate::rules::prelude::*;
use crate::rules::topology::oauth::partner::{EXCHANGE_VERSIONS, of_lync};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "PARTNER-LINKED-ACCOUNT",
    severity: Severity::Warning,
    roles: &[Role::ExchangeBackEnd],
    exchange: EXCHANGE_VERSIONS,
    title: Text::new(
        "The partner application of Lync in Exchange has a linked account",
        "L'application partenaire de Lync dans Exchange a un compte lié",
    ),
    explanation: Text::new(
        "Exchange gives a partner application the rights of its linked account: the management roles UserApplication and ArchiveApplication. Without one, Exchange accepts the tokens of Lync and answers requests with 403.",
        "Exchange donne à une application partenaire les droits de son compte lié : les rôles de gestion UserApplication et ArchiveApplication. Sans lui, Exchange accepte les jetons de Lync et répond 403 aux requêtes.",
    ),
    remedy: Text::new(
        "In the Exchange Management Shell: Get-User LyncEnterprise-ApplicationAccount. If the account exists, Set-PartnerApplication <name> -LinkedAccount <account>. If not, remove the partner application and run Configure-EnterprisePartnerApplication.ps1 again, which creates the account.",
        "Dans Exchange Management Shell : Get-User LyncEnterprise-ApplicationAccount. Si le compte existe, Set-PartnerApplication <nom> -LinkedAccount <compte>. Sinon, supprimez l'application partenaire et exécutez de nouveau Configure-EnterprisePartnerApplication.ps1, qui crée le compte.",
    ),
    interpretation: Some(Text::new(
        "The pages give every partner application of Lync a linked account and do not state what happens without one. Where the test of a mailbox passes, it is information only.",
        "Les pages donnent un compte lié à toute application partenaire de Lync et n'indiquent pas ce qui se passe sans lui. Si le test d'une boîte aux lettres réussit, ce n'est qu'une information.",
    )),
    sources: &[Source::page("configure-partner-applications.md"), Source::page("oauth-with-online-and-on-premises.md")],
    after: &["PARTNER-LYNC-IN-EX"],
    needs: &[&exchange_sections::PARTNER_APPLICATIONS, &lync_sections::STORAGE_TESTS],
    optional: &[&lync_sections::STORAGE_TESTS],
    ..super::BASE
};

const BLANK: Text = Text::new(
    "The partner application {name} of Lync has no linked account, so Exchange gives it no rights.",
    "L'application partenaire {name} de Lync n'a pas de compte lié : Exchange ne lui donne aucun droit.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    for entry in of_lync(context)? {
        let target = Target::new(TargetKind::Application, &entry.name);
        let missing = || Missing::not_collected(&exchange_sections::PARTNER_APPLICATIONS).on(&entry.name);
        // One that is off is the business of the rule before.
        if entry.enabled == Some(false) {
            continue;
        }
        findings.for_target(&target, |findings| {
            let account = entry.linked_account.as_deref().ok_or_else(missing)?.trim();
            let evidence = vec![Evidence::actual("LinkedAccount", Some(account)).from(entry)];
            if !account.is_empty() {
                findings.pass(target.clone(), evidence);
                return Ok(());
            }
            let finding = findings.fail(target.clone(), BLANK, args! { name: entry.name }, evidence);
            if works(context) {
                finding.with_severity(Severity::Information);
            }
            Ok(())
        });
    }
    Ok(())
}

/// Whether the way from Lync to mailboxes was tried and was free.
fn works(context: &Context<'_>) -> bool {
    let tests = context.estate.lync.storage_tests.items().unwrap_or_default();
    !tests.is_empty() && tests.iter().all(|test| test.passed == Some(true))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const ENTRY: &str = "/exchange/partnerApplications/values/0";
    const ACCOUNT: &str = "/exchange/partnerApplications/values/0/linkedAccount";
    const PASSED: &str = "/lync/storageTests/values/0/passed";
    const NAME: &str = "LyncEnterprise-1";

    #[test]
    fn an_account_passes() {
        oauth(&RULE).passes(NAME);
    }

    #[test]
    fn without_an_account_it_is_a_warning_unless_the_way_was_tried_and_is_free() {
        for blank in ["", " "] {
            let case = oauth(&RULE).set(ACCOUNT, blank).fails(NAME).severity(Severity::Information);
            case.clone().set(PASSED, false).fails(NAME).severity(Severity::Warning).says(&[NAME]).not_fixed();
            case.forget("/lync/storageTests").fails(NAME).severity(Severity::Warning);
        }
    }

    #[test]
    fn an_application_that_is_off_or_not_there_is_not_looked_at() {
        oauth(&RULE).set(ACCOUNT, "").set(&format!("{ENTRY}/enabled"), false).not_applicable();
        oauth(&RULE).forget(ENTRY).not_applicable();
    }

    #[test]
    fn one_of_the_cloud_under_the_same_identifier_is_not_that_of_lync() {
        let place = format!("{ENTRY}/useAuthServer");
        oauth(&RULE).set(ACCOUNT, "").set(&place, true).not_applicable();
        oauth(&RULE).set(&place, false).passes(NAME);
    }

    #[test]
    fn an_account_that_nobody_read_is_unknown() {
        oauth(&RULE).forget(ACCOUNT).unknown(NAME);
    }
}
