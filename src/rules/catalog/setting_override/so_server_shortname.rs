//! SO-SERVER-SHORTNAME: a setting override names servers by their short names.

use crate::rules::fixes::setting_overrides;
use crate::rules::prelude::*;
use crate::rules::topology::im::settings::is_im_override;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "SO-SERVER-SHORTNAME",
    title: Text::new(
        "A setting override names servers by their short names",
        "Un remplacement de paramètre désigne les serveurs par leur nom court",
    ),
    explanation: Text::new(
        "Exchange compares the names in Server with the short name of each server; a full name matches none, so the override works nowhere. Wildcards are allowed, and no name at all means every server.",
        "Exchange compare les noms de Server au nom court de chaque serveur ; un nom complet ne correspond à aucun, et le remplacement n'agit nulle part. Les jokers sont admis ; sans nom, il vaut pour tous les serveurs.",
    ),
    remedy: Text::new(
        "Give the names without the domain: Set-SettingOverride -Identity <name> -Server <short names>, and -Parameters with both settings again.",
        "Donnez les noms sans le domaine : Set-SettingOverride -Identity <nom> -Server <noms courts>, et de nouveau -Parameters avec les deux réglages.",
    ),
    sources: &[Source::page("configure-im-integration-with-owa.md"), Source::page("New-SettingOverride.md")],
    needs: &[&exchange_sections::SETTING_OVERRIDES],
    ..super::BASE
};

const FULL_NAME: Text = Text::new(
    "The setting override {name} names servers in full: {servers}.",
    "Le remplacement de paramètre {name} donne des noms de serveurs complets : {servers}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let all = context.estate.exchange.setting_overrides.known()?;
    for one in all.iter().filter(|one| is_im_override(one)) {
        let target = Target::new("SettingOverride", &one.name);
        let servers = one.servers.join(", ");
        let evidence = vec![Evidence::read("Server", Some(servers.as_str())).from(one)];
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
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "SO-SERVER-SHORTNAME";
    const SERVERS: &str = "/exchange/settingOverrides/values/0/servers";

    #[test]
    fn short_names_patterns_and_none_pass() {
        Sample::exchange_2016().expect(ID, &[("IM Override", Status::Pass)]);
        Sample::exchange_2016().set(SERVERS, json!(["EX01", "EX*"])).expect(ID, &[("IM Override", Status::Pass)]);
    }

    #[test]
    fn a_full_name_fails_and_is_cut() {
        for (names, short) in [(json!(["EX01.contoso.com"]), "[ex01]"), (json!(["gone.contoso.com"]), "[gone]")] {
            let sample = Sample::exchange_2016().set(SERVERS, names);
            sample.expect(ID, &[("IM Override", Status::Fail)]);
            let commands = sample.commands(ID);
            assert_eq!(commands.len(), 1);
            assert!(commands[0].contains(&format!("-Server {short}")), "{commands:?}");
        }
    }

    #[test]
    fn the_step_is_the_one_that_the_server_without_an_override_needs() {
        let sample = Sample::exchange_2016().set(SERVERS, json!(["EX01.contoso.com"]));
        sample.expect("SO-CREATE", &[("ex01.contoso.com", Status::Fail)]);
        assert_eq!(sample.commands("SO-CREATE"), sample.commands(ID));
    }

    #[test]
    fn without_overrides_there_is_nothing_to_look_at() {
        let overrides = "/exchange/settingOverrides";
        Sample::exchange_2016().forget(&format!("{overrides}/values/0")).expect(ID, &[("", Status::NotApplicable)]);
        Sample::exchange_2016().forget(overrides).expect(ID, &[("", Status::Unknown)]);
    }
}
