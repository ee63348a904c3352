//! Which theme counts.

use super::Theme;

/// A theme that the learner picks while the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pick {
    /// The one that is configured.
    Configured,
    /// This one, whatever is configured.
    Theme(Theme),
}

impl Pick {
    /// All of them, in the order of menus.
    pub const ALL: [Self; 6] = [
        Self::Configured,
        Self::Theme(Theme::Auto),
        Self::Theme(Theme::Dark),
        Self::Theme(Theme::Light),
        Self::Theme(Theme::HighContrast),
        Self::Theme(Theme::Mono),
    ];
}

/// What there is to wear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wardrobe {
    /// The theme that is configured.
    pub configured: Theme,
    /// What was picked since, also before a restart.
    pub picked: Pick,
    /// Whether no colour is wanted, whatever else is said.
    pub colourless: bool,
}

impl Wardrobe {
    /// One with a theme that is configured, and nothing picked.
    #[must_use]
    pub const fn new(configured: Theme) -> Self {
        Self {
            configured,
            picked: Pick::Configured,
            colourless: false,
        }
    }

    /// What counts while a pick is only looked at; without one, what was picked.
    #[must_use]
    pub const fn worn(&self, looked_at: Option<Pick>) -> Theme {
        if self.colourless {
            return Theme::Mono;
        }
        let pick = match looked_at {
            Some(pick) => pick,
            None => self.picked,
        };
        match pick {
            Pick::Configured => self.configured,
            Pick::Theme(theme) => theme,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_goes_before_a_pick_and_a_pick_before_the_configuration() {
        let mut wardrobe = Wardrobe::new(Theme::Dark);
        assert_eq!(wardrobe.worn(None), Theme::Dark);
        wardrobe.picked = Pick::Theme(Theme::Light);
        assert_eq!(wardrobe.worn(None), Theme::Light);
        let look = |pick| wardrobe.worn(Some(pick));
        assert_eq!(look(Pick::Theme(Theme::HighContrast)), Theme::HighContrast);
        assert_eq!(look(Pick::Configured), Theme::Dark);
    }

    #[test]
    fn where_no_colour_is_wanted_there_is_none() {
        let wardrobe = Wardrobe {
            picked: Pick::Theme(Theme::Light),
            colourless: true,
            ..Wardrobe::new(Theme::Dark)
        };
        for looked_at in Pick::ALL.map(Some).into_iter().chain([None]) {
            assert_eq!(wardrobe.worn(looked_at), Theme::Mono);
        }
    }
}
