//! Circles: files of `src` that use each other, however long the way round. There are to be none; what two files need
//! of each other belongs into a third one below both.

use super::arrows::Graph;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write as _;

type Edges<'a> = BTreeMap<&'a str, BTreeMap<&'a str, usize>>;

/// One failure for each group of files that all reach each other, with a shortest way round.
pub(super) fn check(graph: &Graph) -> Vec<String> {
    let mut edges = Edges::new();
    for arrow in &graph.arrows {
        edges.entry(&arrow.from).or_default().insert(&arrow.to, arrow.line);
    }
    let reached: BTreeMap<&str, BTreeSet<&str>> = edges.keys().map(|from| (*from, reachable(&edges, from))).collect();
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    for (from, to) in reached.iter().filter(|(from, to)| to.contains(*from)) {
        let group: BTreeSet<&str> =
            to.iter().copied().filter(|one| reached.get(one).is_some_and(|all| all.contains(from))).collect();
        if seen.insert(group.clone()) {
            problems.push(told(&edges, from, group.len()));
        }
    }
    problems
}

/// Every file that a file comes to, itself only if there is a way round.
fn reachable<'a>(edges: &Edges<'a>, from: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&str> = vec![from];
    while let Some(one) = next.pop() {
        for to in edges.get(one).into_iter().flat_map(BTreeMap::keys) {
            if reached.insert(*to) {
                next.push(to);
            }
        }
    }
    reached
}

fn told(edges: &Edges<'_>, from: &str, files: usize) -> String {
    let way = shortest_round(edges, from);
    let mut text = format!("a circle of {files} files: {from}");
    for pair in way.windows(2) {
        if let [one, next] = pair {
            let line = edges.get(one).and_then(|to| to.get(next)).copied().unwrap_or_default();
            let _ = write!(text, " (line {line}) -> {next}");
        }
    }
    text
}

/// The shortest way from a file back to it, both ends included.
fn shortest_round<'a>(edges: &Edges<'a>, from: &'a str) -> Vec<&'a str> {
    let mut ways: VecDeque<Vec<&str>> = VecDeque::from([vec![from]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        let last = way.last().copied().unwrap_or(from);
        for to in edges.get(last).into_iter().flat_map(BTreeMap::keys) {
            let longer: Vec<&str> = way.iter().copied().chain([*to]).collect();
            if *to == from {
                return longer;
            }
            if seen.insert(*to) {
                ways.push_back(longer);
            }
        }
    }
    vec![from]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::arrows::Arrow;

    fn problems(arrows: &[(&str, &str)]) -> Vec<String> {
        let arrow = |(from, to): &(&str, &str)| Arrow { from: (*from).to_owned(), to: (*to).to_owned(), line: 7 };
        check(&Graph { arrows: arrows.iter().map(arrow).collect(), ..Graph::default() })
    }

    #[test]
    fn ways_that_meet_again_are_no_circle() {
        assert_eq!(problems(&[("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]), Vec::<String>::new());
    }

    #[test]
    fn a_circle_is_told_once_with_its_shortest_way_and_its_size() {
        let found = problems(&[("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "a"), ("e", "a")]);
        assert_eq!(found, ["a circle of 4 files: a (line 7) -> b (line 7) -> c (line 7) -> a"]);
    }

    #[test]
    fn circles_that_do_not_touch_are_two() {
        assert_eq!(problems(&[("a", "b"), ("b", "a"), ("b", "c"), ("c", "d"), ("d", "c")]).len(), 2);
    }
}
