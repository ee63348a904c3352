//! The themes that bring their own foreground and background, so that how they differ is known.

use ratatui::style::{Modifier, Style};

use super::Role;
use super::depth::{Depth, Paint};

/// The colours of a theme.
#[derive(Debug, Clone, Copy)]
pub(super) struct Palette {
    /// Behind everything.
    ground: Paint,
    text: Paint,
    faint: Paint,
    title: Paint,
    rule: Paint,
    key: Paint,
    link: Paint,
    done: Paint,
    learning: Paint,
    trouble: Paint,
    /// The selected row of the pane that has the keys, and what is behind it.
    cursor: [Paint; 2],
    /// What is behind the selected row of another pane.
    selected: Paint,
}

/// Light on dark.
pub(super) const DARK: Palette = Palette {
    ground: Paint::new(0x16_18_1d, 0),
    text: Paint::new(0xd7_da_e0, 15),
    faint: Paint::new(0x9a_a0_ab, 7),
    title: Paint::new(0xff_ff_ff, 15),
    rule: Paint::new(0x6f_76_84, 7),
    key: Paint::new(0xe5_c0_7b, 11),
    link: Paint::new(0x82_b8_f5, 14),
    done: Paint::new(0x8f_ce_7e, 10),
    learning: Paint::new(0xd9_a5_ea, 13),
    trouble: Paint::new(0xff_8f_8f, 9),
    cursor: [Paint::new(0xff_ff_ff, 15), Paint::new(0x2f_4f_7f, 4)],
    selected: Paint::new(0x2b_30_3a, 0),
};

/// Dark on light.
pub(super) const LIGHT: Palette = Palette {
    ground: Paint::new(0xfb_fb_f8, 15),
    text: Paint::new(0x22_25_2b, 0),
    faint: Paint::new(0x5c_62_6c, 8),
    title: Paint::new(0x00_00_00, 0),
    rule: Paint::new(0x80_86_8f, 8),
    key: Paint::new(0x7a_4a_00, 0),
    link: Paint::new(0x1f_57_b5, 4),
    done: Paint::new(0x22_67_1f, 4),
    learning: Paint::new(0x84_20_a0, 5),
    trouble: Paint::new(0xb3_12_26, 1),
    cursor: [Paint::new(0xff_ff_ff, 15), Paint::new(0x1f_57_b5, 4)],
    selected: Paint::new(0xe3_e5_e9, 15),
};

/// As far apart as colours can be.
pub(super) const HIGH_CONTRAST: Palette = Palette {
    ground: Paint::new(0x00_00_00, 0),
    text: Paint::new(0xff_ff_ff, 15),
    faint: Paint::new(0xe0_e0_e0, 15),
    title: Paint::new(0xff_ff_ff, 15),
    rule: Paint::new(0xff_ff_ff, 15),
    key: Paint::new(0xff_ff_5f, 11),
    link: Paint::new(0x87_d7_ff, 14),
    done: Paint::new(0x5f_ff_5f, 10),
    learning: Paint::new(0xff_aa_ff, 13),
    trouble: Paint::new(0xff_af_5f, 11),
    cursor: [Paint::new(0x00_00_00, 0), Paint::new(0xff_ff_5f, 11)],
    selected: Paint::new(0x30_30_30, 0),
};

impl Palette {
    /// The style of a role.
    pub(super) fn style(&self, role: Role, depth: Depth) -> Style {
        let (front, behind, modifier) = self.ink(role);
        let style = Style::new().fg(front.at(depth)).add_modifier(modifier);
        behind.map_or(style, |behind| style.bg(behind.at(depth)))
    }

    /// The style of the empty screen.
    pub(super) fn ground(&self, depth: Depth) -> Style {
        Style::new()
            .fg(self.text.at(depth))
            .bg(self.ground.at(depth))
    }

    const fn ink(&self, role: Role) -> (Paint, Option<Paint>, Modifier) {
        const PLAIN: Modifier = Modifier::empty();
        match role {
            Role::Text | Role::Notice => (self.text, None, PLAIN),
            Role::Faint | Role::Skipped => (self.faint, None, PLAIN),
            Role::Rule => (self.rule, None, PLAIN),
            Role::Title | Role::Heading => (self.title, None, Modifier::BOLD),
            Role::Key => (self.key, None, Modifier::BOLD),
            Role::Link => (self.link, None, Modifier::UNDERLINED),
            Role::Match => {
                let modifier = Modifier::BOLD.union(Modifier::UNDERLINED);
                (self.key, None, modifier)
            }
            Role::Done => (self.done, None, PLAIN),
            Role::Learning => (self.learning, None, PLAIN),
            Role::Trouble => (self.trouble, None, Modifier::BOLD),
            Role::Cursor => {
                let [front, behind] = self.cursor;
                (front, Some(behind), PLAIN)
            }
            Role::Selected => (self.title, Some(self.selected), Modifier::BOLD),
        }
    }
}
