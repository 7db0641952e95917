//! What a build changed: for those who review it, in Markdown, and for those who follow the site, in JSON and Atom.

mod atom;
mod compare;
mod keep;
mod markdown;
mod report;
mod words;

pub(crate) use atom::atom;
pub(crate) use keep::{keep, updates};
pub(crate) use markdown::markdown;
pub(crate) use report::Report;
