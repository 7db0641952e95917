//! How everything is computed, written from the code when the site is built: `method.json`.

use super::declare::record;

record! {
    /// The content of `method.json`.
    pub struct Method {
        /// Version of the file's shape; see [`super::SCHEMA`].
        pub schema: u32,
        /// The page, as HTML. Each cell of the class `example` waits for what it comes to for the models of a comparison,
        /// in the order of [`crate::prose::examples`].
        pub html: String,
    }
}
