//! The app with other names of its imports and another order of its functions.

use std::collections::HashMap;
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, ImportSection, Module};
use wasmparser::{
    BinaryReaderError, CodeSectionReader, FunctionSectionReader, ImportSectionReader, Parser, Payload, TypeRef,
};

/// Short names for what the app imports from its script and for the script itself, and the script with them. A name stays where
/// the script does not state it just once.
pub(crate) fn shorten(wasm: &[u8], script: &str) -> Result<(HashMap<String, String>, String), String> {
    let (mut names, mut script) = (HashMap::new(), script.to_owned());
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::ImportSection(imports) = payload.map_err(unreadable)? else { continue };
        for import in imports.into_imports() {
            let import = import.map_err(unreadable)?;
            let module = ["\"", import.module, "\": "];
            for stated in [[" ", import.name, ": "], module] {
                let (short, name) = (short_name(names.len()), stated.concat());
                if script.matches(&name).count() == 1 && !names.contains_key(stated[1]) {
                    script = script.replace(&name, &[stated[0], &short, stated[2]].concat());
                    names.insert(stated[1].to_owned(), short);
                }
            }
        }
    }
    Ok((names, script))
}

/// `a`, `b`, … `z`, `ba`, …
fn short_name(number: usize) -> String {
    let letter = u32::try_from(number % 26).ok().and_then(|letter| char::from_digit(letter + 10, 36)).unwrap_or('a');
    let before = if number < 26 { String::new() } else { short_name(number / 26) };
    format!("{before}{letter}")
}

/// The functions of the app, each as it is written.
pub(crate) fn bodies(wasm: &[u8]) -> Result<Vec<&[u8]>, String> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CodeSectionEntry(body) = payload.map_err(unreadable)? {
            bodies.push(body.as_bytes());
        }
    }
    Ok(bodies)
}

/// The app with its imports called by `names` and its functions in that `order`.
pub(crate) fn rewrite(wasm: &[u8], names: &HashMap<String, String>, order: &[usize]) -> Result<Vec<u8>, String> {
    let mut places = vec![0; order.len()];
    for (place, at) in (0..).zip(order) {
        places.get_mut(*at).into_iter().for_each(|now| *now = place);
    }
    let (mut module, mut packer) = (Module::new(), Packer { names, order, places, imported: 0 });
    packer.parse_core_module(&mut module, Parser::new(0), wasm).map_err(|error| format!("The app: {error}."))?;
    Ok(module.finish())
}

fn unreadable(error: BinaryReaderError) -> String {
    format!("The app cannot be read: {error}.")
}

struct Packer<'a> {
    names: &'a HashMap<String, String>,
    /// The functions in their new order, by their old place.
    order: &'a [usize],
    /// The new place of each.
    places: Vec<u32>,
    /// How many functions are imported; they come first and stay where they are.
    imported: u32,
}

impl Reencode for Packer<'_> {
    type Error = Infallible;

    fn function_index(&mut self, index: u32) -> Result<u32, Error<Infallible>> {
        let own = index.checked_sub(self.imported).and_then(|own| self.places.get(usize::try_from(own).ok()?));
        Ok(own.map_or(index, |place| self.imported + place))
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            self.imported += u32::from(matches!(import.ty, TypeRef::Func(_)));
            let kind = self.entity_type(import.ty)?;
            let short = |name| self.names.get(name).map_or(name, String::as_str);
            imports.import(short(import.module), short(import.name), kind);
        }
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for kind in self.order.iter().filter_map(|at| types.get(*at)) {
            functions.function(self.type_index(*kind)?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for body in self.order.iter().filter_map(|at| bodies.get(*at)) {
            self.parse_function_body(code, body.clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, ExportSection, Function, Instruction, TypeSection};

    const SCRIPT: &str =
        "const import0 = {\n __wbg_log_0123: function() {},\n};\nreturn {\n \"./app_bg.js\": import0,\n};";

    /// An app that imports a function and has three of its own: each gives its number, the second after calling the third.
    fn app() -> Vec<u8> {
        let (mut types, mut imports, mut functions) =
            (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        types.ty().function([], [wasm_encoder::ValType::I32]);
        imports.import("./app_bg.js", "__wbg_log_0123", EntityType::Function(0));
        let (mut exports, mut code) = (ExportSection::new(), CodeSection::new());
        for number in 0..3 {
            functions.function(0);
            exports.export(&format!("own{number}"), ExportKind::Func, 1 + number);
            let mut body = Function::new([]);
            if number == 1 {
                body.instruction(&Instruction::Call(3)).instruction(&Instruction::Drop);
            }
            body.instruction(&Instruction::I32Const(i32::try_from(number).unwrap())).instruction(&Instruction::End);
            code.function(&body);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    /// Each exported function with its body, in which calls are to places.
    fn exported(wasm: &[u8]) -> Vec<(String, Vec<u8>)> {
        let (bodies, mut found) = (bodies(wasm).unwrap(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            if let Payload::ExportSection(exports) = payload.unwrap() {
                for export in exports {
                    let export = export.unwrap();
                    found.push((export.name.to_owned(), bodies[usize::try_from(export.index).unwrap() - 1].to_vec()));
                }
            }
        }
        found
    }

    #[test]
    fn functions_move_and_whoever_calls_them_follows() {
        let app = app();
        let packed = rewrite(&app, &HashMap::new(), &[2, 0, 1]).unwrap();
        let (before, after) = (exported(&app), exported(&packed));
        assert_eq!((&after[0], &after[2]), (&before[0], &before[2]), "the same functions under the same names");
        assert_eq!(bodies(&packed).unwrap(), [&after[2].1[..], &after[0].1, &after[1].1]);
        // The third stood at place 3 and stands at place 1.
        assert_eq!((before[1].1[1..3].to_vec(), after[1].1[1..3].to_vec()), (vec![0x10, 3], vec![0x10, 1]));
    }

    #[test]
    fn both_sides_agree_on_the_shorter_names() {
        let (names, script) = shorten(&app(), SCRIPT).unwrap();
        let packed = rewrite(&app(), &names, &[0, 1, 2]).unwrap();
        assert_eq!(script, "const import0 = {\n a: function() {},\n};\nreturn {\n \"b\": import0,\n};");
        let imported = |wasm: &[u8], name: &[u8]| wasm.windows(name.len()).any(|part| part == name);
        assert!(imported(&packed, b"\x01b\x01a") && !imported(&packed, b"__wbg") && !imported(&packed, b"app_bg"));
    }

    #[test]
    fn a_name_that_the_script_does_not_state_once_stays() {
        let (names, script) = shorten(&app(), "nothing").unwrap();
        assert_eq!((names.len(), script.as_str()), (0, "nothing"));
        assert_eq!(rewrite(&app(), &names, &[0, 1, 2]).unwrap(), app());
    }

    #[test]
    fn what_is_no_app_is_refused() {
        assert!(shorten(b"no app", SCRIPT).unwrap_err().starts_with("The app cannot be read"));
    }
}
