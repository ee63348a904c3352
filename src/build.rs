//! Checks the built-in roadmap while the program is built, and packs it so that start-up reads no
//! YAML.
#![expect(
    dead_code,
    unreachable_pub,
    unused_imports,
    clippy::print_stderr,
    reason = "the modules are the program's own, and a build speaks on stderr"
)]

mod plain;
mod roadmap;
mod yaml;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

const FILE: &str = "roadmap/backend.yaml";

fn main() -> io::Result<ExitCode> {
    for source in [
        FILE,
        "src/build.rs",
        "src/plain.rs",
        "src/roadmap.rs",
        "src/roadmap",
        "src/yaml.rs",
        "src/yaml",
    ] {
        println!("cargo::rerun-if-changed={source}");
    }
    let text = fs::read(FILE)?;
    let roadmap = match roadmap::load(&text) {
        Ok(roadmap) => roadmap,
        Err(problems) => {
            eprint!("{}", problems.render(FILE, &text));
            return Ok(ExitCode::FAILURE);
        }
    };
    let packed = postcard::to_allocvec(&roadmap).map_err(io::Error::other)?;
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    fs::write(Path::new(&out).join("backend.roadmap"), packed)?;
    Ok(ExitCode::SUCCESS)
}
