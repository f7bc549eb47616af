//! guidepost-model.
