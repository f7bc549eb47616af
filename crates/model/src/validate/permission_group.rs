//! What Zendesk accepts as a permission group.

use std::collections::HashSet;

use serde::Serialize;

use crate::{
    Draft, Field, FieldErrors, Kind, PermissionGroupDraft, Plan, Privilege, Problem, SegmentId,
    Warning, changes::changed_fields, is_blank, limits, list::once, list::without,
};

/// What validation needs to know beside the draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PermissionGroupContext {
    /// What the plan can do.
    pub plan: Plan,
    /// For a new group: how many custom groups the account has. `None` for one that exists, or when the number is not
    /// known.
    pub custom_groups: Option<usize>,
    /// Segments that are known to be of another type than staff.
    pub not_staff: HashSet<SegmentId>,
    /// The segments that the stored group lists for edit. Those stay possible on a plan that can't grant it.
    pub stored_edit: Vec<SegmentId>,
}

/// A draft that passed [`validate_permission_group`]: the name is trimmed, ids stand once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidPermissionGroup(PermissionGroupDraft);

#[derive(Serialize)]
struct Request<'a> {
    permission_group: Body<'a>,
}

/// What is left out stays as it is.
#[derive(Serialize)]
struct Body<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edit: Option<&'a [SegmentId]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publish: Option<&'a [SegmentId]>,
}

impl ValidPermissionGroup {
    /// The body of a POST: every editable field. Always under `permission_group`; that the documentation's
    /// update example has `user_segment` there is taken for a slip, since clients in use send this.
    pub fn to_request(&self) -> String {
        self.body_with(PermissionGroupDraft::FIELDS)
    }

    /// The body of a PUT: only the fields that differ from `base`. What is not sent stays, so two people's changes to
    /// different fields can't overwrite each other.
    pub fn to_update(&self, base: &PermissionGroupDraft) -> String {
        self.body_with(&changed_fields(base, &self.0))
    }

    fn body_with(&self, fields: &[Field]) -> String {
        let has = |field| fields.contains(&field);
        let request = Request {
            permission_group: Body {
                name: has(Field::Name).then_some(&*self.0.name),
                edit: has(Field::Edit).then_some(&*self.0.edit),
                publish: has(Field::Publish).then_some(&*self.0.publish),
            },
        };
        // Serialization of numbers and strings into memory has no way to fail.
        serde_json::to_string(&request).unwrap_or_default()
    }

    /// The same as a draft, as a form would show it after saving.
    pub fn into_draft(self) -> PermissionGroupDraft {
        self.0
    }
}

/// Checks a draft against everything that is known of what Zendesk accepts.
///
/// # Errors
/// Every problem of every field, in the form's order.
pub fn validate_permission_group(
    draft: &PermissionGroupDraft,
    context: &PermissionGroupContext,
) -> Result<ValidPermissionGroup, FieldErrors> {
    let mut errors = FieldErrors::default();
    if !context.plan.changes_permission_groups() {
        errors.0.push((None, Problem::PlanReadOnly));
    }
    if let Some(count) = context.custom_groups.filter(|count| *count >= limits::PERMISSION_GROUPS) {
        errors.0.push((None, Problem::AccountFull { kind: Kind::PermissionGroup, count }));
    }
    if is_blank(&draft.name) {
        errors.0.push((Some(Field::Name), Problem::NameMissing(Kind::PermissionGroup)));
    }
    if draft.name.contains('\0') {
        errors.0.push((Some(Field::Name), Problem::NameWithNul));
    }
    let valid = PermissionGroupDraft {
        name: draft.name.trim().to_owned(),
        edit: once(&draft.edit),
        publish: once(&draft.publish),
    };
    for privilege in Privilege::ALL {
        let field = privilege.field();
        let listed = match privilege {
            Privilege::Edit => &valid.edit,
            Privilege::Publish => &valid.publish,
        };
        let count = listed.iter().filter(|id| context.not_staff.contains(*id)).count();
        if count > 0 {
            errors.0.push((Some(field), Problem::NotStaff { count }));
        }
    }
    let added = without(&valid.edit, &context.stored_edit);
    if !context.plan.grants_edit() && !without(&added, &valid.publish).is_empty() {
        errors.0.push((Some(Field::Edit), Problem::EditNeedsEnterprise));
    }
    errors.0.sort_by_key(|(field, _)| *field);
    if errors.is_empty() { Ok(ValidPermissionGroup(valid)) } else { Err(errors) }
}

/// What is odd about a draft that may well be valid.
pub fn permission_group_warnings(draft: &PermissionGroupDraft, plan: Plan) -> Vec<Warning> {
    let nobody = |privilege| draft.holders(privilege, plan).is_empty();
    match (nobody(Privilege::Edit), nobody(Privilege::Publish)) {
        (true, _) => vec![Warning::OnlyManagers],
        (false, true) => vec![Warning::OnlyManagersPublish],
        (false, false) => Vec::new(),
    }
}
