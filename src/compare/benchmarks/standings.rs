//! How sides do where they compare, without the rows.

use super::Standing;
use super::line::{Line, Run, domain, lines};
use crate::catalog::{Benchmarks, Model, Score};
use crate::compare::Outcome;

/// The widest lead of a side in the shared rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// Name of the benchmark.
    pub benchmark: String,
    /// What it measures, as the page calls it.
    pub domain: &'static str,
    /// Who ran it.
    pub series: String,
    /// What each side scored, for reading.
    pub scores: Vec<Option<String>>,
    /// How far ahead it is, in thousandths of the scale.
    pub margin: i128,
}

/// How the sides do where they compare, without the rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standings {
    /// How many rows are shared.
    pub shared: usize,
    /// Each side.
    pub sides: Vec<Standing>,
    /// The widest lead of each side, where it has one.
    pub leads: Vec<Option<Lead>>,
}

/// How `models` do in the benchmarks they share.
pub(crate) fn standings(models: &[&Model], known: &Benchmarks) -> Standings {
    let mut all = Standings {
        sides: vec![Standing::default(); models.len()],
        leads: vec![None; models.len()],
        ..Standings::default()
    };
    for line in lines(models, known) {
        for run in line.runs() {
            all.shared += 1;
            run.count(&mut all.sides);
            if let Some((lead, side)) = line.lead(&run)
                && let Some(widest) = all.leads.get_mut(side)
                && widest.as_ref().is_none_or(|widest| widest.margin < lead.margin)
            {
                *widest = Some(lead);
            }
        }
    }
    all
}

impl Line<'_> {
    /// The lead of the one side that leads, and which that is.
    fn lead(&self, run: &Run) -> Option<(Lead, usize)> {
        let Outcome::Better(sides) = &run.outcome else { return None };
        let [side] = sides.as_slice() else { return None };
        let margin = self.margin(run).saturating_mul(1000).checked_div(self.benchmark.range())?;
        let score = |score: &Option<&Score>| score.map(|score| self.value(score));
        let lead = Lead {
            benchmark: self.benchmark.name.clone(),
            domain: domain(self.benchmark.domain),
            series: run.series.name.clone(),
            scores: run.chosen.iter().map(score).collect(),
            margin,
        };
        Some((lead, *side))
    }
}
