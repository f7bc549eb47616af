//! What a segment may be: the rules that the form has too, and beyond them those that switches decide, because Zendesk's
//! documentation does not.

use guidepost_model::{Context, Draft, Field, SegmentDraft, SegmentId, UserType, validate};
use rusqlite::Connection;

use super::input::Changes;
use crate::{
    account::{self, is_segment_name_taken},
    error::ApiError,
    fields::{added, refuse_unknown_ids},
    names,
    switches::{OtherList, SegmentInUse, Switches, UserTypeChange},
};

/// What is to be stored: trimmed, each id once.
pub(super) fn check(
    connection: &Connection,
    mut draft: SegmentDraft,
    stored: Option<(SegmentId, &SegmentDraft)>,
    context: &Context,
    switches: &Switches,
) -> Result<SegmentDraft, ApiError> {
    // Unless a switch says otherwise, the list that the user type does not use is dropped and not refused: the
    // documentation's own PUT sends `organization_ids` with a staff segment, and its answer has none.
    let applicable = draft.applicable();
    let kept = (switches.other_list == OtherList::Keep && applicable != draft)
        .then(|| (draft.group_ids.clone(), draft.organization_ids.clone()));
    if switches.other_list != OtherList::Refuse {
        draft = applicable;
    }
    let blank = names::hide_blank(&mut draft.name, switches);
    let mut draft =
        validate(&draft, context).map_err(|errors| switches.invalid(errors))?.into_draft();
    blank.restore(&mut draft.name);
    if let Some((groups, organizations)) = kept {
        (draft.group_ids, draft.organization_ids) = (groups, organizations);
    }
    let id = stored.map(|(id, _)| id);
    names::check(&draft.name, switches, |name| is_segment_name_taken(connection, name, id))?;
    let nothing = SegmentDraft::default();
    refuse_unknown(connection, &draft, stored.map_or(&nothing, |(_, stored)| stored))
        .map_err(|error| switches.unknown_ids(error))?;
    Ok(draft)
}

/// Zendesk's own form does not let the type of an existing segment be changed. How the API answers is not documented. A
/// type that does not exist gets the documented answer, from validation.
pub(super) fn settle_type(
    changes: &mut Changes,
    stored: &UserType,
    switches: &Switches,
) -> Result<(), ApiError> {
    match &changes.user_type {
        Some(wanted @ (UserType::Staff | UserType::SignedInUsers)) if wanted != stored => {
            match switches.user_type_change {
                UserTypeChange::Refuse => Err(ApiError::field(
                    "user_type",
                    format!("cannot be changed after creation; it is `{stored}`"),
                )),
                UserTypeChange::Ignore => {
                    changes.user_type = None;
                    Ok(())
                }
            }
        }
        _ => Ok(()),
    }
}

/// Zendesk help said once that a segment in use cannot be deleted. Status and words are assumed.
pub(super) fn refuse_use(
    connection: &Connection,
    id: SegmentId,
    switches: &Switches,
) -> Result<(), ApiError> {
    match switches.segment_in_use {
        SegmentInUse::Refuse if account::is_segment_in_use(connection, id)? => {
            Err(ApiError::field("base", "cannot be deleted while it is in use"))
        }
        SegmentInUse::Refuse | SegmentInUse::Cascade => Ok(()),
    }
}

/// Groups, organizations and users that are not there.
fn refuse_unknown(
    connection: &Connection,
    draft: &SegmentDraft,
    stored: &SegmentDraft,
) -> Result<(), ApiError> {
    refuse_unknown_ids(
        connection,
        [
            (
                Field::Groups,
                "SELECT id FROM groups WHERE deleted = 0",
                added(&draft.group_ids, &stored.group_ids),
            ),
            (
                Field::Organizations,
                "SELECT id FROM organizations",
                added(&draft.organization_ids, &stored.organization_ids),
            ),
            (
                Field::AddedUsers,
                "SELECT id FROM users",
                added(&draft.added_user_ids, &stored.added_user_ids),
            ),
        ],
    )
}
