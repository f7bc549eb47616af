//! Two people changed one segment: base, mine and theirs, by field, until each field has a value.

use crate::{SegmentDraft, SegmentField, Values, changes};

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
    pub field: SegmentField,
    /// What I changed since the form was opened.
    pub mine: Option<Values>,
    /// What they changed meanwhile.
    pub theirs: Option<Values>,
    /// Chosen already where one side changed, or both to the same; `None` waits for a decision.
    pub choice: Option<Choice>,
}

/// The fields to decide about, and the three versions they come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// What the form was opened on.
    pub base: SegmentDraft,
    /// What the form holds.
    pub mine: SegmentDraft,
    /// What the server holds.
    pub theirs: SegmentDraft,
    /// One row a changed field, in the form's order.
    pub rows: Vec<MergeRow>,
}

/// Compares the three versions.
pub fn merge(base: SegmentDraft, mine: SegmentDraft, theirs: SegmentDraft) -> Merge {
    let (my_changes, their_changes) = (changes(&base, &mine), changes(&base, &theirs));
    let apart = changes(&mine, &theirs);
    let rows = SegmentField::ALL
        .into_iter()
        .filter_map(|field| {
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

impl Merge {
    /// How many fields wait for a decision.
    pub fn undecided(&self) -> usize {
        self.rows.iter().filter(|row| row.choice.is_none()).count()
    }

    /// Decides about a field.
    pub fn choose(&mut self, field: SegmentField, choice: Choice) {
        for row in self.rows.iter_mut().filter(|row| row.field == field) {
            row.choice = Some(choice);
        }
    }

    /// The draft that follows from the choices, once every field is decided.
    pub fn result(&self) -> Option<SegmentDraft> {
        let mut result = self.theirs.clone();
        for row in &self.rows {
            if row.choice? == Choice::Mine {
                result.copy_field(row.field, &self.mine);
            }
        }
        Some(result)
    }
}
