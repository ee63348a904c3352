//! Everything that can be searched for, and what of it fits best.

use std::cmp::Reverse;

use unicode_normalization::UnicodeNormalization;

use super::fuzzy::{Alphabet, Fit, Fuzzy, Letters, Query};
use crate::plain::clean;
use crate::progress::Progress;
use crate::roadmap::{Link, Roadmap, Section, TopicKey};

/// How many hits are kept, the best ones.
const KEPT: usize = 300;
/// Of how many texts the exact score is worked out; of more, only of those that roughly fit best.
const FEW: usize = 4000;

/// What a text is that can be found. Of hits that fit alike the kinds come in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The title of a topic.
    Topic,
    /// That of a project.
    Project,
    /// That of a step.
    Step,
    /// That of a group.
    Group,
    /// That of a path.
    Path,
    /// That of a stage of a path.
    Stage,
    /// That of a course.
    Course,
    /// That of a mistake in the guide.
    Mistake,
    /// A question of the guide.
    Question,
    /// A line of a note of the learner's.
    Note,
    /// The title of a link.
    Link,
}

/// Where something that was found stands, by places in the roadmap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lead {
    /// A topic.
    Topic(TopicKey),
    /// A project.
    Project(TopicKey),
    /// A step.
    Step(usize),
    /// A path.
    Path(usize),
    /// A path and a stage of it.
    Stage(usize, usize),
    /// A course.
    Course(usize),
    /// A mistake.
    Mistake(usize),
    /// A question.
    Question(usize),
}

/// One text that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub lead: Lead,
    /// The end of its text; that of the item before is its start.
    end: usize,
    letters: Letters,
}

/// Everything that can be found, in the order of the roadmap.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// All texts in a row: what is looked through many times lies close together.
    texts: String,
    items: Vec<Item>,
    alphabet: Alphabet,
}

impl Index {
    /// The texts of a roadmap and the learner's notes.
    #[must_use]
    pub fn of(roadmap: &Roadmap, progress: &Progress) -> Self {
        let mut index = Self::default();
        for (at, step) in roadmap.steps.iter().enumerate() {
            index.add(Kind::Step, Lead::Step(at), &step.title);
            index.add_section(roadmap, progress, step);
        }
        for (at, path) in roadmap.paths.iter().enumerate() {
            index.add(Kind::Path, Lead::Path(at), &path.title);
            for (nth, stage) in path.stages.iter().enumerate() {
                index.add(Kind::Stage, Lead::Stage(at, nth), &stage.title);
                index.add_topics(roadmap, progress, stage.topics.keys());
            }
        }
        for (at, course) in roadmap.courses.iter().enumerate() {
            index.add(Kind::Course, Lead::Course(at), &course.title);
            index.add_links(Lead::Course(at), &course.links);
            index.add_topics(roadmap, progress, course.topics.keys());
        }
        for (at, mistake) in roadmap.mistakes.iter().enumerate() {
            index.add(Kind::Mistake, Lead::Mistake(at), &mistake.title);
        }
        for (at, question) in roadmap.questions.iter().enumerate() {
            index.add(Kind::Question, Lead::Question(at), &question.question);
        }
        index
    }

    fn add_section(&mut self, roadmap: &Roadmap, progress: &Progress, section: &Section) {
        if section.groups.is_empty() {
            self.add_topics(roadmap, progress, section.topics.keys());
        }
        for group in &section.groups {
            if let Some(first) = group.topics.get(0) {
                self.add(Kind::Group, Lead::Topic(first), &group.title);
            }
            self.add_section(roadmap, progress, group);
        }
    }

    fn add_topics(
        &mut self,
        roadmap: &Roadmap,
        progress: &Progress,
        keys: impl Iterator<Item = TopicKey>,
    ) {
        for key in keys {
            let (topic, lead) = (&roadmap[key], Lead::Topic(key));
            match topic.project {
                Some(_) => self.add(Kind::Project, Lead::Project(key), &topic.title),
                None => self.add(Kind::Topic, lead, &topic.title),
            }
            for line in progress.note(key).unwrap_or_default().lines() {
                self.add(Kind::Note, lead, clean(line).trim());
            }
            self.add_links(lead, &topic.links);
        }
    }

    fn add_links(&mut self, lead: Lead, links: &[Link]) {
        for link in links {
            self.add(Kind::Link, lead, &link.title);
        }
    }

    fn add(&mut self, kind: Kind, lead: Lead, text: &str) {
        if text.is_empty() {
            return;
        }
        let text = self.alphabet.composed(text);
        self.texts.push_str(&text);
        self.items.push(Item {
            kind,
            lead,
            end: self.texts.len(),
            letters: self.alphabet.letters(&text),
        });
    }

    /// How many texts there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// A text and what it is.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<(Item, &str)> {
        let item = *self.items.get(at)?;
        let before = at.checked_sub(1).and_then(|before| self.items.get(before));
        let start = before.map_or(0, |before| before.end);
        Some((item, self.texts.get(start..item.end)?))
    }
}

/// A search while it is typed: what is found so far, the best first.
#[derive(Debug, Clone)]
pub struct Search {
    index: Index,
    fuzzy: Fuzzy,
    /// Of how many texts the exact score is worked out.
    few: usize,
    /// What was looked for last, as it was typed.
    text: String,
    query: Query,
    /// The places of all texts that have its words, in the order of the roadmap.
    found: Vec<usize>,
    /// The places of the best of them, the best first.
    best: Vec<usize>,
    /// How many there are, those that are not kept among them.
    total: usize,
}

/// What puts one hit before another: how well it fits, then what it is, then where it stands.
type Rank = (Reverse<u32>, Kind, usize);

impl Search {
    /// A search in an index.
    #[must_use]
    pub fn new(index: Index) -> Self {
        Self {
            index,
            fuzzy: Fuzzy::default(),
            few: FEW,
            text: String::new(),
            query: Query::default(),
            found: Vec::new(),
            best: Vec::new(),
            total: 0,
        }
    }

    /// What was looked for last, as it was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many texts fit.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.total
    }

    /// How many of them are kept, the best.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.best.len()
    }

    /// Whether nothing was found.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.best.is_empty()
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub const fn is_idle(&self) -> bool {
        self.query.is_empty()
    }

    /// The hit at a place, the best at 0.
    #[must_use]
    pub fn hit(&self, at: usize) -> Option<(Item, &str)> {
        self.index.get(*self.best.get(at)?)
    }

    /// All hits that are kept, the best first.
    pub fn hits(&self) -> impl Iterator<Item = (Item, &str)> {
        self.best.iter().filter_map(|at| self.index.get(*at))
    }

    /// Which characters of a hit are letters that are looked for, by their places.
    pub fn marks(&self, fuzzy: &mut Fuzzy, at: usize) -> Vec<usize> {
        let hit = self.hit(at);
        hit.map_or_else(Vec::new, |(_, text)| fuzzy.marks(&self.query, text))
    }

    /// Looks for the words of a text; where it goes on what was typed before, only among what that
    /// found.
    pub fn look_for(&mut self, text: &str) {
        if text == self.text {
            return;
        }
        let query = Query::new(text);
        // An accent that comes after its letter makes another letter of it, which finds other texts.
        let [composed, before] = [text, &self.text].map(|each| each.nfc().collect::<String>());
        let goes_on = !self.query.is_empty() && composed.starts_with(&before);
        let among = goes_on.then(|| std::mem::take(&mut self.found));
        text.clone_into(&mut self.text);
        self.query = query;
        self.found.clear();
        self.best.clear();
        self.total = 0;
        if !self.query.is_empty() {
            self.find(among);
        }
    }

    fn find(&mut self, among: Option<Vec<usize>>) {
        let letters = self.query.letters();
        let has_letters = |at: &usize| {
            let item = self.index.items.get(*at);
            item.is_some_and(|item| item.letters.cover(letters))
        };
        let mut candidates = match among {
            Some(mut among) => {
                among.retain(has_letters);
                among
            }
            None => (0..self.index.len()).filter(has_letters).collect(),
        };
        let is_many = candidates.len() > self.few;
        let rough = is_many.then(|| self.rank(&mut candidates, Fuzzy::rough_fit));
        // Only what has all words counts: so the same is found however they came to be typed.
        let rough = rough.filter(|_| candidates.len() > self.few);
        let mut ranks = if let Some(mut ranks) = rough {
            self.total = ranks.len();
            keep_best(&mut ranks, self.few);
            self.rank(&mut places(ranks), Fuzzy::fit)
        } else {
            let ranks = self.rank(&mut candidates, Fuzzy::fit);
            self.total = ranks.len();
            ranks
        };
        self.found = candidates;
        keep_best(&mut ranks, KEPT);
        self.best = places(ranks);
    }

    /// The ranks of those candidates that were not found by chance, in no order; of the candidates
    /// those stay that have all words.
    fn rank(
        &mut self,
        candidates: &mut Vec<usize>,
        compare: fn(&mut Fuzzy, &Query, &str) -> Option<Fit>,
    ) -> Vec<Rank> {
        let mut ranks = Vec::with_capacity(candidates.len());
        candidates.retain(|at| {
            let Some((item, text)) = self.index.get(*at) else {
                return false;
            };
            let fit = compare(&mut self.fuzzy, &self.query, text);
            if let Some(fit) = fit.filter(|fit| !fit.is_chance) {
                ranks.push((Reverse(fit.score), item.kind, *at));
            }
            fit.is_some()
        });
        ranks
    }
}

/// The places of what is ranked.
fn places(ranks: Vec<Rank>) -> Vec<usize> {
    ranks.into_iter().map(|(.., at)| at).collect()
}

/// Keeps so many of the first, in order.
fn keep_best(ranks: &mut Vec<Rank>, most: usize) {
    if ranks.len() > most {
        ranks.select_nth_unstable(most);
        ranks.truncate(most);
    }
    ranks.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::{Change, Entry, History};
    use crate::roadmap::load;
    use proptest::prelude::*;

    const YAML: &str = r#"{format: 1, id: small, title: Small, steps: [
        {id: web, title: The web, topics: [
            {id: http, title: HTTP, links: [{title: "MDN: Cookies and HTTP", url: "https://example.org/"}]},
            {id: cookies, title: Cookies}]},
        {id: data, title: Databases, groups: [
            {id: sql, title: SQL databases, topics: [{id: joins, title: Joins}]},
            {id: etudes, title: Études, topics: [{id: chess, title: Cookies for chess}]}]},
        {id: projects, title: Projects, topics: [
            {id: jar, title: A cookie jar, project: {level: beginner, brief: Build a jar.}}]}],
        paths: [{id: quick, title: Quick way, stages: [
            {id: first, title: First cookies, covers: [web], topics: [{id: own, title: Own stage topic}]}]}],
        courses: [{id: tube, title: Cookie course, links: [{title: Tube, url: "https://example.org/t"}],
            topics: [{id: part, title: Part}]}],
        mistakes: [{id: haste, title: Too many cookies, advice: Slow down.}],
        questions: [{question: "Are cookies needed?", answer: "Yes."}]}"#;

    fn roadmap() -> Roadmap {
        load(YAML.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"))
    }

    fn index(notes: &[(&str, &str)]) -> Index {
        let roadmap = roadmap();
        let at = "2026-11-22T12:00:00Z".parse().unwrap();
        let entries = notes.iter().map(|(topic, text)| {
            let (topic, text) = ((*topic).to_owned(), (*text).to_owned());
            Entry::new(at, Change::Note { topic, text })
        });
        let progress = Progress::of(&roadmap, &entries.collect::<History>());
        Index::of(&roadmap, &progress)
    }

    fn found(search: &Search) -> Vec<String> {
        let named = |(item, text): (Item, &str)| format!("{:?}: {text}", item.kind);
        search.hits().map(named).collect()
    }

    fn search(text: &str) -> Search {
        let mut search = Search::new(index(&[("web.http", "Stateless.\n\u{1b}[2J cookies help")]));
        search.look_for(text);
        search
    }

    #[test]
    fn everything_that_has_a_title_is_found_with_what_it_is_and_where_it_leads() {
        let roadmap = roadmap();
        let topic = |id: &str| Lead::Topic(roadmap.topic(id).unwrap());
        for (text, kind, title, lead) in [
            ("http", Kind::Topic, "HTTP", topic("web.http")),
            ("the web", Kind::Step, "The web", Lead::Step(0)),
            ("sql", Kind::Group, "SQL databases", topic("data.sql.joins")),
            ("etudes", Kind::Group, "Études", topic("data.etudes.chess")),
            (
                "jar",
                Kind::Project,
                "A cookie jar",
                Lead::Project(roadmap.topic("projects.jar").unwrap()),
            ),
            ("quick", Kind::Path, "Quick way", Lead::Path(0)),
            ("first", Kind::Stage, "First cookies", Lead::Stage(0, 0)),
            (
                "own",
                Kind::Topic,
                "Own stage topic",
                topic("quick.first.own"),
            ),
            ("course", Kind::Course, "Cookie course", Lead::Course(0)),
            ("tube", Kind::Link, "Tube", Lead::Course(0)),
            ("part", Kind::Topic, "Part", topic("tube.part")),
            ("many", Kind::Mistake, "Too many cookies", Lead::Mistake(0)),
            (
                "needed",
                Kind::Question,
                "Are cookies needed?",
                Lead::Question(0),
            ),
            ("stateless", Kind::Note, "Stateless.", topic("web.http")),
            ("help", Kind::Note, "[2J cookies help", topic("web.http")),
            (
                "mdn",
                Kind::Link,
                "MDN: Cookies and HTTP",
                topic("web.http"),
            ),
        ] {
            let search = search(text);
            let (item, found) = search.hit(0).unwrap_or_else(|| panic!("no {text}"));
            assert_eq!((item.kind, found, item.lead), (kind, title, lead), "{text}");
        }
    }

    #[test]
    fn the_best_come_first_and_of_those_alike_first_topics_in_the_order_of_the_roadmap() {
        assert_eq!(
            found(&search("cookie")),
            [
                "Topic: Cookies",
                "Topic: Cookies for chess",
                "Project: A cookie jar",
                "Stage: First cookies",
                "Course: Cookie course",
                "Mistake: Too many cookies",
                "Question: Are cookies needed?",
                "Note: [2J cookies help",
                "Link: MDN: Cookies and HTTP",
            ]
        );
        // The whole title before those that only begin with it.
        assert_eq!(found(&search("cookies"))[0], "Topic: Cookies");
        assert_eq!(search("cookie").total(), 9);
    }

    #[test]
    fn letters_by_chance_are_no_hit() {
        // `Are cookies needed?` has all of these letters in this order.
        assert_eq!(found(&search("eied")), Vec::<String>::new());
        assert_eq!(found(&search("xyz")), Vec::<String>::new());
        assert_eq!(search("xyz").total(), 0);
        assert!(search(" ").is_idle() && search(" ").is_empty());
    }

    #[test]
    fn letters_of_a_hit_are_marked() {
        let search = search("cook jar");
        let mut fuzzy = Fuzzy::default();
        assert_eq!(found(&search), ["Project: A cookie jar"]);
        assert_eq!(search.marks(&mut fuzzy, 0), [2, 3, 4, 5, 9, 10, 11]);
        assert_eq!(search.marks(&mut fuzzy, 1), [0; 0]);
    }

    /// A roadmap with many topics that are much alike, and one of another title behind them.
    fn many(count: usize, last: &str) -> Roadmap {
        let topics: Vec<String> = (0..count)
            .map(|nth| format!("{{id: t{nth}, title: A topic number {nth}}}"))
            .collect();
        let topics = topics.join(",\n");
        let yaml = format!(
            "{{format: 1, id: many, title: Many, steps: [{{id: s, title: All, topics: [{topics},
             {{id: last, title: {last}}}]}}]}}"
        );
        load(yaml.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"))
    }

    #[test]
    fn of_very_many_the_best_are_kept_and_all_are_counted() {
        let roadmap = many(2 * FEW, "Topic");
        let mut search = Search::new(Index::of(&roadmap, &Progress::default()));
        search.look_for("topic");
        assert_eq!((search.len(), search.total()), (KEPT, 2 * FEW + 1));
        assert_eq!(
            found(&search)[..3],
            [
                "Topic: Topic",
                "Topic: A topic number 0",
                "Topic: A topic number 1"
            ]
        );
        search.look_for("topic 7999");
        assert_eq!(found(&search)[0], "Topic: A topic number 7999");
        assert_eq!(found(&search).len(), search.total());
    }

    #[test]
    fn a_word_is_found_behind_its_letters_far_apart_however_many_texts_there_are() {
        let line = "Stone apples and lion tacks";
        for (line, topics) in [
            (format!("{line} for a topic"), 1),
            (format!("{}for a topic", format!("{line}. ").repeat(80)), 1),
            (line.to_owned(), 0),
        ] {
            let roadmap = many(10, &line);
            for few in [20, 11, 10, 5] {
                let index = Index::of(&roadmap, &Progress::default());
                let mut search = Search::new(index);
                search.few = few;
                search.look_for("topic");
                assert_eq!(search.total(), 10 + topics, "{line}");
                search.look_for("topic for");
                assert_eq!(search.total(), topics, "{line}");
                let start = line.chars().count() - 9;
                let marks = [0, 1, 2, 4, 5, 6, 7, 8].map(|at| start + at);
                let marked = search.marks(&mut Fuzzy::default(), 0);
                assert!(topics == 0 || marked.ends_with(&marks[3..]), "{marked:?}");
            }
        }
    }

    #[test]
    fn accents_are_found_alike_whether_they_stand_apart_or_not() {
        for title in ["\u{c9}tude", "E\u{301}tude"] {
            let roadmap = many(1, title);
            for text in ["étude", "e\u{301}tude", "etude"] {
                let mut search = Search::new(Index::of(&roadmap, &Progress::default()));
                search.look_for(text);
                assert_eq!(found(&search), ["Topic: \u{c9}tude"], "{text}");
                assert_eq!(search.marks(&mut Fuzzy::default(), 0), [0, 1, 2, 3, 4]);
            }
        }
    }

    proptest! {
        #[test]
        fn typed_letter_by_letter_the_same_is_found_as_at_once(text in "[cokiesqlthpéêế\u{301} ]{0,9}", back in 0_usize..4, few in 0_usize..12) {
            let notes = [("web.http", "Cold rocks irk hotels: cookies\nE\u{301}tude"), ("data.sql.joins", "The quiet sloth: sql, quê, kế")];
            let search = || Search { few, ..Search::new(index(&notes)) };
            let mut typed = search();
            let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            let ends: Vec<usize> = ends.collect();
            for end in ends.iter().chain(ends.iter().rev().take(back)).chain([&text.len()]) {
                typed.look_for(&text[..*end]);
                let mut at_once = search();
                at_once.look_for(&text[..*end]);
                prop_assert_eq!(found(&typed), found(&at_once));
                prop_assert_eq!(typed.total(), at_once.total());
            }
        }
    }
}
