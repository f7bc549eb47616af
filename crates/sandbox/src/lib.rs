//! A stand-in for a Zendesk account's help center permissions: a service that takes requests and gives answers,
//! over a SQLite database. It opens no sockets, starts no threads, reads no clock and draws no random numbers: all that
//! is passed in, so that tests call it directly and it can run wherever SQLite does.
//!
//! ```
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use axum::{body::Body, http::Request};
//! use guidepost_model::Timestamp;
//! use guidepost_sandbox::{Account, Clock, Place, Plan, Sandbox, Settings, Size, Switches, router};
//! use tower::ServiceExt;
//!
//! let account = Account::open(&Place::Memory, Size::Demo)?;
//! let sandbox = Sandbox::new(account, Settings {
//!     clock: Clock::new(|| Timestamp::from_unix(1_795_000_000)),
//!     session: [7; 16],
//!     seed: [7; 32],
//!     plan: Plan::Enterprise,
//!     switches: Switches::default(),
//!     clients: Vec::new(),
//!     latency: None,
//!     rate_limit: None,
//!     faults: false,
//!     cors_friendly: false,
//!     strict: false,
//! });
//! let request = Request::get("/api/v2/help_center/user_segments.json")
//!     .header("authorization", "Bearer manager-token")
//!     .body(Body::empty())?;
//! let answer = router(&sandbox).oneshot(request).await?;
//! assert_eq!(answer.status(), 200);
//! # Ok(())
//! # }
//! ```

mod account;
mod account_settings;
mod address;
mod articles;
mod auth;
mod body;
mod brands;
mod categories;
mod clock;
mod cors;
mod counted;
mod error;
mod faults;
mod fields;
mod fixture;
mod groups;
mod headers;
mod html;
mod include;
mod languages;
mod latency;
mod locales;
mod loopback;
mod many;
mod memberships;
mod names;
mod oauth;
mod openapi;
mod organizations;
mod origin;
mod paging;
mod path;
mod permission_groups;
mod public_url;
mod query;
mod rate_limit;
mod router;
mod sandbox;
mod secrets;
mod sections;
mod sideload;
mod switches;
mod tags;
mod topics;
mod unknown_keys;
mod user_segments;
mod users;

pub use account::{Account, OpenError, Place, is_account};
pub use auth::{CREDENTIALS, SESSION_COOKIE};
pub use clock::Clock;
pub use error::StoreFailure;
pub use faults::{Connection, Delivery};
pub use fixture::Size;
pub use guidepost_model::Plan;
pub use latency::{Latency, UnknownLatency};
pub use loopback::is_loopback;
pub use oauth::{OauthClient, UnusableClient};
pub use origin::{RequestOrigin, Scheme, UnknownScheme};
pub use public_url::{NoPublicUrl, PublicUrl};
pub use router::router;
pub use sandbox::{Sandbox, Settings};
pub use switches::{Switch, SwitchError, Switches};
