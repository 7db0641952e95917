//! Text of a catalogue file → its type, with errors that name the file and the place.

use super::CatalogError;
use super::declare::record;
use super::read::{At, Problem, Read, read_tree};
use super::tree::Tree;

/// The version of the files that this code reads and writes.
pub const SCHEMA: u32 = 1;
const SCHEMA_NUMBER: u64 = 1;

record! {
    /// The content of `manifest.json`: which version of the catalogue is current.
    pub struct Manifest {
        /// Version of the file's shape; see [`SCHEMA`].
        pub schema: u32,
        /// Folder of the current version, relative to the manifest: `v1/<hash>`.
        pub version: String,
    }
}

/// Reads `text`, the content of `file`.
///
/// # Errors
/// [`CatalogError::Schema`] for another version (looked at first, so that a newer file is not called damaged),
/// [`CatalogError::Malformed`] with the line, or the path inside the file, for anything else.
pub fn parse<T: Read>(file: &str, text: &str) -> Result<T, CatalogError> {
    let mut found = T::default();
    parse_with(file, text, &mut |at| found = T::read(at))?;
    Ok(found)
}

/// The same for what `read` makes of the content. Compiled once for all types.
///
/// # Errors
/// As [`parse`]; what `read` has made is then good for nothing.
pub fn parse_with(file: &str, text: &str, read: &mut dyn FnMut(&At<'_>)) -> Result<(), CatalogError> {
    read_tree(&tree(file, text)?, read).map_err(|problems| damage(file, &problems))
}

fn tree(file: &str, text: &str) -> Result<Tree, CatalogError> {
    let malformed = |reason: String| CatalogError::Malformed { file: file.to_owned(), reason };
    let tree: Tree = serde_json::from_str(text)
        .map_err(|error| malformed(format!("it is no JSON from line {} column {} on", error.line(), error.column())))?;
    match tree.get("schema").and_then(Tree::number) {
        Some(SCHEMA_NUMBER) => Ok(tree),
        Some(found) => Err(CatalogError::Schema { file: file.to_owned(), found }),
        None => Err(malformed("it has no schema number".to_owned())),
    }
}

fn damage(file: &str, problems: &[Problem]) -> CatalogError {
    let rest = if problems.len() > 1 { format!(", and {} more problems", problems.len() - 1) } else { String::new() };
    let first = problems.first().map(ToString::to_string).unwrap_or_default();
    CatalogError::Malformed { file: file.to_owned(), reason: format!("{first}{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        parse::<Manifest>("catalog/manifest.json", text).unwrap_err().to_string()
    }

    #[test]
    fn each_kind_of_damage_names_the_file_and_what_to_do() {
        let truncated = error(r#"{"schema":1,"vers"#);
        assert!(truncated.contains("catalog/manifest.json is damaged") && truncated.contains("line 1"), "{truncated}");
        assert!(error("<!doctype html>").contains("damaged"));
        assert!(error(r#"{"schema":2,"other":1}"#).contains("schema 2"));
        assert!(error(r#"{"schema":1}"#).contains("version: is missing"));
    }
}
