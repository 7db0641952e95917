//! Everything that the sections about a decision say, made once for all of them.

use super::block::Block;
use crate::decide::{Field, Judgement, Reason, Verdict, judge, reasons, scorecard, verdict};
use crate::table::Row;

/// What the sections about a decision say.
#[derive(Debug, Default)]
pub struct Decision {
    /// The verdict, below the pickers.
    pub verdict: Vec<Block>,
    /// The rows of the scorecard.
    pub scorecard: Vec<Row>,
    /// What speaks for each side.
    pub tradeoffs: Vec<Block>,
}

/// What there is to say of a field. The first of three and four sides is compared with each of the others. Nothing is
/// decided for a single side.
pub fn decision(field: &Field) -> Decision {
    let judgements = judge(field);
    let mut all = Decision { scorecard: scorecard(field, &judgements), ..Decision::default() };
    if field.sides.len() < 2 {
        return all;
    }
    all.verdict = verdict_blocks(&verdict(field, &judgements));
    for other in 1..field.sides.len() {
        let pair = field.pair(0, other);
        all.add_pair(&pair, field.sides.len() > 2);
    }
    all
}

impl Decision {
    fn add_pair(&mut self, pair: &Field, headed: bool) {
        let judgements = judge(pair);
        if headed {
            let heading = Block::Heading(format!("{} and {}", pair.name(0), pair.name(1)));
            self.tradeoffs.push(heading);
            self.tradeoffs.push(Block::Paragraph(verdict(pair, &judgements).sentence));
        }
        self.tradeoffs.extend(tradeoffs(pair, &judgements));
    }
}

fn verdict_blocks(verdict: &Verdict) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(verdict.sentence.clone())];
    let mut more = Vec::new();
    if !verdict.basis.is_empty() {
        more.push(Block::List(verdict.basis.clone()));
    }
    if !verdict.missing.is_empty() {
        more.push(Block::Remark(format!("Not known: {}.", verdict.missing.join("; "))));
    }
    if !more.is_empty() {
        blocks.push(Block::Fold("What this rests on, and what is not known".to_owned(), more));
    }
    blocks
}

fn tradeoffs(pair: &Field, judgements: &[Judgement]) -> Vec<Block> {
    let all = reasons(pair, judgements);
    let mut blocks = Vec::new();
    for side in 0..pair.sides.len() {
        let of_side: Vec<_> = all.iter().filter(|reason| reason.side == side).map(point).collect();
        blocks.push(match of_side.is_empty() {
            true => Block::Paragraph(format!("Nothing that compares speaks for {}.", pair.name(side))),
            false => Block::Heading(format!("Choose {} when", pair.name(side))),
        });
        if !of_side.is_empty() {
            blocks.push(Block::List(of_side));
        }
    }
    blocks
}

fn point(reason: &Reason) -> String {
    format!("{}: {}", reason.when, reason.figures)
}
