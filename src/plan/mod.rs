//! From findings to an ordered plan, and from a plan to text. No I/O: applying a plan is for the PowerShell module.
//!
//! | file | holds |
//! |---|---|
//! | `document` | what a plan is in JSON |
//! | `order` | which step comes after which, and what is done in one session |
//! | `decision` | which pool and certificate it works with, and why |
//! | `make` | findings and rules in, a plan out |
//! | `verify` | what a plan that comes back from a file must keep to |
//! | `quote` | the only place where values become PowerShell text |
//! | `line` | a command as people read it |
//! | `script` | a plan as scripts |

mod decision;
mod document;
mod line;
mod make;
mod order;
mod quote;
mod script;
mod verify;

pub use document::{Decision, DecisionOrigin, ImSetting, Plan, PlannedStep, Reason, SCHEMA, Stage, UnresolvedFinding};
pub use line::lines;
pub use make::make;
pub use script::{Script, render};
pub use verify::verify;
