"""Dates as people and tools write them, to ISO 8601 with exactly the precision given.

Nothing is guessed: no time zone, no day, no century. What can be read in two ways stays text, with the reason.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from ingest.late import late
from ingest.memo import remembered
from ingest.metadata.date_words import (
    LABEL,
    MONTHS,
    NOVEMBER_OR_OCTOBER,
    WEEKDAYS,
    folded,
    in_usual_form,
    of_another_calendar,
    with_plain_digits,
)


class Reading(NamedTuple):
    """What became of a written date: its ISO form or, if there is none, the reason in one word and in words."""

    iso: str = ""
    problem: str = ""
    message: str = ""
    more: bool = False
    """Whether a name of a time zone was written that stands for no one offset, and so is not in the ISO form."""


_INSTRUCTIONS = frozenset(
    {"today", "now", "last-modified", "last modified", "\\today", "auto", "git", ":git", ":filename"}
)
_ZONES = {
    # RFC 5322, section 4.3 gives exactly these names a meaning; `ET` and the like say no offset.
    "z": "Z",
    "utc": "Z",
    "gmt": "Z",
    "ut": "Z",
    "edt": "-04:00",
    "est": "-05:00",
    "cdt": "-05:00",
    "cst": "-06:00",
    "mdt": "-06:00",
    "mst": "-07:00",
    "pdt": "-07:00",
    "pst": "-08:00",
}

# Names that stand for several offsets, or for one that RFC 5322 does not fix: nothing is invented.
_LOOSE_ZONE = late(r"\b(?:et|ct|mt|pt|bst|cet|cest|mez|mesz|eet|eest|wet|msk|ist|jst|kst|aest|aedt)\b", re.IGNORECASE)
_LONGEST = 80
_TIME = (
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?)?[ ]?"
    r"(?P<half>[ap]\.?m\.?)?[ ]?(?P<zone>Z|h|[A-Za-z]{2,4}|(?:UTC|GMT)?[+\-−]\d{1,2}(?::?\d{2})?)?(?:[ ]\([A-Za-z ]+\))?"
)
_TIME_ONLY = late(_TIME, re.IGNORECASE)
_CLOCK = late(
    r"(?:,|,?[ ](?:at|um|à|às|as|a[ ]las|alle|ore|om|o|в|о|об|kl\.?|klo|saat)|[ ][-|–•·])?[ ]+"
    r"(?=\d{1,2}(?:[:.h]\d{2}|[ ]?[ap]\.?m))",
    re.IGNORECASE,
)
_CLOCK_FIRST = re.compile(
    r"(?P<clock>\d{1,2}[:.h]\d{2}(?:[ ]?[ap]\.?m\.?)?(?:[ ][A-Z]{2,4})?h?),?[ ]+(?:on[ ])?(?=[^\W\d_]|\d{1,2}[ ./-])",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"(?P<year>\d{4})(?P<sep>[-/.])[ ]?(?P<month>\d{1,2})(?:(?P=sep)[ ]?(?P<day>\d{1,2})\.?)?"
    r"(?:(?:T|,?[ ]+(?:at[ ])?)(?P<clock>\d.*))?",
    re.IGNORECASE,
)
_COMPACT = late(
    r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:T?(?P<clock>\d{4}(?:\d{2})?(?:Z|[+-]\d{4})?))?",
    re.IGNORECASE,
)
_BASIC_CLOCK = late(r"(\d{4}(?:\d{2})?)((?:Z|[+-]\d{4})?)", re.IGNORECASE)
# Go's form has the offset and the name of the zone: `13:42:16 -0800 PST`, `+0000 UTC`, `-0800 -0800`.
_NAMED_OFFSET = late(r"([+-]\d{4})[ ](?:[A-Z]{3,4}|\1)\Z")
_YEAR = late(r"(?:1[0-9]|20)\d{2}")
# A month in words: of letters with the marks that some scripts set on them.
_MONTH = r"(?P<month>[^\W\d_][^\s\d_.,;:/()\[\]<>–—-]{1,19})"
_DAY_FIRST = late(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|[ºª°]|e|(?P<point>\.))?[ /-]*(?:of[ ]|de[ ]|d[’'])?[ ]*"
    rf"{_MONTH}\.?,?[ /-]*(?:de[ ]|del[ ])?(?P<year>\d{{4}})(?:[ ]?(?:г\.?|року|р\.))?",
    re.IGNORECASE,
)
_MONTH_FIRST = late(rf"{_MONTH}\.?[ -]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[ -]+(?P<year>\d{{4}})", re.IGNORECASE)
_YEAR_FIRST = late(rf"(?P<year>\d{{4}})\.?[ -]{_MONTH}\.?[ -](?P<day>\d{{1,2}})\.?")
_MONTH_YEAR = late(rf"{_MONTH}\.?,?[ -]+(?:de[ ]|del[ ])?(?P<year>\d{{4}})", re.IGNORECASE)
# The C library's form: `Tue May  6 10:30:00 2014`.
_CLOCK_BETWEEN = re.compile(
    rf"(?P<date>{_MONTH}[ ]\d{{1,2}}),?[ ]"
    r"(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?:[ ](?:[A-Z]{2,4}|[+-]\d{4}))?)[ ](?P<year>\d{4})"
)
_EAST_ASIAN = late(
    r"(?P<year>\d{4})[ ]?[年년][ ]?(?P<month>\d{1,2})[ ]?[月월]"
    r"(?:[ ]?(?P<day>\d{1,2})[ ]?[日일号])?(?:[ ]*(?P<clock>\d{1,2}:\d.*))?"
)
_NUMERIC = late(r"(?P<first>\d{1,2})(?P<sep>[./-])[ ]?(?P<second>\d{1,2})(?P=sep)[ ]?(?P<year>\d{4})")
_SHORT = late(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_RANGE = late(
    r"(?=.*\d)(?:.*[–—].*|.*[ ](?:-|to|bis|until|till|through)[ ].*|\d{4}(?:-\d{1,2}-\d{1,2})?[ ]?/[ ]?\d{4}.*"
    r"|(?:1[0-9]|20)\d{2}[ ]?-[ ]?(?:1[0-9]|20)\d{2}|\d{1,2}[ ]?-[ ]?\d{1,2}[ ][^\W\d_]{3,}.*)",
    re.IGNORECASE,
)
_ORG = re.compile(r"[<\[](\d{4}-\d{2}-\d{2})(?:[ ][^\W\d_.]+\.?)?(?:[ ](\d{1,2}:\d{2}))?[>\]]")
# TiddlyWiki's: year to thousandth of a second.
_TIDDLER = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})")
# What version control writes into a file: `$Date: 2008-11-02 10:00:00 +0000 (Sun, 02 Nov 2008) $`.
_KEYWORD = re.compile(r"\$(?:Last)?(?:Changed)?Date: ([^$()]{4,60}?)(?:[ ]\([^()$]{0,60}\))?[ ]?\$")
# A day with an offset and no time.
_DAY_AND_OFFSET = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})[ ][+-]\d{2}:?\d{2}")
_AMBIGUOUS = Reading("", "ambiguous", "can be read as more than one date")
_NO_DATE = Reading("", "unreadable", "is no date in a form that is known")


@remembered(4096)
def read_date(written: str) -> Reading:
    """The ISO 8601 form of a written date or date and time, or why there is none.

    `problem` is `ambiguous`, `range`, `instruction`, `impossible` or `unreadable`.
    """
    if len(written) > 2 * _LONGEST:
        return _NO_DATE
    text = " ".join(with_plain_digits(written).split())
    if not text or len(text) > _LONGEST:
        return _NO_DATE
    if text.casefold() in _INSTRUCTIONS:
        return Reading("", "instruction", "tells a tool which date to put in and is no date itself")
    if kept := _KEYWORD.fullmatch(text):
        text = kept[1]
    if tiddler := _TIDDLER.fullmatch(text):
        text = "{}-{}-{}T{}:{}:{}.{}".format(*tiddler.groups())
    org = _ORG.fullmatch(text)
    if org:
        text = " ".join(filter(None, org.groups()))
    for attempt in _attempts(text):
        found = _absolute(attempt)
        if found.problem != "unreadable":
            return _checked(found, written)
    if _RANGE.fullmatch(text):
        return Reading("", "range", "is a span of time, not a date")
    return _NO_DATE


def _attempts(text: str) -> Iterator[str]:
    """The text, without what only says of what it is the date, and both in the order and the words of the usual forms."""
    yield text
    if day := _DAY_AND_OFFSET.fullmatch(text):
        yield day[1]
    label = LABEL.match(text)
    bare = text[label.end() :] if label else text
    if bare != text:
        yield bare
    for one in dict.fromkeys((text, bare)):
        usual = in_usual_form(one)
        if usual != one:
            yield usual


def _checked(found: Reading, written: str) -> Reading:
    """The reading, unless its year may well be one of the Hijri or the Persian calendar."""
    if found.iso[:4] < _MODERN and of_another_calendar(written):
        return Reading("", "ambiguous", "may be a date of another calendar") if found.iso else found
    return found


_MODERN = "1700"


def _absolute(text: str) -> Reading:
    text = _without_weekday(text)
    if between := _CLOCK_BETWEEN.fullmatch(text):
        return _worded(f"{between['date']}, {between['year']}", between["clock"])
    if first := _CLOCK_FIRST.match(text):
        found = _worded(_without_weekday(text[first.end() :]), first["clock"])
        if found.problem != "unreadable":
            return found
    for pattern in (_ISO, _COMPACT, _EAST_ASIAN):
        match = pattern.fullmatch(text)
        if match:
            if match.groupdict().get("sep") == "/" and _PERSIAN_YEARS[0] <= int(match["year"]) <= _PERSIAN_YEARS[1]:
                return Reading("", "ambiguous", "may be a date of another calendar")
            return _build(match["year"], match["month"], match["day"], match["clock"])
    if _YEAR.fullmatch(text):
        return Reading(text)
    head, clock = _split_clock(text)
    found = _worded(head, clock)
    return found if found.problem != "unreadable" or not clock else _worded(text, None)


def _without_weekday(text: str) -> str:
    first, separator, rest = text.partition(" ")
    if separator and folded(first.rstrip(",.")) in WEEKDAYS:
        return rest.removeprefix("den ").removeprefix("the ")
    return text.removeprefix("den ")


def _split_clock(text: str) -> tuple[str, str | None]:
    match = _CLOCK.search(text)
    if match and match.start():
        return text[: match.start()].rstrip(","), text[match.end() :]
    return text, None


def _worded(text: str, clock: str | None) -> Reading:
    """A date with a month in words, or in numbers with the day or the month first."""
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _MONTH_YEAR):
        match = pattern.fullmatch(text)
        month = _month(match) if match else 0
        if match and month:
            return _build(match["year"], str(month), match.groupdict().get("day"), clock)
    match = _NUMERIC.fullmatch(text)
    if match:
        return _numeric(match, clock)
    return _AMBIGUOUS if _SHORT.fullmatch(text) else _NO_DATE


def _month(match: re.Match[str]) -> int:
    name = folded(match["month"])
    if name == NOVEMBER_OR_OCTOBER:
        return 0 if "point" not in match.re.groupindex else 10 if match["point"] else 11
    return MONTHS.get(name, 0)


def _numeric(match: re.Match[str], clock: str | None) -> Reading:
    """With dots the day stands first wherever dots are used; otherwise only a number above 12 tells."""
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    if match["sep"] == "." or first > _MONTHS_A_YEAR or first == second:
        return _build(year, match["second"], match["first"], clock)
    if second > _MONTHS_A_YEAR:
        return _build(year, match["first"], match["second"], clock)
    return _AMBIGUOUS


_MONTHS_A_YEAR = 12
_PERSIAN_YEARS = (1300, 1500)
"""Years of the Persian and the Hijri calendar in which people live who write dates with a computer."""


def _build(year: str, month: str, day: str | None, clock: str | None) -> Reading:
    number = int(month)
    if not 1 <= number <= _MONTHS_A_YEAR or not int(year):
        return Reading("", "impossible", "is no day of the calendar")
    iso = f"{year}-{number:02d}"
    if day is None:
        return _NO_DATE if clock else Reading(iso)
    if not 1 <= int(day) <= monthrange(int(year), number)[1]:
        return Reading("", "impossible", "is no day of the calendar")
    iso += f"-{int(day):02d}"
    if not clock:
        return Reading(iso)
    time = _clock(clock)
    return Reading(f"{iso}T{time}", more=_LOOSE_ZONE.search(clock) is not None) if time else _NO_DATE


def _clock(written: str) -> str:
    """The ISO form of a time of day with its zone as given, or an empty string."""
    if basic := _BASIC_CLOCK.fullmatch(written):
        written = ":".join(re.findall(r"\d\d", basic[1])) + basic[2]
    match = _TIME_ONLY.fullmatch(_NAMED_OFFSET.sub(r"\1", written.strip()))
    if not match or (match["minute"] is None and not match["half"]):
        return ""
    hour, minute, second = int(match["hour"]), match["minute"], match["second"]
    if match["half"]:
        if not 1 <= hour <= _MONTHS_A_YEAR:
            return ""
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    if hour > 24 or int(minute or 0) > 59 or int(second or 0) > 60 or (hour == 24 and int(minute or 0)):  # noqa: PLR2004 - the clock
        return ""
    zone = _zone(match["zone"])
    if zone is None:
        return ""
    time = f"{hour:02d}:{minute or '00'}"
    if second:
        time += f":{second}" + (f".{match['fraction']}" if match["fraction"] else "")
    return time + zone


def _zone(written: str | None) -> str | None:
    """The offset as ISO writes it, an empty string where none is said, None for what is no zone."""
    if not written:
        return ""
    name = written.casefold()
    if name in _ZONES:
        return _ZONES[name]
    if name in {"uhr", "h"} or _LOOSE_ZONE.fullmatch(name):
        return ""
    match = re.fullmatch(r"(?:utc|gmt)?([+\-−])(\d{1,2}):?(\d{2})?", name)
    if not match or int(match[2]) > 14 or int(match[3] or 0) > 59:  # noqa: PLR2004 - the farthest zone, and the clock
        return None
    sign = "+" if match[1] == "+" else "-"
    return f"{sign}{int(match[2]):02d}:{match[3] or '00'}"
