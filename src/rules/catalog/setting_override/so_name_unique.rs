//! SO-NAME-UNIQUE: no two setting overrides have one name.

use crate::rules::prelude::*;
use crate::rules::topology::im::override_scope::is_im_override;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "SO-NAME-UNIQUE",
    title: Text::new(
        "The names of setting overrides are unique",
        "Les noms des remplacements de paramètre sont uniques",
    ),
    explanation: Text::new(
        "Exchange refuses a second override with the same name, and a command that specifies that name is ambiguous.",
        "Exchange refuse un second remplacement du même nom, et une commande qui indique ce nom est ambiguë.",
    ),
    remedy: Text::new(
        "Compare the overrides by Guid (Get-SettingOverride), and remove the outdated one with Remove-SettingOverride -Identity <Guid>. To change an override, use Set-SettingOverride -Identity.",
        "Comparez les remplacements par leur Guid (Get-SettingOverride) et supprimez celui qui est périmé avec Remove-SettingOverride -Identity <Guid>. Pour modifier un remplacement, utilisez Set-SettingOverride -Identity.",
    ),
    sources: &[Source::page("configure-im-integration-with-owa.md")],
    needs: &[&exchange_sections::SETTING_OVERRIDES],
    ..super::BASE
};

const TWICE: Text = Text::new(
    "There are several setting overrides with the name {name}.",
    "Il y a plusieurs remplacements de paramètre du nom {name}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let all = context.estate.exchange.setting_overrides.items()?;
    for one in all.iter().filter(|one| is_im_override(one)) {
        let target = Target::new(TargetKind::SettingOverride, &one.name);
        let same = all.iter().filter(|other| same_name(&other.name, &one.name)).count();
        let evidence = vec![Evidence::actual("Name", Some(one.name.as_str())).from(one)];
        findings.pass_if(same <= 1, target, evidence, || (TWICE, args! { name: one.name }));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    #[test]
    fn a_name_of_its_own_passes() {
        exchange_2016(&RULE).passes("IM Override");
    }

    #[test]
    fn a_name_that_another_override_has_fails_whatever_that_is_for() {
        let twin = json!({ "name": "im override", "component": "Other", "section": "Other" });
        exchange_2016(&RULE).set("/exchange/settingOverrides/values/1", twin).fails("IM Override").not_fixed();
    }
}
