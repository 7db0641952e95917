//! The lines of the price table.

use super::pricing::{PriceRow, RouteFacts, RowCost};
use crate::catalog::RouteStatus;
use crate::table::{Cell, Figure, Mark, Row};

/// What the workload costs on a route, or why that cannot be said.
pub fn cost_cell(cost: &RowCost) -> Cell {
    let (figure, hint, class) = match cost {
        RowCost::Bill(bill) => (Figure::plain(bill.total.to_string()), "", "number total"),
        RowCost::LimitUnknown(bill) => (Figure::plain(bill.total.to_string()), "limit unknown", "number total"),
        RowCost::Cannot(why) => (Figure::plain(why), "", "number quiet"),
        RowCost::NoBill(why) => (Figure::UNKNOWN, why.words(), "number"),
    };
    Cell { class, ..Cell::from(figure).with_hint(hint) }
}

/// A route with its prices, limits and bill, in the order of [`super::Column::ALL`].
pub fn price_line(row: &PriceRow) -> Row {
    let route = RouteFacts::clone(&row.route);
    let number = |figure: Figure| Cell::from(figure).number();
    let tier = route.tiers.first().map(|above| format!("more above {}", above.short())).unwrap_or_default();
    let marks = marks(&route);
    Row {
        label: route.provider,
        code: route.model_id,
        marks,
        cells: vec![
            cost_cell(&row.cost),
            number(route.input).with_hint(tier),
            number(route.output),
            number(route.cache_read),
            number(route.context),
            number(route.max_output),
        ],
        ..Row::default()
    }
}

fn marks(route: &RouteFacts) -> Vec<Mark> {
    let mark = |word: &str, why: &str| Mark { word: word.to_owned(), why: why.to_owned(), class: "mark" };
    let warning = |word: &str, why: &str| Mark { class: "mark warning", ..mark(word, why) };
    let mut marks = vec![mark(route.kind.map_or("unclassified", |kind| kind.word()), &route.kind_reason)];
    marks.extend(route.marks.iter().map(|word| mark(word, "")));
    if route.status != RouteStatus::Live {
        marks.push(warning(route.status.sentence(), ""));
    }
    if route.disputed {
        marks.push(warning("price disputed", "Sources differ by four times or more; never counted as cheapest."));
    }
    marks.extend(route.announced.as_deref().map(|change| warning("price will change", change)));
    marks
}
