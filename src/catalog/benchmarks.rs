//! Which benchmarks there are, and who runs them: `benchmarks.json`.

use super::declare::{record, words};
use crate::units::Points;

record! {
    /// The content of `benchmarks.json`.
    pub struct Benchmarks {
        /// Version of the file's shape; see [`super::SCHEMA`].
        pub schema: u32,
        /// In the order of the page: by domain and name.
        pub benchmarks: Vec<Benchmark>,
        /// In the order of their ids.
        pub series: Vec<Series>,
    }
}

record! {
    /// One benchmark in one version. Every score of it lies between `min` and `max`.
    pub struct Benchmark {
        /// Slug, with its version.
        pub id: String,
        /// Name, for reading, with its version.
        pub name: String,
        /// What it measures.
        pub domain: Domain,
        /// What its values count.
        pub unit: Unit,
        /// The least value that is possible.
        pub min: Points,
        /// The greatest value that is possible.
        pub max: Points,
        /// Which direction is better.
        pub better: BetterScore,
        /// What it is, in its makers' words.
        pub url: String,
    }
}

record! {
    /// One publisher's runs of many models with one harness. Scores compare only within a series.
    pub struct Series {
        /// Slug.
        pub id: String,
        /// Who ran it and, where it varies, with which harness.
        pub name: String,
        /// Who that is to the benchmark and to the model.
        pub origin: ScoreOrigin,
        /// Where the results stand that have no page of their own.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub url: Option<String>,
    }
}

words! {
    /// What a benchmark measures.
    pub enum Domain {
        /// Questions of science.
        Science = "science",
        /// Mathematics.
        Mathematics = "mathematics",
        /// Writing and changing code.
        Coding = "coding",
        /// Work in many steps with tools.
        Agents = "agents",
        /// Whether what it says is true.
        Factuality = "factuality",
        /// Reasoning of other kinds.
        Reasoning = "reasoning",
        /// Reading pictures.
        Vision = "vision",
        /// Finding its way in long texts.
        LongContext = "long_context",
        /// Security work.
        Security = "security",
        /// General knowledge.
        Knowledge = "knowledge",
        /// Doing exactly what is asked.
        Instructions = "instructions",
        /// Languages other than English.
        Languages = "languages",
    }
}

words! {
    /// What the values of a benchmark count.
    pub enum Unit {
        /// Percent of all tasks.
        Percent = "percent",
        /// Points of the benchmark's own.
        Points = "points",
        /// Minutes.
        Minutes = "minutes",
    }
}

words! {
    /// Which direction of a benchmark is better.
    pub enum BetterScore {
        /// More is better.
        Higher = "higher",
        /// Less is better.
        Lower = "lower",
    }
}

words! {
    /// Who ran a benchmark.
    pub enum ScoreOrigin {
        /// A third party.
        Independent = "independent",
        /// Whoever made the benchmark.
        Owner = "owner",
        /// The lab whose model it is.
        SelfReported = "self_reported",
    }
}
