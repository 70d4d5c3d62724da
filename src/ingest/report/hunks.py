"""Edits of many passes, folded into one list of differences between the first text and the last.

No comparing is done: the ledger says exactly what changed, so the differences are right also where a comparison would have
to guess, and cost no more than applying the edits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ingest.edits import Mapper, apply, apply_pass
from ingest.model import Edit, Pass

HEADER_STAGE = "front matter"
"""The stage of the last pass, which puts the front matter in the place of the header."""

CONVERT_STAGE = "convert"
"""The stage of the pass that turns a whole page into Markdown."""


class Hunk(NamedTuple):
    """In the first text `before` stood at `start`; in the last one `after` stands there. `why` names rules and notes.

    `label` is shown in front of whole lines that no edit took out: blocks of a page that were never in its Markdown.
    """

    start: int
    before: str
    after: str
    why: tuple[tuple[str, str], ...]
    label: str = ""

    @property
    def end(self) -> int:
        """Where `before` ended."""
        return self.start + len(self.before)


def compose(text: str, passes: Iterable[Pass], texts: Sequence[str] = ()) -> list[Hunk]:
    """The differences between `text` and what the passes make of it, in order and apart from each other.

    `texts` are what there is before each pass, where that is known.

    Edits of later passes that touch what an earlier one put in become one hunk with all their rules; edits that undo each
    other vanish. Raises edits.LedgerError where the passes do not fit.
    """
    raw = text
    hunks: list[Hunk] = []
    for number, one in enumerate(passes):
        if texts:
            text = texts[number]
        hunks = list(_merged(raw, text, hunks, one.edits)) if hunks else _of(one.edits)
        if not texts:
            text = apply_pass(text, one.edits)
    return hunks


def _of(edits: Sequence[Edit]) -> list[Hunk]:
    """The edits of the first pass, which are differences of the first text as they stand."""
    return [
        Hunk(edit.start, edit.before, edit.after, ((edit.rule, edit.note),))
        for edit in edits
        if edit.before != edit.after
    ]


_Span = tuple[int, int, bool, int, Hunk | Edit]
"""Start and end, whether it is an edit, its number among its kind (so that members are never compared), the member."""


def _merged(raw: str, text: str, hunks: Sequence[Hunk], edits: Sequence[Edit]) -> Iterator[Hunk]:
    """One pass further: `text` is what `hunks` make of `raw`, and the edits have positions in it."""
    spans = _in_order(hunks, edits)
    shift = 0  # how much further a place in `text` lies than the same place in `raw`
    number = 0
    while number < len(spans):
        first = number
        start, end, _, _, member = spans[number]
        number += 1
        while number < len(spans) and spans[number][0] < end:
            end = max(end, spans[number][1])
            number += 1
        if number > first + 1:
            hunk, shift = _joined(raw, text, spans[first:number], end, shift)
        elif isinstance(member, Hunk):  # this and the next touch no other, as nearly all do
            hunk = member
            shift += len(hunk.after) - len(hunk.before)
        else:
            hunk = Hunk(start - shift, member.before, member.after, ((member.rule, member.note),))
        if hunk.before != hunk.after:
            yield hunk


def _in_order(hunks: Sequence[Hunk], edits: Sequence[Edit]) -> list[_Span]:
    """Hunks and edits by their place in the text between them; at one place what takes up none comes first."""
    spans: list[_Span] = []
    shift = 0
    for number, hunk in enumerate(hunks):
        start = hunk.start + shift
        spans.append((start, start + len(hunk.after), False, number, hunk))
        shift += len(hunk.after) - len(hunk.before)
    spans += [(edit.start, edit.start + len(edit.before), True, number, edit) for number, edit in enumerate(edits)]
    spans.sort()
    return spans


def _joined(raw: str, text: str, group: list[_Span], end: int, shift: int) -> tuple[Hunk, int]:
    """One hunk for spans that overlap, and the shift behind it."""
    start = group[0][0]
    raw_start = start - shift
    for _, _, _, _, member in group:
        if isinstance(member, Hunk):
            shift += len(member.after) - len(member.before)
    raw_end = end - shift
    parts = []
    position = start
    why: dict[tuple[str, str], None] = {}
    for begin, stop, _, _, member in group:
        if isinstance(member, Edit):
            parts += [text[position:begin], member.after]
            position = stop
            why[member.rule, member.note] = None
        else:
            why.update(dict.fromkeys(member.why))
    parts.append(text[position:end])
    return Hunk(raw_start, raw[raw_start:raw_end], "".join(parts), tuple(why)), shift


class Story(NamedTuple):
    """A document's way in the parts that a person looks at one by one.

    `raw` is the raw text. `header` is the end of its header there. `base` is the text that `hunks` are differences of: the
    raw text, or what a page was `converted` to. `repairs` are the passes over a page's raw text before it was
    converted, and `page` is that text with them. The front matter, which replaces the
    header at the end, is in `front` alone.
    """

    raw: str
    header: int
    base: str
    hunks: list[Hunk]
    converted: bool = False
    repairs: tuple[Pass, ...] = ()
    page: str = ""
    front: str = ""


def story(raw: str, passes: Sequence[Pass], texts: Sequence[str] = ()) -> Story:
    """Tell the parts of a document's passes apart; `texts` are what there is before each pass, where that is known."""
    ahead = [one for one in passes if one.stage != HEADER_STAGE]
    head = next((one.edits[0] for one in passes[-1:] if one.stage == HEADER_STAGE and one.edits), None)
    front = head.after if head is not None else ""
    at = next((index for index, one in enumerate(ahead) if one.stage == CONVERT_STAGE), -1)
    if at >= 0:
        page = texts[at] if texts else apply(raw, ahead[:at])
        base = texts[at + 1] if texts else apply_pass(page, ahead[at].edits)
        hunks = compose(base, ahead[at + 1 :], texts[at + 1 :])
        return Story(raw, 0, base, hunks, True, tuple(ahead[:at]), page, front)
    header = Mapper(ahead).span(0, len(head.before))[1] if head is not None and head.before else 0
    return Story(raw, header, raw, compose(raw, ahead, texts), front=front)
