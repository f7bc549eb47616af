//! HTTPS with the files of `--tls-cert` and `--tls-key`.

use std::{
    fmt, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use serde_json::json;
use tokio::{io::AsyncWriteExt, net::TcpStream, time::timeout};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        self, InconsistentKeys, ServerConfig,
        crypto::ring::default_provider,
        pki_types::{
            CertificateDer, PrivateKeyDer,
            pem::{self, PemObject},
        },
    },
    server::TlsStream,
};

use crate::{stream::Stream, unread::READ_TIMEOUT};

/// The first byte of every handshake, and of no request.
const HANDSHAKE: u8 = 0x16;

/// Where a certificate and its key are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlsFiles {
    /// The server's certificate first, then those that lead to a known one.
    pub certificates: PathBuf,
    pub key: PathBuf,
}

/// Why these files give no HTTPS.
#[derive(Debug)]
pub enum TlsError {
    Unreadable { path: PathBuf, source: io::Error },
    NoCertificate(PathBuf),
    NoKey(PathBuf),
    NotPem { path: PathBuf, source: pem::Error },
    OtherKey(TlsFiles),
    Unusable { files: TlsFiles, source: rustls::Error },
}

impl fmt::Display for TlsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, source } => {
                write!(f, "cannot read {}: {source}", path.display())
            }
            Self::NoCertificate(path) => {
                write!(f, "{} has no certificate in PEM format", path.display())
            }
            Self::NoKey(path) => write!(
                f,
                "{} has no private key in PEM format that can be read without a password",
                path.display()
            ),
            Self::NotPem { path, source } => {
                write!(f, "{} is no PEM file: {source}", path.display())
            }
            Self::OtherKey(files) => write!(
                f,
                "the key in {} does not belong to the certificate in {}",
                files.key.display(),
                files.certificates.display()
            ),
            Self::Unusable { files, source } => write!(
                f,
                "the certificate in {} and the key in {} cannot be used: {source}",
                files.certificates.display(),
                files.key.display()
            ),
        }
    }
}

impl std::error::Error for TlsError {}

/// Makes connections out of sockets.
#[derive(Clone)]
pub struct Tls(TlsAcceptor);

impl Tls {
    /// # Errors
    /// When a file cannot be read, or the two do not belong together.
    pub fn open(files: &TlsFiles) -> Result<Self, TlsError> {
        let certificates = CertificateDer::pem_file_iter(&files.certificates)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|source| cannot_read(&files.certificates, source, TlsError::NoCertificate))?;
        if certificates.is_empty() {
            return Err(TlsError::NoCertificate(files.certificates.clone()));
        }
        let key = PrivateKeyDer::from_pem_file(&files.key)
            .map_err(|source| cannot_read(&files.key, source, TlsError::NoKey))?;
        let mut config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|builder| builder.with_no_client_auth().with_single_cert(certificates, key))
            .map_err(|source| match source {
                rustls::Error::InconsistentKeys(InconsistentKeys::KeyMismatch) => {
                    TlsError::OtherKey(files.clone())
                }
                source => TlsError::Unusable { files: files.clone(), source },
            })?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self(TlsAcceptor::from(Arc::new(config))))
    }

    /// A connection whose handshake succeeded in time. A client that speaks HTTP without it is told so.
    pub(crate) async fn accept(self, socket: TcpStream) -> Option<TlsStream<TcpStream>> {
        let handshake = async {
            let mut first = [0];
            if socket.peek(&mut first).await.is_ok_and(|length| length == 1) && first != [HANDSHAKE]
            {
                refuse_plain_text(socket).await;
                return None;
            }
            self.0.accept(socket).await.ok()
        };
        timeout(READ_TIMEOUT, handshake).await.ok()?
    }
}

fn cannot_read(path: &Path, source: pem::Error, nothing: fn(PathBuf) -> TlsError) -> TlsError {
    let path = path.to_owned();
    match source {
        pem::Error::NoItemsFound => nothing(path),
        pem::Error::Io(source) => TlsError::Unreadable { path, source },
        source => TlsError::NotPem { path, source },
    }
}

async fn refuse_plain_text(socket: TcpStream) {
    let body = json!({
        "error": "BadRequest",
        "description": "This port speaks HTTPS: the address begins with https://",
    })
    .to_string();
    let answer = format!(
        "HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut stream = Stream::new(socket);
    // A client that has gone needs no answer.
    if stream.write_all(answer.as_bytes()).await.is_ok() {
        let _ = stream.shutdown().await;
    }
}
