//! Steps, groups, topics and projects.

use std::collections::HashMap;

use super::{Decoder, link};
use crate::roadmap::check::Reference;
use crate::roadmap::id::joined;
use crate::roadmap::key::{Target, TopicKey, TopicRange};
use crate::roadmap::model::{Level, Link, Point, Project, Section, Topic};
use crate::yaml::fields::Kind;
use crate::yaml::nearest;
use crate::yaml::source::{Node, Value};
use crate::yaml::{Problem, Spot, quoted};

const SECTION_KEYS: [&str; 9] = [
    "id", "title", "short", "summary", "pick", "for", "extra", "groups", "topics",
];
const STEP: Kind<9> = Kind {
    name: "a step",
    keys: SECTION_KEYS,
};
const GROUP: Kind<9> = Kind {
    name: "a group",
    keys: SECTION_KEYS,
};
const TOPIC: Kind<8> = Kind {
    name: "a topic",
    keys: [
        "id", "title", "summary", "links", "checks", "formerly", "extra", "project",
    ],
};
const PROJECT: Kind<4> = Kind {
    name: "a project",
    keys: ["level", "brief", "practises", "checklist"],
};
const LINK: Kind<2> = Kind {
    name: "a link",
    keys: ["title", "url"],
};
const POINT: Kind<3> = Kind {
    name: "a point",
    keys: ["id", "title", "summary"],
};

/// What a step or group passes on to what stands in it.
struct Within<'p> {
    id: &'p str,
    is_step: bool,
    is_choice: bool,
    extra: bool,
}

impl Decoder {
    /// One step with all that it holds.
    pub(super) fn step(&mut self, node: Node<'_>) -> Option<Section> {
        let root = Within {
            id: "",
            is_step: true,
            is_choice: false,
            extra: false,
        };
        self.section(node, &root)
    }

    fn section(&mut self, node: Node<'_>, within: &Within<'_>) -> Option<Section> {
        let kind = if within.is_step { &STEP } else { &GROUP };
        let (spot, fields) = self.problems.fields(node, kind)?;
        let [
            id,
            title,
            short,
            summary,
            pick,
            picked_by,
            extra,
            groups,
            topics,
        ] = fields;
        let number = self.sections;
        self.sections += 1;
        if let Some(node) = picked_by {
            self.picked_by(node, number, within);
        }
        let own = (within.is_step || id.is_some()).then(|| self.own_id(id, spot, kind.name));
        let id = match &own {
            Some((id, _)) => joined(within.id, id),
            None => within.id.to_owned(),
        };
        let extra = self.problems.flag(extra).unwrap_or(false) || within.extra;
        let inner = Within {
            id: &id,
            is_step: false,
            is_choice: pick.is_some(),
            extra,
        };
        let mark = self.roadmap.mark();
        let (groups, members) = self.members(groups, topics, spot, kind.name, &inner);
        let topics = self.roadmap.since(mark);
        if let Some((_, Some(spot))) = own {
            let target = Target::Section(topics);
            self.names
                .claim(&id, target, spot, &mut self.roadmap, &mut self.problems);
        }
        Some(Section {
            title: self.title(title, spot, kind.name),
            short: self.line(short),
            summary: self.prose(summary),
            pick: pick.and_then(|node| self.pick(&node, members)),
            picked_by: None,
            extra,
            groups,
            topics,
            id,
        })
    }

    /// The id and where it stands; where it is missing or bad, one that nothing else can have, so
    /// that what stands within does not seem to clash with its neighbours.
    fn own_id(
        &mut self,
        field: Option<Node<'_>>,
        owner: Spot,
        kind: &str,
    ) -> (String, Option<Spot>) {
        match self.id(field, owner, kind) {
            Some((id, spot)) => (id, Some(spot)),
            None => (format!("?{}", owner.place), None),
        }
    }

    fn picked_by(&mut self, node: Node<'_>, number: usize, within: &Within<'_>) {
        if !within.is_choice {
            self.problems.add(|| {
                Problem::at(node.spot, "`for` outside a choice")
                    .hint("it belongs to a group whose step or group has `pick`")
            });
        } else if let Some(reference) = self.reference(node) {
            self.references.picked_by.push((number, reference));
        }
    }

    /// What a section holds: its groups, and how many members a choice among them has.
    fn members(
        &mut self,
        groups: Option<Node<'_>>,
        topics: Option<Node<'_>>,
        owner: Spot,
        kind: &str,
        inner: &Within<'_>,
    ) -> (Vec<Section>, usize) {
        if let (Some(_), Some(topics)) = (&groups, &topics) {
            let spot = topics.spot;
            self.problems.add(|| {
                Problem::at(spot, format!("{kind} with both `groups` and `topics`"))
                    .hint("put these topics in a group of their own")
            });
        }
        if groups.is_none() && topics.is_none() {
            self.problems.add(|| {
                Problem::at(owner, format!("{kind} with neither `groups` nor `topics`"))
                    .expected("`topics: …` or `groups: …`")
            });
            return (Vec::new(), 0);
        }
        let mut members = 0;
        let mut sections = Vec::new();
        if groups.is_some() {
            let groups = self.needed_list(groups, owner, kind, "groups", "groups");
            members = groups.len();
            sections = self.each(groups, |decoder, node| decoder.section(node, inner));
        }
        if topics.is_some() {
            let topics = self.needed_list(topics, owner, kind, "topics", "topics");
            members = members.max(topics.len());
            for node in topics {
                self.topic(node, inner);
            }
        }
        (sections, members)
    }

    fn pick(&mut self, node: &Node<'_>, members: usize) -> Option<usize> {
        let pick = self.count(node)?;
        // Of a section without members enough is said already.
        if members > 0 && pick > members {
            self.problems.add(|| {
                Problem::at(
                    node.spot,
                    format!("`pick: {pick}` in a choice of {members}"),
                )
                .expected(format!("a whole number from 1 to {members}"))
            });
        }
        Some(pick)
    }

    /// The topics of a course or a stage, which stand in the list behind those of the steps.
    pub(super) fn own_topics(&mut self, field: Option<Node<'_>>, parent: &str) -> TopicRange {
        let mark = self.roadmap.mark();
        let within = Within {
            id: parent,
            is_step: false,
            is_choice: false,
            extra: false,
        };
        for node in self.list(field, "topics") {
            self.topic(node, &within);
        }
        self.roadmap.since(mark)
    }

    fn topic(&mut self, node: Node<'_>, within: &Within<'_>) {
        let Some((spot, fields)) = self.problems.fields(node, &TOPIC) else {
            return;
        };
        let [id, title, summary, links, checks, formerly, extra, project] = fields;
        let (id, named) = self.own_id(id, spot, TOPIC.name);
        let id = joined(within.id, &id);
        let formerly = self.references(formerly, "full ids");
        let (project, practises) = project
            .and_then(|node| self.project(node, &id))
            .map_or((None, Vec::new()), |(project, practises)| {
                (Some(project), practises)
            });
        let topic = Topic {
            id: id.clone(),
            title: self.title(title, spot, TOPIC.name),
            summary: self.prose(summary),
            links: self.links(links),
            checks: self.lines(checks, "checks"),
            formerly: formerly.iter().map(|former| former.id.clone()).collect(),
            extra: self.problems.flag(extra).unwrap_or(false) || within.extra,
            project,
        };
        let key = self.roadmap.push(topic);
        self.names.topic_at(named.unwrap_or(spot).place);
        if let Some(spot) = named {
            let target = Target::Topic(key);
            self.names
                .claim(&id, target, spot, &mut self.roadmap, &mut self.problems);
        }
        self.remember(key, practises, formerly);
    }

    fn remember(&mut self, key: TopicKey, practises: Vec<Reference>, formerly: Vec<Reference>) {
        let practises = practises.into_iter().map(|reference| (key, reference));
        self.references.practises.extend(practises);
        let formerly = formerly.into_iter().map(|reference| (key, reference));
        self.references.formerly.extend(formerly);
    }

    fn project(&mut self, node: Node<'_>, id: &str) -> Option<(Project, Vec<Reference>)> {
        let (spot, [level, brief, practises, checklist]) = self.problems.fields(node, &PROJECT)?;
        let level = self.level(level, spot);
        let mut checklist = self.points(checklist, "checklist", true);
        for point in &mut checklist {
            point.id = joined(id, &point.id);
        }
        let project = Project {
            level,
            brief: self.prose(brief),
            practises: Vec::new(),
            checklist,
        };
        Some((project, self.references(practises, "full ids of topics")))
    }

    fn level(&mut self, field: Option<Node<'_>>, owner: Spot) -> Level {
        let word = self.needed_line_at(field, owner);
        let Some((word, spot)) = word else {
            return Level::Beginner;
        };
        let known = Level::ALL.into_iter().find(|level| level.word() == word);
        if known.is_none() {
            self.problems.add(|| {
                let words = Level::ALL.map(Level::word);
                Problem::at(spot, format!("unknown level {}", quoted(&word)))
                    .did_you_mean(nearest(&word, words))
                    .expected(format!("one of: {}", words.join(", ")))
            });
        }
        known.unwrap_or(Level::Beginner)
    }

    fn needed_line_at(&mut self, field: Option<Node<'_>>, owner: Spot) -> Option<(String, Spot)> {
        let spot = field.as_ref().map_or(owner, |node| node.spot);
        let line = self.needed_line(field, owner, PROJECT.name, "level");
        (!line.is_empty()).then_some((line, spot))
    }

    /// A list of points, whose ids are unique among each other if they have any.
    pub(super) fn points(
        &mut self,
        field: Option<Node<'_>>,
        list: &str,
        with_ids: bool,
    ) -> Vec<Point> {
        let members = self.list(field, "points");
        let mut seen = HashMap::new();
        let mut points = Vec::with_capacity(members.len());
        for node in members {
            let Some((spot, [id, title, summary])) = self.problems.fields(node, &POINT) else {
                continue;
            };
            let id = if with_ids || id.is_some() {
                self.id(id, spot, POINT.name)
            } else {
                None
            };
            if let Some((id, spot)) = &id {
                self.unique(&mut seen, id, *spot, list);
            }
            points.push(Point {
                id: id.map(|(id, _)| id).unwrap_or_default(),
                title: self.title(title, spot, POINT.name),
                summary: self.prose(summary),
            });
        }
        points
    }

    /// Links to pages.
    pub(super) fn links(&mut self, field: Option<Node<'_>>) -> Vec<Link> {
        let members = self.list(field, "links");
        self.each(members, |decoder, node| {
            let (spot, [title, url]) = decoder.problems.fields(node, &LINK)?;
            let title = decoder.title(title, spot, LINK.name);
            let url = decoder.url(url, spot)?;
            Some(Link { title, url })
        })
    }

    fn url(&mut self, field: Option<Node<'_>>, owner: Spot) -> Option<String> {
        let node = self.needed(field, owner, LINK.name, "url")?;
        let spot = node.spot;
        let url = match node.value {
            Value::Text { text, .. } => text.into_owned(),
            Value::Nothing => String::new(),
            Value::List(_) | Value::Mapping(_) => {
                self.line(Some(node));
                return None;
            }
        };
        if let Some(fault) = link::fault(&url) {
            self.problems.add(|| {
                Problem::at(spot, format!("{} {fault}", quoted(&url)))
                    .expected("an address such as `https://example.org/page`")
            });
        }
        Some(url)
    }
}
