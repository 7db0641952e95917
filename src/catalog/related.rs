//! Which other models somebody who looks at a model should know of.

use super::declare::{record, words};
use super::fact::is_false;

record! {
    /// Other models that matter to who considers this one. It follows from their files.
    pub struct Related {
        /// What it follows in its family.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub predecessor: Option<Kin>,
        /// What follows it: what a provider that ends it recommends instead, else the next of its family.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub successor: Option<Kin>,
        /// Models that cost less and are not behind in any comparable benchmark, the best first.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub better_value: Vec<Alternative>,
        /// Models of other labs that are most like it, the nearest first.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub rivals: Vec<Rival>,
    }
}

impl Related {
    /// The most models of better value that are named.
    pub const MOST_ALTERNATIVES: usize = 3;

    /// The most rivals that are named.
    pub const MOST_RIVALS: usize = 4;

    /// The fewest benchmarks that two models must share for one to be of better value.
    pub const FEWEST_BENCHMARKS: u32 = 3;

    /// Whether it names nobody.
    pub const fn is_empty(&self) -> bool {
        self.predecessor.is_none() && self.successor.is_none() && self.better_value.is_empty() && self.rivals.is_empty()
    }
}

record! {
    /// The model before or after another one.
    pub struct Kin {
        /// Slug.
        pub id: String,
        /// Name, for reading.
        pub name: String,
        /// How that is known.
        pub basis: Basis,
        /// Id of the provider that recommends the later one instead of the earlier one; only where it is announced.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub channel: Option<String>,
    }
}

words! {
    /// How it is known that one model follows another.
    pub enum Basis {
        /// They have one name but for its version, and nothing between them.
        Family = "family",
        /// A provider recommends the later one instead.
        Announced = "announced",
    }
}

record! {
    /// A model that costs less and is at least equal, but for what chance may explain, in every benchmark that both have in a
    /// series of somebody else's.
    pub struct Alternative {
        /// Slug.
        pub id: String,
        /// Name, for reading.
        pub name: String,
        /// What the standard workload costs on its cheapest route, in percent of the same for this model; rounded up.
        pub cost_percent: u32,
        /// How many benchmarks, each in one series, they share.
        pub benchmarks: u32,
        /// In how many of them it is better beyond a tie.
        pub ahead: u32,
    }
}

record! {
    /// A model of another lab that somebody may choose instead.
    pub struct Rival {
        /// Slug.
        pub id: String,
        /// Name, for reading.
        pub name: String,
        /// What the standard workload costs on its cheapest route, in percent of the same for this model; rounded up.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub cost_percent: Option<u32>,
        /// Days between the two releases.
        pub days_apart: u32,
        /// It is the one that was released later.
        #[serde(skip_serializing_if = "is_false")]
        pub newer: bool,
        /// How many benchmarks, each in one series of somebody else's, they share.
        pub shared_benchmarks: u32,
    }
}
