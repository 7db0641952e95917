//! The form for the traffic that is to be paid for, and what is to be known about it.

use super::block::{Block, Blocks, Link};
use crate::compare::workload_notes;
use crate::cost::{Kind, OF_A_SIDE, OF_THE_WORKLOAD, PRESETS, Setting};
use crate::form::{GROUP_END, choice, entry, fields, group};
use crate::html::Html;
use crate::link::{Address, PROVIDERS};
use crate::table::letter;

/// The key of the list of presets. It sets many things and is no part of a link.
pub const PRESET: &str = "preset";

/// Groups of the form: what they are called, and the keys of what can be set in them, of the workload and of a side.
const GROUPS: [(&str, &[&str], &[&str]); 4] = [
    ("Workload", &["n", "p", "i", "o", "r"], &[]),
    (ROUTES, &["cw"], &[]),
    ("Cache, batch and reasoning", &["c", "k", "l", "b"], &["t"]),
    ("Prompt lengths, tasks, retries and growth", &["j", "y", "z", "x", "h", "a", "g", "e", "v"], &["s", "f"]),
];

const ROUTES: &str = "Routes that may be paid";

/// What [`Address::providers`] is called.
pub(super) const ONLY_PROVIDERS: &str = "Only these providers, with commas between";

/// The form as HTML. What each field sets, see [`Address::set`].
pub fn workload_form(address: &Address) -> String {
    let mut html = Html::default();
    let sides = address.models().len();
    for (nth, (name, of_the_workload, of_a_side)) in GROUPS.into_iter().enumerate() {
        let ours = || OF_THE_WORKLOAD.iter().filter(|setting| of_the_workload.contains(&setting.key));
        let theirs = || OF_A_SIDE.iter().filter(|setting| of_a_side.contains(&setting.key));
        let by_side = || address.sides.iter().take(sides);
        if nth == 0 {
            fields(&mut html, name);
        } else {
            let is_set = (name == ROUTES && !address.providers.is_empty())
                || ours().any(|setting| setting.link(&address.workload).is_some())
                || by_side().any(|side| theirs().any(|setting| setting.link(&side.usage).is_some()));
            group(&mut html, name, is_set);
        }
        for setting in ours() {
            field(&mut html, setting.key, setting.label, setting, &address.workload);
        }
        if name == ROUTES {
            let providers = address.providers.join(", ");
            entry(&mut html, PROVIDERS, ONLY_PROVIDERS, "text", &providers, "");
        }
        for setting in theirs() {
            for (at, side) in by_side().enumerate() {
                let key = format!("{}{}", setting.key, letter(at).to_ascii_lowercase());
                field(&mut html, &key, &format!("{}, {}", setting.label, letter(at)), setting, &side.usage);
            }
        }
        if nth == 0 {
            presets(&mut html, address);
            html.close("div");
        } else {
            html.markup(GROUP_END);
        }
    }
    html.finish()
}

pub(super) fn field<T>(html: &mut Html, key: &str, label: &str, setting: &Setting<T>, of: &T) {
    let number = setting.get(of);
    match setting.kind {
        Kind::Choice(words) => choice(html, key, label, words, &setting.kind.link(number)),
        Kind::Percent(_) => entry(html, key, &format!("{label}, %"), "text", &setting.kind.text(number), ""),
        _ => entry(html, key, label, "text", &setting.kind.text(number), ""),
    }
}

fn presets(html: &mut Html, address: &Address) {
    let mut options = vec![("", "your own")];
    options.extend(PRESETS.iter().map(|preset| (preset.key, preset.name)));
    let chosen = PRESETS.iter().find(|preset| preset.is(&address.workload));
    choice(html, PRESET, "Tokens of a published trace", &options, chosen.map_or("", |preset| preset.key));
}

/// What is to be known about the workload, and where to read who has published it.
pub fn workload_blocks(address: &Address) -> Blocks {
    let mut blocks = Blocks::default();
    workload_notes(&address.workload).into_iter().for_each(|note| blocks.remark(note));
    let preset = PRESETS.iter().find(|preset| preset.is(&address.workload));
    if let Some(preset) = preset.filter(|preset| preset.key != PRESETS[0].key) {
        let address = Address::method(address.models()).to_string();
        let why = "who measured it, how much, and what it does not cover".to_owned();
        blocks.add(Block::Links(vec![Link { address, text: preset.name.to_owned(), why }]));
    }
    blocks
}
