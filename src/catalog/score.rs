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
        /// Where it is published.
        pub url: String,
        /// Id of the source.
        pub source: String,
        /// The day the source was read.
        pub as_of: Date,
    }
}
