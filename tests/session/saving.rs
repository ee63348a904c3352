//! What the learner sees of the disk, and quitting.

use roadmap_tui::progress::Progress;
use roadmap_tui::progress::Status::{Done, Learning, Todo};
use roadmap_tui::tui::Msg;
use roadmap_tui::tui::effect::Effect;

use crate::support::Session;

/// Among the topics of step 3, with a disk that acknowledges nothing by itself.
fn slow() -> Session {
    let mut session = Session::new();
    session.slow_disk().keys("jj<enter>");
    session
}

fn trouble(waiting: usize) -> Msg {
    let reason = "/data/backend.yaml: no space left".to_owned();
    Msg::Trouble { reason, waiting }
}

fn read(unreadable: &[usize], read_only: Option<&str>) -> Msg {
    Msg::Read {
        entries: Vec::new(),
        unreadable: unreadable.to_vec(),
        read_only: read_only.map(str::to_owned),
    }
}

#[test]
fn saving_is_shown_until_every_change_is_acknowledged() {
    let mut session = slow();
    assert_eq!(session.notice(), "");
    assert!(session.status_row().starts_with("Next: "));
    session.keys("<space>j<space>");
    let row = session.status_row();
    assert!(row.starts_with("HTTPS is done."), "{row}");
    assert!(row.ends_with(" saving"), "{row}");
    session.disk_saves_one();
    assert!(session.status_row().ends_with(" saving"));
    session.disk_saves_one();
    assert_eq!(session.status_row(), "HTTPS is done. u takes it back.");
}

#[test]
fn saving_is_shown_even_where_notices_have_no_row_of_their_own() {
    let mut session = slow();
    session.size(60, 7).keys("<space>");
    assert!(
        session
            .rows_with("HTTP is done")
            .concat()
            .ends_with(" saving")
    );
    // The notice is gone with the next key, the keys are back, and it is still on its way.
    session.keys("j");
    assert!(session.rows_with("q quit").concat().ends_with(" saving"));
    let entries = session.saved.clone();
    session.tell(Msg::Saved(entries));
    assert_eq!(session.rows_with("saving"), Vec::<String>::new());
}

#[test]
fn keys_are_answered_while_the_disk_is_slow() {
    let mut session = slow();
    session.keys("<space>j<space>j");
    assert_eq!(
        (session.fraction().as_str(), session.topic()),
        ("2/79", "web.dns")
    );
    session.keys("uu");
    assert_eq!(session.fraction(), "0/79");
}

#[test]
fn trouble_stays_shown_until_it_is_over() {
    let mut session = slow();
    session.keys("<space>").tell(trouble(1));
    let words = "1 change not saved yet: /data/backend.yaml: no space left";
    assert_eq!(session.status_row(), words);
    session.keys("jk");
    assert_eq!(session.status_row(), words);
    session.disk_saves_one().tell(Msg::Recovered);
    assert_eq!(session.notice(), "");
    assert!(session.status_row().starts_with("Next: "));
}

#[test]
fn trouble_counts_what_waits() {
    let mut session = slow();
    session.keys("<space>j<space>").tell(trouble(2));
    assert!(session.notice().starts_with("2 changes not saved yet: "));
    session.tell(trouble(0));
    assert_eq!(session.notice(), "/data/backend.yaml: no space left");
}

#[test]
fn trouble_takes_the_row_of_keys_where_there_is_no_other() {
    let mut session = slow();
    session.size(70, 6).keys("<space>").tell(trouble(1));
    assert!(session.footer().starts_with("1 change not saved yet"));
    session.disk_saves_one().tell(Msg::Recovered).keys("z");
    assert!(session.footer().ends_with("q quit"));
}

#[test]
fn trouble_is_seen_below_the_help() {
    for (width, height) in [(120, 40), (80, 24), (40, 12), (30, 6)] {
        let mut session = slow();
        session
            .keys("<space>?")
            .tell(trouble(1))
            .size(width, height);
        assert_eq!(
            session.rows_with("1 change not saved").len(),
            1,
            "{width}x{height}"
        );
    }
}

#[test]
fn q_with_unsaved_trouble_asks_and_the_second_press_quits() {
    for quit in ["q", "<ctrl-c>"] {
        let mut session = slow();
        session.keys("<space>").tell(trouble(1)).keys(quit);
        assert_eq!(
            session.status_row(),
            "1 change not saved. Quit again to leave; it is then kept elsewhere."
        );
        assert_eq!(session.effects, []);
        session.keys(quit);
        assert_eq!(session.effects, [Effect::Quit]);
    }
}

#[test]
fn ctrl_c_in_the_help_asks_where_it_is_seen() {
    let mut session = slow();
    session
        .keys("<space>?")
        .size(80, 24)
        .tell(trouble(1))
        .keys("<ctrl-c>");
    assert_eq!(session.rows_with("Quit again to leave").len(), 1);
    session.keys("<ctrl-c>");
    assert_eq!(session.effects, [Effect::Quit]);
}

#[test]
fn any_key_in_between_withdraws_the_question() {
    // A move, a key without a meaning, a refusal, a letter typed into the help.
    for between in ["j", "z", "<esc><esc>", "?q<esc>", "<backspace>"] {
        let mut session = slow();
        session
            .keys("<space>")
            .tell(trouble(1))
            .keys("q")
            .keys(between);
        assert!(
            session.notice().starts_with("1 change not saved yet: "),
            "{between}"
        );
        session.keys("q");
        assert_eq!(session.effects, [], "{between}");
        assert!(session.notice().ends_with("kept elsewhere."), "{between}");
    }
}

#[test]
fn quit_among_the_commands_is_a_second_one_too() {
    for again in [":quit<enter>", ":quit<enter>:quit<enter>", ":<ctrl-c>"] {
        let mut session = slow();
        session.keys("<space>").tell(trouble(1));
        let first = if again.contains(">:") { "" } else { "q" };
        session.keys(first).keys(again);
        assert_eq!(session.effects, [Effect::Quit], "{again}");
    }
    // A click chooses, too.
    let mut session = slow();
    session.keys("<space>").tell(trouble(1)).keys("q:quit");
    session.click_on("Quit; everything is saved");
    assert_eq!(session.effects, [Effect::Quit]);
    // Whatever else comes of the commands withdraws the question.
    for between in [":<esc>", ":next<enter>", ":help<enter><esc>"] {
        let mut session = slow();
        session.keys("<space>").tell(trouble(1));
        session.keys("q").keys(between).keys("q");
        assert_eq!(session.effects, [], "{between}");
    }
}

#[test]
fn the_question_is_withdrawn_when_all_is_saved_after_all() {
    let mut session = slow();
    session.keys("<space>").tell(trouble(1)).keys("q");
    session.disk_saves_one().tell(Msg::Recovered);
    assert_eq!(session.notice(), "");
    assert!(session.status_row().starts_with("Next: "));
    session.keys("<space>").tell(trouble(1)).keys("q");
    assert_eq!(session.effects, []);
}

#[test]
fn trouble_that_holds_nothing_back_lets_quit_at_once() {
    let mut session = slow();
    session.tell(trouble(0)).keys("q");
    assert_eq!(session.effects, [Effect::Quit]);
}

#[test]
fn what_was_saved_and_then_lost_is_asked_about_too() {
    let mut session = slow();
    session
        .keys("<space>")
        .disk_saves_one()
        .tell(trouble(1))
        .keys("q");
    assert_eq!(session.effects, []);
    assert!(session.notice().starts_with("1 change not saved."));
}

#[test]
fn while_saving_is_merely_slow_q_quits_at_once() {
    let mut session = slow();
    session.keys("<space>q");
    assert_eq!(session.effects, [Effect::Quit]);
}

#[test]
fn what_others_write_changes_the_counts_and_keeps_the_selection() {
    let mut session = Session::new();
    session.keys("jj<enter>jj");
    session.others_write("11:00:00", "git.commits", Done);
    assert_eq!((session.pane(), session.topic()), ("topics", "web.dns"));
    assert_eq!(session.fraction(), "1/79");
    assert_eq!(
        session
            .rows_with("◐  4 Git and GitHub            1/6")
            .len(),
        1
    );
    session.others_write("11:00:01", "web.dns", Learning);
    assert_eq!(session.rows_with("▸◐ DNS").len(), 1);
}

#[test]
fn the_later_of_two_windows_counts_whichever_is_read_first() {
    let mut session = Session::new();
    session.keys("jj<enter><space>");
    session.others_write("11:00:00", "web.http", Learning);
    assert_eq!(session.status("web.http"), Done);
    session.others_write("23:00:00", "web.http", Todo);
    assert_eq!(session.status("web.http"), Todo);
}

#[test]
fn a_tick_counts_even_where_another_window_wrote_in_the_future() {
    let mut session = Session::new();
    session.others_write("23:00:00", "web.http", Learning);
    session.keys("jj<enter><space>");
    assert_eq!(session.status("web.http"), Done);
    // Read from the file again, the tick is still the latest.
    let anew = Progress::of(&session.model.roadmap, &session.model.history);
    assert_eq!(anew, session.model.progress);
}

#[test]
fn entries_read_twice_change_nothing() {
    let mut session = Session::new();
    session.others_write("11:00:00", "git.commits", Done);
    let screen = session.screen();
    session.others_write("11:00:00", "git.commits", Done);
    assert_eq!(session.screen(), screen);
    assert_eq!(session.model.history.len(), 1);
}

#[test]
fn unreadable_lines_are_told_once() {
    let mut session = Session::new();
    session.tell(read(&[7], None));
    assert_eq!(
        session.status_row(),
        "Line 7 of your journal cannot be read; it stays as it is."
    );
    session.keys("j").tell(read(&[7], None));
    assert_eq!(session.notice(), "");
    assert!(session.status_row().starts_with("Next: "));
    session.tell(read(&[7, 9], None));
    assert_eq!(
        session.status_row(),
        "2 lines of your journal cannot be read, the first is line 7; they stay as they are."
    );
}

#[test]
fn a_read_only_journal_refuses_every_change_with_its_reason() {
    let reason = "backend.yaml is of a newer format: please update roadmap-tui";
    for key in ["<space>", "i", "x", "u", "<ctrl-r>"] {
        let mut session = Session::new();
        session.keys("<enter><space>").tell(read(&[], Some(reason)));
        session.keys(key);
        assert_eq!(session.notice(), reason, "{key}");
        assert_eq!(session.saved.len(), 1, "{key}");
    }
}

#[test]
fn a_read_only_journal_offers_no_change_and_lets_look_around() {
    let mut session = Session::new();
    session.tell(read(&[], Some("read-only")));
    session.keys("<enter>j");
    assert_eq!(session.topic(), "language.java");
    assert_eq!(
        session.footer(),
        "enter in  esc out  f filter  v select  / search  : commands  n next  ? help  q quit"
    );
    session.tell(read(&[], None));
    session.keys("<space>");
    assert_eq!(session.fraction(), "1/79");
}

#[test]
fn opening_and_quitting_saves_nothing() {
    let mut session = Session::new();
    session.keys("jj<enter>jj<enter><esc>?keys<esc>uq");
    assert_eq!(session.saved, []);
    assert_eq!(session.effects, [Effect::Quit]);
}

#[test]
fn paste_into_the_screen_is_inert() {
    let mut session = Session::new();
    session.keys("<enter>");
    let screen = session.screen();
    session.tell(Msg::Paste(" xqij\n\u{1b}".to_owned()));
    assert_eq!(session.screen(), screen);
    assert_eq!((session.saved.len(), session.effects.len()), (0, 0));
}

#[test]
fn what_other_versions_of_the_journal_hold_counts_at_once_and_is_shown_as_being_saved() {
    let mut session = slow();
    let entry = Session::new().keys("jj<enter><space>").saved.pop().unwrap();
    let copies = vec!["backend (1).yaml".to_owned()];
    session.size(140, 40).tell(Msg::Found {
        copies,
        entries: vec![entry.clone()],
    });
    assert_eq!(session.fraction(), "1/79");
    let row = session.status_row();
    assert!(
        row.starts_with(
            "1 change from backend (1).yaml joined your journal; you may delete that file."
        ),
        "{row}"
    );
    assert!(row.ends_with(" saving"), "{row}");
    session.tell(Msg::Saved(vec![entry]));
    assert!(!session.status_row().ends_with(" saving"));
}

#[test]
fn a_backup_that_could_not_be_made_is_told() {
    let mut session = slow();
    session.tell(Msg::NoBackup("cannot create /data/backups".to_owned()));
    assert_eq!(
        session.status_row(),
        "Your changes are saved, but no backup could be made: cannot create /data/backups"
    );
}
