//! Pictures made of signs: calendar, bars, the burn-up chart.

use unicode_width::UnicodeWidthStr;

use crate::insight::{Activity, Count, Point, Week};
use crate::tui::page::Page;
use crate::tui::screen::Subject;
use crate::tui::text::cut;
use crate::tui::theme::Role;
use crate::tui::words::day;
use crate::tui::words::insights as words;

/// Weeks of the calendar: a year, and the one that has begun.
const YEAR: usize = 53;
/// Cells before the calendar's weeks: the name of the day.
const DAY_NAME: usize = 4;
/// How many weeks have bars: those that a forecast goes by, and this one.
const WEEKS: usize = 9;
/// Rows of the burn-up chart.
const HEIGHT: usize = 8;
/// How many cells of the chart a week takes at most.
const BROADEST: usize = 4;
/// Cells of a bar at most.
const BAR: usize = 40;

type Pieces = Vec<(Role, String)>;

/// Adds a sign to the piece before where that looks alike.
fn push(pieces: &mut Pieces, role: Role, sign: &str) {
    match pieces.last_mut() {
        Some((last, text)) if *last == role => text.push_str(sign),
        Some(_) | None => pieces.push((role, sign.to_owned())),
    }
}

/// A text with spaces behind it, cut where it is too long.
fn padded(text: &str, width: usize, ellipsis: &str) -> String {
    let text = cut(text, width, ellipsis);
    let blank = width.saturating_sub(text.width());
    text + &" ".repeat(blank)
}

/// A row for each day of the week, a column for each week, the last one this week; months above,
/// a legend below.
pub(super) fn calendar(page: &mut Page<'_>, activity: &Activity) {
    let shown = page.width.saturating_sub(DAY_NAME).clamp(1, YEAR);
    let this = Week::of(activity.today());
    let ago = (0..shown).rev().filter_map(|ago| i64::try_from(ago).ok());
    let weeks: Vec<Week> = ago.map(|ago| this.before(ago)).collect();
    page.line(vec![(Role::Faint, months(&weeks))]);
    for (nth, name) in (0..).zip(words::WEEKDAYS) {
        let mut pieces = vec![(Role::Faint, format!("{name} "))];
        for week in &weeks {
            let day = week.day(nth);
            if day <= activity.today() {
                let shade = words::shade(activity.on(day));
                shaded(page, &mut pieces, shade);
            }
        }
        page.line(pieces);
    }
    legend(page);
}

fn shaded(page: &Page<'_>, pieces: &mut Pieces, shade: usize) {
    let role = if shade == 0 { Role::Faint } else { Role::Done };
    let sign = page.look.glyphs.shades.get(shade).copied();
    push(pieces, role, sign.unwrap_or_default());
}

/// The names of months over the weeks in which they begin.
fn months(weeks: &[Week]) -> String {
    let mut row = " ".repeat(DAY_NAME);
    let end = DAY_NAME + weeks.len();
    for (at, week) in (DAY_NAME..).zip(weeks) {
        let first = (0..7).map(|nth| week.day(nth)).find(|day| day.day() == 1);
        // Where two names would touch, or one would be cut, the later one is left out.
        let is_free = row.len() == DAY_NAME || row.len() < at;
        if let Some(first) = first.filter(|_| is_free && at + 3 <= end) {
            row.push_str(&" ".repeat(at - row.len()));
            row.push_str(&first.strftime("%b").to_string());
        }
    }
    row
}

fn legend(page: &mut Page<'_>) {
    let mut lines: Vec<(usize, Pieces)> = Vec::new();
    for (shade, meaning) in words::SHADES.into_iter().enumerate() {
        let needed = meaning.len() + 4;
        let (used, mut pieces) = match lines.pop() {
            Some((used, pieces)) if used + needed <= page.width => (used, pieces),
            Some(full) => {
                lines.push(full);
                (DAY_NAME, vec![(Role::Text, " ".repeat(DAY_NAME))])
            }
            None => (DAY_NAME, vec![(Role::Text, " ".repeat(DAY_NAME))]),
        };
        shaded(page, &mut pieces, shade);
        push(&mut pieces, Role::Text, &format!(" {meaning}  "));
        lines.push((used + needed, pieces));
    }
    for (_, pieces) in lines {
        page.line(pieces);
    }
}

/// A bar for each of the last weeks, with the number of topics that were finished in it.
pub(super) fn weeks(page: &mut Page<'_>, activity: &Activity) {
    let weeks = activity.weeks(WEEKS);
    let this = Week::of(activity.today());
    let most = weeks.iter().map(|week| activity.finished_in(*week)).max();
    let most = most.unwrap_or(0);
    let names: Vec<String> = weeks
        .iter()
        .map(|week| {
            if *week == this {
                words::THIS_WEEK.to_owned()
            } else {
                day(week.monday(), activity.today())
            }
        })
        .collect();
    let name_width = names.iter().map(|name| name.width()).max().unwrap_or(0);
    let room = page
        .width
        .saturating_sub(name_width + most.to_string().len() + 2);
    for (week, name) in weeks.into_iter().zip(names) {
        let topics = activity.finished_in(week);
        // A cell for each topic, as long as there are cells enough.
        let cells = if most <= room {
            topics
        } else {
            let share = Count {
                done: topics,
                total: most,
            };
            share.share_of(room).max(usize::from(topics > 0))
        };
        let name = padded(&name, name_width, page.look.glyphs.ellipsis);
        let bar = page.look.glyphs.full.repeat(cells);
        let gap = if cells == 0 { "" } else { " " };
        page.line(vec![
            (Role::Text, format!("{name} ")),
            (Role::Done, bar),
            (Role::Text, format!("{gap}{topics}")),
        ]);
    }
}

/// A bar for each step, with its fraction.
pub(super) fn steps(page: &mut Page<'_>, subject: &Subject<'_>) {
    let steps = &subject.roadmap.steps;
    let digits = steps.len().to_string().len();
    let mut row = 0;
    let mut rows = Vec::new();
    for step in steps {
        rows.push((step, subject.completion.section(row).count));
        row += sections(step);
    }
    let widest = |widths: &mut dyn Iterator<Item = usize>| widths.max().unwrap_or(0);
    let notes = widest(&mut rows.iter().map(|(_, count)| count.to_string().len()));
    let titles = widest(&mut rows.iter().map(|(step, _)| step.short_title().width()));
    // The title takes what it needs, but leaves a third of the row to the bar.
    let room = page.width.saturating_sub(digits + notes + 3);
    let titles = titles.min(room - room / 3);
    let bar = room.saturating_sub(titles).min(BAR);
    let glyphs = page.look.glyphs;
    for (number, (step, count)) in (1..).zip(rows) {
        let title = padded(step.short_title(), titles, glyphs.ellipsis);
        let full = count
            .share_of(bar)
            .max(usize::from(count.done > 0))
            .min(bar);
        page.line(vec![
            (Role::Text, format!("{number:>digits$} {title} ")),
            (Role::Done, glyphs.full.repeat(full)),
            (Role::Faint, glyphs.empty.repeat(bar - full)),
            (Role::Text, format!(" {:>notes$}", count.to_string())),
        ]);
    }
}

/// How many rows a step has in a [`Completion`](crate::insight::Completion): itself and all groups
/// within.
fn sections(section: &crate::roadmap::Section) -> usize {
    1 + section.groups.iter().map(sections).sum::<usize>()
}

/// Cells of the widest number beside the burn-up chart.
fn scale_width(total: usize) -> usize {
    total.to_string().len()
}

/// How many columns the burn-up chart has in a page of this width.
pub(super) fn burn_up_columns(width: usize, subject: &Subject<'_>) -> usize {
    // The total of earlier weeks may have been another one; more topics than there are it never had.
    let most = subject.roadmap.topics().len();
    width.saturating_sub(scale_width(most) + 1).max(1)
}

/// What was done at the ends of weeks, as columns, and the total as a line above them.
pub(super) fn burn_up(page: &mut Page<'_>, points: &[Point]) {
    let most = points.iter().map(|point| point.count.total).max();
    let most = most.unwrap_or(0).max(1);
    let numbers = scale_width(most);
    let room = page.width.saturating_sub(numbers + 1);
    let broad = (room / points.len().max(1)).clamp(1, BROADEST);
    let glyphs = page.look.glyphs;
    for row in (0..HEIGHT).rev() {
        let number = match row + 1 {
            HEIGHT => most.to_string(),
            1 => "0".to_owned(),
            _ => String::new(),
        };
        let mut pieces = vec![(
            Role::Faint,
            format!("{number:>numbers$}{}", glyphs.vertical),
        )];
        for point in points {
            let (role, sign) = match cell(point.count, most, row) {
                Cell::Done(eighths) => {
                    let sign = glyphs.eighths.get(eighths - 1).copied();
                    (Role::Done, sign.unwrap_or(glyphs.full))
                }
                Cell::Total => (Role::Faint, glyphs.horizontal),
                Cell::Empty => (Role::Text, " "),
            };
            push(&mut pieces, role, &sign.repeat(broad));
        }
        page.line(pieces);
    }
}

/// What stands in a cell of the burn-up chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    /// So many eighths of it are done: 1 to 8.
    Done(usize),
    /// The line of the total.
    Total,
    /// Nothing.
    Empty,
}

/// A cell in the column of a count: rows are counted from below, the topmost ends at `most`.
fn cell(count: Count, most: usize, row: usize) -> Cell {
    let of = |part: usize| Count {
        done: part,
        total: most,
    };
    // The first thing done shows at once.
    let eighths = of(count.done).share_of(HEIGHT * 8);
    let eighths = eighths.max(usize::from(count.done > 0));
    match eighths.saturating_sub(row * 8) {
        0 => {}
        part => return Cell::Done(part.min(8)),
    }
    // Rounded up, the line is where the last eighth of a full column is.
    let missing = of(most - count.total.min(most)).share_of(HEIGHT);
    if count.total > 0 && row + 1 + missing == HEIGHT {
        Cell::Total
    } else {
        Cell::Empty
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::{Depth, Glyphs, Look, Theme};
    use jiff::civil::date;
    use proptest::prelude::*;

    fn look() -> Look {
        Look {
            theme: Theme::Mono,
            depth: Depth::Sixteen,
            glyphs: Glyphs::UNICODE,
        }
    }

    fn text(page: Page<'_>) -> Vec<String> {
        let lines = page.into_lines().into_iter();
        let text = |pieces: Pieces| pieces.into_iter().map(|(_, piece)| piece).collect();
        lines.map(|line| text(line.pieces)).collect()
    }

    fn chart(counts: &[(usize, usize)], width: u16) -> Vec<String> {
        let look = look();
        let mut page = Page::new(&look, width);
        let points: Vec<Point> = (0..)
            .zip(counts)
            .map(|(nth, &(done, total))| Point {
                week: Week::of(date(2026, 1, 5)).before(-nth),
                count: Count { done, total },
            })
            .collect();
        burn_up(&mut page, &points);
        text(page)
    }

    #[test]
    fn the_chart_shows_what_is_done_and_the_total_above_it() {
        // Of 16, a row is 2: 1 is half a row. The total falls from 16 to 12, two rows down.
        let expected = [
            "16│─── ",
            "  │   ",
            "  │   ─",
            "  │   ",
            "  │  ██",
            "  │  ██",
            "  │ ███",
            " 0│▄███",
        ];
        let found = chart(&[(1, 16), (4, 16), (8, 16), (8, 12)], 9);
        let trimmed = |rows: &[String]| -> Vec<String> {
            rows.iter().map(|row| row.trim_end().to_owned()).collect()
        };
        assert_eq!(trimmed(&found), trimmed(&expected.map(str::to_owned)));
    }

    #[test]
    fn the_chart_is_as_broad_as_there_is_room() {
        assert_eq!(chart(&[(8, 8)], 60)[0], "8│████");
        assert_eq!(chart(&[(8, 8); 10], 24)[0], "8│████████████████████");
        assert_eq!(chart(&[(0, 0)], 24)[7], "0│    ");
    }

    #[test]
    fn months_stand_over_the_weeks_in_which_they_begin() {
        let this = Week::of(date(2026, 11, 23));
        let weeks: Vec<Week> = (0..14).rev().map(|ago| this.before(ago)).collect();
        // The weeks from 24 Aug on: 1 Sep is in the second, 1 Oct in the sixth, 1 Nov, a Sunday,
        // in the tenth.
        assert_eq!(months(&weeks), "     Sep Oct Nov");
        assert_eq!(months(&weeks[9..]), "    Nov");
        assert_eq!(months(&weeks[12..]), "    ");
    }

    proptest! {
        #[test]
        fn in_the_chart_done_never_stands_above_the_total(done in 0_usize..100, open in 0_usize..100, more in 0_usize..100) {
            let total = done + open;
            let most = (total + more).max(1);
            let cells: Vec<Cell> = (0..HEIGHT).map(|row| cell(Count { done, total }, most, row)).collect();
            let top = cells.iter().rposition(|cell| matches!(cell, Cell::Done(_)));
            let line = cells.iter().position(|cell| *cell == Cell::Total);
            prop_assert_eq!(top.is_some(), done > 0);
            prop_assert!(line.is_none() || top < line);
            prop_assert!(line.is_some() || done > 0 || total == 0);
            // Columns are full only where all there ever was is done.
            prop_assert_eq!(cells[HEIGHT - 1] == Cell::Done(8), done == most);
        }
    }
}
