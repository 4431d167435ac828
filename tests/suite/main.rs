//! Tests of the library through its interface, in one program: linking a program for each took most of their time. Each
//! file is a subject of its own; `support` holds what several share.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod abi;
mod catalogue;
mod contradictions;
mod declarations;
mod edits;
mod estate;
mod facts;
mod field;
mod file_problems;
#[cfg(unix)]
mod fuzzing;
mod hybrid_plan;
mod meaning;
mod prerequisites;
mod prop_edit;
mod prop_value;
mod refusals;
mod remedies;
mod report;
mod restore;
#[cfg(feature = "schema")]
mod schema;
mod script;
mod seed_lines;
mod store_concurrency;
mod store_faults;
mod store_kill;
#[cfg(windows)]
mod store_windows;
mod support;
mod writing;
