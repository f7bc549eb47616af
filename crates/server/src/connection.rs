//! Connections: accepted, served and, where the sandbox was asked for a failure, delayed, cut short or closed.

use std::{
    convert::Infallible,
    io::{self, Write},
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    http::{HeaderValue, Request, Response, header::CONTENT_LENGTH},
};
use guidepost_sandbox::{Connection, Delivery, StoreFailure};
use http_body::Frame;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpListener,
    task::JoinSet,
};
use tower::ServiceExt;

use crate::{
    stream::Stream,
    tls::Tls,
    unread::{READ_TIMEOUT, lend},
};

/// How long running requests may take to finish once the server was told to stop.
const FAREWELL: Duration = Duration::from_secs(5);

/// After a failed accept, such as too many open files, until the next try.
const PAUSE: Duration = Duration::from_millis(50);

/// Answers connections until `stop` is done, and then what is under way.
pub async fn serve(
    listener: TcpListener,
    tls: Option<Tls>,
    service: Router,
    stop: impl Future<Output = ()>,
) {
    let graceful = GracefulShutdown::new();
    // Nothing is under way on connections that are here, so they end with the loop.
    let mut handshakes = JoinSet::new();
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            Some(done) = handshakes.join_next() => {
                if let Ok(Some(stream)) = done {
                    answer(stream, service.clone(), &graceful);
                }
                continue;
            }
            () = &mut stop => break,
        };
        let Ok((socket, _)) = accepted else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        // Small answers should not wait to be joined by more.
        let _ = socket.set_nodelay(true);
        match &tls {
            Some(tls) => {
                handshakes.spawn(tls.clone().accept(socket));
            }
            None => answer(socket, service.clone(), &graceful),
        }
    }
    drop((listener, handshakes));
    // What does not finish in time is left: its answer was not given, so nothing was promised.
    let _ = tokio::time::timeout(FAREWELL, graceful.shutdown()).await;
}

fn answer<S>(stream: S, service: Router, graceful: &GracefulShutdown)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let service = service_fn(move |request: Request<Incoming>| {
        let service = service.clone();
        async move {
            let (parts, body) = request.into_parts();
            let (body, unread) = lend(body);
            let request = Request::from_parts(parts, Body::new(body));
            let Ok(response) = service.oneshot(request).await.map_err(|never: Infallible| never);
            unread.read().await;
            deliver(response).await
        }
    });
    // A client that has said all it has to say may close its side and still wait for the answer. One that sends half a
    // head, or nothing, holds its connection for a while only.
    let connection = http1::Builder::new()
        .half_close(true)
        .timer(TokioTimer::new())
        .header_read_timeout(READ_TIMEOUT)
        .serve_connection(TokioIo::new(Stream::new(stream)), service);
    // A connection that ends early is the client's business, or a failure that was asked for.
    let connection = graceful.watch(connection);
    tokio::spawn(async move { drop(connection.await) });
}

/// Sent instead of a response, this closes the connection.
#[derive(Debug)]
struct Closed;

impl std::fmt::Display for Closed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("closed without an answer, as asked")
    }
}

impl std::error::Error for Closed {}

async fn deliver(mut response: Response<Body>) -> Result<Response<Body>, Closed> {
    if let Some(StoreFailure(reason)) = response.extensions_mut().remove() {
        let _ = writeln!(io::stderr(), "guidepost-server: the database failed: {reason}");
    }
    let Some(delivery) = response.extensions_mut().remove::<Delivery>() else {
        return Ok(response);
    };
    tokio::time::sleep(delivery.delay).await;
    match delivery.connection {
        Connection::Kept => Ok(response),
        Connection::Closed => Err(Closed),
        Connection::CutShort => cut_short(response).await,
    }
}

/// Announces the whole body and sends half of it.
async fn cut_short(response: Response<Body>) -> Result<Response<Body>, Closed> {
    let (mut parts, body) = response.into_parts();
    let whole = to_bytes(body, usize::MAX).await.map_err(|_| Closed)?;
    // At least one byte is announced, or there would be nothing to miss.
    parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(whole.len().max(1)));
    let half = Half { rest: Some(whole.slice(..whole.len() / 2)), flushed: false };
    Ok(Response::from_parts(parts, Body::new(half)))
}

/// A body that gives its bytes and then fails, which closes the connection.
struct Half {
    rest: Option<Bytes>,
    flushed: bool,
}

impl http_body::Body for Half {
    type Data = Bytes;
    type Error = Closed;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Closed>>> {
        if let Some(rest) = self.rest.take() {
            return Poll::Ready(Some(Ok(Frame::data(rest))));
        }
        if !self.flushed {
            // While a body is pending, what came before is written to the socket: without this turn the failure
            // would take the first half with it.
            self.flushed = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(Closed)))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that finds nothing should fail")]
mod tests {
    use std::time::Duration;

    use axum::{Router, body::Bytes, routing::post};
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::{TcpListener, TcpStream},
        time::timeout,
    };

    use super::serve;

    /// What comes back when a client sends this and then nothing. Time passes as soon as everybody waits.
    async fn answer(sent: &str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let read = async |body: Result<Bytes, _>| match body {
            Ok(_) => "read".to_owned(),
            Err(error) => {
                let error: axum::extract::rejection::BytesRejection = error;
                error.body_text()
            }
        };
        let service = Router::new().route("/", post(read));
        tokio::spawn(serve(listener, None, service, std::future::pending()));
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(sent.as_bytes()).await.unwrap();
        let mut answer = String::new();
        timeout(Duration::from_secs(45), stream.read_to_string(&mut answer))
            .await
            .unwrap()
            .unwrap();
        answer
    }

    #[tokio::test(start_paused = true)]
    async fn a_connection_that_half_a_head_came_on_is_closed() {
        assert_eq!(answer("POST / HTTP/1.1\r\nhost: localhost\r\nx-half").await, "");
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_does_not_come_is_refused_and_its_connection_closed() {
        let head = "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\n\r\n";
        let answer = answer(&format!("{head}half")).await;
        assert!(answer.contains("the body did not arrive within 30 seconds"), "{answer}");
    }
}
