//! How a model stands among those of its time.

use super::declare::{record, words};

record! {
    /// How a model stands among the models that were released at most [`Cohort::DAYS`] days before or after it. It follows
    /// from the facts, prices and scores of their files.
    pub struct Cohort {
        /// How many models that are, itself included.
        pub models: u32,
        /// Where it stands in each thing that can be said of enough of them, in the order of [`Measure`].
        pub standing: Vec<Standing>,
    }
}

impl Cohort {
    /// How many days may lie between the releases of two models of one time.
    pub const DAYS: u32 = 183;

    /// Of fewer models than this, itself included, no standing is told.
    pub const FEWEST: u32 = 8;
}

record! {
    /// Where a model stands in one thing.
    pub struct Standing {
        /// In what.
        pub measure: Measure,
        /// How many percent of the other models it is better than, 0 to 100; equal ones count half; rounded down.
        pub percentile: u32,
        /// Of how many models it is known, itself included; of several benchmarks the smallest such number.
        pub among: u32,
        /// For a domain of benchmarks, the number of them (each in one series) of whose percentiles this is the median; of
        /// an even number, the lower of the two in the middle.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub benchmarks: Option<u32>,
    }
}

words! {
    /// What models are ranked by. The last twelve are the words of [`super::Domain`], in its order.
    pub enum Measure {
        /// Context window; more is better.
        ContextTokens = "context_tokens",
        /// Longest answer; more is better.
        MaxOutputTokens = "max_output_tokens",
        /// The lowest price of generated tokens at a lab, cloud, host or router on the day of the newest source; less is
        /// better.
        OutputPrice = "output_price",
        /// Independent hosts, where there is one; more is better.
        Hosts = "hosts",
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
