//! Browser entry: mounts the app in the place of the static shell.

fn main() {
    llm_compare::ui::show_panics();
    llm_compare::ui::mount();
}
