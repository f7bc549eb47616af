//! Writers that go round the same seven steps for ever, so that what must be in the database follows from how many of them
//! were answered: there is never more than one step in doubt.

use serde_json::{Value, json};

use crate::support::{SEGMENTS, try_send};

pub const PERMISSION_GROUPS: &str = "/api/v2/guide/permission_groups";
pub const ARTICLES: &str = "/api/v2/help_center/articles";

/// Steps of a round.
const STEPS: usize = 7;

/// What one writer keeps in the account: a segment, a permission group that names it, and an article that has both. The
/// first two have a generation, which stands in all fields that one request changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    segment: Option<usize>,
    /// With whether it names the segment, in both of its lists.
    group: Option<(usize, bool)>,
    /// Whether it has the segment, and the group.
    article: (bool, bool),
}

/// Everything in the account that writers change.
pub struct Everything {
    pub segments: Vec<Value>,
    pub groups: Vec<Value>,
    pub articles: Vec<Value>,
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
    /// The id of the writer's own article, which was there before.
    article: Value,
}

impl Writer {
    pub fn new(number: usize, article: &Value) -> Self {
        let article = article["id"].clone();
        Self { number, done: 0, in_doubt: false, segment: None, group: None, article }
    }

    /// Takes the next step: whether it was answered.
    pub fn step(&mut self, address: &str) -> bool {
        let generation = self.done / STEPS * 2 + usize::from(self.done % STEPS >= 3);
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
        let article = json!({ "article": {
            "user_segment_ids": [self.segment],
            "permission_group_id": self.group,
        } });
        let (method, path, body, status) = match self.done % STEPS {
            0 => ("POST", SEGMENTS.to_owned(), Some(segment), 201),
            1 => ("POST", PERMISSION_GROUPS.to_owned(), Some(group), 201),
            2 => ("PUT", format!("{ARTICLES}/{}", self.article), Some(article), 200),
            3 => ("PUT", format!("{SEGMENTS}/{segment_id}"), Some(segment), 200),
            4 => ("PUT", format!("{PERMISSION_GROUPS}/{group_id}"), Some(group), 200),
            5 => ("DELETE", format!("{SEGMENTS}/{segment_id}"), None, 204),
            _ => ("DELETE", format!("{PERMISSION_GROUPS}/{group_id}"), None, 204),
        };
        self.in_doubt = true;
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        let Some(answer) = try_send(address, method, &path, &body) else { return false };
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.text());
        match self.done % STEPS {
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
    pub fn compare(&mut self, everything: &Everything) {
        let segment = self.own(&everything.segments);
        let group = self.own(&everything.groups);
        let article = everything.articles.iter().find(|one| one["id"] == self.article).unwrap();
        let found = Kept {
            segment: segment.map(|segment| self.segment_generation(segment)),
            group: group.map(|group| (self.generation(group), names(group, segment))),
            article: has(article, segment, group, everything),
        };
        if found != kept_after(self.done) {
            assert!(self.in_doubt, "{self:?} was answered, and there is {found:?}");
            assert_eq!(found, kept_after(self.done + 1), "{self:?}: half a write");
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
fn kept_after(steps: usize) -> Kept {
    let (first, second) = (steps / STEPS * 2, steps / STEPS * 2 + 1);
    let (segment, group, article) = match steps % STEPS {
        0 => (None, None, (false, false)),
        1 => (Some(first), None, (false, false)),
        2 => (Some(first), Some((first, true)), (false, false)),
        3 => (Some(first), Some((first, true)), (true, true)),
        4 => (Some(second), Some((first, true)), (true, true)),
        5 => (Some(second), Some((second, true)), (true, true)),
        _ => (None, Some((second, false)), (false, true)),
    };
    Kept { segment, group, article }
}

/// Whether an article has the segment, and the permission group. It has nothing that is gone, and says its first segment
/// twice.
fn has(
    article: &Value,
    segment: Option<&Value>,
    group: Option<&Value>,
    everything: &Everything,
) -> (bool, bool) {
    let of = article["user_segment_ids"].as_array().unwrap();
    assert_eq!(article["user_segment_id"], of.first().cloned().unwrap_or_default(), "{article}");
    let is_in = |list: &[Value], id: &Value| list.iter().any(|one| one["id"] == *id);
    assert!(of.iter().all(|id| is_in(&everything.segments, id)), "{article}");
    let of_group = &article["permission_group_id"];
    assert!(of_group.is_null() || is_in(&everything.groups, of_group), "{article}");
    let is_own = |id: &Value, own: Option<&Value>| own.is_some_and(|own| own["id"] == *id);
    (of.len() == 1 && is_own(&of[0], segment), is_own(of_group, group))
}

/// Whether a permission group names the segment. In both lists or in none, and nothing that is gone.
fn names(group: &Value, segment: Option<&Value>) -> bool {
    assert_eq!(group["edit"], group["publish"], "{group}");
    let named = group["edit"].as_array().unwrap();
    assert!(named.iter().all(|id| segment.is_some_and(|segment| segment["id"] == *id)), "{group}");
    !named.is_empty()
}
