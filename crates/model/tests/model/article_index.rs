//! Which articles become public when segments are deleted.

use guidepost_model::{
    Article, ArticleIndex, Brand, Listed, Page, PermissionGroupId, SegmentId, read_object,
};
use serde_json::{Value, json};

fn article(title: &str, segments: &[u64]) -> Article {
    read(json!({
        "id": 1, "title": title, "html_url": format!("https://acme.example/hc/{title}"),
        "permission_group_id": 7,
        "user_segment_id": segments.first(), "user_segment_ids": segments,
    }))
}

fn read(article: Value) -> Article {
    read_object(article).unwrap()
}

fn index(articles: impl IntoIterator<Item = Article>) -> ArticleIndex {
    let mut index = ArticleIndex::default();
    articles.into_iter().for_each(|article| index.add(article));
    index
}

fn titles(list: &guidepost_model::ArticleList) -> Vec<&str> {
    list.named.iter().map(|article| article.title.as_str()).collect()
}

const A: SegmentId = SegmentId(1);
const B: SegmentId = SegmentId(2);

#[test]
fn an_article_whose_segments_all_go_becomes_public_and_one_with_others_is_told_apart() {
    let index = index([
        article("only a", &[1]),
        article("both", &[1, 2]),
        article("only b", &[2]),
        article("everyone", &[]),
    ]);
    let without_a = index.without(&[A]).unwrap();
    assert_eq!(titles(&without_a.public), ["only a"]);
    assert_eq!(titles(&without_a.shared), ["both"]);
    assert_eq!(without_a.count(), 2);
    let without_both = index.without(&[A, B]).unwrap();
    assert_eq!(without_both.public.count, 3);
    assert_eq!(without_both.shared.count, 0);
    assert_eq!(index.without(&[SegmentId(3)]).unwrap().count(), 0);
    assert_eq!(index.of_group(PermissionGroupId(7)), 4);
    assert_eq!(index.of_group(PermissionGroupId(8)), 0);
    assert_eq!(index.read(), 4);
}

#[test]
fn what_a_deleted_segment_shared_is_then_the_other_ones_alone() {
    let mut index = index([article("only a", &[1]), article("both", &[1, 2])]);
    index.forget(A);
    assert_eq!(index.without(&[A]).unwrap().count(), 0);
    assert_eq!(titles(&index.without(&[B]).unwrap().public), ["both"]);
}

#[test]
fn either_key_tells_the_segments_and_neither_is_not_everyone() {
    let one = |body| read(body).segments();
    assert_eq!(one(json!({ "id": 1, "user_segment_id": 2 })), Some(vec![B]));
    assert_eq!(one(json!({ "id": 1, "user_segment_id": null })), Some(vec![]));
    assert_eq!(one(json!({ "id": 1, "user_segment_ids": [2, 1, 2] })), Some(vec![A, B]));
    assert_eq!(
        one(json!({ "id": 1, "user_segment_id": 1, "user_segment_ids": [] })),
        Some(vec![A])
    );
    assert_eq!(one(json!({ "id": 1, "user_segment_ids": null })), None);
    let silent = index([article("only a", &[1]), read(json!({ "id": 2 }))]);
    assert_eq!(silent.without(&[B]), None, "the silent article may have the segment");
}

#[test]
fn a_large_account_keeps_every_count_and_the_first_names() {
    let many = (0..2_500).map(|at| article("a", if at < 2_000 { &[1] } else { &[2] }));
    let index = index(many);
    let of = |id| index.without(&[id]).unwrap().public;
    assert_eq!((of(A).count, of(A).named.len()), (2_000, 2_000));
    assert_eq!((of(B).count, of(B).named.len()), (500, 100));
}

#[test]
fn a_brand_knows_the_pages_of_its_help_center() {
    let body = r#"{"brands":[
        {"name":"Acme","brand_url":"https://acme.example","has_help_center":true},
        {"name":"Old","brand_url":null,"has_help_center":false},{"name":"New"}]}"#;
    let brands = Page::<Brand>::read(body).unwrap().items;
    assert_eq!(Brand::KEY, "brands");
    assert!(brands[0].has_page("https://acme.example/hc/en-us/articles/1"));
    assert!(!brands[0].has_page("https://acme.example.evil/hc/en-us/articles/1"));
    assert!(!brands[0].has_page(""));
    assert!(!brands[1].has_page(""), "no address is no help center");
    assert!(!brands[1].has_help_center);
    assert!(brands[2].has_help_center, "it may well have one");
}
