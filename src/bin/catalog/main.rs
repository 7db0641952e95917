//! The native command that builds, checks and publishes the catalogue.

mod audit;
mod build;
mod changes;
mod check;
mod claims;
mod downloads;
mod edition;
mod error;
mod feeds;
mod files;
mod index;
mod join;
mod kept;
mod layout;
mod merge;
mod number;
mod price_log;
mod providers;
mod publish;
mod report;
#[cfg(test)]
mod scratch;
mod standing;
mod summary;
mod tables;
mod write;

use error::Error;
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
usage: catalog build --feeds DIR [--tables DIR] [--out DIR] [--atom FILE]
       catalog check [DIR [TABLES]]
       catalog publish DIST_DIR [BASE]
       catalog downloads DAY [TABLES]
       catalog downloaded DAY [TABLES]

  build    turns the feeds below DIR and the hand-written tables (default: catalog) into the catalogue
           (default: public/catalog/v1), logs what differs from the catalogue that was there, and writes the feed
           for those who follow it (default: public/feed.xml; none into another DIR)
  check    reads the catalogue and the log of prices strictly and reports every problem
  publish  gives the catalogue of a built site, which is to lie below the path BASE (default: /), a folder named after
           its content
  downloads   lists what can be downloaded: the path below the folder of the feeds for a copy of DAY, the address, and
              the file or folder in an archive, with tabs between them
  downloaded  writes DAY into feeds.toml for all of it";

const DEFAULT_TABLES: &str = "catalog";
const DEFAULT_OUT: &str = "public/catalog/v1";
const DEFAULT_ATOM: &str = "public/feed.xml";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Error> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["build", options @ ..] => build(options),
        ["check"] => check::run(Path::new(DEFAULT_OUT), Some(Path::new(DEFAULT_TABLES))),
        ["check", folder] => check::run(Path::new(folder), None),
        ["check", folder, tables] => check::run(Path::new(folder), Some(Path::new(tables))),
        ["publish", dist] => publish::run(Path::new(dist), "/"),
        ["publish", dist, base] => publish::run(Path::new(dist), base),
        ["downloads", day] => downloads::list(day, Path::new(DEFAULT_TABLES)),
        ["downloads", day, tables] => downloads::list(day, Path::new(tables)),
        ["downloaded", day] => downloads::mark(day, Path::new(DEFAULT_TABLES)),
        ["downloaded", day, tables] => downloads::mark(day, Path::new(tables)),
        _ => Err(Error::Usage("expected a subcommand and its arguments".to_owned())),
    }
}

fn build(mut options: &[&str]) -> Result<(), Error> {
    let (mut feeds, mut tables, mut out, mut atom) = (None, DEFAULT_TABLES, DEFAULT_OUT, None);
    while let [name, value, rest @ ..] = options {
        match *name {
            "--feeds" => feeds = Some(*value),
            "--tables" => tables = value,
            "--out" => out = value,
            "--atom" => atom = Some(*value),
            _ => break,
        }
        options = rest;
    }
    if let [unknown, ..] = options {
        return Err(Error::Usage(format!("\"{unknown}\" is not an option with a value")));
    }
    let feeds = feeds.ok_or_else(|| Error::Usage("build needs --feeds DIR".to_owned()))?;
    let atom = atom.or_else(|| (out == DEFAULT_OUT).then_some(DEFAULT_ATOM)).map(Path::new);
    build::run(&build::Paths { feeds: Path::new(feeds), tables: Path::new(tables), out: Path::new(out), atom })
}
