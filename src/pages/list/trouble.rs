//! What keeps a list from being complete.

use guidepost_model::ErrorKind;
use leptos::prelude::*;

use super::Listing;
use crate::{
    pages::parts::FailureBanner,
    store::{Collection, Progress},
    ui::{Empty, live},
};

#[component]
pub(crate) fn Trouble<T: Listing>(
    /// Whose list it is.
    collection: Collection<T>,
) -> impl IntoView {
    live(move || match collection.progress() {
        Progress::Failed(failure) => {
            let here = collection.all().len();
            if here == 0 && failure.kind() == Some(ErrorKind::Forbidden) {
                return view! { <NoAccess/> }.into_any();
            }
            let noun = T::KIND.noun();
            let note = match here {
                0 => String::new(),
                1 => format!("1 {noun} was loaded before that."),
                here => {
                    format!("The {here} {noun}s below were loaded before that; there may be more.")
                }
            };
            let retry = Callback::new(move |()| collection.reload());
            view! {
                <div class="page__banner">
                    <FailureBanner failure note retry/>
                </div>
            }
            .into_any()
        }
        Progress::Loading | Progress::Complete => ().into_any(),
    })
}

/// The signed-in user is no help center manager.
#[component]
pub(crate) fn NoAccess() -> impl IntoView {
    view! {
        <Empty title="You need to be a help center manager" glyph=true>
            <p>"Ask an account admin for the role, or switch account."</p>
        </Empty>
    }
}
