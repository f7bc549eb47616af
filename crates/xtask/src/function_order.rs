//! The functions of a wasm file in an order that compresses better: each beside the one most like it. Generic code is
//! compiled into hundreds of near copies, and the linker leaves them far apart.

use std::convert::Infallible;
use std::hash::{DefaultHasher, Hash, Hasher};

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef,
};

use crate::error::Error;

/// How many bytes in a row are compared: about an instruction and its operands.
const PIECE: usize = 4;
/// How many numbers stand for a function. Two functions share about that part of them that they share of their pieces.
const SKETCH: usize = 512;

type Sketch = [u32; SKETCH];

/// The same module, with its functions in another order.
pub(crate) fn with_similar_functions_together(wasm: &[u8]) -> Result<Vec<u8>, Error> {
    let failed = |error: reencode::Error| Error::Split(error.to_string());
    let (imported, bodies) = functions_in(wasm).map_err(|error| failed(error.into()))?;
    let order = similar_in_a_row(&bodies.iter().map(|body| sketch(body)).collect::<Vec<_>>());
    let mut places = vec![0; order.len()];
    for (place, function) in (imported..).zip(&order) {
        places[*function] = place;
    }
    let mut module = Module::new();
    Reordering { imported, order, places }
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(failed)?;
    Ok(module.finish())
}

/// How many functions are imported, and the code of the others.
fn functions_in(wasm: &[u8]) -> wasmparser::Result<(u32, Vec<&[u8]>)> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// The least hash of all pieces of the code, by each of several ways of hashing (MinHash).
fn sketch(code: &[u8]) -> Sketch {
    let mut least = [u32::MAX; SKETCH];
    for piece in code.windows(PIECE.min(code.len().max(1))) {
        let mut hasher = DefaultHasher::new();
        piece.hash(&mut hasher);
        let hash = hasher.finish();
        let (mut next, step) = (hash as u32, (hash >> 32) as u32 | 1);
        for least in &mut least {
            *least = next.min(*least);
            next = next.wrapping_mul(0x9E37_79B1).wrapping_add(step).rotate_left(13);
        }
    }
    least
}

/// Begins with the first and goes on with the most similar one that is left.
fn similar_in_a_row(sketches: &[Sketch]) -> Vec<usize> {
    let mut left: Vec<usize> = (1..sketches.len()).collect();
    let mut order: Vec<usize> = sketches.first().map(|_| 0).into_iter().collect();
    while let Some(last) = order.last().filter(|_| !left.is_empty()) {
        let alike = |function: usize| {
            sketches[*last].iter().zip(&sketches[function]).filter(|(a, b)| a == b).count()
        };
        // Of several that are equally alike the first: the linker's order, in which neighbours come from one place.
        let best = (0..left.len()).rev().max_by_key(|at| alike(left[*at])).unwrap_or_default();
        order.push(left.remove(best));
    }
    order
}

struct Reordering {
    imported: u32,
    /// Which function comes when, without imported ones.
    order: Vec<usize>,
    /// The new index of each, by the old one without imported ones.
    places: Vec<u32>,
}

impl Reencode for Reordering {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error> {
        let own = function.checked_sub(self.imported);
        Ok(own.map_or(function, |own| self.places[own as usize]))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for function in &self.order {
            functions.function(types[*function]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let bodies = section.into_iter().collect::<Result<Vec<FunctionBody<'_>>, _>>()?;
        for function in self.order.clone() {
            self.parse_function_body(code, bodies[function].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        ConstExpr, ElementSection, Elements, ExportKind, ExportSection, Function, InstructionSink,
        TableSection, TableType, TypeSection,
    };
    use wasmparser::{ExternalKind, Operator, Validator};

    use super::*;

    /// Functions that answer 1, 70,000, 2 and what the second answers, each exported as its place.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [wasm_encoder::ValType::I32]);
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        let mut exports = ExportSection::new();
        let bodies: [fn(&mut InstructionSink<'_>); 4] = [
            |code| _ = code.i32_const(1).i32_const(5).i32_add().end(),
            |code| _ = code.f64_const(0.5.into()).drop().i32_const(70_000).end(),
            |code| _ = code.i32_const(2).i32_const(5).i32_add().end(),
            |code| _ = code.call(1).end(),
        ];
        for (place, write) in (0..).zip(bodies) {
            let mut body = Function::new([]);
            write(&mut body.instructions());
            functions.function(0);
            code.function(&body);
            exports.export(&place.to_string(), ExportKind::Func, place);
        }
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: wasm_encoder::RefType::FUNCREF,
            minimum: 1,
            maximum: None,
            table64: false,
            shared: false,
        });
        let mut elements = ElementSection::new();
        elements.active(
            None,
            &ConstExpr::i32_const(0),
            Elements::Functions(std::borrow::Cow::Borrowed(&[2])),
        );
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&tables).section(&exports);
        module.section(&elements).section(&code);
        module.finish()
    }

    /// What each export does: its name, and its code with calls named by what they call.
    fn exported(wasm: &[u8]) -> Vec<(String, Vec<String>)> {
        let (imported, bodies) = functions_in(wasm).unwrap();
        let mut exported = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            if let Payload::ExportSection(exports) = payload.unwrap() {
                exported = exports.into_iter().map(Result::unwrap).collect();
            }
        }
        let name = |function: u32| {
            exported.iter().find(|export| export.index == function).unwrap().name.to_owned()
        };
        let code = |function: u32| {
            let bytes = bodies[(function - imported) as usize];
            let body = FunctionBody::new(wasmparser::BinaryReader::new(bytes, 0));
            let operators = body.get_operators_reader().unwrap().into_iter().map(Result::unwrap);
            operators
                .map(|operator| match operator {
                    Operator::Call { function_index } => format!("call {}", name(function_index)),
                    other => format!("{other:?}"),
                })
                .collect()
        };
        exported
            .iter()
            .inspect(|export| assert_eq!(export.kind, ExternalKind::Func))
            .map(|export| (export.name.to_owned(), code(export.index)))
            .collect()
    }

    #[test]
    fn functions_move_and_do_what_they_did() {
        let before = module();
        let after = with_similar_functions_together(&before).unwrap();
        Validator::new().validate_all(&after).unwrap();
        assert_eq!(exported(&after), exported(&before));
        let (_, bodies) = functions_in(&before).unwrap();
        let (_, moved) = functions_in(&after).unwrap();
        assert_eq!(moved[..2], [bodies[0], bodies[2]], "the two sums are neighbours");
    }

    #[test]
    fn a_module_without_functions_stays() {
        let empty = Module::new().finish();
        assert_eq!(with_similar_functions_together(&empty).unwrap(), empty);
    }
}
