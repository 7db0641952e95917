//! Reading back, from a figure on the page, where it comes from.

use crate::table::Provenance;
use web_sys::Element;

/// What a figure's attributes say.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Source {
    /// Every digit, where the figure is rounded.
    pub(super) exact: Option<String>,
    /// Where it comes from.
    pub(super) provenance: Provenance,
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
    let url = figure.get_attribute("data-url");
    let provenance = Provenance { source, as_of, agree: words.collect(), disputed, url };
    Some((figure.clone(), Source { exact: figure.get_attribute("data-exact"), provenance }))
}
