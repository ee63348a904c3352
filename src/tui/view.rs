//! Drawing: a pure function of the model.

mod marked;
mod pane;
mod pen;
pub mod tabs;

pub use marked::marked;
pub use pane::{page_lines, pane_title, rules};
pub use pen::{Pen, status_cell};

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use unicode_width::UnicodeWidthStr;

use super::hyperlink::Regions;
use super::key::Key;
use super::keymap::{Action, Binding, Context, OverlayAction, ScreenAction};
use super::layout::{Layout, from_column};
use super::model::Model;
use super::screen::insights::Part;
use super::theme::Role;
use super::{overlay, screen, words};

/// Cells of the header's bar.
const BAR: u16 = 24;

/// Draws the whole screen into an empty buffer; gives where what is drawn leads to.
pub fn draw(model: &Model, buffer: &mut Buffer) -> Regions {
    let area = buffer.area;
    buffer.set_style(area, model.look.ground());
    let mut pen = Pen::new(buffer, &model.look);
    if let Some(layout) = model.layout() {
        header(&mut pen, model, layout.header);
        if let Some(row) = layout.tabs {
            tabs::draw(&mut pen, model, row);
        }
        screen::draw(&mut pen, &model.subject(), &model.screens, &layout);
        footer(&mut pen, model, &layout);
        if let Some(overlay) = &model.overlay {
            overlay::draw(&mut pen, &model.subject(), overlay, layout.above_status());
        }
    } else {
        let words = pen.cut(&words::too_small(), area.width);
        pen.text(area, &words, Role::Text);
    }
    let links = pen.into_links();
    if model.look.glyphs.ascii {
        keep_ascii(buffer);
    }
    links
}

/// What the first row says first.
fn title(model: &Model) -> Cow<'_, str> {
    let title = model.roadmap.title.as_str();
    if model.settings.demo {
        words::demo_title(title).into()
    } else {
        title.into()
    }
}

/// The first row: title on the left, bar and fraction on the right; between them the mark of the
/// guide where no row of screens has it.
fn header(pen: &mut Pen<'_>, model: &Model, row: Rect) {
    let count = model.completion.total;
    let is_marked = model.is_advised() && model.layout().is_some_and(|it| it.tabs.is_none());
    let fraction = if is_marked {
        format!(" {} {count} ", words::guide::MARK)
    } else {
        with_streak(model, row, format!(" {count} "))
    };
    let fraction_width = u16::try_from(fraction.width()).unwrap_or(row.width);
    // The title is worth more than the bar where there is no room for both.
    let bar = match row.width {
        60.. => BAR,
        36..60 => BAR / 3,
        ..36 => 0,
    };
    let room = row.width.saturating_sub(fraction_width + bar + 2);
    draw_title(
        pen,
        model,
        Rect {
            x: 1,
            width: room,
            ..row
        },
    );
    pen.right(row, &fraction, Role::Title);
    // The first thing done shows at once; the bar is full only when nothing is open.
    let share = count
        .share_of(usize::from(bar))
        .max(usize::from(count.done > 0));
    let done = u16::try_from(share).unwrap_or(bar).min(bar);
    let start = row.right().saturating_sub(fraction_width + bar);
    let part = |x, width| Rect { x, width, ..row };
    pen.repeat(part(start, done), pen.look.glyphs.full, Role::Done);
    pen.repeat(
        part(start + done, bar - done),
        pen.look.glyphs.empty,
        Role::Faint,
    );
}

/// The roadmap's title and, while not all topics are shown, which are: that is never cut for the title.
fn draw_title(pen: &mut Pen<'_>, model: &Model, room: Rect) {
    let behind = behind_title(model);
    let taken = u16::try_from(behind.width()).unwrap_or(room.width);
    let title = pen.cut(&title(model), room.width.saturating_sub(taken));
    let x = pen.text(room, &title, Role::Title);
    pen.text(from_column(room, x), &behind, Role::Key);
}

fn behind_title(model: &Model) -> String {
    let filter = model.filter();
    if !filter.is_on() {
        return String::new();
    }
    let shown = words::filter::in_header(filter);
    format!(" {} {shown}", model.look.glyphs.dot)
}

/// The fraction, with the streak behind it where that is one, is not hidden, and leaves title and bar
/// all the room they need.
fn with_streak(model: &Model, row: Rect, fraction: String) -> String {
    let days = model.activity.streak().current;
    if days < 2 || !model.screens.insights.shows(Part::Streak) {
        return fraction;
    }
    let words = words::insights::streak_in_header(days);
    let both = format!("{fraction}{} {words} ", model.look.glyphs.dot);
    let title = title(model).width() + behind_title(model).width();
    let needed = title + usize::from(BAR) + both.width() + 2;
    if needed <= usize::from(row.width) {
        both
    } else {
        fraction
    }
}

/// Notices and keys: on two rows where there is room, else a notice hides the keys. A row of its own
/// tells how things stand while it has no notice.
fn footer(pen: &mut Pen<'_>, model: &Model, layout: &Layout) {
    let notice = model.status_line();
    match (layout.status, notice) {
        (Some(row), notice) => {
            let found = model.found_line().map(|line| (Role::Notice, line));
            let found = found.as_ref().map(|(role, line)| (*role, line.as_str()));
            let standing = model.standing_line();
            let standing = standing.as_deref().map(|line| (Role::Text, line));
            status(pen, model, notice.or(found).or(standing), row);
            keys(pen, model, layout.footer);
        }
        (None, Some(notice)) => status(pen, model, Some(notice), layout.footer),
        (None, None) => {
            let left = saving(pen, model, layout.footer);
            keys(pen, model, left);
        }
    }
}

/// Says at the right end of a row that a change is on its way to the disk; gives what is left of
/// the row.
fn saving(pen: &mut Pen<'_>, model: &Model, row: Rect) -> Rect {
    // A word that comes and goes with every tick flashes.
    if !model.saving.is_under_way() || model.settings.reduced_motion {
        return row;
    }
    let words = format!(" {} ", words::SAVING);
    let width = row
        .width
        .saturating_sub(u16::try_from(words.len()).unwrap_or(0));
    pen.over_line(from_column(row, row.x + width), &words, Role::Faint);
    Rect { width, ..row }
}

fn status(pen: &mut Pen<'_>, model: &Model, notice: Option<(Role, &str)>, row: Rect) {
    let left = saving(pen, model, row);
    if let Some((role, text)) = notice {
        let room = left.inner(Margin::new(1, 0));
        pen.text(room, &pen.cut(text, room.width), role);
    }
}

/// As many of the keys that apply now as fit: those without which one is lost before all others, and
/// those for which there is time until one knows one's way about after all others.
fn keys(pen: &mut Pen<'_>, model: &Model, row: Rect) {
    let contexts = model.contexts();
    let applying = model.keymap.applying(&contexts);
    let shown: Vec<(String, &Binding)> = applying
        .filter(|row| !row.label.is_empty() && model.applies(row.action))
        .filter_map(|row| {
            // A nearer row may have taken the key for something else.
            let is_its_own = |key: &&Key| {
                let found = model.keymap.binding_for(&contexts, **key);
                found.is_some_and(|found| std::ptr::eq(found, row))
            };
            Some((row.keys.iter().find(is_its_own)?.to_string(), row))
        })
        .collect();
    // Key, space, label, and two spaces before the next; only the row's first cell stays free.
    let width = |(key, row): &(String, &Binding)| key.width() + row.label.width() + 3;
    let mut left = usize::from(row.width) + 1;
    let mut fits = vec![false; shown.len()];
    for rank in [Rank::Kept, Rank::Usual, Rank::Late] {
        for (each, fits) in shown.iter().zip(&mut fits) {
            if Rank::of(each.1) != rank {
                continue;
            }
            *fits = width(each) <= left || rank == Rank::Kept;
            left = if *fits {
                left.saturating_sub(width(each))
            } else {
                0
            };
        }
    }
    let mut x = row.x + 1;
    for ((key, binding), _) in shown.iter().zip(&fits).filter(|(_, fits)| **fits) {
        x = pen.text(from_column(row, x), key, Role::Key) + 1;
        x = pen.text(from_column(row, x), binding.label, Role::Text) + 2;
    }
}

/// How much a key is worth its room in the footer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    /// Without it one is lost.
    Kept,
    /// It is used all the time.
    Usual,
    /// It is a comfort.
    Late,
}

impl Rank {
    fn of(row: &Binding) -> Self {
        if matches!(
            row.action,
            Action::Help | Action::Quit | Action::Overlay(OverlayAction::Close)
        ) {
            return Self::Kept;
        }
        let is_comfort = matches!(
            row.action,
            Action::Screen(ScreenAction::Filter | ScreenAction::Range)
        );
        // The way out of a mode is none.
        if is_comfort && row.context == Context::Roadmap {
            Self::Late
        } else {
            Self::Usual
        }
    }
}

/// Replaces what an ASCII terminal cannot show.
fn keep_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !cell.symbol().is_ascii() {
            cell.set_symbol("?");
        }
    }
}
