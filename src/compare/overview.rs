//! The rows of all factual sections, made once for all of them.

use super::benchmarks::{BenchmarkRows, benchmark_rows};
use super::capabilities::{Capabilities, capabilities};
use super::lifecycle::{lifecycle_rows, retirement_row};
use super::pricing::RouteFacts;
use super::sources::{Reviewed, reviewed};
use super::specs::spec_rows;
use crate::catalog::{Benchmarks, Model};
use crate::table::{Head, Row, side_heads};
use crate::units::Date;
use std::sync::Arc;

/// One side of a comparison: a model and its routes on the day of the page.
pub type Listed<'a> = (&'a Model, &'a [Arc<RouteFacts>]);

/// What the page says of its models, whatever the workload.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overview {
    /// Names of the models.
    pub names: Vec<String>,
    /// Specs.
    pub specs: Vec<Row>,
    /// How long the models stay, channel by channel.
    pub lifecycle: Vec<Row>,
    /// Capabilities.
    pub capabilities: Capabilities,
    /// Benchmarks; `None` while nobody knows which there are.
    pub benchmarks: Option<BenchmarkRows>,
    /// Where all of this comes from.
    pub reviewed: Reviewed,
}

impl Overview {
    /// Heads of a table with a column for each model; `first` heads the labels.
    pub fn heads(&self, first: &str) -> Vec<Head> {
        side_heads(first, self.names.iter().map(String::as_str))
    }

    /// How many of the listed specs and capabilities are known of a side, and how many are listed.
    pub fn evidence(&self, side: usize) -> (usize, usize) {
        let of_specs = |row: &&Row| row.cells.get(side).is_some_and(|cell| cell.figure.reading.is_known());
        let (known, listed) = self.capabilities.known(side);
        (known + self.specs.iter().filter(of_specs).count(), listed + self.specs.len())
    }
}

/// The overview of two to four sides, also of one, on a day.
pub fn overview(sides: &[Listed], known: Option<&Benchmarks>, day: Date) -> Overview {
    let models: Vec<&Model> = sides.iter().map(|(model, _)| *model).collect();
    let mut all = Overview {
        names: models.iter().map(|model| model.name.clone()).collect(),
        specs: spec_rows(&models),
        lifecycle: lifecycle_rows(sides, day),
        capabilities: capabilities(sides),
        benchmarks: known.map(|known| benchmark_rows(&models, known)),
        ..Overview::default()
    };
    all.specs.push(retirement_row(sides, day));
    all.reviewed = reviewed(sides, &all);
    all
}
