//! One method of one path: who may call it, what it takes and what it answers. What follows from these is added, so
//! that a table says it once: refusals, credentials, the parameters in the path.

use std::collections::BTreeSet;

use axum::http::Method;
use serde_json::Value;
use utoipa::{
    ToSchema,
    openapi::{
        Content, ContentBuilder, HttpMethod, Ref, RefOr, Required, Schema,
        extensions::ExtensionsBuilder,
        path::{Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn},
        request_body::RequestBodyBuilder,
        response::ResponseBuilder,
    },
};

use super::{
    envelope::{self, Listed},
    in_path, refusals,
    schemas::{array_of, object, text, text_with, whole},
    security,
};
use crate::{account::ExampleIds, groups, include::Included, organizations, users};

/// Who may call an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Managers,
    Staff,
    SignedIn,
    Everyone,
    /// Whoever comes: credentials are not even read.
    Open,
}

impl Who {
    const fn words(self) -> &'static str {
        match self {
            Self::Managers => "help center managers",
            Self::Staff => "agents and help center managers",
            Self::SignedIn => "everyone who is signed in",
            Self::Everyone => "everyone, signed in or not",
            Self::Open => "everyone; credentials are not read",
        }
    }
}

/// Schemas by their names.
pub(super) type Schemas = Vec<(String, RefOr<Schema>)>;

pub(super) struct Endpoint {
    pub(super) method: HttpMethod,
    pub(super) path: &'static str,
    pub(super) group: &'static str,
    who: Who,
    parameters: Vec<Parameter>,
    takes_body: bool,
    /// What comes with the answer where it is asked for.
    included: Vec<(&'static str, RefOr<Schema>)>,
    refusals: BTreeSet<&'static str>,
    /// Statuses of answers that are described already.
    answered: BTreeSet<String>,
    operation: OperationBuilder,
    schemas: Schemas,
}

/// An endpoint of this `group`; `id` is its name for programs, and `summary` a line for people.
pub(super) fn endpoint(
    method: HttpMethod,
    path: &'static str,
    (id, group, who): (&'static str, &'static str, Who),
    summary: &'static str,
) -> Endpoint {
    Endpoint {
        method,
        path,
        group,
        who,
        parameters: Vec::new(),
        takes_body: false,
        included: Vec::new(),
        refusals: BTreeSet::new(),
        answered: BTreeSet::new(),
        operation: OperationBuilder::new().operation_id(Some(id)).tag(group).summary(Some(summary)),
        schemas: Vec::new(),
    }
}

impl Endpoint {
    pub(super) fn told(mut self, description: &'static str) -> Self {
        self.operation = self.operation.description(Some(description));
        self
    }

    /// A parameter that may be left out.
    pub(super) fn query(
        self,
        name: &str,
        description: &str,
        schema: impl Into<RefOr<Schema>>,
    ) -> Self {
        self.parameter(name, description, schema, ParameterIn::Query, Required::False)
    }

    /// A parameter without which the answer is 400.
    pub(super) fn needs(
        self,
        name: &str,
        description: &str,
        schema: impl Into<RefOr<Schema>>,
    ) -> Self {
        self.parameter(name, description, schema, ParameterIn::Query, Required::True)
    }

    pub(super) fn parameter(
        mut self,
        name: &str,
        description: &str,
        schema: impl Into<RefOr<Schema>>,
        place: ParameterIn,
        required: Required,
    ) -> Self {
        let parameter = ParameterBuilder::new()
            .name(name)
            .description(Some(description))
            .schema(Some(schema))
            .parameter_in(place)
            .required(required);
        self.parameters.push(parameter.build());
        self
    }

    /// What the last parameter can be.
    pub(super) fn such_as(mut self, example: impl Into<Value>) -> Self {
        if let Some(last) = self.parameters.pop() {
            let last = ParameterBuilder::from(last).example(Some(example.into()));
            self.parameters.push(last.build());
        }
        self
    }

    /// A body of JSON, and one that is taken.
    pub(super) fn takes<T: ToSchema>(self, example: Value) -> Self {
        self.takes_as::<T>(&["application/json"], example)
    }

    pub(super) fn takes_as<T: ToSchema>(mut self, kinds: &[&str], example: Value) -> Self {
        let content = ContentBuilder::new().schema(Some(self.schema::<T>())).example(Some(example));
        let content = content.build();
        let mut body = RequestBodyBuilder::new().required(Some(Required::True));
        for kind in kinds {
            body = body.content(*kind, content.clone());
        }
        self.operation = self.operation.request_body(Some(body.build()));
        self.takes_body = true;
        self
    }

    /// A list of `T` under `key`.
    pub(super) fn list<T: ToSchema>(self, key: &str, listed: Listed) -> Self {
        let more = self.included.clone();
        self.list_with::<T>(key, listed, more)
    }

    /// What `include` can ask for, each an array under its name; before the answer itself is described.
    pub(super) fn includes(mut self, known: &[&'static str]) -> Self {
        for name in known {
            let item = match *name {
                "users" => self.answer::<users::Body>(),
                "groups" => self.answer::<groups::Body>(),
                "organizations" => self.answer::<organizations::Body>(),
                "identities" => self.answer::<users::Identity>(),
                _ => continue,
            };
            self.included.push((name, array_of(item)));
        }
        self.include(known)
    }

    /// The parameter that asks for what the answer refers to.
    pub(super) fn include(self, known: &[&'static str]) -> Self {
        let named = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let about =
            format!("What it refers to, in the same answer: of {named}, some, between commas");
        let schema = text_with(&Included::pattern(known));
        self.query("include", &about, schema).such_as(known.join(",")).refused(&["400"])
    }

    /// The same, with keys that are there when they are asked for.
    pub(super) fn list_with<T: ToSchema>(
        mut self,
        key: &str,
        listed: Listed,
        more: Vec<(&'static str, RefOr<Schema>)>,
    ) -> Self {
        for (name, description, schema) in listed.parameters() {
            self = self.query(name, description, schema);
        }
        let item = self.answer::<T>();
        let (schema, pages) = envelope::of(&T::name(), key, item, listed, more);
        self.schemas.extend(pages);
        self.refused(&["400"]).answers("200", "A page of the list", schema)
    }

    /// One `T` under `key`.
    pub(super) fn one<T: ToSchema>(mut self, key: &str) -> Self {
        let schema = object([(key, self.answer::<T>())], self.included.clone());
        self.answers("200", "The object", schema)
    }

    /// One `T` under `key`, which is new.
    pub(super) fn made<T: ToSchema>(mut self, key: &str) -> Self {
        let schema = object([(key, self.answer::<T>())], []);
        self.answers("201", "The new object", schema)
    }

    pub(super) fn answers(
        mut self,
        status: &str,
        description: &str,
        schema: impl Into<RefOr<Schema>>,
    ) -> Self {
        let content = Content::new(Some(schema));
        let response =
            ResponseBuilder::new().description(description).content("application/json", content);
        self.answered.insert(status.to_owned());
        self.operation = self.operation.response(status, response.build());
        self
    }

    pub(super) fn answers_page(mut self, status: &str, description: &str) -> Self {
        let content = Content::new(Some(text()));
        let response =
            ResponseBuilder::new().description(description).content("text/html", content);
        self.answered.insert(status.to_owned());
        self.operation = self.operation.response(status, response.build());
        self
    }

    /// An answer without a body.
    pub(super) fn answers_nothing(mut self, status: &str, description: &str) -> Self {
        let response = ResponseBuilder::new().description(description).build();
        self.answered.insert(status.to_owned());
        self.operation = self.operation.response(status, response);
        self
    }

    /// Refusals that do not follow from anything else.
    pub(super) fn refused(mut self, statuses: &[&'static str]) -> Self {
        self.refusals.extend(statuses);
        self
    }

    /// A reference to the schema of what requests hold: what has a default may be left out.
    pub(super) fn schema<T: ToSchema>(&mut self) -> RefOr<Schema> {
        T::schemas(&mut self.schemas);
        self.schemas.push((T::name().into_owned(), T::schema()));
        Ref::from_schema_name(T::name()).into()
    }

    /// A reference to the schema of what answers hold: every key is always there.
    pub(super) fn answer<T: ToSchema>(&mut self) -> RefOr<Schema> {
        T::schemas(&mut self.schemas);
        self.schemas.push((T::name().into_owned(), whole(T::schema())));
        Ref::from_schema_name(T::name()).into()
    }

    /// The operation, and the schemas it refers to; the scopes it names are added to `scopes`. Ids are of objects that
    /// the account has.
    pub(super) fn finish(
        mut self,
        scopes: &mut BTreeSet<String>,
        ids: &ExampleIds,
    ) -> (Operation, Schemas) {
        self = in_path::described(self, ids);
        if self.parameters.iter().any(|one| matches!(one.required, Required::True)) {
            self = self.refused(&["400"]);
        }
        if self.takes_body {
            self = self.refused(&["400", "413", "415"]);
        }
        if self.who != Who::Open {
            self = self.refused(&["401", "403"]);
            let method = match self.method {
                HttpMethod::Get => Method::GET,
                HttpMethod::Delete => Method::DELETE,
                _ => Method::POST,
            };
            let open = self.who == Who::Everyone;
            let needed = security::of(&method, self.path, open, scopes);
            self.operation = self.operation.securities(Some(needed));
        } else {
            self.operation = self.operation.securities(Some([]));
        }
        if self.path.starts_with("/api/") {
            self = self.refused(&["429"]);
        }
        for status in self.refusals.iter().filter(|status| !self.answered.contains(**status)) {
            if let Some(name) = refusals::name(status) {
                self.operation = self.operation.response(*status, Ref::from_response_name(name));
            }
        }
        let who = ExtensionsBuilder::new().add("x-who", Value::from(self.who.words())).build();
        let parameters = (!self.parameters.is_empty()).then_some(self.parameters);
        let operation = self.operation.extensions(Some(who)).parameters(parameters).build();
        (operation, self.schemas)
    }
}

/// Some of `T`, in a key of an answer that is there when it is asked for.
pub(super) fn some<T: ToSchema>(endpoint: &mut Endpoint) -> RefOr<Schema> {
    array_of(endpoint.answer::<T>())
}
