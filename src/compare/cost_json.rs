//! The bills of a page and what they assume, as JSON to take away.

use super::side_cost::SideCost;
use crate::catalog::SCHEMA;
use crate::cost::{OF_A_SIDE, OF_THE_WORKLOAD, Setting};
use crate::json::Object;
use crate::link::{Address, KeptPrices};

/// The workload, the bill of each side line by line, and the reader's own prices, which can be read back from it. Amounts are
/// exact decimals of US dollars.
pub fn costs_json(address: &Address, months: &[(usize, &SideCost)], kept: &KeptPrices) -> String {
    let mut file = Object::default();
    file.put("schema", &SCHEMA.to_string());
    file.text("address", &address.to_string());
    file.put("workload", &settings(&OF_THE_WORKLOAD, &address.workload));
    let sides: Vec<_> = months.iter().map(|(at, month)| side(address, *at, month)).collect();
    file.put("sides", &format!("[{}]", sides.join(",")));
    file.put("prices", &kept.object());
    file.finish()
}

fn settings<T>(table: &[Setting<T>], of: &T) -> String {
    let mut object = Object::default();
    table.iter().for_each(|setting| object.text(setting.label, &setting.kind.link(setting.get(of))));
    object.finish()
}

fn side(address: &Address, at: usize, month: &SideCost) -> String {
    let mut side = Object::default();
    side.text("model", address.models().get(at).map_or("", String::as_str));
    side.put("assumptions", &settings(&OF_A_SIDE, &month.usage));
    let Some(paid) = &month.paid else { return side.finish() };
    side.text("provider", &paid.route.provider);
    side.text("model_id", &paid.route.model_id);
    let Some(bill) = paid.cost.bill() else {
        side.text("unknown", &paid.cost.text());
        return side.finish();
    };
    let mut lines = Vec::new();
    for line in &bill.lines {
        let mut object = Object::default();
        object.text("class", &line.name());
        object.text("tokens", &plain(&line.quantity.exact()));
        object.text("usd_per_mtok", &line.price.to_string());
        object.text("usd", &plain(&line.amount.exact()));
        lines.push(object.finish());
    }
    side.put("lines", &format!("[{}]", lines.join(",")));
    side.text("usd_per_month", &plain(&bill.total.exact()));
    let said: Vec<_> = bill.assumptions.iter().map(|assumption| assumption.sentence()).collect();
    side.text("assumed", &said.join(" "));
    side.finish()
}

/// A number without the commas that are for reading.
fn plain(number: &str) -> String {
    number.replace(',', "")
}
