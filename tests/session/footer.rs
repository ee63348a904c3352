//! The footer: the keys that apply now, and as many as fit.

use roadmap_tui::tui::key::Key;
use roadmap_tui::tui::keymap::{Action, Keymap};

use crate::support::Session;

#[test]
fn the_footer_shows_only_the_keys_that_apply() {
    let mut session = Session::new();
    assert_eq!(
        session.footer(),
        "enter in  f filter  / search  : commands  n next  ? help  q quit"
    );
    session.keys("<enter>");
    assert_eq!(
        session.footer(),
        "space done  i learning  x skip  enter in  esc out  e note  f filter  / search  : commands  n next  ? help  q quit"
    );
    session.keys("<enter>");
    assert_eq!(
        session.footer(),
        "space done  i learning  x skip  esc out  e note  f filter  / search  : commands  n next  ? help  q quit"
    );
    session.keys("<space><esc><esc>");
    assert_eq!(
        session.footer(),
        "enter in  f filter  / search  : commands  n next  u undo  ? help  q quit"
    );
    session.keys("u");
    assert_eq!(
        session.footer(),
        "enter in  f filter  / search  : commands  n next  ? help  q quit"
    );
    session.keys("<ctrl-r>");
    assert_eq!(
        session.footer(),
        "enter in  f filter  / search  : commands  n next  u undo  ? help  q quit"
    );
    session.keys("?");
    assert_eq!(session.footer(), "esc close  down scroll  ctrl-u clear");
}

#[test]
fn footers_keep_help_and_quit_or_close_at_every_width() {
    for width in 20..=150 {
        for keys in ["", "<tab><space>", "<tab><tab><space>"] {
            let mut session = Session::new();
            let footer = session.keys(keys).keys("z").size(width, 24).footer();
            assert!(footer.ends_with("? help  q quit"), "{width}: {footer}");
        }
        let footer = Session::new().keys("?").size(width, 24).footer();
        assert!(footer.starts_with("esc close"), "{width}: {footer}");
    }
}

#[test]
fn footers_show_a_key_whole_or_not_at_all() {
    let whole = "space done  i learning  x skip  enter in  esc out  e note  f filter  v select  / search  \
                 : commands  n next  u undo  ? help  q quit";
    let offered: Vec<&str> = whole.split("  ").collect();
    let mut shown_before = 0;
    for width in 20..=150 {
        let footer = Session::new().keys("<tab><space>").size(width, 24).footer();
        let shown: Vec<&str> = footer.split("  ").collect();
        assert!(shown.iter().all(|key| offered.contains(key)), "{footer}");
        assert!(shown.len() >= shown_before, "{width}: {footer}");
        shown_before = shown.len();
    }
    // One free cell on the left, and all of it fits.
    let exact = u16::try_from(whole.len()).unwrap() + 1;
    assert_eq!(
        Session::new().keys("<tab><space>").size(exact, 24).footer(),
        whole
    );
}

#[test]
fn comforts_make_way_for_the_keys_that_are_used_all_the_time() {
    let mut session = Session::new();
    session.keys("<tab><space>").size(90, 24);
    assert_eq!(
        session.footer(),
        "space done  i learning  x skip  enter in  esc out  e note  / search  ? help  q quit"
    );
}

#[test]
fn a_key_of_several_bytes_takes_the_room_that_it_is_wide() {
    for width in 20..120 {
        let mut session = Session::new();
        let latin = session.size(width, 24).footer();
        let mut keymap = Keymap::default();
        keymap.rebind(Action::Search, &[Key::char('ю')]);
        keymap.rebind(Action::Palette, &[Key::char('ж')]);
        session.model.keymap = keymap.into();
        let latin = latin.replace("/ ", "ю ").replace(": ", "ж ");
        assert_eq!(session.footer(), latin, "{width}");
    }
}
