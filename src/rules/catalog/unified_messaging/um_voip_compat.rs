//! UM-LPE-COMPAT, UM-VOIP-COMPAT: the security of a dial plan suits Lync Phone Edition, and the encryption level of Lync.

use crate::rules::fixes::um_dial_plan::fix_security;
use crate::rules::prelude::*;
use crate::rules::topology::um::dial_plans::each_pair;
use crate::rules::topology::um::encryption;

/// In the order of [`METADATA`].
pub(crate) static RULES: [Rule; 2] = [
    Rule::new(&METADATA[0], |context, findings| {
        each_pair(context, findings, encryption::phone_edition, NO_PHONE, fix_security)
    })
    .with_fixes(),
    Rule::new(&METADATA[1], |context, findings| {
        each_pair(context, findings, encryption::calls, NO_CALLS, fix_security)
    })
    .with_fixes(),
];

/// What both have in common.
const COMPATIBLE: Metadata = Metadata {
    roles: &[Role::ExchangeBackEnd, Role::LyncFrontEnd],
    after: &["UM-VOIP-ENCRYPTED"],
    needs: &[&exchange_sections::UM_DIAL_PLANS, &lync_sections::MEDIA_CONFIGURATIONS],
    ..super::BASE
};

static METADATA: [Metadata; 2] = [
    Metadata {
        id: "UM-LPE-COMPAT",
        title: Text::new(
            "The security of each dial plan is compatible with Lync Phone Edition",
            "La sécurité de chaque plan de numérotation est compatible avec Lync Phone Edition",
        ),
        explanation: Text::new(
            "A Lync Phone Edition phone works only with these combinations: RequireEncryption with Secured, SupportEncryption with SIPSecured or Secured, DoNotSupportEncryption with SIPSecured. Secured matches the default of Lync.",
            "Un téléphone Lync Phone Edition ne fonctionne qu'avec ces combinaisons : RequireEncryption avec Secured, SupportEncryption avec SIPSecured ou Secured, DoNotSupportEncryption avec SIPSecured. Secured correspond à la valeur par défaut de Lync.",
        ),
        remedy: Text::new(
            "Set-UMDialPlan -Identity <plan> -VoIPSecurity with the value of the combination; or, in the Lync shell, Set-CsMediaConfiguration -EncryptionLevel.",
            "Set-UMDialPlan -Identity <plan> -VoIPSecurity avec la valeur de la combinaison ; ou, dans le shell Lync, Set-CsMediaConfiguration -EncryptionLevel.",
        ),
        sources: &[Source::seed("003", "146"), Source::seed("003", "148-176")],
        ..COMPATIBLE
    },
    Metadata {
        id: "UM-VOIP-COMPAT",
        title: Text::new(
            "The security of each dial plan is compatible with the encryption level of Lync",
            "La sécurité de chaque plan de numérotation est compatible avec le niveau de chiffrement de Lync",
        ),
        explanation: Text::new(
            "If a pool requires encryption and the dial plan encrypts only the signaling, all calls from the pool to unified messaging fail with an incompatible security setting. Any pool can call any dial plan, so each dial plan must be compatible with every media configuration.",
            "Si un pool exige le chiffrement et que le plan de numérotation ne chiffre que la signalisation, tous les appels du pool vers la messagerie unifiée échouent (paramètre de sécurité incompatible). Tout pool peut appeler tout plan de numérotation : chaque plan doit donc être compatible avec chaque configuration de média.",
        ),
        remedy: Text::new(
            "Set-UMDialPlan -Identity <plan> -VoIPSecurity Secured; or, in the Lync shell, Set-CsMediaConfiguration -Identity <configuration> -EncryptionLevel SupportEncryption.",
            "Set-UMDialPlan -Identity <plan> -VoIPSecurity Secured ; ou, dans le shell Lync, Set-CsMediaConfiguration -Identity <configuration> -EncryptionLevel SupportEncryption.",
        ),
        interpretation: Some(Text::new(
            "That calls fail between a Secured dial plan and DoNotSupportEncryption follows from the meaning of the two values; the documentation does not state it.",
            "Que les appels échouent entre un plan de numérotation Secured et DoNotSupportEncryption découle du sens des deux valeurs ; la documentation ne l'indique pas.",
        )),
        sources: &[Source::seed("003", "143-144")],
        ..COMPATIBLE
    },
];

const NO_PHONE: Text = Text::new(
    "The dial plan {plan} ({security}) is not compatible with {levels}: Lync Phone Edition does not work.",
    "Le plan de numérotation {plan} ({security}) n'est pas compatible avec {levels} : Lync Phone Edition ne fonctionne pas.",
);
const NO_CALLS: Text = Text::new(
    "The dial plan {plan} ({security}) is not compatible with {levels}: calls from there to unified messaging fail.",
    "Le plan de numérotation {plan} ({security}) n'est pas compatible avec {levels} : les appels correspondants vers la messagerie unifiée échouent.",
);

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::rules::testing::um_prelude::*;

    /// Each rule, with a security of the dial plan and an encryption level of Lync.
    fn cases<'a>(security: &'a str, level: &'a str) -> impl Iterator<Item = Case> + 'a {
        RULES.iter().map(move |rule| unified_messaging(rule).set(SECURITY, security).set(LEVEL, level))
    }

    #[test]
    fn values_that_go_together_pass() {
        for (security, level) in [
            ("Secured", "RequireEncryption"),
            ("SIPSecured", "SupportEncryption"),
            ("SIPSecured", "DoNotSupportEncryption"),
        ] {
            for case in cases(security, level) {
                case.passes(PLAN);
            }
        }
    }

    #[test]
    fn values_that_do_not_fail_and_are_fixed() {
        for (security, level, wanted) in [
            ("SIPSecured", "RequireEncryption", "Secured"),
            ("Unsecured", "SupportEncryption", "Secured"),
            ("Secured", "DoNotSupportEncryption", "SIPSecured"),
        ] {
            for case in cases(security, level) {
                case.fails(PLAN).fixed_by(&format!("Set-UMDialPlan -Identity Paris -VoIPSecurity {wanted}"));
            }
        }
    }

    #[test]
    fn a_plan_that_no_value_suits_is_left_to_a_person() {
        let site = json!({ "identity": "Site:Redmond", "encryptionLevel": "DoNotSupportEncryption" });
        for rule in &RULES {
            unified_messaging(rule).set("/lync/mediaConfigurations/values/1", site.clone()).fails(PLAN).not_fixed();
        }
    }

    #[test]
    fn unknown_without_a_level() {
        for rule in &RULES {
            let case = unified_messaging(rule).unknown_without_each(PLAN, DIAL_PLAN, &["voipSecurity"]);
            case.unknown_without_each("", "", &[&LEVEL[1..]]);
        }
    }
}
