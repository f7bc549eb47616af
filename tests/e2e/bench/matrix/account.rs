//! What the matrix shows of an account, and an account in which both its axes are as long as Zendesk lets them be.

use guidepost_e2e::Account;
use guidepost_model::limits;
use serde_json::{Value, json};

/// Segments in the rows, groups in the columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    pub(super) rows: usize,
    pub(super) columns: usize,
}

impl Extent {
    pub(super) async fn of(account: &Account) -> Self {
        let rows = account.staff_segments().await.len();
        Self { rows, columns: account.groups().await.len() }
    }
}

/// Staff segments and groups up to the account's limits, in place of the segments that the matrix does not show. Every
/// group lists some segments.
pub(super) async fn fill(account: &Account) {
    for segment in account.segments().await {
        if segment["built_in"] == false && segment["user_type"] != "staff" {
            account.delete(id(&segment)).await;
        }
    }
    let custom = |items: Vec<Value>| items.iter().filter(|item| item["built_in"] == false).count();
    for number in custom(account.segments().await)..limits::SEGMENTS {
        let segment = json!({ "name": format!("Stage crew {number}"), "user_type": "staff" });
        account.create(segment).await;
    }
    let staff = account.staff_segments().await;
    for number in custom(account.groups().await)..limits::PERMISSION_GROUPS {
        let listed = |every: usize| -> Vec<u64> {
            let some = staff.iter().enumerate().filter(|(at, _)| (at + number) % every == 0);
            some.map(|(_, segment)| id(segment)).collect()
        };
        let name = format!("Backstage handbook {number}");
        account
            .create_group(json!({ "name": name, "edit": listed(7), "publish": listed(11) }))
            .await;
    }
}

fn id(item: &Value) -> u64 {
    item["id"].as_u64().expect("an id")
}
