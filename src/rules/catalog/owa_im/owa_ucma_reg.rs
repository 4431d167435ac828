//! OWA-UCMA-REG: the registry names the instant messaging provider on the back end.

use crate::rules::prelude::*;
use crate::rules::topology::im::servers::each_im_server;

pub(crate) static RULE: Rule = Rule::new(&METADATA, check);

static METADATA: Metadata = Metadata {
    id: "OWA-UCMA-REG",
    family: Family::OwaPrerequisites,
    exchange: &[ExchangeVersion::V2013, ExchangeVersion::V2016],
    title: Text::new(
        "The UCMA 4.0 runtime is installed: the registry specifies the provider",
        "Le runtime UCMA 4.0 est installé : le Registre indique le fournisseur",
    ),
    explanation: Text::new(
        "Outlook on the web loads instant messaging from the library that ImplementationDLLPath specifies. Without the value there is no provider to load.",
        "Outlook sur le web charge la messagerie instantanée à partir de la bibliothèque qu'indique ImplementationDLLPath. Sans cette valeur, il n'y a aucun fournisseur à charger.",
    ),
    remedy: Text::new(
        "Download the UCMA 4.0 runtime (Microsoft Download Center, id 34992) and install it on the server, then collect again.",
        "Téléchargez le runtime UCMA 4.0 (Centre de téléchargement Microsoft, id 34992), installez-le sur le serveur, puis collectez de nouveau.",
    ),
    sources: &[
        Source::seed("000", "18-22"),
        Source::seed("001", "9-13"),
        Source::page("troubleshooting-owa-protocol-dep-health-set.md"),
    ],
    after: &["PRE-INSTALLED"],
    needs: &[&machine_sections::PROVIDER],
    ..super::BASE
};

const ABSENT: Text = Text::new(
    "The registry of {server} specifies no instant messaging provider: ImplementationDLLPath is missing or empty.",
    "Le Registre de {server} n'indique aucun fournisseur de messagerie instantanée : ImplementationDLLPath est absent ou vide.",
);

fn check<'a>(context: &Context<'a>, findings: &mut Findings<'a>) -> CheckResult {
    each_im_server(context, findings, METADATA.exchange, |server, findings| {
        let target = Target::server(&server.host);
        let section = &machine_sections::PROVIDER;
        let providers = context.estate.on(&server.host, section, |machine| &machine.provider)?;
        let named = providers.iter().find_map(|one| Some((one, one.implementation_dll_path.as_deref()?)));
        let evidence = |value: Option<&str>| Evidence::actual("ImplementationDLLPath", value);
        match named.filter(|(_, path)| !path.trim().is_empty()) {
            Some((provider, path)) => findings.pass(target, vec![evidence(Some(path)).from(provider)]),
            None => {
                let args = args! { server: server.host.name() };
                findings.fail(target, ABSENT, args, vec![evidence(named.map(|(_, path)| path))]);
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::prelude::*;
    use serde_json::json;

    const ID: &str = "OWA-UCMA-REG";

    const VALUE: &str = "/machine/provider/values/0/implementationDllPath";

    #[test]
    fn a_server_whose_registry_names_a_library_passes() {
        Sample::exchange_2013().expect(ID, &[("ex01.contoso.com", Status::Pass)]);
        Sample::exchange_2016().expect(ID, &[("ex01.contoso.com", Status::Pass)]);
    }

    #[test]
    fn a_value_that_is_not_there_or_blank_fails() {
        Sample::exchange_2013().forget(VALUE).expect(ID, &[("ex01.contoso.com", Status::Fail)]);
        Sample::exchange_2013().set(VALUE, json!(" ")).expect(ID, &[("ex01.contoso.com", Status::Fail)]);
        let no_key = Sample::exchange_2013().set("/machine/provider/values", json!([]));
        no_key.expect(ID, &[("ex01.contoso.com", Status::Fail)]);
    }

    #[test]
    fn it_asks_for_nothing_where_instant_messaging_shall_be_off() {
        let off = Settings { disable: true, ..Settings::default() };
        Sample::exchange_2013().asking(off).expect(ID, &[("", Status::NotApplicable)]);
    }
}
