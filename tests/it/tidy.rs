//! Rules of the house that a compiler does not know.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, extension: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root()).unwrap().to_owned(), text));
            }
        }
    }
    assert!(!found.is_empty(), "no .{extension} file under {folder}");
    found
}

/// Files under `src` outside `allowed` that contain `needle`, with the line.
fn offenders(needle: &str, allowed: &[&str]) -> Vec<String> {
    let sources = files("src", "rs").into_iter().filter(|(path, _)| !allowed.iter().any(|a| path.starts_with(a)));
    let lines = |(path, text): (PathBuf, String)| {
        let found: Vec<_> =
            text.lines().enumerate().filter(|(_, line)| line.contains(needle)).map(|(n, _)| n + 1).collect();
        found.into_iter().map(move |line| format!("{}:{line}", path.display()))
    };
    sources.flat_map(lines).collect()
}

#[test]
fn the_domain_never_names_leptos_or_the_browser() {
    for needle in ["leptos", "web_sys", "wasm_bindgen", "js_sys", "gloo"] {
        assert_eq!(offenders(&format!("{needle}::"), &["src/ui"]), [""; 0], "{needle} outside src/ui");
    }
}

#[test]
fn the_browser_is_behind_one_module() {
    let browser = ["src/ui/browser.rs", "src/ui/browser"];
    for needle in ["window()", "document()", "local_storage", "clipboard()", "gloo_net", "js_sys::"] {
        assert_eq!(offenders(needle, &browser), [""; 0], "{needle} outside src/ui/browser");
    }
}

#[test]
fn components_and_sections_name_no_page() {
    for (path, text) in files("src/ui/components", "rs").into_iter().chain(files("src/ui/sections", "rs")) {
        assert!(!text.contains("ui::pages"), "{} names a page", path.display());
    }
}

#[test]
fn the_domain_does_no_input_or_output() {
    for needle in ["std::fs", "std::env", "std::process", "println!", "SystemTime", "Instant::now"] {
        assert_eq!(offenders(needle, &["src/bin", "src/ui"]), [""; 0], "{needle} in the domain");
    }
}

#[test]
fn nothing_inline_that_a_strict_policy_forbids() {
    assert_eq!(offenders("style=", &["src/bin"]), [""; 0], "style attributes break a policy without unsafe-inline");
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    for forbidden in ["<style", " style=", "<script>", " onload=", " onclick="] {
        assert!(!page.contains(forbidden), "index.html contains {forbidden}");
    }
}

#[test]
fn files_stay_small_enough_to_read() {
    const MOST_LINES: usize = 300;
    for (path, text) in files("src", "rs") {
        let lines = text.lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines; split it", path.display());
    }
}

#[test]
fn the_license_texts_and_the_lock_files_are_here() {
    for file in ["LICENSE-MIT", "LICENSE-APACHE", "README.md", "ARCHITECTURE.md", "Cargo.lock", "package-lock.json"] {
        assert!(root().join(file).is_file(), "{file} is missing");
    }
}
