//! The columns of the price table: one registry, and the order of rows by each of them.

use super::pricing::{PriceRow, RouteFacts};
use crate::table::Direction;
use std::cmp::Ordering;
use std::sync::Arc;

/// A column of the table that it can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// Name of the provider.
    Provider,
    /// Input price.
    Input,
    /// Output price.
    Output,
    /// Cache-read price.
    CacheRead,
    /// Context window.
    Context,
    /// The most tokens in an answer.
    MaxOutput,
    /// The month's bill.
    Cost,
}

impl Column {
    /// All columns, in the order of the table: the answer stands where a phone shows it.
    pub const ALL: [Self; 7] =
        [Self::Provider, Self::Cost, Self::Input, Self::Output, Self::CacheRead, Self::Context, Self::MaxOutput];

    /// Its heading.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Provider => "Provider",
            Self::Input => "Input",
            Self::Output => "Output",
            Self::CacheRead => "Cache read",
            Self::Context => "Context",
            Self::MaxOutput => "Max output",
            Self::Cost => "Monthly cost",
        }
    }

    /// Its unit.
    pub const fn unit(self) -> Option<&'static str> {
        match self {
            Self::Input | Self::Output | Self::CacheRead => Some("$ per million"),
            Self::Context | Self::MaxOutput => Some("tokens"),
            Self::Provider | Self::Cost => None,
        }
    }

    /// The direction that puts the better value first.
    pub const fn better_first(self) -> Direction {
        match self {
            Self::Context | Self::MaxOutput => Direction::Descending,
            _ => Direction::Ascending,
        }
    }
}

/// The rows by a column. What is unknown comes last in both directions; ties keep live routes first, then the
/// provider's name, then the model id, so that the order is the same on every visit.
pub fn sorted(rows: &[PriceRow], column: Column, direction: Direction) -> Vec<&PriceRow> {
    insertion_sort(rows, |a, b| compare_by(column, direction, a, b).then_with(|| tie(&a.route, &b.route)))
}

/// The routes by provider, in the same order as rows by [`Column::Provider`].
pub(super) fn by_provider(routes: &[Arc<RouteFacts>]) -> Vec<&Arc<RouteFacts>> {
    insertion_sort(routes, |a, b| by_name(a, b).then_with(|| tie(a, b)))
}

/// By insertion: there are a hundred rows at the most, and the general sort would be 5 kB of code.
fn insertion_sort<T>(items: &[T], order: impl Fn(&T, &T) -> Ordering) -> Vec<&T> {
    let mut sorted: Vec<&T> = Vec::with_capacity(items.len());
    for item in items {
        let at = sorted.partition_point(|other| order(other, item) != Ordering::Greater);
        sorted.insert(at, item);
    }
    sorted
}

fn tie(a: &RouteFacts, b: &RouteFacts) -> Ordering {
    a.status.cmp(&b.status).then_with(|| by_name(a, b)).then_with(|| a.key.cmp(&b.key))
}

fn by_name(a: &RouteFacts, b: &RouteFacts) -> Ordering {
    a.sort.provider.cmp(&b.sort.provider)
}

fn compare_by(column: Column, direction: Direction, a: &PriceRow, b: &PriceRow) -> Ordering {
    let (x, y) = (&a.route.sort, &b.route.sort);
    match column {
        Column::Provider => direction.turn(by_name(&a.route, &b.route)),
        Column::Input => direction.unknown_last(x.input, y.input),
        Column::Output => direction.unknown_last(x.output, y.output),
        Column::CacheRead => direction.unknown_last(x.cache_read, y.cache_read),
        Column::Context => direction.unknown_last(x.context, y.context),
        Column::MaxOutput => direction.unknown_last(x.max_output, y.max_output),
        Column::Cost => direction.unknown_last(a.cost.total(), b.cost.total()),
    }
}
