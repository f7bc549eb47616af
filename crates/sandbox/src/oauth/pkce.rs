//! Proof that whoever exchanges a code is the one who asked for it: RFC 7636, with SHA-256 only.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::secrets::Digested;

/// The only method; `plain` would put the proof into the address.
pub(super) const METHOD: &str = "S256";

/// True for what can be the digest of a verifier: 32 bytes in base64.
pub(super) fn is_challenge(text: &str) -> bool {
    URL_SAFE_NO_PAD.decode(text).is_ok_and(|bytes| bytes.len() == 32)
}

/// True when the challenge was made from this verifier.
pub(super) fn proves(verifier: &str, challenge: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    (43..=128).contains(&verifier.len())
        && verifier.bytes().all(known)
        && URL_SAFE_NO_PAD.encode(Digested::of(verifier).0) == challenge
}

#[cfg(test)]
mod tests {
    use super::{is_challenge, proves};

    /// The example of RFC 7636, appendix B.
    const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    #[test]
    fn the_example_of_the_rfc_is_proved() {
        assert!(is_challenge(CHALLENGE) && proves(VERIFIER, CHALLENGE));
    }

    #[test]
    fn nothing_else_is() {
        assert!(!proves(CHALLENGE, CHALLENGE), "the method `plain`");
        assert!(!proves(&VERIFIER[1..], CHALLENGE) && !proves("", CHALLENGE));
        for text in ["", "short", VERIFIER.trim_end_matches('k'), &format!("{CHALLENGE}="), "!"] {
            assert!(!is_challenge(text), "{text}");
        }
    }
}
