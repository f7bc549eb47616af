//! The file for a script.

use serde_json::{Map, Value, json};

use super::{REFERENCES, id_of, references};
use crate::{Item, UserSegment};

/// An object for each segment. `name` gives the name of what a rule refers to; what is not known is null.
pub fn segments_to_json<'a>(
    segments: impl IntoIterator<Item = &'a UserSegment>,
    name: impl Fn(&Item) -> Option<String>,
) -> String {
    let segments: Vec<Value> = segments
        .into_iter()
        .map(|segment| {
            let mut object = Map::new();
            object.insert("id".into(), json!(segment.id.0.to_string()));
            object.insert("name".into(), json!(segment.name));
            object.insert("user_type".into(), json!(segment.user_type.as_str()));
            object.insert("built_in".into(), json!(segment.built_in));
            for (field, list, _) in REFERENCES {
                let items = references(segment, field);
                let items =
                    items.iter().map(|item| json!({ "id": id_of(item), "name": name(item) }));
                object.insert(list.into(), items.collect());
            }
            object.insert("tags".into(), json!(segment.tags));
            object.insert("or_tags".into(), json!(segment.or_tags));
            object.insert("created_at".into(), json!(segment.created_at));
            object.insert("updated_at".into(), json!(segment.updated_at));
            Value::Object(object)
        })
        .collect();
    format!("{:#}\n", json!({ "user_segments": segments }))
}
