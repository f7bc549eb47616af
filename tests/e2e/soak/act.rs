//! What the walk does: what a person does with a page, and what happens to people meanwhile.

use guidepost_e2e::{Account, Browser, GROUPS, SEGMENTS};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{dice::Dice, faults, promises::Promises};

#[derive(Debug, Clone, Copy)]
enum Kind {
    Click,
    Type,
    Press,
    /// What the page or its dialog is about: the main button, or what that still needs.
    GoOn,
    /// A new segment or permission group, with all that it needs.
    Begin,
    Back,
    Forward,
    Reload,
    Open,
    Resize,
    PassTime,
    HoldAnswers,
    Release,
    Fault,
    ClearFaults,
    GoOffline,
    GoOnline,
    LoseSession,
    SomebodyElse,
}

/// How often each is done, in relation to the others.
const KINDS: [(usize, Kind); 19] = [
    (90, Kind::Click),
    (30, Kind::Type),
    (40, Kind::Press),
    (40, Kind::GoOn),
    (8, Kind::Begin),
    (8, Kind::Back),
    (4, Kind::Forward),
    (2, Kind::Reload),
    (6, Kind::Open),
    (3, Kind::Resize),
    (5, Kind::PassTime),
    (6, Kind::HoldAnswers),
    (8, Kind::Release),
    (5, Kind::Fault),
    (4, Kind::ClearFaults),
    (1, Kind::GoOffline),
    (4, Kind::GoOnline),
    (1, Kind::LoseSession),
    (4, Kind::SomebodyElse),
];

const ADDRESSES: [&str; 10] = [
    "/",
    "/segments",
    "/segments?q=dealer",
    "/segments?origin=custom&sort=name",
    "/segments/new",
    "/permission-groups",
    "/permission-groups/matrix",
    "/permission-groups/new",
    "/segments/1",
    "/nowhere",
];

const SIZES: [(u32, u32); 5] = [(1440, 900), (1024, 768), (768, 1024), (390, 844), (720, 450)];

const TEXTS: [&str; 14] = [
    "dealer",
    "ma",
    "gold",
    "vip, tuner late",
    "tour",
    "zzz",
    "<b>bold</b>",
    "Händler",
    "\u{202e}desrever",
    "\u{200b}",
    "日本",
    "360000012872",
    "\"quoted\"",
    "e",
];

/// Keys that mean something somewhere in the app, and what they are called here.
const KEYS: [(&str, Key); 16] = [
    ("Enter", Key::Enter),
    ("Escape", Key::Escape),
    ("Tab", Key::Tab),
    ("Space", Key::Space),
    ("Down", Key::Down),
    ("Up", Key::Up),
    ("Left", Key::Left),
    ("Right", Key::Right),
    ("Home", Key::Home),
    ("End", Key::End),
    ("PageDown", Key::PageDown),
    ("PageUp", Key::PageUp),
    ("Backspace", Key::Backspace),
    ("Delete", Key::Delete),
    ("F6", Key::F6),
    ("Tab", Key::Tab),
];
const LETTERS: [&str; 9] = ["j", "k", "x", "n", "o", "/", "?", "#", "\\"];

/// One step, done; says what it was.
pub(crate) async fn step(
    browser: &Browser,
    account: &Account,
    dice: &mut Dice,
    promises: &mut Promises,
    number: usize,
) -> String {
    match dice.weighted(&KINDS) {
        Kind::Click => click(browser, dice).await,
        Kind::Type => type_something(browser, dice, number).await,
        Kind::Press => press(browser, dice).await,
        Kind::Back => {
            let _ = browser.driver.back().await;
            "go back".into()
        }
        Kind::Forward => {
            let _ = browser.driver.forward().await;
            "go forward".into()
        }
        Kind::GoOn => go_on(browser).await,
        Kind::Begin => begin(browser, dice, number).await,
        // What fails without a connection is seen to by whoever looks at the page next.
        Kind::Reload => {
            let _ = browser.driver.refresh().await;
            "reload".into()
        }
        Kind::Open => {
            let address = dice.pick(&ADDRESSES);
            let _ = browser.try_to_open(address).await;
            format!("open {address}")
        }
        Kind::Resize => {
            let (width, height) = *dice.pick(&SIZES);
            browser.resize(width, height).await;
            format!("resize to {width} × {height}")
        }
        Kind::PassTime => {
            let seconds = *dice.pick(&[2_u64, 12, 40, 600, 7200]);
            advance(browser, seconds * 1000).await;
            format!("{seconds} s pass")
        }
        Kind::HoldAnswers => {
            let many = *dice.pick(&[1, 2, 4]);
            browser.run("soak.hold = arguments[0]", [json!(many)]).await;
            format!("hold back the next {many} answers")
        }
        Kind::Release => {
            browser.run("soak.hold = 0; soak.release()", []).await;
            "let answers through".into()
        }
        Kind::Fault => faults::strike(account, dice).await,
        Kind::ClearFaults => {
            account.clear_faults().await;
            "no more faults".into()
        }
        Kind::GoOffline => {
            browser.offline(true).await;
            "go offline".into()
        }
        Kind::GoOnline => {
            browser.offline(false).await;
            "go online".into()
        }
        Kind::LoseSession => {
            browser.driver.delete_all_cookies().await.expect("cookies can be deleted");
            "the session ends".into()
        }
        Kind::SomebodyElse => somebody_else(account, dice, promises, number).await,
    }
}

/// Lets time pass for the page.
pub(crate) async fn advance(browser: &Browser, milliseconds: u64) {
    const ADVANCE: &str = "soak.advance(arguments[0]).then(() => arguments[1]())";
    browser.run_through(ADVANCE, [json!(milliseconds)]).await;
}

async fn find(browser: &Browser, kind: &str) -> Vec<String> {
    let names = browser.run("return soak.find(arguments[0])", [json!(kind)]).await;
    let names = names.as_array().into_iter().flatten();
    names.map(|name| name.as_str().unwrap_or_default().chars().take(60).collect()).collect()
}

/// Uses one of the controls that were found. What another lies on top of is not clicked.
async fn click_found(browser: &Browser, at: usize) -> bool {
    let element = browser.driver.execute("return soak.controls[arguments[0]]", vec![json!(at)]);
    match element.await.and_then(|found| found.element()) {
        Ok(element) => element.click().await.is_ok(),
        Err(_) => false,
    }
}

async fn click(browser: &Browser, dice: &mut Dice) -> String {
    let names = find(browser, "click").await;
    if names.is_empty() {
        return "nothing to click".into();
    }
    let at = dice.below(names.len());
    let done = click_found(browser, at).await;
    format!("click “{}”{}", names[at], if done { "" } else { " (covered)" })
}

async fn type_something(browser: &Browser, dice: &mut Dice, number: usize) -> String {
    let names = find(browser, "type").await;
    if names.is_empty() {
        return "nothing to type into".into();
    }
    let at = dice.below(names.len());
    // A name that is not there twice, so that it can be told whether it is in the account.
    let text = if names[at] == "Name" || dice.one_in(6) {
        format!("Walk {number}")
    } else {
        (*dice.pick(&TEXTS)).to_owned()
    };
    let enters = dice.one_in(3);
    if click_found(browser, at).await {
        if dice.one_in(2) {
            browser.press_with(Key::Control, 'a').await;
        }
        browser.type_text(&text).await;
        if enters {
            browser.press(Key::Enter).await;
        }
    }
    format!("type “{}” into “{}”", text.escape_debug(), names[at])
}

async fn go_on(browser: &Browser) -> String {
    const CONFIRM: &str =
        "return soak.find('type').map((name) => name.match(/^Type (.*) to confirm$/)?.[1] ?? '')";
    let names = browser.run(CONFIRM, []).await;
    let asked = names.as_array().into_iter().flatten().filter_map(Value::as_str);
    if let Some((at, name)) = asked.enumerate().find(|(_, name)| !name.is_empty()) {
        click_found(browser, at).await;
        browser.press_with(Key::Control, 'a').await;
        browser.type_text(name).await;
    }
    let names = find(browser, "main").await;
    match names.last() {
        Some(name) => {
            let done = click_found(browser, names.len() - 1).await;
            format!("go on with “{name}”{}", if done { "" } else { " (covered)" })
        }
        None => "nothing to go on with".into(),
    }
}

async fn begin(browser: &Browser, dice: &mut Dice, number: usize) -> String {
    let address = *dice.pick(&["/segments/new", "/segments/new", "/permission-groups/new"]);
    if find(browser, address).await.is_empty() {
        let _ = browser.try_to_open(address).await;
    } else {
        click_found(browser, 0).await;
    }
    browser.run_through("soak.settle().then(arguments[0])", []).await;
    let fields = find(browser, "type").await;
    if let Some(at) = fields.iter().position(|name| name == "Name") {
        click_found(browser, at).await;
        browser.press_with(Key::Control, 'a').await;
        browser.type_text(&format!("Walk {number}")).await;
    }
    if !find(browser, "choose").await.is_empty() {
        click_found(browser, dice.below(2)).await;
    }
    format!("begin at {address}")
}

async fn press(browser: &Browser, dice: &mut Dice) -> String {
    match dice.below(10) {
        0..6 => {
            let (name, key) = dice.pick(&KEYS).clone();
            browser.press(key).await;
            format!("press {name}")
        }
        6..9 => {
            let letter = dice.pick(&LETTERS);
            browser.type_text(letter).await;
            format!("press {letter}")
        }
        _ => {
            let letter = *dice.pick(&['s', 'z']);
            browser.press_with(Key::Control, letter).await;
            format!("press Control+{letter}")
        }
    }
}

/// Another manager creates, renames or deletes something.
async fn somebody_else(
    account: &Account,
    dice: &mut Dice,
    promises: &mut Promises,
    number: usize,
) -> String {
    let (path, key, list) = if dice.one_in(3) {
        (GROUPS, "permission_group", account.groups().await)
    } else {
        (SEGMENTS, "user_segment", account.segments().await)
    };
    let custom: Vec<&Value> = list.iter().filter(|object| object["built_in"] == false).collect();
    let name = format!("Theirs {number}");
    if custom.len() < 5 || (custom.len() < 60 && dice.one_in(2)) {
        let body =
            json!({ key: { "name": name, "user_type": "staff", "edit": [], "publish": [] } });
        account.try_to("POST", path, Some(body)).await;
        return format!("somebody else creates “{name}”");
    }
    let object = *dice.pick(&custom);
    let was = object["name"].as_str().unwrap_or_default();
    let path = format!("{path}/{}", object["id"]);
    promises.somebody_else_changes(was);
    if dice.one_in(2) {
        account.try_to("PUT", &path, Some(json!({ key: { "name": name } }))).await;
        format!("somebody else renames “{was}” to “{name}”")
    } else {
        account.try_to("DELETE", &path, None).await;
        promises.somebody_else_deletes(object["id"].as_u64());
        format!("somebody else deletes “{was}”")
    }
}
