//! A frame as an SVG picture, for the README.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// Pixels of a cell.
const CELL: (usize, usize) = (9, 19);
/// Pixels around the screen.
const EDGE: usize = 12;
const BACKGROUND: &str = "#16181d";
const FOREGROUND: &str = "#d7dae0";

/// Draws a frame as a terminal with a dark background shows it.
pub(crate) fn svg(buffer: &Buffer) -> String {
    let (columns, rows) = (
        usize::from(buffer.area.width),
        usize::from(buffer.area.height),
    );
    let (width, height) = (columns * CELL.0 + 2 * EDGE, rows * CELL.1 + 2 * EDGE);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"15\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{BACKGROUND}\"/>\n"
    );
    for (y, row) in buffer.content.chunks(columns.max(1)).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|left, right| left.style() == right.style()) {
            draw_run(&mut svg, (x, y), run);
            x += run.len();
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// Cells side by side that look alike.
fn draw_run(svg: &mut String, (x, y): (usize, usize), run: &[Cell]) {
    let text: String = run.iter().map(Cell::symbol).collect();
    let modifier = run.first().map_or(Modifier::empty(), |cell| cell.modifier);
    let color = run.first().map_or(FOREGROUND, |cell| color(cell.fg));
    let (left, top) = (EDGE + x * CELL.0, EDGE + y * CELL.1);
    let width = run.len() * CELL.0;
    let reversed = modifier.contains(Modifier::REVERSED);
    if reversed {
        let _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{}\" fill=\"{color}\"/>",
            CELL.1
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let mut look = format!("fill=\"{}\"", if reversed { BACKGROUND } else { color });
    if modifier.contains(Modifier::BOLD) {
        look.push_str(" font-weight=\"bold\"");
    }
    if modifier.contains(Modifier::DIM) {
        look.push_str(" opacity=\"0.6\"");
    }
    if modifier.contains(Modifier::UNDERLINED) {
        look.push_str(" text-decoration=\"underline\"");
    }
    let base = top + CELL.1 - 5;
    let _ = writeln!(
        svg,
        "<text x=\"{left}\" y=\"{base}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" {look}>{}</text>",
        escaped(&text),
    );
}

fn color(color: Color) -> &'static str {
    match color {
        Color::Green => "#7bc275",
        Color::Magenta => "#c792ea",
        Color::Red => "#f07178",
        _ => FOREGROUND,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
