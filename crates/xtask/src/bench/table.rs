//! Figures as a table: a line for each thing that was measured, a column for each case.

use super::figure::Figure;

pub(super) fn lines(figures: &[Figure]) -> Vec<String> {
    distinct(figures.iter().map(|figure| figure.part.as_str()))
        .into_iter()
        .flat_map(|part| {
            let figures: Vec<&Figure> =
                figures.iter().filter(|figure| figure.part == part).collect();
            lines_of(part, &figures)
        })
        .collect()
}

fn lines_of(part: &str, figures: &[&Figure]) -> Vec<String> {
    let cases = distinct(figures.iter().map(|figure| figure.case.as_str()));
    let names = distinct(figures.iter().map(|figure| figure.name.as_str()));
    let mut rows =
        vec![[vec![part], cases.clone()].concat().into_iter().map(str::to_owned).collect()];
    for name in names {
        let value = |case: &&str| {
            let found = figures.iter().find(|figure| figure.name == name && figure.case == **case);
            found.map_or_else(|| "–".to_owned(), |figure| written(figure))
        };
        let mut row = vec![name.to_owned()];
        row.extend(cases.iter().map(value));
        rows.push(row);
    }
    let widths: Vec<usize> = (0..=cases.len())
        .map(|at| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or_default())
        .collect();
    rows.iter().map(|row| aligned(row, &widths)).collect()
}

/// The name from the left, the values from the right.
fn aligned(row: &[String], widths: &[usize]) -> String {
    let cells = row.iter().zip(widths).enumerate().map(|(at, (text, &width))| match at {
        0 => format!("{text:width$}"),
        _ => format!("{text:>width$}"),
    });
    cells.collect::<Vec<_>>().join("   ")
}

fn written(figure: &Figure) -> String {
    let value = figure.value;
    if figure.unit.is_empty() { value.to_string() } else { format!("{value:.1} {}", figure.unit) }
}

/// Each once, in the order in which they come.
fn distinct<'a>(all: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut found = Vec::new();
    for one in all {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(case: &str, name: &str, value: f64, unit: &str) -> Figure {
        let [part, case, name, unit] = ["matrix", case, name, unit].map(str::to_owned);
        Figure { part, case, name, value, unit, n: 1 }
    }

    #[test]
    fn a_line_has_what_was_measured_in_each_case() {
        let figures = [
            figure("large", "cells", 620.0, ""),
            figure("large", "frame, p95", 16.7, "ms"),
            figure("huge", "cells", 620.0, ""),
            figure("huge", "frame, max", 33.0, "ms"),
        ];
        assert_eq!(
            lines(&figures),
            [
                "matrix         large      huge",
                "cells            620       620",
                "frame, p95   16.7 ms         –",
                "frame, max         –   33.0 ms",
            ]
        );
    }
}
