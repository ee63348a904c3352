//! What the learner has switched off stays off.

use std::fs;

use crate::support::Home;

#[test]
fn what_is_switched_off_is_off_the_next_time_until_it_is_switched_on() {
    let home = Home::new();
    let session = home.path().join(".local/share/roadmap-tui/session.yaml");
    for (keys, shown, next, kept) in [
        (
            "s",
            "The streak is hidden",
            "The streak is hidden",
            "- streak",
        ),
        (
            "f",
            "The forecast is hidden",
            "The streak is hidden",
            "- forecast",
        ),
        (
            "s",
            "None yet: it begins",
            "The forecast is hidden",
            "- forecast",
        ),
    ] {
        let mut terminal = home.launch().size(120, 40).start();
        terminal.wait_for(" 0/79");
        terminal.send_and_wait("4", "Days with activity");
        terminal.send_and_wait(keys, shown);
        terminal.send("q");
        assert!(terminal.end().success());
        let text = fs::read_to_string(&session).unwrap();
        assert!(text.contains(kept), "{text}");
        // It opens on the same screen.
        let mut terminal = home.launch().size(120, 40).start();
        terminal.wait_for(next);
        terminal.send("q");
        assert!(terminal.end().success());
    }
    let text = fs::read_to_string(&session).unwrap();
    assert!(!text.contains("streak"), "{text}");
    assert!(!home.journal("backend").exists(), "nothing was recorded");
}
