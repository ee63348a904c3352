//! Reduced motion: nothing slides, nothing flashes.

use std::fmt::Write as _;

use crate::support::Session;

/// A learner who wants little motion.
fn calm(mut session: Session) -> Session {
    session.model.settings.reduced_motion = true;
    session
}

/// A roadmap of one step with so many topics.
fn long(topics: usize) -> String {
    let mut yaml =
        "format: 1\nid: long\ntitle: Long\nsteps:\n  - id: one\n    title: One\n    topics:\n"
            .to_owned();
    for number in 1..=topics {
        let _ = writeln!(yaml, "      - {{id: t{number}, title: Topic {number}.}}");
    }
    yaml
}

/// The first and the last topic in view.
fn in_view(session: &mut Session) -> (String, String) {
    let mut rows = session.rows_with("Topic ");
    rows.retain(|row| !row.contains("Next: "));
    let title = |row: &String| {
        let from = row.find("Topic ").unwrap();
        row[from..].split('.').next().unwrap_or_default().to_owned()
    };
    (title(&rows[0]), title(rows.last().unwrap()))
}

#[test]
fn a_list_turns_a_page_where_it_would_slide() {
    let mut sliding = Session::with_roadmap(&long(60));
    let mut turning = calm(Session::with_roadmap(&long(60)));
    for session in [&mut sliding, &mut turning] {
        session.size(59, 24).keys("l");
    }
    let (first, last) = in_view(&mut turning);
    assert_eq!(in_view(&mut sliding), (first.clone(), last.clone()));
    assert_eq!(first, "Topic 1");
    let height: usize = last.split(' ').next_back().unwrap().parse().unwrap();
    let down = "j".repeat(height);
    sliding.keys(&down);
    turning.keys(&down);
    assert_eq!(in_view(&mut sliding).0, "Topic 2");
    assert_eq!(in_view(&mut turning).0, format!("Topic {}", height + 1));
    // And back again.
    turning.keys("k");
    assert_eq!(in_view(&mut turning), (first, last));
}

#[test]
fn the_list_of_a_box_turns_a_page_too() {
    for open in ["/topic", ":"] {
        let mut sliding = Session::new();
        let mut turning = calm(Session::new());
        if open == "/topic" {
            sliding = Session::with_roadmap(&long(60));
            turning = calm(Session::with_roadmap(&long(60)));
        }
        let rows = |session: &mut Session| -> Vec<String> {
            let screen = session.screen();
            let list = screen.lines().filter(|row| row.starts_with('│')).skip(1);
            list.map(|row| row.replace('▸', " ")).collect()
        };
        for session in [&mut sliding, &mut turning] {
            session.size(80, 24).keys(open);
        }
        let first = rows(&mut turning);
        assert_eq!(rows(&mut sliding), first);
        // The last row says something of the selected one.
        let height = first.len() - 1;
        let down = "<down>".repeat(height);
        sliding.keys(&down);
        turning.keys(&down);
        assert_eq!(rows(&mut sliding)[..height - 1], first[1..height]);
        let page = rows(&mut turning);
        assert!(page[..height].iter().all(|row| !first.contains(row)));
        turning.keys("<up>");
        assert_eq!(rows(&mut turning)[..height], first[..height]);
    }
}

#[test]
fn a_menu_turns_a_page_too() {
    let mut turning = calm(Session::new());
    turning.size(40, 7).keys("lf");
    let first = turning.screen();
    let mut last = first.clone();
    let mut pages = 1;
    for _ in 0..12 {
        let screen = turning.keys("<down>").screen().replace('▸', " ");
        if screen.lines().nth(1) != last.lines().nth(1) {
            pages += 1;
        }
        last = screen;
    }
    assert_eq!(pages, 3, "{last}");
}

#[test]
fn saving_does_not_flash_but_trouble_is_told() {
    let mut session = Session::new();
    session.slow_disk().keys("l<space>");
    assert!(session.screen().contains("saving"));
    session.model.settings.reduced_motion = true;
    assert!(!session.screen().contains("saving"));
    session.tell(roadmap_tui::tui::Msg::Trouble {
        reason: "the disk is full".to_owned(),
        waiting: 1,
    });
    assert!(session.screen().contains("the disk is full"));
}
