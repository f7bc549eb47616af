//! What the button of a message does.

use std::sync::Arc;

/// Data that has nothing of a page in it: no signal, no callback, no element. A message outlives the page that it came
/// from, so this is all that its action may take along; the rest it finds in what the app shares.
pub trait PlainData: Send + Sync + 'static {}

impl PlainData for () {}

impl PlainData for String {}

impl<D: PlainData> PlainData for Vec<D> {}

impl<D: PlainData> PlainData for Option<D> {}

/// Something to do later, from whatever page is shown by then.
#[derive(Clone)]
pub struct Action(Arc<dyn Fn() + Send + Sync>);

impl Action {
    /// Does `act` with `data`. `act` is a plain function, so that it can't capture anything of a page.
    pub fn new<D: PlainData>(data: D, act: fn(&D)) -> Self {
        Self(Arc::new(move || act(&data)))
    }

    pub(super) fn run(&self) {
        (self.0)();
    }
}
