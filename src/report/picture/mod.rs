//! The estate as a picture: what there is, who uses and trusts whom, and where something fails. Must not judge: marks are
//! counts of findings, or what a document says plainly (a certificate that has ended, a pool that is not there).
//!
//! | file | holds |
//! |---|---|
//! | `graph` | boxes and lines, and their marks |
//! | `exchange`, `lync` | what each product puts into the graph |
//! | `fold` | many boxes of a kind made few |
//! | `layout` | where everything is drawn |

mod exchange;
mod fold;
mod graph;
mod layout;
mod lync;

pub(super) use layout::Picture;

use super::findings::Teller;
use crate::rules::{Context, Finding};
use graph::Graph;
use layout::picture;

/// The picture of an estate with its findings.
pub(super) fn of(teller: Teller<'_>, context: &Context<'_>, findings: &[Finding<'_>]) -> Picture {
    let mut graph = Graph::default();
    exchange::boxes(&mut graph, teller, context);
    lync::boxes(&mut graph, teller);
    graph.count(teller.estate, findings);
    exchange::lines(&mut graph, context);
    lync::lines(&mut graph, teller.estate);
    picture(&fold::folded(graph), teller)
}
