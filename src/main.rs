//! Browser entry: mounts the app in the place of the static shell.

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    llm_compare::ui::show_panics();
    llm_compare::ui::mount();
}
