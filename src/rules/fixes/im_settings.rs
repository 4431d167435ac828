//! The steps that give a server the two settings of instant messaging, wherever its version keeps them.

use super::{setting_overrides, web_config};
use crate::rules::prelude::*;
use crate::rules::topology::im::servers::version;

/// Adds the steps that give a server the settings that it should have.
pub(crate) fn fix(context: &Context<'_>, server: &Server<'_>, fix: &mut Fix<'_>) -> Result<(), Missing> {
    if version(server)? >= ExchangeVersion::V2016 {
        setting_overrides::fix(context, server, fix)
    } else {
        web_config::set(context, server, fix)
    }
}
