//! guidepost-server.
