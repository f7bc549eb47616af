//! How long the state of a part of a page lives: until its elements have left the page, and a moment longer.
//!
//! Leptos disposes of signals and callbacks first and removes elements afterwards. In between the browser sends events
//! to the elements it removes (`blur`, `focusout`, `change`), and an event that is on its way up still reaches the
//! handlers of elements that its first handler made go. Each of them would find its state gone, which ends the app. So
//! here elements go first, effects stop at once, and the state goes in a task of its own, when no event is under way.

use std::{
    cell::RefCell,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use leptos::{
    prelude::*,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::types::{Element, Node},
        view::{
            Mountable, Position, PositionState, Render, RenderHtml,
            add_attr::AddAnyAttr,
            any_view::{AnyView, AnyViewState},
        },
    },
};

use super::subscribers::dispose_with_readings;

/// Owners without state, to be used again.
type IdleOwners = Arc<Mutex<Vec<Owner>>>;

/// Owners of what a changing part of a page has shown, used again once they are empty: a parent never forgets a child.
#[derive(Clone)]
pub(super) struct Scopes {
    parent: Owner,
    idle: IdleOwners,
}

impl Scopes {
    /// Below the component that is being made.
    pub(super) fn new() -> Self {
        let parent = Owner::current().unwrap_or_default();
        Self { parent, idle: Arc::default() }
    }

    /// Makes a view whose state lives as long as its elements are in the page.
    pub(super) fn hold(&self, make: impl FnOnce() -> AnyView) -> Held {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let owner = idle.unwrap_or_else(|| self.parent.child());
        let view = owner.with(make);
        Held { view, scope: Scope { owner, idle: self.idle.clone() } }
    }
}

/// The state of one view. Dropped when its elements have left the page.
struct Scope {
    owner: Owner,
    idle: IdleOwners,
}

thread_local! {
    /// What is disposed of in the next task.
    static LEFT: RefCell<Vec<(Owner, IdleOwners)>> = const { RefCell::new(Vec::new()) };
}

impl Drop for Scope {
    fn drop(&mut self) {
        self.owner.pause();
        let first = LEFT.with_borrow_mut(|left| {
            left.push((self.owner.clone(), self.idle.clone()));
            left.len() == 1
        });
        if first {
            #[expect(clippy::disallowed_methods, reason = "it belongs to no page")]
            set_timeout(dispose_of_what_left, Duration::ZERO);
        }
    }
}

fn dispose_of_what_left() {
    let left = LEFT.take();
    dispose_with_readings(|| left.iter().for_each(|(owner, _)| owner.cleanup()));
    for (owner, idle) in left {
        owner.resume();
        idle.lock().unwrap_or_else(PoisonError::into_inner).push(owner);
    }
}

/// A view with its state.
pub(super) struct Held {
    view: AnyView,
    scope: Scope,
}

/// A view with its state, in the page. The fields are dropped in this order.
pub(super) struct HeldState {
    state: AnyViewState,
    scope: Scope,
}

impl Render for Held {
    type State = HeldState;

    fn build(self) -> HeldState {
        let Self { view, scope } = self;
        HeldState { state: scope.owner.with(|| view.build()), scope }
    }

    fn rebuild(self, held: &mut HeldState) {
        let Self { view, scope } = self;
        scope.owner.with(|| view.rebuild(&mut held.state));
        held.scope = scope;
    }
}

impl Mountable for HeldState {
    fn unmount(&mut self) {
        self.state.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.state.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.state.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.state.elements()
    }
}

impl AddAnyAttr for Held {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, attribute: NewAttr) -> Self {
        Self { view: self.view.add_any_attr(attribute).into_any(), scope: self.scope }
    }
}

/// Leptos wants this of every view, for servers. Nothing here is rendered by one.
impl RenderHtml for Held {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        self.view.to_html_with_buf(html, position, escape, mark_branches, attributes);
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> HeldState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
