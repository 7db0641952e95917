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
    Row {
        label: route.provider,
        code: route.model_id,
        marks: marks(
            route.kind.map_or("unclassified", |kind| kind.word()),
            route.kind_reason,
            route.marks,
            route.status,
            route.disputed,
        ),
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

fn marks(kind: &str, why: String, others: Vec<String>, status: RouteStatus, disputed: bool) -> Vec<Mark> {
    let mut marks = vec![Mark { word: kind.to_owned(), why, class: "mark" }];
    marks.extend(others.into_iter().map(|word| Mark { word, why: String::new(), class: "mark" }));
    if status != RouteStatus::Live {
        marks.push(Mark { word: status.sentence().to_owned(), why: String::new(), class: "mark warning" });
    }
    if disputed {
        let why = "Sources differ by four times or more; never counted as cheapest.".to_owned();
        marks.push(Mark { word: "price disputed".to_owned(), why, class: "mark warning" });
    }
    marks
}
