//! guidepost-sandbox.
