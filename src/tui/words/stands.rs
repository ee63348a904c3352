//! How things stand after undo and redo, whatever it was that they took back or brought back.

use jiff::civil::Date;

use super::{NOT_IN_THIS_ROADMAP, day, topic_state};
use crate::plain::clean;
use crate::progress::{Change, Progress, Silence, Status};
use crate::roadmap::{Point, Roadmap};

/// What a change is about, and how that stands now.
pub(super) fn stands(
    roadmap: &Roadmap,
    progress: &Progress,
    change: &Change,
    today: Date,
) -> (String, String) {
    let Some(id) = change.topic() else {
        return beside(roadmap, progress, change, today);
    };
    let Some(key) = roadmap.topic(id) else {
        return match point(roadmap, id) {
            Some((point, name)) => (name, point_state(progress.point(&point.id).status)),
            None => (clean(id).into_owned(), NOT_IN_THIS_ROADMAP.to_owned()),
        };
    };
    let title = &roadmap[key].title;
    match change {
        Change::Note { .. } => {
            let state = progress.note(key).map_or("gone", |_| "there");
            (format!("the note on {title}"), state.to_owned())
        }
        Change::Repository { .. } => {
            let state = clean(progress.repository(key).unwrap_or("gone"));
            (format!("the repository of {title}"), state.into_owned())
        }
        Change::Status { .. } | Change::Follow { .. } | Change::Silence { .. } => {
            (title.clone(), topic_state(progress.standing(key), today))
        }
    }
}

/// The same of what belongs to no topic.
fn beside(
    roadmap: &Roadmap,
    progress: &Progress,
    change: &Change,
    today: Date,
) -> (String, String) {
    if let Change::Silence { mistake, .. } = change {
        return silence(roadmap, mistake, progress.silence(mistake, today), today);
    }
    let path = progress.path(roadmap);
    let title = path.map_or(super::path::NO_PATH, super::path::name);
    (title.to_owned(), super::path::FOLLOWED.to_owned())
}

/// The title of a mistake, and whether its mark is shown.
pub(super) fn silence(
    roadmap: &Roadmap,
    mistake: &str,
    silence: Option<Silence>,
    today: Date,
) -> (String, String) {
    let found = roadmap.mistakes.iter().find(|each| each.id == mistake);
    let title = found.map_or_else(|| clean(mistake).into_owned(), |found| found.title.clone());
    let state = match silence {
        Some(Silence::Until(until)) if until > today => {
            format!("silent until {}", day(until, today))
        }
        Some(Silence::Until(_)) | None => "shown again".to_owned(),
        Some(Silence::Forever) => "silent for good".to_owned(),
    };
    (title, state)
}

fn point_state(status: Status) -> String {
    let state = match status {
        Status::Done => "ticked",
        Status::Todo | Status::Learning | Status::Skipped => "open",
    };
    state.to_owned()
}

/// A point of a checklist by its full id: itself, and what it is called together with its project.
/// Titles of such points are sentences, so it goes by the portfolio's word for it.
pub(super) fn point<'a>(roadmap: &'a Roadmap, id: &str) -> Option<(&'a Point, String)> {
    let (project, word) = id.rsplit_once('.')?;
    let topic = &roadmap[roadmap.topic(project)?];
    let is_meant = |point: &&Point| point.word() == word;
    let mut checklist = topic.project.as_ref()?.checklist.iter();
    let point = checklist.find(is_meant)?;
    let portfolio = roadmap.portfolio.iter();
    let mut include = portfolio.flat_map(|portfolio| &portfolio.include);
    let name = include.find(is_meant).map_or(word, |point| &point.title);
    Some((point, format!("{name} in {}", topic.title)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::{Entry, History};
    use crate::roadmap::load;

    const ROADMAP: &str = "{format: 1, id: small, title: Small, steps: [
        {id: web, title: Web, topics: [{id: shop, title: Shop, formerly: [web.store], project: {level: beginner, brief: B, checklist: [
            {id: apis, title: It has endpoints}, {id: extra, title: And more}]}}]}],
        portfolio: {aim: [1, 1], include: [{id: apis, title: APIs}]},
        paths: [{id: p, title: A long path, short: Path, stages: [{id: s, title: S, covers: [web]}]}],
        mistakes: [{id: m, title: Haste, advice: A}]}";

    fn status(topic: &str) -> Change {
        let (topic, status) = (topic.to_owned(), Status::Done);
        Change::Status { topic, status }
    }

    #[test]
    fn every_kind_of_change_says_how_it_stands_with_and_without_it() {
        let roadmap = load(ROADMAP.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"));
        let topic = || "web.shop".to_owned();
        let url = "https://example.org/shop".to_owned();
        let table = [
            (
                status("web.shop"),
                "Shop is done on 23 Nov",
                "Shop is to do",
            ),
            (
                status("web.shop.apis"),
                "APIs in Shop is ticked",
                "APIs in Shop is open",
            ),
            (
                status("web.shop.extra"),
                "extra in Shop is ticked",
                "extra in Shop is open",
            ),
            (
                status("web.store.apis"),
                "APIs in Shop is ticked",
                "APIs in Shop is open",
            ),
            (
                status("old"),
                "old is no part of this roadmap any more",
                "old is no part of this roadmap any more",
            ),
            (
                Change::Note {
                    topic: topic(),
                    text: "n".to_owned(),
                },
                "the note on Shop is there",
                "the note on Shop is gone",
            ),
            (
                Change::Repository {
                    topic: topic(),
                    url,
                },
                "the repository of Shop is https://example.org/shop",
                "the repository of Shop is gone",
            ),
            (
                Change::Follow {
                    path: "p".to_owned(),
                },
                "Path is followed",
                "no path is followed",
            ),
            (
                Change::Silence {
                    mistake: "m".to_owned(),
                    until: None,
                },
                "Haste is silent for good",
                "Haste is shown again",
            ),
        ];
        for (change, with, without) in table {
            let entry = Entry::new("2026-11-23T12:00:00Z".parse().unwrap(), change.clone());
            let today = entry.at.day();
            for (history, expected) in [(vec![entry], with), (Vec::new(), without)] {
                let history: History = history.into_iter().collect();
                let progress = Progress::of(&roadmap, &history);
                let (what, state) = stands(&roadmap, &progress, &change, today);
                assert_eq!(format!("{what} is {state}"), expected);
            }
        }
    }
}
