//! `corrections.toml`: what people have read where the feeds are silent or wrong.

use super::Labs;
use crate::claims::{Claim, Says};
use llm_compare::catalog::{Architecture, Fact};
use llm_compare::units::{Date, PartialDate, Tokens};
use serde::Deserialize;

/// Id of the source of what people have read.
pub(crate) const BY_HAND: &str = "by-hand";

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CorrectionsFile {
    /// The day its pages were read.
    read: Date,
    facts: Vec<FactsLine>,
    prices: Vec<PriceLine>,
    left_out: Vec<LeftOutLine>,
    #[serde(default)]
    rows: Vec<RowLine>,
}

/// Models that are none, by slug.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LeftOutLine {
    models: Vec<String>,
    #[expect(dead_code, reason = "every line must have one; it is read by people")]
    reason: String,
}

/// What a page says of a model.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FactsLine {
    model: String,
    /// Whose the model is, where no feed that knows its lab has it: the line makes the model known.
    lab: Option<String>,
    pub(crate) released: Option<PartialDate>,
    pub(crate) context_tokens: Option<Tokens>,
    pub(crate) architecture: Option<Architecture>,
    pub(crate) parameters_total: Option<u64>,
    pub(crate) parameters_active: Option<u64>,
    url: String,
    #[expect(dead_code, reason = "every line must have one; it is read by people")]
    reason: String,
}

/// Rows about a route that are wrong.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PriceLine {
    provider: String,
    id: String,
    ignore: Vec<String>,
    #[expect(dead_code, reason = "it is read by people")]
    url: Option<String>,
    #[expect(dead_code, reason = "every line must have one; it is read by people")]
    reason: String,
}

/// Rows about models that are wrong.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RowLine {
    source: String,
    ids: Vec<String>,
    #[serde(default)]
    ignore: Vec<Part>,
    /// The day of release that the row should have.
    released: Option<PartialDate>,
    /// The only results that are wrong; all where there are none.
    #[serde(default)]
    benchmarks: Vec<String>,
    #[expect(dead_code, reason = "every line must have one; it is read by people")]
    reason: String,
}

/// What a row says of a model.
#[derive(Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Part {
    Facts,
    Results,
}

/// The page that a person has read, and when.
#[derive(Clone, Copy)]
pub(crate) struct Page<'a> {
    pub(crate) url: &'a str,
    pub(crate) read: Date,
}

impl CorrectionsFile {
    /// What people have read of a model.
    pub(crate) fn of_model(&self, slug: &str) -> Option<(&FactsLine, Page<'_>)> {
        let line = self.facts.iter().find(|line| line.model == slug)?;
        Some((line, Page { url: &line.url, read: self.read }))
    }

    /// The models that are known by their lines here: slug, lab and day of release.
    pub(crate) fn known(&self) -> impl Iterator<Item = (&str, &str, PartialDate)> {
        self.facts.iter().filter_map(|line| Some((line.model.as_str(), line.lab.as_deref()?, line.released?)))
    }

    /// The first line that would make a model known and does not, because it names no day or a lab that is none of `labs`:
    /// its slug and what is wrong.
    pub(crate) fn unknown(&self, labs: &Labs) -> Option<(&str, &'static str)> {
        self.facts.iter().find_map(|line| {
            let lab = line.lab.as_deref()?;
            let wrong = match (labs.name(lab), line.released) {
                (None, _) => "names a lab that is not in labs.toml",
                (_, None) => "names a lab and no day of release",
                _ => return None,
            };
            Some((line.model.as_str(), wrong))
        })
    }

    /// Whether somebody has decided that there is no such model.
    pub(crate) fn leaves_out(&self, slug: &str) -> bool {
        self.left_out.iter().any(|line| line.models.iter().any(|model| model == slug))
    }

    /// Takes out of a row what is known to be wrong in it. The day of release stays: it tells which model is meant.
    pub(crate) fn amend(&self, claim: &mut Claim) {
        let about = |line: &&RowLine| line.source == claim.origin.source && line.ids.contains(&claim.id);
        for line in self.rows.iter().filter(about) {
            claim.says.released = line.released.or(claim.says.released);
            if line.ignore.contains(&Part::Facts) {
                let Says { released, results, .. } = std::mem::take(&mut claim.says);
                claim.says = Says { released, results, ..Says::default() };
            }
            if line.ignore.contains(&Part::Results) {
                let wrong = |name: &String| line.benchmarks.is_empty() || line.benchmarks.contains(name);
                claim.says.results.retain(|result| !wrong(&result.benchmark));
            }
        }
    }

    /// Whether the row of `source` about a route is known to be wrong.
    pub(crate) fn ignores(&self, source: &str, provider: &str, id: &str) -> bool {
        let about =
            |line: &&PriceLine| line.provider == provider && (line.id == "*" || line.id.eq_ignore_ascii_case(id));
        self.prices.iter().filter(about).any(|line| line.ignore.iter().any(|ignored| ignored == source))
    }
}

impl Page<'_> {
    /// What the page says, with what the feeds said before it as agreement or dispute.
    pub(crate) fn states<T: PartialEq>(self, value: T, feeds: Option<Fact<T>>) -> Fact<T> {
        let mut fact = Fact { url: Some(self.url.to_owned()), ..Fact::new(value, BY_HAND, self.read) };
        let Some(feeds) = feeds else { return fact };
        if feeds.value == fact.value {
            fact.agree.push(feeds.source);
            fact.agree.extend(feeds.agree);
            fact.disputed = feeds.disputed;
        } else if let Some(value) = feeds.value {
            fact.disputed.push(llm_compare::catalog::Claim { value, source: feeds.source });
        }
        fact
    }
}
