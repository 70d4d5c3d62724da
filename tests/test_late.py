"""Patterns that are compiled at their first use, and match what they match when they are compiled at once."""

from __future__ import annotations

import copy
import importlib
import re
import sys
from collections.abc import Iterable
from typing import Any

import pytest

from ingest.late import Holding, Openings, folded, late
from ingest.rules.chrome import dates, lexicon
from ingest.rules.chrome.page import key_of
from ingest.rules.chrome.words import LANGUAGES

opcodes: Any = importlib.import_module("re._constants")  # the type checker knows `re` as one module
parser: Any = importlib.import_module("re._parser")


def test_a_late_pattern_finds_what_the_pattern_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    really_compile = re.compile

    def counted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return really_compile(pattern, flags)

    monkeypatch.setattr(re, "compile", counted)
    hill = late("(hill) [0-9]+", re.IGNORECASE)
    assert compiled == []
    assert [one[0] for one in hill.finditer("Hill 7 and hill 12")] == ["Hill 7", "hill 12"]
    assert hill.sub("x", "HILL 3") == "x"
    assert hill.match("a hill 3") is None
    assert hill.match("hill 3") is not None
    assert (hill.pattern, hill.groups) == ("(hill) [0-9]+", 1)
    assert set(compiled) == {"(hill) [0-9]+"}


def test_a_wrong_pattern_is_found_at_its_first_use() -> None:
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_a_late_pattern_can_be_copied() -> None:
    assert copy.deepcopy(late("a")).search("b a") is not None


def alternation(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(phrases), key=lambda one: (-len(one), one))))


def phrases_of(openings: Openings) -> list[str]:
    return [phrase for some in openings.phrases.values() for phrase in some]


OPENINGS = {name: value for name, value in vars(lexicon).items() if isinstance(value, Openings)}


@pytest.mark.parametrize("name", OPENINGS)
def test_openings_match_like_one_pattern_of_all_phrases(name: str) -> None:
    openings = OPENINGS[name]
    phrases = phrases_of(openings)
    whole = re.compile(f"({alternation(phrases)}){openings.unspaced}", openings.flags)
    tails = (": The Old Bridge", "：橋", " – the mill", " The mill", "/A. Miller", " (12)", " 12", " 橋", "|橋", "")
    matched = 0
    for phrase in phrases:
        for start in (phrase, phrase.upper(), phrase.title(), phrase[:2], phrase[1:]):
            for tail in tails:
                text = start + tail
                new, old = openings.match(text), whole.match(text)
                assert (new and (new[1], new.span())) == (old and (old[1], old.span())), text
                matched += new is not None
    assert matched


def test_what_a_pattern_that_ignores_case_takes_for_the_same_is_folded_alike() -> None:
    cased = [sign for sign in map(chr, range(sys.maxunicode + 1)) if {sign.lower(), sign.upper()} != {sign}]
    every = "".join({*cased, *"".join(cased).lower(), *"".join(cased).upper(), "ı", "ſ", "ς", "\u1fbe", "\u0345"})
    for sign in {sign for openings in OPENINGS.values() for phrase in phrases_of(openings) for sign in phrase[:3]}:
        for same in re.findall(re.escape(sign), every, re.IGNORECASE):
            assert folded(same)[:1] == folded(sign)[:1], (sign, same)


def test_an_opening_without_phrases_of_its_first_characters_is_not_compiled() -> None:
    openings = Openings(["more on", "more", "next"], r": ")
    assert openings.match("Bridges and mills") is None
    assert not openings.compiled
    match = openings.match("MORE ON: bridges")
    assert match is not None
    assert match[1] == "MORE ON"
    assert len(openings.compiled) == 1


def texts(tree: Iterable[tuple[object, Any]]) -> list[str]:
    """What a pattern matches, with a sign for what can be anything or nothing."""
    made = [""]
    for code, value in tree:
        if code is opcodes.LITERAL:
            pieces = [chr(value)]
        elif code is opcodes.SUBPATTERN:
            pieces = texts(value[3])
        elif code is opcodes.BRANCH:
            pieces = [text for branch in value[1] for text in texts(branch)]
        elif code is opcodes.MAX_REPEAT and value[0]:
            pieces = texts(value[2])
        else:
            pieces = ["\0"]
        made = list(dict.fromkeys(one + piece for one in made for piece in pieces))
    return made


@pytest.mark.parametrize("field", ["ago", "clicks", "reading", "walls"])
def test_no_alternative_of_a_pattern_is_without_its_parts(field: str) -> None:
    holding = getattr(lexicon, field.upper())
    assert isinstance(holding, Holding)
    for words in LANGUAGES.values():
        for text in texts(parser.parse(getattr(words, field))):
            found = [part for part in holding.parts if part in folded(text)]
            known = any(getattr(words, field) in holding.patterns_with(part) for part in found)
            assert not text or known, f"add a part of {text!r}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12 comments", True),
        ("(1.2k) shares", True),
        ("3 K views", True),
        ("Comments (3)", True),
        ("shares: 41", True),
        ("12 May 2023", False),
        ("Comments on 3 bridges", False),
        ("12 old shares", False),
        ("", False),
    ],
)
def test_counters(text: str, found: bool) -> None:
    assert lexicon.is_counter(text) is found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("By Ann Miller | 3 May 2023", ["By Ann Miller", "3 May 2023"]),
        ("3 May 2023, updated 4 May 2023", ["3 May 2023", "updated 4 May 2023"]),
        ("3 May 2023 by Ann Miller", ["3 May 2023", "by Ann Miller"]),
        ("Marlow, Bucks, and 3 more – the news", ["Marlow, Bucks, and 3 more", "the news"]),
        ("a | b | c | d | e", ["a", "b", "c", "d | e"]),
        ("10, | x", ["10,", "x"]),
    ],
)
def test_parts_of_a_line(text: str, parts: list[str]) -> None:
    assert list(dates.parts_of(text)) == parts


def test_a_late_pattern_of_bytes() -> None:
    assert late(rb"hill (\d)").findall(b"hill 3, hill 4") == [b"3", b"4"]


HELD = {
    lexicon.WALL: lexicon.WALLS,
    lexicon.CLICK: lexicon.CLICKS,
    lexicon.READ: lexicon.READING,
    lexicon.SINCE: lexicon.AGO,
}


@pytest.mark.parametrize("kind", HELD)
def test_a_line_is_of_each_kind_that_it_has_a_part_of(kind: int) -> None:
    for part in HELD[kind].parts:
        for text in (f"one {part} two", f"İ {part.upper()}", f"ſ {part.title()} é"):
            key = key_of(text)
            held = any(one in folded(key) for one in HELD[kind].parts)
            assert not held or kind in lexicon.kinds_in(key, text.lower()), text


def test_a_line_that_speaks_of_rights_or_cookies_is_of_that_kind() -> None:
    signs = ("©", "(C)", "Copyright")
    for phrase in (*signs, *lexicon.RIGHTS_PHRASES, *lexicon.COOKIE_PHRASES):
        for said in (phrase.lower(), phrase.upper().lower(), f"é {phrase} ©".lower()):
            kinds = lexicon.kinds_in(key_of(said), said)
            assert lexicon.RIGHT in kinds or not lexicon.speaks_of_rights(said), said
            assert lexicon.COOKIE_NOTICE in kinds or not lexicon.speaks_of_cookies(said), said


def test_a_line_of_no_kind_has_none() -> None:
    assert list(lexicon.kinds_in("the mill closed in 1931", "the mill closed in 1931")) == []
