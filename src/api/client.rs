//! Sends requests until they are answered or can't be: pauses, retries, paging, decoding.

use std::sync::Arc;

use futures_util::future::LocalBoxFuture;
use gloo_timers::future::TimeoutFuture;
use guidepost_model::{ApiError, ErrorKind, Listed, Next, Page, limits, read_object};
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Answer, Failure, Method, Pause, Transport};

/// Milliseconds before each further attempt of a GET.
const BACKOFF: [u32; 3] = [400, 1_200, 3_000];
/// Seconds to wait when the account asks for a pause without saying how long.
const DEFAULT_PAUSE: u32 = 30;

/// The account, as far as it can be reached.
#[derive(Debug, Clone)]
pub struct Client {
    transport: Arc<Transport>,
    /// The pause that the account asked for.
    pub pause: Pause,
    /// Set when an answer says that nobody is signed in; whoever signs in again takes it back.
    pub signed_out: RwSignal<bool>,
}

impl Client {
    /// A client that sends through `transport`.
    pub fn new(transport: Transport) -> Self {
        Self {
            transport: Arc::new(transport),
            pause: Pause::default(),
            signed_out: RwSignal::new(false),
        }
    }

    /// Where the account is reached: the page's own origin, or another one.
    pub fn origin(&self) -> String {
        match self.transport.origin.as_str() {
            "" => window().location().origin().unwrap_or_default(),
            elsewhere => elsewhere.to_owned(),
        }
    }

    /// Sends a request and waits out any pause. A GET is tried again when the server fails or the connection
    /// breaks; anything else is not, because it may have taken effect.
    ///
    /// Boxed, because every caller's own state would else hold a copy of this one's.
    pub(crate) fn send(
        &self,
        method: Method,
        path: String,
        body: Option<String>,
    ) -> LocalBoxFuture<'_, Result<Answer, Failure>> {
        Box::pin(self.attempt(method, path, body))
    }

    async fn attempt(
        &self,
        method: Method,
        path: String,
        body: Option<String>,
    ) -> Result<Answer, Failure> {
        let mut attempts = BACKOFF.iter();
        loop {
            let mut asked_to_wait = None;
            let failure = match self.transport.send(method, &path, body.clone()).await {
                Ok(answer) if (200..300).contains(&answer.status) => return Ok(answer),
                Ok(answer) => {
                    let error = ApiError::read(answer.status, &answer.body);
                    match error.kind {
                        ErrorKind::RateLimited => {
                            let asked = ApiError::retry_after(answer.retry_after.as_deref());
                            if self.pause.wait(asked.unwrap_or(DEFAULT_PAUSE)).await {
                                continue;
                            }
                            return Err(Failure::Stopped);
                        }
                        ErrorKind::Unauthenticated => {
                            self.signed_out.try_set(true);
                        }
                        ErrorKind::Server => {
                            asked_to_wait = ApiError::retry_after(answer.retry_after.as_deref());
                        }
                        _ => {}
                    }
                    Failure::Refused(error)
                }
                Err(failure) => failure,
            };
            match attempts.next() {
                Some(delay) if method == Method::Get && is_passing(&failure) => match asked_to_wait
                {
                    Some(seconds) if !self.pause.wait(seconds).await => {
                        return Err(Failure::Stopped);
                    }
                    Some(_) => {}
                    None => TimeoutFuture::new(*delay).await,
                },
                _ => return Err(failure),
            }
        }
    }

    /// Reads one object.
    pub(crate) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Failure> {
        let answer = self.send(Method::Get, path.to_owned(), None).await?;
        object(&answer, json(&answer)?)
    }

    /// Brings a sandbox back to its first day.
    pub(crate) async fn reset_sandbox(&self) -> Result<(), Failure> {
        self.send(Method::Post, "/sandbox/reset".to_owned(), None).await.map(|_| ())
    }

    /// Reads one page of a list.
    pub(super) async fn page<T: Listed>(&self, path: &str) -> Result<Page<T>, Failure> {
        page(&self.send(Method::Get, path.to_owned(), None).await?)
    }

    /// Reads a whole list page by page, and hands each page to `each` as it arrives. Where the answer is in another
    /// paging style than was asked for, it goes on in the answer's.
    pub(super) async fn list<T: Listed>(
        &self,
        path: &str,
        paging: Paging,
        mut each: impl FnMut(Vec<T>),
    ) -> Result<(), Failure> {
        let mut each = |answer: &Answer| {
            let Page { items, next, .. } = page(answer)?;
            let size = items.len();
            each(items);
            Ok((size, next))
        };
        self.walk(path, paging, &mut each).await
    }

    /// Goes from page to page; `each` says how many items were on one, and where the next is.
    ///
    /// Boxed, and told nothing of the items: every list's way of walking would else be code of its own.
    fn walk<'a>(
        &'a self,
        path: &'a str,
        paging: Paging,
        each: &'a mut EachPage<'a>,
    ) -> LocalBoxFuture<'a, Result<(), Failure>> {
        Box::pin(async move {
            let start = if path.contains('?') { '&' } else { '?' };
            let mut position = match paging {
                Paging::Cursor => format!("page[size]={}", limits::PAGE),
                Paging::Offset => format!("per_page={}", limits::PAGE),
            };
            // Endpoints that ignore `per_page` use their own page size and number pages by it, so the largest page seen
            // is what to ask for.
            let mut largest = 0;
            // A list that leads back to a page would be read for ever. The first page has a number, too.
            let mut seen = vec![Next::Page(1)];
            loop {
                let path = format!("{path}{start}{position}");
                let (size, next) = each(&self.send(Method::Get, path, None).await?)?;
                largest = size.max(largest);
                position = match &next {
                    Next::End => return Ok(()),
                    _ if size == 0 || seen.contains(&next) => return Err(Failure::Incomplete),
                    Next::Cursor(cursor) => {
                        format!("page[size]={}&page[after]={}", limits::PAGE, encode(cursor))
                    }
                    Next::Page(number) => format!("per_page={largest}&page={number}"),
                };
                seen.push(next);
            }
        })
    }
}

/// Takes a page in; says how many items were on it, and where the next is.
type EachPage<'a> = dyn FnMut(&Answer) -> Result<(usize, Next), Failure> + 'a;

/// Zendesk's two styles of paging.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paging {
    /// `page[size]`, `page[after]`: what Zendesk recommends.
    Cursor,
    /// `per_page`, `page`: what every list knows.
    Offset,
}

/// True for what a second attempt may cure.
fn is_passing(failure: &Failure) -> bool {
    match failure {
        Failure::Unreachable | Failure::Timeout => true,
        Failure::Refused(error) => error.kind == ErrorKind::Server,
        Failure::Offline | Failure::Stopped | Failure::Unreadable { .. } | Failure::Incomplete => {
            false
        }
    }
}

/// Reads an answer's body as a page of a list.
fn page<T: Listed>(answer: &Answer) -> Result<Page<T>, Failure> {
    Page::read(&answer.body).map_err(|error| unreadable(answer, error.to_string()))
}

/// Reads the object that an answer's body has under a key.
pub(super) fn under<T: DeserializeOwned>(answer: &Answer, key: &str) -> Result<T, Failure> {
    let mut body = json(answer)?;
    object(answer, body.get_mut(key).map(Value::take).unwrap_or_default())
}

/// Reads a part of an answer's body into its type. As lists are read: what reads a type from text directly would be a
/// second copy of it all.
fn object<T: DeserializeOwned>(answer: &Answer, part: Value) -> Result<T, Failure> {
    read_object(part).map_err(|error| unreadable(answer, error.to_string()))
}

fn json(answer: &Answer) -> Result<Value, Failure> {
    serde_json::from_str(&answer.body).map_err(|error| unreadable(answer, error.to_string()))
}

/// Only the status that the API documents says that a write took effect: a proxy or sign-in page answers with others.
pub(super) fn documented(answer: Answer, status: u16) -> Result<Answer, Failure> {
    if answer.status == status {
        return Ok(answer);
    }
    Err(unreadable(&answer, format!("Zendesk answers this with {status}")))
}

pub(super) fn unreadable(answer: &Answer, detail: String) -> Failure {
    Failure::Unreadable { status: answer.status, detail }
}

/// Makes text fit for a query parameter.
pub(super) fn encode(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
