"""Whole pages: content, metadata, what was left out and why, and that no word is lost."""

from __future__ import annotations

import re
import time

import pytest
from html_pages import BROKEN, DOCS, FORUM, INDEX, LAST, LEAD, NEWS, PAGES, QUOTED, SECOND, THIRD, WIKI

from ingest.formats.html import convert, fragment_to_markdown, unaccounted
from ingest.model import Conversion, Source

URL = "https://harbour.example/news/lock?ref=1"


def converted(text: str, url: str = URL) -> Conversion:
    return convert(text, Source("page.html", b"", url=url))


def dropped(conversion: Conversion) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in conversion.blocks:
        found[block.rule] = f"{found.get(block.rule, '')} {block.text}".strip()
    return found


def test_news_body_is_the_article_and_nothing_else() -> None:
    assert converted(NEWS).body == (
        f"{LEAD}\n\n{SECOND}\n\n## Four summers\n\n{THIRD} See [the report](https://harbour.example/news/report.html).\n\n"
        f"> {QUOTED}\n\n- Length: 68 metres of stone wall on either side\n- Depth: three metres when the river is low\n\n"
        f"{LAST}\n"
    )


def test_news_fields() -> None:
    fields = converted(NEWS).fields
    assert fields["title"] == "River opens old lock after nine years"
    assert fields["description"] == "Boats can pass the town again."
    assert fields["authors"] == ["Ada Keel"]
    assert fields["published"] == "2021-04-09T08:30:00+02:00"
    assert fields["language"] == "en-GB"
    assert fields["tags"] == ["river", "lock", "boats"]
    assert fields["url"] == "https://harbour.example/news/lock"
    assert fields["publisher"] == "The Harbour Post"
    assert fields["og:type"] == "article"


def test_a_page_whose_texts_are_not_where_they_seem_costs_no_more() -> None:
    page = "<body>" + "".join(f"<p>&#{65 + n % 26};&#98;</p>" for n in range(20_000)) + "<footer>end of it</footer>"
    assert converted(page).blocks[-1].text == "end of it"


def test_a_link_that_opens_a_popup_is_a_word_of_its_sentence() -> None:
    asked = '<p>"Will you say, Keeper, <a class="popup" href="/tolls">what a boat pays?"</a></p>'
    assert (
        '[what a boat pays?"](https://harbour.example/tolls)' in converted(NEWS.replace("</p>", f"</p>{asked}", 3)).body
    )
    page = NEWS.replace(SECOND, f'{SECOND}<div class="popup"><a href="/x">Get our app</a></div>', 1)
    assert "Get our app" in dropped(converted(page))["HTML025"]


def test_what_is_left_out_is_named() -> None:
    out = dropped(converted(NEWS))
    assert out["HTML014"] == "River opens old lock after nine years"
    assert "Ferry strike ends" in out["HTML007"]
    assert "READ ALSO: Ten bridges" in out["HTML007"]
    assert "Photo: B. Hull" in out["HTML010"]
    assert "lovely morning" in out["HTML008"]
    assert "morning letter" in out["HTML009"]
    assert "Share on Flutter" in out["HTML006"]
    assert "We use cookies." in out["HTML011"]
    assert "By Ada Keel" in out["HTML015"]


def _at(source: str, place: str) -> str:
    match = re.match(r"line (\d+) column (\d+), ", place)
    assert match, place
    return source.split("\n")[int(match[1]) - 1][int(match[2]) - 1 :]


@pytest.mark.parametrize("name", ["news", "docs", "forum", "cookie", "wiki", "error"])
def test_each_block_says_where_it_stands_in_the_source(name: str) -> None:
    blocks = converted(PAGES[name]).blocks
    assert blocks
    for block in blocks:
        assert _at(PAGES[name], block.place).startswith(block.text[0])


def test_places_name_the_element() -> None:
    places = {block.place.partition(", ")[2] for block in converted(NEWS).blocks}
    assert "section#comments" in places


def test_places_hold_amid_references_repeated_words_and_broken_tables() -> None:
    page = (
        f"<html><head><script>var a = '<p>More</p>'</script></head><body>\n<nav>More</nav><article><p>{LEAD}</p>\n"
        f"<p>More</p><p>{SECOND}</p></article><aside>\n &copy; 2021 Caf&eacute; Press</aside>\n<footer>More</footer>"
        f"<table>loose<tr><td>cell</table><div class='sidebar'>Caf\u00e9 &amp; <b>bar</b></div></body></html>"
    )
    found = converted(page)
    starts = [_at(page, block.place)[:8] for block in found.blocks]
    assert starts == ["loose<tr", "More</na", "&copy; 2", "More</fo", "cell</ta", "Caf\u00e9 &am"]
    assert unaccounted(page, found) == []


@pytest.mark.parametrize("name", PAGES)
def test_every_visible_word_is_accounted_for(name: str) -> None:
    assert unaccounted(PAGES[name], converted(PAGES[name])) == []


def test_a_lost_word_is_noticed() -> None:
    whole = converted(NEWS)
    short = Conversion(whole.body.replace("barges", ""), "html", whole.fields, whole.blocks)
    assert unaccounted(NEWS, short) == ["barges"]


def test_a_lost_lead_is_noticed_although_the_description_says_it_too() -> None:
    page = f"<html><head><title>T</title></head><body><article><p>{LEAD}</p><p>{SECOND}</p></article></body></html>"
    whole = converted(page)
    assert "lower" in str(whole.fields["derived:description"])
    assert whole.body.count("lower") == 1
    short = Conversion(whole.body.replace("lower", ""), "html", whole.fields, whole.blocks)
    assert unaccounted(page, short) == ["lower"]


def test_marks_of_notes_and_code_like_links_are_accounted_for() -> None:
    marks = "".join(f'<sup><a href="#n{n}">{n}</a></sup>' for n in (28, 29, 30))
    notes = "".join(f'<li id="n{n}">Almanac, page {n * 100}</li>' for n in (28, 29, 30))
    page = f"<article><p>{LEAD} The gate{marks} moved. {marks}</p><p>{SECOND} f[x](q&w=2) = y</p><ol>{notes}</ol></article>"
    assert unaccounted(page, converted(page)) == []
    assert unaccounted(page.replace("gate<", "engine<"), converted(page)) == ["engine282930"]


@pytest.mark.parametrize("name", PAGES)
def test_the_same_page_gives_the_same_document(name: str) -> None:
    assert converted(PAGES[name]) == converted(PAGES[name])


@pytest.mark.parametrize("name", PAGES)
def test_blank_lines_are_tidy(name: str) -> None:
    body = converted(PAGES[name]).body
    assert body == "" or (body.endswith("\n") and not body.endswith("\n\n"))
    assert "\n\n\n" not in body
    assert all(line == line.rstrip() for line in body.split("\n"))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("login", "login wall"), ("cookie", "cookie wall"), ("shell", "JavaScript shell"), ("error", "error page"),
        ("index", "index page"),
    ],
)  # fmt: skip
def test_pages_that_are_no_article_are_named(name: str, kind: str) -> None:
    remarks = converted(PAGES[name]).remarks
    assert [one.message.split(":")[0] for one in remarks] == [kind]


NO_ARTICLES = [
    (
        "error page",
        "<title>Seite nicht gefunden</title><h1>Fehler 404</h1><p>Diese Seite gibt es leider nicht mehr.</p>",
    ),
    ("error page", "<title>Page introuvable - Le Port</title><h1>Oups</h1><p>Revenir à l'accueil.</p>"),
    ("error page", "<title>Erro 404</title><p>A página não existe.</p>"),
    ("error page", "<title>404</title><h1>Страница не найдена</h1><p>Вернитесь на главную.</p>"),
    ("error page", "<title>お探しのページは見つかりません</title><p>トップへ戻る</p>"),
    ("error page", "<title>Oops</title><h1>The page you were looking for has moved</h1><p>Try the search.</p>"),
    ("error page", "<title>找不到页面</title><p>返回首页</p>"),
    ("bot check", "<title>Just a moment...</title><p>Checking your browser before you go on.</p>"),
    ("bot check", "<title>Hafen</title><h1>Bestätigen Sie, dass Sie kein Roboter sind</h1>"),
    ("login wall", "<title>Schleuse</title><h1>Schleuse</h1><p>Nur für Abonnenten. Jetzt testen.</p>"),
    ("login wall", "<title>L'écluse</title><h1>L'écluse</h1><p>Cet article est réservé aux abonnés.</p>"),
    ("login wall", "<title>La esclusa</title><p>Inicia sesión para seguir leyendo.</p>"),
    ("login wall", "<title>Шлюз</title><p>Войдите, чтобы читать дальше.</p>"),
    ("login wall", "<title>水門</title><p>この記事は会員限定です。ログインしてください。</p>"),
    (
        "cookie wall",
        "<title>Hafen</title><h1>Willkommen</h1><p>Wir und unsere Partner verwenden Cookies, um Werbung zu messen.</p>"
        "<p>Sie können allen Cookies zustimmen oder ablehnen.</p><button>Akzeptieren</button>",
    ),
    (
        "cookie wall",
        "<title>Le Port</title><p>Nos partenaires déposent des cookies sur votre appareil.</p>"
        "<button>Tout accepter</button><button>Paramétrer les cookies</button>",
    ),
    (
        "cookie wall",
        "<title>Порт</title><p>Мы используем файлы cookie на вашем устройстве.</p><p>Файлы cookie можно принять.</p>",
    ),
    ("JavaScript shell", "<title>App</title><p>Bitte aktivieren Sie JavaScript, um fortzufahren.</p>"),
    ("JavaScript shell", "<title>App</title><noscript>Veuillez activer JavaScript.</noscript><div id=app></div>"),
    ("JavaScript shell", "<title>App</title><script src=a.js></script><div id=__next></div>"),
    (
        "index page",
        "<title>Новости порта</title><ul>"
        + "".join(f"<li><a href=/{n}>Новость номер {n} о шлюзе</a></li>" for n in range(40))
        + "</ul>",
    ),
]


@pytest.mark.parametrize(("kind", "body"), NO_ARTICLES)
def test_pages_that_are_no_article_are_named_in_many_languages(kind: str, body: str) -> None:
    found = converted(f"<!doctype html><html>{body}")
    assert [one.message.split(":")[0] for one in found.remarks] == [kind]
    assert unaccounted(f"<!doctype html><html>{body}", found) == []


@pytest.mark.parametrize(
    "text",
    [
        f"<title>Fehler 404: wie eine Zahl berühmt wurde</title><p>{LEAD} {SECOND}</p><p>{THIRD} {LAST}</p>" * 3,
        f"<title>How cookies crumble</title><p>{LEAD} A cookie is stored by the browser.</p><p>{SECOND} {THIRD}</p>",
        f"<title>Members only</title><p>{LEAD} {SECOND} {THIRD}</p><p>{LAST} {LEAD} {SECOND}</p><p>{THIRD} {LAST}</p>",
    ],
)
def test_articles_about_such_pages_are_articles(text: str) -> None:
    assert converted(f"<html>{text}").remarks == ()


@pytest.mark.parametrize("name", ["news", "docs", "forum", "broken"])
def test_articles_get_no_remark(name: str) -> None:
    assert converted(PAGES[name]).remarks == ()


def test_what_text_there_is_stays() -> None:
    assert "Headline number 7" in converted(INDEX).body
    assert "sign in to continue" in converted(PAGES["login"]).body


def test_docs_page() -> None:
    body = converted(DOCS).body
    assert '```python\nclient = Client(retries=3)\nclient.get("/slow")\n```' in body
    assert "| Name | Meaning |\n| --- | --- |\n| `retries` | how often |" in body
    assert "Never retry a request that is not idempotent" in body
    assert "## Options\n" in body
    assert "Table of Contents" not in body
    assert "¶" not in body


def test_wiki_page() -> None:
    page = converted(WIKI, "https://river.example/wiki/Lower_Lock")
    assert page.body == (
        f"The **Lower Lock** is a lock. {LEAD}[^1]\n\n## History\n\n{SECOND}\n\n{THIRD}[^1]\n\n## See also\n\n"
        "- [Upper Lock](https://river.example/wiki/Upper_Lock)\n- [Barge](https://river.example/wiki/Barge)\n\n"
        "## References\n\n[^1]: B. Hull, *Locks of the North*, 1990.\n"
    )
    assert page.fields["title"] == "Lower Lock"
    assert page.fields["infobox"] == {"Built": "1871", "River": "Weir"}


def test_line_numbers_beside_code_are_left_out() -> None:
    page = (
        '<body><table class="highlighttable"><tr><td class="linenos"><pre>1\n2</pre></td><td class="code">'
        f"<pre>a = 1\nb = 2</pre></td></tr></table><p>{LEAD}</p></body>"
    )
    assert converted(page).body == f"```\na = 1\nb = 2\n```\n\n{LEAD}\n"
    assert dropped(converted(page))["HTML021"] == "1 2"


def test_forum_thread_keeps_all_posts() -> None:
    body = converted(FORUM).body
    assert body.count("\n\n") == 2
    assert "hums for a minute" in body
    assert "Thank you very much" in body


SHORT_POSTS = [
    "My kettle hums for a minute and then goes quiet without ever boiling the water.", "Same here.", "Thanks!",
    "That is the thermostat. Take off the base plate and look for a small copper disc.", "Found it.", "No.",
]  # fmt: skip


@pytest.mark.parametrize("posts", [SHORT_POSTS, ["Same here.", "Thanks!", "No."], [*SHORT_POSTS[:3], "Why?"]])
@pytest.mark.parametrize(
    "post",
    [
        '<div class="post"><div class="author">user</div><div class="post-text"><p>{}</p></div></div>',
        '<article><header><a href="/u/1">user</a></header><div class="cooked"><p>{}</p></div></article>',
        '<div class="bit"><div class="postbody">{}</div></div>',
        "<table><tr><td><b>user</b></td><td><div class=postbody>{}</div></td></tr></table>",
    ],
)
def test_a_thread_keeps_its_shortest_posts(posts: list[str], post: str) -> None:
    page = f"<html><body><h1>Kettle</h1><div>{''.join(post.format(one) for one in posts)}</div></body></html>"
    body = converted(page).body
    assert [one for one in posts if one not in body] == []


def test_one_article_among_teasers_of_its_make_is_the_content() -> None:
    cards = "".join(
        f'<article class="card"><h3><a href="/{n}">Story {n}</a></h3><p>{SECOND}</p></article>' for n in range(4)
    )
    story = f"<p>{LEAD} {SECOND}</p><p>{THIRD} {LAST}</p>" * 2
    page = f'<html><body><article class="card">{story}</article><div>{cards}</div></body></html>'
    assert converted(page).body == "\n\n".join([f"{LEAD} {SECOND}", f"{THIRD} {LAST}"] * 2) + "\n"


def test_broken_markup() -> None:
    body = converted(BROKEN).body
    assert "First paragraph without its end" in body
    assert "tail text" in body


def test_text_before_the_first_heading_stays() -> None:
    text = f"<div class=text><h2>Then</h2><p>{SECOND}</p><p>{THIRD}</p></div>"
    page = f"<html><body><div class=intro><p>{LEAD}</p></div>{text}</body></html>"
    assert converted(page).body.startswith(LEAD)


def test_a_list_after_a_colon_stays_though_it_is_links() -> None:
    page = (
        f"<article><p>{LEAD}</p><p>These towns lie on the river:</p><ul><li><a href=/a>Upper Weir</a></li>"
        f"<li><a href=/b>Lower Weir</a></li></ul><p>{SECOND}</p></article>"
    )
    assert "- [Upper Weir](https://harbour.example/a)" in converted(page).body


def test_a_conclusion_beside_the_content_is_taken_in() -> None:
    page = (
        f'<html><body><article><div class="story-body"><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p><p>{LAST}</p></div>'
        f'<div class="wrap-up"><h4>In short</h4><p>{SECOND} {THIRD} {LAST}</p></div>'
        f"<div><p>Ada Keel is a reporter at the Harbour Post. {SECOND} {THIRD}</p></div></article></body></html>"
    )
    found = converted(page)
    assert found.body.endswith(f"#### In short\n\n{SECOND} {THIRD} {LAST}\n")
    assert "Ada Keel is a reporter" in dropped(found)["HTML025"]


def test_what_a_heading_says_is_not_taken_for_the_name_of_its_part() -> None:
    page = f'<div><p>{LEAD}</p><p>{SECOND}</p><h2><span id="See_also">See also</span></h2><p>{THIRD}</p></div>'
    assert "\n## See also\n" in converted(page).body


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ('<p><b>PHOTOS:</b> <a href="/g">Twelve locks of the north</a></p>', "HTML007"),
        ('<p>VIDEO: <a href="/g">The gates move</a></p>', "HTML007"),
        ('<div><a href="#">Enlarge</a> B. Hull<p>The gates, seen from the quay in March</p></div>', "HTML010"),
        ("<div>Text size: A A A</div>", "HTML005"),
        ("<p>Follow us on Flutter</p>", "HTML005"),
        (
            '<div class="x">'
            + "".join(
                f'<article><b>Boats</b><h3><a href="/{n}">Story {n} of boats</a></h3></article>' for n in range(4)
            )
            + "</div>",
            "HTML007",
        ),
    ],
)
def test_teasers_and_tools_inside_the_text_go(part: str, code: str) -> None:
    page = f"<html><body><article><p>{LEAD}</p><p>{SECOND}</p>{part}<p>{THIRD}</p></article></body></html>"
    found = converted(page)
    assert found.body == f"{LEAD}\n\n{SECOND}\n\n{THIRD}\n"
    assert code in dropped(found)


@pytest.mark.parametrize(
    "part",
    [
        "<p>Photos: the town's own, and those of the two divers who went down.</p>",
        '<p>Video: see <a href="/g">this</a> for how the gates move, and why they once did not.</p>',
        "<p>Enlarge the picture to see the second gate behind the first.</p>",
        "<p>Text size and spacing of the old inscription differ from line to line.</p>",
    ],
)
def test_sentences_that_look_like_them_stay(part: str) -> None:
    page = f"<html><body><article><p>{LEAD}</p><p>{SECOND}</p>{part}<p>{THIRD}</p></article></body></html>"
    assert unaccounted("<p></p>", converted(page)) == []
    assert converted(page).body.count("\n\n") == 3


def test_a_recipe_for_cookies_is_no_cookie_wall() -> None:
    page = (
        f"<html><body><article><h1>Oat cookies</h1><p>{LEAD} Cookies were sold on the quay.</p><p>{SECOND} {THIRD}</p>"
        f"<p>{LAST} Allow the cookies to cool for an hour before the tin is closed.</p></article></body></html>"
    )
    assert converted(page).remarks == ()


def test_teasers_below_an_article_do_not_make_it_an_index() -> None:
    teasers = "".join(f'<article><h3><a href="/{n}">Story {n} of boats and locks</a></h3></article>' for n in range(5))
    page = f"<html><body><article><h1>Lock</h1><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p><div>{teasers}</div></article>"
    assert converted(page).remarks == ()


HOSTILE = {
    "emphasis": "<p>" + "<b>a</b><i>b</i> " * 5000 + "<b>c</b>" * 5000,
    "notes": "<p>"
    + "<sup><a href=#n1>1</a></sup> " * 20_000
    + "".join(f"<li id=n{n}><a href=#n{n + 1}>1</a>" for n in range(9)),
    "headings": "<h2>x</h2>" * 5000,
    "cells": "<table><tr>" + "<td>a" * 20_000,
    "wide table": "<table><tr>" + "<td colspan=60>a" * 100 + "</tr>" + "<tr><td>a" * 2000,
    "nested": "<div>" * 100_000 + "deep text" + "</div>" * 100_000,
    "nested inline": "<b>" * 50_000 + "deep text",
    "formatting": "".join(f"<font size={n}>" for n in range(4000)) + "<p>x" * 4000,
    "lists": "<ul><li>" * 30_000 + "deep text",
    "tables": "<table><tr><td>" * 5_000 + "deep text",
    "quotations": "<blockquote>" * 30_000 + "deep text",
    "attribute": f"<p class='{'share ' * 200_000}'>text</p>",
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">text</p>",
    "columns": "<table><tr><td colspan=999999>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
    "comment": "<!--" * 100_000,
    "unclosed": "<p" * 100_000,
    "entities": "&amp;" * 100_000,
    "stars": "<p>" + "*" * 100_000 + "</p>",
    "brackets": "<p>" + "[" * 100_000 + "</p>",
    "backticks": "<p><code>" + "` " * 50_000 + "</code></p>",
    "blanks": "<p>" + " " * 500_000 + "x</p>",
    "nul": "<p>a\x00b</p>",
    "surrogate": "<p>a\ud800b</p>",
    "separators": "<title>" + " | a" * 50_000 + "</title><h1>x</h1>",
    "jsonld": '<script type="application/ld+json">' + "[" * 100_000 + "</script><p>text</p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_is_contained(name: str) -> None:
    text = HOSTILE[name]
    conversion = converted(text)
    assert unaccounted(text, conversion) == []
    fragment_to_markdown(text)


def test_scripts_and_handlers_leave_no_trace() -> None:
    page = (
        f"<article><p onclick='steal()'>{LEAD}</p><script>alert('one')</script><p>{SECOND} "
        f"<a href='javascript:alert(2)'>go</a>"
        f"<style>p {{ color: red }}</style><template><p>thirdly</p></template><iframe srcdoc='<p>fourthly</p>'>fifth</iframe>"
        f"&lt;script&gt;six&lt;/script&gt;</p><p>{THIRD}</p></article>"
    )
    body = converted(page).body
    for gone in ("steal", "alert", "color", "thirdly", "fourthly", "fifth", "javascript:"):
        assert gone not in body
    assert "\\<script>six\\</script>" in body


def test_cost_does_not_run_away() -> None:
    # not a speed test: a quadratic step over this page would take hours
    page = "<html><body>" + f"<div class='share x'><p>{LEAD} <a href=/x>more</a></p></div>" * 3000 + "</body></html>"
    started = time.process_time()
    converted(page)
    assert time.process_time() - started < 60


def test_a_heading_that_says_a_little_more_than_the_title_in_a_script_without_blanks() -> None:
    heading = "川の古い水門が九年ぶりに開く<br>港湾記者 山田花子"
    text = "<p>水門は九年のあいだ乾いたままで、船は海を回る長い道を行くしかなかったのである。</p>" * 5
    page = f"<head><title>川の古い水門が九年ぶりに開く：港新聞</title></head><body><h1>{heading}</h1>{text}</body>"
    conversion = converted(page)
    assert conversion.body.startswith("水門は")
    assert "山田花子" in dropped(conversion)["HTML014"]
    other = converted(page.replace("古い水門が九年ぶりに開く<br>", "新しい橋の工事は来年の春から<br>"))
    assert "新しい橋" in other.body


PARAGRAPH = "<p>The lock stood dry for nine summers, and the boats went the long way round by the sea.</p>"


def test_hidden_words_for_search_engines_are_left_out_however_many() -> None:
    words = "cheap boats buy lock river tour " * 400
    article = f"<div class='text'>{PARAGRAPH * 8}</div>"
    stuffed = converted(f"<body><h1>Lock</h1>{article}<div style='display:none'>{words}</div></body>")
    assert "cheap boats" not in stuffed.body
    assert "cheap boats" in dropped(stuffed)["HTML013"]
    # what a script shows later has sentences or paragraphs
    later = "The lock stood dry for nine summers, and the boats went round by the sea. " * 40
    shown = converted(f"<body><h1>Lock</h1>{article}<div style='display:none'>{later}</div></body>")
    assert "boats went round by the sea" in shown.body
    shown = converted(f"<body><h1>Lock</h1>{article}<div style='display:none'>{PARAGRAPH * 20}</div></body>")
    assert shown.body.count("nine summers") > 20


def test_a_post_of_one_line_is_not_lost_to_the_sidebar() -> None:
    post = "<div class='post'><h2>Boats</h2><p>Listen to what the keeper of the lock told us.</p></div>"
    about = "<p>Stories from the river, the locks and the quays, told by those who work there all year round.</p>"
    page = f"<body><h1>River talk</h1>{post}<div id='sidebar'><h2>About</h2>{about}</div></body>"
    conversion = converted(page)
    assert "Listen to what the keeper" in conversion.body
    assert "Stories from the river" in dropped(conversion)["HTML004"]
    alone = converted(f"<body><div id='sidebar'><h2>About</h2>{about}</div></body>")
    assert "Stories from the river" in alone.body
