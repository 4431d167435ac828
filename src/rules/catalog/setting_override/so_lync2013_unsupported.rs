//! SO-LYNC2013-UNSUPPORTED: Lync Server 2013 and Exchange 2016 or later do not go together for instant messaging.

use crate::rules::model::support_matrix::Support;
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::{im_support, in_scope, version};

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "SO-LYNC2013-UNSUPPORTED",
    roles: &[],
    lync: &[LyncVersion::V2013],
    title: Text::new(
        "Lync Server 2013 is not used with Exchange 2016 or later for instant messaging",
        "Lync Server 2013 n'est pas utilisé avec Exchange 2016 ou version ultérieure pour la messagerie instantanée",
    ),
    explanation: Text::new(
        "This combination is not supported for instant messaging in Outlook on the web, although it is for other features. Nothing is configured on these servers.",
        "Cette combinaison n'est pas prise en charge pour la messagerie instantanée dans Outlook sur le web, bien qu'elle le soit pour d'autres fonctionnalités. Rien n'est configuré sur ces serveurs.",
    ),
    remedy: Text::new(
        "Move to Skype for Business Server SE; all earlier versions are out of support.",
        "Passez à Skype Entreprise Server SE ; aucune version antérieure n'est plus prise en charge.",
    ),
    sources: &[Source::page("configure-im-integration-with-owa.md")],
    needs: &[&lync_sections::VERSION, &exchange_sections::SERVERS],
    ..super::BASE
};

const UNSUPPORTED: Text = Text::new(
    "Instant messaging between Lync Server 2013 and {server} ({version}) is not supported.",
    "La messagerie instantanée entre Lync Server 2013 et {server} ({version}) n'est pas prise en charge.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let never = || Missing::not_collected(&lync_sections::VERSION);
    context.estate.lync_version()?.ok_or_else(never)?;
    for server in context.estate.servers()? {
        if !server.is_back_end() || !in_scope(context, &server.host) {
            continue;
        }
        let target = Target::server(&server.host);
        findings.for_target(&target, |findings| {
            let found = version(&server)?;
            if found >= ExchangeVersion::V2016 && im_support(context, &server) == Support::No {
                let args = args! { server: server.host.name(), version: found.name() };
                let evidence = Evidence::actual("AdminDisplayVersion", server.facts.version.as_deref());
                findings.fail(target.clone(), UNSUPPORTED, args, vec![evidence.from(server.facts)]);
            }
            Ok(())
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;

    const LYNC: &str = "/lync/version/values/0/text";

    #[test]
    fn the_unsupported_pair_fails() {
        let case = exchange_2016(&RULE).set(LYNC, "Microsoft Lync Server 2013 (5.0.8308.0)").fails(SERVER).not_fixed();
        case.sample().expect("SO-CREATE", &[("", Status::NotApplicable)]);
    }

    #[test]
    fn other_pairs_are_not_concerned() {
        exchange_2016(&RULE).not_applicable();
    }

    #[test]
    fn a_lync_of_unknown_version_is_unknown() {
        exchange_2016(&RULE).set(LYNC, "(9.0)").unknown("");
        exchange_2016(&RULE).set(LYNC, "(5.0)").forget("/exchange/servers/values/0/version").unknown(SERVER);
    }
}
