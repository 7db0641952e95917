//! Everything that the sections about a decision say, made once for all of them.

use super::block::Block;
use super::deep_dive::deep_dive;
use super::faq::{faq, faq_blocks, faq_json};
use super::next::next;
use super::priorities::{priorities_blocks, priorities_form};
use crate::decide::{Field, Judgement, Priorities, Verdict, judge, reasons, scorecard, verdict};
use crate::switch::friction;
use crate::table::Row;

/// What the sections about a decision say.
#[derive(Debug, Default)]
pub struct Decision {
    /// The verdict in a sentence.
    pub summary: String,
    /// What the verdict rests on, and what is not known.
    pub verdict: Vec<Block>,
    /// The rows of the scorecard.
    pub scorecard: Vec<Row>,
    /// What speaks for each side.
    pub tradeoffs: Vec<Block>,
    /// The form for what a reader says matters, as HTML.
    pub form: String,
    /// What the reader's must-haves and weights come to.
    pub priorities: Vec<Block>,
    /// What it takes to move from one to the other.
    pub switch: Vec<Block>,
    /// The largest differences in words.
    pub deep_dive: Vec<Block>,
    /// Questions and answers.
    pub faq: Vec<Block>,
    /// The same as structured data, see [`faq_json`].
    pub faq_json: String,
    /// Which comparisons may be useful next.
    pub next: Vec<Block>,
}

/// What there is to say of a field. The first of three and four sides is compared with each of the others. Nothing is
/// decided for a single side.
pub fn decision(field: &Field, priorities: &Priorities) -> Decision {
    let judgements = judge(field);
    let mut all = Decision { scorecard: scorecard(field, &judgements), ..Decision::default() };
    if field.sides.len() < 2 {
        all.next = next(field);
        return all;
    }
    let verdict = verdict(field, &judgements);
    all.verdict = grounds(&verdict);
    all.form = priorities_form(field, priorities);
    all.priorities = priorities_blocks(field, &judgements, priorities, verdict.kind);
    all.summary = verdict.sentence;
    let mut questions = Vec::new();
    for other in 1..field.sides.len() {
        let pair = field.pair(0, other);
        let judgements = judge(&pair);
        all.add_pair(&pair, &judgements, &priorities.uses, field.sides.len() > 2);
        questions.extend(faq(&pair, &judgements));
    }
    all.next = next(field);
    all.faq = faq_blocks(&questions);
    all.faq_json = faq_json(&questions);
    all
}

impl Decision {
    fn add_pair(&mut self, pair: &Field, judgements: &[Judgement], uses: &[String], headed: bool) {
        if headed {
            let heading = Block::Heading(format!("{} and {}", pair.name(0), pair.name(1)));
            self.tradeoffs.push(heading);
            self.tradeoffs.push(Block::Paragraph(verdict(pair, judgements).sentence));
        }
        self.tradeoffs.extend(tradeoffs(pair, judgements));
        self.switch.extend(friction(pair, uses));
        self.deep_dive.extend(deep_dive(pair, judgements));
    }
}

fn grounds(verdict: &Verdict) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !verdict.basis.is_empty() {
        blocks.push(Block::List(verdict.basis.clone()));
    }
    if !verdict.missing.is_empty() {
        blocks.push(Block::Remark(format!("Not known: {}.", verdict.missing.join("; "))));
    }
    blocks
}

fn tradeoffs(pair: &Field, judgements: &[Judgement]) -> Vec<Block> {
    let all = reasons(pair, judgements);
    let mut blocks = Vec::new();
    for (at, side) in pair.sides.iter().enumerate() {
        let mut points = Vec::new();
        for reason in all.iter().filter(|reason| reason.side == at) {
            points.push(format!("{}: {}", reason.when, reason.figures));
        }
        let heading = match points.is_empty() {
            true => format!("Nothing that compares speaks for {}", pair.name(at)),
            false => format!("Choose {} when", pair.name(at)),
        };
        blocks.push(Block::Card(side.side, heading, points));
    }
    blocks
}
