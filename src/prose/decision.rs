//! Everything that the sections about a decision say, made once for all of them: first what is decided, then its words.

use super::block::{Block, Blocks};
use super::deep_dive::deep_dive;
use super::faq::Questions;
use super::next::next;
use super::priorities::{priorities_blocks, priorities_form};
use crate::decide::{Field, Judgement, Priorities, judge, reasons, scorecard, verdict};
use crate::switch::friction;
use crate::table::Row;

/// What the facts come to.
#[derive(Debug, Default)]
pub struct Decision {
    /// The verdict in a sentence.
    pub summary: String,
    /// What the verdict rests on, and what is not known.
    pub verdict: Blocks,
    /// The rows of the scorecard.
    pub scorecard: Vec<Row>,
    /// The form for what a reader says matters, as HTML.
    pub form: String,
    /// What the reader's must-haves and weights come to.
    pub priorities: Blocks,
}

/// What the facts come to for a field. Nothing is decided for a single side.
pub fn decision(field: &Field, priorities: &Priorities) -> Decision {
    let judgements = judge(field);
    let mut all = Decision { scorecard: scorecard(field, &judgements), ..Decision::default() };
    if field.sides.len() < 2 {
        return all;
    }
    let verdict = verdict(field, &judgements);
    all.form = priorities_form(field, priorities);
    priorities_blocks(field, &judgements, priorities, verdict.kind, &mut all.priorities);
    all.summary = verdict.sentence;
    all.verdict.list(verdict.basis);
    if !verdict.missing.is_empty() {
        all.verdict.remark(format!("Not known: {}.", verdict.missing.join("; ")));
    }
    all
}

/// The sections that say it in words.
#[derive(Debug, Default)]
pub struct Details {
    /// What speaks for each side.
    pub tradeoffs: Blocks,
    /// What it takes to move from one to the other.
    pub switch: Blocks,
    /// The largest differences in words.
    pub deep_dive: Blocks,
    /// Questions and answers.
    pub questions: Questions,
    /// Which comparisons may be useful next.
    pub next: Blocks,
}

/// What there is to say of a field. The first of three and four sides is compared with each of the others.
pub fn details(field: &Field, priorities: &Priorities) -> Details {
    let mut all = Details::default();
    next(field, &mut all.next);
    for other in 1..field.sides.len() {
        all.add_pair(&field.pair(0, other), &priorities.uses, field.sides.len() > 2);
    }
    all
}

impl Details {
    fn add_pair(&mut self, pair: &Field, uses: &[String], headed: bool) {
        let judgements = judge(pair);
        if headed {
            let names = format!("{} and {}", pair.name(0), pair.name(1));
            self.deep_dive.heading(names.clone());
            self.tradeoffs.heading(names);
            self.tradeoffs.paragraph(verdict(pair, &judgements).sentence);
        }
        tradeoffs(pair, &judgements, &mut self.tradeoffs);
        friction(pair, uses, &mut self.switch);
        deep_dive(pair, &judgements, &mut self.deep_dive);
        self.questions.add_pair(pair, &judgements, headed);
    }
}

fn tradeoffs(pair: &Field, judgements: &[Judgement], out: &mut Blocks) {
    let all = reasons(pair, judgements);
    for (at, side) in pair.sides.iter().enumerate() {
        let mut points = Vec::new();
        for reason in all.iter().filter(|reason| reason.side == at) {
            points.push(format!("{}: {}", reason.when, reason.figures));
        }
        let heading = match points.is_empty() {
            true => format!("Nothing that compares speaks for {}", pair.name(at)),
            false => format!("Choose {} when", pair.name(at)),
        };
        out.add(Block::Card(side.side, heading, points));
    }
}
