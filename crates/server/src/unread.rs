//! Bodies that nobody reads. Some answers are known without the body: of a DELETE that has one, as zenpy sends them, or
//! of a request without credentials. Where it has not come yet when such an answer is given, the HTTP library closes the
//! connection behind the answer, without having said so; a client that sends its next request on it gets none. Zendesk's
//! servers read what they are sent, and so does this one, unless it is long.

use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    sync::mpsc::{Receiver, Sender, channel},
    task::{Context, Poll},
    time::Duration,
};

use axum::body::Bytes;
use http_body::{Body, Frame, SizeHint};
use hyper::body::Incoming;
use tokio::time::{Sleep, sleep, timeout};

/// As long as the API's bodies may be.
const LONGEST: u64 = 1 << 20;

/// What was announced and does not come must not hold up the answer for ever.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long a body may take that somebody reads. Heads have the same time: see `connection`.
pub(crate) const READ_TIMEOUT: Duration = Duration::from_secs(30);

/// A request's body, which goes back to the connection when its reader is done with it.
pub(crate) struct Lent {
    body: Option<Incoming>,
    back: Sender<Incoming>,
    /// Since it had to be waited for.
    deadline: Option<Pin<Box<Sleep>>>,
}

/// Why a body was not read to its end.
#[derive(Debug)]
pub(crate) enum BodyError {
    /// It breaks off, or says wrongly how long it is.
    Broken(hyper::Error),
    /// It did not come.
    Timeout,
}

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(error) => error.fmt(f),
            Self::Timeout => {
                write!(f, "the body did not arrive within {} seconds", READ_TIMEOUT.as_secs())
            }
        }
    }
}

impl std::error::Error for BodyError {}

/// Where it goes back to.
pub(crate) struct Unread(Receiver<Incoming>);

pub(crate) fn lend(body: Incoming) -> (Lent, Unread) {
    let (back, unread) = channel();
    (Lent { body: Some(body), back, deadline: None }, Unread(unread))
}

impl Unread {
    /// Reads to the end what is left of the body, if it is not too long.
    pub(crate) async fn read(self) {
        let Ok(mut body) = self.0.try_recv() else { return };
        if body.is_end_stream() || body.size_hint().lower() > LONGEST {
            return;
        }
        let to_the_end = async {
            let mut left = LONGEST;
            while let Some(Ok(frame)) =
                poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await
            {
                let length = frame.data_ref().map_or(0, |data| data.len() as u64);
                match left.checked_sub(length) {
                    Some(rest) => left = rest,
                    None => break,
                }
            }
        };
        let _ = timeout(PATIENCE, to_the_end).await;
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        if let Some(body) = self.body.take() {
            // Nobody waits for it where the connection has gone.
            let _ = self.back.send(body);
        }
    }
}

impl Body for Lent {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        if let Poll::Ready(frame) = Pin::new(body).poll_frame(context) {
            return Poll::Ready(frame.map(|frame| frame.map_err(BodyError::Broken)));
        }
        let deadline = self.deadline.get_or_insert_with(|| Box::pin(sleep(READ_TIMEOUT)));
        if deadline.as_mut().poll(context).is_pending() {
            return Poll::Pending;
        }
        // Not given back: without its end the connection can carry no other request.
        self.body = None;
        Poll::Ready(Some(Err(BodyError::Timeout)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map_or_else(SizeHint::default, Body::size_hint)
    }
}
