//! The parameters in an endpoint's path, and what follows from its other parts. Ids are of objects that the account has.

use utoipa::{
    PartialSchema,
    openapi::{HttpMethod, Required, path::ParameterIn},
};

use super::{
    endpoint::Endpoint,
    schemas::{text, text_with},
};
use crate::account::{self, ExampleIds};

pub(super) fn described(mut endpoint: Endpoint, ids: &ExampleIds) -> Endpoint {
    let mut kind = "";
    for part in endpoint.path.split('/') {
        match part {
            "{id}" => {
                // What is deleted is another one than what everything else is tried on.
                let id = match endpoint.method {
                    HttpMethod::Delete => ids.newest(kind),
                    _ => ids.oldest(kind),
                };
                endpoint = endpoint
                    .parameter("id", "Its id", u64::schema(), ParameterIn::Path, Required::True)
                    .refused(&["404"]);
                if let Some(id) = id {
                    endpoint = endpoint.such_as(id);
                }
            }
            "{membership_id}" => {
                let (about, id) = ("The membership's id", u64::schema());
                endpoint = endpoint.parameter(
                    "membership_id",
                    about,
                    id,
                    ParameterIn::Path,
                    Required::True,
                );
                if let Some(id) = ids.oldest(kind) {
                    endpoint = endpoint.such_as(id);
                }
            }
            "{locale}" => {
                let about = "A locale, by its code";
                endpoint = endpoint
                    .parameter("locale", about, text(), ParameterIn::Path, Required::True)
                    .such_as(account::EXAMPLE_LOCALE);
            }
            "show_many" => {
                let several = [ids.oldest(kind), ids.newest(kind)];
                let several: Vec<String> =
                    several.into_iter().flatten().map(|id| id.to_string()).collect();
                endpoint = endpoint
                    .query(
                        "external_ids",
                        "Instead: at most 100 ids of another system",
                        text_with("[^,\\s]"),
                    )
                    .query("ids", "At most 100 ids, between commas", text_with("[^,\\s]"))
                    .such_as(several.join(","));
            }
            other => kind = other,
        }
    }
    endpoint
}
