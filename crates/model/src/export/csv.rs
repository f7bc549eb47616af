//! The file for a spreadsheet (RFC 4180). Text stays text: what a spreadsheet would take for a formula or for a number
//! begins with an apostrophe.

use super::{REFERENCES, id_of, references};
use crate::{Item, UserSegment};

/// Excel reads a file as UTF-8 only when it begins with this.
const BYTE_ORDER_MARK: char = '\u{feff}';
/// What a spreadsheet may take for the beginning of a formula (OWASP, "CSV Injection"), also in their full widths.
const FORMULA_SIGNS: &str = "=+-@\t\r\n＝＋－＠";

/// A line for each segment. `name` gives the name of what a rule refers to, where it is known.
pub fn segments_to_csv<'a>(
    segments: impl IntoIterator<Item = &'a UserSegment>,
    name: impl Fn(&Item) -> Option<String>,
) -> String {
    let mut file = String::from(BYTE_ORDER_MARK);
    let mut head = vec!["id", "name", "user_type", "built_in"];
    head.extend(REFERENCES.iter().flat_map(|(_, names, ids)| [*names, *ids]));
    head.extend(["tags", "or_tags", "created_at", "updated_at"]);
    line(&mut file, head.into_iter().map(str::to_owned));
    for segment in segments {
        let mut cells = vec![
            segment.id.0.to_string(),
            segment.name.clone(),
            segment.user_type.as_str().to_owned(),
            segment.built_in.to_string(),
        ];
        for (field, ..) in REFERENCES {
            let items = references(segment, field);
            let names: Vec<String> =
                items.iter().map(|item| name(item).unwrap_or_else(|| id_of(item))).collect();
            let ids: Vec<String> = items.iter().map(id_of).collect();
            cells.extend([names.join("; "), ids.join("; ")]);
        }
        cells.extend([segment.tags.join(" "), segment.or_tags.join(" ")]);
        let moments = [segment.created_at, segment.updated_at];
        cells.extend(moments.map(|moment| moment.map_or_else(String::new, |at| at.to_string())));
        line(&mut file, cells);
    }
    file
}

fn line(file: &mut String, cells: impl IntoIterator<Item = String>) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            file.push(',');
        }
        file.push_str(&quoted(&as_text(cell)));
    }
    file.push_str("\r\n");
}

fn as_text(cell: String) -> String {
    let formula = cell.trim_start_matches(' ').starts_with(|sign| FORMULA_SIGNS.contains(sign));
    let number = !cell.is_empty() && cell.bytes().all(|digit| digit.is_ascii_digit());
    if formula || number { format!("'{cell}") } else { cell }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', ';', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
