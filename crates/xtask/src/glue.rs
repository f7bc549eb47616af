//! What wasm-bindgen writes for the main part, made smaller: of what a first visit loads it takes off a twentieth.
//!
//! - Classes are left out that the app offers to scripts: no script asks for them. (They come with
//!   wasm-streams, a dependency of a dependency, and hold all the code below them in the wasm.)
//! - What the wasm takes from the script has long names, each with a hash that does not compress, and so
//!   have some functions that the script calls; they are said twice, in the wasm and in the script.
//! - Comments and indentation: Trunk's minifier refuses this script.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Import, Imports, Parser};

use crate::error::Error;

pub(crate) fn shrink(script: &Path, wasm: &Path) -> Result<(), Error> {
    let text = fs::read_to_string(script).map_err(Error::io("reading", script))?;
    let binary = fs::read(wasm).map_err(Error::io("reading", wasm))?;
    let (text, classes) = without_classes(&text);
    let (text, mut names) = with_short_names(&text);
    let text = with_short_calls(&text, &mut names);
    let smaller = rewritten(&binary, &classes, &names)?;
    fs::write(script, without_layout(&text)).map_err(Error::io("writing", script))?;
    fs::write(wasm, smaller).map_err(Error::io("writing", wasm))
}

/// The script without its exported classes, and their names.
fn without_classes(script: &str) -> (String, Vec<String>) {
    let mut kept = String::new();
    let mut classes = Vec::new();
    let mut in_class = false;
    for line in script.split_inclusive('\n') {
        if let Some(head) = line.strip_prefix("export class ") {
            classes.extend(head.split(' ').next().map(str::to_owned));
            in_class = true;
        }
        let follows = line.starts_with("if (Symbol.dispose)");
        if !in_class && !follows {
            kept.push_str(line);
        }
        in_class &= !line.starts_with('}');
    }
    (kept, classes)
}

/// The script with short names for what it gives to the wasm, and these by the long ones.
fn with_short_names(script: &str) -> (String, HashMap<String, String>) {
    let mut names = HashMap::new();
    let mut short = String::with_capacity(script.len());
    for line in script.split_inclusive('\n') {
        match import_in(line) {
            Some(name) => {
                let new = format!("i{:x}", names.len());
                short.push_str(&line.replacen(name, &new, 1));
                names.insert(name.to_owned(), new);
            }
            None => short.push_str(line),
        }
    }
    (short, names)
}

/// The script with short names for what it calls by a mangled one, which are added to `names`.
fn with_short_calls(script: &str, names: &mut HashMap<String, String>) -> String {
    let mut short = String::with_capacity(script.len());
    for piece in script.split_inclusive(|c| !in_name(c)) {
        let name = piece.trim_end_matches(|c| !in_name(c));
        if name.starts_with("_ZN") {
            let next = format!("_{:x}", names.len());
            short.push_str(names.entry(name.to_owned()).or_insert(next));
            short.push_str(&piece[name.len()..]);
        } else {
            short.push_str(piece);
        }
    }
    short
}

fn in_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "_$".contains(c)
}

/// The name in a line such as `        __wbg_abort_f8d1589eb0c65ee2: function(arg0) {`.
fn import_in(line: &str) -> Option<&str> {
    let (name, _) = line.strip_prefix("        __wb")?.split_once(": function(")?;
    name.chars().all(in_name).then(|| &line["        ".len()..][.."__wb".len() + name.len()])
}

/// The script without comments and indentation, unless a text in it goes over more than one line.
fn without_layout(script: &str) -> String {
    if script.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return script.to_owned();
    }
    let mut bare = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/**");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            bare.push_str(line);
            bare.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    bare
}

fn rewritten(
    wasm: &[u8],
    classes: &[String],
    names: &HashMap<String, String>,
) -> Result<Vec<u8>, Error> {
    let prefixes = classes
        .iter()
        .map(|class| class.to_ascii_lowercase())
        .flat_map(|class| [format!("{class}_"), format!("__wbg_{class}_")])
        .collect();
    let mut module = Module::new();
    Rewriting { unused: prefixes, names }
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| Error::Split(error.to_string()))?;
    Ok(module.finish())
}

struct Rewriting<'a> {
    /// How the names of exports begin that nobody asks for.
    unused: Vec<String>,
    names: &'a HashMap<String, String>,
}

impl Reencode for Rewriting<'_> {
    type Error = std::convert::Infallible;

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), reencode::Error> {
        if self.unused.iter().any(|prefix| export.name.starts_with(prefix.as_str())) {
            return Ok(());
        }
        let name = self.names.get(export.name).map_or(export.name, String::as_str);
        reencode::utils::parse_export(self, exports, Export { name, ..export })
    }

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: Imports<'_>,
    ) -> Result<(), reencode::Error> {
        let names = self.names;
        let imports = match imports {
            Imports::Single(at, import) => {
                let name = names.get(import.name).map_or(import.name, String::as_str);
                Imports::Single(at, Import { name, ..import })
            }
            others => others,
        };
        reencode::utils::parse_imports(self, section, imports)
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, EntityType, ExportKind, Function, FunctionSection, TypeSection,
    };

    use super::*;

    const SCRIPT: &str = r#"import * as import1 from "./chunks.js"

export class Stream {
    /**
     * @returns {number}
     */
    get size() {
        return wasm.stream_size(this.__wbg_ptr);
    }
}
if (Symbol.dispose) Stream.prototype[Symbol.dispose] = Stream.prototype.free;

function imports() {
    const import0 = {
        __proto__: null,
        __wbg_abort_f8d1: function(arg0) {
            // stops it
            arg0.abort();
            wasm._ZN6invoke17h0a(arg0);
            wasm._ZN6invoke17h0a_1(arg0);
        },
    };
    return { "./app_bg.js": import0 };
}
export { imports as default };
"#;

    #[test]
    fn the_script_keeps_what_the_app_needs_and_nothing_else() {
        let (script, classes) = without_classes(SCRIPT);
        assert_eq!(classes, ["Stream"]);
        let (script, mut names) = with_short_names(&script);
        assert_eq!(names["__wbg_abort_f8d1"], "i0");
        let script = with_short_calls(&script, &mut names);
        assert_eq!(
            without_layout(&script),
            "import * as import1 from \"./chunks.js\"\nfunction imports() {\nconst import0 = {\n\
             __proto__: null,\ni0: function(arg0) {\narg0.abort();\nwasm._1(arg0);\n\
             wasm._2(arg0);\n},\n};\n\
             return { \"./app_bg.js\": import0 };\n}\nexport { imports as default };\n"
        );
    }

    #[test]
    fn a_text_of_several_lines_keeps_its_layout() {
        let script = "const help = `one\n    two`;\n";
        assert_eq!(without_layout(script), script);
    }

    #[test]
    fn the_wasm_takes_what_the_script_gives_and_offers_no_class() {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./app_bg.js", "__wbg_abort_f8d1", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut exports = ExportSection::new();
        exports.export("main", ExportKind::Func, 1);
        exports.export("_ZN6invoke17h0a", ExportKind::Func, 1);
        exports.export("stream_size", ExportKind::Func, 1);
        exports.export("__wbg_stream_free", ExportKind::Func, 1);
        let mut code = CodeSection::new();
        let mut body = Function::new([]);
        body.instructions().end();
        code.function(&body);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports);
        let wasm = module.section(&code).clone().finish();

        let (script, classes) = without_classes(SCRIPT);
        let (script, mut names) = with_short_names(&script);
        with_short_calls(&script, &mut names);
        let rewritten = rewritten(&wasm, &classes, &names).unwrap();
        let text = String::from_utf8_lossy(&rewritten);
        assert!(text.contains("main") && text.contains("i0") && text.contains("_1"), "{text}");
        assert!(!["stream", "abort", "invoke"].iter().any(|name| text.contains(name)), "{text}");
    }
}
