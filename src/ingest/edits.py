"""Applying and undoing edits: the only code that changes text.

Rules propose, `accept` settles overlaps, `apply_pass` and `undo_pass` are exact inverses, and `Mapper` finds the place
in the raw text that a later position came from. All are linear in the length of the text plus the number of edits (the
sorting and look-ups add a logarithm of the number of edits, never of the text).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from ingest.model import Edit, Pass, Proposal


class LedgerError(ValueError):
    """A recorded edit does not fit the text that it is applied to or undone from."""


def accept(text: str, proposals: Iterable[tuple[str, Proposal]]) -> tuple[Edit, ...]:
    """Turn proposals, each with its rule's code, into edits that do not overlap.

    Of two proposals that overlap, the one that starts first wins, then the longer, then the first proposed; the loser
    may be proposed again in the next pass. Proposals that change nothing are left out.

    Raises LedgerError for a proposal that lies outside the text: a bug in the rule.
    """
    # No two have the same index, so that what comes after it is never compared.
    ordered = sorted(
        [(proposal.start, -proposal.end, index, code, proposal) for index, (code, proposal) in enumerate(proposals)]
    )
    edits: list[Edit] = []
    free = 0
    insertion = -1
    for start, minus_end, _, code, proposal in ordered:
        end = -minus_end
        if not 0 <= start <= end <= len(text):
            msg = f"{code} proposed an edit at {start}:{end} of a text of {len(text)} characters"
            raise LedgerError(msg)
        if start < free or (start == end == insertion):
            continue
        before = text[start:end]
        if before == proposal.after:
            continue
        edits.append(Edit(code, start, before, proposal.after, proposal.note))
        free = end
        insertion = end
    return tuple(edits)


def apply_pass(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits applied. Raises LedgerError where `before` does not stand at its place."""
    parts: list[str] = []
    position = 0
    for rule, start, before, after, _ in edits:
        if start < position or not text.startswith(before, start):
            msg = f"edit {rule} at {start} does not fit the text"
            raise LedgerError(msg)
        parts.append(text[position:start])
        parts.append(after)
        position = start + len(before)
    parts.append(text[position:])
    return "".join(parts)


def undo_pass(text: str, edits: Sequence[Edit]) -> str:
    """The text from before the edits. Raises LedgerError where `after` does not stand at its place."""
    parts: list[str] = []
    position = 0
    shift = 0
    for rule, place, before, after, _ in edits:
        start = place + shift
        if start < position or not text.startswith(after, start):
            msg = f"edit {rule} at {place} cannot be undone: the text was changed since"
            raise LedgerError(msg)
        parts.append(text[position:start])
        parts.append(before)
        position = start + len(after)
        shift += len(after) - len(before)
    parts.append(text[position:])
    return "".join(parts)


def apply(text: str, passes: Iterable[Pass]) -> str:
    """The raw text with all passes applied in order."""
    for one in passes:
        text = apply_pass(text, one.edits)
    return text


def undo(text: str, passes: Sequence[Pass]) -> str:
    """The raw text, from the clean text and the passes that led to it."""
    return undone(text, passes)[0]


def undone(text: str, passes: Sequence[Pass]) -> list[str]:
    """The text from before each pass, and at the end the clean text, from that and the passes that led to it."""
    texts = [text]
    for one in reversed(passes):
        text = undo_pass(text, one.edits)
        texts.append(text)
    texts.reverse()
    return texts


class Mapper:
    """Finds, for a span in the output of a list of passes, the span of the raw text that it came from."""

    def __init__(self, passes: Iterable[Pass] = ()) -> None:
        """Start with the passes that led from the raw text to the text whose positions will be asked for."""
        self._levels: list[tuple[list[int], list[int], Sequence[Edit]]] = []
        for one in passes:
            self.add(one)

    def add(self, one: Pass) -> None:
        """Go one pass further: positions asked for are now in this pass's output."""
        if not one.edits:
            return
        starts: list[int] = []
        ends: list[int] = []
        shift = 0
        for _, start, before, after, _ in one.edits:
            start += shift  # noqa: PLW2901 - where it stands in the output
            end = start + len(after)
            starts.append(start)
            ends.append(end)
            shift += len(after) - len(before)
        self._levels.append((starts, ends, one.edits))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of `start:end`. What an edit put in counts as the whole span that the edit took out."""
        for level in reversed(self._levels):
            raw_start = _first(start, *level)
            raw_end = raw_start if start == end else _last(end, *level)
            start, end = raw_start, max(raw_start, raw_end)
        return start, end


def _first(position: int, starts: list[int], ends: list[int], edits: Sequence[Edit]) -> int:
    """Where the character at `position` stood before the edits; inside an insertion, where its edit began."""
    index = bisect_right(starts, position) - 1
    if index < 0:
        return position
    _, start, before, _, _ = edits[index]
    behind = position - ends[index]
    return start if behind < 0 else start + len(before) + behind


def _last(position: int, starts: list[int], ends: list[int], edits: Sequence[Edit]) -> int:
    """Where the character before `position` ended before the edits; inside an insertion, where its edit ended."""
    index = bisect_left(starts, position) - 1
    if index < 0:
        return position
    _, start, before, _, _ = edits[index]
    return start + len(before) + max(0, position - ends[index])
