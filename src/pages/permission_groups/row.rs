//! One permission group in the list.

use std::sync::Arc;

use guidepost_model::PermissionGroup;
use web_sys::{Element, HtmlElement};

use super::{
    articles::{count_in_cell, in_words},
    holders::Holders,
};
use crate::{
    pages::{
        list::{RowElement, RowParts, RowState, updated},
        parts::Phrase,
    },
    session::Session,
    store::{Articles, Names},
    ui::{
        dom::{part, template},
        time,
    },
};

const ROW: &str = r##"
<tr role="row">
  <th role="rowheader" scope="row" class="c-name"><span class="name-cell">
    <a class="table__name"><bdi></bdi></a><span class="badge">Built-in</span>
    <span class="name-cell__warning" title="Only help center managers can publish" aria-hidden="true">
      <svg class="icon" aria-hidden="true"><use href="#i-warning"></use></svg>
    </span>
  </span></th>
  <td role="cell" class="c-edit"><span class="c-label" aria-hidden="true">Edit</span><span class="holders"></span></td>
  <td role="cell" class="c-publish"><span class="c-label" aria-hidden="true">Publish</span><span class="holders"></span></td>
  <td role="cell" class="c-articles num"></td>
  <td role="cell" class="c-updated nowrap muted"></td>
  <td role="cell" class="c-stacked" aria-hidden="true"></td>
  <td role="cell" class="c-menu">
    <button type="button" class="btn btn--ghost btn--icon btn--s" aria-haspopup="menu" aria-expanded="false">
      <svg class="icon" aria-hidden="true"><use href="#i-more"></use></svg>
    </button>
  </td>
</tr>"##;

/// What the rows follow beside their groups.
#[derive(Clone, Copy)]
pub(super) struct Known {
    session: Session,
    names: Names,
    articles: Articles,
}

impl Known {
    /// Of the app around this component.
    pub(super) fn expect() -> Self {
        Self { session: Session::expect(), names: Names::expect(), articles: Articles::expect() }
    }
}

/// The elements of a row.
pub(super) struct GroupRow {
    parts: RowParts<PermissionGroup>,
    /// Said beside the name as well, in the column of those who can publish.
    warning: HtmlElement,
    edit: Holders,
    publish: Holders,
    articles: Phrase,
    stacked: HtmlElement,
    known: Known,
}

impl GroupRow {
    /// Empty so far.
    pub(super) fn new(known: Known) -> Self {
        thread_local! {
            static TEMPLATE: Element = template(ROW);
        }
        let parts = TEMPLATE.with(RowParts::new);
        Self {
            warning: part(&parts.row, ".name-cell__warning"),
            edit: Holders::new(part(&parts.row, ".c-edit .holders")),
            publish: Holders::new(part(&parts.row, ".c-publish .holders")),
            articles: Phrase::new(part(&parts.row, ".c-articles")),
            stacked: part(&parts.row, ".c-stacked"),
            parts,
            known,
        }
    }
}

impl RowElement<PermissionGroup> for GroupRow {
    fn element(&self) -> &HtmlElement {
        &self.parts.row
    }

    fn show(&mut self, group: &Arc<PermissionGroup>, state: RowState) {
        let Known { session, names, articles } = self.known;
        if self.parts.show(group, state) {
            self.warning.set_hidden(group.built_in || !group.publish.is_empty());
        }
        let (draft, plan) = (group.draft(), session.plan());
        self.edit.show_editors(&draft, plan, names);
        self.publish.show_publishers(&draft, plan, names, group.built_in);
        self.articles.say(count_in_cell(articles, group.id));
        let stacked = [in_words(articles, group.id), updated(&**group).map(time::relative)];
        let stacked = stacked.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        self.stacked.set_text_content(Some(&stacked));
    }

    fn explain(&self, group: &PermissionGroup) {
        self.parts.explain(group);
    }
}
