//! A chunk of the app that comes late, or not at all the first time.

use std::cell::Cell;

use guidepost::ui::{Lazy, Loading, NotLoaded};
use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::until;

thread_local! {
    /// How often the chunk was asked for.
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// The network is there at the second attempt.
fn load() -> Loading {
    ASKED.set(ASKED.get() + 1);
    let chunk = if ASKED.get() > 1 { Ok(chunk as fn() -> AnyView) } else { Err(NotLoaded) };
    Box::pin(std::future::ready(chunk))
}

fn chunk() -> AnyView {
    view! { <p>"The chunk"</p> }.into_any()
}

#[wasm_bindgen_test]
async fn a_chunk_that_did_not_come_can_be_asked_for_again() {
    let home: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&home).unwrap();
    let failed = |retry: Callback<()>| {
        view! { <button on:click=move |_| retry.run(())>"Retry"</button> }.into_any()
    };
    let mounted = mount_to(home.clone(), move || {
        view! { <Lazy load waiting=|| "Waiting" failed=Callback::new(failed)/> }
    });
    assert_eq!(home.text_content().as_deref(), Some("Waiting"));

    let button = until("Retry", || home.query_selector("button").unwrap()).await;
    assert_eq!(home.text_content().as_deref(), Some("Retry"));
    button.unchecked_into::<HtmlElement>().click();
    until("the chunk", || home.query_selector("p").unwrap()).await;
    assert_eq!(home.text_content().as_deref(), Some("The chunk"));
    assert_eq!(ASKED.get(), 2);
    drop(mounted);
    home.remove();
}
