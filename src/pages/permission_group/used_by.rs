//! Beside a permission group: how many articles it protects.

use guidepost_model::PermissionGroupId;
use leptos::prelude::*;

use crate::{
    pages::{
        parts::{CountArticles, CountScope},
        permission_groups::in_words,
    },
    store::Articles,
    ui::{Icon, Symbol, live},
};

#[component]
pub(super) fn UsedBy(id: PermissionGroupId) -> impl IntoView {
    let articles = Articles::expect();
    articles.ensure();
    view! {
        <section class="panel__section" aria-labelledby="panel-used">
            <div class="panel__head">
                <h2 class="panel__title" id="panel-used">
                    "Used by"
                </h2>
            </div>
            {live(move || {
                in_words(articles, id)
                    .map(|words| {
                        view! {
                            <p class="used-by">
                                <Icon symbol=Symbol::Article/>
                                {words}
                            </p>
                        }
                    })
            })}
            <div class="used-by__note">
                <CountScope/>
                <CountArticles/>
            </div>
        </section>
    }
}
