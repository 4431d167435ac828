//! The services of unified messaging: the one of each Mailbox server and the call router of each Client Access server,
//! each with its settings. Which settings are right is for the rules.

use crate::facts::{CallRouter, DialPlan, UmService};
use crate::rules::prelude::*;
use crate::rules::topology::um::servers::{CALL_ROUTER, UM, servers, services};
use std::collections::HashMap;

/// The startup mode that Lync needs.
pub(crate) const DUAL: &str = "Dual";

/// The port of the Mailbox service for TLS, which cannot be set.
const SERVICE_TLS_PORT: u32 = 5063;

/// A service of unified messaging on a server.
#[derive(Clone, Copy)]
pub(crate) enum Endpoint<'a> {
    /// That of a Mailbox server.
    Service(&'a Item<UmService>),
    /// The call router of a Client Access server.
    Router(&'a Item<CallRouter>),
}

impl<'a> Endpoint<'a> {
    fn is_router(self) -> bool {
        matches!(self, Self::Router(_))
    }

    fn missing(self) -> Missing {
        match self {
            Self::Service(one) => Missing::not_collected(&exchange_sections::UM_SERVICES).on(&one.server),
            Self::Router(one) => Missing::not_collected(&exchange_sections::UM_CALL_ROUTERS).on(&one.server),
        }
    }

    /// The dial plans that it answers for.
    pub(crate) fn dial_plans(self) -> Result<&'a [String], Missing> {
        let plans = match self {
            Self::Service(one) => &one.dial_plans,
            Self::Router(one) => &one.dial_plans,
        };
        plans.as_deref().ok_or_else(|| self.missing())
    }

    /// How it listens: `TCP`, `TLS` or `Dual`.
    pub(crate) fn startup_mode(self) -> Result<&'a str, Missing> {
        let mode = match self {
            Self::Service(one) => &one.startup_mode,
            Self::Router(one) => &one.startup_mode,
        };
        mode.as_deref().ok_or_else(|| self.missing())
    }

    /// The port on which it listens for TLS.
    pub(crate) fn tls_port(self) -> Result<u32, Missing> {
        match self {
            Self::Service(_) => Ok(SERVICE_TLS_PORT),
            Self::Router(one) => one.sip_tls_listening_port.ok_or_else(|| self.missing()),
        }
    }

    /// Its Windows service.
    pub(crate) fn windows_service(self) -> &'static str {
        windows_service(self.is_router())
    }

    /// What a certificate has to be enabled for, so that it uses it.
    pub(crate) fn certificate_service(self) -> &'static str {
        if self.is_router() { CALL_ROUTER } else { UM }
    }

    /// A value that was read of it.
    pub(crate) fn evidence(self, name: &str, value: impl Into<String>) -> Evidence {
        let evidence = Evidence::actual(name, Some(value));
        match self {
            Self::Service(one) => evidence.from(one),
            Self::Router(one) => evidence.from(one),
        }
    }

    /// The command that sets it, of a server by its short name.
    pub(crate) fn set(self, server: &Host) -> Cmdlet {
        match self {
            Self::Service(_) => Cmdlet::new("Set-UMService").with("Identity", server.short()),
            Self::Router(_) => Cmdlet::new("Set-UMCallRouterSettings").with("Server", server.short()),
        }
    }

    /// The command that reads it.
    pub(crate) fn get(self, server: &Host) -> Cmdlet {
        match self {
            Self::Service(_) => Cmdlet::new("Get-UMService").with("Identity", server.short()),
            Self::Router(_) => Cmdlet::new("Get-UMCallRouterSettings").with("Server", server.short()),
        }
    }
}

/// The Windows service of a call router or of the service of a Mailbox server.
pub(crate) const fn windows_service(is_router: bool) -> &'static str {
    if is_router { "MSExchangeUMCR" } else { "MSExchangeUM" }
}

/// The dial plans of a list that a service does not answer for.
pub(crate) fn absent<'p>(endpoint: Endpoint<'_>, plans: &[&'p Item<DialPlan>]) -> Result<Vec<&'p str>, Missing> {
    let own = endpoint.dial_plans()?;
    let absent = plans.iter().filter(|plan| !own.iter().any(|one| same_name(one, &plan.name)));
    Ok(absent.map(|plan| plan.name.as_str()).collect())
}

/// All services by their server.
pub(crate) struct Endpoints<'a> {
    context: Context<'a>,
    services: HashMap<Host, &'a Item<UmService>>,
    routers: HashMap<Host, &'a Item<CallRouter>>,
}

impl<'a> Endpoints<'a> {
    pub(crate) fn new(context: &Context<'a>) -> Self {
        let exchange = &context.estate.exchange;
        let host = |name: &str| context.estate.host(name);
        let services = exchange.um_services.items().unwrap_or_default().iter();
        let routers = exchange.um_call_routers.items().unwrap_or_default().iter();
        Self {
            context: *context,
            services: services.map(|one| (host(&one.server), one)).collect(),
            routers: routers.map(|one| (host(&one.server), one)).collect(),
        }
    }

    /// The service or the call router of a server.
    pub(crate) fn of(&self, host: &Host, is_router: bool) -> Result<Endpoint<'a>, Missing> {
        let exchange = &self.context.estate.exchange;
        if is_router {
            exchange.um_call_routers.items_for(host.name())?;
            let found = self.routers.get(host).copied().map(Endpoint::Router);
            return found.ok_or_else(|| Missing::not_collected(&exchange_sections::UM_CALL_ROUTERS).on(host.name()));
        }
        exchange.um_services.items_for(host.name())?;
        let found = self.services.get(host).copied().map(Endpoint::Service);
        found.ok_or_else(|| Missing::not_collected(&exchange_sections::UM_SERVICES).on(host.name()))
    }

    /// The services of a server, by its roles.
    pub(crate) fn on(&self, server: &Server<'_>) -> Result<Vec<Endpoint<'a>>, Missing> {
        roles(server).map(|is_router| self.of(&server.host, is_router)).collect()
    }
}

/// What a finding about a service is about.
fn target(host: &Host, is_router: bool) -> Target {
    let kind = if is_router { TargetKind::UmCallRouter } else { TargetKind::UmService };
    Target::new(kind, host.name()).on(host)
}

/// For each service that a server has by its roles, whether it is the call router.
fn roles(server: &Server<'_>) -> impl Iterator<Item = bool> {
    services(server).into_iter().map(|service| service == CALL_ROUTER)
}

/// Looks at each service of each server; those of which nothing was told are unknown.
pub(crate) fn each<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    look: impl Fn(&Host, Endpoint<'a>, &Target, &mut Findings<'a>) -> CheckResult,
) -> CheckResult {
    let endpoints = Endpoints::new(context);
    for server in servers(context)? {
        for is_router in roles(&server) {
            let target = target(&server.host, is_router);
            findings.for_target(&target, |findings| {
                look(&server.host, endpoints.of(&server.host, is_router)?, &target, findings)
            });
        }
    }
    Ok(())
}

/// Looks at each call router.
pub(crate) fn each_router<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    look: impl Fn(&Host, Endpoint<'a>, &Target, &mut Findings<'a>) -> CheckResult,
) -> CheckResult {
    let endpoints = Endpoints::new(context);
    for server in servers(context)?.iter().filter(|server| services(server).contains(&CALL_ROUTER)) {
        let target = target(&server.host, true);
        findings
            .for_target(&target, |findings| look(&server.host, endpoints.of(&server.host, true)?, &target, findings));
    }
    Ok(())
}

/// What fills the sentences about a service.
pub(crate) fn words(host: &Host, endpoint: Endpoint<'_>) -> Vec<(&'static str, String)> {
    args! { server: host.name(), service: endpoint.windows_service() }
}
