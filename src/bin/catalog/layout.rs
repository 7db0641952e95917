//! JSON for people and diffs: whatever fits on one line stays on one, everything else has one member to a line.

const WIDTH: usize = 140;

/// Lays out JSON that has no white space. The order of keys stays.
pub(crate) fn lay_out(compact: &str) -> String {
    let mut out = String::with_capacity(compact.len() * 5 / 4);
    value(compact, 0, 0, &mut out);
    out.push('\n');
    out
}

/// Writes one value. `used` is what its line holds already, `depth` how deep it stands.
fn value(text: &str, used: usize, depth: usize, out: &mut String) {
    let body = text.strip_prefix(['{', '[']).and_then(|rest| rest.strip_suffix(['}', ']']));
    let Some(body) = body.filter(|_| used + text.len() > WIDTH) else {
        one_line(text, out);
        return;
    };
    let indent = "  ".repeat(depth + 1);
    out.push_str(text.get(..1).unwrap_or_default());
    for (at, member) in members(body).into_iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        out.push_str(&indent);
        let (key, inner) = key_and_value(member).filter(|_| text.starts_with('{')).unwrap_or(("", member));
        if !key.is_empty() {
            out.push_str(key);
            out.push_str(": ");
        }
        value(inner, indent.len() + key.len() + 2, depth + 1, out);
    }
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
    out.push_str(text.get(text.len().saturating_sub(1)..).unwrap_or_default());
}

/// Copies what stands between commas and colons in one go.
fn one_line(text: &str, out: &mut String) {
    let mut start = 0;
    for (at, ..) in structure(text).filter(|(_, byte, _)| matches!(byte, b',' | b':')) {
        out.push_str(text.get(start..=at).unwrap_or_default());
        out.push(' ');
        start = at + 1;
    }
    out.push_str(text.get(start..).unwrap_or_default());
}

/// The members of an object or the elements of a list.
fn members(body: &str) -> Vec<&str> {
    let (mut found, mut start) = (Vec::new(), 0);
    for (at, byte, depth) in structure(body) {
        if byte == b',' && depth == 0 {
            found.extend(body.get(start..at));
            start = at + 1;
        }
    }
    found.extend(body.get(start..).filter(|rest| !rest.is_empty()));
    found
}

fn key_and_value(member: &str) -> Option<(&str, &str)> {
    let (at, ..) = structure(member).find(|(_, byte, _)| *byte == b':')?;
    Some((member.get(..at)?, member.get(at + 1..)?))
}

/// The position of every byte outside strings, the byte, and how many brackets are open there.
fn structure(text: &str) -> impl Iterator<Item = (usize, u8, u32)> {
    let (mut inside, mut escaped, mut depth) = (false, false, 0_u32);
    text.bytes().enumerate().filter_map(move |(at, byte)| {
        if inside {
            inside = byte != b'"' || escaped;
            escaped = byte == b'\\' && !escaped;
            return None;
        }
        match byte {
            b'"' => inside = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        Some((at, byte, depth))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays_on_one_line_and_the_rest_has_a_line_for_each_member() {
        let long = "x".repeat(90);
        let compact =
            format!(r#"{{"b":{{"text":"{long}","n":[1,2]}},"a":["{long}",{{"odd":"a,\"b\": {{"}}],"empty":{{}}}}"#);
        let expected = format!(
            "{{\n  \"b\": {{\"text\": \"{long}\", \"n\": [1, 2]}},\n  \"a\": [\"{long}\", {{\"odd\": \"a,\\\"b\\\": {{\"}}],\n  \"empty\": {{}}\n}}\n"
        );
        assert_eq!(lay_out(&compact), expected);
        assert_eq!(lay_out("[]"), "[]\n");
    }

    #[test]
    fn the_content_does_not_change() {
        let compact = format!(r#"{{"a":"\\\"{}","b":[{}]}}"#, "é,".repeat(80), vec![r#"{"k":"v: ["}"#; 40].join(","));
        let before: serde_json::Value = serde_json::from_str(&compact).unwrap();
        assert_eq!(serde_json::from_str::<serde_json::Value>(&lay_out(&compact)).unwrap(), before);
    }
}
