//! What a server is set to for instant messaging: in Web.config, in setting overrides, and what it works with. Checks
//! nothing.

use crate::facts::{ImSettings, SettingOverride, WebConfig};
use crate::rules::prelude::*;

/// The instant messaging settings of one server, from the place that its version reads.
#[derive(Clone, Debug, Default)]
pub(crate) struct ImServer {
    /// `IMServerName`.
    pub(crate) server_name: Option<String>,
    /// `IMCertificateThumbprint`, as it is written there.
    pub(crate) thumbprint: Option<String>,
}

/// The overrides of the instant messaging settings that are for a server.
pub(crate) fn overrides_for<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
) -> Result<Vec<&'a Item<SettingOverride>>, Missing> {
    let all = context.estate.exchange.setting_overrides.items()?;
    Ok(all.iter().filter(|one| is_im_override(one) && is_for(one, &server.host)).collect())
}

/// What a server is set to: by the override from Exchange 2016 on, by Web.config before.
pub(crate) fn im_settings_of(context: &Context<'_>, server: &Server<'_>) -> Result<ImServer, Missing> {
    if server.version >= Some(ExchangeVersion::V2016) {
        let overrides = overrides_for(context, server)?;
        let value = |name| overrides.iter().find_map(|one| parameter(one, name));
        return Ok(ImServer { server_name: value("IMServerName"), thumbprint: value("IMCertificateThumbprint") });
    }
    let file = web_configs(context, server)?.iter().find(|file| file.back_end);
    if let Some(missing) = file.and_then(|file| unread(server, file)) {
        return Err(missing);
    }
    let value = |name| file.and_then(|file| web_setting(file, name)).filter(|value| !value.trim().is_empty());
    Ok(ImServer { server_name: value("IMServerName"), thumbprint: value("IMCertificateThumbprint") })
}

/// The Web.config files of a server.
pub(crate) fn web_configs<'a>(context: &Context<'a>, server: &Server<'_>) -> Result<&'a [Item<WebConfig>], Missing> {
    context.estate.on(&server.host, &machine_sections::WEB_CONFIGS, |machine| &machine.web_configs)
}

/// The settings that a server works with, from Exchange 2016 on.
pub(crate) fn effective_settings<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
) -> Result<&'a Item<ImSettings>, Missing> {
    let name = server.host.name();
    let all = context.estate.exchange.im_settings.items_for(name)?;
    let found = all.iter().find(|one| context.estate.host(&one.server) == server.host);
    found.ok_or_else(|| Missing::not_collected(&exchange_sections::IM_SETTINGS).on(name))
}

/// The id of the trusted application.
#[must_use]
pub(crate) fn application_id<'a>(context: &Context<'a>) -> &'a str {
    context.settings.application_id.as_deref().unwrap_or("OutlookWebApp")
}

/// The port of the trusted application.
#[must_use]
pub(crate) fn application_port(context: &Context<'_>) -> u32 {
    context.settings.application_port.unwrap_or(5199)
}

/// What keeps the settings of a Web.config that is there from being known: why it could not be read, or that nobody tried.
pub(crate) fn unread(server: &Server<'_>, file: &WebConfig) -> Option<Missing> {
    let is_unread = file.settings.is_none() && file.exists != Some(false);
    let error = file.error.clone().or_else(|| file.status.clone());
    let missing = Missing::not_collected(&machine_sections::WEB_CONFIGS).on(server.host.name());
    is_unread.then_some(Missing { error, ..missing })
}

/// The value that a Web.config gives a key: that of its last entry that counts.
#[must_use]
pub(crate) fn web_setting(file: &WebConfig, name: &str) -> Option<String> {
    let mut of_name = file.settings.iter().flatten().filter(|one| one.key.eq_ignore_ascii_case(name));
    of_name.rfind(|one| one.effective != Some(false)).and_then(|one| one.value.clone())
}

/// The value of a parameter of an override, such as `IMServerName`; nothing if it is not there or placeholder.
#[must_use]
pub(crate) fn parameter(setting: &SettingOverride, name: &str) -> Option<String> {
    let pairs = setting.parameters.iter().filter_map(|pair| pair.split_once('='));
    let mut of_name = pairs.filter(|(key, _)| key.trim().eq_ignore_ascii_case(name));
    of_name.next().map(|(_, value)| value.trim().to_owned()).filter(|value| !value.is_empty())
}

/// Whether an override is one of the instant messaging settings.
#[must_use]
pub(crate) fn is_im_override(setting: &SettingOverride) -> bool {
    let is =
        |value: &Option<String>, name: &str| value.as_deref().is_some_and(|value| value.eq_ignore_ascii_case(name));
    is(&setting.component, "OwaServer") && is(&setting.section, "IMSettings")
}

/// Whether an override is for a server: it names none, or the server's name, for which `*` may stand in.
fn is_for(setting: &SettingOverride, host: &Host) -> bool {
    setting.servers.is_empty() || setting.servers.iter().any(|pattern| matches(&pattern.to_lowercase(), host.short()))
}

/// Whether a name fits a pattern in which `*` stands for any characters.
#[must_use]
pub(crate) fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, rest)) => name
            .strip_prefix(start)
            .is_some_and(|left| (0..=left.len()).any(|at| left.is_char_boundary(at) && matches(rest, &left[at..]))),
    }
}
