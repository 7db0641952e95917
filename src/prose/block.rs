//! Parts of a section that is text, written as HTML for the page and as Markdown to take away.

use crate::html::Html;
use crate::table::{Head, PRESS, Row, write_framed};
use std::fmt::Write;

/// A part of a section.
#[derive(Debug)]
pub enum Block {
    /// The heading of a part.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A remark on what is above.
    Remark(String),
    /// Points.
    List(Vec<String>),
    /// Points with a box to tick.
    Checklist(Vec<String>),
    /// Links to other pages of the site, each with why it is there.
    Links(Vec<Link>),
    /// A link to a page elsewhere, and its address.
    Source(String, String),
    /// A program, and the language it is in.
    Code(&'static str, String),
    /// A table; its label is the id of the section's heading.
    Table(Vec<Head>, Vec<Row>),
    /// A button; `.1` says what it does, see [`PRESS`].
    Button(&'static str, String),
    /// Parts that are shown when their summary is pressed.
    Fold(String, Vec<Block>),
}

/// A link to another page of the site.
#[derive(Debug)]
pub struct Link {
    /// Its address below the base of the site.
    pub address: String,
    /// What it leads to.
    pub text: String,
    /// Why it is there.
    pub why: String,
}

/// The blocks as HTML. `label` is the id of what names a table, `base` what stands before every address.
pub fn html(blocks: &[Block], label: &str, base: &str) -> String {
    let mut html = Html::default();
    blocks.iter().for_each(|block| write_html(&mut html, block, label, base));
    html.finish()
}

fn write_html(html: &mut Html, block: &Block, label: &str, base: &str) {
    match block {
        Block::Heading(text) => html.element("h3", "", text),
        Block::Paragraph(text) => html.element("p", "", text),
        Block::Remark(text) => html.element("p", "quiet", text),
        Block::List(lines) | Block::Checklist(lines) => {
            html.markup("<ul class=\"points\">");
            lines.iter().for_each(|line| html.element("li", "", line));
            html.close("ul");
        }
        Block::Links(links) => {
            html.markup("<ul class=\"points\">");
            for link in links {
                html.markup("<li>");
                html.open("a", &[("href", Some(&format!("{base}{}", link.address)))]);
                html.text(&link.text);
                html.close("a");
                html.element("span", "hint", &link.why);
                html.close("li");
            }
            html.close("ul");
        }
        Block::Source(text, address) => {
            html.markup("<p class=\"quiet\">");
            html.outside(address, text);
            html.close("p");
        }
        Block::Code(language, text) => {
            let frame = [("class", Some("code")), ("tabindex", Some("0")), ("role", Some("group"))];
            html.open("pre", &[&frame[..], &[("aria-label", Some(*language))]].concat());
            html.element("code", "", text);
            html.close("pre");
        }
        Block::Table(heads, rows) => write_framed(html, heads, rows, label),
        Block::Button(word, does) => {
            html.open("button", &[("type", Some("button")), ("class", Some("button")), (PRESS, Some(does))]);
            html.text(word);
            html.close("button");
        }
        Block::Fold(summary, blocks) => {
            html.markup("<details class=\"more\">");
            html.element("summary", "", summary);
            blocks.iter().for_each(|block| write_html(html, block, label, base));
            html.close("details");
        }
    }
}

/// The text of the blocks as Markdown. Tables and buttons belong to the page alone.
pub fn markdown(blocks: &[Block]) -> String {
    let mut out = String::new();
    blocks.iter().for_each(|block| write_markdown(&mut out, block));
    out
}

fn write_markdown(out: &mut String, block: &Block) {
    let mut points = |mark: &str, lines: &[String]| {
        lines.iter().for_each(|line| out.push_str(&format!("{mark}{line}\n")));
        out.push('\n');
    };
    let _ = match block {
        Block::List(lines) => return points("- ", lines),
        Block::Checklist(lines) => return points("- [ ] ", lines),
        Block::Source(text, address) => write!(out, "[{text}]({address})\n\n"),
        Block::Heading(text) => write!(out, "### {text}\n\n"),
        Block::Paragraph(text) | Block::Remark(text) => write!(out, "{text}\n\n"),
        Block::Links(links) => {
            let line = |link: &Link| format!("{} ({}): {}", link.text, link.address, link.why);
            return points("- ", &links.iter().map(line).collect::<Vec<_>>());
        }
        Block::Code(language, text) => {
            write!(out, "```{}\n{}\n```\n\n", language.to_ascii_lowercase(), text.trim_end())
        }
        Block::Fold(summary, blocks) => {
            let _ = write!(out, "{summary}\n\n");
            return blocks.iter().for_each(|block| write_markdown(out, block));
        }
        Block::Table(..) | Block::Button(..) => return,
    };
}
