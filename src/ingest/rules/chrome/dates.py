"""Lines at the edges of an article that say when it appeared, who wrote it, and what it is filed under."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.late import late
from ingest.rules.chrome import lexicon
from ingest.rules.chrome.page import KEPT, ends_in_stop, name_shaped

LONGEST_DATE = 70
LONGEST_BYLINE = 120
LONGEST_TAGS = 160
LONGEST_TAG = 40
"""Characters; longer lines say more than a date, names or tags."""

PLACE_WORDS = 3
"""Words of the place before a date."""

MOST_BARS = 3
"""Bars at which a line is taken apart."""

_TIME = r"(?:(?:오전|오후) )?\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?uhr|h)?|\d{1,2}時\d{1,2}分"
_ZONE = r"(?: ?\(?(?:gmt|utc|est|edt|et|pst|pdt|pt|bst|cet|cest|eet|eest|msk|ist)\)?(?:[+-]\d{1,2})?)?"
_DATE = re.compile(
    rf"(?:(?:{_TIME}){_ZONE},? (?:on )?)?"
    r"(?:[^\W\d_]{2,14}(?:-feira)?\.?,? )?"
    r"(?:\d{1,2}(?:\.|st|nd|rd|th|er|º)? (?:de |of )?[^\W\d_]{3,14}\.?,? (?:de |del )?(?:19|20)\d\d|"
    r"[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?, ?(?:19|20)\d\d|(?:19|20)\d\d[-/.] ?\d{1,2}[-/.] ?\d{1,2}\.?|"
    r"(?:19|20)\d\d\. [^\W\d_]{3,14} \d{1,2}\.?|"
    r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|(?:19|20)\d\d ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]?)"
    r"(?:г\.?| р\.?| года| року)?"
    rf"(?:,? ?(?:at |um |à |às |as |a las |alle |ore |om |kl\.? |klo |o |в |о |об |saat |[-–|•·] )?(?:{_TIME}))?{_ZONE}"
    r"(?: (?:송고|입력|수정))?",
    re.IGNORECASE,
)


_CLOCK = late(r"\b\d{1,2}:\d\d\b")
_DIGIT = re.compile(r"\d")
"""What every date has: mostly that settles it."""


def date_in(text: str) -> str:
    """The date that the whole line is, without the word before it (`Published`, `Stand:`); or an empty string."""
    text = text.strip()
    if len(text) > LONGEST_DATE or not _DIGIT.search(text):
        return ""
    match = lexicon.DATE_WORDS.match(text)
    if match and _DATE.fullmatch(text, match.end()):
        return text[match.end() :]
    return text if _DATE.fullmatch(text) else ""


def speaks_of_time(text: str) -> bool:
    """Whether a line begins with a date or holds a time of the clock, as lines of a page's head do."""
    return bool(_DATE.match(text) or _CLOCK.search(text))


def is_byline(text: str) -> bool:
    """Whether a line opens like a byline and goes on with a capital."""
    match = lexicon.BYLINES.match(text) if len(text) <= LONGEST_BYLINE else None
    if match is None or ends_in_stop(text):
        return False
    return text[match.end() : match.end() + 1].isupper()


_BARS = re.compile(r" [|/•·] | [–—-] (?=[^\W\d])|[,;] |(?<=\d\d) ")


_PARTED = re.compile(r"[|/•·–—,;\d-]")
"""Of these signs every line has one that has parts."""

_SIGNED_ON = re.compile(r"(\D{5,80}?),? (?:on|el|am|le|il|em|op|den|vom) ([^\n]{6,60})")


@lru_cache(maxsize=KEPT)
def parts_of(text: str) -> tuple[str, ...]:
    """The parts of a line that stand between bars or dashes, before a second `updated`, or before a `by` after a date."""
    text = text.strip()
    if len(text) > LONGEST_BYLINE or not _PARTED.search(text) or date_in(text):
        return (text,)
    parts = _split(text)
    signed = _SIGNED_ON.fullmatch(text) if len(parts) == 1 and _DIGIT.search(text) else None
    return (signed[1], signed[2]) if signed and date_in(signed[2]) else tuple(parts)


def _split(text: str) -> list[str]:
    parts: list[str] = []
    start = at = 0
    while len(parts) < MOST_BARS and (bar := _BARS.search(text, at)):
        sign, end = bar[0], bar.end()
        openings = lexicon.SIGNS_WITHIN if sign == " " else lexicon.DATES_WITHIN if sign[0] in ",;" else None
        if openings and not openings.match(text[end:]):
            at = bar.start() + 1
            continue
        parts.append(text[start : bar.start()])
        start = at = end
    return [*parts, text[start:]]


def is_dated(text: str) -> bool:
    """Whether a line holds dates and nothing else, but for the time that reading takes."""
    if len(text.strip()) > LONGEST_BYLINE or not _DIGIT.search(text):
        return False
    dates = [bool(date_in(part)) for part in parts_of(text) if not lexicon.READING.fullmatch(part.strip(" .").lower())]
    return bool(dates) and all(dates)


def date_with_place(text: str) -> str:
    """The date at the end of a line that begins with a place, as in `Marlow, 3 May 2023`; or an empty string."""
    text = text.strip()
    if len(text) > LONGEST_DATE or not text[:1].isupper() or not _DIGIT.search(text) or is_dated(text):
        return ""
    for match in _AFTER_PLACE.finditer(text):
        words = text[: match.start()].split()
        if len(words) > PLACE_WORDS or any(word.lower() in _NO_PLACES for word in words):
            return ""
        if date := date_in(text[match.end() :]):
            bare = all(word[0].isupper() and word.strip("-.'’").replace("-", "").isalpha() for word in words)
            return date if bare else ""
    return ""


_AFTER_PLACE = re.compile(r",? [-–—|•·] |, ")
_NO_PLACES = frozenset({"from", "since", "until", "before", "after", "on", "by"})


_SOURCE = late(r"[ \u3000]{1,3}(?:来源|來源|出典|출처) ?[:：] ?\S{2,20}")


def date_with_source(text: str) -> str:
    """The date of a line that goes on with the paper it is from (`2023年5月12日 来源：…`); or an empty string."""
    text = text.strip()
    if text.isascii() or len(text) > LONGEST_DATE or (match := _SOURCE.search(text)) is None or match.end() < len(text):
        return ""
    return date_in(text[: match.start()])


def tags_in(text: str) -> list[str]:
    """The words of a line that says what the article is filed under, as in `Tags: mills, rivers`."""
    if text.startswith("#"):
        words = text.split() if len(text) <= LONGEST_TAGS else []
        marked = all(len(word) > 1 and word[0] == "#" != word[1] for word in words)
        return [word[1:].rstrip(",") for word in words] if len(words) > 1 and marked else []
    match = lexicon.TAGS.match(text) if len(text) <= LONGEST_TAGS and not ends_in_stop(text) else None
    tags = [tag.strip(" #") for tag in re.split(r"[,;|·•、，]", text[match.end() :])] if match else []
    return tags if tags and all(0 < len(tag) <= LONGEST_TAG for tag in tags) else []


_REPORTER = late(
    r"(?:\[?[^\[\]()=@\n]{1,12}= ?|[\[(][^\[\]()=@\n]{1,12}=[^\[\]()=@\n]{1,12}[\])] ?)?"
    r"([가-힣]{2,4}) ?(?:선임|수석|인턴|객원|전문)?(?:기자|특파원|논설위원|통신원|앵커)"
    r"(?: ?[=·|/]? ?[\w.+-]{1,40}@[\w.-]{3,40})?\]?|"
    r"(?:本報|本报|【)?(?:記者|记者) ?([\u4e00-\u9fff]{2,4})(?: ?[／/｜|] ?[\u4e00-\u9fff]{2,6}(?:報導|報道|报道))?】?"
)
"""A reporter's name with the post, as Korean and Chinese papers sign: `홍길동 기자 hong@example.com`, `記者王小明`."""
_HAN = "\u4e00"
"""The first character of the writings that such a name is in, Korean behind it: without one there is nothing to compile."""


def reporter_in(text: str) -> str:
    """The name in a line that is a reporter's name and post, in Korean or Chinese; or an empty string."""
    text = text.strip()
    may_be = len(text) <= LONGEST_DATE and not text.isascii() and max(text) >= _HAN
    found = _REPORTER.fullmatch(text) if may_be else None
    return (found[1] or found[2]) if found else ""


def is_signature(text: str) -> bool:
    """Whether a line at the edge of an article may say who wrote it, when, or on what: such a line is never furniture."""
    if len(text.strip()) > LONGEST_TAGS:
        return False
    if is_dated(text) or name_shaped(text) or is_byline(text):
        return True
    return bool(date_with_place(text) or tags_in(text) or reporter_in(text))
