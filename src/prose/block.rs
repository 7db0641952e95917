//! Parts of a section that is text, written as HTML for the page and as Markdown to take away.

use crate::html::Html;
use crate::table::{Head, Row, letter, side_class, write_chart_taker, write_framed, write_lettered};

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
    /// What is said of one side, by its place on the page: a heading and points.
    Card(usize, String, Vec<String>),
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
    /// A chart.
    Chart(Html),
    /// Parts that are shown when their summary is pressed.
    Fold(String, Blocks),
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

/// Parts of a section, in their order.
#[derive(Debug, Default)]
pub struct Blocks(pub Vec<Block>);

// Each is called from many places: one call is smaller than what it does.
impl Blocks {
    /// Adds any part.
    pub fn add(&mut self, block: Block) {
        self.0.push(block);
    }

    /// Adds the heading of a part.
    pub fn heading(&mut self, text: String) {
        self.add(Block::Heading(text));
    }

    /// Adds a paragraph, unless there is nothing to say.
    pub fn paragraph(&mut self, text: String) {
        if !text.is_empty() {
            self.add(Block::Paragraph(text));
        }
    }

    /// Adds a remark, unless there is nothing to say.
    pub fn remark(&mut self, text: String) {
        if !text.is_empty() {
            self.add(Block::Remark(text));
        }
    }

    /// Adds points, unless there are none.
    pub fn list(&mut self, lines: Vec<String>) {
        if !lines.is_empty() {
            self.add(Block::List(lines));
        }
    }
}

/// The blocks as HTML. `label` is the id of what names a table, `base` what stands before every address.
pub fn html(blocks: &Blocks, label: &str, base: &str) -> String {
    let mut html = Html::default();
    blocks.0.iter().for_each(|block| write_html(&mut html, block, label, base));
    html.finish()
}

fn write_html(html: &mut Html, block: &Block, label: &str, base: &str) {
    match block {
        Block::Heading(text) => html.element("h3", "", text),
        Block::Paragraph(text) => html.element("p", "", text),
        Block::Remark(text) => html.element("p", "quiet", text),
        Block::List(lines) | Block::Checklist(lines) => write_points(html, lines),
        Block::Card(side, heading, lines) => {
            html.open("div", &[("class", Some(&format!("card {}", side_class(*side))))]);
            html.markup("<h3>");
            write_lettered(html, letter(*side), heading);
            html.close("h3");
            write_points(html, lines);
            html.close("div");
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
            html.markup("<p class=\"source\">");
            html.outside(address, text);
            html.close("p");
        }
        Block::Code(language, text) => {
            let frame = [("class", Some("code")), ("tabindex", Some("0")), ("role", Some("group"))];
            html.open("pre", &[&frame[..], &[("aria-label", Some(*language))]].concat());
            html.element("code", "", text);
            html.close("pre");
        }
        Block::Chart(chart) => {
            html.append(chart);
            write_chart_taker(html);
        }
        Block::Table(heads, rows) => write_framed(html, heads, rows, label),
        Block::Fold(summary, blocks) => {
            html.markup("<details class=\"more\">");
            html.element("summary", "", summary);
            blocks.0.iter().for_each(|block| write_html(html, block, label, base));
            html.close("details");
        }
    }
}

fn write_points(html: &mut Html, lines: &[String]) {
    html.markup("<ul class=\"points\">");
    lines.iter().for_each(|line| html.element("li", "", line));
    html.close("ul");
}

/// The text of the blocks as Markdown. Tables and charts belong to the page alone.
pub fn markdown(blocks: &Blocks) -> String {
    let mut out = String::new();
    blocks.0.iter().for_each(|block| write_markdown(&mut out, block));
    out
}

fn write_markdown(out: &mut String, block: &Block) {
    match block {
        Block::List(lines) => points(out, "- ", lines),
        Block::Checklist(lines) => points(out, "- [ ] ", lines),
        Block::Card(_, heading, lines) => {
            paragraph(out, &["### ", heading]);
            points(out, "- ", lines);
        }
        Block::Source(text, address) => paragraph(out, &["[", text, "](", address, ")"]),
        Block::Heading(text) => paragraph(out, &["### ", text]),
        Block::Paragraph(text) | Block::Remark(text) => paragraph(out, &[text]),
        Block::Links(links) => {
            for Link { address, text, why } in links {
                paragraph(out, &["- ", text, " (", address, "): ", why]);
            }
        }
        Block::Code(language, text) => paragraph(out, &["```", language, "\n", text, "\n```"]),
        Block::Fold(summary, blocks) => {
            paragraph(out, &[summary]);
            blocks.0.iter().for_each(|block| write_markdown(out, block));
        }
        Block::Table(..) | Block::Chart(_) => {}
    }
}

fn paragraph(out: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| out.push_str(part));
    out.push_str("\n\n");
}

fn points(out: &mut String, mark: &str, lines: &[String]) {
    for line in lines {
        out.push_str(mark);
        out.push_str(line);
        out.push('\n');
    }
    out.push('\n');
}
