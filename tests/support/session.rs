//! The terminal program without a terminal: keys in, a screen out.

use std::sync::{Arc, LazyLock};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use roadmap_tui::builtin;
use roadmap_tui::progress::{Entry, History, Stamp, Status};
use roadmap_tui::roadmap::{self, Roadmap};
use roadmap_tui::tui::effect::Effect;
use roadmap_tui::tui::key::Key;
use roadmap_tui::tui::mouse::{Deed, Mouse};
use roadmap_tui::tui::theme::{Depth, Glyphs, Look, Theme};
use roadmap_tui::tui::{Model, Msg, update, view};
use unicode_width::UnicodeWidthStr;

/// A learner at the keyboard. Time stands at noon of 23 November 2026 and goes on a minute with
/// each key; the disk takes every entry at once, unless [`Session::slow_disk`].
pub(crate) struct Session {
    /// The state.
    pub(crate) model: Model,
    /// What was given to the disk, in order.
    pub(crate) saved: Vec<Entry>,
    /// What else the program asked for.
    pub(crate) effects: Vec<Effect>,
    now: Stamp,
    slow_disk: bool,
}

impl Session {
    /// A new learner on the built-in roadmap, at 120×40.
    pub(crate) fn new() -> Self {
        static BUILTIN: LazyLock<Arc<Roadmap>> =
            LazyLock::new(|| Arc::new(builtin::load().unwrap()));
        Self::on(Arc::clone(&BUILTIN))
    }

    /// A new learner on a roadmap given as YAML, at 120×40.
    pub(crate) fn with_roadmap(yaml: &str) -> Self {
        let loaded = roadmap::load(yaml.as_bytes());
        Self::on(Arc::new(loaded.unwrap_or_else(|problems| {
            panic!("{}", problems.render("test.yaml", yaml.as_bytes()))
        })))
    }

    fn on(roadmap: Arc<Roadmap>) -> Self {
        let now: Stamp = "2026-11-23T12:00:00+01:00".parse().unwrap();
        let look = Look {
            theme: Theme::Auto,
            depth: Depth::Sixteen,
            glyphs: Glyphs::UNICODE,
        };
        let model = Model::new(roadmap, History::default(), look, now.day());
        let mut session = Self {
            model,
            saved: Vec::new(),
            effects: Vec::new(),
            now,
            slow_disk: false,
        };
        session.size(120, 40);
        session
    }

    /// The same learner after a restart: what was saved and where they were is all that is left.
    pub(crate) fn restarted(&self) -> Self {
        let roadmap = Arc::clone(&self.model.roadmap);
        let history: History = self.saved.iter().cloned().collect();
        let mut model = Model::new(roadmap, history, self.model.look, self.now.day());
        model
            .screens
            .insights
            .hide(&self.model.screens.insights.hidden());
        model.resume(
            self.model.screens.shown,
            self.model.topic_id(),
            self.model.screens.roadmap.pane.word(),
        );
        let (width, height) = self.model.size();
        let mut session = Self {
            model,
            saved: self.saved.clone(),
            effects: Vec::new(),
            now: self.now,
            slow_disk: false,
        };
        session.size(width, height);
        session
    }

    /// Draws with ASCII characters only.
    pub(crate) fn ascii(&mut self) -> &mut Self {
        self.model.look.glyphs = Glyphs::ASCII;
        self
    }

    /// Lets the disk acknowledge nothing by itself from now on.
    pub(crate) fn slow_disk(&mut self) -> &mut Self {
        self.slow_disk = true;
        self
    }

    /// Draws what is open at sizes that hardly have room for it, and moves in it there.
    pub(crate) fn draw_at_odd_sizes(&mut self) {
        for (width, height) in [
            (0, 0),
            (1, 1),
            (20, 5),
            (20, 8),
            (40, 6),
            (300, 5),
            (21, 60),
        ] {
            self.size(width, height).screen();
            self.keys("j").screen();
        }
    }

    /// Gives the screen another size.
    pub(crate) fn size(&mut self, width: u16, height: u16) -> &mut Self {
        self.tell(Msg::Resized { width, height })
    }

    /// Presses keys: characters as they are typed, others by their names: `jj<space><ctrl-r>`.
    pub(crate) fn keys(&mut self, sentence: &str) -> &mut Self {
        for key in parse(sentence) {
            self.pass_a_minute();
            self.tell(Msg::Key(key));
        }
        self
    }

    /// Clicks on a cell, counted from 0.
    pub(crate) fn click(&mut self, x: u16, y: u16) -> &mut Self {
        self.mouse(x, y, Deed::Click)
    }

    /// Clicks on the first cell of a text, where it is shown first.
    #[track_caller]
    pub(crate) fn click_on(&mut self, text: &str) -> &mut Self {
        let (x, y) = self.place_of(text);
        self.click(x, y)
    }

    /// Turns the wheel over the first cell of a text by so many rows.
    #[track_caller]
    pub(crate) fn wheel_on(&mut self, text: &str, rows: isize) -> &mut Self {
        let (x, y) = self.place_of(text);
        self.wheel(x, y, rows)
    }

    /// Turns the wheel over a cell by so many rows.
    pub(crate) fn wheel(&mut self, x: u16, y: u16, rows: isize) -> &mut Self {
        self.mouse(x, y, Deed::Wheel(rows))
    }

    fn mouse(&mut self, x: u16, y: u16, deed: Deed) -> &mut Self {
        self.pass_a_minute();
        self.tell(Msg::Mouse(Mouse {
            at: Position::new(x, y),
            deed,
        }))
    }

    /// Where a text is shown first, in columns and rows counted from 0.
    #[track_caller]
    pub(crate) fn place_of(&mut self, text: &str) -> (u16, u16) {
        let screen = self.screen();
        let mut rows = (0..).zip(screen.lines());
        let (row, before) = rows
            .find_map(|(row, line)| Some((row, line.split_once(text)?.0)))
            .unwrap_or_else(|| panic!("{text} is not shown:\n{screen}"));
        (u16::try_from(before.width()).unwrap(), row)
    }

    fn pass_a_minute(&mut self) {
        self.now = Stamp::new(
            self.now.instant() + jiff::SignedDuration::from_mins(1),
            jiff::tz::offset(1),
        );
    }

    /// Gives the program a message, and the disk what it asks to save.
    pub(crate) fn tell(&mut self, msg: Msg) -> &mut Self {
        match update(&mut self.model, msg, self.now) {
            Some(Effect::Save(entries)) => {
                self.saved.extend(entries.iter().cloned());
                if !self.slow_disk {
                    self.tell(Msg::Saved(entries));
                }
            }
            Some(effect) => self.effects.push(effect),
            None => {}
        }
        self
    }

    /// Lets a slow disk acknowledge the earliest change that waits for it.
    pub(crate) fn disk_saves_one(&mut self) -> &mut Self {
        let entry = self.model.saving.waiting.first().cloned();
        self.tell(Msg::Saved(vec![entry.unwrap()]))
    }

    /// Draws a frame.
    pub(crate) fn buffer(&mut self) -> Buffer {
        self.model.settle();
        let (width, height) = self.model.size();
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        view::draw(&self.model, &mut buffer);
        buffer
    }

    /// Each piece of the screen that leads somewhere, and where to.
    pub(crate) fn links(&mut self) -> Vec<(String, String)> {
        let mut buffer = self.buffer();
        let area = buffer.area;
        buffer.reset();
        let links = view::draw(&self.model, &mut buffer);
        let text = |cells: Rect| {
            assert_eq!(cells.intersection(area), cells, "a link is on the screen");
            let cells = cells.positions().map(|at| buffer[at].symbol());
            cells.collect::<String>()
        };
        let found = links
            .iter()
            .map(|link| (text(link.cells), link.url.to_string()));
        found.collect()
    }

    /// The symbols on the screen, row by row, without the spaces at the ends of rows.
    pub(crate) fn screen(&mut self) -> String {
        let buffer = self.buffer();
        let rows = (0..buffer.area.height).map(|y| {
            let (mut row, mut x) = (String::new(), 0);
            while x < buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                row.push_str(symbol);
                // A terminal does not show the cell behind a wide character.
                x += u16::try_from(symbol.width()).unwrap().max(1);
            }
            row.trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    /// The rows of the screen that have a text in them.
    pub(crate) fn rows_with(&mut self, text: &str) -> Vec<String> {
        let screen = self.screen();
        let rows = screen.lines().filter(|row| row.contains(text));
        rows.map(str::to_owned).collect()
    }

    /// The roadmap's fraction in the header.
    pub(crate) fn fraction(&mut self) -> String {
        let screen = self.screen();
        let header = screen.lines().next().unwrap_or_default();
        header
            .split_whitespace()
            .last()
            .unwrap_or_default()
            .to_owned()
    }

    /// What the status line says.
    pub(crate) fn notice(&self) -> &str {
        self.model.status_line().map_or("", |(_, text)| text)
    }

    /// The full id of the selected topic.
    pub(crate) fn topic(&self) -> &str {
        self.model.topic_id().unwrap_or_default()
    }

    /// The pane that has the keys, by its word.
    pub(crate) fn pane(&self) -> &'static str {
        self.model.screens.roadmap.pane.word()
    }

    /// The number of the selected step, counted from 1.
    pub(crate) fn step(&self) -> usize {
        self.model.screens.roadmap.step() + 1
    }

    /// The status of a topic by its full id.
    pub(crate) fn status(&self, topic: &str) -> Status {
        let key = self.model.roadmap.topic(topic);
        self.model.progress.status(key.unwrap())
    }

    /// The last row of the screen, without the spaces around.
    pub(crate) fn footer(&mut self) -> String {
        let screen = self.screen();
        screen.lines().last().unwrap_or_default().trim().to_owned()
    }

    /// The row of notices on a screen that is high enough for one of its own.
    pub(crate) fn status_row(&mut self) -> String {
        let screen = self.screen();
        let row = screen.lines().rev().nth(1);
        row.unwrap_or_default().trim().to_owned()
    }

    /// How many of the cells of the header's bar are full, and how many there are.
    pub(crate) fn bar(&mut self) -> (usize, usize) {
        let screen = self.screen();
        let header = screen.lines().next().unwrap_or_default();
        let count = |glyph: &str| header.matches(glyph).count();
        let glyphs = self.model.look.glyphs;
        (count(glyphs.full), count(glyphs.full) + count(glyphs.empty))
    }

    /// Brings in what another window wrote: topic and status, at a time of the day of the session.
    pub(crate) fn others_write(&mut self, time: &str, topic: &str, status: Status) -> &mut Self {
        let entry = Entry::status(
            format!("2026-11-23T{time}+01:00").parse().unwrap(),
            topic,
            status,
        );
        self.tell(Msg::Read {
            entries: vec![entry],
            unreadable: Vec::new(),
            read_only: None,
        })
    }
}

/// The keys of a sentence.
fn parse(sentence: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = sentence;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        let (key, after) = match named {
            Some((name, after)) => (key(name), after),
            None => (Key::char(first), &rest[first.len_utf8()..]),
        };
        keys.push(key);
        rest = after;
    }
    keys
}

fn key(name: &str) -> Key {
    name.parse()
        .unwrap_or_else(|_| panic!("no key is called {name}"))
}
