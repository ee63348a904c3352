//! `keys`: other keys for actions.

use crate::tui::key::{self, Key, NoKey};
use crate::tui::keymap::{ALWAYS_QUITS, Action, Clash, KEYMAP, Keymap, OverlayAction};
use crate::yaml::source::{Node, Value};
use crate::yaml::{Problem, Problems, Spot, nearest, quoted};

/// The keys that an action is to have, and where they stand.
struct Wish {
    action: Action,
    spot: Spot,
    keys: Vec<(Key, Spot)>,
}

/// Reads the keys of one's own. An action whose keys cannot be keeps those that it has by default.
pub(super) fn read(problems: &mut Problems, field: Option<Node<'_>>) -> Keymap {
    let Some(node) = field else {
        return Keymap::default();
    };
    let described = node.value.described();
    match node.value {
        Value::Nothing => Keymap::default(),
        Value::Mapping(pairs) => {
            let wishes = wishes(problems, pairs);
            settled(problems, wishes)
        }
        Value::Text { .. } | Value::List(_) => {
            problems.add(|| {
                Problem::at(
                    node.spot,
                    format!("expected keys for actions, found {described}"),
                )
                .expected("a line for each action, as in `done: [space, d]`")
            });
            Keymap::default()
        }
    }
}

/// What is wished for each action, in the order of the file.
fn wishes(problems: &mut Problems, pairs: Vec<(Node<'_>, Node<'_>)>) -> Vec<Wish> {
    let mut wishes: Vec<Wish> = Vec::new();
    for (name, value) in pairs {
        let Some(action) = action(problems, &name) else {
            continue;
        };
        if let Some(first) = wishes.iter().find(|wish| wish.action == action) {
            let line = first.spot.place.line;
            problems.add(|| {
                let again = format!("a second `{}` among the keys", action.name());
                Problem::at(name.spot, again).hint(format!("the first is in line {line}"))
            });
            continue;
        }
        if matches!(value.value, Value::Nothing) {
            continue;
        }
        if let Some(keys) = keys(problems, value)
            && is_possible(problems, action, name.spot, &keys)
        {
            wishes.push(Wish {
                action,
                spot: name.spot,
                keys,
            });
        }
    }
    wishes
}

fn action(problems: &mut Problems, name: &Node<'_>) -> Option<Action> {
    let text = match &name.value {
        Value::Text { text, .. } => text.as_ref(),
        Value::Nothing | Value::List(_) | Value::Mapping(_) => "",
    };
    let found = Keymap::action_named(text);
    if found.is_none() {
        problems.add(|| {
            let names = KEYMAP.iter().map(|row| row.action.name());
            Problem::at(name.spot, format!("no action is called {}", quoted(text)))
                .hint("`roadmap-tui config` lists all of them")
                .did_you_mean(nearest(text, names))
        });
    }
    found
}

/// The keys of a text or a list of texts; none where one of them is wrong.
fn keys(problems: &mut Problems, node: Node<'_>) -> Option<Vec<(Key, Spot)>> {
    match node.value {
        Value::List(members) => {
            // All of them are looked at, so that all problems are told at once.
            let keys: Vec<_> = members
                .into_iter()
                .map(|member| key(problems, member))
                .collect();
            keys.into_iter().collect()
        }
        Value::Text { .. } | Value::Nothing | Value::Mapping(_) => {
            key(problems, node).map(|key| vec![key])
        }
    }
}

fn key(problems: &mut Problems, node: Node<'_>) -> Option<(Key, Spot)> {
    let spot = node.spot;
    let (text, ..) = problems.text(node)?;
    let why = match text.parse() {
        Ok(key) => return Some((key, spot)),
        Err(why) => why,
    };
    problems.add(|| match why {
        NoKey::Unknown => Problem::at(spot, format!("no key is called {}", quoted(&text)))
            .did_you_mean(meant(&text).as_deref())
            .expected("a character, or a name such as space, ctrl-r, alt-x, page-down or F5"),
        NoKey::Shifted => Problem::at(spot, format!("{}: {why}", quoted(&text)))
            .hint("name what is typed with shift, such as `&`, or take ctrl or alt"),
        NoKey::ShiftedCtrl => Problem::at(spot, format!("{}: {why}", quoted(&text)))
            .hint("leave `shift-` out, or take alt"),
    });
    None
}

/// The name of the key that was most likely meant.
fn meant(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let tries = [
        lower.clone(),
        lower.replacen('f', "F", 1),
        lower.replace('+', "-"),
    ];
    let right = tries.into_iter().find(|name| name.parse::<Key>().is_ok());
    right.or_else(|| nearest(&lower, key::names()).map(str::to_owned))
}

/// Whether an action can have these keys at all; tells why not.
fn is_possible(problems: &mut Problems, action: Action, name: Spot, keys: &[(Key, Spot)]) -> bool {
    if keys.is_empty() && action == Action::Overlay(OverlayAction::Close) {
        problems.add(|| {
            Problem::at(name, "`close` without a key: nothing could be closed")
                .expected("at least one key")
        });
        return false;
    }
    let amid_letters = Keymap::default().is_reached_amid_letters(action);
    for (key, spot) in keys {
        let problem = if *key == ALWAYS_QUITS {
            Problem::at(*spot, format!("`{key}` always quits")).hint("take another key")
        } else if amid_letters && key.typed().is_some() {
            let found = format!(
                "`{key}` is typed into text where `{}` applies",
                action.name()
            );
            Problem::at(*spot, found).hint("take one with ctrl or alt, or one such as F2")
        } else {
            continue;
        };
        problems.add(|| problem);
        return false;
    }
    true
}

/// The keymap with the wishes that go together. Where two do not, the later one is left out.
fn settled(problems: &mut Problems, mut wishes: Vec<Wish>) -> Keymap {
    loop {
        let mut keymap = Keymap::default();
        for wish in &wishes {
            let keys: Vec<Key> = wish.keys.iter().map(|(key, _)| *key).collect();
            keymap.rebind(wish.action, &keys);
        }
        let Some((clash, at)) = keymap
            .clashes()
            .into_iter()
            .find_map(|clash| Some((clash, to_blame(&wishes, &clash)?)))
        else {
            return keymap;
        };
        let wish = wishes.remove(at);
        tell(problems, &wish, &clash);
    }
}

/// The last wish for one side of a clash.
fn to_blame(wishes: &[Wish], clash: &Clash) -> Option<usize> {
    wishes.iter().rposition(|wish| {
        clash.actions.contains(&wish.action) && wish.keys.iter().any(|(key, _)| *key == clash.key)
    })
}

fn tell(problems: &mut Problems, wish: &Wish, clash: &Clash) {
    let key = clash.key;
    let spot = wish.keys.iter().find(|(each, _)| *each == key);
    let spot = spot.map_or(wish.spot, |(_, spot)| *spot);
    let others = clash.actions.iter().filter(|other| **other != wish.action);
    let other = others.map(|other| other.name()).next().unwrap_or_default();
    problems.add(|| {
        let place = clash.context.title();
        Problem::at(spot, format!("`{key}` is a key of `{other}`, too: {place}")).hint(format!(
            "give `{other}` another key, or none: `{other}: []`"
        ))
    });
}

#[cfg(test)]
mod tests {
    use super::super::load;
    use super::*;
    use crate::progress::Status;
    use crate::tui::keymap::{Context, ScreenAction};

    const DONE: Action = Action::Screen(ScreenAction::Toggle(Status::Done));
    const LEARNING: Action = Action::Screen(ScreenAction::Toggle(Status::Learning));
    const SKIP: Action = Action::Screen(ScreenAction::Toggle(Status::Skipped));

    fn keymap(text: &str) -> (Keymap, String) {
        let (config, problems) = load(text.as_bytes());
        let told = problems.render("config.yaml", text.as_bytes());
        (config.keymap, told)
    }

    fn names(keymap: &Keymap, action: Action) -> String {
        let keys = keymap.keys_everywhere(action).unwrap_or_default();
        let names: Vec<String> = keys.iter().map(Key::to_string).collect();
        names.join(" ")
    }

    #[test]
    fn a_key_a_list_of_keys_and_none() {
        let (keymap, told) =
            keymap("keys:\n  done: [space, d]\n  redo: ctrl-y\n  streak: []\n  undo:\n");
        assert_eq!(told, "");
        assert_eq!(names(&keymap, DONE), "space d");
        assert_eq!(names(&keymap, Action::Redo), "ctrl-y");
        assert_eq!(names(&keymap, Action::Undo), "u");
        let streak = Action::Screen(ScreenAction::Streak);
        assert_eq!(names(&keymap, streak), "");
        let found = keymap.action_for(Context::Insights.chain(), Key::char('s'));
        assert_eq!(found, None);
    }

    #[test]
    fn keys_may_change_places() {
        let (keymap, told) = keymap("keys: {done: x, skip: space}");
        assert_eq!(told, "");
        assert_eq!(names(&keymap, DONE), "x");
        assert_eq!(names(&keymap, SKIP), "space");
    }

    #[test]
    fn what_cannot_be_is_told_with_its_place_and_stays_as_by_default() {
        let text = "\
keys:
  donne: d
  learning: [L, page-donw]
  done: x
  undo: U
  redo: U
  help: ctrl-c
  accept: y
  suspend: z
  close: []
  skip: Ctrl-X
  out: {key: o}
  undo: ctrl-u
  follow: f5
";
        let (keymap, told) = keymap(text);
        insta::assert_snapshot!(told, @"
        config.yaml:2:3: no action is called `donne`
            2 |   donne: d
              |   ^^^^^ did you mean `done`?

        config.yaml:3:17: no key is called `page-donw`
            3 |   learning: [L, page-donw]
              |                 ^^^^^^^^^ did you mean `page-down`?
           expected a character, or a name such as space, ctrl-r, alt-x, page-down or F5

        config.yaml:4:9: `x` is a key of `skip`, too: On the roadmap
            4 |   done: x
              |         ^ give `skip` another key, or none: `skip: []`

        config.yaml:6:9: `U` is a key of `undo`, too: On the roadmap
            6 |   redo: U
              |         ^ give `undo` another key, or none: `undo: []`

        config.yaml:7:9: `ctrl-c` always quits
            7 |   help: ctrl-c
              |         ^^^^^^ take another key

        config.yaml:8:11: `y` is typed into text where `accept` applies
            8 |   accept: y
              |           ^ take one with ctrl or alt, or one such as F2

        config.yaml:9:12: `z` is typed into text where `suspend` applies
            9 |   suspend: z
              |            ^ take one with ctrl or alt, or one such as F2

        config.yaml:10:3: `close` without a key: nothing could be closed
           10 |   close: []
              |   ^^^^^
           expected at least one key

        config.yaml:11:9: no key is called `Ctrl-X`
           11 |   skip: Ctrl-X
              |         ^^^^^^ did you mean `ctrl-x`?
           expected a character, or a name such as space, ctrl-r, alt-x, page-down or F5

        config.yaml:12:8: expected text, found keys with values
           12 |   out: {key: o}
              |        ^ put a text that begins with `[` or `{`, or has `: ` in it, in quotes

        config.yaml:13:3: a second `undo` among the keys
           13 |   undo: ctrl-u
              |   ^^^^ the first is in line 5

        config.yaml:14:11: no key is called `f5`
           14 |   follow: f5
              |           ^^ did you mean `F5`?
           expected a character, or a name such as space, ctrl-r, alt-x, page-down or F5
        ");
        assert_eq!(names(&keymap, DONE), "space");
        assert_eq!(names(&keymap, LEARNING), "i");
        assert_eq!(names(&keymap, Action::Undo), "U");
        assert_eq!(names(&keymap, Action::Redo), "ctrl-r");
    }

    #[test]
    fn a_shift_that_would_count_for_nothing_is_told() {
        let (keymap, told) = keymap("keys: {done: shift-space, undo: [U, ctrl-shift-u]}");
        insta::assert_snapshot!(told, @"
        config.yaml:1:14: `shift-space`: shift counts for nothing before this character
            1 | keys: {done: shift-space, undo: [U, ctrl-shift-u]}
              |              ^^^^^^^^^^^ name what is typed with shift, such as `&`, or take ctrl or alt

        config.yaml:1:37: `ctrl-shift-u`: shift counts for nothing with ctrl and a letter
            1 | keys: {done: shift-space, undo: [U, ctrl-shift-u]}
              |                                     ^^^^^^^^^^^^ leave `shift-` out, or take alt
        ");
        assert_eq!(keymap, Keymap::default());
    }

    #[test]
    fn a_wish_that_is_left_out_may_leave_out_another() {
        let (keymap, told) = keymap("keys:\n  learning: space\n  done: x\n");
        // `done` cannot have `x`, and so it keeps the key that `learning` was to have.
        insta::assert_snapshot!(told, @"
        config.yaml:2:13: `space` is a key of `done`, too: On the roadmap
            2 |   learning: space
              |             ^^^^^ give `done` another key, or none: `done: []`

        config.yaml:3:9: `x` is a key of `skip`, too: On the roadmap
            3 |   done: x
              |         ^ give `skip` another key, or none: `skip: []`
        ");
        assert_eq!(keymap, Keymap::default());
    }

    #[test]
    fn quit_can_move_but_ctrl_c_stays() {
        let (keymap, told) = keymap("keys: {quit: Q}");
        assert_eq!(told, "");
        let asked = |key| keymap.action_for(Context::Roadmap.chain(), key);
        assert_eq!(asked(Key::char('Q')), Some(Action::Quit));
        assert_eq!(asked(Key::char('q')), None);
        assert_eq!(asked(ALWAYS_QUITS), Some(Action::Quit));
    }

    #[test]
    fn keys_that_are_no_mapping_are_told() {
        insta::assert_snapshot!(keymap("keys: [done]").1, @"
        config.yaml:1:7: expected keys for actions, found a list
            1 | keys: [done]
              |       ^
           expected a line for each action, as in `done: [space, d]`
        ");
        assert_eq!(keymap("keys:\n").1, "");
    }
}
