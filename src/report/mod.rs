//! Findings, a plan and a picture of the estate as one page of HTML that needs nothing else: for people who decide, on a
//! screen and on paper. Checks nothing, and writes no value but through `escape`.
//!
//! | file | holds |
//! |---|---|
//! | `escape` | the only way of a value into the page |
//! | `labels` | every word that is no fact, in both languages |
//! | `verdict` | what the findings of one scenario come to |
//! | `findings` | findings by scenario, by weight, by rule |
//! | `questions` | facts that are missing, each with the command that would collect it |
//! | `steps` | the plan |
//! | `collected` | the documents, and how times are shown |
//! | `picture` | the estate as boxes and lines |
//! | `page` | all of it together |
//! | `templates` | the page and its style |

mod collected;
mod escape;
mod findings;
mod labels;
mod page;
mod picture;
mod questions;
mod steps;
mod verdict;

pub(crate) use escape::Visible;
pub use page::{Input, render};
