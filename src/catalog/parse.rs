//! Text of a catalogue file → its type, with errors that name the file and the place.

use super::CatalogError;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The version of the files that this code reads and writes.
pub const SCHEMA: u32 = 1;

/// The content of `manifest.json`: which version of the catalogue is current.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Manifest {
    /// Version of the file's shape; see [`SCHEMA`].
    pub schema: u32,
    /// Folder of the current version, relative to the manifest: `v1/<hash>`.
    pub version: String,
}

#[derive(Deserialize)]
struct Head {
    schema: u32,
}

/// Reads `text`, the content of `file`.
///
/// # Errors
/// [`CatalogError::Schema`] for another version (looked at first, so that a newer file is not called damaged),
/// [`CatalogError::Malformed`] with line and column for anything else.
pub fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, CatalogError> {
    let malformed =
        |error: serde_json::Error| CatalogError::Malformed { file: file.to_owned(), reason: error.to_string() };
    let head: Head = serde_json::from_str(text).map_err(malformed)?;
    if head.schema != SCHEMA {
        return Err(CatalogError::Schema { file: file.to_owned(), found: head.schema });
    }
    serde_json::from_str(text).map_err(malformed)
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
        assert!(error(r#"{"schema":1}"#).contains("missing field `version`"));
    }
}
