//! `catalog downloads` and `catalog downloaded`: what a refresh downloads, from the table of feeds alone.

use crate::error::Error;
use crate::files;
use crate::tables::Tables;
use llm_compare::units::Date;
use std::collections::BTreeSet;
use std::path::Path;

/// Prints a line for each feed that can be downloaded.
///
/// # Errors
/// For one whose line has no address.
pub(crate) fn list(day: &str, folder: &Path) -> Result<(), Error> {
    let (day, tables) = (parse(day)?, Tables::read(folder)?);
    let mut text = String::new();
    for (name, line) in tables.downloads() {
        let Some(address) = &line.download else {
            let at = format!("feeds.\"{name}\"");
            return Err(Error::shape(&tables.path("feeds.toml"), at, "is to be downloaded and does not say where"));
        };
        let member = line.member.as_deref().unwrap_or_default();
        text.push_str(&format!("{}\t{address}\t{member}\n", line.path(day).display()));
    }
    print!("{text}");
    Ok(())
}

/// Writes the day on which they were downloaded into their lines.
///
/// # Errors
/// For a feed whose day does not stand on a line of its own below its heading.
pub(crate) fn mark(day: &str, folder: &Path) -> Result<(), Error> {
    let (day, tables) = (parse(day)?, Tables::read(folder)?);
    let path = tables.path("feeds.toml");
    let mut missing: BTreeSet<&str> = tables.downloads().map(|(name, _)| name.as_str()).collect();
    let mut heading = "";
    let text = files::read_text(&path)?;
    let lines = text.lines().map(|line| {
        if line.starts_with('[') {
            heading =
                line.strip_prefix("[feeds.").and_then(|rest| rest.strip_suffix(']')).unwrap_or("").trim_matches('"');
        }
        if line.starts_with("as_of = ") && missing.remove(heading) {
            return format!("as_of = \"{day}\"\n");
        }
        format!("{line}\n")
    });
    let text: String = lines.collect();
    match missing.first() {
        None => files::replace(&path, &text),
        Some(name) => {
            Err(Error::shape(&path, format!("feeds.\"{name}\""), "has no line that begins with \"as_of = \""))
        }
    }
}

fn parse(day: &str) -> Result<Date, Error> {
    day.parse().map_err(Error::Usage)
}
