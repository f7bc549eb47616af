//! A connection that closes so that its last answer arrives. Some answers are given before a request is read to its end: a
//! body that is too long is refused for what it announces. Closing a socket with unread bytes in it resets the connection,
//! and the reset overtakes the answer, or breaks off the client's writing before it reads: so the server says that it is
//! done, and then reads for a while what nobody wants. (RFC 9112, section 9.6.)

use std::{
    io,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::{Sleep, sleep},
};

/// Most clients close at once. This is for the others.
const LONGEST: Duration = Duration::from_secs(2);

/// A stream whose shutdown is over when the other side has closed it, too, or had the time to.
pub(crate) struct Lingering {
    stream: TcpStream,
    /// Since this side was closed: until when the other may still be read.
    until: Option<Pin<Box<Sleep>>>,
}

impl Lingering {
    pub(crate) const fn new(stream: TcpStream) -> Self {
        Self { stream, until: None }
    }
}

impl AsyncRead for Lingering {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl AsyncWrite for Lingering {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        if this.until.is_none() {
            ready!(Pin::new(&mut this.stream).poll_shutdown(context))?;
        }
        let until = this.until.get_or_insert_with(|| Box::pin(sleep(LONGEST)));
        let mut unwanted = [0; 16 * 1024];
        while until.as_mut().poll(context).is_pending() {
            let mut into = ReadBuf::new(&mut unwanted);
            let read = ready!(Pin::new(&mut this.stream).poll_read(context, &mut into));
            if read.is_err() || into.filled().is_empty() {
                break;
            }
        }
        Poll::Ready(Ok(()))
    }
}
