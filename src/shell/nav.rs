//! Navigation, the account and the signed-in user.

use guidepost_model::{Role, visible_text};
use leptos::prelude::*;

use super::{
    drawer::Drawer,
    sheet::{OpenSheet, Sheet},
    theme,
};
use crate::{
    session::Session,
    store::{PermissionGroups, Segments},
    ui::{
        ActionMenu, Icon, MenuItem, Router, Show, Symbol, initials, live, single_keys_on,
        switch_single_keys,
    },
};

#[component]
pub(super) fn Brand() -> impl IntoView {
    view! {
        <a href="/segments" class="brand">
            <svg class="brand__glyph" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
                <path d="M11 1.5h2V4h3.5l3.75 3.25-3.75 3.25H4.5V4H11zM11 10.5h2v2h-2zM11 19h2v3.5h-2z"></path>
                <path d="M7.5 12.5h12V19h-12l-3.75-3.25z" opacity=".6"></path>
            </svg>
            <span class="brand__name">"Guidepost"</span>
        </a>
    }
}

#[component]
pub(super) fn Nav(groups: PermissionGroups, drawer: Drawer) -> impl IntoView {
    let segments = Segments::expect();
    let number_of_segments = Signal::derive(move || segments.custom_count());
    // For their number alone they are not loaded.
    let number_of_groups = Signal::derive(move || groups.custom_count());
    view! {
        <nav class="nav" id="nav" aria-label="Main">
            <Brand/>
            // A link to where one is already goes nowhere, and closes the drawer all the same.
            <ul class="nav__list" on:click=move |_| drawer.close()>
                {entry("/segments", Symbol::Segments, "Segments", number_of_segments)}
                {entry("/permission-groups", Symbol::Key, "Permission groups", number_of_groups)}
            </ul>
            <div class="nav__foot">
                <Account/>
                <User/>
            </div>
        </nav>
    }
}

/// A way to one of the lists, with the number of what is in it, once it is known.
fn entry(
    href: &'static str,
    symbol: Symbol,
    label: &'static str,
    number: Signal<usize>,
) -> AnyView {
    let router = Router::expect();
    let here = move || router.path().starts_with(href).then_some("page");
    let number = move || match number.get() {
        0 => String::new(),
        number => number.to_string(),
    };
    view! {
        <li>
            <a class="nav__link" href=href aria-current=here title=label>
                <Icon symbol/>
                <span class="nav__label">{label}</span>
                " "
                <span class="nav__count">{live(number)}</span>
            </a>
        </li>
    }
    .into_any()
}

#[component]
fn Account() -> impl IntoView {
    let session = Session::expect();
    let name = move || session.account.with(|account| account.account.clone()).unwrap_or_default();
    let detail = move || {
        session.account.with(|account| {
            let sandbox = account.mode.as_deref() == Some("sandbox");
            let plan = account.plan.as_deref().map(capitalize);
            let parts = sandbox.then(|| "Sandbox".to_owned()).into_iter().chain(plan);
            parts.collect::<Vec<_>>().join(" · ")
        })
    };
    view! {
        <Show when=move || !name().is_empty()>
            <div
                class="nav__switch nav__switch--static"
                title=move || [name(), detail()].join(" · ")
            >
                <span class="avatar avatar--m avatar--account" aria-hidden="true">
                    {live(move || name().chars().next().map(String::from))}
                </span>
                <span>
                    <span class="nav__switch-title">{live(name)}</span>
                    <span class="nav__switch-meta">{live(detail)}</span>
                </span>
            </div>
        </Show>
    }
}

/// For the names of plans, which are English.
fn capitalize(word: &str) -> String {
    let mut word = word.to_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}

/// The signed-in user's name; empty while it is not known.
fn user_name(session: Session) -> String {
    session.user.with(|user| match user {
        Some(Ok(user)) if user.id.is_some() => visible_text(&user.name),
        Some(_) => "Not signed in".into(),
        None => String::new(),
    })
}

/// What the user may do: that is learnt from answers, the API has no field for it.
fn role(session: Session) -> &'static str {
    let role = session.user.with(|user| match user {
        Some(Ok(user)) if user.id.is_some() => match user.role {
            Role::EndUser => "End user",
            Role::Agent => "Agent",
            Role::Admin => "Admin",
            Role::Other(_) => "",
        },
        _ => "",
    });
    match session.is_manager.get() {
        Some(true) => "Help center manager",
        Some(false) | None => role,
    }
}

#[component]
fn User() -> impl IntoView {
    let session = Session::expect();
    let sheets = OpenSheet::expect();
    let items = Callback::new(move |()| {
        let chosen = theme::current();
        let entry = |(name, theme): (&'static str, Option<&'static str>)| {
            MenuItem::new(name, Symbol::Check, move || theme::choose(theme))
                .checked(chosen.as_deref() == theme)
        };
        let themes =
            [("System theme", None), ("Light theme", Some("light")), ("Dark theme", Some("dark"))];
        let on = single_keys_on();
        let switch = MenuItem::new("Single-key shortcuts", Symbol::Check, move || {
            switch_single_keys(!on);
        });
        let open =
            |label: &str, symbol, sheet| MenuItem::new(label, symbol, move || sheets.open(sheet));
        let mut items: Vec<MenuItem> = themes.into_iter().map(entry).collect();
        items.extend([
            switch.switched(on).apart(),
            open("Keyboard shortcuts", Symbol::Keyboard, Sheet::Shortcuts),
            open("About Guidepost", Symbol::Info, Sheet::About).apart(),
        ]);
        if session.account.with_untracked(|account| account.resets) {
            items.push(open("Reset sandbox…", Symbol::Refresh, Sheet::Reset));
        }
        items
    });
    // With all that the button shows, so that it can be called by what is read on it.
    let label =
        Signal::derive(move || format!("{} {}: settings", user_name(session), role(session)));
    view! {
        <ActionMenu label class="nav__switch" items>
            // Drawn by the style sheet: as text they would be part of what the button is called by.
            <span
                class="avatar avatar--m"
                aria-hidden="true"
                data-initials=move || initials(&user_name(session))
            ></span>
            <span>
                <span class="nav__switch-title">{live(move || user_name(session))}</span>
                " "
                <span class="nav__switch-meta">{live(move || role(session))}</span>
            </span>
            <Icon symbol=Symbol::More/>
        </ActionMenu>
    }
}

/// The account's kind and the user's initials, where the navigation is hidden.
#[component]
pub(super) fn UserMark() -> impl IntoView {
    let session = Session::expect();
    let sandbox =
        move || session.account.with(|account| account.mode.as_deref() == Some("sandbox"));
    view! {
        <Show when=sandbox>
            <span class="badge badge--accent">"Sandbox"</span>
        </Show>
        <span class="avatar avatar--m" aria-hidden="true">
            {live(move || initials(&user_name(session)))}
        </span>
    }
}
