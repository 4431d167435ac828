//! OAUTH-SUPPORTED-SET: both products can trust each other without a server for tokens.

use crate::rules::prelude::*;
use crate::rules::topology::im::servers::version;
use crate::rules::topology::oauth::partner::{EXCHANGE_VERSIONS, VERSIONS};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OAUTH-SUPPORTED-SET",
    category: Category::Fact,
    severity: Severity::Information,
    lync: &[],
    title: Text::new(
        "Both products can exchange tokens directly",
        "Les deux produits peuvent échanger des jetons directement",
    ),
    explanation: Text::new(
        "On premises, only Lync Server 2013, Skype for Business Server, Exchange 2013 and later, and SharePoint 2013 and later exchange tokens without a third server. For tokens between on-premises servers and Office 365, one page states that this is not supported while others describe how to configure it; this module does not configure it.",
        "Sur site, seuls Lync Server 2013, Skype Entreprise Server, Exchange 2013 et versions ultérieures, et SharePoint 2013 et versions ultérieures échangent des jetons sans serveur tiers. Pour les jetons entre les serveurs sur site et Office 365, une page indique que ce n'est pas pris en charge tandis que d'autres décrivent la configuration ; ce module ne la configure pas.",
    ),
    remedy: Text::new(
        "No setting fixes this. Move the mailboxes and users to servers of a version in the list.",
        "Aucun paramètre ne corrige ce point. Déplacez les boîtes aux lettres et les utilisateurs vers des serveurs d'une version de la liste.",
    ),
    sources: &[
        Source::page("configure-partner-applications.md"),
        Source::page("integration-with-sharepoint-and-lync-exchange-2013-help.md"),
        Source::page("lync-server-2013-exchange-and-sharepoint-integration-support.md"),
    ],
    needs: &[&exchange_sections::SERVERS, &lync_sections::VERSION],
    optional: &[&exchange_sections::SERVERS, &lync_sections::VERSION],
    ..super::BASE
};

const TOO_OLD: Text = Text::new(
    "{name} ({version}) is not one of the servers that exchange tokens directly.",
    "{name} ({version}) ne fait pas partie des serveurs qui échangent des jetons directement.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    findings.for_target(&Target::new(TargetKind::Product, "Lync"), |findings| {
        let unknown = || Missing::not_collected(&lync_sections::VERSION);
        let version = context.estate.lync_version()?.ok_or_else(unknown)?;
        judge(findings, Target::new(TargetKind::Product, "Lync"), version.name(), VERSIONS.contains(&version));
        Ok(())
    });
    for server in context.estate.servers()? {
        let target = Target::server(&server.host);
        findings.for_target(&target.clone(), |findings| {
            let version = version(&server)?;
            judge(findings, target, version.name(), EXCHANGE_VERSIONS.contains(&version));
            Ok(())
        });
    }
    Ok(())
}

fn judge(findings: &mut Findings<'_>, target: Target, version: &str, is_one: bool) {
    let evidence = vec![Evidence::actual("Version", Some(version))];
    if is_one {
        findings.pass(target, evidence);
    } else {
        let args = args! { name: target.name, version };
        findings.fail(target, TOO_OLD, args, evidence).as_advisory();
    }
}

#[cfg(test)]
mod tests {
    use super::{METADATA, RULE};
    use crate::rules::testing::prelude::*;

    const EXCHANGE: &str = "/exchange/servers/values/0/version";
    const LYNC: &str = "/lync/version/values/0/text";

    fn finds(case: Case, lync: Status, exchange: Status) {
        case.finds(&[("Lync", lync), ("ex01.contoso.com", exchange)]);
    }

    #[test]
    fn the_versions_of_2013_and_later_pass() {
        finds(oauth(&RULE), Status::Pass, Status::Pass);
        finds(Case::of(&RULE, Sample::oauth_2016()), Status::Pass, Status::Pass);
    }

    #[test]
    fn earlier_versions_fail() {
        finds(oauth(&RULE).set(EXCHANGE, "Version 14.3 (Build 123.4)"), Status::Pass, Status::Fail);
        let case = oauth(&RULE).set(LYNC, "Microsoft Lync Server 2010 (4.0.7577.0)").advises(true);
        finds(case, Status::Fail, Status::Pass);
    }

    #[test]
    fn it_says_that_the_pages_disagree_about_the_cloud() {
        assert!(METADATA.explanation.en.contains("not supported") && METADATA.explanation.en.contains("Office 365"));
    }

    #[test]
    fn versions_that_nobody_read_are_unknown() {
        finds(oauth(&RULE).forget(EXCHANGE), Status::Pass, Status::Unknown);
        finds(oauth(&RULE).forget("/lync/version"), Status::Unknown, Status::Pass);
    }
}
