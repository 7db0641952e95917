//! Reading and writing files, with errors that name the file and the place inside it.

use crate::error::Error;
use crate::layout::lay_out;
use llm_compare::catalog::{Read, read};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The text of a file that must not be empty.
pub(crate) fn read_text(path: &Path) -> Result<String, Error> {
    let text = fs::read_to_string(path).map_err(Error::io("read", path))?;
    if text.trim().is_empty() { Err(Error::shape(path, "", "is empty")) } else { Ok(text) }
}

/// A JSON file as `T`. The error carries the path inside the file.
pub(crate) fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T, Error> {
    let text = read_text(path)?;
    // Keeping track of the path takes as long again as reading, so only a file that fails is read with it.
    serde_json::from_str(&text).or_else(|_| {
        serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(&text))
            .map_err(|error| Error::shape(path, error.path().to_string(), error.inner().to_string()))
    })
}

/// A tree of the catalogue's own as its type. The error carries the first path inside the file that is wrong.
pub(crate) fn typed<T: Read>(tree: &Value, path: &Path) -> Result<T, Error> {
    read(tree).map_err(|problems| match problems.into_iter().next() {
        Some(problem) => Error::shape(path, problem.path, problem.what),
        None => Error::shape(path, "", "cannot be read"),
    })
}

/// A YAML file as `T`. The error carries the line.
pub(crate) fn read_yaml<T: DeserializeOwned>(path: &Path) -> Result<T, Error> {
    let text = read_text(path)?;
    // The digest `415e898` is a text and no number without an end.
    let options = serde_saphyr::options! { non_finite_float_policy: serde_saphyr::NonFiniteFloatPolicy::AsString };
    serde_saphyr::from_str_with_options(&text, options).map_err(|error| Error::shape(path, "", error.to_string()))
}

/// A TOML file as `T`. The error carries the path inside the file where the parser knows it, and the line.
pub(crate) fn read_toml<T: DeserializeOwned>(path: &Path) -> Result<T, Error> {
    let text = read_text(path)?;
    let reader = toml::Deserializer::parse(&text).map_err(|error| Error::shape(path, "", error.to_string()))?;
    serde_path_to_error::deserialize(reader)
        .map_err(|error| Error::shape(path, error.path().to_string(), error.inner().to_string()))
}

/// The files with this extension directly in `folder`, in the order of their names.
pub(crate) fn list(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, Error> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::io("read", folder))? {
        let path = entry.map_err(Error::io("read", folder))?.path();
        if path.is_file() && path.extension().is_some_and(|found| found == extension) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// The folders in a folder, sorted.
pub(crate) fn folders(path: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(path).map_err(Error::io("read", path))?;
    let mut folders = Vec::new();
    for entry in entries {
        let path = entry.map_err(Error::io("read", path))?.path();
        if path.is_dir() {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}

/// The rows of a CSV file, whose first line has the heads. The error carries the line of the row.
pub(crate) fn read_csv<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, Error> {
    let text = read_text(path)?;
    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize().enumerate().map(|(at, row)| {
        // The heads are line 1.
        row.map_err(|error: csv::Error| Error::shape(path, format!("line {}", at + 2), error.to_string()))
    });
    rows.collect()
}

/// The last part of a path: `b.json` of `a/b.json`.
pub(crate) fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The same without its ending, the last one if there are several.
pub(crate) fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, content: &[u8]) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::io("create", folder))?;
    }
    fs::write(path, content).map_err(Error::io("write", path))
}

/// Puts a file in the place of an old one in one step, unless it says the same.
pub(crate) fn replace(path: &Path, content: &str) -> Result<(), Error> {
    if fs::read(path).is_ok_and(|old| old == content.as_bytes()) {
        return Ok(());
    }
    let aside = path.with_file_name(format!(".{}.new", name(path)));
    write(&aside, content.as_bytes())?;
    fs::rename(&aside, path).map_err(Error::io("move", &aside))
}

/// Leaves out of a tree, at every depth, the members of objects that `keep` does not want.
pub(crate) fn prune(tree: &mut Value, keep: fn(&str, &Value) -> bool) {
    match tree {
        Value::Object(members) => {
            members.retain(|key, value| keep(key, value));
            members.values_mut().for_each(|value| prune(value, keep));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| prune(item, keep)),
        _ => {}
    }
}

/// JSON without white space.
pub(crate) fn compact(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::shape(Path::new("output"), "", error.to_string()))
}

/// JSON for people and diffs.
pub(crate) fn readable(value: &impl Serialize) -> Result<String, Error> {
    Ok(lay_out(&compact(value)?))
}
