//! The steps that edit Web.config: the settings that a server should have set in one edit, or removed where they do not
//! belong. Which file and which keys is decided here, whether anything is wrong by the rules.

use crate::facts::WebConfig;
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::normal_thumbprint;
use crate::rules::topology::im::selection::{select_certificate, select_pool};
use crate::rules::topology::im::servers::{version, with_fix_unless_gone};
use crate::rules::topology::im::settings::{unread, web_configs, web_setting};
use crate::rules::topology::im::values::{KEYS, is_pool, is_thumbprint};
use crate::step::Change;
use std::collections::BTreeMap;

const SET: Text = Text::new(
    "Set {keys} in the back-end Web.config of {server}",
    "Définir {keys} dans le Web.config principal de {server}",
);
const REMOVE: Text = Text::new("Remove {keys} from {path} on {server}", "Supprimer {keys} de {path} sur {server}");

/// Adds the one edit that gives the back end of a server the settings that it should have, with the keys that have to
/// change. Adds nothing where it is not clear what they should be, or where the file cannot be read or written.
pub(crate) fn set(context: &Context<'_>, server: &Server<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    let pool = select_pool(context, server)?;
    let certificate = select_certificate(context, server)?;
    let file = web_configs(context, server)?
        .iter()
        .find(|file| file.back_end && file.settings.is_some() && file.read_only != Some(true));
    let (Some(pool), Some(certificate), Some(file)) = (pool.value(), certificate.value(), file) else { return Ok(()) };
    let thumbprint = normal_thumbprint(&certificate.thumbprint);
    let [thumbprint_key, pool_key] = KEYS;
    let mut changes = Vec::new();
    if !web_setting(file, thumbprint_key).is_some_and(|found| is_thumbprint(&found, &thumbprint)) {
        changes.push(Change { key: thumbprint_key.to_owned(), value: Some(thumbprint) });
    }
    if !web_setting(file, pool_key).is_some_and(|found| is_pool(&found, pool)) {
        changes.push(Change { key: pool_key.to_owned(), value: Some(pool.clone()) });
    }
    if !changes.is_empty() {
        fix.add(edit(server, file, changes, SET));
    }
    Ok(())
}

/// The files of a server that were asked for, those of the back end or the others too, each read or known not to exist.
fn files<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
    which: fn(&WebConfig) -> bool,
) -> Result<Vec<&'a Item<WebConfig>>, Missing> {
    let files: Vec<_> = web_configs(context, server)?.iter().filter(|file| which(file)).collect();
    match files.iter().find_map(|file| unread(server, file)) {
        Some(missing) => Err(missing),
        None => Ok(files),
    }
}

/// Reports whether some files of a server are without the keys of instant messaging; `text` has the placeholders
/// `keys`, `path` and `server`.
pub(crate) fn expect_none<'a>(
    context: &Context<'a>,
    server: &Server<'a>,
    which: fn(&WebConfig) -> bool,
    text: Text,
    findings: &mut Findings<'a>,
) {
    let target = Target::server(&server.host);
    let (copied, own) = (*context, server.clone());
    let fix = move |fix: &mut Fix<'_>| remove(&copied, &own, which, fix);
    with_fix_unless_gone(context, server, findings, fix, |findings| {
        findings.for_target(&target, |findings| {
            // Which file a server reads depends on its version.
            version(server)?;
            let files = files(context, server, which)?;
            let mut is_clean = true;
            for file in files {
                let keys = keys_in(file);
                if keys.is_empty() {
                    continue;
                }
                is_clean = false;
                let args = args! { keys: keys.join(", "), path: file.path, server: server.host.name() };
                let evidence = keys.iter().map(|key| Evidence::actual(*key, web_setting(file, key)).from(file));
                findings.fail(target.clone(), text, args, evidence.collect());
            }
            if is_clean {
                findings.pass(target.clone(), Vec::new());
            }
            Ok(())
        });
    });
}

/// Adds the edits that remove the keys of instant messaging from some files of a server.
fn remove(
    context: &Context<'_>,
    server: &Server<'_>,
    which: fn(&WebConfig) -> bool,
    fix: &mut Fix<'_>,
) -> Result<(), Missing> {
    for file in files(context, server, which)? {
        let changes: Vec<_> =
            keys_in(file).into_iter().map(|key| Change { key: key.to_owned(), value: None }).collect();
        if !changes.is_empty() {
            fix.add(edit(server, file, changes, REMOVE));
        }
    }
    Ok(())
}

/// The keys of instant messaging that a file has.
fn keys_in(file: &WebConfig) -> Vec<&'static str> {
    let has = |key: &&str| file.settings.iter().flatten().any(|one| one.key.eq_ignore_ascii_case(key));
    KEYS.into_iter().filter(has).collect()
}

fn edit(server: &Server<'_>, file: &WebConfig, changes: Vec<Change>, title: Text) -> Step {
    let keys = changes.iter().map(|change| change.key.as_str()).collect::<Vec<_>>().join(", ");
    let old = |change: &Change| Change { key: change.key.clone(), value: web_setting(file, &change.key) };
    let undone: Vec<Change> = changes.iter().map(old).collect();
    let transition = Transition {
        probe: Probe::WebConfig { path: file.path.clone() },
        before: Some(state_of(&undone)),
        after: Some(state_of(&changes)),
    };
    let command = |changes| Command::WebConfig { path: file.path.clone(), changes };
    let args = args! { keys, server: server.host.name(), path: file.path };
    Step::new(Shell::Local, (title, args), command(changes))
        .on(server.host.name().to_owned())
        .undone_by([command(undone)])
        .changing(transition)
        .verified_by(&["OWA-WEBCONFIG-KEYS", "OWA-IM-THUMBPRINT", "OWA-IM-SERVERNAME"])
}

/// The keys that are set, with their values.
fn state_of(changes: &[Change]) -> BTreeMap<String, Value> {
    let set = changes.iter().filter_map(|change| Some((change.key.clone(), Value::Text(change.value.clone()?))));
    set.collect()
}
