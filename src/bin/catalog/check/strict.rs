//! Two JSON values compared key by key.

use serde_json::Value;

/// Calls `found` with the path and a description of every difference between a file and what its type makes of it.
pub(super) fn differences(file: &Value, typed: &Value, found: &mut impl FnMut(&str, String)) {
    walk("", file, typed, found);
}

fn walk(path: &str, file: &Value, typed: &Value, found: &mut impl FnMut(&str, String)) {
    match (file, typed) {
        (Value::Object(left), Value::Object(right)) => {
            for (key, value) in left {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                match right.get(key) {
                    Some(typed) => walk(&path, value, typed, found),
                    None => {
                        found(&path, "is a key that the catalogue does not have, or states what is left out".to_owned())
                    }
                }
            }
            for key in right.keys().filter(|key| !left.contains_key(*key)) {
                found(path, format!("lacks \"{key}\""));
            }
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            for (at, (value, typed)) in left.iter().zip(right).enumerate() {
                walk(&format!("{path}[{at}]"), value, typed, found);
            }
        }
        _ if file == typed => {}
        _ => found(path, format!("reads {file}, which is written {typed}")),
    }
}
