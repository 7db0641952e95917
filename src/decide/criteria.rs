//! The criteria: one registry for the scorecard, the verdict, the weights and the page that explains them.

use super::field::{Contender, Field};
use super::measures as read;
use crate::compare::{Better, TieBand};
use crate::table::Cell;

/// Something on which sides are compared, with its unit, its tie band, and what must be known of it.
#[derive(Debug)]
pub struct Criterion {
    /// How a link calls it.
    pub key: &'static str,
    /// Name, for reading.
    pub name: &'static str,
    /// What its values count.
    pub unit: &'static str,
    /// What must be known before anything is said; otherwise the outcome is unknown.
    pub evidence: &'static str,
    /// Which direction is better.
    pub better: Better,
    /// How far apart values may be and still be equal for a decision.
    pub band: TieBand,
    /// How much it weighs in the verdict.
    pub weight: u8,
    /// When the better side should be chosen for it: what follows "Choose A when".
    pub when: &'static str,
    /// What the better side of a pair has over the other. `#` is how far apart they are, `@` the other's letter.
    pub lead: &'static str,
    /// How a sentence says the value; `#` is what the cell shows.
    pub says: &'static str,
    /// What a reader may ask; the answer names the better side.
    pub ask: &'static str,
    pub(super) read: fn(&Field, &Contender) -> Seen,
}

/// What a criterion sees of one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The value in the criterion's unit; `None` is unknown.
    pub value: Option<u128>,
    /// The same, ready to show.
    pub cell: Cell,
}

/// Enough benchmarks that a side can be better at them.
pub const ENOUGH_BENCHMARKS: usize = 3;
/// Enough capabilities, known on every side, that a side can be better at them.
pub const ENOUGH_CAPABILITIES: usize = 5;
/// The most that a criterion can weigh.
pub const MAX_WEIGHT: u8 = 10;
/// How many criteria there are.
pub const COUNT: usize = 10;

/// All criteria, in the order of the scorecard.
pub static CRITERIA: [Criterion; COUNT] = [
    Criterion {
        key: "context",
        name: "Context window",
        unit: "Tokens, prompt and answer together",
        evidence: explained!("A stated limit"),
        better: Better::Larger,
        band: TieBand::Percent(10),
        weight: 1,
        when: "prompts are long",
        lead: "allows # as many",
        says: "#",
        ask: "Which has the larger context window?",
        read: read::context,
    },
    Criterion {
        key: "answer",
        name: "Max output",
        unit: "Tokens of the longest answer",
        evidence: explained!("A stated limit"),
        better: Better::Larger,
        band: TieBand::Percent(10),
        weight: 1,
        when: "answers are long",
        lead: "allows # as many",
        says: "#",
        ask: "Which can give the longer answer?",
        read: read::max_output,
    },
    Criterion {
        key: "price",
        name: "Cheapest output price",
        unit: "$ per million tokens, resellers and plans left out",
        evidence: explained!("A live route whose price is not disputed"),
        better: Better::Smaller,
        band: TieBand::COST,
        weight: 1,
        when: "most of your tokens are output",
        lead: "is cheaper; @ costs # as much",
        says: "# per million output tokens",
        ask: "Which has the lower list price for output?",
        read: read::output_price,
    },
    Criterion {
        key: "cost",
        name: "Monthly cost",
        unit: "$ for your workload, on the chosen or the cheapest route",
        evidence: explained!("A complete price on a route that can serve the workload"),
        better: Better::Smaller,
        band: TieBand::COST,
        weight: 3,
        when: "your traffic has to cost less",
        lead: "is cheaper; @ costs # as much",
        says: "# a month",
        ask: "Which is cheaper for my workload?",
        read: read::cost,
    },
    Criterion {
        key: "hosts",
        name: "Provider routes",
        unit: "Labs, clouds and hosts that run it, by company",
        evidence: explained!("A live route on every side"),
        better: Better::Larger,
        band: TieBand::Distance(1),
        weight: 1,
        when: "you want to be able to change hosts",
        lead: "has more hosts",
        says: "#",
        ask: "Where can I run them?",
        read: read::hosts,
    },
    Criterion {
        key: "benchmarks",
        name: "Shared benchmarks",
        unit: "Run by the same publisher in the same way",
        evidence: explained!("At least 3 that were run on every side"),
        better: Better::Larger,
        band: TieBand::Distance(1),
        weight: 4,
        when: "measured quality counts most",
        lead: "is ahead more often",
        says: "#",
        ask: "Which scores better in benchmarks?",
        read: read::benchmarks,
    },
    Criterion {
        key: "capabilities",
        name: "Capabilities",
        unit: "Yes, among those known on every side",
        evidence: explained!("At least 5 that are known on every side"),
        better: Better::Larger,
        band: TieBand::Distance(0),
        weight: 2,
        when: "you need more of the documented capabilities",
        lead: "has more",
        says: "# capabilities",
        ask: "",
        read: read::capabilities,
    },
    Criterion {
        key: "lifecycle",
        name: "Lifecycle",
        unit: "The next end that is announced",
        evidence: explained!("An announced end on every side, or a side that is gone"),
        better: Better::Larger,
        band: TieBand::Days(14),
        weight: 2,
        when: "it has to stay available",
        lead: "stays longer",
        says: "#",
        ask: "Is either being retired?",
        read: read::lifecycle,
    },
    Criterion {
        key: "open",
        name: "Open weights",
        unit: "Whether anybody can run it",
        evidence: explained!("A statement for every side"),
        better: Better::Larger,
        band: TieBand::Distance(0),
        weight: 1,
        when: "you want the option to run it yourself",
        lead: "is open",
        says: "# weights",
        ask: "Is either open source?",
        read: read::open_weights,
    },
    Criterion {
        key: "recency",
        name: "Release",
        unit: "Day of release",
        evidence: explained!("A day, a month or a year of release"),
        better: Better::Larger,
        band: TieBand::Days(14),
        weight: 1,
        when: "you prefer the newer model",
        lead: "is newer by #",
        says: "released #",
        ask: "Which is newer?",
        read: read::released,
    },
];
