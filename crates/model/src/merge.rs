//! Two people changed one object: base, mine and theirs, by field, until each field has a value.

use crate::{Draft, Field, Values, changes};

/// Whose value a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// What the form holds.
    Mine,
    /// What the server holds by now.
    Theirs,
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
    /// Chosen already where one side changed, or both to the same; `None` waits for a decision.
    pub choice: Option<Choice>,
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
            let of = |list: &[crate::Change]| {
                list.iter().find(|change| change.field == field).map(|change| change.values.clone())
            };
            let (mine, theirs) = (of(&my_changes), of(&their_changes));
            let choice = match (&mine, &theirs) {
                (None, None) => return None,
                (Some(_), None) => Some(Choice::Mine),
                (None, Some(_)) => Some(Choice::Theirs),
                (Some(_), Some(_)) => {
                    let agree = apart.iter().all(|change| change.field != field);
                    agree.then_some(Choice::Theirs)
                }
            };
            Some(MergeRow { field, mine, theirs, choice })
        })
        .collect();
    Merge { base, mine, theirs, rows }
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
        let mut result = self.theirs.clone();
        for row in &self.rows {
            if row.choice? == Choice::Mine {
                result.copy_field(row.field, &self.mine);
            }
        }
        Some(result)
    }
}
