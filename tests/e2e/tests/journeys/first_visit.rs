//! What a first visit asks the account for.

use guidepost_e2e::journey;

/// Every request for the first page of segments, and what began it.
const FIRST_PAGE: &str = r"
    return performance.getEntriesByType('resource')
        .filter(({ name }) => name.includes('/user_segments?') && !name.includes('after'))
        .map(({ initiatorType }) => initiatorType);";

/// The navigation has their number once the list is here.
const IS_COUNTED: &str =
    "return Boolean(document.querySelector('.nav__count')?.textContent.trim())";

#[test]
fn the_first_page_of_segments_is_asked_for_once_and_by_the_page_itself() {
    journey("first_visit", async |app| {
        for address in ["/segments", "/permission-groups", "/segments/new"] {
            app.browser.open(address).await;
            app.browser
                .until("the segments are counted", async || {
                    let counted = app.browser.driver.execute(IS_COUNTED, Vec::new()).await?;
                    Ok((counted.json() == true).then_some(()))
                })
                .await;
            let asked = app.browser.run(FIRST_PAGE, []).await;
            assert_eq!(asked, serde_json::json!(["link"]), "{address}");
        }
    });
}
