"""What on a page is furniture: each line's hint, and the evidence that turns a hint into a verdict.

A hint is what the words of a line alone say. It becomes a verdict only with evidence from elsewhere: that the document is
prose, that the line is a paragraph of its own, that its neighbours are hints too, that it is repeated, that it stands
before the body or after it. All verdicts of a page are made together, so that lines that vouch for each other go
together, and what is left later lacks their evidence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple
from weakref import WeakKeyDictionary

from ingest.body import Body
from ingest.rules.chrome import lexicon
from ingest.rules.chrome.captions import captions, is_transcript
from ingest.rules.chrome.lexicon import (
    ADVERT,
    COMMENTS,
    COOKIES,
    LOADING,
    NAME_ONLY,
    NAVIGATION,
    NEWSLETTER,
    RIGHTS,
    SHARING,
    STRONG,
    TEASER,
    WEAK,
    WIDGET,
)
from ingest.rules.chrome.page import Page, Unit, ends_in_stop, ends_sentence, name_shaped, page_of, same, tiles

RELATED, LABEL, REPEATED, HEADLINE = "WEB011", "WEB012", "WEB016", "WEB017"

LONGEST_BYLINE = 120

REACH = 8
"""Lines either way within which the members of one run of furniture vouch for each other."""

_SEPARATORS = re.compile(r"\s*[|•·/,]\s*|\s{2,}|\s+[-–—]\s+|\t")
_TRAIL = re.compile(r"\s*[›»>→/|▸»]\s*")
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")


class Hint(NamedTuple):
    """What a line's words say: a rule's code, and how much they say."""

    code: str
    level: int


def hint_of(unit: Unit) -> Hint | None:
    """What the words of a line say of it."""
    key = unit.key
    if not key or unit.code:
        return None
    if found := lexicon.EXACT.get(key):
        return None if _closed(unit, found[1]) else Hint(*found)
    return _teaser(unit) or _counted(unit) or _share_bar(unit) or _trail(unit) or _notice(unit)


def _closed(unit: Unit, level: int) -> bool:
    """A label has no full stop; an ellipsis is no full stop."""
    return level < STRONG and unit.text.endswith(".") and not unit.text.endswith("..")


def _teaser(unit: Unit) -> Hint | None:
    text = unit.text
    if match := lexicon.TEASERS.match(text):
        opening = match[1]
        rest = text[match.end() :]
        if not headline_shaped(rest):
            return None
        low = opening.lower()
        known = " " in low or (len(low) > 2 and not low.isascii() and low.upper() == low)
        strong = (known and low not in lexicon.CROSS_REFERENCES) or (opening.isupper() and opening != low)
        return Hint(TEASER, WEAK if unit.linked and not opening.isupper() else STRONG if strong else WEAK)
    match = lexicon.CAPITAL_TEASERS.match(text) or lexicon.BARE_TEASERS.match(text)
    if not match or unit.linked:
        return None
    rest = text[match.end() :]
    if headline_shaped(rest) and not rest.isupper() and (match[1].isupper() or not rest.istitle()):
        return Hint(TEASER, STRONG)
    return None


def headline_shaped(text: str) -> bool:
    """Whether a text reads like another article's headline: it begins one, is short, and has no full stop."""
    text = text.strip()
    first = text.lstrip("\"'“„«‘’»([—–- *_")[:1]
    return (
        8 <= len(text) * (1 if text.isascii() else 2)
        and len(text) <= 200
        and not first.islower()
        and bool(first)
        and text[-1] not in ",;:"
        and (not ends_in_stop(text) or text.endswith("..."))
    )


def _counted(unit: Unit) -> Hint | None:
    key = unit.key
    if len(key) > 60:
        return None
    if lexicon.READING.fullmatch(key):
        return Hint(WIDGET, STRONG)
    if lexicon.AGO.fullmatch(key):
        return Hint(WIDGET, WEAK)
    return Hint(COMMENTS, WEAK) if any(map(str.isdigit, key)) and lexicon.COUNTED.fullmatch(unit.text.strip()) else None


def _share_bar(unit: Unit) -> Hint | None:
    if len(unit.key) > 120 or ends_sentence(unit.text):
        return None
    items = [item for item in _SEPARATORS.split(unit.key) if item]
    if len(items) == 1:
        items = unit.key.split()
    if len(items) < 2 or not all(item in lexicon.SHARE_WORDS for item in items):
        return None
    names = sum(item in lexicon.NETWORKS for item in items)
    return Hint(SHARING, STRONG if 0 < names < len(items) or len(items) - names > 2 else WEAK)


def _trail(unit: Unit) -> Hint | None:
    if len(unit.key) > 120 or ends_sentence(unit.text):
        return None
    items = [item.strip() for item in _TRAIL.split(unit.key) if item.strip()]
    if len(items) < 2:
        return None
    known = sum(item in lexicon.SECTIONS or item in lexicon.EXACT for item in items)
    if items[0] in lexicon.HOMES and (len(items) > 2 or known == len(items)):
        return Hint(NAVIGATION, STRONG)
    return Hint(NAVIGATION, STRONG if known > 3 else WEAK) if known == len(items) else None


def _notice(unit: Unit) -> Hint | None:
    text = unit.text
    if match := lexicon.LETTER_OPENINGS.match(text):
        rest = text[match.end() :].lower()
        nouns = lexicon.LETTERS.get(match[0].lower(), ())
        if any(noun in rest if noun else True for noun in nouns) and len(text) <= 220:
            return Hint(NEWSLETTER, WEAK)
    if len(text) <= 200 and (lexicon.OWNED.match(text) or lexicon.RIGHTS_WORDS.search(text)):
        if lexicon.RIGHTS_WORDS.search(text) or lexicon.YEAR.search(text):
            return Hint(RIGHTS, WEAK)
    return Hint(COOKIES, WEAK) if lexicon.COOKIE_WORDS.search(text) else None


class Verdicts:
    """The verdicts on a page: for each unit that is furniture, the code of the rule that takes it out."""

    def __init__(self, page: Page) -> None:
        """Judge a page."""
        self.page = page
        self.hints: dict[int, Hint] = {}
        self.codes: dict[int, str] = {}
        self.doubts: dict[int, str] = {}
        for unit in page.units:
            if hint := hint_of(unit):
                self.hints[unit.index] = hint
        if not page.units or not page.readable:
            return
        self._repeats()
        if len(page.units) > 1:
            self._kicker()
        for index in sorted(self.hints):
            self._judge(page.units[index])
        for units, code in captions(page):
            for unit in units:
                self.codes.setdefault(unit.index, code)
        self._lists()
        self._trailing()

    # What stands where

    @cached_property
    def prose(self) -> list[int]:
        """Indices of the lines of prose that no hint speaks against."""
        return [unit.index for unit in self.page.units if unit.prose and unit.index not in self.hints]

    @cached_property
    def head(self) -> int:
        """The index of the unit that the body begins with. A dek before the byline is still the head."""
        if not self.prose:
            return 0
        first = self.prose[0]
        if len(self.prose) < 2 or self.prose[1] == first + 1 or "description" in self.page.body.fields:
            return first
        between = self.page.units[first + 1 : self.prose[1]]
        return self.prose[1] if len(between) < 8 and any(is_signature(unit.text) for unit in between) else first

    @cached_property
    def is_transcript(self) -> bool:
        """Whether the lines are marked by who speaks."""
        return is_transcript(self.page)

    @cached_property
    def tail(self) -> int:
        """The index of the unit after the last prose."""
        return self.prose[-1] + 1 if self.prose else len(self.page.units)

    @cached_property
    def copies(self) -> Counter[str]:
        """How often each hinted line stands on the page."""
        return Counter(self.page.units[index].key for index in self.hints)

    def own(self, unit: Unit) -> bool:
        """Whether the unit is a paragraph of its own, or shares it with other hints alone."""
        if self.page.alone(unit):
            return True
        return all(other.index in self.hints for other in self.page.groups[unit.group])

    # One line

    def _judge(self, unit: Unit) -> None:
        hint = self.hints[unit.index]
        if unit.index in self.codes or unit.heading or not self.own(unit):
            return
        if self._run_is_a_list(unit):
            return
        if hint.level == STRONG or self._supported(unit, hint):
            self.codes[unit.index] = hint.code
        elif hint.level == WEAK:
            self.doubts[unit.index] = hint.code

    def _run_is_a_list(self, unit: Unit) -> bool:
        """Whether what is hinted is part of a list that the text announces or that holds other things too."""
        first = unit
        while (other := self.page.before(first)) and other.index in self.hints:
            first = other
        before = self.page.before(first)
        if before and before.text.endswith((":", "：")) and self.hints[unit.index].level < STRONG:
            return True
        if not unit.bullet:
            return False
        after = self.page.after(unit)
        return any(
            other and other.bullet and other.index not in self.hints for other in (self.page.before(unit), after)
        )

    def _neighbours(self, unit: Unit) -> Iterator[Hint]:
        """The hints of the run of furniture that the unit stands in, as far as `REACH`."""
        for step in (-1, 1):
            index = unit.index + step
            while index in self.hints and abs(index - unit.index) <= REACH:
                other = self.page.units[index]
                if other.heading or not self.own(other):
                    break
                if other.key != unit.key:
                    yield self.hints[index]
                index += step

    def _supported(self, unit: Unit, hint: Hint) -> bool:
        if hint.code in {NEWSLETTER, COOKIES, RIGHTS} and self._is_subject(unit, hint):
            return False
        if any(self._vouches(other, hint) for other in self._neighbours(unit)):
            return True
        if hint.level == NAME_ONLY:
            return False
        if hint.code not in {NEWSLETTER, COOKIES, RIGHTS, TEASER} and self.copies[unit.key] > 1:
            return True
        if hint.code == TEASER:
            return self._teasers_alike(unit)
        if hint.code == ADVERT:
            return self.page.said.count(unit.key) == self.copies[unit.key] and (len(unit.key) > 3 or not unit.key.isascii())
        return self._placed(unit, hint)

    def _vouches(self, other: Hint, hint: Hint) -> bool:
        if other.level == STRONG:
            return True
        if hint.level == NAME_ONLY and other.level == NAME_ONLY:
            return False
        return other.code != hint.code or hint.code in {SHARING, COMMENTS, NAVIGATION, TEASER, COOKIES}

    def _teasers_alike(self, unit: Unit) -> bool:
        opening = unit.text[:5].lower()
        return any(
            index != unit.index and hint.code == TEASER and self.page.units[index].text[:5].lower() == opening
            for index, hint in self.hints.items()
        )

    def _is_subject(self, unit: Unit, hint: Hint) -> bool:
        """Whether the document is about what the line speaks of: then the line may be part of it."""
        said = self.page.said
        line = unit.text.lower()
        if hint.code == COOKIES:
            inside = sum(
                len(lexicon.COOKIE.findall(self.page.units[i].text)) for i, h in self.hints.items() if h.code == COOKIES
            )
            return len(lexicon.COOKIE.findall(said)) > inside
        word = "newsletter" if hint.code == NEWSLETTER else "©"
        inside = sum(self.page.units[i].text.lower().count(word) for i, h in self.hints.items() if h.code == hint.code)
        return word in line and said.count(word) > inside

    def _placed(self, unit: Unit, hint: Hint) -> bool:
        """Whether the unit stands before the body (but is not the first line: that may be the title) or after it."""
        if hint.code == LOADING:
            return False
        if (unit.index or ends_in_stop(unit.text)) and unit.index < self.head and hint.code not in {RIGHTS}:
            after = self.page.after(unit)
            return after is None or not (unit.key and after.index in self.prose and hint.code == NAVIGATION)
        if unit.index < self.tail:
            return (
                hint.code == NEWSLETTER
                and len(unit.text) <= 120
                and not ends_in_stop(unit.text)
                and self.page.alone(unit)
            )
        rest = self.page.units[unit.index + 1 :]
        return all(other.index in self.hints or is_signature(other.text) or self._follows(other) for other in rest[:40])

    def _follows(self, unit: Unit) -> bool:
        return not ends_sentence(unit.text) and len(unit.text) <= 120 and not unit.heading

    # The top

    def _kicker(self) -> None:
        """Lines that name parts of the site, above the headline."""
        units = self.page.units
        group = self.page.groups[0]
        headline = len(group)
        while headline < len(units) and headline in self.hints:
            headline += 1
        if headline >= min(len(units), self.head) or len(self.page.groups[units[headline].group]) > 1:
            return
        if not (units[headline].heading or 4 <= len(units[headline].text.split()) or len(units[headline].text) > 12):
            return
        if (
            ends_sentence(units[headline].text)
            or name_shaped(units[headline].text)
            or is_signature(units[headline].text)
        ):
            return
        if all(self._names_section(unit, len(group)) for unit in group):
            for unit in group:
                self.codes[unit.index] = NAVIGATION
                self.hints.setdefault(unit.index, Hint(NAVIGATION, STRONG))

    def _names_section(self, unit: Unit, among: int) -> bool:
        if unit.heading or ends_sentence(unit.text) or len(unit.text) > 45:
            return False
        if unit.index in self.hints or unit.key in lexicon.SECTIONS:
            return True
        words = [word.lower() for word in _WORDS.findall(unit.text)]
        if among == 1 or not 1 < len(words) <= 6:
            return False
        return any(word in lexicon.SECTIONS for word in words)

    # Copies

    def _repeats(self) -> None:
        """A paragraph that stands twice in a row, and a headline that does."""
        units = self.page.units
        for one, two in zip(units, units[1:], strict=False):
            if one.text == two.text and not one.code and not two.code and one.bullet == two.bullet:
                if one.prose and self.page.alone(one) and self.page.alone(two):
                    self.codes[two.index] = REPEATED
                elif two.index == 1 and self._title_twice(one, two):
                    self.codes[one.index if two.heading else two.index] = HEADLINE

    def _title_twice(self, one: Unit, two: Unit) -> bool:
        return (
            len(self.page.groups[two.group]) == 1
            and len(self.page.groups[one.group]) == 1
            and len(one.text.split()) > 3
            and not ends_in_stop(one.text)
            and one.index not in self.hints
        )

    # Lists of other articles, and the end

    def _lists(self) -> None:
        """A heading such as "Most read", with the headlines under it, up to the end of the document."""
        units = self.page.units
        for unit in units:
            if unit.key not in lexicon.HEADS or unit.prose or unit.code or unit.index < 2 or unit.index in self.codes:
                continue
            if ends_in_stop(unit.text) and not unit.text.endswith("..."):
                continue
            end = unit.index + 1
            while end < len(units) and self._listed(units[end]):
                end += 1
            followers = end - unit.index - 1
            own = self.page.alone(unit) or self.page.groups[unit.group][0] is unit
            if not own:
                continue
            if unit.heading:
                self.doubts.setdefault(unit.index, RELATED)
            elif end == len(units) and unit.index >= self.tail and (followers or self._chrome_before(unit)):
                for other in units[unit.index :]:
                    self.codes.setdefault(other.index, RELATED)
            elif followers and self._box(unit, end):
                for other in units[unit.index : end]:
                    if other is unit or other.bullet or other.group == unit.group:
                        self.codes.setdefault(other.index, RELATED)

    def _box(self, unit: Unit, end: int) -> bool:
        """A box in the middle of the text: heading and headlines in one paragraph, or as a list right under it."""
        units = self.page.units[unit.index + 1 : end]
        return all(
            (other.bullet or (other.group == unit.group and unit.group not in self.page.stacked))
            and (other.linked or len(other.text.split()) > 3 or not other.text.isascii())
            for other in units
        )

    def _listed(self, unit: Unit) -> bool:
        if unit.code or (unit.heading and unit.key not in lexicon.HEADS and not unit.linked):
            return False
        if unit.index in self.hints or unit.key in lexicon.HEADS or is_date(unit.text):
            return True
        return (
            len(unit.text) <= 200
            and not ends_in_stop(unit.text)
            and unit.text[-1:] not in ",;:"
            and not unit.text.startswith(("|", "<"))
        )

    def _chrome_before(self, unit: Unit) -> bool:
        before = self.page.before(unit)
        return before is not None and before.index in self.codes

    def _trailing(self) -> None:
        """After furniture at the very end, a lone label: a map's place, a tag, a button."""
        units = self.page.units
        last = units[-1]
        if last.index < self.tail or last.index in self.codes or not self.page.alone(last):
            return
        before = self.page.before(last)
        if before is None or before.index not in self.codes or before.index < self.tail:
            return
        text = last.text
        if (
            len(text) <= 40
            and len(text.split()) <= 5
            and not ends_sentence(text)
            and text[-1] not in ",;:\"'”’»"
            and not last.heading
            and not last.bullet
            and not last.code
            and not is_signature(text)
        ):
            self.codes[last.index] = LABEL

    # What rules propose

    @cached_property
    def spans(self) -> dict[str, list[tuple[int, int]]]:
        """For each rule, the spans that it takes out."""
        spans: dict[str, list[tuple[int, int]]] = {}
        for code, start, end in tiles(self.page, self.codes):
            spans.setdefault(code, []).append((start, end))
        return spans


_DATE = re.compile(
    r"(?:\w{2,12}\.?,? )?(?:\d{1,2}(?:\.|st|nd|rd|th|er|º)? (?:de |of )?[^\W\d_]{3,14}\.?,? (?:de |del )?(?:19|20)\d\d|"
    r"[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?, ?(?:19|20)\d\d|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|"
    r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|(?:19|20)\d\d ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]?)"
    r"(?:г\.?| р\.?| года| року)?(?:,? ?(?:at |um |à |alle |kl\.? |o |в |о |[-–|•] )?\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?| uhr)?)?"
    r"(?: ?\(?(?:gmt|utc|est|edt|et|bst|cet|cest|eet|eest|msk|ist)\)?(?:[+-]\d{1,2})?)?",
    re.IGNORECASE,
)


def date_in(text: str) -> str:
    """The date that the whole line is, without the word before it (`Published`, `Stand:`); or an empty string."""
    text = text.strip()
    if len(text) > 70 or not any(map(str.isdigit, text)):
        return ""
    if match := lexicon.DATE_WORDS.match(text):
        rest = text[match.end() :]
        if _DATE.fullmatch(rest):
            return rest
    return text if _DATE.fullmatch(text) else ""


def is_date(text: str) -> bool:
    """Whether the whole line is a date."""
    return bool(date_in(text))


def is_signature(text: str) -> bool:
    """Whether a line at the edge of an article may say who wrote it or when: such a line is never furniture."""
    if is_date(text) or name_shaped(text):
        return True
    match = lexicon.BYLINES.match(text)
    if match is None or len(text) > LONGEST_BYLINE or ends_in_stop(text):
        return False
    return text[match.end() : match.end() + 1].isupper()


_VERDICTS: WeakKeyDictionary[Body, Verdicts] = WeakKeyDictionary()


def verdicts_of(body: Body) -> Verdicts:
    """The verdicts on a body, made once."""
    verdicts = _VERDICTS.get(body)
    if verdicts is None:
        verdicts = _VERDICTS[body] = Verdicts(page_of(body))
    return verdicts


__all__ = ["Verdicts", "date_in", "headline_shaped", "is_date", "is_signature", "same", "verdicts_of"]
