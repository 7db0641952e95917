//! Workloads that somebody has measured and published.

use super::{Period, Workload};
use crate::units::{Share, Tokens};

/// A workload from a published trace.
#[derive(Debug)]
pub struct Preset {
    /// Its key in the form.
    pub key: &'static str,
    /// What it is.
    pub name: &'static str,
    /// Where it was published, how much was measured, and what it does not cover. Only on the page of the method.
    pub about: &'static str,
    /// Where to read it; empty where nobody measured it. Only on the page of the method.
    pub url: &'static str,
    /// Mean prompt, in tokens.
    pub input: u64,
    /// Mean answer, in tokens.
    pub output: u64,
    /// Share of the prompt tokens that were read from a cache, in millionths.
    pub cached: u32,
    /// How often a token was read for each time that it was written.
    pub reads_per_write: u64,
}

impl Preset {
    /// The workload with what was measured; how many requests there are stays as it is.
    #[must_use]
    pub fn applied(&self, workload: &Workload) -> Workload {
        let per = if workload.per == Period::Tokens { Period::Month } else { workload.per };
        Workload {
            requests: workload.requests,
            per,
            input: Tokens(self.input),
            output: Tokens(self.output),
            cached: Share::from_millionths(self.cached).unwrap_or_default(),
            reads_per_write: self.reads_per_write,
            batch: workload.batch,
            growth: workload.growth,
            routes: workload.routes,
            min_context: workload.min_context,
            charted: workload.charted,
            ..Workload::default()
        }
    }

    /// Whether a workload is this one.
    pub fn is(&self, workload: &Workload) -> bool {
        self.applied(workload) == *workload
    }
}

const AZURE: &str = explained!("https://github.com/Azure/AzurePublicDataset");
const MOONCAKE: &str = explained!("https://github.com/kvcache-ai/Mooncake/tree/main/FAST25-release");

/// All presets. Means are the tokens of the trace divided by its requests, rounded.
pub const PRESETS: [Preset; 6] = [
    Preset {
        key: "default",
        name: "Default: 800 in, 250 out",
        about: explained!("A round workload of 1,000,000 requests, measured by nobody."),
        url: "",
        input: 800,
        output: 250,
        cached: 0,
        reads_per_write: 10,
    },
    Preset {
        key: "azure-code",
        name: "Code completion (Azure 2023)",
        about: explained!(
            "Azure LLM inference trace 2023, code: 8,819 requests, 18,059,974 input and 245,896 output tokens. One service on one day; nothing is known of caches or of models of today."
        ),
        url: AZURE,
        // 18,059,974 ÷ 8,819 = 2,047.8; 245,896 ÷ 8,819 = 27.9
        input: 2_048,
        output: 28,
        cached: 0,
        reads_per_write: 10,
    },
    Preset {
        key: "azure-chat",
        name: "Conversation (Azure 2023)",
        about: explained!(
            "Azure LLM inference trace 2023, conversation: 19,366 requests, 22,361,870 input and 4,088,665 output tokens. One service on one day; nothing is known of caches or of models of today."
        ),
        url: AZURE,
        // 22,361,870 ÷ 19,366 = 1,154.7; 4,088,665 ÷ 19,366 = 211.1
        input: 1_155,
        output: 211,
        cached: 0,
        reads_per_write: 10,
    },
    Preset {
        key: "mooncake-chat",
        name: "Long conversation (Mooncake, FAST'25)",
        about: explained!(
            "Mooncake trace of FAST'25, conversation: 12,031 requests, on average 12,035 tokens in and 343 out. One chat service; the cached share depends on the provider and is left at none."
        ),
        url: MOONCAKE,
        input: 12_035,
        output: 343,
        cached: 0,
        reads_per_write: 10,
    },
    Preset {
        key: "mooncake-tools",
        name: "Tools and agents (Mooncake, FAST'25)",
        about: explained!(
            "Mooncake trace of FAST'25, tool and agent: 23,608 requests, on average 8,596 tokens in and 182 out. One service; the cached share depends on the provider and is left at none."
        ),
        url: MOONCAKE,
        input: 8_596,
        output: 182,
        cached: 0,
        reads_per_write: 10,
    },
    Preset {
        key: "tracelab",
        name: "Coding agents (TraceLab)",
        about: explained!(
            "TraceLab, 43 developers' coding agents: 357,161 steps with 2.34B appended, 52.56B cached and 186.9M output tokens. What is appended is billed as written to the cache; reasoning and failed steps are not told apart."
        ),
        url: explained!("https://github.com/uw-syfi/TraceLab"),
        // (2.34B + 52.56B) ÷ 357,161 = 153,712; 186.9M ÷ 357,161 = 523.3; 52.56 ÷ 54.90 = 95.7 %; 52.56 ÷ 2.34 = 22.5
        input: 153_712,
        output: 523,
        cached: 956_522,
        reads_per_write: 22,
    },
];
