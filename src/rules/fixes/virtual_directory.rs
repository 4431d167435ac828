//! OWA virtual directories: those of a server, and the step that sets instant messaging on one. Whether it should be on
//! is for the rules.

use crate::facts::VirtualDirectory;
use crate::rules::prelude::*;

/// What a virtual directory shall be set to.
#[derive(Clone, Copy)]
pub(crate) enum Wanted {
    /// On, with the type that means Lync.
    On,
    /// Off; the type stays as it is.
    Off,
}

const SWITCH_ON: Text = Text::new(
    "Enable instant messaging on the virtual directory {directory}",
    "Activer la messagerie instantanée sur le répertoire virtuel {directory}",
);
const SWITCH_OFF: Text = Text::new(
    "Disable instant messaging on the virtual directory {directory}",
    "Désactiver la messagerie instantanée sur le répertoire virtuel {directory}",
);

/// The virtual directories of the front end of a server. A server of which none was told is one that nobody asked.
fn front_end<'a>(context: &Context<'a>, server: &Server<'_>) -> Result<Vec<&'a Item<VirtualDirectory>>, Missing> {
    let name = server.host.name();
    let all = context.estate.exchange.owa_virtual_directories.items_for(name)?.iter();
    let of_server = |one: &&Item<VirtualDirectory>| context.estate.host(&one.server) == server.host;
    let found: Vec<_> = all.filter(|one| one.back_end != Some(true)).filter(of_server).collect();
    if found.is_empty() {
        return Err(Missing::not_collected(&exchange_sections::OWA_VIRTUAL_DIRECTORIES).on(name));
    }
    Ok(found)
}

/// Whether instant messaging is on, and its type, or what to ask for.
pub(crate) fn instant_messaging(directory: &VirtualDirectory) -> Result<(bool, &str), Missing> {
    let section = if directory.back_end == Some(true) {
        &exchange_sections::OWA_BACK_END_VIRTUAL_DIRECTORIES
    } else {
        &exchange_sections::OWA_VIRTUAL_DIRECTORIES
    };
    let missing = || Missing::not_collected(section).on(&directory.identity);
    let enabled = directory.instant_messaging_enabled.ok_or_else(missing)?;
    Ok((enabled, directory.instant_messaging_type.as_deref().ok_or_else(missing)?))
}

/// Whether instant messaging is known to be off on every virtual directory of the front end of a server.
pub(crate) fn is_off(context: &Context<'_>, server: &Server<'_>) -> bool {
    front_end(context, server)
        .is_ok_and(|all| all.iter().all(|directory| directory.instant_messaging_enabled == Some(false)))
}

/// What was read of a virtual directory, and what is wanted.
pub(crate) fn evidence(directory: &Item<VirtualDirectory>, enabled: bool, kind: &str, wanted: Wanted) -> Vec<Evidence> {
    let on = matches!(wanted, Wanted::On);
    let is_enabled = Evidence::actual("InstantMessagingEnabled", Some(enabled.to_string()));
    let mut evidence = vec![is_enabled.expected(on.to_string()).from(directory)];
    if on {
        evidence.push(Evidence::actual("InstantMessagingType", Some(kind)).expected("Ocs").from(directory));
    }
    evidence
}

/// What a finding about a virtual directory is about.
pub(crate) fn target(context: &Context<'_>, directory: &VirtualDirectory) -> Target {
    let host = context.estate.host(&directory.server);
    Target::new(TargetKind::VirtualDirectory, &directory.identity).on(&host)
}

/// Looks at each virtual directory of the front end of some servers.
pub(crate) fn each_front_end<'a>(
    context: &Context<'a>,
    servers: &[Server<'_>],
    findings: &mut Findings<'a>,
    wanted: Wanted,
    look: impl Fn(&mut Findings<'a>, Target, &Item<VirtualDirectory>) -> CheckResult,
) {
    for server in servers {
        findings.for_target(&Target::server(&server.host), |findings| {
            for directory in front_end(context, server)? {
                let target = target(context, directory);
                with_fix(context, findings, directory, wanted, |findings| {
                    findings.for_target(&target, |findings| look(findings, target.clone(), directory));
                });
            }
            Ok(())
        });
    }
}

/// Looks at a virtual directory that a step can set.
pub(crate) fn with_fix<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    directory: &'a VirtualDirectory,
    wanted: Wanted,
    look: impl FnOnce(&mut Findings<'a>),
) {
    let context = *context;
    let fix = move |fix: &mut Fix<'_>| {
        fix.add(step(&context, directory, wanted)?);
        Ok(())
    };
    findings.with_fix(fix, look);
}

/// The step that sets a virtual directory.
fn step(context: &Context<'_>, directory: &VirtualDirectory, wanted: Wanted) -> Result<Step, Missing> {
    let (enabled, kind) = instant_messaging(directory)?;
    let (title, verified_by): (_, &'static [&'static str]) = match wanted {
        Wanted::On => (SWITCH_ON, &["OWA-VDIR-IM"]),
        Wanted::Off => (SWITCH_OFF, &["OWA-DISABLE-IF-UNUSED"]),
    };
    let set = |enabled: bool, kind: &str| {
        let set = Cmdlet::new("Set-OwaVirtualDirectory")
            .with("Identity", directory.identity.as_str())
            .with("InstantMessagingEnabled", enabled);
        match wanted {
            Wanted::On => set.with("InstantMessagingType", kind),
            Wanted::Off => set,
        }
    };
    let as_state = |enabled: bool, kind: &str| match wanted {
        Wanted::On => state([("InstantMessagingEnabled", enabled.into()), ("InstantMessagingType", kind.into())]),
        Wanted::Off => state([("InstantMessagingEnabled", enabled.into())]),
    };
    let on = matches!(wanted, Wanted::On);
    Ok(Step::new(Shell::Exchange, (title, args! { directory: directory.identity }), set(on, "Ocs"))
        .undone_by([set(enabled, kind)])
        .changing(Transition {
            probe: probe(context, directory),
            before: as_state(enabled, kind),
            after: as_state(on, "Ocs"),
        })
        .verified_by(verified_by))
}

fn probe(context: &Context<'_>, directory: &VirtualDirectory) -> Probe {
    let server = context.estate.host(&directory.server);
    let mut command = Cmdlet::new("Get-OwaVirtualDirectory").with("Server", server.short());
    if directory.back_end == Some(true) {
        command = command.with("ShowMailboxVirtualDirectories", true);
    }
    Probe::Object { command, filter: [("Identity".to_owned(), Value::from(directory.identity.as_str()))].into() }
}
