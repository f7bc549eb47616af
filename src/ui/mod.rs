//! Widgets that know nothing of Zendesk.

mod banner;
mod combobox;
mod dialog;
pub(crate) mod dom;
mod empty;
mod erased;
mod field;
mod focus;
mod heading;
mod icon;
mod initials;
mod later_styles;
mod lazy;
mod leave_guard;
mod lifetime;
mod menu;
mod meter;
mod printing;
mod router;
mod scope;
mod search_box;
mod shared;
mod shortcut;
mod subscribers;
pub mod time;
mod toast;
mod virtual_rows;
mod visible_name;

pub use banner::{Banner, Tone};
pub use combobox::{Chip, Choice, Combobox, Find, Found};
pub use dialog::Dialog;
pub use empty::Empty;
pub use erased::{Effect, For, Show, live};
pub use field::{ChangedMark, FieldMessage, FormField};
pub use focus::{focus_first, is_focus_lost, name_page_heir, pass_focus, pass_focus_to};
pub use heading::{PageTitle, Visited, set_title};
pub use icon::{Icon, IconSprite, Symbol};
pub use initials::initials;
pub use later_styles::later_styles;
pub use lazy::{Chunk, Lazy, Loading, NotLoaded, NotLoadedBanner};
pub use leave_guard::{LeaveGuard, Leaving, guard_leaving};
pub use lifetime::{
    Lifetime, after, every, next_frame, next_frame_for_app, on_window, on_window_first, spawn,
    spawn_for_app,
};
pub use menu::{ActionMenu, MenuItem, PopupMenu};
pub use meter::Meter;
pub use printing::follow_printing;
pub use router::Router;
pub use search_box::SearchBox;
pub use shared::{find_shared, share, shared};
pub use shortcut::{is_typing, mark_single_keys, on_shortcut, single_keys_on, switch_single_keys};
pub use subscribers::forget_when_gone;
pub use toast::{Action, PlainData, ToastRegion, Toasts};
pub use virtual_rows::{Viewport, VirtualRows, is_narrow, visible_rows};
pub use visible_name::{VisibleName, set_visible_name};
