//! Marks of mistakes that the learner silences and shows again.

use ratatui::style::Modifier;
use roadmap_tui::progress::Change;

use super::guide::half_way;
use crate::support::Session;

/// The changes that were saved since the last look.
fn saved(session: &mut Session) -> Vec<Change> {
    let entries = session.saved.drain(..);
    entries.map(|entry| entry.change).collect()
}

fn silence(mistake: &str, until: Option<&str>) -> Change {
    Change::Silence {
        mistake: mistake.to_owned(),
        until: until.map(|day| day.parse().unwrap()),
    }
}

#[test]
fn s_silences_for_two_weeks_and_shows_it_again() {
    let mut session = half_way();
    session.keys("s");
    let mistake = "tutorials-without-projects";
    assert_eq!(saved(&mut session), [silence(mistake, Some("2026-12-07"))]);
    let title = "Watching tutorials without building projects";
    assert_eq!(session.notice(), format!("{title}: silent until 7 Dec."));
    assert_eq!(
        session.rows_with("Its mark is silent until 7 Dec.").len(),
        1
    );
    // It stays selected, now behind the others.
    assert_eq!(
        session
            .rows_with("▸  Watching tutorials without building … silent")
            .len(),
        1
    );
    assert_eq!(session.rows_with("1 of 6 holds").len(), 1);
    session.keys("s");
    assert_eq!(saved(&mut session), [silence(mistake, Some("2026-11-23"))]);
    assert_eq!(session.notice(), format!("{title}: shown again."));
    assert_eq!(session.rows_with("2 of 6 hold").len(), 1);
}

#[test]
fn a_silenced_mistake_is_faint_in_the_list() {
    let mut session = half_way();
    session.keys("s").keys("G");
    let dim = |session: &mut Session, y| {
        let style = session.buffer()[(5, y)].style();
        style.add_modifier.contains(Modifier::DIM)
    };
    let dims: Vec<bool> = (4..10).map(|y| dim(&mut session, y)).collect();
    assert_eq!(dims, [false, false, false, false, false, true]);
}

#[test]
fn capital_s_silences_for_good_also_what_is_silent_already_and_shows_it_again() {
    let mistake = "tutorials-without-projects";
    let title = "Watching tutorials without building projects";
    for (before, key) in [("", "S"), ("", "s"), ("s", "S")] {
        let mut session = half_way();
        session.keys(before).keys("S");
        assert_eq!(saved(&mut session).last(), Some(&silence(mistake, None)));
        assert_eq!(
            session.notice(),
            format!("{title}: silent for good. u brings it back.")
        );
        assert_eq!(session.rows_with("Its mark is silent for good.").len(), 1);
        session.keys(key);
        assert_eq!(saved(&mut session), [silence(mistake, Some("2026-11-23"))]);
        assert_eq!(session.rows_with("2 of 6 hold").len(), 1);
    }
}

#[test]
fn a_silence_is_undone_and_redone_and_lasts_over_a_restart() {
    let title = "Watching tutorials without building projects";
    let mut session = half_way();
    session.keys("su");
    let undone = format!("Undone: {title} is shown again. ctrl-r brings it back.");
    assert_eq!(session.notice(), undone);
    assert_eq!(session.rows_with("2 of 6 hold").len(), 1);
    session.keys("<ctrl-r>");
    assert_eq!(
        session.notice(),
        format!("Redone: {title} is silent until 7 Dec.")
    );
    assert_eq!(session.rows_with("1 of 6 holds").len(), 1);
    assert_eq!(session.restarted().keys("5").rows_with("… silent").len(), 1);
}

#[test]
fn silencing_the_last_that_holds_takes_the_mark_away_until_its_day() {
    let mut session = half_way();
    session.keys("sgs");
    assert_eq!(session.rows_with("5 Guide !").len(), 0);
    for (day, marked) in [("2026-12-06", 0), ("2026-12-07", 1)] {
        session.model.today = day.parse().unwrap();
        assert_eq!(session.rows_with("5 Guide !").len(), marked, "{day}");
    }
}

#[test]
fn what_is_no_mistake_cannot_be_silenced_and_the_footer_does_not_offer_it() {
    let mut session = half_way();
    assert!(session.footer().starts_with("s silence"));
    session.keys("G");
    assert!(!session.footer().contains("silence"));
    for key in ["s", "S"] {
        session.keys(key);
        assert_eq!(
            session.notice(),
            "Only a mistake can be silenced: go to one in the list."
        );
    }
    assert_eq!(session.saved, []);
}
