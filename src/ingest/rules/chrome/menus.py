"""Menus: lists of a site's sections and services, as they are left by tools that turn a whole page into text.

A menu is known by its entries: a run of short lines, each nothing but a link, an item of a list or a label, of which a
good share name what sites have (`words.Words.menus`, the sections, the buttons). How good a share depends on the place
and the shape: least where every line is nothing but a link and hardly any prose stands above or below, most amid the
text. Shares and numbers were set on some 150 real pages in the output of a dozen tools, such that no sentence of an
article went.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ingest.rules.chrome import lexicon
from ingest.rules.chrome.dates import date_in, is_byline, is_signature
from ingest.rules.chrome.page import KEPT, SHORT, Look, Page, Unit, ends_in_stop, is_prose, key_of, look_of

LONGEST_ENTRY = 45
ENTRY_WORDS = 7
SENTENCE_WORDS = 4
LONGEST_WORD = 25
"""Characters and words that an entry of a menu has at most; words from which on a full stop makes a sentence; characters
of a line that is too short for a headline."""

LEAST_PROSE = 3
"""Lines of prose that a page has, unless it is thin: then it is hardly an article with menus around it."""

OUTSIDE = 0.1
"""Share of the page's prose that may stand above a run that is above the article, or below one that is below it."""

NEAR = 2
"""Lines that may stand between two menus that vouch for each other, and between two known labels of one stack."""

OWN = 3
"""Known labels, sharing aside, that make a menu the site's own: on its far side nothing is the article's."""

LONG = ((3, 6), (6, 10))
"""Known labels, sharing aside, in a long menu outside the article, and how many labels there may be for each."""

THIN_STACK = 6
"""Known labels in a row, nothing between, that are a menu on a page with hardly any prose, over its headline or below."""

STACK = 4
"""Known labels that make a menu without links and without bullets; one fewer is enough where nothing else is between."""

_BARS = re.compile(r" ?[|•·] ?| {3,}|\t")
_BAR_SIGNS = ("|", "•", "·", "   ", "\t")
"""What each bar has."""
_AROUND_LINKS = re.compile(r"\w")


class _Entry(NamedTuple):
    """A line that may be of a menu: what it says, label by label, and whether it is nothing but links."""

    labels: tuple[str, ...]
    linked: bool = False


@dataclass(slots=True)
class _Run:
    """Lines in a row that are links or items of a list, and how much they say.

    Of the labels, `known` are in a table, `own` of these are not for sharing, and `site` of these only name what sites
    have. Without one of these, a list may be an author's own, of networks or subjects.
    """

    units: list[Unit]
    labels: int
    known: int
    site: int
    own: int
    linked: bool


@lru_cache(maxsize=KEPT)
def entry_of(look: Look) -> _Entry | None:
    """The labels of a line that may be of a menu, or None."""
    if look.heading or look.prose or not look.key or (look.linked and not look.links):
        return None
    parts: tuple[str, ...] = (look.text,)
    linked = False
    if look.links and not _AROUND_LINKS.search(look.between):
        parts, linked = look.links, True
    elif any(map(look.text.__contains__, _BAR_SIGNS)):
        bars = tuple([part for part in _BARS.split(look.text) if part])
        if len(bars) > NEAR:
            parts = bars
    if not all(_is_label(part) for part in parts):
        return None
    return _Entry(tuple(key_of(part) for part in parts), linked)


def _is_label(text: str) -> bool:
    if len(text) > LONGEST_ENTRY or text[-1:] in ",;:":
        return False
    words = len(text.split())
    if words > ENTRY_WORDS:
        return False
    return not ((words >= SENTENCE_WORDS and ends_in_stop(text)) or date_in(text) or is_byline(text))


def names_menu(look: Look) -> bool:
    """Whether a line can be of a menu, and says so."""
    entry = None if look.prose else entry_of(look)
    return entry is not None and not lexicon.MENU.isdisjoint(entry.labels)


def names_menu_alone(look: Look | None) -> bool:
    """Whether a line is nothing but labels of menus that are known."""
    entry = entry_of(look) if look else None
    return entry is not None and lexicon.MENU.issuperset(entry.labels)


class Found(NamedTuple):
    """The indices of the units that are menus, and of those that point to other articles of the site."""

    menus: frozenset[int] = frozenset()
    related: frozenset[int] = frozenset()


def menus(page: Page, hinted: Container[int]) -> Found:
    """The menus of a page; lines that are `hinted` are furniture, if they read like prose."""
    looks = [_look(unit) for unit in page.units]
    entries = {index: entry for index, look in enumerate(looks) if look and (entry := entry_of(look))}
    known = sum(not lexicon.MENU.isdisjoint(entry.labels) for entry in entries.values())
    listed = frozenset(
        index for index, entry in entries.items() if entry.linked or ((look := looks[index]) and look.bullet)
    )
    if not known or (known < STACK - 1 and not listed):
        return Found()
    prose = [unit.index for unit in page.units if _is_prose(unit, looks) and unit.index not in hinted]
    if not prose:
        return Found()
    found = _Menus(page, looks, entries, listed, prose, thin=len(prose) < LEAST_PROSE)
    taken = frozenset(found.found())
    return Found(taken, frozenset(found.related(taken)) if found.own else frozenset())


def _look(unit: Unit) -> Look | None:
    """What a line looks like, be it code or not: indented lines are code only where a text is taken for Markdown.

    That a text is taken for Markdown by now must not change what is a menu.
    """
    return look_of(unit.text) if unit.code and len(unit.text) <= SHORT else unit.look


def _is_prose(unit: Unit, looks: Sequence[Look | None]) -> bool:
    look = looks[unit.index]
    return unit.prose or (unit.code and (look.prose if look else is_prose(unit.text)))


class _Menus:
    """Finds the menus of one page."""

    def __init__(
        self,
        page: Page,
        looks: Sequence[Look | None],
        entries: Mapping[int, _Entry],
        listed: Container[int],
        prose: Sequence[int],
        *,
        thin: bool = False,
    ) -> None:
        self.units = page.units
        self.page = page
        self.thin = thin
        self.looks = looks
        self.prose = frozenset(prose)
        self.entries = entries
        self.listed = listed
        self.own = False
        weight = 0
        self.above: dict[int, int] = {}  # characters of prose above each line of prose
        for index in prose:
            self.above[index] = weight
            weight += len(page.units[index].text)
        # The first line of prose that the article has, and the last.
        share = OUTSIDE * weight
        self.first = next(i for i in prose if self.above[i] + len(page.units[i].text) > share)
        self.last = next(i for i in reversed(prose) if self.above[i] < weight - share)

    def found(self) -> Iterator[int]:
        """The indices of all units of menus; on a page with hardly any prose only stacks of many known labels."""
        if self.thin:
            yield from self._stacks()
            return
        runs = list(self._runs())
        chosen = {number for number, run in enumerate(runs) if self._is_menu(run)}
        self._spread(runs, chosen)
        self._reach_beyond(runs, chosen)
        self.own = any(runs[number].own >= OWN for number in chosen)
        taken = {unit.index for number in chosen for unit in runs[number].units}
        yield from taken
        for number in sorted(chosen):
            if number + 1 in chosen:
                yield from self._labels_between(runs[number], runs[number + 1])
        yield from self._stacks()

    def related(self, taken: Container[int]) -> Iterator[int]:
        """Headings such as "Most read" outside the article, with the lines of links under them.

        Only to be asked for on a page that has a menu of the site's own: else they may be a section of the author's.
        """
        for unit in self.units:
            if self.first <= unit.index <= self.last or unit.key not in lexicon.HEADS or unit.index in taken:
                continue
            below = list(self._links_below(unit))
            if sum(self._is_link(other) for other in below) > 1:
                yield from (one.index for one in (unit, *below))

    def _links_below(self, unit: Unit) -> Iterator[Unit]:
        while (after := self.page.after(unit)) and (self._is_link(after) or date_in(after.text)):
            unit = after
            yield unit

    def _is_link(self, unit: Unit) -> bool:
        """Whether a line is nothing but links, and none of them a name."""
        look = self.looks[unit.index]
        if look is None or not look.links or look.key in lexicon.HEADS:
            return False
        return not (_AROUND_LINKS.search(look.between) or is_signature(look.text))

    def _runs(self) -> Iterator[_Run]:
        """Runs of lines that are links or items of a list."""
        run: list[Unit] = []
        for unit in self.units:
            if unit.index in self.listed:
                run.append(unit)
                continue
            yield from self._run(run)
            run = []
        yield from self._run(run)

    def _run(self, units: list[Unit]) -> Iterator[_Run]:
        """The run, without a byline at its edges."""
        for edge in (0, -1):
            if (
                units
                and not self._has_bullet(units[edge])
                and is_signature(units[edge].text)
                and not self._known(units[edge])
            ):
                units = units[1:] if edge == 0 else units[:-1]
        if units:
            labels = [label for unit in units for label in self.entries[unit.index].labels if label]
            known = lexicon.MENU.intersection(labels)
            others = known - lexicon.SHARE_WORDS - lexicon.NETWORKS
            site = len(others & lexicon.SITE)
            own = len(others) if site else 0
            yield _Run(
                units, len(labels), len(known), site, own, all(self.entries[unit.index].linked for unit in units)
            )

    def _has_bullet(self, unit: Unit) -> bool:
        look = self.looks[unit.index]
        return look is not None and look.bullet

    def _known(self, unit: Unit) -> bool:
        entry = self.entries.get(unit.index)
        return entry is not None and not lexicon.MENU.isdisjoint(entry.labels)

    def _outside(self, run: _Run) -> bool:
        """Whether a run stands above the article or below it."""
        return run.units[-1].index < self.first or run.units[0].index > self.last

    def _is_menu(self, run: _Run) -> bool:
        outside, known, labels = self._outside(run), run.known, run.labels
        if not run.site:
            return False
        if guard := self._guard(run):
            return outside and run.linked and guard < len("ab") and known > NEAR and 2 * known >= labels
        if not outside:
            return run.linked and known > NEAR and 3 * known >= labels
        few = known > NEAR and labels > NEAR + 1 and 3 * known >= labels
        if run.linked:
            few = known > 1 and (labels > NEAR or known == labels) and 5 * known >= labels
        return few or any(run.own >= own and share * known >= labels for own, share in LONG)

    def _guard(self, run: _Run) -> int:
        """What speaks for a list of the author's own: 1 for a heading above it, 2 for a line that announces it."""
        above = self.page.before(run.units[0])
        if above is None or (self._known(above) and not above.heading):
            return 0
        if above.text.endswith((":", "：")):
            return 2
        if not above.heading:
            return 0
        return int(not (run.linked and above.key in lexicon.MENU))

    def _spread(self, runs: list[_Run], chosen: set[int]) -> None:
        """Take in the runs beside a menu, above or below the article, that by themselves say less."""
        for order in (range(len(runs)), range(len(runs) - 1, -1, -1)):
            for number in order:
                step = 1 if order.step > 0 else -1
                if number not in chosen and number - step in chosen and self._joins(runs, number, number - step):
                    chosen.add(number)

    def _joins(self, runs: list[_Run], number: int, other: int) -> bool:
        run = runs[number]
        if not (self._outside(run) and self._outside(runs[other])):
            return False
        if run.labels < NEAR or not (run.known or run.linked):
            return False
        if (guard := self._guard(run)) and (guard > 1 or 4 * run.known < run.labels):
            return False
        return self._is_near(runs, number, other)

    def _reach_beyond(self, runs: list[_Run], chosen: set[int]) -> None:
        """Take in what stands with a site's own menu outside the article.

        Nothing on the far side of such a menu is the article's; on a page that has one, neither are lines of links above
        the article. Below it they may be: an article often ends with a list of links.
        """
        own = [runs[number] for number in chosen if runs[number].own >= OWN]
        if not own:
            return
        top = max((run.units[0].index for run in own if run.units[-1].index < self.first), default=-1)
        bottom = min((run.units[-1].index for run in own if run.units[0].index > self.last), default=len(self.units))
        for order in (range(len(runs)), range(len(runs) - 1, -1, -1)):
            for number in order:
                run = runs[number]
                if number in chosen or not self._outside(run):
                    continue
                beyond = run.units[-1].index < top or run.units[0].index > bottom
                beside = number - order.step in chosen and self._is_near(runs, number, number - order.step)
                lone = run.linked and run.labels > 1 and run.units[-1].index < self.first and not self._guard(run)
                if lone or (beyond and (run.linked or beside)):
                    chosen.add(number)

    def _is_near(self, runs: list[_Run], number: int, other: int) -> bool:
        """Whether only a few small lines stand between two runs."""
        upper, under = (runs[number], runs[other]) if number < other else (runs[other], runs[number])
        between = self.units[upper.units[-1].index + 1 : under.units[0].index]
        return len(between) <= NEAR and all(self._is_small(unit) for unit in between)

    def _is_small(self, unit: Unit) -> bool:
        return unit.index not in self.prose and len(unit.text) <= LONGEST_ENTRY

    def _labels_between(self, run: _Run, other: _Run) -> Iterator[int]:
        """Labels and headings that are all that stands between two menus."""
        between = self.units[run.units[-1].index + 1 : other.units[0].index]
        if len(between) > NEAR or not (self._outside(run) and self._outside(other)):
            return
        below = run.units[0].index > self.last
        if all(self._is_small(unit) and (below or len(between) == 1) for unit in between):
            for unit in between:
                if self._known(unit) or unit.key in lexicon.MENU or (below or self._is_word(unit)):
                    yield unit.index

    def _is_word(self, unit: Unit) -> bool:
        """Whether a line is too short for a headline."""
        width = len(unit.text) if unit.text.isascii() else 2 * len(unit.text)
        return width <= LONGEST_WORD and len(unit.text.split()) < SENTENCE_WORDS and not unit.heading

    def _stacks(self) -> Iterator[int]:
        """Labels above the article or below it without links and bullets: those that are known, where they are many."""
        stack: list[Unit] = []
        for unit in self.units:
            if unit.index not in self.entries or unit.index in self.listed or self.first <= unit.index <= self.last:
                yield from self._stack(stack)
                stack = []
            elif self._known(unit):
                if stack and unit.index - stack[-1].index > NEAR + 1:
                    yield from self._stack(stack)
                    stack = []
                stack.append(unit)
        yield from self._stack(stack)

    def _is_over_article(self, units: list[Unit]) -> bool:
        """Whether labels stand in a paragraph of their own at the top, over a headline and prose, or below all prose."""
        if {unit.index for unit in self.page.groups[units[0].group]} != {unit.index for unit in units}:
            return False
        below = self.page.after(units[-1])
        return below is None or (units[0].index == 0 and below.index + 1 in self.prose and not self._known(below))

    def _stack(self, units: list[Unit]) -> Iterator[int]:
        labels = {unit.key for unit in units} - lexicon.SHARE_WORDS - lexicon.NETWORKS
        kinds = len(labels)
        if kinds < STACK - 1 or lexicon.SITE.isdisjoint(labels):
            return
        above = self.page.before(units[0])
        if above and (above.heading or above.text.endswith((":", "："))):
            return
        lines = units[-1].index - units[0].index + 1
        if self.thin and (kinds < THIN_STACK or len(units) < lines or not self._is_over_article(units)):
            return
        if (kinds >= STACK and 2 * len(units) >= lines) or len(units) == lines:
            yield from (unit.index for unit in units)
