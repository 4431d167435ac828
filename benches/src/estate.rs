//! How long judging an estate and making its report take: documents of facts in, findings or a page out, as
//! `uc_estate_check` and `uc_report_render` do it. There is no peer that does the same, so the figures are times, and the
//! goals are times.

use crate::Result;
use crate::contest::{Entrant, hold, timed, tries};
use crate::facts::{About, POOLS, request};
use crate::goals::Goals;
use crate::memory;
use std::fmt::Write as _;
use std::path::Path;
use uc_integration::api::{
    self,
    estate::{CheckRequest, ReportRequest},
};
use uc_integration::status::Status;

/// What is asked, servers and users; the goals of instant messaging are set for the second and third, that of all
/// scenarios for the last.
const ESTATES: [(About, usize, usize); 4] = [
    (About::OwaIm, 100, 1_000),
    (About::OwaIm, 100, 10_000),
    (About::OwaIm, 100, 100_000),
    (About::Everything, 200, 100_000),
];

/// Rounds of each size.
const ROUNDS: usize = 5;

/// Measures each estate, and answers the rows of the table.
pub(crate) fn measure(folder: &Path, goals: &mut Goals) -> String {
    let requests = ESTATES.map(|(about, servers, users)| request(about, servers, users));
    let mut entrants: Vec<Entrant<'_>> = ESTATES
        .iter()
        .zip(&requests)
        .map(|(&(about, servers, users), request)| {
            let name = format!("{}, {servers} servers, {users} users", about.name());
            Entrant::new(&name, move || tries(1, || timed(|| check(request))))
        })
        .collect();
    hold(&mut entrants, ROUNDS);
    let mut out = format!("| uc_estate_check, {POOLS} pools | time | request |\n|---|---:|---:|\n");
    for (entrant, request) in entrants.iter().zip(&requests) {
        let time = entrant.median().map_or_else(|error| error, |time| format!("{time:.1} ms"));
        let _ = writeln!(out, "| {} | {time} | {} kB |", entrant.name, request.len() / 1000);
    }
    let times = [1, 2, 3].map(|at: usize| entrants.get(at).and_then(|entrant| entrant.median().ok()));
    goals.estate(times[0], times[1]);
    goals.whole_estate(times[2], memory::estate(&requests[3], folder).ok());
    out
}

/// One check of a request in a file.
pub(crate) fn check_once(file: &str) -> Result<()> {
    let request = std::fs::read(file).map_err(|error| error.to_string())?;
    check(&request).map(drop)
}

/// The servers of an estate that gives 5,000 findings and more.
const REPORTED: usize = 200;

/// Measures the report of such an estate, and answers its row.
pub(crate) fn report(goals: &mut Goals) -> String {
    let request = request(About::Everything, REPORTED, 1_000);
    let mut entrants = vec![Entrant::new("report", || tries(1, || timed(|| answer::<ReportRequest>(&request))))];
    hold(&mut entrants, ROUNDS);
    let time = entrants[0].median().ok();
    let size = answer::<ReportRequest>(&request).ok();
    goals.report(time, size);
    let shown = time.zip(size).map_or_else(String::new, |(time, size)| format!("{time:.1} ms, {} kB", size / 1000));
    format!("uc_report_render, {REPORTED} servers, {POOLS} pools, 1000 users: {shown}\n")
}

fn check(request: &[u8]) -> Result<usize> {
    answer::<CheckRequest>(request)
}

fn answer<Q: api::Request>(request: &[u8]) -> Result<usize> {
    let (status, response) = api::call::<Q>(request);
    if status == Status::Ok { Ok(response.len()) } else { Err(String::from_utf8_lossy(&response).into_owned()) }
}
