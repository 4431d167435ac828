//! What a rule, a finding and a fix are, and how rules are run. Knows no product and no rule.
//!
//! | file | holds |
//! |---|---|
//! | `vocabulary`, `intent` | the words that rules are described with; what the administrator asks for |
//! | `sources` | the documents that are cited, with their addresses |
//! | `metadata` | what a rule says of itself |
//! | `target`, `finding`, `findings` | what a check reports, and of what |
//! | `fixes`, `resolved` | the steps that fix it, and what goes with the findings of other rules |
//! | `context` | what a rule may look at |
//! | `rule`, `engine` | a rule, and how all of them are run |
//! | `support_matrix` | which versions go together for which feature |

pub(crate) mod context;
pub(crate) mod engine;
pub(crate) mod finding;
pub(crate) mod findings;
pub(crate) mod fixes;
pub(crate) mod intent;
pub(crate) mod metadata;
pub(crate) mod resolved;
pub(crate) mod rule;
pub(crate) mod sources;
pub(crate) mod support_matrix;
pub(crate) mod target;
pub(crate) mod vocabulary;
