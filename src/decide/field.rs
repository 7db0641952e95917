//! What is judged: the sides, with what they cost and what compares of their benchmarks.

use crate::catalog::{Benchmarks, Model};
use crate::compare::{Listed, Overview, RouteFacts, SideCost, Standings, standings};
use crate::cost::Workload;
use crate::table::letter;
use crate::units::Date;
use std::sync::Arc;

/// One side.
#[derive(Debug, Clone, Copy)]
pub struct Contender<'a> {
    /// Its place on the page: 0 for A, 1 for B, …
    pub side: usize,
    /// The model.
    pub model: &'a Model,
    /// Its routes on the day.
    pub routes: &'a [Arc<RouteFacts>],
    /// What the reader's workload costs.
    pub month: &'a SideCost,
    /// How many of the listed facts are known, and how many are listed.
    pub evidence: (usize, usize),
}

/// Two to four sides on a day.
#[derive(Debug, Clone)]
pub struct Field<'a> {
    /// The sides, in the order of the page.
    pub sides: Vec<Contender<'a>>,
    /// How they do in the benchmarks they share; `None` while nobody knows which there are.
    pub standings: Option<Standings>,
    /// Which benchmarks there are.
    pub known: Option<&'a Benchmarks>,
    /// The reader's workload.
    pub workload: &'a Workload,
    /// The day.
    pub today: Date,
}

impl<'a> Field<'a> {
    /// The field of a page: every side with its month. `overview` is that of the same sides.
    pub fn new(
        sides: &[(Listed<'a>, &'a SideCost)],
        overview: &Overview,
        known: Option<&'a Benchmarks>,
        workload: &'a Workload,
        today: Date,
    ) -> Self {
        let side = |(side, ((model, routes), month)): (usize, &(Listed<'a>, &'a SideCost))| Contender {
            side,
            model,
            routes,
            month,
            evidence: overview.evidence(side),
        };
        Self::of(sides.iter().enumerate().map(side).collect(), known, workload, today)
    }

    fn of(sides: Vec<Contender<'a>>, known: Option<&'a Benchmarks>, workload: &'a Workload, today: Date) -> Self {
        let models: Vec<_> = sides.iter().map(|side| side.model).collect();
        Self { standings: known.map(|known| standings(&models, known)), sides, known, workload, today }
    }

    /// Two of its sides, as a field of their own.
    #[must_use]
    pub fn pair(&self, a: usize, b: usize) -> Self {
        let sides = [a, b].into_iter().filter_map(|at| self.sides.get(at).copied()).collect();
        Self::of(sides, self.known, self.workload, self.today)
    }

    /// What a side is called in a sentence: its model's name, with its letter when another side has the same model.
    pub fn name(&self, at: usize) -> String {
        let Some(contender) = self.sides.get(at) else { return String::new() };
        let twins = self.sides.iter().filter(|other| other.model.id == contender.model.id).count();
        match twins {
            0 | 1 => contender.model.name.clone(),
            _ => format!("{} ({})", contender.model.name, letter(contender.side)),
        }
    }
}
