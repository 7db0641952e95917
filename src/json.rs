//! JSON as text, where it is written. The library's writer would be 2.6 kB of code for the browser.

/// Writes a text with its quotes. `<` is escaped too, so that it can stand in a page.
pub fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\0'..='\x1f' | '<' => out.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// An object that is being written.
#[derive(Debug, Default)]
pub struct Object(String);

impl Object {
    /// Adds what is JSON already.
    pub fn put(&mut self, key: &str, json: &str) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        quoted(&mut self.0, key);
        self.0.push(':');
        self.0.push_str(json);
    }

    /// Adds a text.
    pub fn text(&mut self, key: &str, text: &str) {
        let mut json = String::new();
        quoted(&mut json, text);
        self.put(key, &json);
    }

    /// The object.
    pub fn finish(mut self) -> String {
        self.0.push_str(if self.0.is_empty() { "{}" } else { "}" });
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_text_reads_back_and_none_ends_an_element(text in ".*") {
            let mut out = String::new();
            quoted(&mut out, &text);
            prop_assert!(!out.contains('<'));
            prop_assert_eq!(serde_json::from_str::<String>(&out).unwrap(), text);
        }
    }
}
