//! The configuration as the command line finds it.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::config::{self, Config};
use crate::plain::clean;
use crate::store;
use crate::tui::words;
use crate::yaml::Problems;

/// Which configuration is meant.
#[derive(Debug, Args)]
pub(super) struct ConfigFile {
    /// Read this configuration instead of the one in its usual place
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// A configuration, and how it came about.
pub(super) struct Configured {
    /// What counts.
    pub(super) config: Config,
    /// Where it was looked for; none where the system has no place for it.
    pub(super) file: Option<PathBuf>,
    /// What is in the file; none where there is none or it cannot be read.
    text: Option<Vec<u8>>,
    problems: Problems,
    /// Why the file cannot be read.
    obstacle: Option<String>,
}

impl ConfigFile {
    /// Where the configuration is looked for.
    pub(super) fn path(&self) -> Option<PathBuf> {
        store::config_file(self.config.as_deref())
    }

    /// Reads the configuration. Whatever is wrong with it, all else of it counts.
    pub(super) fn read(&self) -> Configured {
        let file = self.path();
        let (text, mut obstacle) = match file.as_deref().map(store::read_config) {
            None => (None, None),
            Some(Ok(text)) => (text, None),
            Some(Err(error)) => (None, Some(error.reason().to_owned())),
        };
        if self.config.is_some() && text.is_none() && obstacle.is_none() {
            obstacle = Some("there is no such file".to_owned());
        }
        let (config, problems) = config::load(text.as_deref().unwrap_or_default());
        Configured {
            config,
            file,
            text,
            problems,
            obstacle,
        }
    }
}

impl Configured {
    /// Whether there is a file that can be read.
    pub(super) const fn is_read(&self) -> bool {
        self.text.is_some()
    }

    /// How many things are wrong in the file.
    pub(super) const fn faults(&self) -> usize {
        self.problems.count()
    }

    /// All that is wrong, each with its line; none where nothing is.
    pub(super) fn told(&self) -> Option<String> {
        let name = self.name(Path::to_str);
        let told = match (&self.obstacle, &self.text) {
            (Some(obstacle), _) => format!("{name}: {obstacle}"),
            (None, Some(text)) => self.problems.render(&name, text),
            (None, None) => String::new(),
        };
        Some(told).filter(|told| !told.is_empty())
    }

    /// The first thing that is wrong, for the status line.
    pub(super) fn notice(&self) -> Option<String> {
        let name = self.name(|path| path.file_name()?.to_str());
        if let Some(obstacle) = &self.obstacle {
            return Some(words::config::obstacle(&name, obstacle));
        }
        let first = self.problems.as_slice().first()?;
        Some(words::config::problem(&name, &first.to_string()))
    }

    fn name(&self, of: impl Fn(&Path) -> Option<&str>) -> String {
        let name = self.file.as_deref().and_then(of);
        clean(name.unwrap_or("config.yaml")).into_owned()
    }
}
