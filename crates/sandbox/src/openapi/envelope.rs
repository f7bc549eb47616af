//! What stands around the records of a list, by paging style and by API, and what asks for it.

use utoipa::{
    PartialSchema, ToSchema,
    openapi::{OneOfBuilder, Ref, RefOr, Schema},
};

use super::{
    endpoint::Schemas,
    schemas::{
        array_of, nullable_text, number, object, one_of_words, positive, text, up_to, whole,
    },
};
use crate::paging::{LAST_PAGE, SortKey};

/// How a list is paged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// In both styles, as Support does it.
    Support,
    /// As Support does it, in numbered pages only.
    Numbered,
    /// As one numbered page of Support, whatever is asked for.
    AtOnce,
    /// In both styles, as the help center does it.
    HelpCenter,
    /// The same, in an order that the request chooses among these.
    Sorted(&'static [SortKey]),
    /// What a search of the help center finds: in numbered pages only, which do not say their order.
    Found(&'static [SortKey]),
}

type Parameter = (&'static str, &'static str, RefOr<Schema>);

impl Listed {
    const fn is_help_center(self) -> bool {
        matches!(self, Self::HelpCenter | Self::Sorted(_) | Self::Found(_))
    }

    const fn has_cursors(self) -> bool {
        !matches!(self, Self::Numbered | Self::AtOnce | Self::Found(_))
    }

    pub(super) fn parameters(self) -> Vec<Parameter> {
        if self == Self::AtOnce {
            return Vec::new();
        }
        let mut parameters: Vec<Parameter> = vec![
            ("page", "A numbered page", up_to(LAST_PAGE)),
            ("per_page", "Records on a numbered page; more than 100 are 100", positive()),
        ];
        if self.has_cursors() {
            parameters.extend([
                (
                    "page[size]",
                    "Asks for cursors: records on a page; more than 100 are 100",
                    positive(),
                ),
                ("page[after]", "The page after this cursor", text()),
                ("page[before]", "The page before this cursor", text()),
            ]);
        }
        if let Self::Sorted(keys) | Self::Found(keys) = self {
            parameters.extend([
                ("sort_by", "The order; by the first of these unless asked", names(keys)),
                ("sort_order", "Its direction", one_of_words(&["asc", "desc"])),
            ]);
        }
        parameters
    }
}

#[derive(ToSchema)]
#[expect(dead_code, reason = "described here, written by the envelope of lists")]
#[schema(description = "Where a page of cursor paging lies.")]
struct PageMeta {
    /// There are more records in the direction that was walked.
    has_more: bool,
    after_cursor: Option<String>,
    before_cursor: Option<String>,
}

#[derive(ToSchema)]
#[expect(dead_code, reason = "described here, written by the envelope of lists")]
#[schema(description = "Whole addresses of the pages beside this one.")]
struct SupportLinks {
    next: Option<String>,
    prev: Option<String>,
}

#[derive(ToSchema)]
#[expect(dead_code, reason = "described here, written by the envelope of lists")]
#[schema(
    description = "Whole addresses of the first page and the last, and of those beside this one, where there are any. \
                   A `Link` header has the next one, too."
)]
struct HelpCenterLinks {
    first: String,
    last: String,
    #[schema(value_type = String, required = false)]
    next: Option<String>,
    #[schema(value_type = String, required = false)]
    prev: Option<String>,
}

/// The schema of a list of `item` under `key`, and those that it refers to. `more` is there when it is asked for.
pub(super) fn of(
    name: &str,
    key: &str,
    item: RefOr<Schema>,
    listed: Listed,
    more: Vec<(&'static str, RefOr<Schema>)>,
) -> (RefOr<Schema>, Schemas) {
    let records = array_of(item);
    let mut optional = more;
    let by_cursor = object(
        [
            (key, records.clone()),
            ("meta", Ref::from_schema_name(PageMeta::name()).into()),
            ("links", Ref::from_schema_name(links(listed).0).into()),
        ],
        optional.clone(),
    );
    if let Listed::Sorted(keys) = listed {
        optional.extend([("sort_by", names(keys)), ("sort_order", one_of_words(&["asc", "desc"]))]);
    }
    let mut numbered = vec![
        ("count", number()),
        ("next_page", nullable_text()),
        ("previous_page", nullable_text()),
        (key, records),
    ];
    if listed.is_help_center() {
        numbered.extend([("page_count", number()), ("per_page", number()), ("page", number())]);
    }
    let (numbered_name, cursor_name) = (format!("{name}Page"), format!("{name}CursorPage"));
    let mut schemas = vec![(numbered_name.clone(), object(numbered, optional))];
    if !listed.has_cursors() {
        return (Ref::from_schema_name(numbered_name).into(), schemas);
    }
    let (links, schema) = links(listed);
    schemas.extend([
        (cursor_name.clone(), by_cursor),
        (PageMeta::name().into_owned(), whole(PageMeta::schema())),
        (links, schema),
    ]);
    let either = OneOfBuilder::new()
        .item(Ref::from_schema_name(numbered_name))
        .item(Ref::from_schema_name(cursor_name));
    (Schema::from(either).into(), schemas)
}

fn names(keys: &[SortKey]) -> RefOr<Schema> {
    one_of_words(&keys.iter().map(|key| key.name).collect::<Vec<_>>())
}

fn links(listed: Listed) -> (String, RefOr<Schema>) {
    if listed.is_help_center() {
        (HelpCenterLinks::name().into_owned(), HelpCenterLinks::schema())
    } else {
        (SupportLinks::name().into_owned(), whole(SupportLinks::schema()))
    }
}
