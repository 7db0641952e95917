//! The report as Markdown, fit for a pull request.

use super::report::Report;
use super::words;
use litemap::LiteMap;
use llm_compare::catalog::{ModelChange, Provider, RouteChange, Update};
use llm_compare::units::Date;
use std::fmt::Write;

/// Longer tables are folded away.
const FOLDED: usize = 15;
/// What is longer still is cut: a pull request takes 65,536 characters.
const MOST: usize = 100;
/// The most characters of a name.
const MOST_CHARACTERS: usize = 80;

/// The whole report.
pub(crate) fn markdown(report: &Report, providers: &LiteMap<String, Provider>) -> String {
    let Update { as_of, before, models_added, models_removed, prices, lifecycle, routes, .. } = &report.update;
    let headline = report.headline();
    let span = if before == as_of { format!("Still of {as_of}") } else { format!("From {before} to {as_of}") };
    let mut text = format!("# Changes of the catalogue\n\n{span}: {headline}.\n");
    let provider = |id: &str| escaped(providers.get(id).map_or(id, |known| &known.name));
    models(&mut text, "Models added", models_added);
    models(&mut text, "Models removed", models_removed);
    let (at_labs, elsewhere): (Vec<_>, Vec<_>) = prices.iter().partition(|change| change.own);
    for (title, days, changes) in [
        ("Prices changed at the labs themselves", "Changed between", at_labs),
        ("Prices changed elsewhere", "Changed between", elsewhere),
        ("Prices decided in another way", "As of", report.decided.iter().collect()),
    ] {
        let rows = changes.into_iter().map(|change| {
            let (name, id, source) = (escaped(&change.name), code(&change.model_id), code(&change.source));
            let days = format!("{} → {}", change.last_seen, change.as_of);
            [name, provider(&change.provider), id, words::prices(change), source, days]
        });
        let heads = ["Model", "Provider", "Id", "US dollars per million tokens", "Source", days];
        table(&mut text, title, heads, rows.collect());
    }
    let rows = lifecycle.iter().map(|change| {
        let (before, after) = words::stays(change);
        [escaped(&change.name), provider(&change.channel), before, after, code(&change.source)]
    });
    table(&mut text, "Retirements and lifecycle", ["Model", "Channel", "Before", "Now", "Source"], rows.collect());
    let rows = routes.iter().map(|change| {
        let RouteChange { added, removed, own_added, own_removed, .. } = change;
        [provider(&change.provider), added.to_string(), removed.to_string(), own(own_added, own_removed)]
    });
    table(&mut text, "Routes", ["Provider", "Added", "Removed", "Of the lab's own"], rows.collect());
    let rows = report.parts.iter().map(|(part, models)| [code(part), models.to_string()]);
    table(&mut text, "Models that say something else", ["Part", "Models"], rows.collect());
    let rows = report.totals.iter().map(|(what, old, new)| [what.clone(), old.to_string(), new.to_string()]);
    table(&mut text, "In all", ["", "Before", "Now"], rows.collect());
    let day = |day: &Option<Date>| day.map_or_else(|| "not there".to_owned(), |day| day.to_string());
    let rows = report.days.iter().map(|(source, old, new)| [code(source), day(old), day(new)]);
    table(&mut text, "Sources", ["Source", "Before", "Now"], rows.collect());
    text
}

fn models(text: &mut String, title: &str, changes: &[ModelChange]) {
    let rows = changes.iter().map(|model| [escaped(&model.name), code(&model.id), code(&model.lab)]);
    table(text, title, ["Model", "Id", "Lab"], rows.collect());
}

/// `+ rocket-3, − rocket-1`
fn own(added: &[String], removed: &[String]) -> String {
    let named = |sign: &'static str, ids: &[String]| {
        let named: Vec<String> = ids.iter().take(FOLDED).map(|id| format!("{sign} {}", code(id))).collect();
        let rest = ids.len().saturating_sub(FOLDED);
        named.into_iter().chain((rest > 0).then(|| format!("{sign} {rest} more")))
    };
    named("+", added).chain(named("−", removed)).collect::<Vec<_>>().join(", ")
}

/// A section with a table; nothing at all where it would have no row.
fn table<const N: usize>(text: &mut String, title: &str, heads: [&str; N], rows: Vec<[String; N]>) {
    if rows.is_empty() {
        return;
    }
    let _ = write!(text, "\n## {title}\n\n");
    let fold = rows.len() > FOLDED;
    if fold {
        let _ = write!(text, "<details><summary>{} rows</summary>\n\n", rows.len());
    }
    let _ = writeln!(text, "| {} |\n|{}", heads.join(" | "), " --- |".repeat(N));
    for row in rows.iter().take(MOST) {
        let _ = writeln!(text, "| {} |", row.join(" | "));
    }
    if rows.len() > MOST {
        let _ = write!(text, "\nAnd {} more.\n", rows.len() - MOST);
    }
    if fold {
        text.push_str("\n</details>\n");
    }
}

/// An id.
fn code(id: &str) -> String {
    format!("<code>{}</code>", entities(id))
}

/// A name from a feed is text, whatever it holds. One that could call somebody is shown as an id is.
fn escaped(name: &str) -> String {
    if name.contains(['@', '#']) { code(name) } else { entities(name) }
}

/// One line of text without a character that means something in Markdown or HTML.
fn entities(text: &str) -> String {
    let mut out = String::new();
    let plain = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let plain = plain.collect::<Vec<_>>().join(" ");
    for character in plain.chars().take(MOST_CHARACTERS) {
        // As numbers they are text to every reader of Markdown. These few mean nothing inside a line.
        if character.is_ascii_punctuation() && !"-.,()+%/:".contains(character) {
            let _ = write!(out, "&#{};", u32::from(character));
        } else {
            out.push(character);
        }
    }
    if plain.chars().count() > MOST_CHARACTERS {
        out.push('…');
    }
    // Nor does an address become a link.
    out.replace("://", "&#58;//").replace("www.", "www&#46;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_text_whatever_it_holds() {
        for (name, shown) in [
            ("GPT-5.2 (high)", "GPT-5.2 (high)"),
            ("a|b\n\n# c <b>*x*</b>", "<code>a&#124;b &#35; c &#60;b&#62;&#42;x&#42;&#60;/b&#62;</code>"),
            ("[x](https://y): www.z", "&#91;x&#93;(https&#58;//y): www&#46;z"),
            ("`a_b`\u{1b}[31m", "&#96;a&#95;b&#96; &#91;31m"),
            ("@cf/meta", "<code>&#64;cf/meta</code>"),
        ] {
            assert_eq!(escaped(name), shown, "{name}");
        }
        assert_eq!(escaped(&"x".repeat(10_000_000)).chars().count(), MOST_CHARACTERS + 1);
    }
}
