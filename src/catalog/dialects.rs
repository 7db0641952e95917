//! How a request is written in each format: `dialects.json`.

use super::declare::record;
use super::route::Dialect;

record! {
    /// The content of `dialects.json`.
    pub struct Dialects {
        /// Version of the file's shape; see [`super::SCHEMA`].
        pub schema: u32,
        /// Every format that is described, in the order of [`Dialect`].
        pub dialects: Vec<DialectGuide>,
    }
}

impl Dialects {
    /// The guide to `dialect`; [`Dialect::Own`] has none.
    pub fn guide(&self, dialect: Dialect) -> Option<&DialectGuide> {
        self.dialects.iter().find(|guide| guide.id == dialect)
    }
}

record! {
    /// One format of requests: where things stand in it, as short phrases in its own terms, and one request as code.
    pub struct DialectGuide {
        /// The format.
        pub id: Dialect,
        /// Name, for reading.
        pub name: String,
        /// Address of its official documentation.
        pub doc: String,
        /// Where the model is named.
        pub model: String,
        /// Where the system instruction goes.
        pub system: String,
        /// Where the text of the answer stands.
        pub answer: String,
        /// How a request carries the key.
        pub auth: String,
        /// What limits the length of the answer.
        pub limit: String,
        /// Where functions are described.
        pub tools: String,
        /// How streaming is asked for.
        pub stream: String,
        /// How effort of reasoning is asked for.
        pub effort: String,
        /// The request with curl.
        pub curl: Snippet,
        /// The request in Python.
        pub python: Snippet,
        /// The request in TypeScript, as a module for Node.js.
        pub typescript: Snippet,
    }
}

record! {
    /// A complete request as code: a system instruction, one message, and the text of the answer printed.
    pub struct Snippet {
        /// What is to be installed from PyPI or npm; nothing for curl.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub package: Option<String>,
        /// The code, with the placeholders that [`crate::switch::code`] fills in.
        pub code: String,
    }
}
