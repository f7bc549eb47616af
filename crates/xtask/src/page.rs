//! What the built page must be: loadable under the site's own Content-Security-Policy, which allows
//! neither inline script nor inline style (see public/_headers).

use std::fs;
use std::path::Path;

use crate::error::Error;

/// Reads a built site's page, and refuses one that would not work.
pub(crate) fn read_checked(site: &Path) -> Result<String, Error> {
    let path = site.join("index.html");
    let html = fs::read_to_string(&path).map_err(Error::io("reading", &path))?;
    match inline_parts(&html).first() {
        None => Ok(html),
        Some(tag) => Err(Error::Page(format!(
            "has something inline that the Content-Security-Policy forbids: {tag}"
        ))),
    }
}

/// The opening tags that bring inline script or style: a `script` without `src`, a `style`, and whatever
/// has a `style` or an `on…` attribute.
fn inline_parts(html: &str) -> Vec<&str> {
    tags(html)
        .filter(|tag| {
            let lower = tag.to_ascii_lowercase();
            let name = lower[1..].split(|c: char| !c.is_ascii_alphanumeric()).next();
            match name {
                Some("script") => !attributes(&lower).any(|name| name == "src"),
                Some("style") => true,
                _ => attributes(&lower).any(|name| name == "style" || name.starts_with("on")),
            }
        })
        .collect()
}

/// Opening tags, from `<` to `>`, outside comments. A `>` inside quotes belongs to the tag.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            rest = &rest[rest.find('<')?..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = &comment[comment.find("-->")?..];
                continue;
            }
            let end = end_of_tag(rest)?;
            let (tag, after) = rest.split_at(end);
            rest = after;
            if tag[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
                return Some(tag);
            }
        }
    })
}

fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match quote {
            None if c == '>' => return Some(at + 1),
            None if c == '"' || c == '\'' => quote = Some(c),
            Some(open) if c == open => quote = None,
            _ => {}
        }
    }
    None
}

/// The names of a tag's attributes.
fn attributes(tag: &str) -> impl Iterator<Item = &str> {
    let mut quote = None;
    tag[1..]
        .split(move |c: char| match quote {
            Some(open) => {
                if c == open {
                    quote = None;
                }
                false
            }
            None => {
                if c == '"' || c == '\'' {
                    quote = Some(c);
                }
                c.is_whitespace() || c == '/' || c == '>'
            }
        })
        .skip(1)
        .map(|attribute| attribute.split('=').next().unwrap_or(attribute))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_only_refers_to_files_has_nothing_inline() {
        let html = r#"<!doctype html><html lang=en><!-- <script>no()</script> --><script
            integrity=sha384-on/style= src=/a.js></script><link rel=stylesheet href=/a.css>
            <script type="module" src="/b.js"></script><p title='a > b, style="x"' class=on>one</p>"#;
        assert!(inline_parts(html).is_empty(), "{:?}", inline_parts(html));
    }

    #[test]
    fn inline_script_and_style_are_found_wherever_they_are() {
        for inline in [
            "<script>start()</script>",
            r#"<SCRIPT type="module">start()</SCRIPT>"#,
            "<style>p{}</style>",
            r#"<p style="color:red">"#,
            "<button class=b onclick=go()>",
            r#"<img alt="a>b" onload=go()>"#,
        ] {
            let html = format!("<html><p>before</p>{inline}<p>after</p></html>");
            assert_eq!(inline_parts(&html).len(), 1, "{inline}");
        }
    }
}
