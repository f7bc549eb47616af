//! guidepost
