//! What a command changes in the products, written into the facts. Cmdlets that only set, make or remove an object are done
//! here; what a command does beyond that is in the files of its product.

use super::estate::Facts;
use super::nouns::Noun;
use super::state::objects;
use super::{exchange, lync, machine, trusted, voice};
use crate::step::{Cmdlet, Command, Value as StepValue};
use serde_json::{Value, json};

/// Why a command would end in an error.
pub(super) type Done = Result<(), String>;

/// Runs a command, on a machine if it has to be one.
pub(super) fn run(facts: &mut Facts, command: &Command, at: Option<&str>) -> Done {
    match command {
        Command::Cmdlet(cmdlet) => call(facts, cmdlet, at),
        Command::Each { command, read, filter } => {
            let noun = Noun::of(&read.name).ok_or_else(|| format!("nothing is known of {}", read.name))?;
            let names: Vec<String> = objects(facts, read, filter, at)?.into_iter().map(|one| noun.name(one)).collect();
            names.into_iter().try_for_each(|name| call(facts, &command.clone().with("Identity", name), at))
        }
        Command::WebConfig { path, changes } => machine::edit(facts, machine_of(at, "Web.config")?, path, changes),
    }
}

fn call(facts: &mut Facts, cmdlet: &Cmdlet, at: Option<&str>) -> Done {
    let name = cmdlet.name.as_ref();
    match name {
        "Configure-EnterprisePartnerApplication.ps1" => exchange::configure_partner(facts, cmdlet),
        "ExchUcUtil.ps1" => {
            voice::run_script(facts);
            Ok(())
        }
        "Enable-ExchangeCertificate" => exchange::enable_certificate(facts, cmdlet),
        "Get-ExchangeDiagnosticInfo" => exchange::refresh(facts, cmdlet),
        "New-SettingOverride" => exchange::new_override(facts, cmdlet),
        "New-UMHuntGroup" => voice::new_group(facts, cmdlet),
        "Remove-PartnerApplication" => exchange::remove_partner(facts, cmdlet),
        "Remove-UMIPGateway" => voice::remove_gateway(facts, cmdlet),
        "Restart-WebAppPool" => machine::recycle(facts, machine_of(at, name)?),
        "Restart-Service" => {
            machine::stop(facts, machine_of(at, name)?, given(cmdlet, "Name")?)?;
            machine::start(facts, machine_of(at, name)?, given(cmdlet, "Name")?)
        }
        "Start-Service" => machine::start(facts, machine_of(at, name)?, given(cmdlet, "Name")?),
        "Stop-Service" => machine::stop(facts, machine_of(at, name)?, given(cmdlet, "Name")?),
        "Enable-CsTopology" => {
            lync::publish(facts);
            Ok(())
        }
        "Invoke-CsManagementStoreReplication" => {
            lync::replicate(facts);
            Ok(())
        }
        "New-CsPartnerApplication" => lync::new_partner(facts, cmdlet),
        "New-CsHostingProvider" => lync::new_provider(facts, cmdlet),
        "Set-CsCertificate" => lync::set_certificate(facts, cmdlet, machine_of(at, name)?),
        "New-CsTrustedApplicationPool" => trusted::new_pool(facts, cmdlet),
        "New-CsTrustedApplicationComputer" => trusted::new_computer(facts, cmdlet),
        "New-CsTrustedApplication" => trusted::new_application(facts, cmdlet),
        "Remove-CsTrustedApplicationPool" => trusted::remove_pool(facts, cmdlet),
        "Remove-CsTrustedApplication" => trusted::remove_application(facts, cmdlet),
        _ if name.starts_with("Set-") => set(facts, cmdlet),
        _ if name.starts_with("Remove-") => remove(facts, cmdlet),
        _ => Err(format!("nothing is known of {name}")),
    }
}

fn machine_of<'a>(at: Option<&'a str>, name: &str) -> Result<&'a str, String> {
    at.ok_or_else(|| format!("{name} needs a machine"))
}

/// A parameter, if it was given.
pub(super) fn parameter<'a>(cmdlet: &'a Cmdlet, name: &str) -> Option<&'a StepValue> {
    cmdlet.parameters.iter().find(|one| one.name == name).map(|one| &one.value)
}

/// A parameter that is a text and has to be given.
pub(super) fn given<'a>(cmdlet: &'a Cmdlet, name: &str) -> Result<&'a str, String> {
    match parameter(cmdlet, name) {
        Some(StepValue::Text(text)) => Ok(text),
        other => Err(format!("{} -{name} is {other:?}", cmdlet.name)),
    }
}

/// A value as a fact; what is set no more is as empty as its kind is.
pub(super) fn fact(value: &StepValue, old: &Value) -> Value {
    match value {
        StepValue::Flag(flag) => json!(flag),
        StepValue::Number(number) => json!(number),
        StepValue::Text(text) if old.is_array() => json!([text]),
        StepValue::Text(text) => json!(text),
        StepValue::List(list) => json!(list),
        StepValue::Nothing if old.is_array() => json!([]),
        StepValue::Nothing => json!(""),
    }
}

/// Sets properties of one object.
fn set(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    let noun = Noun::of(&cmdlet.name).ok_or_else(|| format!("nothing is known of {}", cmdlet.name))?;
    let name = given(cmdlet, "Identity").or_else(|_| given(cmdlet, "Server")).map(str::to_owned);
    let is_named = |one: &Value| name.as_deref().map_or(true, |name| noun.is(one, name));
    let (changed, mut found) = (facts.clock.to_string(), false);
    for path in noun.paths {
        found |= facts.change(path, is_named, |item| {
            for one in &cmdlet.parameters {
                let is_name = matches!(one.name.as_ref(), "Identity" | "Confirm")
                    || one.name == "Server" && noun.fact("Server").is_none();
                if let Some(fact_name) = noun.fact(&one.name).filter(|_| !is_name) {
                    let old = item.get(fact_name).cloned().unwrap_or_default();
                    item[fact_name] = fact(&one.value, &old);
                }
            }
            if item.get("whenChanged").is_some() || *path == "exchange.settingOverrides" {
                item["whenChanged"] = changed.as_str().into();
            }
        });
    }
    if !found {
        return Err(format!("{} finds no {name:?}", cmdlet.name));
    }
    lync::after_setting(facts, &cmdlet.name);
    trusted::after_setting(facts, cmdlet);
    Ok(())
}

/// Removes one object.
pub(super) fn remove(facts: &mut Facts, cmdlet: &Cmdlet) -> Done {
    let noun = Noun::of(&cmdlet.name).ok_or_else(|| format!("nothing is known of {}", cmdlet.name))?;
    let name = given(cmdlet, "Identity")?;
    let mut found = false;
    for path in noun.paths {
        found |= facts.remove(path, |one| noun.is(one, name));
    }
    if !found {
        return Err(format!("{} finds no {name}", cmdlet.name));
    }
    lync::after_setting(facts, &cmdlet.name);
    Ok(())
}

/// Makes an object of the parameters of its cmdlet, with what a product adds; an error if its name is taken.
pub(super) fn make(facts: &mut Facts, cmdlet: &Cmdlet, rest: Value) -> Done {
    let noun = Noun::of(&cmdlet.name).ok_or_else(|| format!("nothing is known of {}", cmdlet.name))?;
    let mut item = rest;
    for one in &cmdlet.parameters {
        if let Some(name) = noun.fact(&one.name) {
            let old = item.get(name).cloned().unwrap_or_default();
            item[name] = fact(&one.value, &old);
        }
    }
    let path = noun.paths[0];
    if facts.items(path).into_iter().any(|one| noun.is(one, &noun.name(&item))) {
        return Err(format!("{}: {} exists already", cmdlet.name, noun.name(&item)));
    }
    facts.add(path, &item);
    Ok(())
}
