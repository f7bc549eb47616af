//! The command line. By hand: it is five words and a few flags, and a parser crate would be one more
//! thing a fresh machine waits for.

use std::fmt;

use crate::bench::{Json, Part};
use crate::test::Phase;

#[derive(Debug, PartialEq)]
pub(crate) enum Task {
    Serve(ServeOptions),
    Test(TestSelection),
    Build,
    Bench(BenchOptions),
    Soak(SoakOptions),
    Check,
    Help,
}

#[derive(Debug, PartialEq)]
pub(crate) struct ServeOptions {
    pub(crate) listen: String,
    /// The app without optimizations, which is what one wants between two changes.
    pub(crate) quick: bool,
    /// Handed to `guidepost-server sandbox` as they are.
    pub(crate) server_args: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub(crate) struct TestSelection {
    /// In the order in which they run; never empty.
    pub(crate) phases: Vec<Phase>,
    /// A test runs when its name contains one of these, or when there are none.
    pub(crate) filters: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub(crate) struct BenchOptions {
    /// In the order in which they are measured; never empty.
    pub(crate) parts: Vec<Part>,
    /// How often a visit beside the peer is repeated.
    pub(crate) rounds: u64,
    pub(crate) json: Json,
}

#[derive(Debug, PartialEq)]
pub(crate) struct SoakOptions {
    pub(crate) minutes: u64,
    /// Another one each time unless it is given.
    pub(crate) seed: Option<u64>,
}

/// A command line that says nothing we know.
#[derive(Debug, PartialEq)]
pub(crate) enum Misuse {
    NoTask,
    UnknownTask(String),
    UnknownArgument { task: &'static str, argument: String },
    MissingValue(&'static str),
    NotANumber(&'static str),
    Zero(&'static str),
}

impl fmt::Display for Misuse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Misuse::NoTask => write!(f, "which task?"),
            Misuse::UnknownTask(task) => write!(f, "there is no task `{task}`"),
            Misuse::UnknownArgument { task, argument } => {
                write!(f, "`{task}` does not take `{argument}`")
            }
            Misuse::MissingValue(flag) => write!(f, "`{flag}` needs a value"),
            Misuse::NotANumber(flag) => write!(f, "`{flag}` needs a whole number"),
            Misuse::Zero(flag) => write!(f, "`{flag}` needs at least 1"),
        }
    }
}

pub(crate) fn parse(args: impl IntoIterator<Item = String>) -> Result<Task, Misuse> {
    let mut args = args.into_iter();
    let task = args.next().ok_or(Misuse::NoTask)?;
    match task.as_str() {
        "serve" => serve(args).map(Task::Serve),
        "test" => test(args).map(Task::Test),
        "build" => nothing_more("build", args).map(|()| Task::Build),
        "bench" => bench(args).map(Task::Bench),
        "soak" => soak(args).map(Task::Soak),
        "check" => nothing_more("check", args).map(|()| Task::Check),
        "help" | "--help" | "-h" => Ok(Task::Help),
        _ => Err(Misuse::UnknownTask(task)),
    }
}

fn serve(mut args: impl Iterator<Item = String>) -> Result<ServeOptions, Misuse> {
    let mut options =
        ServeOptions { listen: "127.0.0.1:8080".to_owned(), quick: false, server_args: Vec::new() };
    while let Some(arg) = args.next() {
        if arg == "--" {
            options.server_args = args.collect();
            break;
        } else if arg == "--listen" {
            options.listen = args.next().ok_or(Misuse::MissingValue("--listen"))?;
        } else if let Some(address) = arg.strip_prefix("--listen=") {
            options.listen = address.to_owned();
        } else if arg == "--quick" {
            options.quick = true;
        } else {
            return Err(unknown("serve", arg));
        }
    }
    Ok(options)
}

fn test(args: impl Iterator<Item = String>) -> Result<TestSelection, Misuse> {
    let mut chosen = Vec::new();
    let mut filters = Vec::new();
    for arg in args {
        match arg.as_str() {
            "--native" => chosen.push(Phase::Native),
            "--contract" => chosen.push(Phase::Contract),
            "--web" => chosen.push(Phase::Web),
            "--journeys" => chosen.push(Phase::Journeys),
            flag if flag.starts_with('-') => return Err(unknown("test", arg)),
            _ => filters.push(arg),
        }
    }
    let phases = Phase::ALL
        .into_iter()
        .filter(|phase| chosen.is_empty() || chosen.contains(phase))
        .collect();
    Ok(TestSelection { phases, filters })
}

fn bench(mut args: impl Iterator<Item = String>) -> Result<BenchOptions, Misuse> {
    let mut chosen = Vec::new();
    let mut rounds = 5;
    let mut json = Json::Usual;
    while let Some(arg) = args.next() {
        match arg.split_once('=').unwrap_or((&arg, "")) {
            ("--server", "") => chosen.push(Part::Server),
            ("--matrix", "") => chosen.push(Part::Matrix),
            ("--peer", "") => chosen.push(Part::Peer),
            ("--rounds", value) => rounds = number("--rounds", value, &mut args)?,
            ("--json", value) => json = json_to(&value_of("--json", value, &mut args)?),
            _ => return Err(unknown("bench", arg)),
        }
    }
    if rounds == 0 {
        return Err(Misuse::Zero("--rounds"));
    }
    let parts =
        Part::ALL.into_iter().filter(|part| chosen.is_empty() || chosen.contains(part)).collect();
    Ok(BenchOptions { parts, rounds, json })
}

fn soak(mut args: impl Iterator<Item = String>) -> Result<SoakOptions, Misuse> {
    let mut options = SoakOptions { minutes: 5, seed: None };
    while let Some(arg) = args.next() {
        match arg.split_once('=').unwrap_or((&arg, "")) {
            ("--minutes", value) => options.minutes = number("--minutes", value, &mut args)?,
            ("--seed", value) => options.seed = Some(number("--seed", value, &mut args)?),
            _ => return Err(unknown("soak", arg)),
        }
    }
    Ok(options)
}

/// What stands behind a flag's `=`, or after it.
fn value_of(
    flag: &'static str,
    value: &str,
    args: &mut impl Iterator<Item = String>,
) -> Result<String, Misuse> {
    match value {
        "" => args.next().ok_or(Misuse::MissingValue(flag)),
        value => Ok(value.to_owned()),
    }
}

fn number(
    flag: &'static str,
    value: &str,
    args: &mut impl Iterator<Item = String>,
) -> Result<u64, Misuse> {
    value_of(flag, value, args)?.parse().map_err(|_| Misuse::NotANumber(flag))
}

fn json_to(place: &str) -> Json {
    if place == "-" { Json::Stdout } else { Json::File(place.into()) }
}

fn nothing_more(task: &'static str, mut args: impl Iterator<Item = String>) -> Result<(), Misuse> {
    args.next().map_or(Ok(()), |arg| Err(unknown(task, arg)))
}

fn unknown(task: &'static str, argument: String) -> Misuse {
    Misuse::UnknownArgument { task, argument }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task, Misuse> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn serve_listens_on_8080_unless_told_otherwise() {
        let listens_on = |line| match parsed(line) {
            Ok(Task::Serve(options)) => options.listen,
            other => panic!("{other:?}"),
        };
        assert_eq!(listens_on("serve"), "127.0.0.1:8080");
        assert_eq!(listens_on("serve --listen [::1]:9000"), "[::1]:9000");
        assert_eq!(listens_on("serve --listen=localhost:1"), "localhost:1");
    }

    #[test]
    fn what_follows_two_dashes_goes_to_the_server() {
        let Ok(Task::Serve(options)) = parsed("serve --quick -- --size large --listen x") else {
            panic!("not understood");
        };
        assert!(options.quick);
        assert_eq!(options.server_args, ["--size", "large", "--listen", "x"]);
    }

    #[test]
    fn test_runs_everything_unless_a_kind_is_named() {
        let Ok(Task::Test(everything)) = parsed("test") else {
            panic!("not understood");
        };
        assert_eq!(everything.phases, Phase::ALL);

        let Ok(Task::Test(some)) = parsed("test --journeys combobox --native draft") else {
            panic!("not understood");
        };
        assert_eq!(some.phases, [Phase::Native, Phase::Journeys]);
        assert_eq!(some.filters, ["combobox", "draft"]);
    }

    #[test]
    fn bench_measures_everything_unless_a_part_is_named() {
        let Ok(Task::Bench(everything)) = parsed("bench") else {
            panic!("not understood");
        };
        assert_eq!(everything.parts, Part::ALL);
        assert_eq!((everything.rounds, everything.json), (5, Json::Usual));

        let Ok(Task::Bench(some)) = parsed("bench --json - --matrix") else {
            panic!("not understood");
        };
        assert_eq!(some.parts, [Part::Matrix]);
        assert_eq!(some.json, Json::Stdout);

        let Ok(Task::Bench(both)) = parsed("bench --peer --rounds 1 --server") else {
            panic!("not understood");
        };
        assert_eq!((both.parts, both.rounds), (vec![Part::Server, Part::Peer], 1));

        let Ok(Task::Bench(kept)) = parsed("bench --json=figures.json") else {
            panic!("not understood");
        };
        assert_eq!(kept.json, Json::File("figures.json".into()));
    }

    #[test]
    fn soak_walks_for_five_minutes_from_any_seed() {
        let soak = |minutes, seed| Ok(Task::Soak(SoakOptions { minutes, seed }));
        assert_eq!(parsed("soak"), soak(5, None));
        assert_eq!(parsed("soak --minutes 60 --seed=7"), soak(60, Some(7)));
        assert_eq!(parsed("soak --seed"), Err(Misuse::MissingValue("--seed")));
        assert_eq!(parsed("soak --minutes=soon"), Err(Misuse::NotANumber("--minutes")));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert_eq!(parsed(""), Err(Misuse::NoTask));
        assert_eq!(parsed("sevre"), Err(Misuse::UnknownTask("sevre".into())));
        assert_eq!(parsed("build --fast"), Err(unknown("build", "--fast".into())));
        assert_eq!(parsed("test --slow"), Err(unknown("test", "--slow".into())));
        assert_eq!(parsed("bench --peer=fast"), Err(unknown("bench", "--peer=fast".into())));
        assert_eq!(parsed("bench --rounds=0"), Err(Misuse::Zero("--rounds")));
        assert_eq!(parsed("serve --listen"), Err(Misuse::MissingValue("--listen")));
    }
}
