//! How long checking an estate and making its report take: documents of facts in, findings or a page out, as
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

/// The servers and users of an estate that gives so many findings that its report is measured, and how many those are.
const REPORTED: (usize, usize) = (200, 1_000);
const FINDINGS: usize = 5_000;

/// Measures the report of such an estate, and answers its row.
pub(crate) fn report(goals: &mut Goals) -> String {
    let (servers, users) = REPORTED;
    report_of(servers, users, goals)
}

/// Of fewer findings there is no time: it would say nothing about the goal.
fn report_of(servers: usize, users: usize, goals: &mut Goals) -> String {
    let request = request(About::Everything, servers, users);
    let title = format!("uc_report_render, {servers} servers, {POOLS} pools, {users} users");
    let findings = match findings(&request) {
        Ok(findings) if findings >= FINDINGS => findings,
        found => {
            goals.report(None, None);
            let found = found.map_or_else(|error| error, |findings| format!("only {findings} findings"));
            return format!("{title}: not measured, {found}\n");
        }
    };
    let mut entrants = vec![Entrant::new("report", || tries(1, || timed(|| answer::<ReportRequest>(&request))))];
    hold(&mut entrants, ROUNDS);
    let time = entrants[0].median().ok();
    let size = answer::<ReportRequest>(&request).ok();
    goals.report(time, size);
    let shown = time.zip(size).map_or_else(String::new, |(time, size)| format!("{time:.1} ms, {} kB", size / 1000));
    format!("{title}, {findings} findings: {shown}\n")
}

/// How many findings an estate gives, each of which is on the page of its report.
fn findings(request: &[u8]) -> Result<usize> {
    let (status, response) = api::dispatch::<CheckRequest>(request);
    if status != Status::Ok {
        return Err(String::from_utf8_lossy(&response).into_owned());
    }
    let response: serde_json::Value = serde_json::from_slice(&response).map_err(|error| error.to_string())?;
    Ok(response["findings"].as_array().map_or(0, Vec::len))
}

fn check(request: &[u8]) -> Result<usize> {
    answer::<CheckRequest>(request)
}

fn answer<Q: api::Request>(request: &[u8]) -> Result<usize> {
    let (status, response) = api::dispatch::<Q>(request);
    if status == Status::Ok { Ok(response.len()) } else { Err(String::from_utf8_lossy(&response).into_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the rules say of the estate in which all scenarios are measured: `rule status` of each finding.
    fn judged(servers: usize, users: usize) -> Vec<String> {
        let (status, response) = api::dispatch::<CheckRequest>(&request(About::Everything, servers, users));
        let response = String::from_utf8(response).unwrap_or_default();
        assert_eq!(status, Status::Ok, "{response}");
        let response: serde_json::Value = serde_json::from_str(&response).unwrap_or_default();
        let all = response["findings"].as_array().into_iter().flatten();
        let word = |one: &serde_json::Value, name: &str| one[name].as_str().unwrap_or_default().to_owned();
        all.map(|one| word(one, "rule") + " " + &word(one, "status")).collect()
    }

    #[test]
    fn the_estate_of_the_report_gives_findings_enough() {
        assert!(judged(REPORTED.0, REPORTED.1).len() >= FINDINGS);
    }

    #[test]
    fn a_report_of_few_findings_has_no_time() {
        let mut goals = Goals::default();
        let row = report_of(1, 1, &mut goals);
        assert!(row.contains("not measured, only ") && !row.contains(" ms"), "{row}");
        assert!(goals.to_string().contains("unknown: a report of 5,000 findings is made"), "{goals}");
    }

    #[test]
    fn the_rules_of_all_scenarios_have_their_facts() {
        let judged = judged(2, 20);
        for rule in [
            "UM-VOICE-POLICY",
            "UM-OCSUMUTIL",
            "UM-EUU-AD-PERMS",
            "UM-AA",
            "HYB-EXTACCESS",
            "HYB-FEDERATED-USERS",
            "HYB-HOSTEDVM",
            "HYB-PROVIDER-PROXY",
            "EX-AUTH-CERT",
            "AUTOD-SCP-URI",
            "AUTOD-OAUTH-URL",
            "OAUTH-CERT-PRESENT",
            "OAUTH-SERVICENAME",
            "PARTNER-EX-IN-LYNC",
            "PARTNER-LYNC-IN-EX",
        ] {
            let of_rule: Vec<_> = judged.iter().filter(|one| one.starts_with(&format!("{rule} "))).collect();
            let is_judged = |one: &&String| one.ends_with(" Pass") || one.ends_with(" Fail");
            assert!(of_rule.iter().any(is_judged), "{rule}: {of_rule:?}");
        }
    }
}
