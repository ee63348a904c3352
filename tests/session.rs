//! Sessions: sentences of keys against the real update and view.

mod choices;
mod demo;
mod footer;
mod guide;
mod guide_pictures;
mod guide_search;
mod help;
mod hostile;
mod insights;
mod links;
mod next;
mod notes;
mod own_keys;
mod path;
mod pictures;
mod projects;
mod resume;
mod roadmap;
mod saving;
mod screens;
mod silence;
mod sizes;
mod status;
mod themes;
mod undo;
