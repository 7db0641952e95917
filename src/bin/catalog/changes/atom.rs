//! The updates as an Atom feed (RFC 4287).
//!
//! The site has no address of its own: anybody may host it, below any path. So ids are UUIDs, which belong to nobody, and
//! links are relative to the feed, which lies beside the start page. XML is written by the writer of HTML: it escapes every
//! text the same way and closes every element.

use super::words;
use litemap::LiteMap;
use llm_compare::catalog::{Changes, ModelChange, Provider, Update};
use llm_compare::html::Html;
use llm_compare::units::Date;

/// The fixed part of all ids. What follows is the day and the number of the update on that day; zeros for the feed itself.
const ID: &str = "urn:uuid:a44d4393-16b4-4b70-9ed2-";
const XML: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
/// The most lines of a list in an entry.
const MOST: usize = 50;

/// The whole feed. Its days are those of the sources.
pub(crate) fn atom(changes: &Changes, providers: &LiteMap<String, Provider>) -> String {
    let mut xml = Html::default();
    xml.open("feed", &[("xmlns", Some("http://www.w3.org/2005/Atom")), ("xml:lang", Some("en"))]);
    xml.element("title", "", "llm-compare: changes of the catalogue");
    xml.element("subtitle", "", "New models, other prices and announced retirements");
    xml.element("id", "", &format!("{ID}{:012}", 0));
    let newest = changes.updates.first().map_or(changes.as_of, |update| update.as_of);
    xml.element("updated", "", &midnight(newest));
    xml.open("author", &[]);
    xml.element("name", "", "llm-compare");
    xml.close("author");
    link(&mut xml, "self", "feed.xml");
    link(&mut xml, "alternate", "./");
    for update in &changes.updates {
        xml.text("\n");
        entry(&mut xml, update, providers);
    }
    xml.text("\n");
    xml.close("feed");
    // XML has no way to write the other control characters.
    let is_xml = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    format!("{XML}{}\n", xml.finish())
        .chars()
        .filter(is_xml)
        .filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect()
}

fn link(xml: &mut Html, rel: &'static str, href: &'static str) {
    xml.open("link", &[("rel", Some(rel)), ("href", Some(href))]);
    xml.close("link");
}

fn midnight(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

fn entry(xml: &mut Html, update: &Update, providers: &LiteMap<String, Provider>) {
    xml.open("entry", &[]);
    xml.element("title", "", &format!("{}: {}", update.as_of.long(), words::headline(update, 0)));
    xml.element("id", "", &id(update));
    xml.element("updated", "", &midnight(update.as_of));
    link(xml, "alternate", "./");
    xml.open("content", &[("type", Some("html"))]);
    xml.text(&content(update, providers));
    xml.close("content");
    xml.close("entry");
}

/// `2026-08-27.2` → the last twelve digits of a UUID: `202608270002`.
fn id(update: &Update) -> String {
    let (day, number) = update.id.split_once('.').unwrap_or((&update.id, "1"));
    format!("{ID}{}{number:0>4}", day.replace('-', ""))
}

/// What readers of the feed see: a sentence and short lists.
fn content(update: &Update, providers: &LiteMap<String, Provider>) -> String {
    let name = |id: &str| providers.get(id).map_or(id, |provider| &provider.name).to_owned();
    let mut html = Html::default();
    html.element("p", "", &format!("What changed between {} and {}.", update.before.long(), update.as_of.long()));
    let models = |models: &[ModelChange]| models.iter().map(|model| model.name.clone()).collect();
    list(&mut html, "Models added", update.counts.models_added, models(&update.models_added));
    list(&mut html, "Models removed", update.counts.models_removed, models(&update.models_removed));
    let prices = update.prices.iter().map(|change| {
        let (model, day) = (&change.name, change.as_of.long());
        format!("{model} at {}: {} ({}, {day})", name(&change.provider), words::prices(change), change.source)
    });
    list(&mut html, "Prices, US dollars per million tokens", update.counts.prices, prices.collect());
    let lifecycle = update.lifecycle.iter().map(|change| {
        let (before, after) = words::stays(change);
        format!("{} at {}: {before} → {after} ({})", change.name, name(&change.channel), change.source)
    });
    list(&mut html, "Retirements and lifecycle", update.counts.lifecycle, lifecycle.collect());
    html.finish()
}

fn list(html: &mut Html, title: &'static str, count: u64, lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    html.element("h3", "", title);
    html.open("ul", &[]);
    let shown = lines.len().min(MOST);
    for line in lines.iter().take(MOST) {
        html.element("li", "", line);
    }
    let rest = count.saturating_sub(words::count(shown));
    if rest > 0 {
        html.element("li", "", &format!("and {rest} more"));
    }
    html.close("ul");
}
