//! What a rule, a finding and a fix are, and how all rules are run. Knows no product and no rule.

pub(crate) mod context;
pub(crate) mod engine;
pub(crate) mod finding;
pub(crate) mod resolved;
pub(crate) mod rule;
pub(crate) mod support_matrix;
