//! Where boxes and lines are drawn: columns beside each other, boxes below each other, lines from side to side. Texts are
//! cut to what fits. Must not know what a box means.

use super::graph::{Column, End, Graph, Link, Mark, Node, Relation};
use crate::report::collected::day;
use crate::report::findings::RenderContext;
use crate::report::labels::Labels;

const MARGIN: usize = 8;
const COLUMN: usize = 310;
const GAP: usize = 110;
/// The blank between a frame and the boxes in it, and between boxes.
const PAD: usize = 12;
const HEAD: usize = 48;
const TITLE: usize = 34;
const LINE: usize = 18;
/// The room of a line of a box, and of its title beside the mark, in tenths of a unit: a letter of the title takes a
/// fifth more than one of a line, for which [`width`] is.
const ROOM: usize = 2680;
const TITLE_ROOM: usize = 2000;

/// A picture, ready for its template.
#[derive(Debug)]
pub(in crate::report) struct Picture {
    pub(in crate::report) width: usize,
    pub(in crate::report) height: usize,
    /// The width of a frame, and of a box in it.
    pub(in crate::report) column: usize,
    pub(in crate::report) inner: usize,
    pub(in crate::report) frames: Vec<Frame>,
    pub(in crate::report) boxes: Vec<Drawn>,
    pub(in crate::report) lines: Vec<Line>,
    /// The relations that it shows: their class and what they say.
    pub(in crate::report) legend: Vec<(&'static str, &'static str)>,
}

/// What stands around a column.
#[derive(Debug)]
pub(in crate::report) struct Frame {
    pub(in crate::report) x: usize,
    pub(in crate::report) name: &'static str,
    pub(in crate::report) empty: bool,
}

/// A box.
#[derive(Debug)]
pub(in crate::report) struct Drawn {
    pub(in crate::report) x: usize,
    pub(in crate::report) y: usize,
    pub(in crate::report) height: usize,
    pub(in crate::report) class: &'static str,
    pub(in crate::report) state: &'static str,
    /// What lines call it: its name, or the first of its names with their number.
    pub(in crate::report) name: String,
    /// All that it stands for.
    pub(in crate::report) names: String,
    /// The name as far as it fits.
    pub(in crate::report) title: String,
    /// Each line with how far down it stands.
    pub(in crate::report) lines: Vec<(usize, String)>,
}

/// A line, and its row in the table below the picture.
#[derive(Debug)]
pub(in crate::report) struct Line {
    pub(in crate::report) path: String,
    pub(in crate::report) class: &'static str,
    pub(in crate::report) from: String,
    pub(in crate::report) says: &'static str,
    pub(in crate::report) to: String,
    pub(in crate::report) fails: bool,
    /// Where its mark stands.
    pub(in crate::report) middle: (usize, usize),
}

/// Draws a graph.
pub(super) fn picture(graph: &Graph, render: RenderContext<'_>) -> Picture {
    let columns: Vec<Column> = Column::ALL.into_iter().filter(|&column| is_shown(graph, column)).collect();
    let mut boxes: Vec<Option<Drawn>> = graph.nodes.iter().map(|_| None).collect();
    let mut height = 0;
    for (place, &column) in columns.iter().enumerate() {
        let mut y = MARGIN + HEAD;
        for (number, node) in graph.nodes.iter().enumerate().filter(|(_, node)| node.column == column) {
            let drawn = draw(node, left(place) + PAD, y, render.labels);
            y += drawn.height + PAD;
            boxes[number] = Some(drawn);
        }
        height = height.max(y);
    }
    let boxes: Vec<Drawn> = boxes.into_iter().flatten().collect();
    let frames = columns.iter().enumerate().map(|(place, &column)| Frame {
        x: left(place),
        name: name(column, render.labels),
        empty: !graph.nodes.iter().any(|node| node.column == column),
    });
    let mut legend: Vec<_> = graph.links.iter().map(|link| link.relation).collect();
    legend.sort_unstable();
    legend.dedup();
    Picture {
        width: left(columns.len()) - GAP + MARGIN,
        height: height.max(MARGIN + HEAD + LINE * 2) + MARGIN,
        column: COLUMN,
        inner: COLUMN - 2 * PAD,
        frames: frames.collect(),
        lines: graph.links.iter().map(|link| line(link, &boxes, &columns, render.labels)).collect(),
        legend: legend.into_iter().map(|relation| says(relation, render.labels)).collect(),
        boxes,
    }
}

/// Whether a column is drawn: the products are, even if nothing is known of them.
fn is_shown(graph: &Graph, column: Column) -> bool {
    column != Column::Beyond || graph.nodes.iter().any(|node| node.column == column)
}

fn left(place: usize) -> usize {
    MARGIN + place * (COLUMN + GAP)
}

const fn name(column: Column, labels: &Labels) -> &'static str {
    match column {
        Column::Exchange => labels.exchange,
        Column::Lync => labels.lync,
        Column::Beyond => labels.edge,
    }
}

const fn says(relation: Relation, labels: &Labels) -> (&'static str, &'static str) {
    match relation {
        Relation::Uses => ("uses", labels.uses),
        Relation::Trusts => ("trusts", labels.trusts),
        Relation::Tokens => ("tokens", labels.tokens),
        Relation::Voice => ("voice", labels.voice),
        Relation::Replicates => ("replicates", labels.replicates),
        Relation::Leads => ("leads", labels.leads),
    }
}

fn draw(node: &Node, x: usize, y: usize, labels: &Labels) -> Drawn {
    let (class, state) = match node.mark() {
        Mark::Fail => ("fail", labels.fails),
        Mark::Warn => ("warn", labels.warns),
        Mark::Unknown => ("open", labels.unknown),
        Mark::Fine => ("ok", labels.fine),
        Mark::Unjudged => ("none", labels.unjudged),
    };
    let texts = texts(node, labels);
    let height = TITLE + LINE * texts.len() + PAD / 2;
    let lines = texts.iter().enumerate().map(|(number, text)| (TITLE + LINE * number + PAD, cut(text, ROOM)));
    let name = title(node);
    let names = node.names.join(", ");
    Drawn { x, y, height, class, state, title: cut(&name, TITLE_ROOM), name, names, lines: lines.collect() }
}

/// The name of a box, or the first of its names with their number.
fn title(node: &Node) -> String {
    match node.names.as_slice() {
        [only] => only.clone(),
        [first, ..] => format!("{} × {}…", node.names.len(), short(first)),
        [] => String::new(),
    }
}

fn short(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

fn texts(node: &Node, labels: &Labels) -> Vec<String> {
    let mut texts = node.lines.clone();
    if !node.computers.is_empty() {
        let names: Vec<&str> = node.computers.iter().map(|name| short(name)).collect();
        texts.push(format!("{} ({}): {}", labels.computers, names.len(), names.join(", ")));
    }
    if let Some(badge) = node.badge {
        let many = node.names.len() > 1;
        let word = if many { labels.certificates_until } else { labels.certificate_until };
        texts.push(format!("{word} {}{}", day(badge.until), if badge.ended { " ✕" } else { "" }));
    }
    let counts = node.counts;
    let counted =
        [(labels.errors, counts.errors), (labels.warnings, counts.warnings), (labels.unknown, counts.unknown)];
    let counted: Vec<String> =
        counted.iter().filter(|(_, count)| *count > 0).map(|(word, count)| format!("{word} {count}")).collect();
    if !counted.is_empty() {
        texts.push(counted.join(", "));
    }
    texts
}

/// As much of a text as there is room for.
fn cut(text: &str, room: usize) -> String {
    let widths = text.chars().map(width);
    if widths.clone().sum::<usize>() <= room {
        return text.to_owned();
    }
    let mut left = room.saturating_sub(width('…'));
    let fits = |one: &char| {
        let fits = width(*one) <= left;
        left = left.saturating_sub(width(*one));
        fits
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

/// The width of a character in the widest of the usual fonts, in tenths of a unit.
const fn width(one: char) -> usize {
    match one {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '(' | ')' | ' ' | '-' | 'f' | 't' | 'r'
        | '/' => 54,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '&' => 132,
        'a'..='z' | '0'..='9' => 83,
        '\0'..='\u{10ff}' => 105,
        _ => 140,
    }
}

fn line(link: &Link, boxes: &[Drawn], columns: &[Column], labels: &Labels) -> Line {
    let ((from, from_x, from_y), (to, to_x, to_y)) =
        (end(link.from, boxes, columns, labels), end(link.to, boxes, columns, labels));
    // Lines of different meaning leave and reach a box at different heights.
    let shift = PAD + 6 * link.relation as usize;
    let (from_y, to_y) = (from_y + shift, to_y + shift);
    let rightwards = from_x < to_x;
    let (x1, x2) = if rightwards { (from_x + inner(link.from), to_x) } else { (from_x, to_x + inner(link.to)) };
    let (bend1, bend2) = if rightwards {
        (x1 + GAP / 2, x2.saturating_sub(GAP / 2))
    } else {
        (x1.saturating_sub(GAP / 2), x2 + GAP / 2)
    };
    let (class, says) = says(link.relation, labels);
    Line {
        path: format!("M{x1} {from_y}C{bend1} {from_y} {bend2} {to_y} {x2} {to_y}"),
        class,
        from,
        says,
        to,
        fails: link.mark == Mark::Fail,
        middle: (usize::midpoint(x1, x2), usize::midpoint(from_y, to_y)),
    }
}

/// The name of an end, and its left upper corner.
fn end(end: End, boxes: &[Drawn], columns: &[Column], labels: &Labels) -> (String, usize, usize) {
    match end {
        End::Node(number) => boxes.get(number).map_or_else(Default::default, |one| (one.name.clone(), one.x, one.y)),
        End::Column(column) => {
            let place = columns.iter().position(|&one| one == column).unwrap_or_default();
            (name(column, labels).to_owned(), left(place), MARGIN)
        }
    }
}

const fn inner(end: End) -> usize {
    match end {
        End::Node(_) => COLUMN - 2 * PAD,
        End::Column(_) => COLUMN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_to_what_fits() {
        assert_eq!(cut("ex01.contoso.com", ROOM), "ex01.contoso.com");
        assert_eq!(cut("ex01", 4 * 83), "ex01");
        assert_eq!(cut("ex01.contoso.com", 4 * 83 + 132), "ex01…");
        assert_eq!(cut("WWW", 300), "W…");
        assert_eq!(cut("字字字", 300), "字…");
    }
}
