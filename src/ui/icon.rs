//! The icons: one sprite in the page, and references to its symbols.

use leptos::prelude::*;

/// A symbol of the sprite (`icons.svg`), named for what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Symbol {
    ArrowDown,
    ArrowUp,
    Article,
    Check,
    Clock,
    Copy,
    Down,
    Edit,
    Error,
    Export,
    External,
    Globe,
    Group,
    Info,
    Key,
    Keyboard,
    Lock,
    Menu,
    Minus,
    More,
    Offline,
    Organization,
    Plus,
    Refresh,
    Right,
    Search,
    Section,
    Segments,
    Sort,
    Topic,
    Trash,
    User,
    Warning,
    X,
}

impl Symbol {
    /// Where the sprite has it.
    pub(crate) const fn href(self) -> &'static str {
        match self {
            Self::ArrowDown => "#i-arrow-down",
            Self::ArrowUp => "#i-arrow-up",
            Self::Article => "#i-article",
            Self::Check => "#i-check",
            Self::Clock => "#i-clock",
            Self::Copy => "#i-copy",
            Self::Down => "#i-down",
            Self::Edit => "#i-edit",
            Self::Error => "#i-error",
            Self::Export => "#i-export",
            Self::External => "#i-external",
            Self::Globe => "#i-globe",
            Self::Group => "#i-group",
            Self::Info => "#i-info",
            Self::Key => "#i-key",
            Self::Keyboard => "#i-keyboard",
            Self::Lock => "#i-lock",
            Self::Menu => "#i-menu",
            Self::Minus => "#i-minus",
            Self::More => "#i-more",
            Self::Offline => "#i-offline",
            Self::Organization => "#i-org",
            Self::Plus => "#i-plus",
            Self::Refresh => "#i-refresh",
            Self::Right => "#i-right",
            Self::Search => "#i-search",
            Self::Section => "#i-section",
            Self::Segments => "#i-segments",
            Self::Sort => "#i-sort",
            Self::Topic => "#i-topic",
            Self::Trash => "#i-trash",
            Self::User => "#i-user",
            Self::Warning => "#i-warning",
            Self::X => "#i-x",
        }
    }
}

/// A decorative icon: whatever it stands beside has the words.
#[component]
pub fn Icon(
    /// What it shows.
    symbol: Symbol,
    /// The smaller size.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    view! {
        <svg class=if small { "icon icon--s" } else { "icon" } aria-hidden="true">
            <use href=symbol.href()></use>
        </svg>
    }
}

/// The symbols, once in the page.
#[component]
pub fn IconSprite() -> impl IntoView {
    view! { <div hidden inner_html=include_str!("icons.svg")></div> }
}
