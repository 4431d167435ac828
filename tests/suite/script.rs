//! Plans as scripts: the committed scripts of a plan that has every kind of step, and hostile plans. What the scripts do is
//! tested in a real PowerShell. With `UC_UPDATE=1` the committed scripts are written.

use crate::support::golden;
use serde_json::{Value, json};
use uc_integration::api::{dispatch, estate};
use uc_integration::status::Status;

const PLAN: &str = include_str!("../fixtures/plans/every-kind.json");

/// The fixed parts of a script. In the committed scripts a line that names the file stands for each of them, so that they
/// show what a plan puts into a script, and a change of a fixed part moves one file.
const PARTS: &[(&str, &str)] = &[
    ("Shared.ps1", include_str!("../../ps-module/UcIntegration/Apply/Shared.ps1")),
    ("engine.ps1", include_str!("../../src/plan/script/engine.ps1")),
    ("web_config.ps1", include_str!("../../src/plan/script/web_config.ps1")),
];

/// A script as it is committed.
fn abridged(text: &str) -> String {
    let windows = |part: &str| part.replace('\n', "\r\n");
    PARTS.iter().fold(text.to_owned(), |text, (name, part)| text.replace(&windows(part), &format!("# <{name}>\r\n")))
}

fn render(plan: &str, culture: &str) -> (Status, Value) {
    let request = json!({ "plan": { "name": "plan.json", "text": plan }, "culture": culture });
    let (status, response) = dispatch::<estate::RenderRequest>(request.to_string().as_bytes());
    (status, serde_json::from_slice(&response).unwrap())
}

/// The scripts of a plan by the names of their files.
fn scripts(plan: &Value, culture: &str) -> Vec<(String, String)> {
    let (status, response) = render(&plan.to_string(), culture);
    assert_eq!(status, Status::Ok, "{response}");
    let text = |script: &Value, name: &str| script[name].as_str().unwrap().to_owned();
    response["scripts"].as_array().unwrap().iter().map(|one| (text(one, "fileName"), text(one, "text"))).collect()
}

fn plan() -> Value {
    serde_json::from_str(PLAN).unwrap()
}

#[test]
fn the_committed_scripts_are_those_of_the_plan() {
    for culture in ["en-US", "fr-FR"] {
        let folder = std::path::Path::new("tests/golden/scripts").join(culture);
        for (name, text) in scripts(&plan(), culture) {
            assert!(text.contains("function Invoke-Plan {"), "{name} holds the engine");
            golden::compare(&folder.join(name), &format!("\u{feff}{}", abridged(&text)));
        }
    }
}

#[test]
fn every_line_ends_as_windows_ends_it() {
    for (name, text) in scripts(&plan(), "en-US") {
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{name}");
        assert!(text.ends_with("Invoke-Plan\r\n"), "{name}");
    }
}

#[test]
fn files_are_named_by_number_shell_and_machine_and_by_nothing_else() {
    let names = |plan: &Value| scripts(plan, "en-US").into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(&plan()), ["1-Lync.ps1", "2-Exchange-ex01.ps1", "3-Local-ex02.ps1"]);
    let mut hostile = plan();
    hostile["stages"][1]["machine"] = json!("..\\..\\a b;$(x)/é\u{200e}.contoso.com");
    assert_eq!(names(&hostile)[1], "2-Exchange.ps1");
    hostile["stages"][1]["machine"] = json!("A b;\\$(x)\u{200e}:y");
    assert_eq!(names(&hostile)[1], "2-Exchange-abxy.ps1");
}

#[test]
fn a_plan_with_foreign_commands_or_an_id_that_is_a_path_is_refused() {
    let parameter = "/stages/1/steps/0/command/parameters/0/name";
    let cases: [(&str, Value); 8] = [
        ("/stages/0/steps/1/command/name", json!("Remove-Item")),
        ("/stages/0/steps/1/command/name", json!("Enable-CsTopology; Remove-Item x")),
        ("/stages/0/steps/1/command/name", json!("enable-cstopology")),
        (parameter, json!("Identity x; Remove-Item y")),
        (parameter, json!("identity")),
        ("/stages/1/steps/0/transition/probe/command/name", json!("Set-OwaMailboxPolicy")),
        ("/stages/1/steps/3/command/path", json!("C:\\Windows\\win.ini")),
        ("/id", json!("..\\x")),
    ];
    for (pointer, value) in cases {
        let mut hostile = plan();
        *hostile.pointer_mut(pointer).unwrap() = value.clone();
        let (status, response) = render(&hostile.to_string(), "fr-FR");
        assert_eq!(status, Status::PlanInvalid, "{pointer} {value}");
        assert_eq!(response["path"], "plan.json");
    }
}

/// What a step writes is held to the form of its key, also in a plan that somebody wrote; what undoing puts back is not.
#[test]
fn a_plan_that_sets_a_wrong_value_is_refused_with_the_reason() {
    let edit = "/stages/1/steps/3/command/changes/1/value";
    let parameters = plan()["stages"][1]["steps"]
        .as_array()
        .unwrap()
        .iter()
        .position(|step| step["command"]["parameters"].to_string().contains("IMServerName="));
    let in_override = format!("/stages/1/steps/{}/command", parameters.unwrap());
    for (pointer, value) in [
        (edit, json!("\u{200e}pool.contoso.com")),
        (edit, json!("pool")),
        (edit, json!("")),
        ("/stages/1/steps/3/command/changes/0/value", json!("EA 5A")),
    ] {
        let mut hostile = plan();
        *hostile.pointer_mut(pointer).unwrap() = value.clone();
        let (status, response) = render(&hostile.to_string(), "en-US");
        assert_eq!(status, Status::PlanInvalid, "{pointer} {value}");
        let message = response["message"].as_str().unwrap();
        assert!(message.contains("IM") && message.contains("value that is not right"), "{message}");
    }
    let mut hostile = plan();
    let text =
        hostile.pointer(&in_override).unwrap().to_string().replace("IMServerName=pool", "imservername=\u{200e}pool");
    *hostile.pointer_mut(&in_override).unwrap() = serde_json::from_str(&text).unwrap();
    assert_eq!(render(&hostile.to_string(), "en-US").0, Status::PlanInvalid);
    let mut other_case = plan();
    *other_case.pointer_mut(edit).unwrap() = json!("POOL.contoso.com");
    other_case["stages"][1]["steps"][3]["undo"][0]["changes"][1]["value"] = json!("\u{200e}pool");
    assert_eq!(render(&other_case.to_string(), "en-US").0, Status::Ok);
}

/// The plan with a step that is undone for each gateway of an address.
fn with_each(command: &str, read: &str) -> Value {
    let mut plan = plan();
    let cmdlet = |name: &str, parameters: Value| json!({ "name": name, "parameters": parameters });
    plan["stages"][1]["steps"][0]["undo"] = json!([{
        "kind": "Each", "command": cmdlet(command, json!([{ "name": "Confirm", "value": false }])),
        "read": cmdlet(read, json!([])), "filter": { "Address": "it's.contoso.com" },
    }]);
    plan
}

#[test]
fn a_command_for_each_object_takes_its_name_from_the_session() {
    let (_, text) = scripts(&with_each("Remove-UMIPGateway", "Get-UMIPGateway"), "en-US").swap_remove(1);
    let expected = "foreach ($one in @(Get-UcObject -From { Get-UMIPGateway -ErrorAction Stop } \
        -Where @{ 'Address' = 'it''s.contoso.com' })) { \
        Remove-UMIPGateway -Confirm:$false -ErrorAction Stop -Identity ([string]$one.Identity) }";
    assert!(text.contains(expected), "{text}");
    assert!(
        text.contains("'Get-UMIPGateway'") && text.contains("'Remove-UMIPGateway'"),
        "the session has to have both"
    );
}

#[test]
fn a_command_for_each_object_is_held_to_the_list_too() {
    for (command, read) in [
        ("Remove-Item", "Get-UMIPGateway"),
        ("Remove-UMIPGateway", "Get-Item"),
        ("Remove-UMIPGateway", "Remove-UMIPGateway"),
        ("Get-UMIPGateway", "Get-UMIPGateway"),
    ] {
        let (status, _) = render(&with_each(command, read).to_string(), "en-US");
        assert_eq!(status, Status::PlanInvalid, "{command} {read}");
    }
}

#[test]
fn a_script_of_exchange_is_run_by_the_shared_part_and_not_asked_for_as_a_command() {
    let mut plan = plan();
    plan["stages"][1]["steps"][0]["command"] = json!({
        "kind": "Cmdlet", "name": "ExchUcUtil.ps1", "parameters": [{ "name": "Forest", "value": ["it's.contoso.com"] }],
    });
    let (_, text) = scripts(&plan, "en-US").swap_remove(1);
    let call = "Invoke-UcExchangeScript -Name 'ExchUcUtil.ps1' -Parameter @{ 'Forest' = @('it''s.contoso.com') }";
    assert!(text.contains(call), "{text}");
    let asked = text.lines().find(|line| line.starts_with("Assert-PlanCommand")).unwrap();
    assert!(!asked.contains("ExchUcUtil.ps1"), "no command of the session has that name");
}

#[test]
fn a_script_that_changes_the_computer_looks_for_the_rights_first() {
    let all = scripts(&plan(), "en-US");
    let checks: Vec<bool> = all.iter().map(|(_, text)| text.contains("\r\nAssert-PlanElevated\r\n")).collect();
    let says: Vec<bool> = all.iter().map(|(_, text)| text.contains(", as administrator\r\n")).collect();
    assert_eq!(checks, [false, true, true]);
    assert_eq!(says, checks);
    // It stands before the look at the states, and what a file says of it does not count.
    let mut hostile = plan();
    hostile["stages"][1]["administrator"] = json!(false);
    let (_, text) = scripts(&hostile, "en-US").swap_remove(1);
    assert!(text.find("\r\nAssert-PlanElevated").unwrap() < text.find("\r\nInvoke-Plan\r\n").unwrap());
}

#[test]
fn only_a_restart_of_iis_in_the_shell_of_exchange_ends_its_session() {
    let mut plan = plan();
    let restart = |name: &str| json!({ "kind": "Cmdlet", "name": "Restart-Service", "parameters": [{ "name": "Name", "value": name }] });
    for (stage, name, ends) in [(1, "W3SVC", 1), (1, "MSExchangeUM", 0), (2, "W3SVC", 0)] {
        let mut changed = plan.clone();
        changed["stages"][stage]["steps"][0]["command"] = restart(name);
        let (_, text) = scripts(&changed, "en-US").swap_remove(stage);
        assert_eq!(text.matches("EndsSession = $true").count(), ends, "{stage} {name}");
    }
    plan["stages"][1]["steps"][0]["command"] = json!({
        "kind": "Cmdlet", "name": "Restart-WebAppPool", "parameters": [{ "name": "Name", "value": "it's" }],
    });
    let (_, text) = scripts(&plan, "en-US").swap_remove(1);
    assert!(text.contains("Run = { Restart-UcWebAppPool -Name 'it''s' }"), "{text}");
}

#[test]
fn readers_of_a_container_are_asked_for_by_commands_that_the_session_has_to_have() {
    let mut plan = plan();
    plan["stages"][1]["steps"][0]["transition"] = json!({
        "probe": { "kind": "Readers", "container": "UM DialPlan Container" },
        "before": {}, "after": { "RTCUniversalServerAdmins": true },
    });
    let (_, text) = scripts(&plan, "en-US").swap_remove(1);
    let read = "Read-UcReaderState -Container 'UM DialPlan Container' -Name @('RTCUniversalServerAdmins')";
    assert!(text.contains(read), "{text}");
    assert!(text.contains("Before = @{ 'RTCUniversalServerAdmins' = $null }"), "{text}");
    assert!(text.contains("Assert-PlanCommand 'Get-ADPermission', "), "{text}");
    assert!(text.contains("'Get-OrganizationConfig'"), "{text}");
}

/// The sentence of a key in one of the module's files of texts.
fn module_text<'t>(file: &'t str, key: &str) -> &'t str {
    let line = file.lines().find(|line| line.split_whitespace().next() == Some(key)).unwrap_or_default();
    line.split_once('=').map_or("", |(_, text)| text.trim())
}

#[test]
fn script_and_module_say_the_same_of_what_they_share() {
    let shared = PARTS[0].1;
    let mut keys: Vec<&str> =
        shared.split("Get-UcText -Key '").skip(1).filter_map(|rest| rest.split('\'').next()).collect();
    keys.extend(["Plan_NothingFollowed", "Plan_Declined", "Plan_Unverified", "Plan_NotElevated"]);
    assert!(keys.len() > 7, "{keys:?}");
    for (culture, file) in [
        ("en-US", include_str!("../../ps-module/UcIntegration/en-US/UcIntegration.strings.psd1")),
        ("fr-FR", include_str!("../../ps-module/UcIntegration/fr-FR/UcIntegration.strings.psd1")),
    ] {
        let (_, script) = scripts(&plan(), culture).swap_remove(0);
        for key in &keys {
            let sentence = module_text(file, key);
            assert!(sentence.len() > 2, "{culture} {key}");
            let line = format!("    {key} = {sentence}\r\n");
            assert!(script.contains(&line), "{culture}: the script does not say {line}");
        }
    }
}

#[test]
fn properties_that_differ_by_case_only_are_refused() {
    let mut hostile = plan();
    hostile["stages"][1]["steps"][0]["transition"]["before"]["instantmessagingtype"] = json!("x");
    let (status, response) = render(&hostile.to_string(), "en-US");
    assert_eq!(status, Status::PlanInvalid);
    assert!(response["message"].as_str().unwrap().contains("step 3"), "{response}");
}

#[test]
fn comments_are_one_line_whatever_the_texts_hold() {
    let mut hostile = plan();
    let text = "x\r\nRemove-Item y\u{2028}Remove-Item z #>";
    hostile["stages"][1]["steps"][4]["title"] = json!(text);
    hostile["stages"][1]["steps"][4]["interrupts"] = json!(text);
    hostile["stages"][1]["steps"][3]["reasons"] = json!([{ "rule": text, "target": text }]);
    hostile["stages"][1]["steps"][3]["verifiedBy"] = json!([text]);
    hostile["stages"][1]["machine"] = json!(text);
    let (_, text) = scripts(&hostile, "en-US").swap_remove(1);
    let outside = text.lines().any(|line| line.trim_start().starts_with("Remove-Item"));
    assert!(!outside && !text.contains('\u{2028}'), "{text}");
}
