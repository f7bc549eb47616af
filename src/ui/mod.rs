//! Widgets that know nothing of Zendesk.

mod banner;
mod combobox;
mod dialog;
mod empty;
mod erased;
mod field;
mod heading;
mod icon;
mod initials;
mod lazy;
mod leave_guard;
mod menu;
mod meter;
mod router;
mod shortcut;
pub mod time;
mod toast;
mod virtual_rows;

pub use banner::{Banner, Tone};
pub use combobox::{Chip, Choice, Combobox, Find, Found};
pub use dialog::Dialog;
pub use empty::Empty;
pub use erased::{Effect, For, Show, live};
pub use field::{ChangedMark, FieldMessage, FormField};
pub use heading::{PageTitle, Visited, set_title};
pub use icon::{Icon, IconSprite, Symbol};
pub use initials::initials;
pub use lazy::{Chunk, Lazy, Loading, NotLoaded, NotLoadedBanner};
pub use leave_guard::{LeaveGuard, Leaving, guard_leaving};
pub use menu::{ActionMenu, MenuItem};
pub use meter::Meter;
pub use router::Router;
pub use shortcut::{is_typing, on_shortcut};
pub use toast::{ToastRegion, Toasts};
pub use virtual_rows::{Viewport, VirtualRows, visible_rows};
