//! One object that nothing uses goes from its list at once; the request follows when the time for undoing is over. Until
//! it has taken place it is kept in the browser's storage, in case the page closes before.

use guidepost_model::quoted;
use leptos::prelude::*;

use super::{Deletion, Target, again, outcome::NotDeleted};
use crate::{
    store::PendingDeletion,
    ui::{Action, PlainData, spawn_for_app},
};

/// A deletion that can still be undone.
#[derive(Clone)]
struct Announced {
    target: Target,
    pending: PendingDeletion,
    /// The browser has storage, and it is in there.
    saved: bool,
}

impl PlainData for Announced {}

impl Deletion {
    pub(super) fn delete_unless_undone(self, target: Target) {
        let pending =
            PendingDeletion::new(self.session, target.kind, target.id, target.name.clone());
        let saved = pending.save();
        self.hide(&target, true);
        self.undoable.update_value(|undoable| undoable.push((target.kind, target.id)));
        let text = format!("Deleted {}", quoted(&target.name));
        let announced = Announced { target, pending, saved };
        self.toasts.undoable(
            text,
            Action::new(announced.clone(), |announced| Self::expect().undo(announced)),
            Some(Action::new(announced, |announced| Self::expect().carry_out(announced.clone()))),
        );
    }

    fn undo(self, announced: &Announced) {
        self.is_decided(&announced.target);
        announced.pending.erase();
        self.hide(&announced.target, false);
    }

    fn carry_out(self, announced: Announced) {
        let Announced { target, mut pending, saved } = announced;
        self.is_decided(&target);
        if saved && !pending.is_saved() {
            return spawn_for_app(self.follow_other_tab(target));
        }
        // Before anything else: the page may be closing.
        pending.mark_sent();
        spawn_for_app(self.delete_pending(target, pending));
    }

    /// Its undo is no longer offered.
    fn is_decided(self, target: &Target) {
        self.undoable.update_value(|undoable| {
            undoable.retain(|(kind, id)| (*kind, *id) != (target.kind, target.id));
        });
    }

    async fn delete_pending(self, target: Target, pending: PendingDeletion) {
        let outcome = self.delete(&target).await;
        // The page is gone, and nobody would read what became of it: the next one looks.
        if self.stage.is_disposed() {
            return;
        }
        let Err(why) = outcome else {
            return pending.erase();
        };
        // What is not known now is looked up again at the next start.
        if matches!(why, NotDeleted::Kept(_)) {
            pending.erase();
        }
        self.hide(&target, false);
        self.toasts.fail(why.about(&target.name), Some(again(vec![target], false)));
    }

    /// Another tab told of this deletion, and the user decided about it there.
    async fn follow_other_tab(self, target: Target) {
        if self.exists(&target).await == Ok(false) {
            self.forget(&target);
            return;
        }
        self.hide(&target, false);
        self.toasts.say(format!("{} was kept, as chosen in another tab", quoted(&target.name)));
    }
}
