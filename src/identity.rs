//! From the many spellings of a model id to one key.
