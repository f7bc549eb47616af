//! What this app is: its version, and the account that it shows.

use leptos::prelude::*;

use super::sheet::{CloseButton, OpenSheet};
use crate::{session::Session, ui::Dialog};

#[component]
pub(super) fn AboutDialog(sheet: OpenSheet) -> impl IntoView {
    let session = Session::expect();
    let account = session.account.get_untracked();
    let kind =
        if account.mode.as_deref() == Some("sandbox") { "Sandbox account" } else { "Account" };
    let plan = account.plan.is_some().then(|| untrack(|| session.plan()).label().to_owned());
    let facts = [
        ("Version", Some(env!("CARGO_PKG_VERSION").to_owned())),
        (kind, account.account),
        ("Plan", plan),
        ("License", Some(env!("CARGO_PKG_LICENSE").to_owned())),
    ];
    let facts = facts.into_iter().filter_map(|(term, words)| {
        let words = words?;
        Some(view! {
            <div>
                <dt>{term}</dt>
                <dd>{words}</dd>
            </div>
        })
    });
    view! {
        <Dialog
            id="about"
            title="About Guidepost"
            on_close=Callback::new(move |()| sheet.close())
            foot=ViewFn::from(move || view! { <CloseButton sheet/> })
        >
            <p class="muted">
                "See and decide who can view, edit and publish the content of your Zendesk help centers. Guidepost isn’t made or supported by Zendesk."
            </p>
            <dl class="facts facts--row">{facts.collect_view()}</dl>
        </Dialog>
    }
}
