//! Whole screens at three sizes. Question every change: alignment, cutting, words.

use insta::assert_snapshot;

use crate::support::Session;

/// What is seen after a sentence of keys on a screen of this size.
fn screen(width: u16, height: u16, keys: &str) -> String {
    Session::new().size(width, height).keys(keys).screen()
}

#[test]
fn the_start_of_a_new_learner_at_120x40() {
    assert_snapshot!(screen(120, 40, ""), @"
     Backend Developer Roadmap                                                                ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Programming language ── pick 1 · 0/1 ─┬─ Learn a Programming Language ───────────
    ▸○  1 Programming language      0/1 │▸○ JavaScript (Node.js)                 │ ○ 0 of 1 done
     ○  2 Programming fundamentals  0/8 │ ○ Java                                 │
     ○  3 How the web works         0/8 │ ○ Python                               │ One language is enough to start with:
     ○  4 Git and GitHub            0/6 │ ○ Go                                   │ the ideas carry over, so a second one
     ○  5 Runtime or framework      0/1 │ ○ C#                                   │ comes much faster than the first. Many
     ○  6 Databases                0/11 │                                        │ beginners take JavaScript, because the
     ○  7 API development           0/7 │                                        │ page in the browser and the server
     ○  8 Auth and authorization    0/7 │                                        │ behind it can then be written in the
     ○  9 Real projects             0/3 │                                        │ same language. Pick one of the five, and
     ○ 10 Backend internals         0/8 │                                        │ keep to it until you have built
     ○ 11 Deployment                0/5 │                                        │ something.
     ○ 12 System design             0/6 │                                        │
     ○ 13 Data structures           0/8 │                                        │ Pick 1: JavaScript (Node.js), Java,
                                        │                                        │ Python, Go, C#; picked: none yet.
                                        │                                        │
                                        │                                        │ What you do not pick is not counted. You
                                        │                                        │ can pick another at any time: what you
                                        │                                        │ did stays, and counts again once it is
                                        │                                        │ picked.
                                        │                                        │
                                        │                                        │ Guide: Learning too many technologies at
                                        │                                        │ once
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
    ────────────────────────────────────┴────────────────────────────────────────┴──────────────────────────────────────────
     Next: choose in Programming language, 0 of 1 made: JavaScript (Node.js), Java, Python, Go, C#
     enter in  f filter  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn the_start_of_a_new_learner_at_80x24() {
    assert_snapshot!(screen(80, 24, ""), @"
     Backend Developer Roadmap                        ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Programming language ───── pick 1 · 0/1 ─
    ▸○  1 Programming language      0/1 │▸○ JavaScript (Node.js)
     ○  2 Programming fundamentals  0/8 │ ○ Java
     ○  3 How the web works         0/8 │ ○ Python
     ○  4 Git and GitHub            0/6 │ ○ Go
     ○  5 Runtime or framework      0/1 │ ○ C#
     ○  6 Databases                0/11 │
     ○  7 API development           0/7 │
     ○  8 Auth and authorization    0/7 │
     ○  9 Real projects             0/3 │
     ○ 10 Backend internals         0/8 │
     ○ 11 Deployment                0/5 │
     ○ 12 System design             0/6 │
     ○ 13 Data structures           0/8 │
                                        │
                                        │
                                        │
                                        │
                                        │
    ────────────────────────────────────┴───────────────────────────────────────────
     Next: choose in Programming language, 0 of 1 made: JavaScript (Node.js), Java…
     enter in  f filter  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn the_start_of_a_new_learner_at_40x12() {
    assert_snapshot!(screen(40, 12, ""), @"
     Backend Developer Roadm… ░░░░░░░░ 0/79
    ─ Steps ────────────────────────────────
    ▸○  1 Programming language          0/1
     ○  2 Programming fundamentals      0/8
     ○  3 How the web works             0/8
     ○  4 Git and GitHub                0/6
     ○  5 Runtime or framework          0/1
     ○  6 Databases                    0/11
     ○  7 API development               0/7
    ────────────────────────────────────────
     Next: choose in Programming language,…
     enter in  / search  ? help  q quit
    ");
}

#[test]
fn the_topics_of_a_step_half_done_with_the_notice_of_the_last_at_120x40() {
    assert_snapshot!(screen(120, 40, "jj<enter><space>j<space>jjij<space>jx"), @"
     Backend Developer Roadmap                                                                █░░░░░░░░░░░░░░░░░░░░░░░ 3/78
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Understand How the Web Works ─── 3/7 ─┬─ Headers ────────────────────────────────
     ○  1 Programming language      0/1 │ ✓ HTTP                          23 Nov │ ⊘ skipped on 23 Nov
     ○  2 Programming fundamentals  0/8 │ ✓ HTTPS                         23 Nov │
    ▸◐  3 How the web works         3/7 │ ○ DNS                                  │ Headers are name-value pairs about a
     ○  4 Git and GitHub            0/6 │ ◐ Browsers                      23 Nov │ message: Content-Type says what the body
     ○  5 Runtime or framework      0/1 │ ✓ Request-Response Cycle        23 Nov │ is, Accept what the client wants;
     ○  6 Databases                0/11 │▸⊘ Headers                       23 Nov │ Authorization carries credentials,
     ○  7 API development           0/7 │ ○ Cookies                              │ Cache-Control says how long a copy may
     ○  8 Auth and authorization    0/7 │ ○ Sessions                             │ be reused. Names are case-insensitive. A
     ○  9 Real projects             0/3 │                                        │ client can send any header it likes, so
     ○ 10 Backend internals         0/8 │                                        │ trust X-Forwarded-For only when your own
     ○ 11 Deployment                0/5 │                                        │ proxy sets it.
     ○ 12 System design             0/6 │                                        │
     ○ 13 Data structures           0/8 │                                        │ You know it when you can answer
                                        │                                        │ · How do Content-Type and Accept differ?
                                        │                                        │ · Which header tells the client where a
                                        │                                        │   newly created resource is?
                                        │                                        │ · Why can X-Forwarded-For lie about the
                                        │                                        │   address of the client?
                                        │                                        │
                                        │                                        │ Links
                                        │                                        │ 1 MDN: HTTP headers reference
                                        │                                        │   https://developer.mozilla.org/en-US/
                                        │                                        │   docs/Web/HTTP/Reference/Headers
                                        │                                        │ 2 IANA: HTTP Field Name Registry
                                        │                                        │   https://www.iana.org/assignments/
                                        │                                        │   http-fields/http-fields.xhtml
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
    ────────────────────────────────────┴────────────────────────────────────────┴──────────────────────────────────────────
     Headers is skipped and no longer counts.
     space done  i learning  x skip  enter in  esc out  e note  / search  : commands  n next  u undo  ? help  q quit
    ");
}

#[test]
fn the_topics_of_a_step_half_done_with_the_notice_of_the_last_at_80x24() {
    assert_snapshot!(screen(80, 24, "jj<enter><space>j<space>jjij<space>jx"), @"
     Backend Developer Roadmap                        █░░░░░░░░░░░░░░░░░░░░░░░ 3/78
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ How the web works ────────── 3/7 ─┬─ Headers ──────────────────── more below ─
     ✓ HTTP                      23 Nov │ ⊘ skipped on 23 Nov
     ✓ HTTPS                     23 Nov │
     ○ DNS                              │ Headers are name-value pairs about a
     ◐ Browsers                  23 Nov │ message: Content-Type says what the body
     ✓ Request-Response Cycle    23 Nov │ is, Accept what the client wants;
    ▸⊘ Headers                   23 Nov │ Authorization carries credentials,
     ○ Cookies                          │ Cache-Control says how long a copy may be
     ○ Sessions                         │ reused. Names are case-insensitive. A
                                        │ client can send any header it likes, so
                                        │ trust X-Forwarded-For only when your own
                                        │ proxy sets it.
                                        │
                                        │ You know it when you can answer
                                        │ · How do Content-Type and Accept differ?
                                        │ · Which header tells the client where a
                                        │   newly created resource is?
                                        │ · Why can X-Forwarded-For lie about the
                                        │   address of the client?
    ────────────────────────────────────┴───────────────────────────────────────────
     Headers is skipped and no longer counts.
     space done  i learning  x skip  enter in  esc out  e note  ? help  q quit
    ");
}

#[test]
fn the_topics_of_a_step_half_done_with_the_notice_of_the_last_at_40x12() {
    assert_snapshot!(screen(40, 12, "jj<enter><space>j<space>jjij<space>jx"), @"
     Backend Developer Roadm… █░░░░░░░ 3/78
    ─ Understand How the Web Works ─── 3/7 ─
     ✓ HTTP                          23 Nov
     ✓ HTTPS                         23 Nov
     ○ DNS
     ◐ Browsers                      23 Nov
     ✓ Request-Response Cycle        23 Nov
    ▸⊘ Headers                       23 Nov
     ○ Cookies
    ────────────────────────────────────────
     Headers is skipped and no longer coun…
     space done  i learning  ? help  q quit
    ");
}

#[test]
fn the_text_of_a_topic_at_120x40() {
    assert_snapshot!(screen(120, 40, "jj<enter>j<enter>"), @"
     Backend Developer Roadmap                                                                ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Understand How the Web Works ─── 0/8 ─┬▸ HTTPS ──────────────────────────────────
     ○  1 Programming language      0/1 │ ○ HTTP                                 │ ○ to do
     ○  2 Programming fundamentals  0/8 │▸○ HTTPS                                │
    ▸○  3 How the web works         0/8 │ ○ DNS                                  │ HTTPS is HTTP inside TLS, by default on
     ○  4 Git and GitHub            0/6 │ ○ Browsers                             │ port 443. A certificate proves that the
     ○  5 Runtime or framework      0/1 │ ○ Request-Response Cycle               │ server speaks for its domain name; path,
     ○  6 Databases                0/11 │ ○ Headers                              │ headers and body are then encrypted and
     ○  7 API development           0/7 │ ○ Cookies                              │ protected against change. TLS often ends
     ○  8 Auth and authorization    0/7 │ ○ Sessions                             │ at a proxy; the app behind it learns the
     ○  9 Real projects             0/3 │                                        │ original scheme from X-Forwarded-Proto.
     ○ 10 Backend internals         0/8 │                                        │
     ○ 11 Deployment                0/5 │                                        │ You know it when you can answer
     ○ 12 System design             0/6 │                                        │ · What does a certificate prove, and
     ○ 13 Data structures           0/8 │                                        │   what does it not prove?
                                        │                                        │ · What can someone on the same Wi-Fi
                                        │                                        │   still see of an HTTPS request?
                                        │                                        │ · What does the
                                        │                                        │   Strict-Transport-Security header tell
                                        │                                        │   a browser?
                                        │                                        │
                                        │                                        │ Links
                                        │                                        │ 1 RFC 9846: TLS 1.3
                                        │                                        │   https://www.rfc-editor.org/rfc/rfc9846
                                        │                                        │ 2 OWASP: Transport Layer Security Cheat
                                        │                                        │   Sheet
                                        │                                        │   https://cheatsheetseries.owasp.org/
                                        │                                        │   cheatsheets/Transport_Layer_Security_C
                                        │                                        │   heat_Sheet.html
                                        │                                        │ 3 Let's Encrypt: How It Works
                                        │                                        │   https://letsencrypt.org/how-it-works/
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
    ────────────────────────────────────┴────────────────────────────────────────┴──────────────────────────────────────────
     Next: choose in Programming language, 0 of 1 made: JavaScript (Node.js), Java, Python, Go, C#
     space done  i learning  x skip  esc out  e note  f filter  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn the_text_of_a_topic_at_80x24() {
    assert_snapshot!(screen(80, 24, "jj<enter>j<enter>"), @"
     Backend Developer Roadmap                        ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ How the web works ────────── 0/8 ─┬▸ HTTPS ────────────────────── more below ─
     ○ HTTP                             │ ○ to do
    ▸○ HTTPS                            │
     ○ DNS                              │ HTTPS is HTTP inside TLS, by default on
     ○ Browsers                         │ port 443. A certificate proves that the
     ○ Request-Response Cycle           │ server speaks for its domain name; path,
     ○ Headers                          │ headers and body are then encrypted and
     ○ Cookies                          │ protected against change. TLS often ends
     ○ Sessions                         │ at a proxy; the app behind it learns the
                                        │ original scheme from X-Forwarded-Proto.
                                        │
                                        │ You know it when you can answer
                                        │ · What does a certificate prove, and what
                                        │   does it not prove?
                                        │ · What can someone on the same Wi-Fi
                                        │   still see of an HTTPS request?
                                        │ · What does the Strict-Transport-Security
                                        │   header tell a browser?
                                        │
    ────────────────────────────────────┴───────────────────────────────────────────
     Next: choose in Programming language, 0 of 1 made: JavaScript (Node.js), Java…
     space done  i learning  x skip  esc out  e note  / search  ? help  q quit
    ");
}

#[test]
fn the_text_of_a_topic_at_40x12() {
    assert_snapshot!(screen(40, 12, "jj<enter>j<enter>"), @"
     Backend Developer Roadm… ░░░░░░░░ 0/79
    ▸ HTTPS ─────────────────── more below ─
     ○ to do

     HTTPS is HTTP inside TLS, by default
     on port 443. A certificate proves that
     the server speaks for its domain name;
     path, headers and body are then
     encrypted and protected against
    ────────────────────────────────────────
     Next: choose in Programming language,…
     space done  i learning  ? help  q quit
    ");
}

#[test]
fn the_text_of_a_project_at_120x40() {
    assert_snapshot!(screen(120, 40, "jjjjjjjj<enter>jj<enter>"), @"
     Backend Developer Roadmap                                                                ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Build Real Projects ─── pick 3 · 0/3 ─┬▸ Blog API ────────────────── more below ─
     ○  1 Programming language      0/1 │ Beginner Projects                      │ ○ to do
     ○  2 Programming fundamentals  0/8 │   ○ Todo API                           │
     ○  3 How the web works         0/8 │   ○ Notes Application                  │ The backend of a blog with several
     ○  4 Git and GitHub            0/6 │  ▸○ Blog API                           │ authors: drafts, published posts,
     ○  5 Runtime or framework      0/1 │ Intermediate Projects                  │ comments and an Atom feed. You learn to
     ○  6 Databases                0/11 │   ○ E-commerce Backend                 │ model who may see what and when, to page
     ○  7 API development           0/7 │   ○ Learning Management System         │ through a growing list without gaps, and
     ○  8 Auth and authorization    0/7 │   ○ URL Shortener                      │ to treat what readers write as
    ▸○  9 Real projects             0/3 │ Advanced Projects                      │ untrusted.
     ○ 10 Backend internals         0/8 │   ○ Chat Application                   │
     ○ 11 Deployment                0/5 │   ○ Food Delivery Backend              │ What to build
     ○ 12 System design             0/6 │   ○ Video Streaming Backend            │ Authors write posts in Markdown; a post
     ○ 13 Data structures           0/8 │                                        │ goes from draft to published and back,
                                        │                                        │ and gets a unique slug from its title.
                                        │                                        │ The public reads GET /posts (newest
                                        │                                        │ first, by tag or author, with a cursor
                                        │                                        │ instead of OFFSET), GET /posts/{slug}
                                        │                                        │ and an Atom feed; logged-in readers
                                        │                                        │ comment. Authors edit their own posts,
                                        │                                        │ editors any post, and admins hand out
                                        │                                        │ roles. Sanitize the HTML made from
                                        │                                        │ Markdown, so that a script in a comment
                                        │                                        │ never runs. A page of 20 posts with
                                        │                                        │ authors and comment counts takes a fixed
                                        │                                        │ number of queries, not one per post. It
                                        │                                        │ is finished when a feed reader can
                                        │                                        │ subscribe to your deployed blog.
                                        │                                        │
                                        │                                        │ It is complete with
                                        │                                        │ ○ Authors and readers sign up and log
                                        │                                        │   in; repeated failed logins are slowed
                                        │                                        │   down
                                        │                                        │ ○ Users, posts, tags and comments with
                                        │                                        │   foreign keys, and a unique index on
    ────────────────────────────────────┴────────────────────────────────────────┴──────────────────────────────────────────
     Next: choose in Programming language, 0 of 1 made: JavaScript (Node.js), Java, Python, Go, C#
     space done  i learning  x skip  esc out  e note  f filter  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn the_text_of_a_project_at_80x24() {
    assert_snapshot!(screen(80, 24, "jjjjjjjj<enter>jj<enter>"), @"
     Backend Developer Roadmap                        ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Real projects ───── pick 3 · 0/3 ─┬▸ Blog API ─────────────────── more below ─
     Beginner Projects                  │ ○ to do
       ○ Todo API                       │
       ○ Notes Application              │ The backend of a blog with several
      ▸○ Blog API                       │ authors: drafts, published posts,
     Intermediate Projects              │ comments and an Atom feed. You learn to
       ○ E-commerce Backend             │ model who may see what and when, to page
       ○ Learning Management System     │ through a growing list without gaps, and
       ○ URL Shortener                  │ to treat what readers write as untrusted.
     Advanced Projects                  │
       ○ Chat Application               │ What to build
       ○ Food Delivery Backend          │ Authors write posts in Markdown; a post
       ○ Video Streaming Backend        │ goes from draft to published and back,
                                        │ and gets a unique slug from its title.
                                        │ The public reads GET /posts (newest
                                        │ first, by tag or author, with a cursor
                                        │ instead of OFFSET), GET /posts/{slug} and
                                        │ an Atom feed; logged-in readers comment.
                                        │ Authors edit their own posts, editors any
    ────────────────────────────────────┴───────────────────────────────────────────
     Next: choose in Programming language, 0 of 1 made: JavaScript (Node.js), Java…
     space done  i learning  x skip  esc out  e note  / search  ? help  q quit
    ");
}

#[test]
fn the_text_of_a_project_at_40x12() {
    assert_snapshot!(screen(40, 12, "jjjjjjjj<enter>jj<enter>"), @"
     Backend Developer Roadm… ░░░░░░░░ 0/79
    ▸ Blog API ──────────────── more below ─
     ○ to do

     The backend of a blog with several
     authors: drafts, published posts,
     comments and an Atom feed. You learn
     to model who may see what and when, to
     page through a growing list without
    ────────────────────────────────────────
     Next: choose in Programming language,…
     space done  i learning  ? help  q quit
    ");
}

#[test]
fn step_5_with_a_group_for_each_language_at_120x40() {
    assert_snapshot!(screen(120, 40, "jjjj<enter>"), @"
     Backend Developer Roadmap                                                                ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Runtime or framework ── pick 1 · 0/1 ─┬─ Node.js ────────────────────────────────
     ○  1 Programming language      0/1 │ JavaScript Developers     pick 1 · 0/1 │ ○ to do
     ○  2 Programming fundamentals  0/8 │  ▸○ Node.js                            │
     ○  3 How the web works         0/8 │   ○ Express.js                         │ Node.js runs JavaScript outside the
     ○  4 Git and GitHub            0/6 │   ○ NestJS                             │ browser: V8 executes it, libuv looks
    ▸○  5 Runtime or framework      0/1 │ Java Developers           pick 1 · 0/1 │ after files, sockets and timers, and npm
     ○  6 Databases                0/11 │   ○ Spring Boot                        │ installs packages. Your code runs on one
     ○  7 API development           0/7 │ Python Developers         pick 1 · 0/1 │ thread, so a slow synchronous call in a
     ○  8 Auth and authorization    0/7 │   ○ Django                             │ request handler, such as fs.readFileSync
     ○  9 Real projects             0/3 │   ○ FastAPI                            │ on a large file, makes every other
     ○ 10 Backend internals         0/8 │ Go Developers +           pick 1 · 0/1 │ client wait.
     ○ 11 Deployment                0/5 │   ○ net/http +                         │
     ○ 12 System design             0/6 │   ○ Gin +                              │ You know it when you can answer
     ○ 13 Data structures           0/8 │   ○ Echo +                             │ · What happens to other requests while a
                                        │ C# Developers +           pick 1 · 0/1 │   handler runs a long loop?
                                        │   ○ ASP.NET Core +                     │ · What does package-lock.json fix that
                                        │   ○ Minimal APIs +                     │   package.json leaves open?
                                        │                                        │ · Which package.json field makes .js
                                        │                                        │   files load as ES modules?
                                        │                                        │
                                        │                                        │ Links
                                        │                                        │ 1 Node.js: Learn
                                        │                                        │   https://nodejs.org/learn
                                        │                                        │ 2 Node.js: API documentation
                                        │                                        │   https://nodejs.org/api/
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
    ────────────────────────────────────┴────────────────────────────────────────┴──────────────────────────────────────────
     Next: choose in Programming language, 0 of 1 made: JavaScript (Node.js), Java, Python, Go, C#
     space done  i learning  x skip  enter in  esc out  e note  f filter  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn step_5_with_a_group_for_each_language_at_80x24() {
    assert_snapshot!(screen(80, 24, "jjjj<enter>"), @"
     Backend Developer Roadmap                        ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Runtime or framework ─────── 0/1 ─┬─ Node.js ──────────────────── more below ─
     JavaScript Developers pick 1 · 0/1 │ ○ to do
      ▸○ Node.js                        │
       ○ Express.js                     │ Node.js runs JavaScript outside the
       ○ NestJS                         │ browser: V8 executes it, libuv looks
     Java Developers       pick 1 · 0/1 │ after files, sockets and timers, and npm
       ○ Spring Boot                    │ installs packages. Your code runs on one
     Python Developers     pick 1 · 0/1 │ thread, so a slow synchronous call in a
       ○ Django                         │ request handler, such as fs.readFileSync
       ○ FastAPI                        │ on a large file, makes every other client
     Go Developers +       pick 1 · 0/1 │ wait.
       ○ net/http +                     │
       ○ Gin +                          │ You know it when you can answer
       ○ Echo +                         │ · What happens to other requests while a
     C# Developers +       pick 1 · 0/1 │   handler runs a long loop?
       ○ ASP.NET Core +                 │ · What does package-lock.json fix that
       ○ Minimal APIs +                 │   package.json leaves open?
                                        │ · Which package.json field makes .js
                                        │   files load as ES modules?
    ────────────────────────────────────┴───────────────────────────────────────────
     Next: choose in Programming language, 0 of 1 made: JavaScript (Node.js), Java…
     space done  i learning  x skip  enter in  esc out  e note  ? help  q quit
    ");
}

#[test]
fn step_5_with_a_group_for_each_language_at_40x12() {
    assert_snapshot!(screen(40, 12, "jjjj<enter>"), @"
     Backend Developer Roadm… ░░░░░░░░ 0/79
    ─ Runtime or framework ── pick 1 · 0/1 ─
     JavaScript Developers     pick 1 · 0/1
      ▸○ Node.js
       ○ Express.js
       ○ NestJS
     Java Developers           pick 1 · 0/1
       ○ Spring Boot
     Python Developers         pick 1 · 0/1
    ────────────────────────────────────────
     Next: choose in Programming language,…
     space done  i learning  ? help  q quit
    ");
}

#[test]
fn step_6_with_groups_in_groups_at_120x40() {
    assert_snapshot!(screen(120, 40, "jjjjj<enter>jjj<space>"), @"
     Backend Developer Roadmap                                                                █░░░░░░░░░░░░░░░░░░░░░░░ 1/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Learn Databases ─────────────── 1/11 ─┬─ Relationships ──────────────────────────
     ○  1 Programming language      0/1 │ SQL Databases                      1/6 │ ✓ done on 23 Nov
     ○  2 Programming fundamentals  0/8 │   Examples                pick 1 · 0/1 │
     ○  3 How the web works         0/8 │     ○ PostgreSQL                       │ A foreign key stores the key of a row in
     ○  4 Git and GitHub            0/6 │     ○ MySQL                            │ another table, and the database rejects
     ○  5 Runtime or framework      0/1 │   Topics to learn                  1/5 │ values that do not exist there.
    ▸◐  6 Databases                1/11 │     ○ Tables                           │ One-to-many puts it on the many side;
     ○  7 API development           0/7 │    ▸✓ Relationships             23 Nov │ many-to-many needs a join table with two
     ○  8 Auth and authorization    0/7 │     ○ Joins                            │ foreign keys. ON DELETE decides whether
     ○  9 Real projects             0/3 │     ○ Indexes                          │ removing a parent is refused, removes
     ○ 10 Backend internals         0/8 │     ○ Transactions                     │ its children or sets their key to NULL.
     ○ 11 Deployment                0/5 │ NoSQL Databases                    0/5 │
     ○ 12 System design             0/6 │   Examples                pick 1 · 0/1 │ You know it when you can answer
     ○ 13 Data structures           0/8 │     ○ MongoDB                          │ · On which side of a one-to-many
                                        │     ○ Redis                            │   relationship does the foreign key
                                        │   Topics to learn                  0/4 │   live?
                                        │     ○ Collections                      │ · How do you store students who each
                                        │     ○ Documents                        │   attend many courses?
                                        │     ○ Data Modeling                    │ · When is ON DELETE CASCADE dangerous?
                                        │     ○ Caching Basics                   │
                                        │                                        │ Links
                                        │                                        │ 1 PostgreSQL manual: Foreign Keys
                                        │                                        │   https://www.postgresql.org/docs/
                                        │                                        │   current/tutorial-fk.html
                                        │                                        │ 2 PostgreSQL manual: Constraints
                                        │                                        │   https://www.postgresql.org/docs/
                                        │                                        │   current/ddl-constraints.html
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
                                        │                                        │
    ────────────────────────────────────┴────────────────────────────────────────┴──────────────────────────────────────────
     Relationships is done. u takes it back.
     space done  i learning  x skip  enter in  esc out  e note  / search  : commands  n next  u undo  ? help  q quit
    ");
}

#[test]
fn step_6_with_groups_in_groups_at_80x24() {
    assert_snapshot!(screen(80, 24, "jjjjj<enter>jjj<space>"), @"
     Backend Developer Roadmap                        █░░░░░░░░░░░░░░░░░░░░░░░ 1/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Learn Databases ─────────── 1/11 ─┬─ Relationships ────────────── more below ─
     SQL Databases                  1/6 │ ✓ done on 23 Nov
       Examples            pick 1 · 0/1 │
         ○ PostgreSQL                   │ A foreign key stores the key of a row in
         ○ MySQL                        │ another table, and the database rejects
       Topics to learn              1/5 │ values that do not exist there.
         ○ Tables                       │ One-to-many puts it on the many side;
        ▸✓ Relationships         23 Nov │ many-to-many needs a join table with two
         ○ Joins                        │ foreign keys. ON DELETE decides whether
         ○ Indexes                      │ removing a parent is refused, removes its
         ○ Transactions                 │ children or sets their key to NULL.
     NoSQL Databases                0/5 │
       Examples            pick 1 · 0/1 │ You know it when you can answer
         ○ MongoDB                      │ · On which side of a one-to-many
         ○ Redis                        │   relationship does the foreign key live?
       Topics to learn              0/4 │ · How do you store students who each
         ○ Collections                  │   attend many courses?
         ○ Documents                    │ · When is ON DELETE CASCADE dangerous?
         ○ Data Modeling                │
    ────────────────────────────────────┴───────────────────────────────────────────
     Relationships is done. u takes it back.
     space done  i learning  x skip  enter in  esc out  e note  ? help  q quit
    ");
}

#[test]
fn step_6_with_groups_in_groups_at_40x12() {
    assert_snapshot!(screen(40, 12, "jjjjj<enter>jjj<space>"), @"
     Backend Developer Roadm… █░░░░░░░ 1/79
    ─ Learn Databases ─────────────── 1/11 ─
     SQL Databases                      1/6
       Examples                pick 1 · 0/1
         ○ PostgreSQL
         ○ MySQL
       Topics to learn                  1/5
         ○ Tables
        ▸✓ Relationships             23 Nov
    ────────────────────────────────────────
     Relationships is done. u takes it bac…
     space done  i learning  ? help  q quit
    ");
}

#[test]
fn step_9_with_its_levels_at_120x40() {
    assert_snapshot!(screen(120, 40, "jjjjjjjj<enter>"), @"
     Backend Developer Roadmap                                                                ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Steps ────────────────────────────┬─ Build Real Projects ─── pick 3 · 0/3 ─┬─ Todo API ────────────────── more below ─
     ○  1 Programming language      0/1 │ Beginner Projects                      │ ○ to do
     ○  2 Programming fundamentals  0/8 │  ▸○ Todo API                           │
     ○  3 How the web works         0/8 │   ○ Notes Application                  │ A small JSON API in which each user
     ○  4 Git and GitHub            0/6 │   ○ Blog API                           │ keeps a private list of tasks. It leads
     ○  5 Runtime or framework      0/1 │ Intermediate Projects                  │ you once through the whole of backend
     ○  6 Databases                0/11 │   ○ E-commerce Backend                 │ work, from routes and validation to a
     ○  7 API development           0/7 │   ○ Learning Management System         │ table, tests and a deployment, on a
     ○  8 Auth and authorization    0/7 │   ○ URL Shortener                      │ subject simple enough to finish within a
    ▸○  9 Real projects             0/3 │ Advanced Projects                      │ few weeks.
     ○ 10 Backend internals         0/8 │   ○ Chat Application                   │
     ○ 11 Deployment                0/5 │   ○ Food Delivery Backend              │ What to build
     ○ 12 System design             0/6 │   ○ Video Streaming Backend            │ Build a JSON API for personal tasks:
     ○ 13 Data structures           0/8 │                                        │ POST and GET on /tasks; GET, PATCH and
                                        │                                        │ DELETE on /tasks/{id}. A task has a
                                        │                                        │ title, an optional due date, a priority
                                        │                                        │ and a done flag; the server alone sets
                                        │                                        │ the id, the owner and the timestamps.
                                        │                                        │ The list filters by done and due date,
                                        │                                        │ sorts by priority or due date, and
                                        │                                        │ returns 20 tasks a page. An empty title
                                        │                                        │ or an impossible date gets a 400 or 422
                                        │                                        │ that names each bad field, always in the
                                        │                                        │ same shape. It is finished when
                                        │                                        │ automated tests cover every endpoint,
                                        │                                        │ including a stranger asking for your
                                        │                                        │ task, and the API answers over HTTPS at
                                        │                                        │ a public address.
                                        │                                        │
                                        │                                        │ It is complete with
                                        │                                        │ ○ Sign up and log in; passwords are
                                        │                                        │   stored as Argon2id or bcrypt hashes
                                        │                                        │ ○ Users and tasks are two tables linked
                                        │                                        │   by a foreign key, created by
                                        │                                        │   migrations
    ────────────────────────────────────┴────────────────────────────────────────┴──────────────────────────────────────────
     Next: choose in Programming language, 0 of 1 made: JavaScript (Node.js), Java, Python, Go, C#
     space done  i learning  x skip  enter in  esc out  e note  f filter  / search  : commands  n next  ? help  q quit
    ");
}

#[test]
fn step_9_with_its_levels_at_80x24() {
    assert_snapshot!(screen(80, 24, "jjjjjjjj<enter>"), @"
     Backend Developer Roadmap                        ░░░░░░░░░░░░░░░░░░░░░░░░ 0/79
     1 Roadmap  2 Projects  3 Path  4 Insights  5 Guide
    ─ Real projects ───── pick 3 · 0/3 ─┬─ Todo API ─────────────────── more below ─
     Beginner Projects                  │ ○ to do
      ▸○ Todo API                       │
       ○ Notes Application              │ A small JSON API in which each user keeps
       ○ Blog API                       │ a private list of tasks. It leads you
     Intermediate Projects              │ once through the whole of backend work,
       ○ E-commerce Backend             │ from routes and validation to a table,
       ○ Learning Management System     │ tests and a deployment, on a subject
       ○ URL Shortener                  │ simple enough to finish within a few
     Advanced Projects                  │ weeks.
       ○ Chat Application               │
       ○ Food Delivery Backend          │ What to build
       ○ Video Streaming Backend        │ Build a JSON API for personal tasks: POST
                                        │ and GET on /tasks; GET, PATCH and DELETE
                                        │ on /tasks/{id}. A task has a title, an
                                        │ optional due date, a priority and a done
                                        │ flag; the server alone sets the id, the
                                        │ owner and the timestamps. The list
                                        │ filters by done and due date, sorts by
    ────────────────────────────────────┴───────────────────────────────────────────
     Next: choose in Programming language, 0 of 1 made: JavaScript (Node.js), Java…
     space done  i learning  x skip  enter in  esc out  e note  ? help  q quit
    ");
}

#[test]
fn step_9_with_its_levels_at_40x12() {
    assert_snapshot!(screen(40, 12, "jjjjjjjj<enter>"), @"
     Backend Developer Roadm… ░░░░░░░░ 0/79
    ─ Build Real Projects ─── pick 3 · 0/3 ─
     Beginner Projects
      ▸○ Todo API
       ○ Notes Application
       ○ Blog API
     Intermediate Projects
       ○ E-commerce Backend
       ○ Learning Management System
    ────────────────────────────────────────
     Next: choose in Programming language,…
     space done  i learning  ? help  q quit
    ");
}
