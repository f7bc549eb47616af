//! The command: reads the arguments, listens, serves until it is told to stop.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use guidepost_server::{Command, SandboxOptions, StartError, Tls, help, parse, serve, service};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> ExitCode {
    let done = match parse(std::env::args_os().skip(1)) {
        Ok(Command::Help) => say(&help()),
        Ok(Command::Version) => say(concat!("guidepost-server ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Command::Sandbox(options)) => return run(&options).await,
        Err(error) => {
            complain(&format!("{error}\nguidepost-server --help tells what there is"));
            return ExitCode::from(2);
        }
    };
    if done.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn run(options: &SandboxOptions) -> ExitCode {
    match listen(options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

async fn listen(options: &SandboxOptions) -> Result<(), StartError> {
    // Before the account is filled: a port that is taken should be told at once.
    let cannot_listen = |source| StartError::Listen { address: options.listen, source };
    let listener = TcpListener::bind(options.listen).await.map_err(cannot_listen)?;
    let address = listener.local_addr().map_err(cannot_listen)?;
    let tls = options.tls.as_ref().map(Tls::open).transpose().map_err(StartError::Tls)?;
    let service = service(options, address)?;
    for switch in options.switches.list().iter().filter(|switch| !switch.is_default()) {
        let usual = switch.values.first().unwrap_or(&"");
        complain(&format!("switch {}={} (by default {usual})", switch.name, switch.value));
    }
    for url in &options.public_urls {
        complain(&format!("stands in for {url}"));
    }
    let stop = stop_signal();
    // Scripts wait for this one line.
    say(&format!("listening on {}://{address}\n", options.scheme())).map_err(StartError::Output)?;
    serve(listener, tls, service.router(), stop).await;
    if let Err(error) = service.close() {
        complain(&format!("the database was left with its journal: {error}"));
    }
    Ok(())
}

/// Ctrl-C, or the terminate signal. Heard from now on, and not only once it is waited for: whoever reads the one line may
/// send it at once.
#[cfg(unix)]
fn stop_signal() -> impl Future<Output = ()> {
    use tokio::signal::unix::{Signal, SignalKind, signal};

    async fn heard(signal: Option<Signal>) {
        match signal {
            Some(mut signal) => {
                signal.recv().await;
            }
            // Without a handler the signal ends the process by itself, which is as good: writes are on disk.
            None => std::future::pending().await,
        }
    }
    let [interrupt, terminate] =
        [SignalKind::interrupt(), SignalKind::terminate()].map(|kind| signal(kind).ok());
    async {
        tokio::select! {
            () = heard(interrupt) => {}
            () = heard(terminate) => {}
        }
    }
}

/// Ctrl-C.
#[cfg(not(unix))]
async fn stop_signal() {
    let _ = tokio::signal::ctrl_c().await;
}

fn say(text: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(text.as_bytes())?;
    output.flush()
}

/// To standard error, where only people look. With nobody left to read it, there is nothing to do about it.
fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "guidepost-server: {text}");
}
