//! The endpoints of the help center: segments, articles, sections, topics.

use serde_json::json;
use utoipa::{
    ToSchema,
    openapi::{
        HttpMethod::{Delete, Get, Post, Put},
        RefOr, Schema,
    },
};

use super::{
    endpoint::{Endpoint, Who, endpoint, some},
    envelope::Listed,
    objects::{ArticleRequest, NewUserSegmentRequest, UserSegment, UserSegmentRequest},
    schemas::{array_of, either, flag, nullable_text, number, object, positive, text},
};
use crate::{
    account::{ARTICLE_KEYS, ARTICLE_SEARCH_KEYS, CATEGORY_KEYS, SECTION_KEYS},
    articles, categories, sections, topics, user_segments, users,
};

const SEGMENTS: &str = "User segments";
const ARTICLES: &str = "Articles";
const SECTIONS: &str = "Categories, sections and topics";

const SEGMENT: &str = "/api/v2/help_center/user_segments/{id}";
const ARTICLE: &str = "/api/v2/help_center/articles/{id}";
const ARTICLE_IN_LOCALE: &str = "/api/v2/help_center/{locale}/articles/{id}";

pub(super) fn endpoints() -> Vec<Endpoint> {
    let mut endpoints = segments();
    endpoints.extend(articles());
    endpoints.extend(sections());
    endpoints
}

fn segments() -> Vec<Endpoint> {
    let list = "/api/v2/help_center/user_segments";
    let segments = |path, id, who, summary| {
        endpoint(Get, path, (id, SEGMENTS, who), summary)
            .query("built_in", "Only the built-in ones, or only the others", flag())
            .list::<UserSegment>("user_segments", Listed::HelpCenter)
    };
    let managers = |id| (id, SEGMENTS, Who::Managers);
    vec![
        segments(list, "list_user_segments", Who::Managers, "All segments"),
        endpoint(Post, list, managers("create_user_segment"), "Creates a segment")
            .takes::<NewUserSegmentRequest>(json!({
                "user_segment": { "name": "VIP customers", "user_type": "signed_in_users", "tags": ["vip"] },
            }))
            .made::<UserSegment>("user_segment")
            .refused(&["422"]),
        segments(
            "/api/v2/help_center/user_segments/applicable",
            "list_applicable_user_segments",
            Who::Managers,
            "The segments that the account's plan can apply to content",
        ),
        endpoint(Get, SEGMENT, managers("show_user_segment"), "A segment")
            .one::<UserSegment>("user_segment"),
        endpoint(Put, SEGMENT, managers("update_user_segment"), "Changes a segment")
            .takes::<UserSegmentRequest>(json!({ "user_segment": { "or_tags": ["gold", "silver"] } }))
            .one::<UserSegment>("user_segment")
            .refused(&["422"]),
        endpoint(Delete, SEGMENT, managers("delete_user_segment"), "Deletes a segment")
            .told("Content that used it has none from then on, unless a switch of the sandbox refuses that.")
            .answers_nothing("204", "It is deleted")
            .refused(&["422"]),
        endpoint(
            Get,
            "/api/v2/help_center/user_segments/{id}/sections",
            managers("list_sections_of_user_segment"),
            "The sections that use a segment",
        )
        .list::<user_segments::SectionBody>("sections", Listed::HelpCenter),
        endpoint(
            Get,
            "/api/v2/help_center/user_segments/{id}/topics",
            managers("list_topics_of_user_segment"),
            "The topics that use a segment",
        )
        .list::<user_segments::TopicBody>("topics", Listed::HelpCenter),
        segments(
            "/api/v2/help_center/users/{id}/user_segments",
            "list_user_segments_of_user",
            Who::Staff,
            "The segments that a user is in",
        )
        .told("An agent who asks for somebody else sees only those that they share."),
    ]
}

fn articles() -> Vec<Endpoint> {
    let list = |path, id, summary| {
        let mut list = filtered(endpoint(Get, path, (id, ARTICLES, Who::Everyone), summary));
        let more = sideloads(&mut list);
        included(list).list_with::<articles::Body>("articles", Listed::Sorted(ARTICLE_KEYS), more)
    };
    let show = |path, id, summary| {
        let mut show = included(endpoint(Get, path, (id, ARTICLES, Who::Everyone), summary));
        let (article, more) = (show.answer::<articles::Body>(), sideloads(&mut show));
        show.answers("200", "The article", object([("article", article)], more))
    };
    let update = |path, id, summary| {
        endpoint(Put, path, (id, ARTICLES, Who::Staff), summary)
            .told("For help center managers, and agents whom its permission group lets publish it.")
            .takes::<ArticleRequest>(json!({ "article": { "user_segment_id": null } }))
            .one::<articles::Body>("article")
            .refused(&["422"])
    };
    let incremental = ("list_changed_articles", ARTICLES, Who::Everyone);
    let mut changed = endpoint(
        Get,
        "/api/v2/help_center/incremental/articles",
        incremental,
        "The articles that were changed since a time, the earliest change first",
    );
    let found = some::<articles::Body>(&mut changed);
    let changed = filtered(changed)
        .told(
            "404 for anybody but agents. The next page starts at `end_time`, so what was changed in that second comes \
             twice; where nothing is new, `end_time` is 1.",
        )
        .needs("start_time", "Seconds since 1970", number())
        .such_as(1_767_225_600)
        .query("per_page", "Articles on a page; more than 1,000 are 1,000", positive())
        .answers(
            "200",
            "Articles, and how to go on",
            object(
                [
                    ("count", number()),
                    ("next_page", nullable_text()),
                    ("end_time", number()),
                    ("articles", found),
                ],
                [],
            ),
        )
        .refused(&["404"]);
    let by_id = |endpoint: Endpoint, name, about| endpoint.query(name, about, number());
    let mut search = endpoint(
        Get,
        "/api/v2/help_center/articles/search",
        ("search_articles", ARTICLES, Who::Everyone),
        "The published articles that the caller may see and in which these words stand",
    );
    let more = sideloads(&mut search);
    search.answer::<articles::Body>();
    let search = filtered(included(search))
        .told("`query`, `section`, `category` or `label_names` is needed. 1,000 articles at most.")
        .query(
            "query",
            "Words of the title, the body or a label; phrases between quotation marks",
            text(),
        )
        .such_as("piano");
    let search = by_id(search, "section", "Only articles of this section");
    let search = by_id(search, "category", "Only articles of this category")
        .query("locale", "Only articles in this locale; `*` for all", text())
        .list_with::<articles::Found>("results", Listed::Found(ARTICLE_SEARCH_KEYS), more);
    let labels = endpoint(
        Get,
        "/api/v2/help_center/articles/labels",
        ("list_labels", ARTICLES, Who::Staff),
        "The labels that articles of the help center have",
    )
    .list::<articles::Label>("labels", Listed::HelpCenter);
    vec![
        list(
            "/api/v2/help_center/articles",
            "list_articles",
            "The articles that the caller may see",
        ),
        list(
            "/api/v2/help_center/{locale}/articles",
            "list_articles_in_locale",
            "The articles of a locale that the caller may see",
        ),
        list(
            "/api/v2/help_center/categories/{id}/articles",
            "list_articles_of_category",
            "The articles of a category that the caller may see",
        ),
        list(
            "/api/v2/help_center/{locale}/categories/{id}/articles",
            "list_articles_of_category_in_locale",
            "The articles of a category of a locale that the caller may see",
        ),
        list(
            "/api/v2/help_center/sections/{id}/articles",
            "list_articles_of_section",
            "The articles of a section that the caller may see",
        ),
        list(
            "/api/v2/help_center/{locale}/sections/{id}/articles",
            "list_articles_of_section_in_locale",
            "The articles of a section of a locale that the caller may see",
        ),
        list(
            "/api/v2/help_center/users/{id}/articles",
            "list_articles_of_user",
            "The articles that a user wrote and that the caller may see",
        ),
        changed,
        search,
        labels,
        show(ARTICLE, "show_article", "An article"),
        show(ARTICLE_IN_LOCALE, "show_article_in_locale", "An article, in its locale"),
        update(ARTICLE, "update_article", "Changes who may see and who may edit an article"),
        update(
            ARTICLE_IN_LOCALE,
            "update_article_in_locale",
            "Changes who may see and who may edit an article, in its locale",
        ),
    ]
}

fn sections() -> Vec<Endpoint> {
    let everyone = |id| (id, SECTIONS, Who::Everyone);
    let list = |path, id, summary| {
        endpoint(Get, path, everyone(id), summary)
            .list::<sections::Body>("sections", Listed::Sorted(SECTION_KEYS))
    };
    let show = |path, id, summary| {
        endpoint(Get, path, everyone(id), summary).one::<sections::Body>("section")
    };
    let categories = |path, id, summary| {
        endpoint(Get, path, everyone(id), summary)
            .list::<categories::Body>("categories", Listed::Sorted(CATEGORY_KEYS))
    };
    let category = |path, id, summary| {
        endpoint(Get, path, everyone(id), summary).one::<categories::Body>("category")
    };
    let topics = |path, id| {
        endpoint(Get, path, everyone(id), "The topics that the caller may see")
            .list::<topics::Body>("topics", Listed::HelpCenter)
    };
    let topic =
        |path, id| endpoint(Get, path, everyone(id), "A topic").one::<topics::Body>("topic");
    vec![
        categories(
            "/api/v2/help_center/categories",
            "list_categories",
            "The categories in which the caller may see a section",
        ),
        categories(
            "/api/v2/help_center/{locale}/categories",
            "list_categories_in_locale",
            "The categories of a locale in which the caller may see a section",
        ),
        category("/api/v2/help_center/categories/{id}", "show_category", "A category"),
        category(
            "/api/v2/help_center/{locale}/categories/{id}",
            "show_category_in_locale",
            "A category, in its locale",
        ),
        list(
            "/api/v2/help_center/categories/{id}/sections",
            "list_sections_of_category",
            "The sections of a category that the caller may see",
        ),
        list(
            "/api/v2/help_center/{locale}/categories/{id}/sections",
            "list_sections_of_category_in_locale",
            "The sections of a category of a locale that the caller may see",
        ),
        list(
            "/api/v2/help_center/sections",
            "list_sections",
            "The sections that the caller may see",
        ),
        list(
            "/api/v2/help_center/{locale}/sections",
            "list_sections_in_locale",
            "The sections of a locale that the caller may see",
        ),
        show("/api/v2/help_center/sections/{id}", "show_section", "A section"),
        show(
            "/api/v2/help_center/{locale}/sections/{id}",
            "show_section_in_locale",
            "A section, in its locale",
        ),
        topics("/api/v2/community/topics", "list_topics"),
        topics("/api/v2/help_center/community/topics", "list_topics_of_help_center"),
        topic("/api/v2/community/topics/{id}", "show_topic"),
        topic("/api/v2/help_center/community/topics/{id}", "show_topic_of_help_center"),
        endpoint(
            Get,
            "/api/v2/help_center/locales",
            everyone("list_locales"),
            "The locales that the help center has articles in",
        )
        .answers(
            "200",
            "The locales",
            object([("locales", array_of(text())), ("default_locale", text())], []),
        ),
    ]
}

fn filtered(endpoint: Endpoint) -> Endpoint {
    endpoint.query("label_names", "Only articles with all of these labels, between commas", text())
}

fn included(endpoint: Endpoint) -> Endpoint {
    endpoint.include(articles::WITH_ARTICLES)
}

fn sideloads(endpoint: &mut Endpoint) -> Vec<(&'static str, RefOr<Schema>)> {
    endpoint.answer::<users::Body>();
    endpoint.answer::<articles::Author>();
    let author = either([users::Body::name(), articles::Author::name()]);
    vec![
        ("users", array_of(author)),
        ("sections", some::<sections::Body>(endpoint)),
        ("categories", some::<categories::Body>(endpoint)),
    ]
}
