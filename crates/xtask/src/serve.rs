//! From a clone to the app in a browser, with a sandbox account behind it.

use std::net::TcpListener;

use crate::args::ServeOptions;
use crate::error::Error;
use crate::say;
use crate::server::{self, Profile, Server};
use crate::site;
use crate::workspace::Workspace;

pub(crate) fn run(workspace: &Workspace, options: &ServeOptions) -> Result<(), Error> {
    // Before minutes of building, and again by the server itself.
    refuse_taken(&options.listen)?;
    let site = if options.quick {
        site::build_quick(workspace)?
    } else {
        site::build(workspace)?;
        workspace.dist()
    };
    // Not the dev profile: the larger accounts have half a million users.
    let binary = server::build(workspace, Profile::Release)?;

    say::step("starting the sandbox");
    let site = site.to_string_lossy().into_owned();
    let mut args =
        ["sandbox", "--listen", &options.listen, "--site", &site].map(String::from).to_vec();
    args.extend(options.server_args.iter().cloned());
    let server = Server::start(workspace, &binary, &args)?;

    say::banner(&format!("Guidepost is at {}", server.url));
    say::note("Ctrl-C stops it. After a change, stop it and run the same command again.");
    let status = server.wait()?;
    Err(Error::Server(format!("stopped by itself ({status})")))
}

fn refuse_taken(address: &str) -> Result<(), Error> {
    match TcpListener::bind(address) {
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            Err(Error::PortTaken(address.to_owned()))
        }
        // Anything else that is wrong with the address the server says better.
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_in_use_is_refused_and_a_free_one_is_not() {
        let taken = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = taken.local_addr().unwrap().to_string();
        assert!(matches!(refuse_taken(&address), Err(Error::PortTaken(_))));
        drop(taken);
        assert!(refuse_taken(&address).is_ok());
    }
}
