//! The estate as a picture: what there is, who uses and trusts whom, and where something fails. Must not check: marks
//! are counts of findings, or what a document says plainly (a certificate that has ended, a pool that is not there).
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

use super::findings::RenderContext;
use crate::rules::{Context, Finding};
use graph::Graph;
use layout::picture;

/// The picture of an estate with its findings.
pub(super) fn of(render: RenderContext<'_>, context: &Context<'_>, findings: &[Finding<'_>]) -> Picture {
    let mut graph = Graph::default();
    exchange::boxes(&mut graph, render, context);
    lync::boxes(&mut graph, render);
    graph.count(findings);
    exchange::lines(&mut graph, context);
    lync::lines(&mut graph, render.estate);
    picture(&fold::folded(graph), render)
}
