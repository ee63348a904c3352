//! What the learner's projects show together, what is lacking, and which project would add most.
//!
//! - A point of the portfolio is shown by a project that has it ticked in its checklist; it is the
//!   same point where the last words of the ids are the same.
//! - A project is begun once it is being learnt or has a point ticked. What is done shows no more
//!   than what is ticked, and what was left out shows nothing.
//! - The project to take on is the open one that fills most gaps; on a tie one that is begun, then
//!   the easiest, then the first.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::Count;
use crate::progress::{Progress, Status};
use crate::roadmap::{Level, Point, Project, Roadmap, TopicKey};

/// Whether a project shows a point of the portfolio.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Showing {
    /// It is ticked.
    Shown,
    /// It is in the checklist and not ticked.
    Open,
    /// It is not in the checklist.
    NotAsked,
}

/// One project as a piece of the portfolio.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The project.
    pub project: TopicKey,
    /// How demanding it is.
    pub level: Level,
    /// Where the learner stands with it.
    pub status: Status,
    /// How much of its checklist is ticked.
    pub ticked: Count,
    /// What it shows of each point that the portfolio includes.
    pub shows: Vec<Showing>,
}

impl Piece {
    fn of(key: TopicKey, project: &Project, include: &[Point], progress: &Progress) -> Self {
        let is_ticked = |point: &Point| progress.point(&point.id).status == Status::Done;
        let checklist: HashMap<&str, &Point> = project
            .checklist
            .iter()
            .map(|point| (point.word(), point))
            .collect();
        let shows = |included: &Point| match checklist.get(included.word()).copied() {
            Some(point) if is_ticked(point) => Showing::Shown,
            Some(_) => Showing::Open,
            None => Showing::NotAsked,
        };
        let ticked = project.checklist.iter().filter(|each| is_ticked(each));
        Self {
            project: key,
            level: project.level,
            status: progress.status(key),
            ticked: Count {
                done: ticked.count(),
                total: project.checklist.len(),
            },
            shows: include.iter().map(shows).collect(),
        }
    }

    /// Whether it is under way: so marked, or with a point ticked.
    #[must_use]
    pub const fn is_begun(&self) -> bool {
        match self.status {
            Status::Learning => true,
            Status::Todo => self.ticked.done > 0,
            Status::Done | Status::Skipped => false,
        }
    }

    /// Whether it is begun or done: only then the portfolio has it.
    #[must_use]
    pub const fn is_taken_up(&self) -> bool {
        self.is_begun() || matches!(self.status, Status::Done)
    }

    const fn is_open(&self) -> bool {
        matches!(self.status, Status::Todo | Status::Learning)
    }
}

/// The project that would fill most gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The project.
    pub project: TopicKey,
    /// How demanding it is.
    pub level: Level,
    /// Whether it is under way.
    pub is_begun: bool,
    /// The points it would add, by their places in what the portfolio includes; at least one.
    pub fills: Vec<usize>,
}

/// All projects together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Portfolio {
    /// Every project: the easiest level first, within it in the order of the file.
    pub pieces: Vec<Piece>,
    /// How many are done.
    pub done: usize,
    /// How many are under way.
    pub begun: usize,
    /// For each point that the portfolio includes, how many projects show it.
    pub shown_by: Vec<usize>,
    /// What to take on; none where nothing is lacking or no open project would add it.
    pub suggestion: Option<Suggestion>,
}

impl Portfolio {
    /// The portfolio of a learner.
    #[must_use]
    pub fn of(roadmap: &Roadmap, progress: &Progress) -> Self {
        let portfolio = roadmap.portfolio.as_ref();
        let include = portfolio.map_or(&[][..], |portfolio| &portfolio.include);
        let mut pieces: Vec<Piece> = roadmap
            .keys()
            .filter_map(|key| {
                let project = roadmap[key].project.as_ref()?;
                Some(Piece::of(key, project, include, progress))
            })
            .collect();
        pieces.sort_by_key(|piece| piece.level);
        let mut all = Self {
            done: pieces
                .iter()
                .filter(|piece| piece.status == Status::Done)
                .count(),
            begun: pieces.iter().filter(|piece| piece.is_begun()).count(),
            shown_by: vec![0; include.len()],
            suggestion: None,
            pieces,
        };
        for piece in all.pieces.iter().filter(|piece| piece.is_taken_up()) {
            for (count, showing) in all.shown_by.iter_mut().zip(&piece.shows) {
                *count += usize::from(*showing == Showing::Shown);
            }
        }
        all.suggestion = all.suggest();
        all
    }

    /// The points that no project shows, by their places in what the portfolio includes.
    pub fn lacking(&self) -> impl Iterator<Item = usize> {
        let counts = self.shown_by.iter().enumerate();
        counts
            .filter(|(_, count)| **count == 0)
            .map(|(place, _)| place)
    }

    fn suggest(&self) -> Option<Suggestion> {
        let suggestion = |piece: &Piece| Suggestion {
            project: piece.project,
            level: piece.level,
            is_begun: piece.is_begun(),
            fills: self
                .lacking()
                .filter(|place| piece.shows.get(*place) == Some(&Showing::Open))
                .collect(),
        };
        self.pieces
            .iter()
            .filter(|piece| piece.is_open())
            .map(suggestion)
            .filter(|each| !each.fills.is_empty())
            // The first of equals.
            .min_by_key(|each| (Reverse(each.fills.len()), !each.is_begun, each.level))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::progress::{Change, Entry, History, Stamp};
    use crate::roadmap::load;
    use proptest::prelude::*;

    const WORDS: [&str; 3] = ["auth", "data", "deploy"];

    /// Projects in the order of the file, with their levels and what their checklists ask for. The
    /// last one stands in a course, the second has a point that the portfolio does not know.
    const PROJECTS: [(&str, &str, &[&str]); 5] = [
        ("work.hard", "advanced", &["auth", "data", "deploy"]),
        ("work.middle", "intermediate", &["data", "deploy", "other"]),
        ("work.easy", "beginner", &["auth"]),
        ("work.none", "beginner", &[]),
        ("course.last", "intermediate", &["deploy", "data"]),
    ];

    fn roadmap() -> Roadmap {
        let topic = |(id, level, points): &(&str, &str, &[&str])| {
            let points: Vec<String> = points
                .iter()
                .map(|point| format!("{{id: {point}, title: T}}"))
                .collect();
            let points = points.join(", ");
            let id = id.rsplit('.').next().unwrap();
            format!(
                "{{id: {id}, title: T, project: {{level: {level}, brief: B, checklist: [{points}]}}}}"
            )
        };
        let topics: Vec<String> = PROJECTS.iter().map(topic).collect();
        let (steps, course) = topics.split_at(4);
        let include = WORDS.map(|word| format!("{{id: {word}, title: T}}"));
        let yaml = format!(
            "{{format: 1, id: small, title: Small, steps: [{{id: work, title: Work, topics: [{{id: plain, title: P}}, {}]}}],
            courses: [{{id: course, title: C, topics: [{}]}}], portfolio: {{aim: [1, 2], include: [{}]}}}}",
            steps.join(", "), course.join(", "), include.join(", "),
        );
        load(yaml.as_bytes())
            .unwrap_or_else(|problems| panic!("{}", problems.render("t", yaml.as_bytes())))
    }

    /// The portfolio after changes of statuses, written short: `work.hard d`, `work.hard.auth d`.
    fn portfolio(changes: &[(&str, Status)]) -> Portfolio {
        let at =
            |minute: usize| -> Stamp { format!("2026-11-23T12:{minute:02}:00Z").parse().unwrap() };
        let entries = changes.iter().enumerate().map(|(minute, (topic, status))| {
            let (topic, status) = ((*topic).to_owned(), *status);
            Entry::new(at(minute), Change::Status { topic, status })
        });
        let history: History = entries.collect();
        let roadmap = roadmap();
        Portfolio::of(&roadmap, &Progress::of(&roadmap, &history))
    }

    fn piece<'a>(portfolio: &'a Portfolio, id: &str) -> &'a Piece {
        let key = roadmap().topic(id).unwrap();
        let mut pieces = portfolio.pieces.iter();
        pieces.find(|piece| piece.project == key).unwrap()
    }

    fn suggested(portfolio: &Portfolio) -> Option<(String, Vec<usize>)> {
        let suggestion = portfolio.suggestion.as_ref()?;
        let id = roadmap()[suggestion.project].id.clone();
        Some((id, suggestion.fills.clone()))
    }

    #[test]
    fn every_project_of_steps_and_courses_is_a_piece_the_easiest_first() {
        let roadmap = roadmap();
        let ids = portfolio(&[]).pieces.into_iter();
        let ids: Vec<String> = ids.map(|piece| roadmap[piece.project].id.clone()).collect();
        let expected = [
            "work.easy",
            "work.none",
            "work.middle",
            "course.last",
            "work.hard",
        ];
        assert_eq!(ids, expected);
    }

    #[test]
    fn a_point_is_shown_where_it_is_ticked_and_nowhere_else() {
        use Showing::{NotAsked, Open, Shown};
        let portfolio = portfolio(&[
            ("work.hard", Status::Done),
            ("work.hard.auth", Status::Done),
            ("work.middle.other", Status::Done),
            ("work.middle.data", Status::Learning),
        ]);
        let hard = piece(&portfolio, "work.hard");
        assert_eq!(hard.shows, [Shown, Open, Open]);
        assert_eq!(hard.ticked, Count { done: 1, total: 3 });
        let middle = piece(&portfolio, "work.middle");
        assert_eq!(middle.shows, [NotAsked, Open, Open]);
        assert_eq!(middle.ticked, Count { done: 1, total: 3 });
        assert_eq!(portfolio.shown_by, [1, 0, 0]);
        assert_eq!(portfolio.lacking().collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn a_project_is_in_the_portfolio_once_it_is_begun_and_not_when_it_was_left_out() {
        // Status, whether a point is ticked, done, begun.
        let table = [
            (Status::Todo, false, 0, 0),
            (Status::Todo, true, 0, 1),
            (Status::Learning, false, 0, 1),
            (Status::Learning, true, 0, 1),
            (Status::Done, false, 1, 0),
            (Status::Done, true, 1, 0),
            (Status::Skipped, false, 0, 0),
            (Status::Skipped, true, 0, 0),
        ];
        for (status, is_ticked, done, begun) in table {
            let tick = if is_ticked {
                Status::Done
            } else {
                Status::Todo
            };
            let portfolio = portfolio(&[("work.hard", status), ("work.hard.data", tick)]);
            assert_eq!(
                (portfolio.done, portfolio.begun),
                (done, begun),
                "{status:?} {is_ticked}"
            );
            let shown = usize::from(is_ticked && done + begun > 0);
            assert_eq!(portfolio.shown_by, [0, shown, 0], "{status:?} {is_ticked}");
        }
    }

    #[test]
    fn the_open_project_that_fills_most_gaps_is_suggested() {
        use Status::{Done, Learning, Skipped, Todo};
        type Case = (
            &'static [(&'static str, Status)],
            Option<(&'static str, &'static [usize])>,
        );
        let table: &[Case] = &[
            (&[], Some(("work.hard", &[0, 1, 2]))),
            // A tie of two that add as much: the easier one.
            (&[("work.easy.auth", Done)], Some(("work.middle", &[1, 2]))),
            // Of the same level the first; what is under way comes before both.
            (
                &[("work.easy.auth", Done), ("work.hard", Learning)],
                Some(("work.hard", &[1, 2])),
            ),
            (&[("work.hard", Skipped)], Some(("work.middle", &[1, 2]))),
            (
                &[("work.hard", Skipped), ("work.middle", Done)],
                Some(("course.last", &[1, 2])),
            ),
            (
                &[
                    ("work.hard", Done),
                    ("work.hard.data", Done),
                    ("work.hard.deploy", Done),
                ],
                Some(("work.easy", &[0])),
            ),
            (
                &[
                    ("work.hard", Learning),
                    ("work.hard.auth", Done),
                    ("work.hard.data", Done),
                    ("work.hard.deploy", Done),
                ],
                None,
            ),
            // Something is lacking and nothing open asks for it.
            (
                &[("work.hard", Done), ("work.easy", Done)],
                Some(("work.middle", &[1, 2])),
            ),
            (
                &[
                    ("work.hard", Done),
                    ("work.easy", Skipped),
                    ("work.middle.data", Done),
                    ("work.middle.deploy", Done),
                ],
                None,
            ),
            (
                &[("work.hard", Done), ("work.hard", Todo)],
                Some(("work.hard", &[0, 1, 2])),
            ),
        ];
        for (changes, expected) in table {
            let expected = expected.map(|(id, fills)| (id.to_owned(), fills.to_vec()));
            assert_eq!(suggested(&portfolio(changes)), expected, "{changes:?}");
        }
    }

    #[test]
    fn a_roadmap_without_a_portfolio_or_projects_has_an_empty_one() {
        let yaml =
            "{format: 1, id: a, title: A, steps: [{id: s, title: S, topics: [{id: t, title: T}]}]}";
        let roadmap = load(yaml.as_bytes()).unwrap();
        assert_eq!(
            Portfolio::of(&roadmap, &Progress::default()),
            Portfolio::default()
        );
    }

    #[test]
    fn the_builtin_projects_ask_for_all_that_the_portfolio_includes() {
        let roadmap = builtin::load().unwrap();
        let portfolio = Portfolio::of(&roadmap, &Progress::default());
        assert_eq!(portfolio.pieces.len(), 9);
        for piece in &portfolio.pieces {
            assert_eq!(
                piece.shows,
                [Showing::Open; 5],
                "{}",
                roadmap[piece.project].id
            );
        }
        let include = roadmap
            .portfolio
            .as_ref()
            .map_or(&[][..], |all| &all.include);
        let projects = roadmap
            .topics()
            .iter()
            .filter_map(|topic| topic.project.as_ref());
        for point in projects.flat_map(|project| &project.checklist) {
            let mut include = include.iter();
            let included = include.find(|included| included.word() == point.word());
            assert!(included.is_some_and(|included| !included.summary.is_empty()));
        }
    }

    fn changes() -> impl Strategy<Value = Vec<(&'static str, Status)>> {
        let subjects = [
            "work.hard",
            "work.middle",
            "work.easy",
            "course.last",
            "work.hard.auth",
            "work.hard.data",
            "work.hard.deploy",
            "work.middle.data",
            "work.middle.deploy",
            "work.easy.auth",
            "course.last.deploy",
        ];
        let subject = prop::sample::select(subjects.to_vec());
        prop::collection::vec((subject, prop::sample::select(&Status::ALL[..])), 0..30)
    }

    proptest! {
        #[test]
        fn what_is_suggested_fills_as_many_gaps_as_any_and_only_gaps(changes in changes()) {
            let portfolio = portfolio(&changes);
            let lacking: Vec<usize> = portfolio.lacking().collect();
            let open = portfolio.pieces.iter().filter(|piece| piece.is_open());
            let fills = |piece: &Piece| lacking.iter().filter(|place| piece.shows[**place] == Showing::Open).count();
            let most = open.map(fills).max().unwrap_or(0);
            let suggested = portfolio.suggestion.as_ref().map_or(&[][..], |each| &each.fills);
            prop_assert_eq!(suggested.len(), most);
            prop_assert!(suggested.iter().all(|place| lacking.contains(place)));
        }

        #[test]
        fn doing_what_is_suggested_leaves_only_the_other_gaps(changes in changes()) {
            let before = portfolio(&changes);
            if let Some(suggestion) = &before.suggestion {
                let roadmap = roadmap();
                let id = &roadmap[suggestion.project].id;
                let ids: Vec<String> = suggestion.fills.iter().map(|place| format!("{id}.{}", WORDS[*place])).collect();
                let mut changes = changes.clone();
                changes.push((id, Status::Done));
                changes.extend(ids.iter().map(|id| (id.as_str(), Status::Done)));
                let expected: Vec<usize> = before.lacking().filter(|place| !suggestion.fills.contains(place)).collect();
                prop_assert_eq!(portfolio(&changes).lacking().collect::<Vec<_>>(), expected);
            }
        }

        #[test]
        fn counts_agree_with_the_pieces(changes in changes()) {
            let portfolio = portfolio(&changes);
            let taken_up = portfolio.pieces.iter().filter(|piece| piece.is_taken_up());
            prop_assert_eq!(taken_up.clone().count(), portfolio.done + portfolio.begun);
            for (place, count) in portfolio.shown_by.iter().enumerate() {
                let shown = taken_up.clone().filter(|piece| piece.shows[place] == Showing::Shown);
                prop_assert_eq!(shown.count(), *count);
            }
        }
    }
}
