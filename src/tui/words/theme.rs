//! What is said of themes.

use crate::tui::theme::{Pick, Theme};

/// Title of the list of themes.
pub const CHOOSE: &str = "Choose a theme";
/// Says what the list of themes is good for.
pub const CHOOSE_REMARK: &str = "Each is shown as you move to it.";
/// Why no theme can be picked.
pub const NO_COLOUR: &str = "NO_COLOR is set, so everything stays without colours.";

/// What a theme is called in the list of themes.
#[must_use]
pub const fn name(pick: Pick) -> &'static str {
    match pick {
        Pick::Configured => "As configured",
        Pick::Theme(Theme::Auto) => "The terminal's own colours",
        Pick::Theme(Theme::Dark) => "Light on dark",
        Pick::Theme(Theme::Light) => "Dark on light",
        Pick::Theme(Theme::HighContrast) => "High contrast",
        Pick::Theme(Theme::Mono) => "No colours",
    }
}

/// Says which theme was picked.
#[must_use]
pub fn picked(pick: Pick, configured: Theme) -> String {
    match pick {
        Pick::Configured => format!("The theme is as configured: {}.", configured.name()),
        Pick::Theme(theme) => format!("The theme is {} from now on.", theme.name()),
    }
}
