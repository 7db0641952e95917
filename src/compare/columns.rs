//! The columns of the price table: one registry, and the order of rows by each of them.

use super::pricing::{PriceRow, RouteFacts};
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

/// Which way a column is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Small first.
    Ascending,
    /// Large first.
    Descending,
}

impl Direction {
    /// The other way.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
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
        Column::Provider => directed(direction, by_name(&a.route, &b.route)),
        Column::Input => unknown_last(direction, x.input, y.input),
        Column::Output => unknown_last(direction, x.output, y.output),
        Column::CacheRead => unknown_last(direction, x.cache_read, y.cache_read),
        Column::Context => unknown_last(direction, x.context, y.context),
        Column::MaxOutput => unknown_last(direction, x.max_output, y.max_output),
        Column::Cost => unknown_last(direction, a.cost.total(), b.cost.total()),
    }
}

fn unknown_last<T: Ord>(direction: Direction, a: Option<T>, b: Option<T>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => directed(direction, a.cmp(&b)),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

const fn directed(direction: Direction, order: Ordering) -> Ordering {
    match direction {
        Direction::Ascending => order,
        Direction::Descending => order.reverse(),
    }
}
