//! The forms of a segment and of a permission group, in the words of somebody who fills them in.

use thirtyfour::Key;

use crate::{App, Role};

pub struct Form<'a>(&'a App);

/// A field from whose suggestions one picks, by its label.
#[derive(Debug, Clone, Copy)]
pub enum Picker {
    Groups,
    AllTags,
    AnyTags,
    People,
}

impl Picker {
    /// Its label.
    const fn label(self) -> &'static str {
        match self {
            Self::Groups => "Groups",
            Self::AllTags => "Required tags",
            Self::AnyTags => "Alternative tags",
            Self::People => "People added individually",
        }
    }
}

impl App {
    pub fn form(&self) -> Form<'_> {
        Form(self)
    }
}

impl Form<'_> {
    /// Begins a new segment, on the way that starts at the list.
    pub async fn begin(&self, name: &str, user_type: &str) {
        self.0.list().open().await;
        self.0.browser.click(Role::Link, "New segment").await;
        self.name(name).await;
        self.user_type(user_type).await;
    }

    /// Replaces the name.
    pub async fn name(&self, name: &str) {
        let browser = &self.0.browser;
        browser.click(Role::Textbox, "Name").await;
        browser.press_with(Key::Control, 'a').await;
        browser.type_text(name).await;
    }

    pub async fn name_is(&self, name: &str) {
        let browser = &self.0.browser;
        browser
            .until(&format!("the form's name is “{name}”"), async || {
                let field = browser.find(Role::Textbox, "Name").await;
                Ok((field.prop("value").await?.as_deref() == Some(name)).then_some(()))
            })
            .await;
    }

    pub async fn user_type(&self, name: &str) {
        self.0.browser.click(Role::Radio, name).await;
    }

    /// Puts the cursor into a picker.
    pub async fn go_to(&self, picker: Picker) {
        self.0.browser.click(Role::Combobox, picker.label()).await;
    }

    /// Types into a picker and takes the suggestion of this name, with the keyboard.
    pub async fn pick(&self, picker: Picker, typed: &str, choice: &str) {
        let browser = &self.0.browser;
        self.go_to(picker).await;
        browser.type_text(typed).await;
        browser
            .until(&format!("“{choice}” is the active suggestion"), async || {
                let active = "const input = document.activeElement;
                    const foot = input.closest('.combobox').querySelector('.combobox__foot');
                    if (foot.innerText.includes('Searching')) return null;
                    const id = input.getAttribute('aria-activedescendant');
                    return document.getElementById(id)?.querySelector('.option__label').innerText ?? ''";
                let active = browser.driver.execute(active, Vec::new()).await?;
                if active.json() == choice {
                    return Ok(Some(()));
                }
                if !active.json().is_null() {
                    browser.press(Key::Down).await;
                }
                Ok(None)
            })
            .await;
        browser.press(Key::Enter).await;
        browser.press(Key::Escape).await;
        self.has(choice).await;
    }

    /// Types tags, each with Enter after it.
    pub async fn type_tags(&self, picker: Picker, tags: &[&str]) {
        let browser = &self.0.browser;
        self.go_to(picker).await;
        for tag in tags {
            browser.type_text(tag).await;
            browser.press(Key::Enter).await;
            self.has(tag).await;
        }
    }

    /// Pastes text into a picker: cuts it from the form's name first, for there is no other way to the clipboard.
    pub async fn paste(&self, picker: Picker, text: &str) {
        let browser = &self.0.browser;
        let name = browser.find(Role::Textbox, "Name").await.prop("value").await.unwrap();
        self.name(text).await;
        browser.press_with(Key::Control, 'a').await;
        browser.press_with(Key::Control, 'x').await;
        self.name(&name.unwrap_or_default()).await;
        self.go_to(picker).await;
        browser.press_with(Key::Control, 'v').await;
    }

    /// Waits until something is chosen: it can be removed.
    pub async fn has(&self, choice: &str) {
        self.0.browser.find(Role::Button, &format!("Remove {choice}")).await;
    }

    /// Whether something is chosen.
    pub async fn holds(&self, choice: &str) -> bool {
        self.0.browser.has(Role::Button, &format!("Remove {choice}")).await
    }

    /// Reviews and saves a new segment.
    pub async fn create(&self) {
        self.0.browser.click(Role::Button, "Review & create").await;
        self.0.browser.click(Role::Button, "Create segment").await;
    }

    /// Gives a segment a privilege in a permission group, or takes it back.
    pub async fn switch(&self, segment: &str, privilege: &str) {
        self.0.browser.click(Role::Checkbox, &format!("{segment}: {privilege}")).await;
    }

    /// Reviews and saves a new permission group.
    pub async fn create_group(&self) {
        self.0.browser.click(Role::Button, "Review & create").await;
        self.0.browser.click(Role::Button, "Create permission group").await;
    }

    /// Reviews and saves an existing one of either.
    pub async fn save(&self) {
        self.0.browser.click(Role::Button, "Review & save").await;
        self.0.browser.click(Role::Button, "Save changes").await;
    }
}
