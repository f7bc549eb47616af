//! Journeys live in `tests/`: a package needs a library, and this is it.
