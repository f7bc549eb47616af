//! What comes from the account is text, and the page runs under its Content-Security-Policy.

use guidepost_e2e::{Picker, Role, journey};
use serde_json::json;

const NAME: &str = "<img src=x onerror=document.title='run'> & <b>bold</b>";

#[test]
fn markup_in_names_shows_as_text() {
    journey("markup", async |app| {
        let (browser, list, form) = (&app.browser, app.list(), app.form());
        list.open().await;
        list.find("2027", "Price list <b>2027</b> readers").await;
        list.open_row("Price list <b>2027</b> readers").await;
        form.name_is("Price list <b>2027</b> readers").await;
        form.name(NAME).await;
        form.pick(Picker::People, "robin", "Robin <b>Bold</b> Quayle").await;
        browser.click(Role::Button, "Review & save").await;
        let review = app.dialog("Save 2 changes to “Price list <b>2027</b> readers”?").await;
        review.says(NAME).await;
        review.says("Robin <b>Bold</b> Quayle").await;
        review.choose("Save changes").await;
        browser.see(&format!("Saved “{NAME}”")).await;
        browser.click(Role::Button, "View in list").await;
        list.is_shown().await;
        list.search("onerror").await;
        list.row(NAME).await;
        list.choose(NAME, "Delete…").await;
        let dialog = app.dialog(&format!("Delete “{NAME}”?")).await;
        dialog.says(&format!("Type {NAME} to confirm")).await;

        let made = "return [...document.querySelectorAll('b, img')].filter((made) =>
            made.localName === 'img' || /^(2027|Bold|bold)$/.test(made.textContent)).length";
        assert_eq!(browser.run(made, []).await, 0);
        assert!(browser.driver.title().await.unwrap().ends_with("Guidepost"));
    });
}

#[test]
fn a_whole_journey_leaves_the_console_clean_and_the_policy_in_force() {
    journey("policy", async |app| {
        let (browser, list, form) = (&app.browser, app.list(), app.form());
        list.open().await;
        list.choose("VIP care team", "Duplicate").await;
        form.name_is("Copy of VIP care team").await;
        browser.see("Noor Haddad").await;
        form.create().await;
        browser.see("Created “Copy of VIP care team”").await;
        form.name_is("Copy of VIP care team").await;
        form.type_tags(Picker::AnyTags, &["evening"]).await;
        form.save().await;
        browser.see("Saved “Copy of VIP care team”").await;
        list.open().await;
        list.open_row("Signed-in users").await;
        browser.see("Built into Zendesk").await;
        browser.open("/nowhere").await;
        browser.see("The link may be outdated or mistyped.").await;
        let copy = app.account.segment_named("Copy of VIP care team").await;
        assert_eq!(copy["or_tags"], json!(["evening"]));
        let console = browser.console().await;
        let wrong: Vec<_> =
            console.iter().filter(|entry| ["SEVERE", "WARNING"].contains(&&*entry.level)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");

        // The console would have told: what the policy forbids is refused, and says so.
        let inject = "const script = document.createElement('script');
            script.textContent = 'document.title = \\'run\\'';
            document.body.append(script)";
        browser.run(inject, []).await;
        assert_ne!(browser.driver.title().await.unwrap(), "run");
        let console = browser.console().await;
        let told = console.iter().any(|entry| entry.message.contains("Content Security Policy"));
        assert!(told, "{console:#?}");
    });
}
