//! How long answers take, where a sandbox was asked to be as far away as the real thing.

use std::{fmt, str::FromStr, time::Duration};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};

use crate::{
    faults::{Connection, Delivery},
    sandbox::Sandbox,
    secrets::Secrets,
};

/// What every answer waits: as long as this, or anything between two durations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Latency {
    least: Duration,
    most: Duration,
}

impl Latency {
    fn drawn(self, secrets: &Secrets) -> Duration {
        let spread = u64::try_from((self.most - self.least).as_millis()).unwrap_or(u64::MAX - 1);
        self.least + Duration::from_millis(secrets.below(spread + 1))
    }
}

/// `MS` or `MIN-MAX`, in milliseconds.
impl FromStr for Latency {
    type Err = UnknownLatency;

    fn from_str(text: &str) -> Result<Self, UnknownLatency> {
        let (least, most) = text.split_once('-').unwrap_or((text, text));
        let milliseconds = |text: &str| text.parse::<u32>().map_err(|_| UnknownLatency);
        let (least, most) = (milliseconds(least)?, milliseconds(most)?);
        if least > most {
            return Err(UnknownLatency);
        }
        Ok(Self {
            least: Duration::from_millis(least.into()),
            most: Duration::from_millis(most.into()),
        })
    }
}

/// The text is no latency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLatency;

impl fmt::Display for UnknownLatency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a latency is milliseconds, as 200 or 100-400")
    }
}

impl std::error::Error for UnknownLatency {}

/// Tells whoever holds the connection how long to wait, on top of what a fault asks for. The endpoints of the sandbox
/// itself are spared: a test that sets up faults waits for nothing.
pub(crate) async fn add(State(sandbox): State<Sandbox>, request: Request, next: Next) -> Response {
    let latency = sandbox.settings().latency;
    let latency = latency.filter(|_| !request.uri().path().starts_with("/sandbox/"));
    let mut response = next.run(request).await;
    if let Some(latency) = latency {
        let asked = response.extensions_mut().remove::<Delivery>();
        let mut delivery =
            asked.unwrap_or(Delivery { delay: Duration::ZERO, connection: Connection::Kept });
        delivery.delay += latency.drawn(sandbox.secrets());
        response.extensions_mut().insert(delivery);
    }
    response
}
