//! Ids: what they look like and how they are joined.

/// Accepts an id: lower-case words of letters and digits, joined by single `-`.
#[must_use]
pub fn parse_id(id: &str) -> Option<&str> {
    let word = |word: &str| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    (id.len() <= 100 && id.split('-').all(word)).then_some(id)
}

/// Several ids joined with `.`.
pub(super) fn is_full_id(id: &str) -> bool {
    id.split('.').all(|part| parse_id(part).is_some())
}

/// The full id of a member.
pub(super) fn joined(parent: &str, id: &str) -> String {
    if parent.is_empty() {
        return id.to_owned();
    }
    let mut full = String::with_capacity(parent.len() + 1 + id.len());
    full.push_str(parent);
    full.push('.');
    full.push_str(id);
    full
}

/// The id that somebody may have meant by a title or by another way to join words.
pub(super) fn possible_id(text: &str) -> String {
    const LONGEST: usize = 100;
    let mut id = String::new();
    for character in text.chars().take(LONGEST) {
        match character {
            'a'..='z' | '0'..='9' => id.push(character),
            'A'..='Z' => id.push(character.to_ascii_lowercase()),
            _ if id.is_empty() || id.ends_with('-') => {}
            _ => id.push('-'),
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_words_joined_by_single_hyphens() {
        for good in ["http", "ci-cd-fundamentals", "3d", "a"] {
            assert_eq!(parse_id(good), Some(good));
        }
        for bad in [
            "",
            "-",
            "a-",
            "-a",
            "a--b",
            "A",
            "a.b",
            "a/b",
            "..",
            "a b",
            "é",
            &"a".repeat(101),
        ] {
            assert_eq!(parse_id(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn full_ids_are_ids_joined_by_dots() {
        assert!(is_full_id(&joined("web", "http")) && is_full_id(&joined("", "web")));
        for bad in ["", ".", "web.", ".web", "web..http", "web.HTTP", "web/http"] {
            assert!(!is_full_id(bad), "{bad:?}");
        }
    }

    #[test]
    fn an_id_is_proposed_for_what_is_none() {
        for (found, meant) in [
            ("Todo API", "todo-api"),
            ("C#", "c"),
            ("--a__b--", "a-b"),
            ("é", ""),
        ] {
            assert_eq!(possible_id(found), meant);
        }
    }
}
