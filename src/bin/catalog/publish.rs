//! `catalog publish`: puts the catalogue of a built site into a folder named after its content, so that hosts may
//! cache it for ever, and names that folder in `manifest.json`.

use crate::error::Error;
use crate::files;
use llm_compare::catalog::{Index, IndexRow, Manifest, Model, OWN_MODEL, SCHEMA, parse};
use llm_compare::prose::method;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Publishes `dist/catalog/v1` of a site below the path `base`. Run a second time, it finds nothing left to do.
pub(crate) fn run(dist: &Path, base: &str) -> Result<(), Error> {
    let root = dist.join("catalog");
    let plain = root.join("v1");
    let loose = minified(&plain)?;
    if loose.is_empty() {
        return already_published(&root, &plain);
    }
    let mut files = loose.clone();
    // Written from the code that applies it, so that it is never behind.
    files.insert("method.json".to_owned(), files::compact(&method())?);
    add_own_model(&mut files)?;
    let version = format!("v1/{:016x}", content_hash(&files));
    let target = root.join(&version);
    for (name, content) in &files {
        files::write(&target.join(name), content.as_bytes())?;
    }
    let manifest = Manifest { schema: SCHEMA, version };
    files::write(&root.join("manifest.json"), files::compact(&manifest)?.as_bytes())?;
    fill_in_page(dist, &root, &manifest.version, base)?;
    for name in loose.keys() {
        let path = plain.join(name);
        fs::remove_file(&path).map_err(Error::io("remove", &path))?;
    }
    let models = plain.join("models");
    if models.exists() { fs::remove_dir(&models).map_err(Error::io("remove", &models)) } else { Ok(()) }
}

/// Adds the model that is the reader's own, behind all others.
fn add_own_model(files: &mut BTreeMap<String, String>) -> Result<(), Error> {
    const INDEX: &str = "index.json";
    let text = files.get(INDEX).map_or("", String::as_str);
    let mut index: Index = parse(INDEX, text).map_err(|error| Error::shape(Path::new(INDEX), "", error.to_string()))?;
    let [id, name, lab, lab_name] = [OWN_MODEL, "Your own model", "you", "You"].map(str::to_owned);
    let aliases = vec!["private-model".to_owned(), "self-hosted-model".to_owned()];
    let model = Model {
        schema: SCHEMA,
        id: id.clone(),
        name: name.clone(),
        lab: lab.clone(),
        lab_name: lab_name.clone(),
        ..Model::default()
    };
    index.models.push(IndexRow { id, name, lab, lab_name, aliases, ..IndexRow::default() });
    files.insert(INDEX.to_owned(), files::compact(&index)?);
    files.insert(format!("models/{OWN_MODEL}.json"), files::compact(&model)?);
    Ok(())
}

/// Writes the version where the page's script looks for it, which saves a visitor the manifest's round trip, and where the
/// site lies into the address of the feed, which is the same on every page. The page stands in `folder` too: `/catalog` is
/// the address of a page, and many hosts look for one in a folder of that name before they look at any rule.
fn fill_in_page(dist: &Path, folder: &Path, version: &str, base: &str) -> Result<(), Error> {
    let page = dist.join("index.html");
    if !page.exists() {
        return Ok(());
    }
    let text = files::read_text(&page)?;
    let filled = text.replace("CATALOGUE_VERSION", version).replace("SITE_BASE", base.trim_end_matches('/'));
    files::write(&page, filled.as_bytes())?;
    files::write(&folder.join("index.html"), filled.as_bytes())
}

/// The catalogue's files without white space, by their path below `folder`. Folders of published versions are not
/// looked at.
fn minified(folder: &Path) -> Result<BTreeMap<String, String>, Error> {
    let mut files = BTreeMap::new();
    for (prefix, folder) in [("", folder.to_owned()), ("models/", folder.join("models"))] {
        for path in json_files(&folder)? {
            let value: serde_json::Value = files::read_json(&path)?;
            files.insert(format!("{prefix}{}", files::name(&path)), value.to_string());
        }
    }
    Ok(files)
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    files::list(folder, "json")
}

/// An earlier run left no loose files; its manifest must name a folder that is there.
fn already_published(root: &Path, plain: &Path) -> Result<(), Error> {
    let path = root.join("manifest.json");
    let nothing = || Error::shape(plain, "", "holds no catalogue. Build it with `catalog build` first");
    if !path.exists() {
        return Err(nothing());
    }
    let manifest: Manifest = parse("manifest.json", &files::read_text(&path)?)
        .map_err(|error| Error::shape(&path, "", error.to_string()))?;
    if root.join(&manifest.version).join("index.json").exists() { Ok(()) } else { Err(nothing()) }
}

/// FNV-1a over names and contents: stable everywhere, and a collision costs no more than a stale cache.
fn content_hash(files: &BTreeMap<String, String>) -> u64 {
    let bytes = files.iter().flat_map(|(name, content)| [name.as_str(), "\0", content.as_str(), "\0"]);
    bytes
        .flat_map(str::bytes)
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    const INDEX: &str = r#"{
  "schema": 1,
  "models": [{"id": "a", "name": "A", "lab": "b", "lab_name": "B", "hosts": 0, "providers": 0}]
}"#;

    #[test]
    fn files_move_into_a_folder_named_after_their_content_and_a_second_run_changes_nothing() {
        let dist = Scratch::new();
        dist.write("catalog/v1/index.json", INDEX);
        dist.write("catalog/v1/models/a.json", "{ \"schema\": 1 }");
        dist.write("index.html", "<script data-catalog=CATALOGUE_VERSION></script>");
        run(dist.path(), "/").unwrap();
        let manifest = dist.read("catalog/manifest.json");
        let version = parse::<Manifest>("manifest.json", &manifest).unwrap().version;
        assert_eq!(version.len(), "v1/".len() + 16, "{version}");
        let index: Index = parse("index.json", &dist.read(&format!("catalog/{version}/index.json"))).unwrap();
        assert_eq!(index.models.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["a", OWN_MODEL]);
        parse::<Model>("own", &dist.read(&format!("catalog/{version}/models/{OWN_MODEL}.json"))).unwrap();
        assert_eq!(dist.read(&format!("catalog/{version}/models/a.json")), r#"{"schema":1}"#);
        assert!(!dist.path().join("catalog/v1/index.json").exists());
        assert_eq!(dist.read("index.html"), format!("<script data-catalog={version}></script>"));
        assert_eq!(dist.read("catalog/index.html"), dist.read("index.html"), "hosts look into the folder");
        run(dist.path(), "/").unwrap();
        assert_eq!(dist.read("catalog/manifest.json"), manifest);
    }

    #[test]
    fn the_page_names_the_feed_wherever_the_site_lies() {
        for (base, address) in [("/", "/feed.xml"), ("/x/", "/x/feed.xml"), ("/x", "/x/feed.xml")] {
            let dist = Scratch::new();
            dist.write("catalog/v1/index.json", INDEX);
            dist.write("index.html", include_str!("../../../index.html"));
            run(dist.path(), base).unwrap();
            let page = dist.read("index.html");
            assert!(page.contains(&format!("href=\"{address}\"")), "{base}: {page}");
        }
    }

    #[test]
    fn the_version_follows_the_content_and_not_its_layout() {
        let version = |index: &str| {
            let dist = Scratch::new();
            dist.write("catalog/v1/index.json", index);
            dist.write("catalog/v1/models/a.json", "{}");
            run(dist.path(), "/").unwrap();
            dist.read("catalog/manifest.json")
        };
        assert_eq!(version(INDEX), version(&INDEX.replace(['\n', ' '], "")));
        assert_ne!(version(INDEX), version(r#"{"schema":1,"models":[]}"#));
    }

    #[test]
    fn a_site_without_a_catalogue_is_an_error_that_says_what_to_do() {
        let dist = Scratch::new();
        let error = run(dist.path(), "/").unwrap_err().to_string();
        assert!(error.contains("catalog/v1") && error.contains("catalog build"), "{error}");
    }
}
