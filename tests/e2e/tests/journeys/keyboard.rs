//! The app without a mouse.

use guidepost_e2e::{Role, journey};
use serde_json::json;
use thirtyfour::Key;

#[test]
fn the_list_and_the_form_work_by_keyboard_alone() {
    journey("keyboard", async |app| {
        let (browser, list) = (&app.browser, app.list());
        list.open().await;

        // Down and up the list; built-in segments can't be selected.
        browser.type_text("jx").await;
        list.cursor_is_on("Agents and admins").await;
        browser.type_text("jjj").await;
        list.cursor_is_on("Stage piano specialists").await;
        browser.type_text("k").await;
        list.cursor_is_on("VIP care team").await;
        browser.type_text("x").await;
        browser.see("1 selected").await;
        browser.press(Key::Escape).await;
        browser.see_no("1 selected").await;

        // Open the row: focus is on the heading, and the tab has its name.
        browser.press(Key::Enter).await;
        browser.focus_is_on(Role::Heading, "VIP care team").await;
        assert_eq!(browser.driver.title().await.unwrap(), "VIP care team · Guidepost");

        // Help, and back to where focus was.
        browser.type_text("?").await;
        app.dialog("Keyboard shortcuts").await.says("Next row").await;
        browser.press(Key::Escape).await;
        app.no_dialog().await;
        browser.focus_is_on(Role::Heading, "VIP care team").await;

        // Back by the breadcrumb.
        browser.press_with(Key::Shift, Key::Tab).await;
        browser.press(Key::Enter).await;
        browser.focus_is_on(Role::Heading, "User segments").await;
        list.is_shown().await;

        // Search, out of the box again, and a new segment.
        browser.type_text("/").await;
        browser.focus_is_on(Role::Textbox, "Search segments").await;
        browser.type_text("tour").await;
        list.row("Tour crew").await;
        list.has_no("VIP care team").await;
        browser.press(Key::Tab).await;
        browser.type_text("n").await;
        browser.focus_is_on(Role::Heading, "New segment").await;
        browser.is_at("/segments/new").await;

        // The form, field by field.
        browser.press(Key::Tab).await;
        browser.focus_is_on(Role::Textbox, "Name").await;
        browser.type_text("Night shift").await;
        browser.press(Key::Tab).await;
        browser.focus_is_on(Role::Radio, "Signed-in users").await;
        browser.press(Key::Down).await;
        browser.focus_is_on(Role::Radio, "Staff").await;
        browser.press(Key::Tab).await;
        browser.focus_is_on(Role::Combobox, "Groups").await;
        browser.type_text("warr").await;
        browser.see("1 match").await;
        browser.press(Key::Enter).await;
        browser.find(Role::Button, "Remove Warranty").await;
        // The first Escape closes the suggestions.
        browser.press(Key::Escape).await;
        browser.press(Key::Tab).await;
        browser.focus_is_on(Role::Combobox, "Required tags").await;
        browser.type_text("night,late,early").await;
        browser.press(Key::Enter).await;
        browser.find(Role::Button, "Remove early").await;
        // Chips: to the last, to the one before it, and away with that.
        browser.press(Key::Left).await;
        browser.focus_is_on(Role::Button, "Remove early").await;
        browser.press(Key::Left).await;
        browser.focus_is_on(Role::Button, "Remove late").await;
        browser.press(Key::Delete).await;
        browser.has_no(Role::Button, "Remove late").await;
        browser.focus_is_on(Role::Button, "Remove early").await;

        // Review and create.
        browser.press_with(Key::Control, 's').await;
        app.dialog("Create “Night shift”?").await.says("Warranty").await;
        browser.focus_is_on(Role::Button, "Create segment").await;
        browser.press(Key::Enter).await;
        browser.focus_is_on(Role::Heading, "Night shift").await;
        let stored = app.account.segment_named("Night shift").await;
        assert_eq!(stored["user_type"], "staff");
        assert_eq!(stored["tags"], json!(["night", "early"]));
    });
}

#[test]
fn what_keeps_a_form_from_being_saved_is_reached_by_keyboard() {
    journey("keyboard-errors", async |app| {
        let browser = &app.browser;
        browser.open("/segments/new").await;
        browser.find(Role::Heading, "New segment").await;
        browser.press_with(Key::Control, 's').await;
        browser.see("Fix 2 problems to").await;
        browser
            .until("focus is on the summary", async || {
                let focused = browser.driver.active_element().await?;
                Ok((focused.id().await?.as_deref() == Some("errors")).then_some(()))
            })
            .await;
        browser.press(Key::Tab).await;
        browser.press(Key::Enter).await;
        browser.focus_is_on(Role::Textbox, "Name").await;
        browser.type_text("Morning shift").await;
        browser.press(Key::Tab).await;
        browser.press(Key::Space).await;
        browser.see_no("to create").await;
        browser.press_with(Key::Control, 's').await;
        app.dialog("Create “Morning shift”?").await;
        browser.press(Key::Escape).await;
        app.no_dialog().await;
        app.form().name_is("Morning shift").await;
    });
}
