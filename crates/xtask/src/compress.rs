//! Compressed copies beside each file, so that a server sends the smallest form without compressing
//! anything itself.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::error::Error;

/// A file of the site, with its sizes in bytes.
#[derive(Debug)]
pub(crate) struct SiteFile {
    /// Below dist/, with forward slashes.
    pub(crate) name: String,
    pub(crate) raw: u64,
    pub(crate) gzip: Option<u64>,
    pub(crate) brotli: Option<u64>,
}

impl SiteFile {
    /// What a browser that takes brotli receives.
    pub(crate) fn sent(&self) -> u64 {
        self.brotli.unwrap_or(self.raw)
    }
}

const COMPRESSIBLE: [&str; 9] =
    ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// Writes the missing `.br` and `.gz` files.
pub(crate) fn compress(dist: &Path) -> Result<(), Error> {
    for path in files_below(dist)? {
        let extension = path.extension().and_then(|extension| extension.to_str());
        if extension.is_some_and(|extension| COMPRESSIBLE.contains(&extension)) {
            let raw = fs::read(&path).map_err(Error::io("reading", &path))?;
            write_if_smaller(&beside(&path, "br"), &raw, brotli)?;
            write_if_smaller(&beside(&path, "gz"), &raw, gzip)?;
        }
    }
    Ok(())
}

/// Every file of the site in alphabetical order, compressed copies not counted as files of their own.
pub(crate) fn list(dist: &Path) -> Result<Vec<SiteFile>, Error> {
    let size = |path: &Path| fs::metadata(path).ok().map(|metadata| metadata.len());
    let mut files = files_below(dist)?
        .iter()
        .filter(|path| !is_copy(path))
        .map(|path| SiteFile {
            name: name_below(dist, path),
            raw: size(path).unwrap_or_default(),
            gzip: size(&beside(path, "gz")),
            brotli: size(&beside(path, "br")),
        })
        .collect::<Vec<_>>();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::io("reading", folder))? {
        let path = entry.map_err(Error::io("reading", folder))?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

fn is_copy(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "br" || extension == "gz")
}

fn beside(path: &Path, extension: &str) -> PathBuf {
    path.with_added_extension(extension)
}

fn name_below(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn write_if_smaller(
    path: &Path,
    raw: &[u8],
    method: impl FnOnce(&[u8]) -> io::Result<Vec<u8>>,
) -> Result<(), Error> {
    let compressed = method(raw).map_err(Error::io("compressing", path))?;
    if compressed.len() < raw.len() {
        fs::write(path, compressed).map_err(Error::io("writing", path))?;
    }
    Ok(())
}

fn brotli(raw: &[u8]) -> io::Result<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: 11,
        // The largest window that browsers accept.
        lgwin: 24,
        size_hint: raw.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*raw, &mut compressed, &params)?;
    Ok(compressed)
}

fn gzip(raw: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(raw)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compressed_can_be_read_again() {
        let raw = b"who can view and who can edit ".repeat(50);

        let mut unbrotlied = Vec::new();
        let compressed = brotli(&raw).unwrap();
        brotli::BrotliDecompress(&mut &*compressed, &mut unbrotlied).unwrap();
        assert_eq!(unbrotlied, raw);

        let mut gunzipped = flate2::write::GzDecoder::new(Vec::new());
        gunzipped.write_all(&gzip(&raw).unwrap()).unwrap();
        assert_eq!(gunzipped.finish().unwrap(), raw);
    }

    #[test]
    fn a_compressed_copy_is_named_after_the_whole_file() {
        assert_eq!(beside(Path::new("assets/app.js"), "br"), Path::new("assets/app.js.br"));
        assert!(is_copy(Path::new("app.js.gz")));
        assert!(!is_copy(Path::new("app.js")));
    }
}
