//! `uc_support_list`: what two versions can do together, as the table of the rules has it.

use crate::api::Request;
use crate::error::Result;
use crate::l10n::Culture;
use crate::rules::{Document, ExchangeSide, Feature, LyncSide, Support, support};
use serde::{Deserialize, Serialize};

/// The request of `uc_support_list`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupportRequest {
    /// Only this version of Lync or Skype for Business.
    pub lync: Option<LyncSide>,
    /// Only this version of Exchange.
    pub exchange: Option<ExchangeSide>,
    /// Only this feature.
    pub feature: Option<Feature>,
    /// The language of the answer, a .NET culture name such as `fr-FR`.
    pub culture: Option<String>,
}

/// The response of `uc_support_list`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SupportResponse {
    /// The requested cells, by version of Lync, version of Exchange and feature.
    pub rows: Vec<SupportRow>,
}

/// What is said of one feature between two versions.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SupportRow {
    /// The feature.
    pub feature: Feature,
    /// The version of Lync or Skype for Business.
    pub lync: LyncSide,
    /// The version of Exchange.
    pub exchange: ExchangeSide,
    /// Whether it is supported.
    pub supported: Support,
    /// On which condition, or how.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'static str>,
    /// The pages that say so; none if nothing is said.
    pub sources: Vec<&'static Document>,
}

impl Request for SupportRequest {
    type Response = SupportResponse;

    fn handle(self, culture: Culture) -> Result<SupportResponse> {
        let pairs = LyncSide::ALL.into_iter().flat_map(|lync| ExchangeSide::ALL.map(|exchange| (lync, exchange)));
        let wanted = pairs.filter(|(lync, exchange)| {
            self.lync.is_none_or(|only| only == *lync) && self.exchange.is_none_or(|only| only == *exchange)
        });
        let rows = wanted.flat_map(|(lync, exchange)| {
            // A feature of the cloud is none of a server, and the other way round.
            let fits = move |feature: &Feature| feature.is_online() == (exchange == ExchangeSide::Online);
            let asked = move |feature: &Feature| self.feature.is_none_or(|only| only == *feature);
            let features = Feature::ALL.into_iter().filter(fits).filter(asked);
            features.map(move |feature| listed(feature, lync, exchange, culture))
        });
        Ok(SupportResponse { rows: rows.collect() })
    }
}

fn listed(feature: Feature, lync: LyncSide, exchange: ExchangeSide, culture: Culture) -> SupportRow {
    let cell = support(feature, lync, exchange);
    SupportRow {
        feature,
        lync,
        exchange,
        supported: cell.support,
        note: cell.note.map(|text| text.of(culture)),
        sources: cell.source.iter().map(|source| source.document).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(request: &str) -> Vec<SupportRow> {
        let request: SupportRequest = serde_json::from_str(request).unwrap_or_else(|error| panic!("{error}"));
        request.handle(Culture::Fr).unwrap_or_else(|error| panic!("{error:?}")).rows
    }

    #[test]
    fn a_pair_of_servers_has_a_row_for_each_feature_of_servers() {
        let rows = ask(r#"{"lync": "2015", "exchange": "2016"}"#);
        assert_eq!(rows.len(), 6);
        assert!(rows.iter().all(|row| row.supported == Support::Yes && !row.sources.is_empty()));
        assert_eq!(rows[0].note, Some("par un remplacement de paramètre"));
    }

    #[test]
    fn a_pair_with_exchange_online_has_a_row_for_each_feature_of_the_cloud() {
        let rows = ask(r#"{"lync": "2019", "exchange": "Online"}"#);
        let found: Vec<_> = rows.iter().map(|row| (row.feature, row.supported)).collect();
        let expected = [(Feature::OnlineOwaIm, Support::Yes), (Feature::OnlineUnifiedMessaging, Support::NotSaid)];
        assert_eq!(found, expected);
        assert!(rows[1].sources.is_empty() && rows[1].note.is_none());
    }

    #[test]
    fn without_a_wish_the_whole_matrix_comes_and_a_feature_is_its_own_column() {
        assert_eq!(ask("{}").len(), 6 * (6 * 6 + 2));
        assert_eq!(ask(r#"{"feature": "OwaIm"}"#).len(), 36);
        assert_eq!(ask(r#"{"feature": "OnlineOwaIm"}"#).len(), 6);
    }

    #[test]
    fn what_people_run_comes_first() {
        let rows = ask(r#"{"feature": "OwaIm"}"#);
        let first = (LyncSide::SubscriptionEdition, ExchangeSide::SubscriptionEdition, Support::Yes);
        assert_eq!((rows[0].lync, rows[0].exchange, rows[0].supported), first);
        assert_eq!(ask(r#"{"lync": "SE", "exchange": "SE", "feature": "OwaIm"}"#).len(), 1);
    }

    #[test]
    fn a_version_that_does_not_exist_is_refused() {
        assert!(serde_json::from_str::<SupportRequest>(r#"{"lync": "2014"}"#).is_err());
    }
}
