//! Forms as HTML. Each field says in [`PRESS`] what it sets, and has room behind it for what is wrong with its value.

use crate::html::{Html, some};
use crate::table::PRESS;

/// Begins a group of fields, which is folded unless something is set in it.
pub(crate) fn group(html: &mut Html, name: &str, set: bool) {
    html.open("details", &[("class", Some("more")), ("open", set.then_some(""))]);
    html.element("summary", "", name);
    fields(html, name);
}

/// Begins fields that are never folded.
pub(crate) fn fields(html: &mut Html, name: &str) {
    html.open("div", &[("class", Some("choices")), ("role", Some("group")), ("aria-label", Some(name))]);
}

/// Ends a group.
pub(crate) const GROUP_END: &str = "</div></details>";

/// A box to tick.
pub(crate) fn tick(html: &mut Html, what: &str, label: &str, on: bool) {
    html.markup("<label class=\"tick\">");
    html.open("input", &[("type", Some("checkbox")), (PRESS, Some(what)), ("checked", on.then_some(""))]);
    html.text(" ");
    html.text(label);
    html.close("label");
}

/// A field to type in. Of numbers the largest that is allowed is named in `most`.
pub(crate) fn entry(html: &mut Html, what: &str, label: &str, kind: &str, value: &str, most: &str) {
    let id = begin(html, what, label);
    let attributes = [
        ("id", Some(id.as_str())),
        ("type", Some(kind)),
        (PRESS, Some(what)),
        ("value", some(value)),
        ("min", some(most).map(|_| "0")),
        ("max", some(most)),
        ("autocomplete", Some("off")),
    ];
    html.open("input", &attributes);
    html.markup("<span class=\"field-error\" role=\"status\"></span></div>");
}

/// A JSON file to read.
pub(crate) fn file(html: &mut Html, what: &str, label: &str) {
    let id = begin(html, what, label);
    let attributes =
        [("id", Some(id.as_str())), ("type", Some("file")), ("accept", Some(".json")), (PRESS, Some(what))];
    html.open("input", &attributes);
    html.markup("<span class=\"field-error\" role=\"status\"></span></div>");
}

/// A list to choose from: values with their names.
pub(crate) fn choice(html: &mut Html, what: &str, label: &str, options: &[(&str, &str)], chosen: &str) {
    let id = begin(html, what, label);
    html.open("select", &[("id", Some(&id)), (PRESS, Some(what))]);
    for (value, name) in options {
        html.open("option", &[("value", Some(value)), ("selected", (*value == chosen).then_some(""))]);
        html.text(name);
        html.close("option");
    }
    html.markup("</select></div>");
}

/// Begins a field with its label, and gives it an id.
fn begin(html: &mut Html, what: &str, label: &str) -> String {
    let id = format!("set-{what}");
    html.markup("<div class=\"entry\">");
    html.open("label", &[("for", Some(&id))]);
    html.text(label);
    html.close("label");
    id
}
