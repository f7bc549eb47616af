//! What permission groups let people do. Rules from the API's documentation and from "Creating management
//! permissions", Zendesk help: publish includes edit, and what a plan does not have is not honoured.

use std::collections::HashSet;

use crate::{
    Field, PermissionGroupDraft, Plan, SegmentId,
    list::{once, replay},
};

/// What can be granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Privilege {
    /// Write and change articles, as drafts.
    Edit,
    /// Make them public, and everything that edit allows.
    Publish,
}

impl Privilege {
    /// Both, in the order of every table.
    pub const ALL: [Self; 2] = [Self::Edit, Self::Publish];

    /// The field that lists who has it.
    pub const fn field(self) -> Field {
        match self {
            Self::Edit => Field::Edit,
            Self::Publish => Field::Publish,
        }
    }

    /// What a column is called.
    pub const fn label(self) -> &'static str {
        self.field().label()
    }
}

/// How a group treats a segment in one privilege.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grant {
    /// Not granted.
    No,
    /// Granted by being listed.
    Yes,
    /// Edit, which comes with publish.
    Implied,
    /// Listed for edit, but the plan does not honour it: left from a time on Enterprise.
    Dormant,
}

impl Grant {
    /// How a group with these lists treats a segment in a privilege.
    pub fn of(
        edit: &[SegmentId],
        publish: &[SegmentId],
        segment: SegmentId,
        privilege: Privilege,
        plan: Plan,
    ) -> Self {
        match (privilege, publish.contains(&segment)) {
            (Privilege::Publish, true) => Self::Yes,
            (Privilege::Publish, false) => Self::No,
            (Privilege::Edit, true) => Self::Implied,
            (Privilege::Edit, false) if !edit.contains(&segment) => Self::No,
            (Privilege::Edit, false) if plan.grants_edit() => Self::Yes,
            (Privilege::Edit, false) => Self::Dormant,
        }
    }

    /// True when people of the segment have the privilege.
    pub const fn holds(self) -> bool {
        matches!(self, Self::Yes | Self::Implied)
    }
}

/// Why a privilege can't be switched. `Display` is a sentence for the person at the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Locked {
    /// Edit, where publish is granted.
    ByPublish,
    /// Edit, where the plan lets it follow publish.
    EditFollowsPublish,
    /// Anything, where the plan can't change permission groups.
    PlanReadOnly,
    /// The group is Zendesk's own.
    BuiltIn,
}

impl Locked {
    /// Why a privilege of a custom group can't be switched on a plan, for whichever segment; `None` when it can.
    pub fn on(plan: Plan, privilege: Privilege) -> Option<Self> {
        if !plan.changes_permission_groups() {
            Some(Self::PlanReadOnly)
        } else if privilege == Privilege::Edit && !plan.grants_edit() {
            Some(Self::EditFollowsPublish)
        } else {
            None
        }
    }
}

impl std::fmt::Display for Locked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::ByPublish => "Publish includes edit. Remove Publish to change it.",
            Self::EditFollowsPublish => {
                "On Professional only Publish can be set, and Edit follows it."
            }
            Self::PlanReadOnly => "On Lite you can’t create or edit permission groups.",
            Self::BuiltIn => "Built into Zendesk. You can’t edit or delete it.",
        })
    }
}

impl PermissionGroupDraft {
    /// How the group treats a segment in a privilege.
    pub fn grant(&self, segment: SegmentId, privilege: Privilege, plan: Plan) -> Grant {
        Grant::of(&self.edit, &self.publish, segment, privilege, plan)
    }

    /// Why a privilege of a custom group can't be switched for a segment; `None` when it can.
    pub fn locked(&self, segment: SegmentId, privilege: Privilege, plan: Plan) -> Option<Locked> {
        let implied = privilege == Privilege::Edit && self.publish.contains(&segment);
        Locked::on(plan, privilege).or(implied.then_some(Locked::ByPublish))
    }

    /// True when a segment is in the list of a privilege, whatever that means on the account's plan.
    pub fn lists(&self, segment: SegmentId, privilege: Privilege) -> bool {
        match privilege {
            Privilege::Edit => self.edit.contains(&segment),
            Privilege::Publish => self.publish.contains(&segment),
        }
    }

    /// Lists a segment for a privilege, or takes it out. The other list stays as it is: whoever loses publish keeps
    /// an edit that was granted before.
    pub fn set(&mut self, segment: SegmentId, privilege: Privilege, on: bool) {
        let list = match privilege {
            Privilege::Edit => &mut self.edit,
            Privilege::Publish => &mut self.publish,
        };
        match (list.contains(&segment), on) {
            (false, true) => list.push(segment),
            (true, false) => list.retain(|listed| *listed != segment),
            _ => {}
        }
    }

    /// What I switched since `base`, on top of what somebody else saved meanwhile. There is nothing to decide: a switch
    /// has two positions, so whoever moved it moved it to the same one.
    pub fn replay(&self, base: &Self, theirs: &Self) -> Self {
        Self {
            name: if self.name == base.name { theirs.name.clone() } else { self.name.clone() },
            edit: replay(&base.edit, &self.edit, &theirs.edit),
            publish: replay(&base.publish, &self.publish, &theirs.publish),
        }
    }

    /// The segments whose people have a privilege, each once: those listed for it first.
    pub fn holders(&self, privilege: Privilege, plan: Plan) -> Vec<SegmentId> {
        let mut holders = match privilege {
            Privilege::Edit if plan.grants_edit() => self.edit.clone(),
            Privilege::Edit | Privilege::Publish => Vec::new(),
        };
        holders.extend(&self.publish);
        once(&holders)
    }
}

/// What somebody may do through a group: the segments that give it. Empty lists mean nothing is given, except to help
/// center managers, who may always do both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Privileges {
    /// Segments of theirs that give edit, by themselves or with publish.
    pub edit: Vec<SegmentId>,
    /// Segments of theirs that give publish.
    pub publish: Vec<SegmentId>,
}

impl Privileges {
    /// What people who are in these segments may do through a group.
    pub fn of(segments: &HashSet<SegmentId>, group: &PermissionGroupDraft, plan: Plan) -> Self {
        let among = |privilege| {
            let mut holders = group.holders(privilege, plan);
            holders.retain(|segment| segments.contains(segment));
            holders
        };
        Self { edit: among(Privilege::Edit), publish: among(Privilege::Publish) }
    }

    /// True when they may write and change articles.
    pub fn may_edit(&self) -> bool {
        !self.edit.is_empty()
    }

    /// True when they may publish them.
    pub fn may_publish(&self) -> bool {
        !self.publish.is_empty()
    }
}
