//! The problems of a document as a response lists them: those of its outline, of its sections, of the file that a section
//! names, and of what Outlook on the web finds in it.

use super::ProblemBody;
use super::external::External;
use super::other_side::With;
use super::owa;
use crate::config::lines::{LineEnds, LineIndex};
use crate::config::outline::Section;
use crate::config::problem::{Code, Problem};
use crate::config::settings::repeated;
use crate::config::{Document, Span, second_section};
use crate::l10n::Culture;

/// Every problem, in the order of the document; what is about another file, or the whole, comes last.
pub(super) fn list(document: &Document<'_>, with: With<'_>) -> Vec<ProblemBody> {
    let With { external, culture, .. } = with;
    let text = document.text().as_str();
    let mut problems: Vec<Problem> = document.outline().problems.clone();
    problems.extend(document.outline().sections.iter().flat_map(|section| of_section(text, section)));
    let whole_file: Vec<&Section> = document.outline().sections_at("").collect();
    if let Some(second) = second_section(&whole_file, "") {
        problems.push(problem(Code::SectionDuplicated, second.element.tag, "appSettings"));
    }
    if let External::Problem(code, name) = external {
        let section = whole_file.first().map_or(Span::default(), |section| section.element.tag);
        problems.push(problem(*code, section, name));
    }
    problems.sort_by_key(|problem| (problem.span.start(), problem.code));
    let lines = LineIndex::new(text);
    let mut list: Vec<ProblemBody> = problems.iter().map(|problem| body(problem, &lines, culture)).collect();
    list.extend(owa::problems(document, &lines, with));
    list.sort_by_key(|problem| (problem.path.is_some(), problem.line.unwrap_or(u64::MAX), problem.column));
    if LineEnds::count(text).is_mixed() {
        list.push(ProblemBody { line: None, column: None, ..body(&mixed(), &lines, culture) });
    }
    list
}

fn of_section(text: &str, section: &Section) -> Vec<Problem> {
    let tag = section.element.tag;
    let encrypted = section.protection.iter().map(|name| problem(Code::SectionEncrypted, tag, name));
    let elsewhere = section.config_source.iter().map(|name| problem(Code::SectionExternal, tag, name));
    let repeated = repeated(text, section)
        .into_iter()
        .map(|entry| problem(Code::DuplicateKey, entry.element, &entry.key_text(text)));
    encrypted.chain(elsewhere).chain(repeated).collect()
}

fn problem(code: Code, span: Span, name: &str) -> Problem {
    Problem { code, span, name: name.to_owned() }
}

fn mixed() -> Problem {
    problem(Code::MixedLineEnds, Span::default(), "")
}

fn body(problem: &Problem, lines: &LineIndex<'_>, culture: Culture) -> ProblemBody {
    let (line, column) = lines.place(problem.span.start());
    let hint = problem.code.hint().of(culture);
    ProblemBody {
        code: problem.code.name(),
        severity: problem.code.severity(),
        message: problem.code.message().format(culture, &[("name", problem.name.clone())]),
        line: Some(line),
        column: Some(column),
        path: None,
        hint: (!hint.is_empty()).then(|| hint.to_owned()),
        key: None,
    }
}
