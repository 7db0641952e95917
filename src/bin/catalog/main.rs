//! The native command that builds, checks and publishes the catalogue.

mod build;
mod check;
mod claims;
mod edition;
mod error;
mod feeds;
mod files;
mod index;
mod join;
mod layout;
mod merge;
mod number;
mod price_log;
mod providers;
mod publish;
mod report;
#[cfg(test)]
mod scratch;
mod summary;
mod tables;
mod write;

use error::Error;
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
usage: catalog build --feeds DIR [--tables DIR] [--out DIR]
       catalog check [DIR]
       catalog publish DIST_DIR

  build    turns the feeds below DIR and the hand-written tables (default: catalog) into the catalogue
           (default: public/catalog/v1)
  check    reads the catalogue strictly and reports every problem
  publish  gives the catalogue of a built site a folder named after its content";

const DEFAULT_OUT: &str = "public/catalog/v1";

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
        ["check"] => check::run(Path::new(DEFAULT_OUT)),
        ["check", folder] => check::run(Path::new(folder)),
        ["publish", dist] => publish::run(Path::new(dist)),
        _ => Err(Error::Usage("expected a subcommand and its arguments".to_owned())),
    }
}

fn build(mut options: &[&str]) -> Result<(), Error> {
    let (mut feeds, mut tables, mut out) = (None, "catalog", DEFAULT_OUT);
    while let [name, value, rest @ ..] = options {
        match *name {
            "--feeds" => feeds = Some(*value),
            "--tables" => tables = value,
            "--out" => out = value,
            _ => break,
        }
        options = rest;
    }
    if let [unknown, ..] = options {
        return Err(Error::Usage(format!("\"{unknown}\" is not an option with a value")));
    }
    let feeds = feeds.ok_or_else(|| Error::Usage("build needs --feeds DIR".to_owned()))?;
    build::run(&build::Paths { feeds: Path::new(feeds), tables: Path::new(tables), out: Path::new(out) })
}
