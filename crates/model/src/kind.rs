//! What Guidepost manages.

/// A kind of object that can be created, changed and deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A user segment.
    Segment,
    /// A management permission group.
    PermissionGroup,
}

impl Kind {
    /// One of them, in a sentence.
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Segment => "segment",
            Self::PermissionGroup => "permission group",
        }
    }
}
