//! The same place in a roadmap that was edited.

use super::{Place, State};
use crate::roadmap::Roadmap;

impl State {
    /// This place in another edition of the roadmap.
    #[must_use]
    pub fn moved(&self, from: &Roadmap, to: &Roadmap) -> Self {
        let opened = self.opened.iter();
        Self {
            book: self.book.moved(|place| same(from, to, *place)),
            opened: opened.filter_map(|key| to.topic(&from[*key].id)).collect(),
            ..Self::default()
        }
    }
}

fn same(from: &Roadmap, to: &Roadmap, place: Place) -> Option<Place> {
    match place {
        Place::Course(at) => {
            let id = &from.courses.get(at)?.id;
            let at = to.courses.iter().position(|course| course.id == *id)?;
            Some(Place::Course(at))
        }
        Place::Path(at) => {
            let id = &from.paths.get(at)?.id;
            let at = to.paths.iter().position(|path| path.id == *id)?;
            Some(Place::Path(at))
        }
        Place::Stage(path, stage) => {
            let id = &from.paths.get(path)?.stages.get(stage)?.id;
            to.paths.iter().enumerate().find_map(|(path, each)| {
                let stage = each.stages.iter().position(|stage| stage.id == *id)?;
                Some(Place::Stage(path, stage))
            })
        }
    }
}
