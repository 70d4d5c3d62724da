"""Metadata of pages: where it is read from, what is trusted most, and what broken sources still give."""

from __future__ import annotations

import json

import pytest

from ingest.formats.html import convert
from ingest.model import Source, Value

PROSE = "<p>The ferry left the quay at six in the morning, with forty people and a cow on board.</p>" * 3
URL = "https://ferry.example/news/1"


def fields(head: str, body: str = PROSE, *, url: str = URL, html: str = "<html>") -> dict[str, Value]:
    page = f"<!doctype html>{html}<head>{head}</head><body>{body}</body></html>"
    return dict(convert(page, Source("p.html", b"", url=url)).fields)


def ld(*objects: Value) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in objects)


def test_json_ld_of_an_article() -> None:
    found = fields(
        ld(
            {
                "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Cow on board",
                "description": "A ride.",
                "author": [{"@type": "Person", "name": "Ada Keel"}, {"name": "B. Hull"}], "datePublished": "2020-05-01",
                "dateModified": "2020-05-02", "publisher": {"@type": "Organization", "name": "Ferry News"},
                "inLanguage": "en",
                "keywords": "cow, ferry", "image": [{"url": "/i.jpg"}], "license": "https://example.org/by",
            }
        )
    )  # fmt: skip
    assert found["title"] == "Cow on board"
    assert found["description"] == "A ride."
    assert found["authors"] == ["Ada Keel", "B. Hull"]
    assert (found["published"], found["modified"]) == ("2020-05-01", "2020-05-02")
    assert found["publisher"] == "Ferry News"
    assert found["language"] == "en"
    assert found["tags"] == ["cow", "ferry"]
    assert found["image"] == "https://ferry.example/i.jpg"
    assert found["license"] == "https://example.org/by"


def test_json_ld_in_a_graph_and_in_an_array() -> None:
    site = {"@type": "WebSite", "name": "Ferry News"}
    article = {"@type": ["Article", "BlogPosting"], "headline": "Cow on board", "author": "Ada Keel"}
    for one in ({"@context": "x", "@graph": [site, article]}, [site, article]):
        found = fields(ld(one))
        assert found["title"] == "Cow on board"
        assert found["authors"] == ["Ada Keel"]
        assert found["publisher"] == "Ferry News"


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":"Article","headline":"Cow on board","datePublished":"2020-05-01",}',
        '<!-- {"@type":"Article","headline":"Cow on board","datePublished":"2020-05-01"} -->',
        '//<![CDATA[\n{"@type":"Article","headline":"Cow on board","datePublished":"2020-05-01"}\n//]]>',
        '{"@type":"Article","headline":"Cow on board","description":"a\nb","datePublished":"2020-05-01"}',
        '{"@type":"Article","headline":"Cow on board","x": undefined, "datePublished":"2020-05-01"',
    ],
)
def test_broken_json_ld_gives_what_it_can(script: str) -> None:
    found = fields(f'<script type="application/ld+json">{script}</script>')
    assert found["title"] == "Cow on board"
    assert found["published"] == "2020-05-01"


def test_json_ld_of_the_site_is_not_the_article() -> None:
    found = fields(
        "<title>Cow on board</title>" + ld({"@type": "Organization", "name": "Ferry Ltd", "description": "We sail."})
    )
    assert found["title"] == "Cow on board"
    assert found.get("description") != "We sail."


def test_json_ld_of_the_front_page_is_not_the_article() -> None:
    front = {
        "@type": "WebPage", "@id": "https://ferry.example/#page", "name": "All ferries", "description": "We sail.",
        "datePublished": "2001-01-01",
    }  # fmt: skip
    found = fields("<title>Cow on board</title>" + ld(front))
    assert found["title"] == "Cow on board"
    assert found.get("description") != "We sail."
    assert "published" not in found
    assert fields("<title>x</title>" + ld(front), url="https://ferry.example/")["title"] == "All ferries"


def test_what_json_ld_says_of_the_page_around_an_article_comes_behind_open_graph() -> None:
    found = fields(
        ld({"@type": "WebPage", "name": "Cow on board at six | Ferry", "description": "All of it."})
        + '<meta property="og:title" content="Cow on board"><meta name="description" content="A ride.">'
    )
    assert (found["title"], found["description"]) == ("Cow on board", "A ride.")
    assert fields(ld({"@type": "WebPage", "name": "Cow on board at six"}))["title"] == "Cow on board at six"


def test_json_ld_that_refers_to_people_and_publisher_by_id() -> None:
    graph = [
        {
            "@type": "Article",
            "headline": "Cow",
            "author": [{"@id": "#ada"}, {"@id": "#none"}],
            "publisher": {"@id": "#f"},
        },
        {"@type": "Person", "@id": "#ada", "name": "Ada Keel"},
        {"@type": "Organization", "@id": "#f", "name": "Ferry News"},
    ]
    found = fields(ld({"@context": "https://schema.org", "@graph": graph}))
    assert found["authors"] == ["Ada Keel"]
    assert found["publisher"] == "Ferry News"


def test_an_organisation_as_creator_gives_way_to_a_byline() -> None:
    head = (
        '<title>Cow</title><meta name="DC.creator.CorporateName" content="Ferry Board">'
        '<meta name="DC.creator.Address" content="desk@ferry.example">'
    )
    assert fields(head, '<p class="byline">By Ada Keel</p>' + PROSE)["authors"] == ["Ada Keel"]
    assert fields(head)["authors"] == ["Ferry Board"]


def test_dublin_core_and_citation_tags() -> None:
    found = fields(
        '<meta name="DC.title" content="On ferries"><meta name="citation_author" content="Keel, Ada">'
        '<meta name="citation_author" content="Hull, Ben"><meta name="citation_publication_date" content="2019/03/01">'
        '<meta name="DC.subject" content="ships"><meta name="citation_doi" content="10.1/x">'
    )
    assert found["title"] == "On ferries"
    assert found["authors"] == ["Keel, Ada", "Hull, Ben"]
    assert found["published"] == "2019/03/01"
    assert found["tags"] == ["ships"]
    assert found["citation_doi"] == "10.1/x"


def test_microdata_and_visible_lines() -> None:
    found = fields(
        "<title>x</title>",
        f'<article itemscope><h1 itemprop="headline">Cow on board</h1><p class="byline">By <span>Ada Keel</span></p>'
        f'<time itemprop="datePublished" datetime="2020-05-01T06:00">1 May</time>{PROSE}</article>',
    )
    assert found["title"] == "Cow on board"
    assert found["authors"] == ["Ada Keel"]
    assert found["published"] == "2020-05-01T06:00"


def test_a_person_in_microdata_has_a_name_of_their_own() -> None:
    person = (
        '<li itemprop="author" itemscope><b itemprop="name">Ada Keel</b> — <i>Boats</i></li>'
        '<li itemprop="author"><b>Ada Keel</b> Reporter at the quay <a>Follow Ada Keel</a></li>'
        '<li itemprop="author">Ben Hull —</li>'
    )
    assert fields("<title>x</title>", f"<ul>{person}</ul>{PROSE}")["authors"] == ["Ada Keel", "Ben Hull"]


def test_a_headline_that_only_describes_is_not_the_title() -> None:
    entry = ld({"@type": "Article", "name": "Ferry", "headline": "boat that carries people and cows"})
    assert fields("<title>Ferry - Harbour Wiki</title>" + entry)["title"] == "Ferry"
    assert fields("<title>Boat that carries people and cows | Harbour</title>" + entry)["title"].startswith("boat that")


def test_visible_date_without_markup() -> None:
    found = fields(
        "<title>x</title>", f'<div class="head"><h1>Cow</h1><span class="post-date">3 May 2020</span></div>{PROSE}'
    )
    assert found["published"] == "3 May 2020"


@pytest.mark.parametrize("day", ["August 6, 2025", " AUG 6, 2025", " août 6 2025", " 6 août 2025"])
def test_a_date_right_behind_a_name(day: str) -> None:
    line = f'<div class="byline">By <b>Ada Keel</b><i>{day}</i></div>'
    found = fields("<title>x</title>", f"<div><h1>x</h1>{line}</div><article>{PROSE}</article>")
    assert found["published"] == day.strip()


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/news/2015/03/18/cow.html", "2015-03-18"),
        ("/2015/3/8/cow/", "2015-03-08"),
        ("/2015-03-18/cow", "2015-03-18"),
        ("/a/2015-03/18/cow", "2015-03-18"),
        ("/a/2015/0318/cow", "2015-03-18"),
        ("/news/2015/03/cow.html", None),
        ("/news/2015/31/12/cow.html", None),
        ("/2015/03/18/see/2016/01/02/cow", None),
        ("/cow-2015-03-18.html", None),
        ("/cow?day=/2015/03/18/", None),
    ],
)
def test_a_day_in_the_address_is_the_date_where_there_is_no_other(path: str, day: str | None) -> None:
    assert fields("<title>x</title>", url=f"https://ferry.example{path}").get("derived:published") == day
    stated = fields('<meta name="date" content="2020-01-01">', url=f"https://ferry.example{path}")
    assert "derived:published" not in stated


def test_the_date_in_the_head_of_the_site_is_not_the_article_s() -> None:
    found = fields(
        "<title>x</title>", f'<header><span class="date">3 May 2022</span></header><article>{PROSE}</article>'
    )
    assert "published" not in found


@pytest.mark.parametrize(
    ("title", "heading", "site", "expected"),
    [
        ("Cow on board | Ferry News", "", "Ferry News", "Cow on board"),
        ("Cow on board - Ferry News", "", "Ferry News", "Cow on board"),
        ("Ferry News: Cow on board", "", "Ferry News", "Cow on board"),
        ("Cow on board | Ferry News", "Cow on board", "", "Cow on board"),
        ("Cow on board » Local » News", "Cow on board", "", "Cow on board"),
        ("Cow on board – a story", "", "", "Cow on board – a story"),
        ("Ferry: a cow on board", "", "", "Ferry: a cow on board"),
        ("Either | Or", "Either | Or", "", "Either | Or"),
        ("Ferry News", "", "Ferry News", "Ferry News"),
    ],
)
def test_titles_lose_the_name_of_the_site_on_evidence(title: str, heading: str, site: str, expected: str) -> None:
    head = f"<title>{title}</title>" + (f'<meta property="og:site_name" content="{site}">' if site else "")
    body = (f"<h1>{heading}</h1>" if heading else "") + PROSE
    assert fields(head, body)["title"] == expected


def test_what_lost_is_kept_under_its_own_name() -> None:
    found = fields(
        ld({"@type": "Article", "headline": "Cow on board"})
        + '<meta property="og:title" content="You will not believe this cow"><meta name="description" content="Plain.">'
        '<meta property="og:description" content="Shared."><meta property="og:type" content="article">'
    )
    assert found["title"] == "Cow on board"
    assert found["og:title"] == "You will not believe this cow"
    assert found["description"] == "Shared."
    assert found["meta:description"] == "Plain."
    assert found["og:type"] == "article"


def test_language_and_address() -> None:
    found = fields('<link rel="canonical" href="/news/one"><base href="/news/">', html='<html lang="de-CH">')
    assert found["language"] == "de-CH"
    assert found["url"] == "https://ferry.example/news/one"
    assert fields("")["url"] == URL
    assert "url" not in fields("", url="")


def test_a_canonical_link_to_the_front_page_is_not_believed() -> None:
    assert fields('<link rel="canonical" href="https://ferry.example/">')["url"] == URL


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe, John Roe and Ann Poe", ["Jane Doe", "John Roe", "Ann Poe"]),
        ("Doe, Jane", ["Doe, Jane"]),
        ("https://example.org/jane", None),
        ("@jane", None),
        ("admin", None),
    ],
)
def test_authors(byline: str, people: list[str] | None) -> None:
    assert fields(f'<meta name="author" content="{byline}">').get("authors") == people


def test_entities_that_were_escaped_twice() -> None:
    assert fields('<meta property="og:title" content="Fish &amp;amp; ships">')["title"] == "Fish & ships"


def test_metadata_is_bounded() -> None:
    head = "".join(f'<meta name="citation_author" content="Person Number{n}">' for n in range(5000))
    assert len(fields(head)["authors"]) <= 100


@pytest.mark.parametrize(
    ("metas", "alternative"),
    [
        (
            "<meta property='og:image' content='/a.jpg'><meta property='og:image:alt' content='A brass  lamp'>",
            "A brass lamp",
        ),
        ("<meta name='twitter:image' content='/a.jpg'><meta name='twitter:image:alt' content='A lamp'>", "A lamp"),
        ("<meta property='og:image' content='/a.jpg'><meta name='twitter:image:alt' content='A lamp'>", None),
        ("<meta property='og:image:alt' content='A lamp'>", None),
    ],
)
def test_the_words_for_a_picture_go_with_it(metas: str, alternative: str | None) -> None:
    assert fields(f"<title>Lamps</title>{metas}").get("image_alt") == alternative


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("Jane Doe, DAILY WATER 3:53 p.m. EST January 25, 2014", ["Jane Doe"]),
        ("by Jane Doe - Apr 16, 2015 8:02 pm UTC", ["Jane Doe"]),
        ("Jane Doe on 2014-01-25", ["Jane Doe"]),
        ("Jane Doe, CNN", ["Jane Doe"]),
        ("name, name@example.org", None),
        ("Jane Doe (jane@example.org)", ["Jane Doe"]),
        ("Jane Reardon, Dec 3, 2014", ["Jane Reardon"]),
        ("May Marchand", ["May Marchand"]),
        ("Sign In", None),
    ],
)
def test_what_is_no_name_leaves_the_byline(byline: str, people: list[str] | None) -> None:
    assert fields(f'<meta name="author" content="{byline}">').get("authors") == people


@pytest.mark.parametrize(
    ("markup", "people"),
    [
        ('<div class="byline">By <b>Nathan Keel</b> March 25, 2015</div>', ["Nathan Keel"]),
        ('<div class="author">By Nathan Keel, MA<br>Ferry Health News</div>', ["Nathan Keel"]),
        ('<p class="author">By Nathan Keel, Senior Editor, Boats, Quays, and Ferry Project</p>', ["Nathan Keel"]),
        ('<p class="byline">by Nathan Keel<span>22 Dec 2016</span><b>651</b></p>', ["Nathan Keel"]),
        ('<p class="author">Nathan Keel <button>Follow</button></p>', ["Nathan Keel"]),
        ('<div class="article-author"><b>Ferry Desk</b> 919 stories</div>', None),
        ('<p class="autor"><b>Nathan Keel</b> | Ferry Quay | 08/01/2014</p>', ["Nathan Keel"]),
        ('<p class="byline">By NATHAN KEEL and BEN HULL - AP Boat Writers | AP</p>', ["NATHAN KEEL", "BEN HULL"]),
        ('<p class="autorise">Only Captain Keel may</p>', None),
        ('<aside class="sidebar"><a rel="author" href="/k">Nathan Keel</a></aside>', ["Nathan Keel"]),
        ('<aside><a rel="author" href="/k">Nathan Keel</a><a rel="author" href="/h">Ben Hull</a></aside>', None),
        ('<div class="comments"><a rel="author" href="/k">Nathan Keel</a> Hello there, sailor.</div>', None),
        ('<a class="author-link" href="/login">Sign In</a><p class="byline">By Nathan Keel</p>', ["Nathan Keel"]),
        ('<div class="comment-list"><span class="author">Salty Dog</span><p>I saw it too.</p></div>', None),
        ('<aside class="sidebar"><a href=/1>Next story</a> <span class="byline">Other Person</span></aside>', None),
    ],
)
def test_a_visible_byline(markup: str, people: list[str] | None) -> None:
    assert fields("<title>x</title>", f"<h1>Cow</h1>{markup}<article>{PROSE}</article>").get("authors") == people


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Ada Keel, Chief People Officer", ["Ada Keel"]),
        ("Ada Keel, Reporter, and Ben Hull, Editor at Large", ["Ada Keel", "Ben Hull"]),
        ("Ada Keel, Reporter, and Ben Hull", ["Ada Keel", "Ben Hull"]),
        ("Ada Keel, Ben Hull and Cy Quay", ["Ada Keel", "Ben Hull", "Cy Quay"]),
        ("Ada Keel (avec Ben Hull et Cy Quay)", ["Ada Keel", "Ben Hull", "Cy Quay"]),
        ("Ada Keel (http://keel.example/ada/)", ["Ada Keel"]),
        ("Ada Keel 2 days ago", ["Ada Keel"]),
        ("Ada Keel Monday, February 29, 2016 @ 11:10 PM", ["Ada Keel"]),
        ("Ada Keel of the 2nd May 2020 Society", ["Ada Keel of the 2nd May 2020 Society"]),
    ],
)
def test_a_stated_byline(written: str, people: list[str]) -> None:
    assert fields(f'<meta name="author" content="{written}">')["authors"] == people


def test_bylines_of_nothing_but_dashes_cost_no_more() -> None:
    head = "".join(
        f'<meta name="author" content="{mark * 2000}">' for mark in ("-", "· ", ", ", " (with ") for _ in range(50)
    )
    assert "authors" not in fields("<title>x</title>" + head)


def test_dates_of_sources_in_a_long_text_are_not_the_page_s() -> None:
    notes = '<ol><li>Keel, <i>Cows</i>. <span class="reference-accessdate">Retrieved 2010-01-25</span></li></ol>'
    assert "published" not in fields("<title>x</title>", f"<div>{PROSE * 12}<h2>Notes</h2>{notes}</div>")


def test_every_value_that_lost_is_kept_with_its_name() -> None:
    found = fields(
        ld(
            {"@type": "NewsArticle", "headline": "Cow on board", "author": "Ada Keel", "datePublished": "2020-05-01"},
            {"@type": "WebPage", "name": "Cow on a ferry", "author": "B. Hull", "inLanguage": "en"},
        )
        + '<meta property="article:published_time" content="2020-05-03T06:00:00Z"><meta name="author" content="C. Quay">'
        '<meta property="og:locale" content="de_DE"><meta name="twitter:image" content="/small.jpg">'
        '<meta property="og:image" content="/big.jpg"><meta name="parsely-pub-date" content="2020-05-01T07:00:00Z">'
        '<meta name="news_keywords" content="cow, ferry"><meta name="keywords" content="cow,ferry">',
        html='<html lang="en">',
    )
    assert (found["title"], found["authors"], found["published"]) == ("Cow on board", ["Ada Keel"], "2020-05-01")
    assert found["ld:page:title"] == "Cow on a ferry"
    assert found["ld:author"] == "B. Hull"
    assert found["author"] == "C. Quay"
    assert found["article:published_time"] == "2020-05-03T06:00:00Z"
    assert found["og:locale"] == "de_DE"
    assert found["twitter:image"] == "/small.jpg"
    # what says the same needs no second place
    assert not {"parsely-pub-date", "news_keywords", "og:image"} & set(found)


def test_a_page_about_many_others_keeps_few_of_them() -> None:
    found = fields(ld(*({"@type": "Article", "headline": f"Story number {n}"} for n in range(200))))
    assert found["title"] == "Story number 0"
    assert len(found["ld:title"]) < 5


def test_a_title_for_another_purpose_shows_what_the_site_added() -> None:
    head = '<title>A cow is on board » Local » News</title><meta name="twitter:title" content="A cow is on board">'
    assert fields(head, "<h1>The Ferry News</h1>" + PROSE)["title"] == "A cow is on board"


@pytest.mark.parametrize(
    ("tail", "site", "kept"),
    [
        (" | Ada Keel", "Ferry News", True),
        (" - 7.12.2017", "Ferry News", True),
        (" | Ferry News", "Ferry News", False),
        (" » Local » Ferry", "Ferry News Ltd", False),
        (" - ferry.example", "", False),
        (" - Ferry", "", False),
        (" - Boats", "", True),
    ],
)
def test_a_stated_title_loses_the_name_of_the_site_and_nothing_else(tail: str, site: str, kept: bool) -> None:
    head = f'<meta property="og:title" content="Cow on board{tail}">'
    head += f'<meta property="og:site_name" content="{site}">' if site else ""
    page = f"<html><head>{head}</head><body><article><h2>Cow on board</h2>{PROSE}</article></body></html>"
    done = convert(page, Source("p.html", b"", url=URL))
    assert done.fields["title"] == "Cow on board" + tail * kept
    assert done.fields.get("headline") == ("Cow on board" if kept else None)
    assert "Cow on board" not in done.body


def test_the_description_is_the_first_paragraph_of_prose() -> None:
    assert fields("", "<p>Links</p>" + PROSE)["derived:description"].startswith("The ferry left")
    loose = "The ferry left the quay at six in the morning, with forty people."
    assert fields("", f"<div>{loose}<br><br>{loose} Twice.<br></div>")["derived:description"].startswith(loose)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2019-09-24 09:10 Harbour Desk", "2019-09-24 09:10"),
        ("Source: Ferry | Published: 2019-09-24 | Views: 12", "2019-09-24"),
        ("来源: 港口 发布时间：2019年9月24日", "2019年9月24日"),
        ("Sails on 2019-09-24, weather permitting", None),
        ("2019-09-24", None),
        ("Berth 2019-09-24 09:10", None),
    ],
)
def test_a_line_between_title_and_text_that_dates_the_page(line: str, day: str | None) -> None:
    head = "<title>Cow on board</title>"
    assert fields(head, f"<h1>Cow on board</h1><div>{line}</div>{PROSE}").get("published") == day
    # elsewhere it may date something else
    assert "published" not in fields(head, f"<div>{line}</div><h1>Cow on board</h1>{PROSE}")
    assert "published" not in fields(head, f"<h1>Cow on board</h1>{PROSE}<div>{line}</div>")
