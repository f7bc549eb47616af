//! Leptos's building blocks without their types. Each closure and each view in a template has a type of its own, and
//! the framework's code is compiled anew for every one of them: in this app more than half of all bytes. Behind a `dyn`
//! there is one copy. The names shadow Leptos's own, so a template reads as everywhere else.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use leptos::{prelude::*, tachys::view::keyed::keyed};

use super::scope::{Held, Scopes};

/// A condition, with its type forgotten.
#[derive(Clone)]
pub struct When(Arc<dyn Fn() -> bool + Send + Sync>);

impl<F: Fn() -> bool + Send + Sync + 'static> From<F> for When {
    fn from(when: F) -> Self {
        Self(Arc::new(when))
    }
}

/// Shows its children as long as `when` holds.
#[component]
pub fn Show(
    /// Tracked; the children are made anew only when it changes.
    #[prop(into)]
    when: When,
    /// What is shown.
    children: ChildrenFn,
) -> impl IntoView {
    let holds: Memo<bool> = Memo::new(move |_| (when.0)());
    live(move || holds.get().then(|| children()))
}

/// A part of a template that follows what it reads. What it showed before keeps its state until its elements are gone.
pub fn live<V: IntoAny>(view: impl Fn() -> V + Send + Sync + 'static) -> AnyView {
    let scopes = Scopes::new();
    let view: Box<dyn Fn() -> Held + Send + Sync> =
        Box::new(move || scopes.hold(|| view().into_any()));
    view.into_any()
}

/// Something done again whenever what it reads changes.
pub struct Effect;

impl Effect {
    /// Does it for the first time in a moment, when the page has been built.
    #[expect(clippy::new_ret_no_self, reason = "reads as Leptos's own, which nobody keeps either")]
    pub fn new(run: impl FnMut(Option<()>) + 'static) {
        let run: Box<dyn FnMut(Option<()>)> = Box::new(run);
        leptos::prelude::Effect::new(run);
    }
}

/// A row that is not in the page yet.
struct Row {
    key: u64,
    view: Box<dyn FnOnce() -> AnyView + Send>,
}

/// A row for each item. A row is kept as long as its key is.
#[component]
pub fn For<T, K, N>(
    /// The items.
    each: impl Fn() -> Vec<T> + Send + Sync + 'static,
    /// Tells an item from the others, and from what it was before.
    key: impl Fn(&T) -> K + Send + Sync + 'static,
    /// Makes the row of an item.
    children: impl Fn(T) -> N + Send + Sync + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    K: Hash,
    N: IntoAny + 'static,
{
    let children = Arc::new(children);
    rows(Box::new(move || {
        let row = |item: T| {
            let mut hasher = DefaultHasher::new();
            key(&item).hash(&mut hasher);
            let children = children.clone();
            Row { key: hasher.finish(), view: Box::new(move || children(item).into_any()) }
        };
        each().into_iter().map(row).collect()
    }))
}

fn rows(each: Box<dyn Fn() -> Vec<Row> + Send + Sync>) -> AnyView {
    let scopes = Scopes::new();
    let rows = move || {
        let scopes = scopes.clone();
        keyed(each(), |row: &Row| row.key, move |_, row: Row| (|_| {}, scopes.hold(row.view)))
    };
    rows.into_any()
}
