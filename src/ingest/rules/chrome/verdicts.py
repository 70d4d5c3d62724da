"""Verdicts: which lines of a page are furniture, and the evidence for it.

A hint becomes a verdict only with evidence from elsewhere: that the document is prose, that the line is a paragraph of
its own, that its neighbours are hints too, that it is repeated, that it stands before the body or after it. All verdicts
of a page are made together, so that lines that vouch for each other go together, and what is left lacks their evidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import pairwise

from ingest.body import Body, once
from ingest.late import late
from ingest.model import Proposal
from ingest.rules.chrome import lexicon
from ingest.rules.chrome.captions import captions, is_credit
from ingest.rules.chrome.dates import date_in, is_signature
from ingest.rules.chrome.hints import Hint, Reader
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
)
from ingest.rules.chrome.menus import entry_of, menus, names_menu_alone
from ingest.rules.chrome.page import (
    STACKED,
    Page,
    Unit,
    ends_in_stop,
    ends_sentence,
    is_prose,
    lower,
    one_sentence,
    tiles,
)

RELATED, LABEL, REPEATED, HEADLINE, MENU = "WEB011", "WEB012", "WEB016", "WEB017", "WEB018"

FEWEST_EXPLAINED = 2
"""Labels amid a text, each alone over a sentence, from which on the text explains its labels."""

REACH = 8
"""Lines either way within which the members of one run of furniture vouch for each other."""

FEWEST_LETTERS = 4
"""Letters that an advert's label has at least: "Ad" and "PR" say too little."""

HEAD_LINES = 8
"""Lines that may stand between a dek and the body."""

TAIL_LINES = 40
"""Lines after the article that are looked at to tell whether nothing but furniture follows."""

LONGEST_HEADING = 80
LONGEST_REQUEST = 120
LONGEST_SECTION = 45
LONGEST_LABEL = 40
LONGEST_LISTED = 200
"""Characters of a subheading, of a request to subscribe in the middle of a text, of a section's name, of a label, and
of a headline in a list."""

SECTION_WORDS = 6
LABEL_WORDS = 5
HEADLINE_WORDS = 4
"""Words that a section's name or a label has at most, and a headline at least. Unspaced scripts are told by length."""

LEAST_PROSE = 2
MANY_LABELS = 4
MANY_KINDS = 4
"""Kinds of furniture in one list from which on it is no page's own."""

SURE = 5
MOST_LINES = 2000
"""Of a page in which furniture outweighs the prose: lines of prose; kinds of furniture, with what is surely some counted
again; and lines of all that are looked at."""

FAMILIES = frozenset({SHARING, COMMENTS, NAVIGATION, COOKIES})
"""Kinds of furniture that come in rows of their own kind."""

SUBJECT_WORDS = {NEWSLETTER: "newsletter", RIGHTS: "©"}
SUBJECTS = frozenset({*SUBJECT_WORDS, COOKIES})
"""Kinds of furniture that a document may be about."""


class Verdicts:
    """The verdicts on a page: `codes` has, for each unit that is furniture, the code of the rule that takes it out.

    `doubts` has the units of which only their words speak.
    """

    def __init__(self, page: Page, *, quiet: bool = False) -> None:
        """Judge a page. On one that is known to be quiet, nothing is furniture."""
        self.page = page
        self.codes: dict[int, str] = {}
        self.doubts: dict[int, str] = {}
        self._spoken: dict[str, bool] = {}
        self._subjects: dict[str, bool] = {}
        if quiet:
            self.hints = {}
            return
        if len(page.units) <= MOST_LINES or page.readable:
            found = menus(page, self.hints)
            self.codes.update(dict.fromkeys(found.related, RELATED) | dict.fromkeys(found.menus, MENU))
        if not self.readable:
            self._doubt_page()
            return
        self._lists()
        self._repeats()
        self._kicker()
        for index in sorted(self.hints):
            self._judge(page.units[index])
        for units, code in captions(page):
            for unit in units:
                self.codes.setdefault(unit.index, code)
        self._lists()
        self._label()

    # What kind of document it is

    @once
    def readable(self) -> bool:
        """Whether the document is prose, or would be without furniture of several kinds."""
        if self.page.readable or len(self.page.units) > MOST_LINES:
            return self.page.readable
        said = [hint for hint in self.hints.values() if hint.level > NAME_ONLY]
        written = self._written
        if len(written) < LEAST_PROSE or not self.prose or not self._is_sure(said):
            return False
        prose = sum(len(self.page.units[index].text) for index in written)
        return 2 * prose >= sum(
            len(unit.text if unit.linked else unit.line.text)
            for unit in self.page.units
            if not self._is_explained(unit)
        )

    @once
    def _written(self) -> list[int]:
        """Indices of the lines of prose and of the short sentences that are paragraphs of their own."""
        return [unit.index for unit in self.page.units if unit.index not in self.hints and self.page.is_written(unit)]

    @once
    def _foot(self) -> int:
        """The index of the first line after the last sentence that opens a list or is furniture by its words alone."""
        last = self._written[-1] if self._written else 0
        below = self.page.units[last + 1 :]
        return next((unit.index for unit in below if self._opens_foot(unit)), len(self.page.units))

    def _opens_foot(self, unit: Unit) -> bool:
        hint = self.hints.get(unit.index)
        return lexicon.opens_related(unit.key) or (hint is not None and hint.level == STRONG)

    def _is_explained(self, unit: Unit) -> bool:
        """Whether a line of a page full of furniture says nothing against the rest being an article."""
        if unit.index in self.hints or unit.index in self.codes or unit.index >= self._foot or is_signature(unit.text):
            return True
        return unit.key in lexicon.HEADS or names_menu_alone(unit.look)

    def _is_sure(self, hints: Collection[Hint]) -> bool:
        """Whether enough lines say what only a page's furniture says, and several kinds of it.

        A list of other articles is a kind, and many labels of menus count as two.
        """
        units = self.page.units
        labels = {label for unit in units if unit.look and (entry := entry_of(unit.look)) for label in entry.labels}
        kinds = {hint.code for hint in hints}
        if any(unit.key in lexicon.HEADS and unit.index >= self.tail for unit in units):
            kinds.add(RELATED)
        strong = sum(hint.level == STRONG for hint in hints)
        several = len(kinds) > 1 or strong >= MANY_LABELS
        return several and len(kinds) + strong + 2 * (len(labels & lexicon.MENU) >= MANY_LABELS) >= SURE

    def _doubt_page(self) -> None:
        """Remark on the first piece of furniture of a page that has too little prose for the rest to be judged."""
        if len(self.page.units) > MOST_LINES or not self.page.units:
            return
        said = {index: hint.code for index, hint in self.hints.items() if hint.level > NAME_ONLY}
        sure = [index for index in said if self.hints[index].level == STRONG]
        if sure and len(set(said.values())) > 1:
            self.doubts[sure[0]] = said[sure[0]]

    # What stands where

    @once
    def hints(self) -> dict[int, Hint]:
        """What the words of the units say of them."""
        reader = Reader([unit.look for unit in self.page.units if unit.look and unit.key])
        return {unit.index: hint for unit in self.page.units if (hint := reader.hint(unit))}

    @once
    def prose(self) -> list[int]:
        """Indices of the lines of prose that no hint speaks against."""
        return [unit.index for unit in self.page.units if unit.prose and unit.index not in self.hints]

    @once
    def head(self) -> int:
        """The index of the unit that the body begins with. A dek above the byline does not begin it."""
        if not self.prose:
            return 0
        if not self.page.readable:
            return self._written[0]
        first = self.prose[0]
        if len(self.prose) == 1 or "description" in self.page.body.fields:
            return first
        between = self.page.units[first + 1 : self.prose[1]]
        signed = len(between) < HEAD_LINES and any(is_signature(unit.text) for unit in between)
        return self.prose[1] if signed else first

    @once
    def tail(self) -> int:
        """The index of the unit after the last prose."""
        if self.prose and not self.page.readable:
            return self._written[-1] + 1
        return self.prose[-1] + 1 if self.prose else len(self.page.units)

    @once
    def copies(self) -> Counter[str]:
        """How often each hinted line stands on the page."""
        return Counter(self.page.units[index].key for index in self.hints)

    @once
    def subheadings(self) -> bool:
        """Whether short lines stand over paragraphs of the body, as headings do."""
        above = (self.page.units[index - 1] for index in self.prose if self.head < index - 1)
        return any(
            not unit.prose
            and unit.index not in self.hints
            and len(unit.text) <= LONGEST_HEADING
            and not ends_sentence(unit.text)
            and self.page.alone(unit)
            for unit in above
        )

    @once
    def _hinted_groups(self) -> frozenset[int]:
        """Paragraphs of hints alone, or with who wrote the article and when."""
        hinted = {self.page.units[index].group for index in self.hints}
        return frozenset(
            group
            for group in hinted
            if all(
                unit.index in self.hints
                or unit.index in self.codes
                or is_signature(unit.text)
                or (unit.index >= self.tail and lexicon.TAGS.match(unit.text))
                for unit in self.page.groups[group]
            )
        )

    def own(self, unit: Unit) -> bool:
        """Whether the unit is a paragraph of its own, or shares it with other hints alone.

        The first line of the page may be a jump over its menus, which the rest of the paragraph is.
        """
        if self.page.alone(unit) or unit.group in self._hinted_groups:
            return True
        hint = self.hints.get(unit.index)
        return unit.index == 0 and hint is not None and hint.code == NAVIGATION and hint.level == STRONG

    # One line

    def _judge(self, unit: Unit) -> None:
        hint = self.hints[unit.index]
        if unit.index in self.codes or unit.heading or not self.own(unit) or self._is_listed_content(unit):
            return
        if hint.level == STRONG or self._is_supported(unit, hint):
            self.codes[unit.index] = hint.code
        elif hint.level == WEAK:
            self.doubts[unit.index] = hint.code

    def _is_listed_content(self, unit: Unit) -> bool:
        """Whether the unit is part of a list that the text announces, or that holds other things too."""
        first = unit
        while (other := self.page.before(first)) and other.index in self.hints and unit.index - other.index < REACH:
            if other.heading:
                break
            first = other
        above = self.page.before(first)
        announced = above and (above.text.endswith((":", "：")) or (above.heading and unit.bullet))
        if announced and self.hints[unit.index].level < STRONG:
            return True
        if not unit.bullet:
            return False
        if self._is_glossary(unit):
            return True
        beside = (self.page.before(unit), self.page.after(unit))
        return any(other and other.bullet and other.index not in self.hints for other in beside)

    def _is_glossary(self, unit: Unit) -> bool:
        """Whether the unit is in a list amid the text of furniture of many kinds, which no page has: a list of examples."""
        if not self.head <= unit.index < self.tail:
            return False
        items = self._bullets.get(unit.group, ())
        return len({self.hints[item.index].code for item in items if item.index in self.hints}) >= MANY_KINDS

    @once
    def _bullets(self) -> dict[int, list[Unit]]:
        """The items of each paragraph that has any."""
        return {
            number: [unit for unit in group if unit.bullet]
            for number, group in enumerate(self.page.groups)
            if group[0].bullet or group[-1].bullet
        }

    def _is_supported(self, unit: Unit, hint: Hint) -> bool:
        """Whether neighbours, repetition or place speak for what the words say."""
        if hint.code in SUBJECTS and self._is_subject(unit, hint):
            return False
        if self._is_vouched_for(unit, hint):
            return True
        if hint.level == NAME_ONLY:
            return False
        if hint.code == TEASER:
            return self._has_sister(unit)
        if hint.code not in SUBJECTS and self.copies[unit.key] > 1:
            return True
        return (hint.code == ADVERT and self._interrupts(unit)) or self._is_placed(unit, hint)

    def _is_vouched_for(self, unit: Unit, hint: Hint) -> bool:
        around = [other for other in self._neighbours(unit) if _vouches(self.hints[other.index], hint)]
        hints = [self.hints[other.index] for other in around]
        if len(hints) > 1 or any(other.level == STRONG or other.code != hint.code for other in hints):
            return True
        # Two words of one kind in the middle of a text may be buttons that it explains.
        inside = self.head <= unit.index < self.tail
        return bool(around) and not (inside and any(self._is_spoken_of(one) for one in (unit, *around)))

    def _neighbours(self, unit: Unit) -> Iterator[Unit]:
        """The other members of the run of furniture that the unit stands in, as far as `REACH`."""
        for step in (-1, 1):
            index = unit.index + step
            while index in self.hints and abs(index - unit.index) <= REACH:
                other = self.page.units[index]
                if other.heading or not self.own(other):
                    break
                if other.key != unit.key:
                    yield other
                index += step

    def _has_sister(self, unit: Unit) -> bool:
        """Whether another teaser with a link has the same opening, of two words or more."""
        opening = lower(unit.text.partition(":")[0])
        return (
            unit.linked and " " in opening and opening not in lexicon.CROSS_REFERENCES and self._openings[opening] > 1
        )

    @once
    def _openings(self) -> Counter[str]:
        """How often each opening of a teaser stands on the page."""
        teasers = (self.page.units[index] for index, hint in self.hints.items() if hint.code == TEASER)
        return Counter(lower(unit.text.partition(":")[0]) for unit in teasers)

    def _interrupts(self, unit: Unit) -> bool:
        """Whether a lone advert label interrupts a text that never speaks of adverts."""
        if self._is_spoken_of(unit) or (unit.key.isascii() and len(unit.key) < FEWEST_LETTERS):
            return False
        return unit.key not in lexicon.TOPICS or unit.text.isupper() or not self.subheadings

    def _is_spoken_of(self, unit: Unit) -> bool:
        """Whether the text uses the line's own words elsewhere, as one does that explains a button."""
        if unit.key not in self._spoken:
            self._spoken[unit.key] = self.page.said.count(unit.key) > self.copies[unit.key]
        return self._spoken[unit.key]

    def _is_subject(self, unit: Unit, hint: Hint) -> bool:
        """Whether the document is about what the line speaks of: then the line may be part of it."""
        if hint.code != COOKIES and SUBJECT_WORDS[hint.code] not in lower(unit.text):
            return False
        if hint.code not in self._subjects:
            self._subjects[hint.code] = self._is_about(hint.code)
        return self._subjects[hint.code]

    def _is_about(self, code: str) -> bool:
        lines = "\n".join(
            lower(self.page.units[index].text)
            for index, hint in self.hints.items()
            if hint.code == code or hint.level == STRONG
        )
        if code == COOKIES:
            return len(lexicon.COOKIE.findall(self.page.said)) > len(lexicon.COOKIE.findall(lines))
        return self.page.said.count(SUBJECT_WORDS[code]) > lines.count(SUBJECT_WORDS[code])

    def _is_placed(self, unit: Unit, hint: Hint) -> bool:
        """Whether the unit stands before the body or after it. The first line may be the title, and counts as neither."""
        if hint.code == LOADING:
            return False
        if unit.index < self.head:
            return self._is_above_body(unit, hint)
        if unit.index < self.tail:
            short = len(unit.text) <= LONGEST_REQUEST and (
                not ends_in_stop(unit.text) or bool(lexicon.LETTER_NOUNS.search(unit.text) and one_sentence(unit.text))
            )
            return hint.code == NEWSLETTER and unit.index > 0 and short and self.page.alone(unit)
        rest = self.page.units[unit.index + 1 : unit.index + TAIL_LINES]
        return all(
            other.index in self.hints
            or is_signature(other.text)
            or is_credit(other.text)
            or lexicon.opens_related(other.key)
            for other in rest
        )

    def _is_above_body(self, unit: Unit, hint: Hint) -> bool:
        if hint.code == RIGHTS or not (unit.index or ends_in_stop(unit.text)):
            return False
        if self._explained_labels >= FEWEST_EXPLAINED:
            return False
        return hint.code != NAVIGATION or unit.index + 1 not in self.prose

    @once
    def _explained_labels(self) -> int:
        """How many labels stand alone amid the text, each over a sentence: a text that explains them one by one."""
        units = self.page.units
        return sum(
            self.hints[index].level == WEAK
            and self.page.alone(units[index])
            and ends_sentence(units[index - 1].text)
            and ends_sentence(units[index + 1].text)
            for index in self.hints
            if self.head < index < len(units) - 1
        )

    # The top

    def _kicker(self) -> None:
        """Lines that name parts of the site, in a paragraph above the headline."""
        units, group = self.page.units, self.page.groups[0]
        index = len(group)
        while index in self.hints:
            index += 1
        if index >= self.head or not self._is_headline(units[index]):
            return
        if all(self._names_section(unit, among_others=len(group) > 1) for unit in group):
            for unit in group:
                self.codes.setdefault(unit.index, NAVIGATION)
                self.hints.setdefault(unit.index, Hint(NAVIGATION, STRONG))

    def _is_headline(self, unit: Unit) -> bool:
        if ends_sentence(unit.text) or is_signature(unit.text) or len(self.page.groups[unit.group]) > 1:
            return False
        return unit.heading or len(unit.text.split()) >= HEADLINE_WORDS or not unit.text.isascii()

    def _names_section(self, unit: Unit, *, among_others: bool) -> bool:
        if unit.heading or ends_sentence(unit.text) or len(unit.text) > LONGEST_SECTION:
            return False
        if unit.index in self.hints or unit.key in lexicon.SECTIONS:
            return True
        words = unit.key.split()
        if not words or not among_others or len(words) > SECTION_WORDS:
            return False
        # "In depth Explainers", and in languages that put the genitive last, "Новини культури".
        return words[-1] in lexicon.SECTIONS or (words[0] in lexicon.SECTIONS and len(words) < len("abc"))

    # Copies

    def _repeats(self) -> None:
        """A paragraph that stands twice in a row and nowhere else, and a headline that does."""
        first, *rest = self.page.units
        if rest and self._is_title(rest[0]) and self.page.alone(first) and _names_site(first.text, rest[0].text):
            self.codes[0] = HEADLINE
        twice = [(one, two) for one, two in pairwise(self.page.units) if one.text == two.text]
        counts = Counter(unit.text for unit in self.page.units) if twice else Counter()
        for one, two in twice:
            if one.code or two.code or one.bullet != two.bullet:
                continue
            if counts[one.text] > len((one, two)) or not (self.page.alone(one) and self.page.alone(two)):
                continue
            if one.group == two.group and len(one.text) <= STACKED:
                continue  # a verse
            if one.prose:
                self.codes[two.index] = REPEATED
            elif two.index == 1 and self._is_title(one):
                self.codes[one.index if two.heading else two.index] = HEADLINE

    def _is_title(self, unit: Unit) -> bool:
        return unit.index not in self.hints and len(unit.text.split()) >= HEADLINE_WORDS and not ends_in_stop(unit.text)

    # Lists of other articles, and the end

    def _lists(self) -> None:
        """A line such as "Most read", with the headlines under it."""
        units = self.page.units
        end = 0
        for unit in units[2:]:
            if (
                not lexicon.opens_related(unit.key)
                or self.codes.get(unit.index) == RELATED
                or not self._opens_list(unit)
            ):
                continue
            end = max(end, unit.index + 1)
            while end < len(units) and self._is_listed(units[end]):
                end += 1
            below = units[unit.index + 1 : end]
            if unit.heading:
                continue  # a section of the author's own looks the same
            if end == len(units) and unit.index >= self.tail and (below or unit.index - 1 in self.codes):
                self._drop([unit, *below])
            elif box := self._box(unit, below):
                self._drop([unit, *box])
            elif below:
                self.doubts.setdefault(unit.index, RELATED)

    def _opens_list(self, unit: Unit) -> bool:
        if unit.code or is_prose(unit.text) or (ends_in_stop(unit.text) and not unit.text.endswith("...")):
            return False
        if self.page.alone(unit) or self.page.groups[unit.group][0] is unit:
            return True
        return unit.index >= self.tail and self._is_furniture_above(unit)

    def _is_furniture_above(self, unit: Unit) -> bool:
        """Whether what stands above the unit in its paragraph, below the text, is furniture, signatures or tags."""
        above = self.page.units[self.page.groups[unit.group][0].index : unit.index]
        labelled = False
        for one in above:
            labelled = labelled or bool(lexicon.TAGS_LABEL.fullmatch(one.key))
            known = one.index in self.hints or one.index in self.codes or lexicon.opens_related(one.key)
            short = labelled and len(one.text.split()) < HEADLINE_WORDS and not ends_sentence(one.text)
            if not (known or short or is_signature(one.text) or names_menu_alone(one.look)):
                return False
        return True

    def _is_listed(self, unit: Unit) -> bool:
        """Whether a line may be an entry of the list: a headline, a date, more furniture."""
        if unit.code or (unit.heading and unit.key not in lexicon.HEADS and not unit.linked):
            return False
        if unit.index in self.hints or lexicon.opens_related(unit.key) or date_in(unit.text):
            return True
        bare = not unit.text.startswith(("|", "<")) and unit.text[-1:] not in ",;:"
        return bare and len(unit.text) <= LONGEST_LISTED and not ends_in_stop(unit.text)

    def _box(self, unit: Unit, below: list[Unit]) -> list[Unit]:
        """The entries of a box in the middle of the text: in one paragraph with their heading, or a list under it."""
        same_group = [other for other in below if other.group == unit.group and unit.group not in self.page.stacked]
        box = same_group or [other for other in below if other.bullet]
        if below and (after := self.page.after(below[-1])) and after.code:
            return []  # more of the list, which is code only because the text is taken for Markdown by now
        headlines = all(
            other.linked or len(other.text.split()) >= HEADLINE_WORDS or not other.text.isascii() for other in box
        )
        return box if headlines and box == below[: len(box)] else []

    def _drop(self, units: list[Unit]) -> None:
        for unit in units:
            self.codes.setdefault(unit.index, RELATED)

    def _label(self) -> None:
        """After furniture at the very end, a lone label: a map's place, a tag, a button."""
        last = self.page.units[-1]
        above = last.index - 1
        if above not in self.codes or above < self.tail or last.index in self.codes or not self.page.alone(last):
            return
        text = last.text
        bare = not (last.heading or last.bullet or last.code or ends_sentence(text)) and text[-1:] not in ",;:\"'”’»"
        short = len(text) <= LONGEST_LABEL and len(text.split()) <= LABEL_WORDS
        if bare and short and not is_signature(text):
            self.codes[last.index] = LABEL

    # What rules propose

    @once
    def proposals(self) -> dict[str, list[Proposal]]:
        """For each rule, the edits that take its lines out."""
        proposals: dict[str, list[Proposal]] = {}
        for code, start, end in tiles(self.page, self.codes):
            proposals.setdefault(code, []).append(Proposal(start, end))
        return proposals


def _names_site(title: str, headline: str) -> bool:
    """Whether a page's title is the headline with the site's name behind it."""
    return title.startswith(headline) and _SITE_NAME.fullmatch(title[len(headline) :]) is not None


_SITE_NAME = late(r" (?:[|–—»·-]|::) [^|\n]{2,60}")


def _vouches(other: Hint, hint: Hint) -> bool:
    """Whether a neighbour's hint speaks for a hint."""
    if other.level == STRONG:
        return True
    if other.level == NAME_ONLY == hint.level:
        return False
    return other.code != hint.code or hint.code in FAMILIES


_latest: list[Verdicts] = []


def verdicts_of(body: Body) -> Verdicts:
    """The verdicts on a body. All rules ask for the same, and the last pass over a text sees it as the one before did."""
    if _latest and ((known := _latest[0].page.body) is body or _is_same(known, body)):
        return _latest[0]
    verdicts = Verdicts(Page(body))
    _latest[:] = [verdicts]
    return verdicts


def _is_same(one: Body, two: Body) -> bool:
    """Whether two bodies lead to the same verdicts."""
    if one.format != two.format or one.text != two.text:
        return False
    return all(one.fields.get(key) == two.fields.get(key) for key in ("title", "description"))
