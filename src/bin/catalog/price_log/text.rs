//! The log as CSV (RFC 4180 with line feeds).

use super::{Line, Then};
use crate::claims::Quote;
use crate::error::Error;
use crate::files;
use csv::StringRecord;
use llm_compare::catalog::PriceClasses;
use llm_compare::money::UsdPerMtok;
use std::path::Path;

/// The columns before those of the prices, which are plain decimals in US dollars per million tokens; an empty one is not
/// known.
const COLUMNS: [&str; 6] = ["last_seen", "gone_by", "then", "provider", "model_id", "source"];

fn header() -> String {
    let prices = PriceClasses::default().all().map(|(name, _)| format!("{name}_usd_per_mtok"));
    format!("{},{}\n", COLUMNS.join(","), prices.join(","))
}

/// The text of the log; only the header where there is no file.
pub(super) fn read(path: &Path) -> Result<String, Error> {
    if !path.exists() {
        return Ok(header());
    }
    let text = files::read_text(path)?;
    if !text.starts_with(&header()) {
        return Err(Error::shape(path, "line 1", format!("expected {}", header().trim_end())));
    }
    if text.ends_with('\n') { Ok(text) } else { Err(Error::shape(path, "", "its last line is cut off")) }
}

/// The lines, each with its number.
pub(super) fn lines(text: &str, path: &Path) -> Result<Vec<(u64, Line)>, Error> {
    let mut lines = Vec::new();
    for record in csv::Reader::from_reader(text.as_bytes()).records() {
        let record = record.map_err(|error| Error::shape(path, "", error.to_string()))?;
        let at = record.position().map_or(0, csv::Position::line);
        let line = parse(&record).map_err(|reason| Error::shape(path, format!("line {at}"), reason))?;
        lines.push((at, line));
    }
    Ok(lines)
}

fn parse(record: &StringRecord) -> Result<Line, String> {
    let mut fields = record.iter();
    // The reader has counted the fields: every record has as many as the header.
    let mut field = || fields.next().unwrap_or_default();
    let last_seen = field().parse()?;
    let gone_by = field().parse()?;
    let then = match field() {
        "changed" => Then::Changed,
        "removed" => Then::Removed,
        other => return Err(format!("\"{other}\" is neither changed nor removed")),
    };
    let (provider, model_id, source) = (field().to_owned(), field().to_owned(), field().to_owned());
    if provider.is_empty() || model_id.is_empty() || source.is_empty() {
        return Err("provider, model_id or source is empty".to_owned());
    }
    let mut classes = PriceClasses::default();
    for (_, class) in classes.all_mut() {
        *class = price(field())?;
    }
    let quote = Quote { classes, tiers: Vec::new() };
    if !quote.is_price() {
        return Err("charges nothing".to_owned());
    }
    Ok(Line { last_seen, gone_by, then, provider, model_id, source, quote })
}

/// A price as the log writes it, and no other spelling of it.
fn price(text: &str) -> Result<Option<UsdPerMtok>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let price: UsdPerMtok = text.parse()?;
    if price.to_string() == text { Ok(Some(price)) } else { Err(format!("{text} is written {price}")) }
}

/// One line of the file.
pub(super) fn line(line: &Line) -> Result<String, String> {
    let then = match line.then {
        Then::Changed => "changed",
        Then::Removed => "removed",
    };
    let (last_seen, gone_by) = (line.last_seen.to_string(), line.gone_by.to_string());
    let prices = line.quote.classes.all().map(|(_, price)| price.map(|price| price.to_string()).unwrap_or_default());
    let head = [&last_seen, &gone_by, then, &line.provider, &line.model_id, &line.source];
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(head.into_iter().chain(prices.iter().map(String::as_str)))
        .map_err(|error| error.to_string())?;
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}
