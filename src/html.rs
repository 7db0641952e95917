//! HTML as text, for what is drawn by the thousand: a browser parses a table faster than an app can build it node by
//! node.
//!
//! Names of elements and attributes are the program's own; texts and values, which are not, are always escaped.

/// HTML being written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Begins an element. Attributes without a value are left out.
    pub fn open(&mut self, name: &'static str, attributes: &[(&'static str, Option<&str>)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            if let Some(value) = value {
                self.0.push(' ');
                self.0.push_str(attribute);
                self.0.push_str("=\"");
                self.text(value);
                self.0.push('"');
            }
        }
        self.0.push('>');
    }

    /// Ends an element.
    pub fn close(&mut self, name: &'static str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// Markup of the program's own.
    pub fn markup(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    /// Text, or a part of an attribute's value.
    pub fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                other => self.0.push(other),
            }
        }
    }

    /// An element that holds nothing but text; nothing at all when there is no text.
    pub fn element(&mut self, name: &'static str, class: &'static str, text: &str) {
        if !text.is_empty() {
            self.open(name, &[("class", some(class))]);
            self.text(text);
            self.close(name);
        }
    }

    /// A link to a page elsewhere; only its text where there is no address.
    pub fn outside(&mut self, address: &str, text: &str) {
        if address.is_empty() {
            return self.text(text);
        }
        self.open("a", &[("href", Some(address)), ("rel", Some("noopener")), ("target", Some("_blank"))]);
        self.text(text);
        self.close("a");
    }

    /// What another writer has finished.
    pub fn append(&mut self, finished: &Self) {
        self.0.push_str(&finished.0);
    }

    /// What has been written.
    pub fn finish(self) -> String {
        self.0
    }
}

/// An attribute's value; none when it would be empty.
pub const fn some(value: &str) -> Option<&str> {
    if value.is_empty() { None } else { Some(value) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn elements_nest_and_attributes_without_a_value_are_left_out() {
        let mut html = Html::default();
        html.open("td", &[("class", Some("number")), ("title", None)]);
        html.element("b", "", "1 < 2");
        html.element("i", "hint", "");
        html.close("td");
        assert_eq!(html.finish(), r#"<td class="number"><b>1 &lt; 2</b></td>"#);
    }

    #[test]
    fn what_has_no_address_is_no_link() {
        let mut html = Html::default();
        html.outside("https://example.org/?a&b", "there");
        html.outside("", "by hand");
        let link = "<a href=\"https://example.org/?a&amp;b\" rel=\"noopener\" target=\"_blank\">there</a>";
        assert_eq!(html.finish(), format!("{link}by hand"));
    }

    fn unescaped(html: &str) -> String {
        let plain = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
        plain.replace("&amp;", "&")
    }

    proptest! {
        #[test]
        fn no_text_can_become_markup_or_leave_its_attribute(text in ".*") {
            let mut html = Html::default();
            html.text(&text);
            let written = html.finish();
            prop_assert!(!written.contains(['<', '>', '"', '\'']));
            prop_assert_eq!(unescaped(&written), text);
        }
    }
}
