//! SO-SERVER-SHORTNAME: a setting override names servers by their short names.

use crate::rules::fixes::setting_overrides;
use crate::rules::prelude::*;
use crate::rules::topology::im::override_scope::is_im_override;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "SO-SERVER-SHORTNAME",
    title: Text::new(
        "A setting override specifies servers by their short names",
        "Un remplacement de paramètre indique les serveurs par leur nom court",
    ),
    explanation: Text::new(
        "Exchange compares the names in Server with the short name of each server. An FQDN matches no server, so the override has no effect. Wildcards are allowed; without a name, the override applies to every server.",
        "Exchange compare les noms de Server au nom court de chaque serveur. Un nom de domaine complet ne correspond à aucun serveur : le remplacement est sans effet. Les caractères génériques sont autorisés ; sans nom, le remplacement s'applique à tous les serveurs.",
    ),
    remedy: Text::new(
        "Specify the names without the domain: Set-SettingOverride -Identity <name> -Server <short names>, and -Parameters with both settings again.",
        "Indiquez les noms sans le domaine : Set-SettingOverride -Identity <nom> -Server <noms courts>, et de nouveau -Parameters avec les deux paramètres.",
    ),
    sources: &[Source::page("configure-im-integration-with-owa.md"), Source::page("New-SettingOverride.md")],
    needs: &[&exchange_sections::SETTING_OVERRIDES],
    ..super::BASE
};

const FULL_NAME: Text = Text::new(
    "The setting override {name} specifies servers by FQDN: {servers}.",
    "Le remplacement de paramètre {name} indique des serveurs par leur nom de domaine complet : {servers}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let all = context.estate.exchange.setting_overrides.items()?;
    for one in all.iter().filter(|one| is_im_override(one)) {
        let target = Target::new(TargetKind::SettingOverride, &one.name);
        let servers = one.servers.join(", ");
        let evidence = vec![Evidence::actual("Server", Some(servers.as_str())).from(one)];
        if one.servers.iter().any(|name| name.contains('.')) {
            let context = *context;
            let fix = move |fix: &mut Fix<'_>| setting_overrides::fix_one(&context, &one.name, fix);
            findings.fail(target, FULL_NAME, args! { name: one.name, servers }, evidence).with_fix(fix);
        } else {
            findings.pass(target, evidence);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const NAME: &str = "IM Override";
    const SERVERS: &str = "/exchange/settingOverrides/values/0/servers";

    #[test]
    fn short_names_patterns_and_none_pass() {
        exchange_2016(&RULE).passes(NAME);
        exchange_2016(&RULE).set(SERVERS, json!(["EX01", "EX*"])).passes(NAME);
    }

    #[test]
    fn a_full_name_fails_and_is_cut() {
        for (name, short) in [("EX01.contoso.com", "-Server [ex01]"), ("gone.contoso.com", "-Server [gone]")] {
            exchange_2016(&RULE).set(SERVERS, json!([name])).fails(NAME).fixed_by_part(short);
        }
    }

    #[test]
    fn the_step_is_the_one_that_the_server_without_an_override_needs() {
        let sample = Sample::exchange_2016().set(SERVERS, json!(["EX01.contoso.com"]));
        sample.expect("SO-CREATE", &[(SERVER, Status::Fail)]);
        assert_eq!(sample.commands("SO-CREATE"), sample.commands("SO-SERVER-SHORTNAME"));
    }

    /// Cut, the name would give the server the same parameters twice, and the default would count.
    #[test]
    fn where_another_override_counts_already_that_one_stays() {
        let own = "IMCertificateThumbprint=EA5A332496CC05DA69B75B66111C0F78A110D22D";
        let with = |pool: &str| {
            let second = json!({
                "name": "Renewed", "component": "OwaServer", "section": "IMSettings", "servers": [],
                "parameters": [format!("IMServerName={pool}"), own.to_owned()],
            });
            let case = exchange_2016(&RULE).set(SERVERS, json!(["EX01.contoso.com"]));
            case.set("/exchange/settingOverrides/values/1", second)
        };
        let case = with("pool.contoso.com");
        case.sample().expect("SO-CREATE", &[(SERVER, Status::Pass)]);
        case.finds(&[(NAME, Status::Fail), ("Renewed", Status::Pass)])
            .fixed_by(&format!("Remove-SettingOverride -Identity {NAME} -Confirm false"));
        with("old.contoso.com").fixed_with(&["Set-SettingOverride", "Remove-SettingOverride"]);
    }

    #[test]
    fn an_override_that_keeps_other_parameters_gets_the_short_name() {
        let (pool, other) = ("IMServerName=pool.contoso.com", "IMEnabled=true");
        let own = "IMCertificateThumbprint=EA5A332496CC05DA69B75B66111C0F78A110D22D";
        let second = json!({
            "name": "Renewed", "component": "OwaServer", "section": "IMSettings", "servers": [],
            "parameters": [pool, own],
        });
        let case = exchange_2016(&RULE).set(SERVERS, json!(["EX01.contoso.com"]));
        let case = case.set("/exchange/settingOverrides/values/0/parameters", json!([pool, own, other]));
        case.set("/exchange/settingOverrides/values/1", second).fixed_by_part(&format!(
            "Set-SettingOverride -Identity {NAME} -Parameters [{other}] -Server [EX01] -Reason"
        ));
    }

    /// Cut, the name would give the server what a person still has to put right.
    #[test]
    fn a_full_name_stays_where_it_is_not_clear_what_the_server_should_have() {
        let case = exchange_2016(&RULE).set(SERVERS, json!(["EX01.contoso.com"]));
        let case = case.set("/exchange/certificates/values/0/notAfter", "2026-02-01T00:00:00Z");
        case.fails(NAME).not_fixed();
    }
}
