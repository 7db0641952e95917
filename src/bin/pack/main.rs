//! `pack DIST_DIR`: makes the app of a built site smaller to download. It does the same as before.
//!
//! Hosts send it compressed. A function compresses best behind one that is alike, and the names by which the app and its
//! JavaScript know each other hold digests, which do not compress at all.

mod order;
mod rewrite;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let packed = match std::env::args().nth(1) {
        Some(dist) => pack(Path::new(&dist)),
        None => Err("usage: pack DIST_DIR".to_owned()),
    };
    match packed {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Packs the app of a site, and writes the new digests of its files into the page.
fn pack(dist: &Path) -> Result<(), String> {
    let (wasm_file, page_file) = (app(dist)?, dist.join("index.html"));
    let name = wasm_file.to_string_lossy().replace("_bg.wasm", ".js");
    let script_file = PathBuf::from(name);
    let (wasm, script, page) = (read(&wasm_file)?, text(&script_file)?, text(&page_file)?);
    let (names, short_script) = rewrite::shorten(&wasm, &script)?;
    let packed = rewrite::rewrite(&wasm, &names, &order::by_likeness(&rewrite::bodies(&wasm)?))?;
    let page = page.replace(&digest(&wasm), &digest(&packed));
    let page = page.replace(&digest(script.as_bytes()), &digest(short_script.as_bytes()));
    write(&wasm_file, &packed)?;
    write(&script_file, short_script.as_bytes())?;
    write(&page_file, page.as_bytes())
}

/// The one app of the site.
fn app(dist: &Path) -> Result<PathBuf, String> {
    let files = fs::read_dir(dist).map_err(|error| format!("{} cannot be read: {error}", dist.display()))?;
    let mut files = files.flatten().map(|file| file.path());
    let app = files.find(|file| file.to_string_lossy().ends_with("_bg.wasm"));
    app.ok_or_else(|| format!("{} holds no app. Build the site with Trunk first.", dist.display()))
}

/// As the attribute `integrity` of HTML states it.
fn digest(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

fn text(file: &Path) -> Result<String, String> {
    String::from_utf8(read(file)?).map_err(|_| format!("{} is not text.", file.display()))
}

fn write(file: &Path, content: &[u8]) -> Result<(), String> {
    fs::write(file, content).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}
