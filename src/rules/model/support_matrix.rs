//! Which versions go together for which feature, and who says so: the support matrix of the documents as one table. A
//! table, no check of an estate.

use self::Feature::{
    Archiving, OAuth, OnlineOwaIm, OnlineUnifiedMessaging, OwaIm, Photos, UnifiedContactStore, UnifiedMessaging,
};
use self::Support::{No, Yes};
use self::{ExchangeSide as X, LyncSide as L};
use crate::rules::prelude::*;
use serde::{Deserialize, Serialize};

/// What the documents say of a pair of versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Support {
    /// It is supported.
    Yes,
    /// It is said not to be supported.
    No,
    /// No document that was read says anything.
    NotSaid,
}

/// What the two products can do together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Feature {
    /// Instant messaging and presence in Outlook on the web.
    OwaIm,
    /// Authentication between the servers.
    OAuth,
    /// Voice mail of Exchange for users of Lync.
    UnifiedMessaging,
    /// Contacts in the mailbox.
    UnifiedContactStore,
    /// Conversations archived in the mailbox.
    Archiving,
    /// Photos in high resolution.
    Photos,
    /// Instant messaging and presence in Outlook on the web of Exchange Online.
    OnlineOwaIm,
    /// Voice mail of Exchange Online for users of Lync.
    OnlineUnifiedMessaging,
}

impl Feature {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::OwaIm,
        Self::OAuth,
        Self::UnifiedMessaging,
        Self::UnifiedContactStore,
        Self::Archiving,
        Self::Photos,
        Self::OnlineOwaIm,
        Self::OnlineUnifiedMessaging,
    ];

    /// Whether it is about mailboxes in Exchange Online, and not about a server.
    #[must_use]
    pub const fn is_online(self) -> bool {
        matches!(self, Self::OnlineOwaIm | Self::OnlineUnifiedMessaging)
    }
}

/// The side of Lync: a version of the server, or its predecessor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LyncSide {
    /// Office Communications Server 2007 R2.
    #[serde(rename = "2007R2")]
    Ocs2007R2,
    /// Lync Server 2010.
    #[serde(rename = "2010")]
    V2010,
    /// Lync Server 2013.
    #[serde(rename = "2013")]
    V2013,
    /// Skype for Business Server 2015.
    #[serde(rename = "2015")]
    V2015,
    /// Skype for Business Server 2019.
    #[serde(rename = "2019")]
    V2019,
    /// Skype for Business Server Subscription Edition.
    #[serde(rename = "SE")]
    SubscriptionEdition,
}

impl LyncSide {
    /// All of them, newest first: what people run is at the top.
    pub const ALL: [Self; 6] =
        [Self::SubscriptionEdition, Self::V2019, Self::V2015, Self::V2013, Self::V2010, Self::Ocs2007R2];
}

impl From<LyncVersion> for LyncSide {
    fn from(version: LyncVersion) -> Self {
        match version {
            LyncVersion::V2010 => Self::V2010,
            LyncVersion::V2013 => Self::V2013,
            LyncVersion::V2015 => Self::V2015,
            LyncVersion::V2019 => Self::V2019,
            LyncVersion::SubscriptionEdition => Self::SubscriptionEdition,
        }
    }
}

/// The side of Exchange: a version of the server, or Exchange Online.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ExchangeSide {
    /// Exchange Server 2007.
    #[serde(rename = "2007")]
    V2007,
    /// Exchange Server 2010.
    #[serde(rename = "2010")]
    V2010,
    /// Exchange Server 2013.
    #[serde(rename = "2013")]
    V2013,
    /// Exchange Server 2016.
    #[serde(rename = "2016")]
    V2016,
    /// Exchange Server 2019.
    #[serde(rename = "2019")]
    V2019,
    /// Exchange Server Subscription Edition.
    #[serde(rename = "SE")]
    SubscriptionEdition,
    /// Exchange Online.
    Online,
}

impl ExchangeSide {
    /// All of them: the servers, newest first, and Exchange Online.
    pub const ALL: [Self; 7] =
        [Self::SubscriptionEdition, Self::V2019, Self::V2016, Self::V2013, Self::V2010, Self::V2007, Self::Online];
}

impl From<ExchangeVersion> for ExchangeSide {
    fn from(version: ExchangeVersion) -> Self {
        match version {
            ExchangeVersion::V2007 => Self::V2007,
            ExchangeVersion::V2010 => Self::V2010,
            ExchangeVersion::V2013 => Self::V2013,
            ExchangeVersion::V2016 => Self::V2016,
            ExchangeVersion::V2019 => Self::V2019,
            ExchangeVersion::SubscriptionEdition => Self::SubscriptionEdition,
        }
    }
}

/// What is said of one feature between two versions.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// Whether it is supported.
    pub support: Support,
    /// On which condition, or how.
    pub note: Option<Text>,
    /// Who says so.
    pub source: Option<Source>,
}

const NOT_SAID: Cell = Cell { support: Support::NotSaid, note: None, source: None };

/// What one document says of some features between some versions.
struct Row {
    features: &'static [Feature],
    lync: LyncSide,
    exchange: &'static [ExchangeSide],
    cell: Cell,
}

const fn row(
    lync: LyncSide,
    exchange: &'static [ExchangeSide],
    features: &'static [Feature],
    support: Support,
    note: Option<Text>,
    source: Source,
) -> Row {
    Row { features, lync, exchange, cell: Cell { support, note, source: Some(source) } }
}

/// What Exchange 2010 goes without.
const NEWER: &[Feature] = &[UnifiedContactStore, Archiving, Photos];
const ON_PREMISES: &[Feature] = &[OwaIm, OAuth, UnifiedMessaging, UnifiedContactStore, Archiving, Photos];
/// The servers of Exchange that have these features with Skype for Business Server 2019 and SE.
const FROM_2013: &[ExchangeSide] = &[X::V2013, X::V2016, X::V2019, X::SubscriptionEdition];
const WITHOUT_VOICE: &[Feature] = &[OAuth, UnifiedContactStore, Archiving, Photos];

const IM_PAGE: Source = Source::page("configure-im-integration-with-owa.md");
const COMPATIBILITY: Source = Source::page("compatibility-with-office.md");
const FEATURES: Source = Source::page("integrate-with-exchange.md");
const LYNC_2013: Source = Source::page("lync-server-2013-exchange-and-sharepoint-integration-support.md");
const VOICE_2013: Source = Source::page("lync-server-2013-exchange-unified-messaging-um-support.md");
const VOICE_SFB: Source = Source::page("unified-messaging.md");
const ONLINE_SFB: Source = Source::page("outlook-web-app.md");
const COEXISTENCE: Source =
    Source::page("coexistence-with-office-communications-server-2007-r2-and-lync-server-exchange-2013-help.md");

const OCS_UPDATE: Text =
    Text::new("from cumulative update 10 of OCS 2007 R2", "à partir de la mise à jour cumulative 10 d'OCS 2007 R2");
const OCS_UPDATE_SP1: Text = Text::new(
    "Exchange 2007 SP1; from cumulative update 10 of OCS 2007 R2",
    "Exchange 2007 SP1 ; à partir de la mise à jour cumulative 10 d'OCS 2007 R2",
);
const LYNC_UPDATE: Text =
    Text::new("from cumulative update 3 of Lync 2010", "à partir de la mise à jour cumulative 3 de Lync 2010");
const LYNC_UPDATE_SP1: Text = Text::new(
    "Exchange 2007 SP1; from cumulative update 3 of Lync 2010",
    "Exchange 2007 SP1 ; à partir de la mise à jour cumulative 3 de Lync 2010",
);
const SP1: Text = Text::new("Exchange 2007 SP1", "Exchange 2007 SP1");
const BY_OVERRIDE: Text = Text::new("by a setting override", "par un remplacement de paramètre");
const BY_WEB_CONFIG: Text = Text::new("by web.config", "par web.config");
const ONLY_2015: Text = Text::new(
    "Exchange 2010 is supported with Skype for Business 2015 only",
    "Exchange 2010 n'est pris en charge qu'avec Skype Entreprise 2015",
);
const ONLY_2019: Text = Text::new(
    "Exchange 2019 is supported with Skype for Business 2019 only",
    "Exchange 2019 n'est pris en charge qu'avec Skype Entreprise 2019",
);
const ONLY_2019_AS_SE: Text = Text::new(
    "Exchange 2019 is not supported with Skype for Business 2015; the same is taken to apply to Exchange SE",
    "Exchange 2019 n'est pas pris en charge avec Skype Entreprise 2015 ; la même règle est considérée comme valable pour Exchange SE",
);
const BY_OVERRIDE_SE: Text = Text::new(
    "by a setting override; Microsoft has announced that cumulative update 1 of Exchange Server SE ends it",
    "par un remplacement de paramètre ; Microsoft a annoncé que la mise à jour cumulative 1 d'Exchange Server SE y met fin",
);
const NO_VOICE: Text = Text::new(
    "Exchange 2019 and SE have no unified messaging; use Cloud Voicemail instead",
    "Exchange 2019 et SE n'ont pas de messagerie unifiée ; utilisez Cloud Voicemail à la place",
);
const HYBRID: Text =
    Text::new("by a hosting provider on the Edge Server", "par un fournisseur d'hébergement sur le serveur Edge");

/// The matrix. What no row is about, no document that was read says.
static MATRIX: &[Row] = &[
    row(L::Ocs2007R2, &[X::V2007], &[UnifiedMessaging], Yes, Some(OCS_UPDATE_SP1), COEXISTENCE),
    row(L::Ocs2007R2, &[X::V2013], &[UnifiedMessaging], Yes, Some(OCS_UPDATE), COEXISTENCE),
    row(L::V2010, &[X::V2007], &[UnifiedMessaging], Yes, Some(LYNC_UPDATE_SP1), VOICE_2013),
    row(L::V2010, &[X::V2010], &[UnifiedMessaging], Yes, Some(LYNC_UPDATE), VOICE_2013),
    row(L::V2010, &[X::V2010], &[OwaIm], Yes, Some(LYNC_UPDATE), LYNC_2013),
    row(L::V2010, &[X::V2013], &[UnifiedMessaging], Yes, Some(LYNC_UPDATE), COEXISTENCE),
    row(L::V2010, &[X::V2013], NEWER, No, None, COEXISTENCE),
    row(L::V2013, &[X::V2007], &[UnifiedMessaging], Yes, Some(SP1), VOICE_2013),
    row(L::V2013, &[X::V2010], &[OwaIm], Yes, None, Source::seed("000", "26-28")),
    row(L::V2013, &[X::V2010], &[UnifiedMessaging], Yes, None, Source::seed("000", "26-28")),
    row(L::V2013, &[X::V2010], NEWER, No, None, Source::seed("000", "26-28")),
    row(L::V2013, &[X::V2013], &[OwaIm], Yes, Some(BY_WEB_CONFIG), Source::seed("000", "18")),
    row(L::V2013, &[X::V2013, X::V2016], &[UnifiedMessaging], Yes, None, Source::seed("003", "16-20")),
    row(L::V2013, &[X::V2013], WITHOUT_VOICE, Yes, None, LYNC_2013),
    row(L::V2013, &[X::V2016], &[OAuth, UnifiedContactStore, Archiving], Yes, None, LYNC_2013),
    row(L::V2013, &[X::V2016, X::V2019, X::SubscriptionEdition], &[OwaIm], No, None, IM_PAGE),
    row(L::V2013, &[X::Online], &[OnlineOwaIm], Yes, Some(HYBRID), Source::seed("004", "40")),
    row(L::V2013, &[X::Online], &[OnlineUnifiedMessaging], Yes, None, Source::seed("004", "127-128")),
    row(L::V2015, &[X::V2010], &[OwaIm, UnifiedMessaging], Yes, None, Source::seed("001", "20-22")),
    row(L::V2015, &[X::V2010], NEWER, No, None, Source::seed("001", "20-22")),
    row(L::V2015, &[X::V2013], &[OwaIm], Yes, Some(BY_WEB_CONFIG), Source::seed("001", "9")),
    row(L::V2015, &[X::V2016], &[OwaIm], Yes, Some(BY_OVERRIDE), IM_PAGE),
    row(L::V2015, &[X::V2013, X::V2016], &[UnifiedMessaging], Yes, None, VOICE_SFB),
    row(L::V2015, &[X::V2013, X::V2016], WITHOUT_VOICE, Yes, None, FEATURES),
    row(L::V2015, &[X::V2019], ON_PREMISES, No, Some(ONLY_2019), COMPATIBILITY),
    row(L::V2015, &[X::SubscriptionEdition], ON_PREMISES, No, Some(ONLY_2019_AS_SE), COMPATIBILITY),
    row(L::V2015, &[X::Online], &[OnlineOwaIm], Yes, Some(HYBRID), ONLINE_SFB),
    row(L::V2015, &[X::Online], &[OnlineUnifiedMessaging], Yes, None, VOICE_SFB),
    row(L::V2019, &[X::V2010], ON_PREMISES, No, Some(ONLY_2015), COMPATIBILITY),
    row(L::V2019, &[X::V2013], &[OwaIm], Yes, Some(BY_WEB_CONFIG), FEATURES),
    row(L::V2019, &[X::V2016], &[OwaIm], Yes, Some(BY_OVERRIDE), FEATURES),
    row(L::V2019, &[X::V2019], &[OwaIm], Yes, Some(BY_OVERRIDE), IM_PAGE),
    row(L::V2019, &[X::SubscriptionEdition], &[OwaIm], Yes, Some(BY_OVERRIDE_SE), IM_PAGE),
    row(L::V2019, &[X::V2013, X::V2016], &[UnifiedMessaging], Yes, None, VOICE_SFB),
    row(L::V2019, &[X::V2019, X::SubscriptionEdition], &[UnifiedMessaging], No, Some(NO_VOICE), VOICE_SFB),
    row(L::V2019, FROM_2013, WITHOUT_VOICE, Yes, None, FEATURES),
    row(L::V2019, &[X::Online], &[OnlineOwaIm], Yes, Some(HYBRID), ONLINE_SFB),
];

/// What is said of a feature between two versions. The pages that name Skype for Business Server 2019 name SE beside it, so
/// that its rows are those of 2019.
#[must_use]
pub fn support(feature: Feature, lync: LyncSide, exchange: ExchangeSide) -> Cell {
    let lync = if lync == L::SubscriptionEdition { L::V2019 } else { lync };
    let is_about = |row: &&Row| row.lync == lync && row.exchange.contains(&exchange) && row.features.contains(&feature);
    MATRIX.iter().find(is_about).map_or(NOT_SAID, |row| row.cell)
}

/// What is said of instant messaging between two versions.
#[must_use]
pub fn owa_im(lync: LyncVersion, exchange: ExchangeVersion) -> Support {
    support(OwaIm, lync.into(), exchange.into()).support
}

#[cfg(test)]
mod tests {
    use super::*;
    use Support::NotSaid;

    /// The matrix by feature: a row for each version of Lync, a column for each version of Exchange.
    fn expect(feature: Feature, rows: [[Support; 7]; 6]) {
        for (lync, row) in LyncSide::ALL.into_iter().zip(rows) {
            for (exchange, expected) in ExchangeSide::ALL.into_iter().zip(row) {
                let cell = support(feature, lync, exchange);
                assert_eq!(cell.support, expected, "{feature:?} {lync:?} {exchange:?}");
                assert_eq!(cell.source.is_some(), expected != NotSaid, "{feature:?} {lync:?} {exchange:?} says who");
            }
        }
    }

    #[test]
    fn instant_messaging_is_as_the_matrix_has_it() {
        expect(
            OwaIm,
            [
                [Yes, Yes, Yes, Yes, No, NotSaid, NotSaid],
                [Yes, Yes, Yes, Yes, No, NotSaid, NotSaid],
                [No, No, Yes, Yes, Yes, NotSaid, NotSaid],
                [No, No, No, Yes, Yes, NotSaid, NotSaid],
                [NotSaid, NotSaid, NotSaid, NotSaid, Yes, NotSaid, NotSaid],
                [NotSaid; 7],
            ],
        );
    }

    #[test]
    fn unified_messaging_is_as_the_matrix_has_it() {
        expect(
            UnifiedMessaging,
            [
                [No, No, Yes, Yes, No, NotSaid, NotSaid],
                [No, No, Yes, Yes, No, NotSaid, NotSaid],
                [No, No, Yes, Yes, Yes, NotSaid, NotSaid],
                [NotSaid, NotSaid, Yes, Yes, Yes, Yes, NotSaid],
                [NotSaid, NotSaid, NotSaid, Yes, Yes, Yes, NotSaid],
                [NotSaid, NotSaid, NotSaid, Yes, NotSaid, Yes, NotSaid],
            ],
        );
    }

    #[test]
    fn contacts_and_archiving_are_as_the_matrix_has_them() {
        for feature in [UnifiedContactStore, Archiving] {
            expect(
                feature,
                [
                    [Yes, Yes, Yes, Yes, No, NotSaid, NotSaid],
                    [Yes, Yes, Yes, Yes, No, NotSaid, NotSaid],
                    [No, No, Yes, Yes, No, NotSaid, NotSaid],
                    [NotSaid, NotSaid, Yes, Yes, No, NotSaid, NotSaid],
                    [NotSaid, NotSaid, NotSaid, No, NotSaid, NotSaid, NotSaid],
                    [NotSaid; 7],
                ],
            );
        }
    }

    #[test]
    fn photos_are_not_said_of_lync_2013_with_exchange_2016() {
        expect(
            Photos,
            [
                [Yes, Yes, Yes, Yes, No, NotSaid, NotSaid],
                [Yes, Yes, Yes, Yes, No, NotSaid, NotSaid],
                [No, No, Yes, Yes, No, NotSaid, NotSaid],
                [NotSaid, NotSaid, NotSaid, Yes, No, NotSaid, NotSaid],
                [NotSaid, NotSaid, NotSaid, No, NotSaid, NotSaid, NotSaid],
                [NotSaid; 7],
            ],
        );
    }

    #[test]
    fn authentication_is_as_the_matrix_has_it() {
        expect(
            OAuth,
            [
                [Yes, Yes, Yes, Yes, No, NotSaid, NotSaid],
                [Yes, Yes, Yes, Yes, No, NotSaid, NotSaid],
                [No, No, Yes, Yes, NotSaid, NotSaid, NotSaid],
                [NotSaid, NotSaid, Yes, Yes, NotSaid, NotSaid, NotSaid],
                [NotSaid; 7],
                [NotSaid; 7],
            ],
        );
    }

    #[test]
    fn only_exchange_online_has_what_is_online() {
        let online = |one: Support| [NotSaid, NotSaid, NotSaid, NotSaid, NotSaid, NotSaid, one];
        let none = [NotSaid; 7];
        expect(OnlineOwaIm, [online(Yes), online(Yes), online(Yes), online(Yes), none, none]);
        expect(OnlineUnifiedMessaging, [none, none, online(Yes), online(Yes), none, none]);
    }

    #[test]
    fn exchange_se_says_that_instant_messaging_will_end() {
        for lync in [L::V2019, L::SubscriptionEdition] {
            let note = support(OwaIm, lync, X::SubscriptionEdition).note.map(|note| note.en);
            assert!(note.is_some_and(|note| note.contains("cumulative update 1")), "{note:?}");
            assert_eq!(support(OwaIm, lync, X::V2019).note.map(|note| note.en), Some("by a setting override"));
        }
    }

    #[test]
    fn no_two_rows_speak_of_one_cell() {
        for feature in Feature::ALL {
            for (lync, exchange) in LyncSide::ALL.into_iter().flat_map(|lync| ExchangeSide::ALL.map(|one| (lync, one)))
            {
                let is_about = |row: &&Row| {
                    row.lync == lync && row.exchange.contains(&exchange) && row.features.contains(&feature)
                };
                assert!(MATRIX.iter().filter(is_about).count() <= 1, "{feature:?} {lync:?} {exchange:?}");
            }
        }
    }
}
