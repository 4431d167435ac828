//! Many boxes of a kind made few, so that a picture of 200 servers can be read: boxes that look the same and have the same
//! lines become one. A box that fails is never folded into one that does not.

use super::graph::{Column, End, Graph, Link, Mark, Relation};
use std::collections::BTreeMap;

/// The most boxes that a column shows one by one.
const FEW: usize = 8;

/// A line as one of its ends sees it: whether it begins there, what it says, and where it leads.
type Seen = (bool, Relation, Mark, End);

/// Boxes that look the same become one.
type Look = (Mark, Vec<String>, Vec<Seen>);

/// The graph with few boxes in each column.
pub(super) fn folded(graph: Graph) -> Graph {
    let graph = Column::ALL.iter().fold(graph, |graph, &column| {
        let looks = looks(&graph);
        fold(graph, column, &looks)
    });
    // Boxes that are still too many, each different, are told apart by their marks alone.
    Column::ALL.iter().fold(graph, |graph, &column| {
        let marks: Vec<Look> = graph.nodes.iter().map(|node| (node.mark(), Vec::new(), Vec::new())).collect();
        fold(graph, column, &marks)
    })
}

fn looks(graph: &Graph) -> Vec<Look> {
    let mut looks: Vec<Look> = graph.nodes.iter().map(|node| (node.mark(), node.lines.clone(), Vec::new())).collect();
    for link in &graph.links {
        if let End::Node(from) = link.from {
            looks[from].2.push((true, link.relation, link.mark, link.to));
        }
        if let End::Node(to) = link.to {
            looks[to].2.push((false, link.relation, link.mark, link.from));
        }
    }
    for look in &mut looks {
        look.2.sort_unstable();
    }
    looks
}

fn fold(graph: Graph, column: Column, looks: &[Look]) -> Graph {
    if graph.nodes.iter().filter(|node| node.column == column).count() <= FEW {
        return graph;
    }
    let mut places: BTreeMap<&Look, usize> = BTreeMap::new();
    let mut out = Graph::default();
    let mut moved = Vec::with_capacity(graph.nodes.len());
    for (node, look) in graph.nodes.into_iter().zip(looks) {
        let next = out.nodes.len();
        let place = if node.column == column { *places.entry(look).or_insert(next) } else { next };
        match out.nodes.get_mut(place) {
            Some(known) => known.join(node),
            None => out.nodes.push(node),
        }
        moved.push(place);
    }
    let to = |link: Link| Link { from: at(&moved, link.from), to: at(&moved, link.to), ..link };
    out.links = graph.links.into_iter().map(to).collect();
    out
}

fn at(moved: &[usize], end: End) -> End {
    match end {
        End::Node(number) => End::Node(moved[number]),
        End::Column(column) => End::Column(column),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::picture::graph::Node;

    fn estate(servers: usize) -> Graph {
        let mut graph = Graph::default();
        let pool = graph.add(Node::new(Column::Lync, "pool", Vec::new()));
        for number in 0..servers {
            let mut node = Node::new(Column::Exchange, &format!("ex{number}"), vec!["2016".to_owned()]);
            node.missing = number == 3;
            let server = graph.add(node);
            graph.link(End::Node(server), End::Node(pool), Relation::Uses, Mark::Unjudged);
        }
        graph
    }

    #[test]
    fn a_few_boxes_stay_as_they_are() {
        let graph = folded(estate(FEW));
        assert_eq!((graph.nodes.len(), graph.links.len()), (FEW + 1, FEW));
    }

    #[test]
    fn many_boxes_become_few_and_the_failing_one_stands_alone() {
        let graph = folded(estate(200));
        let names: Vec<usize> = graph.nodes.iter().map(|node| node.names.len()).collect();
        assert_eq!(names, [1, 199, 1]);
        assert_eq!(graph.nodes[2].names, ["ex3"]);
        assert_eq!(graph.links.len(), 2);
    }

    #[test]
    fn boxes_that_all_differ_are_told_apart_by_their_marks() {
        let mut graph = Graph::default();
        for number in 0..50 {
            graph.add(Node::new(Column::Exchange, &format!("ex{number}"), vec![format!("version {number}")]));
        }
        let graph = folded(graph);
        assert_eq!(graph.nodes.len(), 1);
        assert!(graph.nodes[0].lines.is_empty(), "what is not true of all is not said");
    }
}
