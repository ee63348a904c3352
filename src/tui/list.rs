//! Scrolling: which rows of a long list are in view.

/// How a list follows its selection out of view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scrolling {
    /// Row by row, as little as it can.
    #[default]
    Sliding,
    /// A page at a time, so that rows mostly stay where they are.
    Turning,
}

impl Scrolling {
    /// The first row to show so that `selected` is in view; the rest is as with [`scroll`].
    #[must_use]
    pub fn scroll(
        self,
        top: usize,
        selected: usize,
        lead: usize,
        height: usize,
        rows: usize,
    ) -> usize {
        let slid = scroll(top, selected, lead, height, rows);
        if self == Self::Sliding || slid == top || (top..top + height).contains(&selected) {
            return slid;
        }
        // The selection comes to stand at the end of the page that it leaves for.
        if selected < top {
            (selected + 1).saturating_sub(height)
        } else {
            scroll(selected, selected, lead, height, rows)
        }
    }
}

/// The first row to show so that `selected` is in view and the view moves as little as it can.
///
/// `lead` is the first of the rows right above `selected` that belong to it, its headings: they are
/// shown too where they fit. All rows are counted from 0.
#[must_use]
pub fn scroll(top: usize, selected: usize, lead: usize, height: usize, rows: usize) -> usize {
    if height == 0 {
        return top;
    }
    let lead = if selected - lead.min(selected) < height {
        lead.min(selected)
    } else {
        selected
    };
    let lowest = (selected + 1).saturating_sub(height);
    // No empty space below the last row while there are rows above the first.
    let last = rows.saturating_sub(height);
    top.min(lead).max(lowest).min(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_view_moves_only_as_far_as_it_must() {
        assert_eq!(scroll(0, 4, 4, 5, 20), 0);
        assert_eq!(scroll(0, 5, 5, 5, 20), 1);
        assert_eq!(scroll(3, 2, 2, 5, 20), 2);
        assert_eq!(scroll(19, 19, 19, 5, 20), 15);
    }

    #[test]
    fn headings_above_the_selection_come_into_view_with_it() {
        assert_eq!(scroll(2, 2, 0, 5, 20), 0);
        assert_eq!(scroll(2, 2, 0, 2, 20), 2);
    }

    #[test]
    fn a_page_is_turned_once_the_selection_leaves_it() {
        let turn = |top, selected| Scrolling::Turning.scroll(top, selected, selected, 5, 20);
        assert_eq!(turn(0, 4), 0);
        assert_eq!(turn(0, 5), 5);
        assert_eq!(turn(5, 9), 5);
        assert_eq!(turn(5, 4), 0);
        assert_eq!(turn(10, 9), 5);
        assert_eq!(turn(12, 17), 15);
        assert_eq!(turn(0, 19), 15);
        assert_eq!(turn(15, 0), 0);
        // Headings come along.
        assert_eq!(Scrolling::Turning.scroll(0, 7, 5, 5, 20), 5);
        // A list that became shorter leaves no empty space.
        assert_eq!(Scrolling::Turning.scroll(15, 16, 16, 5, 17), 12);
    }

    proptest! {
        #[test]
        fn the_selection_is_always_in_view(top in 0_usize..100, rows in 1_usize..100, at in 0.0..1.0, lead in 0_usize..5, height in 1_usize..50) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "small numbers")]
            let selected = (at * rows as f64) as usize;
            for scrolling in [Scrolling::Sliding, Scrolling::Turning] {
                let first = scrolling.scroll(top, selected, selected.saturating_sub(lead), height, rows);
                prop_assert!(first <= selected && selected < first + height);
                prop_assert!(first + height <= rows.max(height));
            }
        }
    }
}
