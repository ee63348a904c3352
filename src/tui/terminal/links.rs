//! Hyperlinks as terminals understand them: OSC 8 around the cells that lead somewhere.

use std::collections::BTreeMap;
use std::io::{self, Write};

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell, CellWidth as _};

use crate::tui::hyperlink::Regions;

/// A cell and where it stands, by row and column.
type Cells<'a> = Vec<(u16, u16, &'a Cell)>;

/// What ends a hyperlink; without effect where none is begun.
pub(super) const END: &str = "\x1b]8;;\x1b\\";

/// Adds to the cells that changed those that look the same and lead elsewhere than before.
pub(super) fn with_relinked<'a>(
    changed: Cells<'a>,
    next: &'a Buffer,
    [before, now]: [&Regions; 2],
) -> Cells<'a> {
    if before == now {
        return changed;
    }
    let mut cells: BTreeMap<(u16, u16), &Cell> = changed
        .into_iter()
        .map(|(x, y, cell)| ((y, x), cell))
        .collect();
    for position in before
        .iter()
        .chain(now.iter())
        .flat_map(|it| it.cells.positions())
    {
        let (x, y) = (position.x, position.y);
        if before.at(x, y) == now.at(x, y) || is_covered(next, x, y) {
            continue;
        }
        if let Some(cell) = next.cell((x, y)) {
            cells.insert((y, x), cell);
        }
    }
    let in_order = cells.into_iter();
    in_order.map(|((y, x), cell)| (x, y, cell)).collect()
}

/// Whether a cell is the second one of a wide character: it is drawn with the first.
fn is_covered(buffer: &Buffer, x: u16, y: u16) -> bool {
    let before = x.checked_sub(1).and_then(|x| buffer.cell((x, y)));
    before.is_some_and(|cell| cell.symbol().cell_width() > 1)
}

/// Draws cells, each run of them that leads to one address as a hyperlink.
pub(super) fn draw<W: Write>(
    backend: &mut CrosstermBackend<W>,
    cells: &Cells<'_>,
    regions: &Regions,
) -> io::Result<()> {
    let url = |(x, y, _): &(u16, u16, &Cell)| regions.at(*x, *y);
    for run in cells.chunk_by(|one, two| url(one) == url(two)) {
        let leads_to = run.first().and_then(url);
        if let Some(leads_to) = leads_to {
            write!(backend, "\x1b]8;;{leads_to}\x1b\\")?;
        }
        backend.draw(run.iter().copied())?;
        if leads_to.is_some() {
            backend.write_all(END.as_bytes())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn buffer(text: &str) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, text, Style::new());
        buffer
    }

    fn regions(spans: &[(u16, u16, &str)]) -> Regions {
        let mut regions = Regions::default();
        for (x, width, url) in spans {
            regions.add(Rect::new(*x, 0, *width, 1), url);
        }
        regions
    }

    /// What is written to come from one frame to the next, without colours and moves.
    fn written(before: &Buffer, old: &Regions, next: &Buffer, new: &Regions) -> String {
        let cells = with_relinked(before.diff(next), next, [old, new]);
        if cells.is_empty() {
            return String::new();
        }
        let mut bytes = Vec::new();
        draw(&mut CrosstermBackend::new(&mut bytes), &cells, new).unwrap();
        let bytes = String::from_utf8(bytes).unwrap();
        let mut text = String::new();
        let mut rest = bytes.as_str();
        while let Some((before, after)) = rest.split_once("\x1b[") {
            text.push_str(before);
            let end = after.find(|each: char| each.is_ascii_alphabetic()).unwrap();
            if after[end..].starts_with('H') {
                text.push('@');
            }
            rest = &after[end + 1..];
        }
        text.push_str(rest);
        text.replace("\x1b]8;;\x1b\\", ">")
            .replace("\x1b]8;;", "<")
            .replace("\x1b\\", "|")
    }

    #[test]
    fn links_stand_around_their_cells_and_are_closed() {
        let empty = buffer("");
        let (one, two) = (
            buffer("see a, b."),
            regions(&[(4, 1, "https://a"), (7, 1, "https://b")]),
        );
        assert_eq!(
            written(&empty, &Regions::default(), &one, &two),
            "@see<https://a|@a>@,<https://b|@b>@."
        );
    }

    #[test]
    fn nothing_is_written_where_nothing_changed() {
        let (text, links) = (buffer("abc"), regions(&[(0, 3, "https://a")]));
        assert_eq!(written(&text, &links, &text, &links), "");
        assert_eq!(
            written(&text, &Regions::default(), &text, &Regions::default()),
            ""
        );
    }

    #[test]
    fn the_same_letters_that_lead_elsewhere_are_written_anew() {
        let text = buffer("日本 abc");
        let (old, new) = (
            regions(&[(0, 8, "https://a")]),
            regions(&[(0, 8, "https://b")]),
        );
        assert_eq!(
            written(&text, &old, &text, &new).replace('@', ""),
            "<https://b|日本 abc>"
        );
        let shorter = regions(&[(0, 4, "https://a")]);
        assert_eq!(
            written(&text, &old, &text, &shorter).replace('@', ""),
            " abc"
        );
        assert_eq!(
            written(&text, &shorter, &text, &old).replace('@', ""),
            "<https://a| abc>"
        );
    }
}
