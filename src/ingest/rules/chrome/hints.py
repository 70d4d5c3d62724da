"""Hints: what the words and the shape of a single line say of it, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from ingest.late import late
from ingest.rules.chrome import lexicon
from ingest.rules.chrome.lexicon import (
    COMMENTS,
    COOKIES,
    NAME_ONLY,
    NAVIGATION,
    NEWSLETTER,
    PICTURE,
    RIGHTS,
    SHARING,
    STRONG,
    TEASER,
    WEAK,
    WIDGET,
)
from ingest.rules.chrome.page import KEPT, Look, Unit, ends_in_stop, ends_sentence

LONGEST_COUNTER = 60
LONGEST_BAR = 120
LONGEST_BUTTON = 100
LONGEST_WALL = 140
LONGEST_NUMBER = 6
LONGEST_RIGHTS = 200
LONGEST_LETTER = 220
LONGEST_SUBJECT = 30
LONGEST_HEADLINE = 200
SHORTEST_HEADLINE = 8
"""Characters. A headline of a script without blanks between words may have half as many."""

SURE_ROW = 3
"""Words of sharing in a row that no other text has."""

LONG_TRAIL = 4
"""Names of sections in a row that no other text has."""

_SEPARATORS = re.compile(r" ?[|•·/,] ?| {2,}| [-–—] |\t")
_TRAIL = late(r" ?[›»>→/|▸] ?")
_TRAIL_MARK = re.compile(r"[›»>→/|▸]")
_DIGIT = re.compile(r"\d")
_ARROW = late(r"[›»>→▸]")
_DESK_MARKS = " ()（）[]【】"
_OPENERS = "\"'“„«‘’»([—–- *_"


class Hint(NamedTuple):
    """What a line's words say: a rule's code, and how much they say."""

    code: str
    level: int


class Reader:
    """Reads the hints of a document's lines. What no line of it can say is found out once, for all lines."""

    def __init__(self, looks: Iterable[Look]) -> None:
        """Prepare for the lines of a document that can say anything."""
        spoken = [_spoken_of(look) for look in looks]
        notices = [_rights] if any(rights for rights, _ in spoken) else []
        if any(cookies for _, cookies in spoken):
            notices.append(_cookies)
        self._notices = tuple(notices)

    def hint(self, unit: Unit) -> Hint | None:
        """What the words of a line say of it, if they say anything."""
        if unit.look is None:
            return None
        if _says_little(unit.look):
            return Hint(COMMENTS, NAME_ONLY)
        if not unit.key:
            return None
        hint = _label_hint(unit.look)
        if hint is None:
            for notice in self._notices:
                if hint := notice(unit):
                    break
        return hint or None


def says_something(look: Look) -> bool:
    """Whether a line can have a hint, if only in a document that speaks of rights or cookies elsewhere."""
    if _says_little(look):
        return True
    if not look.key:
        return False
    if _label_hint(look):
        return True
    rights, cookies = _spoken_of(look)
    return cookies or (rights and len(look.text) <= LONGEST_RIGHTS)


@lru_cache(maxsize=KEPT)
def _spoken_of(look: Look) -> tuple[bool, bool]:
    """Whether a line has a word of a copyright line, and one of a cookie notice."""
    kinds = _kinds_in(look)
    if not kinds:
        return False, False
    said = look.text.lower()
    return (
        lexicon.RIGHT in kinds and lexicon.speaks_of_rights(said),
        lexicon.COOKIE_NOTICE in kinds and lexicon.speaks_of_cookies(said),
    )


@lru_cache(maxsize=KEPT)
def _kinds_in(look: Look) -> Container[int]:
    """The kinds of what a line may say: most lines have no word of any."""
    return lexicon.kinds_in(look.key, look.text.lower())


def _says_little(look: Look) -> bool:
    """Whether a line is a bare number or a mail address, which is furniture only among other furniture."""
    if len(look.text) > LONGEST_NUMBER:
        return "@" in look.text and lexicon.MAIL.fullmatch(look.text) is not None
    return not look.bullet and lexicon.NUMBER.fullmatch(look.text.lower()) is not None


@lru_cache(maxsize=KEPT)
def _label_hint(look: Look) -> Hint | Literal[False] | None:
    """What the words of a line say of it, notices aside; False for a label that its full stop makes a sentence."""
    if found := lexicon.EXACT.get(look.key) or lexicon.EXACT.get(look.key.rstrip("?？")):
        return False if _is_closed(look, found[1]) else Hint(*found)
    first = look.key[: lexicon.FIRST]
    if first in lexicon.TEASER_FIRSTS and (hint := _teaser(look)):
        return hint
    if hint := _notice(look):
        return hint
    if first in lexicon.LETTER_FIRSTS and (hint := _letter(look)):
        return hint
    return None if look.prose else _counter(look) or _share_bar(look) or _trail(look)


def _notice(look: Look) -> Hint | None:
    """What a whole line in a fixed form says: a wall for subscribers, the desk, a request to follow the site."""
    if len(look.key) <= LONGEST_WALL and lexicon.WALL in _kinds_in(look) and lexicon.WALLS.fullmatch(look.key):
        return Hint(NEWSLETTER, STRONG)
    if look.key.startswith(("powered", "proudly")) and lexicon.POWERED.fullmatch(look.text):
        return Hint(NAVIGATION, WEAK)
    if not look.text.isascii() and (
        lexicon.DESKS.fullmatch(look.text) or lexicon.DESKS.fullmatch(look.text.strip(_DESK_MARKS))
    ):
        return Hint(NAVIGATION, STRONG)
    if (follow := lexicon.FOLLOWS.match(look.key)) and _names_networks(look.key[follow.end() :]):
        return Hint(SHARING, STRONG)
    return _added(look)


def _added(look: Look) -> Hint | None:
    """What a tool added to a text: the last line of a feed's article, a description made up for a picture."""
    if look.key.endswith(lexicon.MADE_UP_LASTS) and lexicon.MADE_UP.fullmatch(look.text):
        return Hint(PICTURE, STRONG)
    feed = lexicon.FEED.fullmatch(look.text) if look.key.startswith(lexicon.FEED_FIRSTS) else None
    return Hint(NAVIGATION, WEAK) if feed and not feed[1].islower() else None


def _names_networks(text: str) -> bool:
    """Whether a text is nothing but names of networks and what stands between."""
    words = text.replace(",", " ").replace("&", " ").split()
    return (
        bool(words)
        and all(word in lexicon.NETWORKS or word in lexicon.BETWEEN for word in words)
        and (not lexicon.NETWORKS.isdisjoint(words))
    )


def _is_closed(unit: Look, level: int) -> bool:
    """A label has no full stop; an ellipsis is no full stop."""
    return level < STRONG and unit.text.endswith(".") and not unit.text.endswith("..")


def headline_shaped(text: str) -> bool:
    """Whether a text reads like another article's headline: it begins one, is short, and has no full stop."""
    text = text.strip()
    first = text.lstrip(_OPENERS)[:1]
    length = len(text) if text.isascii() else 2 * len(text)
    if not first or first.islower() or length < SHORTEST_HEADLINE or len(text) > LONGEST_HEADLINE:
        return False
    return text[-1] not in ",;:" and (text.endswith("...") or not ends_in_stop(text))


def _teaser(unit: Look) -> Hint | None:
    match = lexicon.TEASERS.match(unit.text) or lexicon.BRACKETED.match(unit.text)
    if match is None or (match.re is lexicon.BRACKETED and match[1].lower() not in lexicon.BRACKETED_TEASERS):
        return _bare_teaser(unit)
    opening = match[1]
    if not headline_shaped(unit.text[match.end() :]):
        return None
    low = opening.lower()
    capitals = opening.isupper() and opening != low
    several = " " in low or (low.upper() == low and not low.isascii() and low not in lexicon.SHORT_OPENINGS)
    several = several or low in lexicon.SURE_OPENINGS
    sure = capitals or (several and low not in lexicon.CROSS_REFERENCES and not unit.linked)
    return Hint(TEASER, STRONG if sure else WEAK)


def _bare_teaser(unit: Look) -> Hint | None:
    match = lexicon.CAPITAL_TEASERS.match(unit.text) or lexicon.BARE_TEASERS.match(unit.text)
    if match is None or unit.linked:
        return None
    rest = unit.text[match.end() :]
    plain = match[1].isupper() or not rest.istitle()
    return Hint(TEASER, STRONG) if plain and headline_shaped(rest) and not rest.isupper() else None


def _counter(unit: Look) -> Hint | None:
    key, kinds = unit.key, _kinds_in(unit)
    if len(key) <= LONGEST_BUTTON and lexicon.CLICK in kinds and lexicon.CLICKS.fullmatch(key):
        return Hint(SHARING, STRONG)
    if len(key) > LONGEST_COUNTER:
        return None
    counted = _DIGIT.search(key) is not None
    if counted and lexicon.READ in kinds and lexicon.READING.fullmatch(key):
        return Hint(WIDGET, STRONG)
    if lexicon.SINCE in kinds and lexicon.AGO.fullmatch(key):
        return Hint(WIDGET, WEAK)
    return Hint(COMMENTS, WEAK) if counted and lexicon.is_counter(unit.text.strip(" :：")) else None


def _share_bar(unit: Look) -> Hint | None:
    if len(unit.key) > LONGEST_BAR or (unit.key[:1].isalnum() and not lexicon.SHARED.match(unit.key)):
        return None
    items = [item for item in _SEPARATORS.split(unit.key) if item]
    if len(items) == 1:
        items = unit.key.split()
    if len(items) == 1 or not lexicon.SHARE_WORDS.issuperset(items) or ends_sentence(unit.text):
        return None
    names = sum(item in lexicon.NETWORKS for item in items)
    return Hint(SHARING, STRONG if 0 < names < len(items) or len(items) - names >= SURE_ROW else WEAK)


def _trail(unit: Look) -> Hint | None:
    if len(unit.key) > LONGEST_BAR or not _TRAIL_MARK.search(unit.key) or ends_sentence(unit.text):
        return None
    items = [item.strip() for item in _TRAIL.split(unit.key) if item.strip()]
    if len(items) <= 1:
        return None
    known = sum(item in lexicon.SECTIONS or item in lexicon.EXACT for item in items)
    if items[0] in lexicon.HOMES and (len(items) >= SURE_ROW or known == len(items)):
        return Hint(NAVIGATION, STRONG)
    if known < len(items):
        return Hint(NAVIGATION, WEAK) if items[0] in lexicon.HOMES and _ARROW.search(unit.text) else None
    return Hint(NAVIGATION, STRONG if known >= LONG_TRAIL else WEAK)


def _letter(unit: Look) -> Hint | None:
    match = lexicon.LETTER_OPENINGS.match(unit.text)
    if match is None or len(unit.text) > LONGEST_LETTER:
        return None
    rest = unit.text[match.end() :].lower()
    nouns = lexicon.LETTERS.get(match[0].lower(), ())
    if not any(noun in rest for noun in nouns) or (unit.prose and not lexicon.LETTER_NOUNS.search(unit.text)):
        return None
    return Hint(NEWSLETTER, WEAK)


def _rights(unit: Unit) -> Hint | None:
    text = unit.text
    if len(text) > LONGEST_RIGHTS:
        return None
    owned = lexicon.OWNED.match(text) and (lexicon.YEAR.search(text) or lexicon.COMPANY.search(text))
    reserved = lexicon.RIGHTS_WORDS.match(text) if unit.prose else lexicon.RIGHTS_WORDS.search(text)
    return Hint(RIGHTS, WEAK) if owned or reserved else None


def _cookies(unit: Unit) -> Hint | None:
    found = lexicon.COOKIE_WORDS.search(unit.text)
    if found is None:
        return None
    sentence = lexicon.SENTENCE.match(unit.text)
    if sentence and lexicon.BUTTON_ROW.fullmatch(unit.text[sentence.end() :].lower()):
        return Hint(COOKIES, STRONG)
    # "This website uses cookies" and not "the regulator fined the company for its use of cookies".
    addressed = found.start() <= LONGEST_SUBJECT or lexicon.CONSENTS.match(unit.text)
    return Hint(COOKIES, WEAK) if addressed else None
