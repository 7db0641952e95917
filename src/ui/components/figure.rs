//! One figure with its provenance at hand.
//!
//! A page has a thousand figures. Each carries its provenance in attributes, and the panel listens once for all.

use crate::compare::{Figure, Provenance};
use crate::html::{Html, some};
use web_sys::Element;

/// What a figure's attributes say.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Source {
    /// Every digit, where the figure is rounded.
    pub(super) exact: Option<String>,
    /// Where it comes from.
    pub(super) provenance: Provenance,
}

/// A figure. When its source is known it is a button: hovering or focusing shows the source, pressing keeps it open.
pub(super) fn write_figure(html: &mut Html, figure: &Figure) {
    let known = figure.reading.is_known();
    let Some(Provenance { source, as_of, agree, disputed }) = &figure.provenance else {
        return match known {
            true => html.text(figure.reading.text()),
            false => html.element("span", "unknown", figure.reading.text()),
        };
    };
    let mut stated = format!("{source} {as_of}");
    agree.iter().for_each(|source| stated = format!("{stated} {source}"));
    let disputed: Vec<_> = disputed.iter().map(|(value, source)| format!("{source} {value}")).collect();
    let disputed = disputed.join("\n");
    html.open(
        "button",
        &[
            ("type", Some("button")),
            ("class", Some(if known { "figure" } else { "figure unknown" })),
            ("data-source", Some(&stated)),
            ("data-elsewhere", some(&disputed)),
            ("data-exact", figure.exact.as_deref()),
        ],
    );
    html.text(figure.reading.text());
    html.close("button");
}

/// The source of the figure that `element` is or is in, with the figure itself.
pub(super) fn source_at(element: &Element) -> Option<(Element, Source)> {
    let figure = element.closest("button.figure").ok()??;
    let stated = figure.get_attribute("data-source")?;
    let mut words = stated.split(' ').map(str::to_owned);
    let (source, as_of) = (words.next()?, words.next()?.parse().ok()?);
    let elsewhere = figure.get_attribute("data-elsewhere").unwrap_or_default();
    let claim = |line: &str| line.split_once(' ').map(|(source, value)| (value.to_owned(), source.to_owned()));
    let disputed = elsewhere.lines().filter_map(claim).collect();
    let provenance = Provenance { source, as_of, agree: words.collect(), disputed };
    Some((figure.clone(), Source { exact: figure.get_attribute("data-exact"), provenance }))
}
