//! Scrolling: which rows of a long list are in view.

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

    proptest! {
        #[test]
        fn the_selection_is_always_in_view(top in 0_usize..100, rows in 1_usize..100, at in 0.0..1.0, lead in 0_usize..5, height in 1_usize..50) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "small numbers")]
            let selected = (at * rows as f64) as usize;
            let first = scroll(top, selected, selected.saturating_sub(lead), height, rows);
            prop_assert!(first <= selected && selected < first + height);
            prop_assert!(first + height <= rows.max(height));
        }
    }
}
