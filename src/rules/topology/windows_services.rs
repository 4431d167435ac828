//! What Windows tells of the services of a machine: which there are, and which a step may start. Checks nothing.

use crate::facts::Service;
use crate::rules::prelude::*;

/// What Windows tells of a service of a machine.
pub(crate) fn state_of<'a>(context: &Context<'a>, host: &Host, service: &str) -> Result<&'a Item<Service>, Missing> {
    find(context, host, service)?.ok_or_else(|| Missing::not_collected(&machine_sections::SERVICES).on(host.name()))
}

/// Whether a service cannot be started on a machine, as far as anybody asked: it is not there, or it is disabled. A
/// restart would fail, and would leave a disabled service that runs stopped.
pub(crate) fn cannot_start(context: &Context<'_>, host: &Host, service: &str) -> bool {
    find(context, host, service).is_ok_and(|found| found.is_none_or(|one| is_disabled(one)))
}

/// Whether a service is disabled; then nothing starts it.
pub(crate) fn is_disabled(service: &Service) -> bool {
    service.start_type.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("Disabled"))
}

/// A service of a machine; nothing if Windows does not list it.
fn find<'a>(context: &Context<'a>, host: &Host, service: &str) -> Result<Option<&'a Item<Service>>, Missing> {
    let all = context.estate.on(host, &machine_sections::SERVICES, |machine| &machine.services)?;
    Ok(all.iter().find(|one| one.name.eq_ignore_ascii_case(service)))
}
