"""News texts in many languages lose their furniture, keep every sentence, and give up headline, dek and byline."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ingest.body import Body
from ingest.edits import accept, apply, apply_pass, undo
from ingest.formats.news import NEWS_CODES, first_heading, lift, plain, words_of
from ingest.model import Pass, Safety, Source
from ingest.pipeline import clean_document
from ingest.rules import BODY_RULES, chrome
from ingest.rules.chrome.page import lower
from ingest.rules.runner import Stage, run_rules

STORY = "The mill has stood empty for years, and nobody in the village remembers the last miller at all."
SAFE_RULES = [rule for rule in BODY_RULES if rule.safety is Safety.SAFE]
FOLDER = Path(__file__).parent / "news"
BLOCK = re.compile(r"^~{5}\w*\n(.*?)^~{5}$", re.MULTILINE | re.DOTALL)


class Text(NamedTuple):
    """A text of `tests/news`: as it was found, and what it must become."""

    name: str
    format: str
    raw: str
    clean: str
    fields: dict[str, Any]


def read(path: Path) -> Text:
    text = path.read_text(encoding="utf-8")
    raw, clean, fields = BLOCK.findall(text)
    found = re.search(r"^format: (\w+)$", text, re.MULTILINE)
    assert found
    return Text(path.stem, found[1], raw, clean, yaml.load(fields, Loader=yaml.BaseLoader))  # noqa: S506 - all text


TEXTS = [read(path) for path in sorted(FOLDER.glob("*.md"))]


def clean(
    raw: str, kind: str = "plain", fields: dict[str, Any] | None = None
) -> tuple[str, dict[str, Any], list[Pass]]:
    """What the pipeline does with a text between header and front matter."""
    ruled, passes, _ = run_rules(raw, Stage("body", SAFE_RULES), lambda text: Body(text, kind, fields=fields or {}))
    body = ruled.text
    if kind != "plain":
        return body, {}, passes
    found = lift(Body(body, kind))
    edits = accept(body, found.proposals)
    assert len(edits) == len(found.proposals)
    return apply_pass(body, edits), dict(found.fields), [*passes, Pass("lift", edits)]


def read_innocent() -> list[tuple[str, str, dict[str, Any]]]:
    text = (FOLDER.parent / "news_innocent.md").read_text(encoding="utf-8")
    titles = re.findall(r"^## (.+)\n\n~{5}\n", text, re.MULTILINE)
    blocks = BLOCK.findall(text)
    loaded = [yaml.load(block, Loader=yaml.BaseLoader) for block in blocks[1::2]]  # noqa: S506 - all text
    return list(zip(titles, blocks[::2], loaded, strict=True))


INNOCENT = read_innocent()

each_text = pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)


@each_text
def test_furniture_goes_and_layout_is_lifted(text: Text) -> None:
    body, fields, passes = clean(text.raw, text.format)
    assert body == text.clean
    assert fields == text.fields
    assert apply(text.raw, passes) == body
    assert undo(body, passes) == text.raw


@each_text
def test_clean_text_stays_as_it_is(text: Text) -> None:
    body, fields, _ = clean(text.raw, text.format)
    assert clean(body, "markdown", fields)[0] == body


@each_text
def test_whole_way_from_bytes_to_a_clean_document_and_back(text: Text) -> None:
    first = clean_document(Source("text.txt", text.raw.encode()))
    assert first.format == text.format
    assert first.text.partition("\n---\n")[2].lstrip("\n") == text.clean
    for key, value in text.fields.items():
        assert key in {"published", "modified"} or first.front_matter[key] == value
    second = clean_document(Source("text.txt", first.text.encode()))
    assert second.text.partition("\n---\n")[2].lstrip("\n") == text.clean
    kept = {key: value for key, value in second.front_matter.items() if key != "provenance"}
    assert kept == {key: value for key, value in first.front_matter.items() if key != "provenance"}


def test_news_whose_only_marks_are_in_its_furniture_is_plain_news() -> None:
    story = (
        f"{STORY}\n\nThe roof went first, then the wheel, and last of all the lane that led to the door from the road.\n\n"
        "Now a baker from the coast has bought it, and means to grind flour there before the end of next summer.\n"
    )
    raw = f"A mill changes hands\n\nBy Jane Doe\n\n{story}\nMost read\n\n- Five mills that nobody wants\n"
    outcome = clean_document(Source("text.txt", raw.encode()))
    assert outcome.format == "markdown"
    assert outcome.front_matter["title"] == "A mill changes hands"
    assert outcome.front_matter["authors"] == ["Jane Doe"]
    assert outcome.text.endswith(f"---\n\n{story}")


@each_text
def test_text_with_blank_lines_doubled_or_windows_blanks_loses_no_sentence(text: Text) -> None:
    body, fields, _ = clean(text.raw.replace("\n\n", "\n\n\n\n"), text.format)
    kept = " ".join([*map(str, fields.values()), body])
    sentences = re.findall(r"\S[^.!?。\n]{40,}[.!?。]", text.clean) or text.clean.split("\n\n")
    assert sentences
    for sentence in sentences:
        assert sentence in kept


@pytest.mark.parametrize(("title", "raw", "fields"), INNOCENT, ids=[title for title, _, _ in INNOCENT])
def test_what_is_no_news_page_keeps_every_line(title: str, raw: str, fields: dict[str, Any]) -> None:
    plain, _, _ = run_rules(raw, Stage("body", chrome.RULES), lambda text: Body(text, "plain"))
    markdown, _, _ = run_rules(raw, Stage("body", chrome.RULES), lambda text: Body(text, "markdown"))
    assert plain.text == raw == markdown.text, title
    found = lift(Body(raw, "plain"))
    assert dict(found.fields) == fields
    for key, value in fields.items():
        assert key in {"title", "authors"}
        assert "".join(value) in raw


def test_lifted_lines_go_with_a_known_code() -> None:
    codes = {code for text in TEXTS if text.format == "plain" for code, _ in lift(Body(text.raw, "plain")).proposals}
    assert codes <= set(NEWS_CODES)
    assert all(name and page for name, page in NEWS_CODES.values())


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The *mill* above [Marlow](marlow.md)\n\nText.\n", "The mill above Marlow"),
        ("The mill\n========\n\nText.\n", "The mill"),
        ("## A part\n\n# The whole ##\n", "A part"),
        ("Text first.\n\n# The whole ##\n", "The whole"),
        ("Text first.\n\n## A part\n", ""),
        ("```\n# a comment\n```\n\nText.\n", ""),
        ("#hashtag\n\nText.\n", ""),
        ("", ""),
    ],
)
def test_first_heading_that_stands_for_the_whole(text: str, title: str) -> None:
    assert first_heading(Body(text)) == title


def test_ambiguous_date_stays_in_the_text() -> None:
    body = "A mill changes hands\n\nBy Jane Doe\n\n03/04/2005\n\n" + " ".join(
        ["The mill has stood empty for years."] * 3
    )
    found = lift(Body(body, "plain"))
    assert found.fields == {"title": "A mill changes hands", "authors": ["Jane Doe"]}


def test_byline_that_says_more_than_names_stays_in_the_text() -> None:
    body = "A mill changes hands\n\nBy Jane Doe, rural editor\n\n" + " ".join(
        ["The mill has stood empty for years."] * 3
    )
    found = lift(Body(body, "plain"))
    assert found.fields["authors"] == ["Jane Doe"]
    assert [code for code, _ in found.proposals] == ["META101"]


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "a" * 100_000, " " * 100_000, "- \n" * 5_000, "[](" * 20_000])
def test_odd_texts_pass_through(text: str) -> None:
    body, fields, _ = clean(text, "plain") if text.strip(" \n\t") else (text, {}, [])
    assert not fields
    run_rules(text, Stage("body", chrome.RULES), lambda text: Body(text, "plain"))
    assert isinstance(body, str)


@pytest.mark.parametrize(
    "lead",
    [
        "The Ministry of Rivers and Mills of the Kingdom of Marlow has bought the old mill above the village.",
        "The council has bought the mill above Marlow for 450,000 pounds, more than it ever paid for a house.",
        "The council has bought the mill. It paid 450,000 pounds for the house and the wheel.",
        "A view of the old mill from the other side of the river",
        "March 3, 2024 8:00 AM, changed two years later by the editors",
    ],
)
def test_first_paragraph_is_no_dek(lead: str) -> None:
    rest = "The Ministry of Rivers and Mills of the Kingdom of Marlow paid 450,000 pounds out of the fund for schools."
    found = lift(Body(f"A mill changes hands\n\n{lead}\n\n{STORY}\n\n{rest}\n", "plain"))
    assert found.fields == {"title": "A mill changes hands"}


def test_name_over_the_headline_is_no_title() -> None:
    assert not lift(Body(f"Jane Doe\n\nA mill changes hands again\n\n{STORY}\n", "plain")).fields


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "Published 12 March 2020 | Updated 13 March 2020",
            {"published": "12 March 2020", "modified": "13 March 2020"},
        ),
        ("Stand: 12.03.2024 – Aktualisiert: 13.03.2024", {"published": "12.03.2024", "modified": "13.03.2024"}),
        ("12 March 2020 | 13 March 2020", {}),
        ("Published 12 March 2020 | Vale", {}),
        ("Published 12 March 2020 | Updated 03/04/2020", {}),
    ],
)
def test_dates_of_publication_and_change_in_one_line(line: str, fields: dict[str, str]) -> None:
    text = f"Mill sold at last\n\nBy Ann Foss\n\n{line}\n\n{STORY}\n\n{STORY[:-1]}, they say.\n"
    body, found, _ = clean(text)
    assert {key: found[key] for key in ("published", "modified") if key in found} == fields
    assert (line in body) is not bool(fields)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Foss, Staff Writer", ["Ann Foss"]),
        ("Von Jutta Behm, Redakteurin", ["Jutta Behm"]),
        ("By Ann Foss, Ben Lind", ["Ann Foss", "Ben Lind"]),
    ],
)
def test_a_writers_post_is_no_author(line: str, authors: list[str]) -> None:
    text = f"Mill sold at last\n\n{line}\n\n12 March 2020\n\n{STORY}\n\n{STORY[:-1]}, they say.\n"
    body, found, _ = clean(text)
    assert found["authors"] == authors
    assert found["published"] == "12 March 2020"
    assert (line in body) is (len(authors) == 1)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Posted on March 3, 2021 by Ann Foss", {"authors": ["Ann Foss"], "published": "March 3, 2021"}),
        (
            "Publicado por Ann Foss el 14 de febrero de 2022",
            {"authors": ["Ann Foss"], "published": "14 de febrero de 2022"},
        ),
        ("Par Ann Foss - publié le 3 mars 2022", {"authors": ["Ann Foss"], "published": "3 mars 2022"}),
        ("06.11.2023, 10:30 Uhr | Lesezeit: 3 Min.", {"published": "06.11.2023, 10:30 Uhr"}),
        ("3:42 PM EST, Fri February 9, 2024", {"published": "3:42 PM EST, Fri February 9, 2024"}),
        ("By Ann Foss - who never wrote it", {}),
    ],
)
def test_who_and_when_in_one_line(line: str, fields: dict[str, Any]) -> None:
    body, found, _ = clean(f"Mill sold at last\n\n{line}\n\n{STORY}\n\n{STORY[:-1]}, they say.\n")
    assert {key: found[key] for key in ("authors", "published") if key in found} == fields
    assert (line in body) is not bool(fields)


def test_date_after_a_place_is_known_and_stays_with_its_place() -> None:
    body, found, _ = clean(
        f"Mill sold at last\n\nAnn Foss\nMarlow - 21 mar 2024\n\n{STORY}\n\n{STORY[:-1]}, they say.\n"
    )
    assert found["published"] == "21 mar 2024"
    assert body.startswith("Marlow - 21 mar 2024\n")


@pytest.mark.parametrize(
    "line", ["Marlow, since 3 May 2023", "Marlow and its many mills, 3 May 2023", "marlow, 3 May 2023"]
)
def test_what_stands_before_a_date_and_is_no_place(line: str) -> None:
    body, found, _ = clean(f"Mill sold at last\n\nAnn Foss\n{line}\n\n{STORY}\n\n{STORY[:-1]}, they say.\n")
    assert "published" not in found
    assert line in body


def test_tags_below_the_text_are_lifted() -> None:
    body, found, _ = clean(f"Mill sold at last\n\n{STORY}\n\n{STORY[:-1]}, they say.\n\nTags: mills, rivers\n")
    assert found["tags"] == ["mills", "rivers"]
    assert "Tags" not in body


def test_place_under_a_byline_stays() -> None:
    body, found, _ = clean(
        f"Mill sold at last\n\nBy Ann Foss\nThe Post, Marlow\n\n{STORY}\n\n{STORY[:-1]}, they say.\n"
    )
    assert found["authors"] == ["Ann Foss"]
    assert body.startswith("The Post, Marlow\n\n")


def test_page_with_too_little_prose_to_judge_is_reported() -> None:
    furniture = "".join(f"Name of a place {number}\n\n" for number in range(40))
    outcome = clean_document(
        Source("t.txt", f"Skip to content\n\n{furniture}Log in\n\n{STORY}\n\nShare on Facebook\n".encode())
    )
    assert [finding.rule for finding in outcome.findings] == ["WEB090"]
    assert "Share on Facebook" in outcome.text


@given(st.text("abAİÉς1_é.,  \n\n“—\u0307\u2028\x85\ud800\r", max_size=60) | st.text(max_size=200))
def test_words_are_told_line_by_line(text: str) -> None:
    wanted = " ".join(" ".join(re.findall(r"\w+", line)) for line in lower(text).split("\n") if line)
    assert words_of(plain(text)).decode() == wanted


def test_words_of_a_text_of_many_signs_are_told() -> None:
    signs = "".join(map(chr, range(0x2190, 0x2400)))
    assert words_of(plain(f"One{signs}two\n{signs}\nthree")) == b"one two  three"
