//! The roadmap that the program carries.
//!
//! `roadmap/backend.yaml` is loaded while the program is built, by the code that loads any roadmap
//! file: with a problem in it there is no program. Start-up has no YAML to read, only to unpack.

use crate::roadmap::Roadmap;

/// What `src/build.rs` made of the file.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/backend.roadmap"));

/// The backend developer roadmap.
///
/// # Errors
/// None that a learner meets: what is unpacked was packed by the same build.
pub fn load() -> Result<Roadmap, postcard::Error> {
    postcard::from_bytes(PACKED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roadmap::{Level, Section, TopicRange};

    const TEXT: &[u8] = include_bytes!("../roadmap/backend.yaml");

    fn backend() -> Roadmap {
        load().unwrap()
    }

    #[test]
    fn what_is_packed_is_what_the_file_says() {
        assert_eq!(backend(), crate::roadmap::load(TEXT).unwrap());
    }

    /// Everything that the roadmap takes from its source, in the form of the list of items.
    #[derive(Default)]
    struct Items(Vec<String>);

    impl Items {
        fn add<'t>(
            &mut self,
            part: &str,
            heading: &str,
            titles: impl IntoIterator<Item = &'t str>,
        ) {
            let rows = titles
                .into_iter()
                .map(|title| format!("{part}\t{heading}\t{title}"));
            self.0.extend(rows);
        }

        fn add_topics(&mut self, roadmap: &Roadmap, part: &str, heading: &str, topics: TopicRange) {
            let titles = topics.keys().map(|key| roadmap[key].title.as_str());
            self.add(part, heading, titles);
        }

        fn add_step(&mut self, roadmap: &Roadmap, number: usize, step: &Section) {
            let part = number.to_string();
            if step.id == "projects" {
                for level in Level::ALL {
                    let heading = match level {
                        Level::Beginner => "Beginner Projects",
                        Level::Intermediate => "Intermediate Projects",
                        Level::Advanced => "Advanced Projects",
                    };
                    let topics = step.topics.keys().map(|key| &roadmap[key]);
                    let of_level = topics.filter(|topic| {
                        topic
                            .project
                            .as_ref()
                            .is_some_and(|project| project.level == level)
                    });
                    self.add(&part, heading, of_level.map(|topic| topic.title.as_str()));
                }
            } else if step.groups.is_empty() {
                self.add_topics(roadmap, &part, "-", step.topics);
            }
            for group in step.groups.iter().filter(|group| !group.extra) {
                if group.groups.is_empty() {
                    self.add_topics(roadmap, &part, &group.title, group.topics);
                }
                for inner in &group.groups {
                    let heading = format!("{}: {}", group.title, inner.title.to_lowercase());
                    self.add_topics(roadmap, &part, &heading, inner.topics);
                }
            }
        }
    }

    #[test]
    fn it_has_every_item_of_its_source_in_order_and_under_its_heading() {
        let roadmap = backend();
        let mut items = Items::default();
        let mut steps = (1..).zip(&roadmap.steps);
        for (number, step) in steps.by_ref().take(10) {
            items.add_step(&roadmap, number, step);
        }
        // In the source the course and the path stand between the tenth step and the eleventh.
        for course in &roadmap.courses {
            items.add_topics(
                &roadmap,
                "course",
                &format!("{}: topics", course.title),
                course.topics,
            );
            let points = course
                .valuable_during
                .iter()
                .map(|point| point.title.as_str());
            items.add(
                "course",
                &format!("{}: valuable during", course.title),
                points,
            );
        }
        for path in &roadmap.paths {
            items.add(
                "path",
                &path.title,
                path.stages.iter().map(|stage| stage.title.as_str()),
            );
        }
        for (number, step) in steps {
            items.add_step(&roadmap, number, step);
        }
        let mistakes = roadmap
            .mistakes
            .iter()
            .map(|mistake| mistake.title.as_str());
        items.add("mistakes", "Common Mistakes Beginners Make", mistakes);
        if let Some(portfolio) = &roadmap.portfolio {
            let demonstrates = portfolio
                .demonstrates
                .iter()
                .map(|point| point.title.as_str());
            items.add("portfolio", "A strong portfolio demonstrates", demonstrates);
            let include = portfolio.include.iter().map(|point| point.title.as_str());
            items.add(
                "portfolio",
                "3-5 high-quality projects that include",
                include,
            );
        }
        let expected: Vec<&str> = include_str!("builtin/items.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .collect();
        assert_eq!(expected.len(), 137);
        assert_eq!(items.0.join("\n"), expected.join("\n"));
    }

    #[test]
    fn it_has_thirteen_steps_and_three_to_five_projects_as_its_aim() {
        let roadmap = backend();
        assert_eq!(roadmap.id, "backend");
        assert_eq!(roadmap.steps.len(), 13);
        assert_eq!(
            roadmap.portfolio.map(|portfolio| portfolio.aim),
            Some((3, 5))
        );
        assert_eq!(roadmap.questions.len(), 5);
        assert!(!roadmap.bottom_line.is_empty());
    }

    #[test]
    fn every_topic_says_what_it_is_where_to_read_on_and_what_to_ask_oneself() {
        for topic in backend().topics() {
            let length = topic.summary.chars().count();
            assert!((150..=400).contains(&length), "{}: {length}", topic.id);
            assert!((1..=3).contains(&topic.links.len()), "{}", topic.id);
            assert!((2..=3).contains(&topic.checks.len()), "{}", topic.id);
            assert!(
                topic
                    .checks
                    .iter()
                    .all(|check| check.ends_with('?') && check.len() <= 100),
                "{}",
                topic.id
            );
            assert!(
                topic
                    .links
                    .iter()
                    .all(|link| link.url.starts_with("https://")),
                "{}",
                topic.id
            );
        }
    }

    #[test]
    fn every_project_says_what_to_build_what_it_practises_and_what_it_includes() {
        let roadmap = backend();
        let projects: Vec<_> = roadmap
            .topics()
            .iter()
            .filter_map(|topic| topic.project.as_ref())
            .collect();
        assert_eq!(projects.len(), 9);
        for project in projects {
            assert!(!project.brief.is_empty());
            assert!(project.practises.len() >= 3);
            assert_eq!(project.checklist.len(), 5);
        }
    }

    #[test]
    fn every_framework_is_picked_by_its_language() {
        let roadmap = backend();
        let pairs: Vec<_> = roadmap
            .steps
            .iter()
            .flat_map(|step| &step.groups)
            .filter_map(|group| {
                let language = &roadmap[group.picked_by?];
                Some((language.id.clone(), group.id.clone()))
            })
            .collect();
        let names = ["javascript", "java", "python", "go", "csharp"];
        assert_eq!(
            pairs,
            names.map(|name| (format!("language.{name}"), format!("framework.{name}")))
        );
    }
}
