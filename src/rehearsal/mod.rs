//! A plan rehearsed on the facts of an estate, for tests: what its steps change in the products is written into the facts,
//! and what the rules say of the facts before and afterwards is compared. The simulated products of the PowerShell tests
//! are the yardstick (`simulation`); here thousands of estates are gone through in their stead.
//!
//! | file | holds |
//! |---|---|
//! | `estate` | the documents of facts as JSON, and the clock |
//! | `nouns` | which facts a cmdlet is about, by its noun |
//! | `state` | reading the state that a step is about, and comparing states |
//! | `command` | what a command changes; `exchange`, `voice`, `lync`, `trusted` and `machine` what is not only a property |
//! | `authentication` | whether the servers accept each other's tokens |
//! | `run` | applying a plan and undoing it |
//! | `good`, `twins` | estates in which everything is as it should be |
//! | `change`, `breaks` | random changes of facts |
//! | `judge` | what a plan has to keep to in any estate |
//! | `generated` | good estates and generated ones |
//! | `gone` | estates from which an update took instant messaging |
//! | `simulation` | the facts that simulated products gave |
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

mod authentication;
mod breaks;
mod change;
mod command;
mod estate;
mod exchange;
mod generated;
mod gone;
mod good;
mod judge;
mod lync;
mod machine;
mod nouns;
mod random;
mod run;
mod simulation;
mod state;
mod trusted;
mod twins;
mod voice;
