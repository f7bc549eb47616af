//! `--oauth-client`: a client as the command line has it. A secret stands in a file, because everybody on the machine can
//! read a command line.

use std::{fmt, fs, io, str::FromStr};

use guidepost_sandbox::{OauthClient, UnusableClient};

const SECRET_FILE: &str = "secret-file=";

/// `ID=REDIRECT_URI`, `ID=REDIRECT_URI,secret-file=PATH` or `ID=secret-file=PATH`.
#[derive(Debug)]
pub(crate) struct ClientArgument(pub(crate) OauthClient);

/// Why an argument is no client.
#[derive(Debug)]
pub(crate) enum ClientError {
    Unusable(UnusableClient),
    SecretFile { path: String, source: io::Error },
}

impl fmt::Display for ClientError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unusable(error) => error.fmt(f),
            Self::SecretFile { path, source } => {
                write!(f, "the secret cannot be read from {path}: {source}")
            }
        }
    }
}

impl std::error::Error for ClientError {}

impl From<UnusableClient> for ClientError {
    fn from(error: UnusableClient) -> Self {
        Self::Unusable(error)
    }
}

impl FromStr for ClientArgument {
    type Err = ClientError;

    fn from_str(text: &str) -> Result<Self, ClientError> {
        // At the end, so that an address may have commas of its own.
        let client = match text.rsplit_once(SECRET_FILE) {
            None => text.parse()?,
            Some((rest, path)) => {
                let secret = fs::read_to_string(path)
                    .map_err(|source| ClientError::SecretFile { path: path.to_owned(), source })?;
                let secret = secret.trim();
                match (rest.strip_suffix(','), rest.strip_suffix('=')) {
                    (Some(client), _) => client.parse::<OauthClient>()?.with_secret(secret)?,
                    (None, Some(id)) => OauthClient::confidential(id, secret)?,
                    (None, None) => return Err(UnusableClient::Shape.into()),
                }
            }
        };
        Ok(Self(client))
    }
}
