//! The stream below a connection, for two things that the HTTP library leaves undone.
//!
//! A last answer arrives. Some answers are given before a request is read to its end: a body that is too long is refused
//! for what it announces. Closing a socket with unread bytes in it resets the connection, and the reset overtakes the
//! answer, or breaks off the client's writing before it reads: so the server says that it is done, and then reads for a
//! while what nobody wants (RFC 9112, section 9.6).
//!
//! And what is no HTTP is refused with a body to read, like everything else: see `refusal`.

use std::{
    io::{self, IoSlice},
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::{Instant, Sleep, sleep},
};

use crate::refusal;

/// How long a client may go on writing, and how long it may pause. Most close at once; one that holds an idle connection
/// should not keep a server that was told to stop.
const LONGEST: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(300);

/// A connection's socket, or what TLS makes of it.
pub(crate) struct Stream<S> {
    socket: S,
    /// What is written instead of an empty refusal, as far as it is not yet.
    refusal: Vec<u8>,
    /// Since this side was closed: until when the other is still read.
    closing: Option<Closing>,
}

struct Closing {
    until: Pin<Box<Sleep>>,
    pause: Pin<Box<Sleep>>,
}

impl Closing {
    fn begin() -> Self {
        Self { until: Box::pin(sleep(LONGEST)), pause: Box::pin(sleep(PAUSE)) }
    }

    fn is_over(&mut self, context: &mut Context<'_>) -> bool {
        self.until.as_mut().poll(context).is_ready() || self.pause.as_mut().poll(context).is_ready()
    }
}

impl<S: AsyncWrite + Unpin> Stream<S> {
    pub(crate) const fn new(socket: S) -> Self {
        Self { socket, refusal: Vec::new(), closing: None }
    }

    /// Writes a refusal with a body in the place of one without, if these bytes are one.
    fn poll_refuse(
        &mut self,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Option<Poll<io::Result<usize>>> {
        // Until it is written, the library comes back with the same bytes.
        if self.refusal.is_empty() {
            self.refusal = refusal::with_body(bytes)?;
        }
        while !self.refusal.is_empty() {
            match Pin::new(&mut self.socket).poll_write(context, &self.refusal) {
                Poll::Ready(Ok(written)) if written > 0 => drop(self.refusal.drain(..written)),
                other => return Some(other),
            }
        }
        Some(Poll::Ready(Ok(bytes.len())))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Stream<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_read(context, into)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Stream<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match self.poll_refuse(context, bytes) {
            Some(refused) => refused,
            None => Pin::new(&mut self.socket).poll_write(context, bytes),
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        // A refusal without a body is a head, and nothing else.
        let refused = match slices {
            [only] => self.poll_refuse(context, only),
            _ => None,
        };
        match refused {
            Some(refused) => refused,
            None => Pin::new(&mut self.socket).poll_write_vectored(context, slices),
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.socket.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        if this.closing.is_none() {
            ready!(Pin::new(&mut this.socket).poll_shutdown(context))?;
        }
        let closing = this.closing.get_or_insert_with(Closing::begin);
        let mut unwanted = [0; 16 * 1024];
        while !closing.is_over(context) {
            let mut into = ReadBuf::new(&mut unwanted);
            let read = ready!(Pin::new(&mut this.socket).poll_read(context, &mut into));
            if read.is_err() || into.filled().is_empty() {
                break;
            }
            closing.pause.as_mut().reset(Instant::now() + PAUSE);
        }
        Poll::Ready(Ok(()))
    }
}
