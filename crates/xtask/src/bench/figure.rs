//! One figure. Parts that are measured by another program come as JSON, which is also how they are kept.

use serde_json::{Value, json};

use crate::error::Error;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    /// What was measured.
    pub(super) part: String,
    /// In which circumstances, where there are several: the account, the load.
    pub(super) case: String,
    pub(super) name: String,
    pub(super) value: f64,
    /// Empty for a number of things.
    pub(super) unit: String,
    /// How many samples are behind it.
    pub(super) n: u64,
}

impl Figure {
    /// All of a JSON array.
    pub(super) fn read_all(text: &str) -> Result<Vec<Self>, Error> {
        let strange = || Error::Figures(text.chars().take(200).collect());
        let figures: Vec<Value> = serde_json::from_str(text).map_err(|_| strange())?;
        figures.iter().map(Self::read).collect::<Option<_>>().ok_or_else(strange)
    }

    fn read(figure: &Value) -> Option<Self> {
        let text = |key: &str| figure[key].as_str().map(str::to_owned);
        Some(Self {
            part: text("part")?,
            case: text("case")?,
            name: text("name")?,
            value: figure["value"].as_f64()?,
            unit: text("unit")?,
            n: figure["n"].as_u64()?,
        })
    }

    pub(super) fn to_json(&self) -> Value {
        let Self { part, case, name, value, unit, n } = self;
        json!({ "part": part, "case": case, "name": name, "value": value, "unit": unit, "n": n })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let figure = Figure {
            part: "matrix".into(),
            case: "huge".into(),
            name: "arrow key, p95".into(),
            value: 33.4,
            unit: "ms".into(),
            n: 40,
        };
        let text = json!([figure.to_json()]).to_string();
        assert_eq!(Figure::read_all(&text).unwrap(), [figure]);
    }

    #[test]
    fn what_is_no_list_of_figures_is_refused() {
        for text in ["", "{}", "[{}]", r#"[{"part":"matrix","case":"huge","name":"x","n":1}]"#] {
            assert!(matches!(Figure::read_all(text), Err(Error::Figures(_))), "{text}");
        }
    }
}
