//! OWA-IM-SERVERNAME: the pool that a server is set to is one of Lync, and the one that knows the server.

use crate::facts::Pool;
use crate::rules::fixes::im_settings;
use crate::rules::prelude::*;
use crate::rules::topology::im::selection::{Selection, select_pool};
use crate::rules::topology::im::servers::{each_im_server_with_fix, version};
use crate::rules::topology::im::settings::im_settings_of;
use crate::rules::topology::im::values::{VERSIONS, pool_problem};
use crate::rules::topology::lync::pools::{is_registrar_pool, registrar_pools};
use crate::rules::topology::trusted::name::trusted_name;
use crate::rules::topology::trusted::pools;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check).with_fixes();

static METADATA: Metadata = Metadata {
    id: "OWA-IM-SERVERNAME",
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    title: Text::new(
        "IMServerName is the pool where the server is a trusted application",
        "IMServerName est le pool où le serveur est une application approuvée",
    ),
    explanation: Text::new(
        "Outlook on the web sends all requests to this pool. It must be the Registrar of the trusted application pool of the server; another pool refuses the server.",
        "Outlook sur le web envoie toutes les demandes à ce pool. Ce doit être le serveur d'inscriptions du pool d'applications approuvées du serveur ; un autre pool refuse le serveur.",
    ),
    remedy: Text::new(
        "Specify the FQDN of the Front End pool in which the trusted application pool of Outlook on the web was created. If the pool is right and the Registrar is not, change the Registrar with Set-CsTrustedApplicationPool.",
        "Indiquez le nom de domaine complet du pool frontal dans lequel le pool d'applications approuvées d'Outlook sur le web a été créé. Si le pool est correct mais pas le serveur d'inscriptions, modifiez ce dernier avec Set-CsTrustedApplicationPool.",
    ),
    symptoms: &[
        Text::new(
            "An invisible mark or spaces in IMServerName",
            "Une marque invisible ou des espaces dans IMServerName",
        ),
        Text::new("IMServerName contains a port", "IMServerName contient un port"),
        Text::new("IMServerName is a short name", "IMServerName est un nom court"),
        Text::new(
            "IMServerName is a Front End Server or a Director instead of the pool",
            "IMServerName est un serveur frontal ou un directeur au lieu du pool",
        ),
        Text::new(
            "IMServerName is sip.contoso.com instead of the pool",
            "IMServerName est sip.contoso.com au lieu du pool",
        ),
        Text::new(
            "Event 100 of MSExchange OWA: the name of the server is not valid",
            "Événement 100 de MSExchange OWA : le nom du serveur n'est pas valide",
        ),
    ],
    sources: &[Source::seed("000", "77"), Source::seed("001", "69")],
    after: &["OWA-WEBCONFIG-KEYS"],
    needs: &[
        &exchange_sections::SERVERS,
        &exchange_sections::SETTING_OVERRIDES,
        &lync_sections::POOLS,
        &lync_sections::TRUSTED_POOLS,
        &machine_sections::WEB_CONFIGS,
    ],
    optional: &[
        &lync_sections::POOLS,
        &lync_sections::TRUSTED_POOLS,
        &machine_sections::WEB_CONFIGS,
        &exchange_sections::SETTING_OVERRIDES,
    ],
    ..super::BASE
};

const NOT_SET: Text = Text::new(
    "{server} has no value for it. See OWA-WEBCONFIG-KEYS or SO-CREATE.",
    "{server} n'a pas de valeur. Voir OWA-WEBCONFIG-KEYS ou SO-CREATE.",
);
const OTHER_ASKED: Text = Text::new(
    "{server} uses the pool {pool}, which is not the requested one.",
    "{server} utilise le pool {pool}, qui n'est pas celui demandé.",
);
const COMPUTER: Text = Text::new(
    "IMServerName of {server} is {pool}, which is a computer of a pool. It must be the name of the pool: {pools}.",
    "IMServerName de {server} est {pool}, qui est un ordinateur d'un pool. Ce doit être le nom du pool : {pools}.",
);
const NOT_A_POOL: Text = Text::new(
    "IMServerName of {server} is {pool}, which is not a pool with a Registrar. It must be one of: {pools}.",
    "IMServerName de {server} est {pool}, qui n'est pas un pool avec un serveur d'inscriptions. Ce doit être l'un des pools suivants : {pools}.",
);
const NO_POOLS: Text = Text::new(
    "IMServerName of {server} is {pool}, but there is no pool with a Registrar.",
    "IMServerName de {server} est {pool}, mais il n'existe aucun pool avec un serveur d'inscriptions.",
);
const OTHER_REGISTRAR: Text = Text::new(
    "{server} uses {pool}, but the Registrar of its trusted application pool is {registrar}.",
    "{server} utilise {pool}, mais le serveur d'inscriptions de son pool d'applications approuvées est {registrar}.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server_with_fix(context, findings, VERSIONS, im_settings::fix_pool, |server, findings| {
        look(context, findings, server)
    })
}

fn look<'a>(context: &Context<'a>, findings: &mut Findings<'a>, server: &Server<'_>) -> CheckResult {
    version(server)?;
    let target = Target::server(&server.host);
    let mut args = args! { server: server.host.name() };
    let Some(written) = im_settings_of(context, server)?.server_name else {
        findings.not_applicable(target, NOT_SET, args);
        return Ok(());
    };
    let evidence = || Evidence::actual("IMServerName", Some(written.as_str()));
    if let Some(problem) = pool_problem(&written) {
        let (text, args) = problem.sentence();
        findings.fail(target, text, args, vec![evidence()]);
        return Ok(());
    }
    args.push(("pool", written.clone()));
    let asked = context.settings.im_server_name.as_deref();
    if let Some(asked) = asked.filter(|asked| !same_name(asked, &written)) {
        match select_pool(context, server)? {
            Selection::Unresolved(question, args) => {
                findings.fail(target, question, args, vec![evidence()]);
            }
            _ => {
                findings.fail(target, OTHER_ASKED, args, vec![evidence().expected(asked)]);
            }
        }
    } else if !registrar_pools(context)?.iter().any(|pool| same_name(pool, &written)) {
        let (text, pools) = instead(context, &written)?;
        args.push(("pools", pools.join(", ")));
        findings.fail(target, text, args, vec![evidence().expected(pools.join(", "))]);
    } else if let Some(registrar) = registrar(context, server)?.filter(|registrar| !same_name(registrar, &written)) {
        args.push(("registrar", registrar.to_owned()));
        findings.fail(target, OTHER_REGISTRAR, args, vec![evidence().expected(registrar)]);
    } else {
        findings.pass(target, vec![evidence()]);
    }
    Ok(())
}

/// What a name is that is no pool with a Registrar, and the names to take instead: the pool that it is a computer of, or else
/// any.
fn instead(context: &Context<'_>, written: &str) -> Result<(Text, Vec<String>), Missing> {
    let pools = registrar_pools(context)?;
    let has = |pool: &Pool| pool.computers.iter().flatten().any(|computer| same_name(computer, written));
    let is_owner = |name: &&String| {
        let all = context.estate.lync.pools.items().unwrap_or_default();
        all.iter().any(|pool| same_name(&pool.fqdn, name) && has(pool))
    };
    let owners: Vec<String> = pools.iter().filter(is_owner).cloned().collect();
    Ok(match (owners.is_empty(), pools.is_empty()) {
        (false, _) => (COMPUTER, owners),
        (true, false) => (NOT_A_POOL, pools),
        (true, true) => (NO_POOLS, pools),
    })
}

/// The registrar of the trusted application pool by which Lync knows a server, or else of one that it belongs to; nothing
/// where Lync finds it by itself, or where that is no pool with a Registrar, which TAP-REGISTRAR-POOL says.
fn registrar<'a>(context: &Context<'a>, server: &Server<'_>) -> Result<Option<&'a str>, Missing> {
    let others = pools::pools_of(context, &server.host)?;
    let known = match trusted_name(context, server) {
        Ok(name) => pools::pool(context, &name)?,
        Err(_) => None,
    };
    let own = known.or_else(|| others.first().copied());
    match own.and_then(|pool| pool.registrar.as_deref()) {
        Some(registrar) if is_registrar_pool(context, registrar)? => Ok(Some(registrar)),
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const VALUE: &str = "/machine/webConfigs/values/0/settings/1/value";
    const POOLS: &str = "/lync/pools/values";

    #[test]
    fn the_registrar_of_the_trusted_pool_passes() {
        exchange_2016(&RULE).passes(SERVER);
        let case = exchange_2013(&RULE).passes(SERVER);
        case.clone().set(VALUE, "POOL.Contoso.com").passes(SERVER);
        case.forget("/lync/trustedPools/values/0").passes(SERVER);
    }

    #[test]
    fn what_is_no_pool_or_no_name_fails_and_is_fixed() {
        for wrong in [
            "old.contoso.com",
            "pool",
            "pool.contoso.com:5061",
            "\u{200e}pool.contoso.com",
            "\u{201c}pool.contoso.com\u{201d}",
        ] {
            let case = exchange_2013(&RULE).set(VALUE, wrong).fails(SERVER);
            case.fixed_by("Web.config IMServerName=pool.contoso.com");
        }
    }

    #[test]
    fn the_name_to_take_instead_is_said() {
        let other = exchange_2013(&RULE).set(VALUE, "old.contoso.com");
        let other = other.ends_with("not a pool with a Registrar. It must be one of: pool.contoso.com.");
        other.set(POOLS, json!([])).ends_with("there is no pool with a Registrar.");
        let computers = json!(["fe01.contoso.com", "FE02.contoso.com"]);
        let case = exchange_2013(&RULE).set("/lync/pools/values/0/computers", computers).set(VALUE, "fe02.contoso.com");
        case.ends_with("a computer of a pool. It must be the name of the pool: pool.contoso.com.");
    }

    #[test]
    fn a_server_that_lync_finds_by_itself_needs_a_pool_all_the_same() {
        exchange_2013(&RULE).forget("/lync/trustedPools/values/0").set(VALUE, "old.contoso.com").fails(SERVER);
    }

    #[test]
    fn another_registrar_fails_and_is_left_to_a_person() {
        let west = json!({ "fqdn": "west.contoso.com", "services": ["Registrar:west.contoso.com"] });
        let with_west = exchange_2013(&RULE).set("/lync/pools/values/2", west);
        let other = json!("west.contoso.com");
        with_west.clone().set("/lync/trustedPools/values/0/registrar", other.clone()).fails(SERVER).not_fixed();
        let shared = json!({ "fqdn": "mail.contoso.com", "registrar": other, "computers": [] });
        let case = with_west.set("/lync/trustedPools/values/1", shared);
        case.set("/exchange/certificates/values/0/subject", "CN=mail.contoso.com").fails(SERVER);
    }

    /// TAP-REGISTRAR-POOL says it; the name of the only pool is right all the same.
    #[test]
    fn a_registrar_that_is_no_pool_says_nothing_of_the_name() {
        let case = exchange_2013(&RULE).set("/lync/trustedPools/values/0/registrar", "old.contoso.com").passes(SERVER);
        case.sample().expect("TAP-REGISTRAR-POOL", &[(SERVER, Status::Fail)]);
    }

    fn asking(pool: &str) -> Settings {
        Settings { im_server_name: Some(pool.to_owned()), ..Settings::default() }
    }

    #[test]
    fn another_pool_that_is_asked_for_fails_and_is_set() {
        let west = json!({ "fqdn": "west.contoso.com", "services": ["Registrar:west.contoso.com"] });
        let case = exchange_2013(&RULE).set("/lync/pools/values/2", west).asking(asking("west.contoso.com"));
        case.fails(SERVER).fixed_by("Web.config IMServerName=west.contoso.com");
    }

    #[test]
    fn a_name_that_is_asked_for_and_is_no_pool_fails_and_is_not_set() {
        for case in [exchange_2013(&RULE), exchange_2016(&RULE)] {
            for name in ["pol.contoso.com", "fe01.contoso.com", "ex01.contoso.com", "\u{200e}pool.contoso.com"] {
                let case = case.clone().asking(asking(name)).fails(SERVER).not_fixed();
                for culture in [Culture::En, Culture::Fr] {
                    let message = case.sample().findings("OWA-IM-SERVERNAME")[0].message(culture);
                    assert!(message.starts_with(name) && message.contains(": pool.contoso.com"), "{message}");
                }
            }
        }
    }

    #[test]
    fn a_name_that_is_asked_for_is_no_pool_where_there_is_none() {
        let case =
            exchange_2013(&RULE).set(POOLS, json!([])).asking(asking("west.contoso.com")).fails(SERVER).not_fixed();
        let message = case.sample().findings("OWA-IM-SERVERNAME")[0].message(Culture::En);
        assert_eq!(message, "There is no pool with a Registrar.");
    }

    #[test]
    fn a_name_that_nobody_can_look_up_is_set() {
        let case = exchange_2013(&RULE).forget("/lync/pools").asking(asking("west.contoso.com"));
        case.fails(SERVER).fixed_by("Web.config IMServerName=west.contoso.com");
    }

    #[test]
    fn a_name_that_nobody_can_look_up_and_that_cannot_be_one_is_not_set() {
        for name in ["\u{200e}west.contoso.com", "west", " west.contoso.com", "west.contoso.com:5061"] {
            let case = exchange_2013(&RULE).forget("/lync/pools").asking(asking(name));
            case.fails(SERVER).not_fixed();
        }
    }

    #[test]
    fn what_nobody_asked_is_unknown() {
        exchange_2013(&RULE).unknown_without(SERVER, &["/lync/pools", "/lync/trustedPools", "/machine/webConfigs"]);
    }

    #[test]
    fn without_a_value_another_rule_speaks() {
        exchange_2013(&RULE).set(VALUE, " ").not_applicable_to(SERVER);
    }
}
