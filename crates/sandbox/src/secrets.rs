//! Codes and tokens: made from the randomness that this sandbox was given, and kept only as what SHA-256 makes of
//! them, so that whoever reads the database cannot sign in with it.

use std::{
    fmt::Write,
    sync::atomic::{AtomicU64, Ordering},
};

use sha2::{Digest, Sha256};

/// Makes secrets that nobody can guess who does not know the seed: SHA-256 of the seed and a number that counts.
pub(crate) struct Secrets {
    seed: [u8; 32],
    made: AtomicU64,
}

/// What is kept of a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digested(pub(crate) [u8; 32]);

impl Secrets {
    pub(crate) const fn new(seed: [u8; 32]) -> Self {
        Self { seed, made: AtomicU64::new(0) }
    }

    /// A new code or token: 64 hexadecimal digits, as Zendesk's are.
    pub(crate) fn token(&self) -> String {
        hex(&self.bytes())
    }

    /// A number below `end`, which is not 0. The remainder's bias does not matter where a delay is drawn.
    pub(crate) fn below(&self, end: u64) -> u64 {
        let [a, b, c, d, e, f, g, h, ..] = self.bytes();
        u64::from_le_bytes([a, b, c, d, e, f, g, h]) % end
    }

    fn bytes(&self) -> [u8; 32] {
        let number = self.made.fetch_add(1, Ordering::Relaxed);
        Sha256::new().chain_update(self.seed).chain_update(number.to_le_bytes()).finalize().into()
    }
}

impl Digested {
    pub(crate) fn of(secret: &str) -> Self {
        Self(Sha256::digest(secret).into())
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // A string has no way to fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
