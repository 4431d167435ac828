//! External access policies: which one counts for a user. Checks none, and looks at each user once.

use crate::facts::{ExternalAccessPolicy, User};
use crate::rules::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// A policy with the number of users that it counts for.
pub(crate) struct Used<'a> {
    pub(crate) policy: &'a Item<ExternalAccessPolicy>,
    pub(crate) users: usize,
}

/// The policies by name, and what leads from a user to one of them.
pub(crate) struct Policies<'a> {
    by_name: HashMap<String, &'a Item<ExternalAccessPolicy>>,
    /// The sites of pools, if any site has a policy.
    sites: HashMap<String, String>,
}

/// Whether a policy counts only for users to whom it was granted by name.
pub(crate) fn is_granted(identity: &str) -> bool {
    identity.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("tag:"))
}

impl<'a> Policies<'a> {
    pub(crate) fn new(context: &Context<'a>) -> Result<Self, Missing> {
        let all = context.estate.lync.external_access_policies.items()?;
        let by_name: HashMap<_, _> = all.iter().map(|policy| (policy.identity.to_lowercase(), policy)).collect();
        let mut sites = HashMap::new();
        if by_name.keys().any(|name| name.starts_with("site:")) {
            for pool in context.estate.lync.pools.items()? {
                let site = pool.site.as_deref().unwrap_or_default();
                sites.insert(pool.fqdn.to_lowercase(), site.to_lowercase());
            }
        }
        Ok(Self { by_name, sites })
    }

    /// The policies that count for users without one of their own.
    pub(crate) fn of_nobody(&self) -> Vec<Used<'a>> {
        let defaults = self.by_name.iter().filter(|(name, _)| !is_granted(name));
        let sorted: BTreeMap<_, _> = defaults.collect();
        sorted.into_values().map(|policy| Used { policy, users: 0 }).collect()
    }

    /// The policies that count for any of these users, and what is missing for users of whom that is not known.
    pub(crate) fn used(&self, users: &[Item<User>]) -> (Vec<Used<'a>>, Option<Missing>) {
        let mut used: BTreeMap<&str, Used<'a>> = BTreeMap::new();
        let mut unknown = None;
        for user in users.iter().filter(|user| user.enabled != Some(false)) {
            match self.of(user) {
                Ok(policy) => used.entry(&policy.identity).or_insert(Used { policy, users: 0 }).users += 1,
                Err(missing) => {
                    unknown.get_or_insert(missing);
                }
            }
        }
        (used.into_values().collect(), unknown)
    }

    fn of(&self, user: &User) -> Result<&'a Item<ExternalAccessPolicy>, Missing> {
        let unknown = || Missing::not_collected(&lync_sections::USERS).on(&user.identity);
        let own = user.external_access_policy.as_deref().ok_or_else(unknown)?.to_lowercase();
        let no_policy = |name: &str| Missing::not_collected(&lync_sections::EXTERNAL_ACCESS_POLICIES).on(name);
        if !own.is_empty() {
            let found = self.by_name.get(&format!("tag:{own}")).or_else(|| self.by_name.get(&own));
            return found.copied().ok_or_else(|| no_policy(&own));
        }
        if !self.sites.is_empty() {
            let pool = user.registrar_pool.as_deref().ok_or_else(unknown)?;
            let of_site = self.sites.get(&pool.to_lowercase()).and_then(|site| self.by_name.get(site));
            if let Some(policy) = of_site {
                return Ok(policy);
            }
        }
        self.by_name.get("global").copied().ok_or_else(|| no_policy("Global"))
    }
}
