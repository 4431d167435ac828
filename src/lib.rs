//! The native half of the UcIntegration PowerShell module: validation of values, lossless editing of .NET
//! configuration files, and the checking and planning of an integration, behind a C ABI. This file lists the layers,
//! from the lowest to the highest, and does nothing else; `docs/architecture.md` says which layer may use which.
#![deny(unsafe_code)]

pub mod characters;
pub mod l10n;
pub mod status;

pub mod error;

pub mod value;

pub mod config;

pub mod store;

pub mod facts;

pub mod certificate;

pub mod step;

pub mod rules;

pub mod plan;

#[cfg(test)]
mod rehearsal;

pub mod report;

pub mod api;

pub mod ffi;
