//! The arithmetic of the bill, for the page of the method.

use super::super::block::{Block, Blocks};
use super::super::workload::ONLY_PROVIDERS;
use crate::cost::{
    Assumption, Kind, OF_A_PRICE, OF_A_SIDE, OF_THE_WORKLOAD, OwnPrice, PRESETS, Setting, Usage, Workload,
};
use crate::link::PROVIDERS;
use crate::table::{Cell, Figure, Head, Row};
use crate::units::Tokens;

/// The rules of the bill, one by one.
const RULES: [&str; 15] = [
    "Money is never rounded: an amount is a whole number of 10⁻⁴¹ dollars, made of whole tokens, shares in millionths and prices of nine places. What a table shows is rounded, and the exact amount stands behind it. An amount above 10¹⁹ dollars is said to be too large.",
    "A month has 365 ÷ 12 days. Requests a day and tokens a month are turned into requests a month, rounded to a whole one.",
    "Input is the whole prompt, cached tokens included. Some providers report input without them: add them first.",
    "Of a cached share c with u reads for each write, c is read, c ÷ u is written and 1 − c − c ÷ u is neither. A token is written before it is read, so that c is at most u ÷ (u + 1).",
    "A written token costs the write price of its lifetime in place of the input price; where caching is automatic and writes have no price, the input price. Without a read price nothing is cached. Prompts below the shortest that the model caches are billed as input. Storage is not included.",
    "Where you choose no route, the cheapest is paid of those that labs, clouds, hosts and routers sell and whose price nobody disputes by four times: of the kind you ask for, of the providers you name, and with a context window that is known to be large enough.",
    "Batches take batch prices, where the route has both. Their cached tokens need a cache price for batches, else they are batch input.",
    "A long-prompt price holds for the whole request when its prompt, cached tokens included, is strictly longer than the threshold; a marginal one only for the tokens beyond it. A class that it does not name keeps its price.",
    "Prompts of different lengths are log-normal, with the stated mean and 95th percentile and the smaller spread of the two there are; a percentile of more than 3.86 times the mean has none. Long-prompt prices then hold for that share of the tokens, and of the requests for the answers, each rounded to a millionth.",
    "A task of several turns sends its history again: each prompt is the one before, its answer, and what is new. The cached share is the re-sent history times the share that is found in the cache; what is new is written.",
    "Reasoning tokens are added to the answer, at their own price where there is one. They count against the output limit and are not sent again.",
    "With success p and at most m attempts a request is sent (1 − (1 − p)^m) ÷ p times on average, rounded to a millionth. Each accepted answer costs the month divided by the accepted answers.",
    "A price of your own is paid at the route that was paid when you stated it. A class that you state costs that in prompts of every length; every other class costs what the list says less the discount, rounded to 10⁻⁹ dollars. A fee is added once a month and does not grow with the traffic. Nothing of it leaves your browser unless you put it into the link.",
    "With B first and a share given on to A, the month is that of B, the fee of A, and that share of the rest of A.",
    "Between the thresholds of long-prompt prices a bill is linear in the output share, the cached share, the batch share, the prompt length and the traffic. So the costs at both ends of each piece say exactly where two sides cost the same.",
];

pub(super) fn bill(out: &mut Blocks) {
    out.heading("The bill".to_owned());
    out.list(RULES.map(str::to_owned).into());
    out.heading("What can be set".to_owned());
    let mut rows = Vec::new();
    OF_THE_WORKLOAD.iter().for_each(|setting| rows.push(setting_row(setting, "", &Workload::default())));
    let providers = [PROVIDERS, "ids or names of providers", "all"].map(str::to_owned);
    rows.push(row(ONLY_PROVIDERS.to_owned(), "", providers.into()));
    OF_A_SIDE.iter().for_each(|setting| rows.push(setting_row(setting, "of each side", &Usage::default())));
    OF_A_PRICE
        .iter()
        .for_each(|setting| rows.push(setting_row(setting, "of a price of your own", &OwnPrice::default())));
    table(out, &["Setting", "Key in links", "Allowed", "Default"], rows);
    out.heading("What a bill says of itself".to_owned());
    let note =
        |one: Assumption| row(one.sentence(), "", vec![if one.is_bound() { "A bound" } else { "Exact" }.to_owned()]);
    table(out, &["When", "The amount is"], Assumption::all(Tokens(1_024)).map(note).into());
    out.heading("Published workloads".to_owned());
    let mut rows = Vec::new();
    for preset in PRESETS.iter().filter(|preset| !preset.url.is_empty()) {
        rows.push(row(preset.name.to_owned(), preset.url, vec![preset.about.to_owned()]));
    }
    table(out, &["Workload", "What was measured"], rows);
}

fn setting_row<T>(setting: &Setting<T>, hint: &str, default: &T) -> Row {
    let key = if hint.is_empty() { setting.key.to_owned() } else { format!("{0}a … {0}d", setting.key) };
    let number = setting.get(default);
    let shown = match setting.kind {
        Kind::Choice(words) => {
            words.iter().find(|(word, _)| *word == setting.kind.link(number)).map_or("", |(_, name)| name).to_owned()
        }
        Kind::Dollars(_) if number == 0 => "nothing".to_owned(),
        _ => setting.kind.link(number),
    };
    row(setting.label.to_owned(), hint, vec![key, setting.kind.allowed(), shown])
}

fn row(label: String, hint: &str, texts: Vec<String>) -> Row {
    let cells: Vec<Cell> = texts.into_iter().map(|text| Figure::plain(text).into()).collect();
    Row { label, hint: hint.to_owned(), cells, ..Row::default() }
}

fn table(out: &mut Blocks, heads: &[&str], rows: Vec<Row>) {
    let heads = heads.iter().map(|text| Head { text: (*text).to_owned(), ..Head::default() }).collect();
    out.add(Block::Table(heads, rows));
}
