//! What a server is set to for instant messaging: in Web.config, in setting overrides, and what it works with. Checks
//! nothing.

use crate::facts::{ImSettings, SettingOverride, WebConfig};
use crate::rules::prelude::*;
use crate::rules::topology::certificates::names::same_thumbprint;
use crate::rules::topology::im::override_scope::{gives_im_settings, has_parameter, is_for_version, names, pairs};

/// The instant messaging settings of one server, from the place that its version reads.
#[derive(Clone, Debug, Default)]
pub(crate) struct ImServer {
    /// `IMServerName`.
    pub(crate) server_name: Option<String>,
    /// `IMCertificateThumbprint`, as it is written there.
    pub(crate) thumbprint: Option<String>,
}

/// The overrides of the instant messaging settings that name a server, whether its version is one of theirs or not.
pub(crate) fn overrides_naming<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
) -> Result<Vec<&'a Item<SettingOverride>>, Missing> {
    let all = context.estate.exchange.setting_overrides.items()?;
    Ok(all.iter().filter(|one| gives_im_settings(one) && names(one, &server.host)).collect())
}

/// The overrides of the instant messaging settings that count for a server.
pub(crate) fn overrides_for<'a>(
    context: &Context<'a>,
    server: &Server<'_>,
) -> Result<Vec<&'a Item<SettingOverride>>, Missing> {
    let mut counting = Vec::new();
    for one in overrides_naming(context, server)? {
        if is_for_version(context, one, server)? {
            counting.push(one);
        }
    }
    Ok(counting)
}

/// What a server is set to: by the override from Exchange 2016 on, by Web.config before. Of two overrides that give one
/// parameter neither counts, and the server uses the default.
pub(crate) fn im_settings_of(context: &Context<'_>, server: &Server<'_>) -> Result<ImServer, Missing> {
    if server.version >= Some(ExchangeVersion::V2016) {
        let overrides = overrides_for(context, server)?;
        let value = |name| match given(&overrides, name).as_slice() {
            [only] => only.clone(),
            _ => None,
        };
        return Ok(ImServer { server_name: value("IMServerName"), thumbprint: value("IMCertificateThumbprint") });
    }
    let file = web_configs(context, server)?.iter().find(|file| file.back_end);
    if let Some(missing) = file.and_then(|file| unread(server, file)) {
        return Err(missing);
    }
    let value = |name| file.and_then(|file| web_setting(file, name)).filter(|value| !value.trim().is_empty());
    Ok(ImServer { server_name: value("IMServerName"), thumbprint: value("IMCertificateThumbprint") })
}

/// What somebody meant a server to be set to: also by overrides that do not count because of a version or because there
/// are two of them, as far as they say the same.
pub(crate) fn intended_settings_of(context: &Context<'_>, server: &Server<'_>) -> Result<ImServer, Missing> {
    if server.version < Some(ExchangeVersion::V2016) {
        return im_settings_of(context, server);
    }
    let mut overrides = overrides_for(context, server)?;
    if overrides.is_empty() {
        overrides = overrides_naming(context, server)?;
    }
    let value = |name, is_same: fn(&str, &str) -> bool| {
        let all: Vec<String> = given(&overrides, name).into_iter().flatten().collect();
        let first = all.first()?.clone();
        all.iter().all(|other| is_same(other, &first)).then_some(first)
    };
    Ok(ImServer {
        server_name: value("IMServerName", same_name),
        thumbprint: value("IMCertificateThumbprint", same_thumbprint),
    })
}

/// The values that overrides give a parameter: one of each that names it, nothing where it is blank.
fn given(overrides: &[&Item<SettingOverride>], name: &str) -> Vec<Option<String>> {
    let naming = overrides.iter().filter(|one| has_parameter(one, name));
    naming.map(|one| parameter(one, name)).collect()
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
    let error = file.error.clone().or_else(|| file.status.clone().map(String::from));
    let missing = Missing::not_collected(&machine_sections::WEB_CONFIGS).on(server.host.name());
    is_unread.then_some(Missing { error, ..missing })
}

/// The value that a Web.config gives a key: that of its last entry that counts.
#[must_use]
pub(crate) fn web_setting(file: &WebConfig, name: &str) -> Option<String> {
    let mut of_name = file.settings.iter().flatten().filter(|one| one.key.eq_ignore_ascii_case(name));
    of_name.rfind(|one| one.effective != Some(false)).and_then(|one| one.value.clone())
}

/// The value of a parameter of an override, such as `IMServerName`; nothing if it is not there or blank.
#[must_use]
pub(crate) fn parameter(setting: &SettingOverride, name: &str) -> Option<String> {
    let mut of_name = pairs(setting).filter(|(key, _)| key.eq_ignore_ascii_case(name));
    of_name.next().map(|(_, value)| value.to_owned()).filter(|value| !value.is_empty())
}
