//! What one side costs in a month, as HTML: it changes with every letter of a workload that is typed.

use crate::compare::{RouteChoice, RowCost, SideCost, bill_table, cost_notes, paid_route, percent_more};
use crate::html::Html;
use crate::table::write_table;

/// The amount, the route that is paid, the bill line by line, and what to know about it.
pub(super) fn month_html(cost: &SideCost) -> String {
    let mut html = Html::default();
    match &cost.paid {
        Some(row) => {
            write_amount(&mut html, &row.cost);
            html.element("p", "", &paid_route(&row.route, &cost.choice));
            html.open("table", &[("class", Some("bill"))]);
            let bill = bill_table(row);
            write_table(&mut html, &bill.heads, &bill.rows);
            html.close("table");
        }
        None => html.element("p", "amount unknown", "No complete price"),
    }
    for (class, line) in lines(cost) {
        html.element("p", class, &line);
    }
    html.finish()
}

fn write_amount(html: &mut Html, cost: &RowCost) {
    let (RowCost::Bill(bill) | RowCost::LimitUnknown(bill)) = cost else {
        return html.element("p", "amount unknown", &cost.text());
    };
    let exact = format!("Exactly ${} a month", bill.total.exact());
    html.open("p", &[("class", Some("amount")), ("title", Some(&exact))]);
    html.text(&bill.total.to_string());
    html.element("span", "unit", " a month");
    html.close("p");
}

/// What to know about the month, each line with its class.
fn lines(cost: &SideCost) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    match &cost.choice {
        RouteChoice::UnknownRoute(key) => {
            lines.push(("warning", format!("This model has no route “{key}”; the cheapest is shown.")));
        }
        RouteChoice::WithheldPrice => {
            let why = "This link pays its sender's own price but does not hold it; the list price is shown.";
            lines.push(("warning", why.to_owned()));
        }
        _ => {}
    }
    lines.extend(cost.notes.iter().map(|note| ("", note.clone())));
    match &cost.paid {
        Some(row) => lines.extend(cost_notes(row)),
        None => {
            let why = "No live route at a lab, cloud, host or router has a known price and serves this workload.";
            lines.push(("", why.to_owned()));
        }
    }
    if let Some(lab) = &cost.lab {
        let amounts = cost.total().zip(lab.cost.total());
        let more = amounts.map(|(total, lab)| format!(", {}", percent_more(total, lab))).unwrap_or_default();
        lines.push(("", format!("The lab's own route, {}: {}{more}.", lab.route.provider, lab.cost.text())));
    }
    if let Some((name, amount)) = &cost.reseller {
        lines.push(("quiet", format!("A reseller, {name}, from {amount}; resellers are never counted as cheapest.")));
    }
    lines
}
