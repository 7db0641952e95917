//! Benchmark results.

use super::declare::record;
use crate::units::{Date, PartialDate, Points};

record! {
    /// One benchmark result.
    pub struct Score {
        /// The benchmark, a key of `benchmarks.json`.
        pub benchmark: String,
        /// The series it was run in, another key of `benchmarks.json`.
        pub series: String,
        /// The value on the benchmark's own scale.
        pub value: Points,
        /// Standard error, on the same scale.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub stderr: Option<Points>,
        /// Effort or mode that was run.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub variant: Option<String>,
        /// The program that ran it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub harness: Option<String>,
        /// Day of the run or of its publication.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub date: Option<PartialDate>,
        /// What the whole run cost, in US dollars.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub cost_usd: Option<Points>,
        /// How long one task took on average, in seconds.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub time_seconds: Option<Points>,
        /// Where it is published, where that is not the page of the series.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub url: Option<String>,
        /// Id of the source.
        pub source: String,
        /// The day the source was read.
        pub as_of: Date,
        /// Other sources that pass on the same result.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub agree: Vec<String>,
    }
}
