//! Which versions go together for instant messaging in Outlook on the web, and who says so: section by section the
//! support matrix of the documents. A table, no judgement of an estate.

use super::rule::Source;
use crate::facts::{ExchangeVersion, LyncVersion};

/// What the documents say of a pair of versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// It is supported.
    Yes,
    /// It is said not to be supported.
    No,
    /// No document that was read says anything.
    NotSaid,
}

/// A pair, what is said of it, and where.
type Row = (LyncVersion, ExchangeVersion, Support, Source);

const IM_PAGE: Source = Source::page("configure-im-integration-with-owa.md");
const COMPATIBILITY: Source = Source::page("compatibility-with-office.md");
const FEATURES: Source = Source::page("integrate-with-exchange.md");

static OWA_IM: &[Row] = &[
    (
        LyncVersion::V2010,
        ExchangeVersion::V2010,
        Support::Yes,
        Source::page("lync-server-2013-exchange-and-sharepoint-integration-support.md"),
    ),
    (LyncVersion::V2013, ExchangeVersion::V2010, Support::Yes, Source::seed("000", "26-28")),
    (LyncVersion::V2013, ExchangeVersion::V2013, Support::Yes, Source::seed("000", "18")),
    (LyncVersion::V2013, ExchangeVersion::V2016, Support::No, IM_PAGE),
    (LyncVersion::V2013, ExchangeVersion::V2019, Support::No, IM_PAGE),
    (LyncVersion::V2015, ExchangeVersion::V2010, Support::Yes, Source::seed("001", "20-22")),
    (LyncVersion::V2015, ExchangeVersion::V2013, Support::Yes, Source::seed("001", "9")),
    (LyncVersion::V2015, ExchangeVersion::V2016, Support::Yes, IM_PAGE),
    (LyncVersion::V2015, ExchangeVersion::V2019, Support::No, COMPATIBILITY),
    (LyncVersion::V2019, ExchangeVersion::V2010, Support::No, COMPATIBILITY),
    (LyncVersion::V2019, ExchangeVersion::V2013, Support::Yes, FEATURES),
    (LyncVersion::V2019, ExchangeVersion::V2016, Support::Yes, FEATURES),
    (LyncVersion::V2019, ExchangeVersion::V2019, Support::Yes, IM_PAGE),
];

/// What is said of instant messaging between a pair of versions, and where.
#[must_use]
pub fn owa_im(lync: LyncVersion, exchange: ExchangeVersion) -> (Support, Option<Source>) {
    let row = OWA_IM.iter().find(|row| row.0 == lync && row.1 == exchange);
    row.map_or((Support::NotSaid, None), |row| (row.2, Some(row.3)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_is_as_the_matrix_has_it() {
        use ExchangeVersion as E;
        use Support::{No, NotSaid, Yes};
        let exchange = [E::V2007, E::V2010, E::V2013, E::V2016, E::V2019];
        for (lync, row) in [
            (LyncVersion::V2010, [NotSaid, Yes, NotSaid, NotSaid, NotSaid]),
            (LyncVersion::V2013, [NotSaid, Yes, Yes, No, No]),
            (LyncVersion::V2015, [NotSaid, Yes, Yes, Yes, No]),
            (LyncVersion::V2019, [NotSaid, No, Yes, Yes, Yes]),
        ] {
            for (exchange, support) in exchange.into_iter().zip(row) {
                let (found, source) = owa_im(lync, exchange);
                assert_eq!(found, support, "{lync:?} {exchange:?}");
                assert_eq!(source.is_some(), support != NotSaid, "{lync:?} {exchange:?} says who says so");
            }
        }
    }
}
