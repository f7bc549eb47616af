//! Two people changed one object: base, mine and theirs, by field, until each field has a value.

use crate::{Change, Draft, Field, Values, changes};

/// Whose value a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// What the form holds.
    Mine,
    /// What the server holds by now.
    Theirs,
    /// Theirs, with what I added and removed. For lists.
    Both,
}

/// A field that at least one side changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeRow {
    /// Which field.
    pub field: Field,
    /// What I changed since the form was opened.
    pub mine: Option<Values>,
    /// What they changed meanwhile.
    pub theirs: Option<Values>,
    /// Chosen already where one side changed, both to the same, or both in different items of a list; `None` waits for a
    /// decision.
    pub choice: Option<Choice>,
}

impl MergeRow {
    /// True when both changed a list: what each added and removed can be taken over.
    pub fn allows_both(&self) -> bool {
        matches!((&self.mine, &self.theirs), (Some(Values::List { .. }), Some(Values::List { .. })))
    }
}

/// The fields to decide about, and the three versions they come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge<D> {
    /// What the form was opened on.
    pub base: D,
    /// What the form holds.
    pub mine: D,
    /// What the server holds.
    pub theirs: D,
    /// One row a changed field, in the form's order.
    pub rows: Vec<MergeRow>,
}

/// Compares the three versions.
pub fn merge<D: Draft>(base: D, mine: D, theirs: D) -> Merge<D> {
    let (my_changes, their_changes) = (changes(&base, &mine), changes(&base, &theirs));
    let apart = changes(&mine, &theirs);
    let rows = D::FIELDS
        .iter()
        .filter_map(|field| {
            let field = *field;
            let in_field = |list: &[Change]| {
                list.iter().find(|change| change.field == field).map(|change| change.values.clone())
            };
            let mut row = MergeRow {
                field,
                mine: in_field(&my_changes),
                theirs: in_field(&their_changes),
                choice: None,
            };
            row.choice = match (&row.mine, &row.theirs) {
                (None, None) => return None,
                (Some(_), None) => Some(Choice::Mine),
                (None, Some(_)) => Some(Choice::Theirs),
                (Some(_), Some(_)) if in_field(&apart).is_none() => Some(Choice::Theirs),
                (Some(_), Some(_)) => {
                    let both = row.allows_both() && !empties(field, &base, &mine, &theirs);
                    both.then_some(Choice::Both)
                }
            };
            Some(row)
        })
        .collect();
    Merge { base, mine, theirs, rows }
}

/// True when both sides' changes together leave nothing of a list that neither side emptied. An empty list means
/// something else than a short one: a segment without conditions lets everyone in.
fn empties<D: Draft>(field: Field, base: &D, mine: &D, theirs: &D) -> bool {
    let mut both = theirs.clone();
    both.replay_field(field, base, mine);
    both.items(field).is_empty() && !mine.items(field).is_empty() && !theirs.items(field).is_empty()
}

impl<D: Draft> Merge<D> {
    /// How many fields wait for a decision.
    pub fn undecided(&self) -> usize {
        self.rows.iter().filter(|row| row.choice.is_none()).count()
    }

    /// Decides about a field.
    pub fn choose(&mut self, field: Field, choice: Choice) {
        for row in self.rows.iter_mut().filter(|row| row.field == field) {
            row.choice = Some(choice);
        }
    }

    /// The draft that follows from the choices, once every field is decided.
    pub fn result(&self) -> Option<D> {
        self.rows.iter().all(|row| row.choice.is_some()).then(|| self.result_or(Choice::Theirs))
    }

    /// The draft that follows from the choices; fields that wait for a decision take `undecided`.
    pub fn result_or(&self, undecided: Choice) -> D {
        let mut result = self.theirs.clone();
        for row in &self.rows {
            match row.choice.unwrap_or(undecided) {
                Choice::Theirs => {}
                Choice::Mine => result.copy_field(row.field, &self.mine),
                Choice::Both => result.replay_field(row.field, &self.base, &self.mine),
            }
        }
        result
    }
}
