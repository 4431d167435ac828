//! The hosting provider of Lync that leads to Exchange Online: which one it is, and what it has to say. Steps that change
//! it are in `hosting_steps`.

use crate::facts::HostingProvider;
use crate::rules::prelude::*;

/// The name that a new provider gets, as the page has it.
pub(crate) const NAME: &str = "Exchange Online";

const CLOUDS: [Cloud; 3] = [Cloud::Worldwide, Cloud::China21Vianet, Cloud::GccHigh];
const NO_PROVIDER: Text = Text::new(
    "There is no hosting provider for Exchange Online yet. See HYB-PROVIDER.",
    "Il n'y a pas encore de fournisseur d'hébergement pour Exchange Online. Voir HYB-PROVIDER.",
);
const WRONG: Text = Text::new(
    "{property} of the hosting provider {provider} is {found}, not {wanted}.",
    "{property} du fournisseur d'hébergement {provider} vaut {found}, et non {wanted}.",
);

/// The full name of the proxy of a cloud.
pub(crate) const fn proxy(cloud: Cloud) -> &'static str {
    match cloud {
        Cloud::Worldwide => "exap.um.outlook.com",
        Cloud::China21Vianet => "exap.um.partner.outlook.cn",
        Cloud::GccHigh => "exap.um.office365.us",
    }
}

/// Whether a provider leads to a cloud. Names are compared without case: one page writes them in capitals.
pub(crate) fn leads_to(provider: &HostingProvider, cloud: Cloud) -> bool {
    provider.proxy_fqdn.as_deref().is_some_and(|found| same_name(found, proxy(cloud)))
}

/// Whether a provider was meant for Exchange Online, though it may lead elsewhere. One that hosts users of Lync is
/// something else, whatever its name.
fn is_meant(provider: &HostingProvider) -> bool {
    let by_name = same_name(&provider.identity, NAME) && provider.hosts_ocs_users != Some(true);
    by_name || CLOUDS.into_iter().any(|cloud| leads_to(provider, cloud))
}

/// The provider of the cloud that was requested, or else one that was meant for it; nothing if there is neither.
pub(crate) fn provider<'a>(context: &Context<'a>) -> Result<Option<&'a Item<HostingProvider>>, Missing> {
    let all = context.estate.lync.hosting_providers.items()?;
    let right = all.iter().find(|one| leads_to(one, context.settings.cloud));
    Ok(right.or_else(|| all.iter().find(|one| is_meant(one))))
}

/// That a property of a provider is not known.
pub(crate) fn unknown(provider: &HostingProvider) -> Missing {
    Missing::not_collected(&lync_sections::HOSTING_PROVIDERS).on(&provider.identity)
}

/// What has to be right about a provider, beside where it leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Property {
    Enabled,
    SharedAddressSpace,
    HostsUsers,
    IsLocal,
    VerificationLevel,
}

impl Property {
    /// All of them, in the order of the page.
    pub(crate) const ALL: [Self; 5] =
        [Self::Enabled, Self::SharedAddressSpace, Self::HostsUsers, Self::IsLocal, Self::VerificationLevel];

    /// The name, which is also that of the parameter.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Enabled => "Enabled",
            Self::SharedAddressSpace => "EnabledSharedAddressSpace",
            Self::HostsUsers => "HostsOCSUsers",
            Self::IsLocal => "IsLocal",
            Self::VerificationLevel => "VerificationLevel",
        }
    }

    /// The value that it must have.
    pub(crate) fn wanted(self) -> Value {
        match self {
            Self::Enabled | Self::SharedAddressSpace => true.into(),
            Self::HostsUsers | Self::IsLocal => false.into(),
            Self::VerificationLevel => "UseSourceVerification".into(),
        }
    }

    /// The value that it has, if that is known.
    pub(crate) fn of(self, provider: &HostingProvider) -> Option<Value> {
        match self {
            Self::Enabled => provider.enabled.map(Value::from),
            Self::SharedAddressSpace => provider.enabled_shared_address_space.map(Value::from),
            Self::HostsUsers => provider.hosts_ocs_users.map(Value::from),
            Self::IsLocal => provider.is_local.map(Value::from),
            Self::VerificationLevel => provider.verification_level.clone().map(Value::from),
        }
    }
}

/// Whether two values of a property are the same.
pub(crate) fn same(a: &Value, b: &Value) -> bool {
    display(a).eq_ignore_ascii_case(&display(b))
}

/// A value of a property as Lync shows it.
fn display(value: &Value) -> String {
    match value {
        Value::Flag(true) => "True".to_owned(),
        Value::Flag(false) => "False".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::List(list) => list.join(", "),
        Value::Nothing => String::new(),
    }
}

/// A property as it was read, with the value that was expected.
pub(crate) fn evidence(property: Property, provider: &Item<HostingProvider>, expected: &Value) -> Evidence {
    let read = property.of(provider).map(|value| display(&value));
    Evidence::actual(property.name(), read).expected(display(expected)).from(provider)
}

/// Looks at the provider for Exchange Online; without one the rule does not apply.
pub(crate) fn with_provider<'a>(
    context: &Context<'a>,
    findings: &mut Findings<'a>,
    look: impl FnOnce(&Item<HostingProvider>, Target, &mut Findings<'a>) -> CheckResult,
) -> CheckResult {
    let Some(provider) = provider(context)? else {
        findings.not_applicable(Target::estate(), NO_PROVIDER, Vec::new());
        return Ok(());
    };
    let target = Target::new(TargetKind::HostingProvider, &provider.identity);
    findings.for_target(&target.clone(), |findings| look(provider, target, findings));
    Ok(())
}

/// Checks one property of the provider for Exchange Online.
pub(crate) fn judge<'a>(context: &Context<'a>, findings: &mut Findings<'a>, property: Property) -> CheckResult {
    with_provider(context, findings, |provider, target, findings| {
        let found = property.of(provider).ok_or_else(|| unknown(provider))?;
        let wanted = property.wanted();
        let evidence = vec![evidence(property, provider, &wanted)];
        if same(&found, &wanted) {
            findings.pass(target, evidence);
            return Ok(());
        }
        let args = args! { property: property.name(), provider: provider.identity, found: display(&found), wanted: display(&wanted) };
        findings.fail(target, WRONG, args, evidence);
        Ok(())
    })
}

const ELSEWHERE: Text = Text::new(
    "The hosting provider {provider} points to {found}, not to {wanted}.",
    "Le fournisseur d'hébergement {provider} pointe vers {found}, et non vers {wanted}.",
);

/// Checks where the provider for Exchange Online leads.
pub(crate) fn judge_proxy<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    let wanted = proxy(context.settings.cloud);
    with_provider(context, findings, |provider, target, findings| {
        let found = provider.proxy_fqdn.as_deref().ok_or_else(|| unknown(provider))?;
        let evidence = vec![Evidence::actual("ProxyFqdn", Some(found)).expected(wanted).from(provider)];
        if leads_to(provider, context.settings.cloud) {
            findings.pass(target, evidence);
        } else {
            let args = args! { provider: provider.identity, found, wanted };
            findings.fail(target, ELSEWHERE, args, evidence);
        }
        Ok(())
    })
}
