//! How the catalogue's types are declared: once, for writing and for reading.

/// Declares a type of the catalogue: serde writes it, [`Read`] reads it; one key for each field, named like it.
macro_rules! record {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$field_about:meta])* pub $field:ident: $kind:ty),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
        pub struct $name { $($(#[$field_about])* pub $field: $kind),* }

        impl $crate::catalog::read::Read for $name {
            fn read(at: &$crate::catalog::read::At<'_>) -> Self {
                Self { $($field: at.field(stringify!($field))),* }
            }
        }
    };
}

/// Declares a fixed set of words of the catalogue; the first is the default. Feeds' files may use them through serde.
macro_rules! words {
    ($(#[$about:meta])* pub enum $name:ident {
        $(#[$first_about:meta])* $first:ident = $first_text:literal
        $(, $(#[$word_about:meta])* $word:ident = $text:literal)* $(,)?
    }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $(#[$first_about])*
            #[default]
            #[serde(rename = $first_text)]
            $first,
            $($(#[$word_about])* #[serde(rename = $text)] $word),*
        }

        impl $name {
            /// Every word, in the order of its declaration.
            pub const ALL: &'static [Self] = &[Self::$first $(, Self::$word)*];

            const WORDS: &[(&str, Self)] = &[($first_text, Self::$first) $(, ($text, Self::$word))*];

            /// As the files write it.
            pub const fn word(self) -> &'static str {
                match self {
                    Self::$first => $first_text,
                    $(Self::$word => $text),*
                }
            }
        }

        impl $crate::catalog::read::Read for $name {
            fn read(at: &$crate::catalog::read::At<'_>) -> Self {
                at.word(Self::WORDS)
            }
        }

        impl $crate::catalog::read::Word for $name {
            fn from_word(word: &str) -> Option<Self> {
                Self::WORDS.iter().find(|(text, _)| *text == word).map(|(_, value)| *value)
            }
        }
    };
}

pub(super) use {record, words};
