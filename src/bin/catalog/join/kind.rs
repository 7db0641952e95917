//! What is a language model.

use crate::claims::Claim;
use llm_compare::catalog::Modality;

/// Words in the ids of models of other kinds. Feeds call the output of an embedding model "text".
const OTHER_KINDS: &str = "asr auto bge bert colbert e5 embed embedcode embedding embeddings embedqa esm2 esmfold gliner \
    gliner2 gte image imagen live livetranslate lyria minilm mpnet nemoretriever ocr realtime rerank \
    reranker router stt studiovoice transcribe translate tts usdvalidate voice voicechat voyage whisper";

/// Whether a row is about a model that reads text and writes text.
///
/// Out are embeddings, rerankers, speech and transcription, generators of pictures, video and music (also those that
/// write text beside the picture), models that only talk over an audio stream, and routers that pick a model. Models
/// that also write audio stay, and guards that one talks to like a chat model; guards that only classify do not.
pub(super) fn is_language_model(claim: &Claim) -> bool {
    let reads_text = claim.says.modalities_in.as_ref().is_none_or(|kinds| kinds.contains(&Modality::Text));
    let writes = claim.says.modalities_out.as_deref().unwrap_or(&[Modality::Text]);
    let only_words =
        writes.contains(&Modality::Text) && !writes.contains(&Modality::Image) && !writes.contains(&Modality::Video);
    let id = claim.id.to_lowercase();
    let mut words = id.split(|c: char| !c.is_ascii_alphanumeric());
    let named_otherwise = words.any(|word| OTHER_KINDS.split_ascii_whitespace().any(|kind| kind == word));
    reads_text && only_words && !named_otherwise && !id.contains("prompt-guard")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::{Origin, Place, Says};
    use Modality::{Audio, Image, Pdf, Text, Video};
    use llm_compare::units::Date;

    #[test]
    fn only_what_reads_and_writes_text_is_a_language_model() {
        for (id, reads, writes, expected) in [
            ("gpt-4o", vec![Text, Image, Pdf], vec![Text], true),
            ("qwen3-omni-flash", vec![Text, Audio, Video], vec![Text, Audio], true),
            ("llama-guard-4-12b", vec![Text, Image], vec![Text], true),
            ("nano-banana", vec![Text, Image], vec![Text, Image], false),
            ("whatever-stt", vec![Text], vec![Text], false),
            ("speech", vec![Audio], vec![Text], false),
            ("text-embedding-3-large", vec![Text], vec![Text], false),
            ("baai/bge-m3", vec![Text], vec![Text], false),
            ("kilo-auto/free", vec![Text], vec![Text], false),
            ("llama-prompt-guard-2-22m", vec![Text], vec![Text], false),
        ] {
            let origin = Origin { feed: "feed", source: "source".to_owned(), as_of: Date::EPOCH };
            let says = Says { modalities_in: Some(reads), modalities_out: Some(writes), ..Says::default() };
            let place = Place::Provider("provider".to_owned());
            let claim = Claim { origin, place, id: id.to_owned(), says, offer: None };
            assert_eq!(is_language_model(&claim), expected, "{id}");
        }
    }
}
