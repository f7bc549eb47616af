//! Writers that go round the same six steps for ever, so that what must be in the database follows from how many of them
//! were answered: there is never more than one step in doubt.

use serde_json::{Value, json};

use crate::support::{SEGMENTS, try_send};

const PERMISSION_GROUPS: &str = "/api/v2/guide/permission_groups";

/// What one writer keeps in the account: a segment, and a permission group that names it. Each has a generation, which
/// stands in all fields that one request changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    segment: Option<usize>,
    /// With whether it names the segment, in both of its lists.
    group: Option<(usize, bool)>,
}

/// One of several that write at the same time.
#[derive(Debug, Clone)]
pub struct Writer {
    number: usize,
    /// Steps that are in the database for sure.
    done: usize,
    /// A step was sent and not answered.
    in_doubt: bool,
    segment: Option<Value>,
    group: Option<Value>,
}

impl Writer {
    pub fn new(number: usize) -> Self {
        Self { number, done: 0, in_doubt: false, segment: None, group: None }
    }

    /// Takes the next step: whether it was answered.
    pub fn step(&mut self, address: &str) -> bool {
        let generation = self.done / 6 * 2 + usize::from(self.done % 6 >= 2);
        let name = format!("{}{generation}", self.prefix());
        let segment = json!({ "user_segment": {
            "name": name,
            "user_type": "staff",
            "tags": [format!("all_{generation}")],
            "or_tags": [format!("one_{generation}"), format!("two_{generation}")],
        } });
        let id = |kept: &Option<Value>| kept.as_ref().map(Value::to_string).unwrap_or_default();
        let (segment_id, group_id) = (id(&self.segment), id(&self.group));
        let lists = json!([self.segment]);
        let group =
            json!({ "permission_group": { "name": name, "edit": lists, "publish": lists } });
        let (method, path, body, status) = match self.done % 6 {
            0 => ("POST", SEGMENTS.to_owned(), Some(segment), 201),
            1 => ("POST", PERMISSION_GROUPS.to_owned(), Some(group), 201),
            2 => ("PUT", format!("{SEGMENTS}/{segment_id}"), Some(segment), 200),
            3 => ("PUT", format!("{PERMISSION_GROUPS}/{group_id}"), Some(group), 200),
            4 => ("DELETE", format!("{SEGMENTS}/{segment_id}"), None, 204),
            _ => ("DELETE", format!("{PERMISSION_GROUPS}/{group_id}"), None, 204),
        };
        self.in_doubt = true;
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        let Some(answer) = try_send(address, method, &path, &body) else { return false };
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.text());
        match self.done % 6 {
            0 => self.segment = Some(answer.json()["user_segment"]["id"].clone()),
            1 => self.group = Some(answer.json()["permission_group"]["id"].clone()),
            _ => {}
        }
        self.done += 1;
        self.in_doubt = false;
        true
    }

    /// Compares with what is in the account after a restart. A step in doubt happened as a whole or not at all; after
    /// this it is known which.
    pub fn compare(&mut self, segments: &[Value], groups: &[Value]) {
        let segment = self.own(segments);
        let group = self.own(groups);
        let found = Pair {
            segment: segment.map(|segment| self.segment_generation(segment)),
            group: group.map(|group| (self.generation(group), names(group, segment))),
        };
        if found != pair_after(self.done) {
            assert!(self.in_doubt, "{self:?} was answered, and there is {found:?}");
            assert_eq!(found, pair_after(self.done + 1), "{self:?}: half a write");
            self.done += 1;
        }
        self.in_doubt = false;
        self.segment = segment.map(|segment| segment["id"].clone());
        self.group = group.map(|group| group["id"].clone());
    }

    pub fn done(&self) -> usize {
        self.done
    }

    fn prefix(&self) -> String {
        format!("Writer {}, ", self.number)
    }

    /// The one object that is this writer's.
    fn own<'a>(&self, objects: &'a [Value]) -> Option<&'a Value> {
        let mine = |one: &&Value| one["name"].as_str().unwrap().starts_with(&self.prefix());
        let found: Vec<&Value> = objects.iter().filter(mine).collect();
        assert!(found.len() <= 1, "{self:?} has {found:?}");
        found.first().copied()
    }

    fn generation(&self, object: &Value) -> usize {
        object["name"].as_str().unwrap()[self.prefix().len()..].parse().unwrap()
    }

    fn segment_generation(&self, segment: &Value) -> usize {
        let generation = self.generation(segment);
        assert_eq!(segment["tags"], json!([format!("all_{generation}")]), "{segment}");
        let or_tags = json!([format!("one_{generation}"), format!("two_{generation}")]);
        assert_eq!(segment["or_tags"], or_tags, "{segment}");
        generation
    }
}

/// What there is after so many steps.
fn pair_after(steps: usize) -> Pair {
    let (first, second) = (steps / 6 * 2, steps / 6 * 2 + 1);
    let (segment, group) = match steps % 6 {
        0 => (None, None),
        1 => (Some(first), None),
        2 => (Some(first), Some((first, true))),
        3 => (Some(second), Some((first, true))),
        4 => (Some(second), Some((second, true))),
        _ => (None, Some((second, false))),
    };
    Pair { segment, group }
}

/// Whether a permission group names the segment. In both lists or in none, and nothing that is gone.
fn names(group: &Value, segment: Option<&Value>) -> bool {
    assert_eq!(group["edit"], group["publish"], "{group}");
    let named = group["edit"].as_array().unwrap();
    assert!(named.iter().all(|id| segment.is_some_and(|segment| segment["id"] == *id)), "{group}");
    !named.is_empty()
}
