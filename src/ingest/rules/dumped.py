"""Links that a text browser numbered, and the list of their addresses at the end of its dump."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.body import Body, Line
from ingest.late import late
from ingest.model import Proposal
from ingest.rules.registry import rule
from ingest.rules.words import REFERENCE_HEADINGS

_ENTRY = late(
    r"[ \t]{0,8}(?:(\d{1,5})\.|\[(\d{1,5})\]) (?:https?|ftp|gopher|file|mailto|javascript|tel|about|data|news)s?:\S*[ \t]*"
)
_LABEL = late(r"(?:Visible|Hidden) links:?")
_NUMBER = late(
    r"\[(\d{1,5})\](?:\[(?:[\w.%-]{1,100}\.(?:jpe?g|png|gif|svg|webp|ico)|INLINE|IMAGE|LINK|EMBED)\]"
    r"|(?=([\[\w\"'“”‘’«„(¿¡#@$€£+&*/-])|([ \t]?\n)))"
)
_HEAD = late(r"[ \t]*#\[1\]")
_FEWEST = 2
"""Entries, and numbers glued to words: fewer are a list of the author's own."""


@rule("REF019", "numbered-link", triggers=("1. http", "1. file:", "1. mailto:", "1. ftp:", "[1] http", "[1] file:"))
def numbered_link(body: Body) -> Iterator[Proposal]:
    """Numbers before the words of links, and the list of addresses that they stand for.

    Text browsers (lynx, w3m, links) print a page so: each link has its number before its first word, and the addresses
    stand under "References" at the end of the dump. A line of the page's own feeds (`#[1]…`) stands at the top.

        The [1]harbour board met the [2]crews.   →   The harbour board met the crews.
        (blank)
        References
        (blank)
        1. https://example.org/board
        2. https://example.org/crews

    Taken only where the list ends the text, has rising numbers from 1 on, most of them, and nothing but addresses, and at
    least two numbers, in their order, are glued to the words behind them. A number with a blank behind it stays, but for
    the end of a line, and so do notes with titles.
    """
    found = _listed(body)
    if found is None:
        return
    first, last, count = found
    marks = list(_marks(body.text, body.lines[first].start, count))
    if sum(body.text[end].isalnum() for _, end in marks) < _FEWEST:
        return
    top = next((line for line in body.lines[:first] if line.bare), None)
    start = 0
    if top is not None and _HEAD.match(top.text):
        begin, start = body.removal(top, top)
        yield Proposal(begin, start)
    yield from (Proposal(*mark) for mark in marks if mark[0] >= start)
    # Line by line, so that no other rule's edit of blanks between keeps the list when its numbers are gone.
    while first and not body.lines[first - 1].bare:
        first -= 1
    for line in body.lines[first : last + 1]:
        bare = line.start + len(line.text.rstrip())
        if bare < line.end:
            yield Proposal(line.start, bare)
        yield Proposal(line.start if bare == line.end else line.end, min(line.end + 1, len(body.text)))


def _listed(body: Body) -> tuple[int, int, int] | None:
    """The numbers of the first and the last line of the list of addresses, heading included, and its highest number."""
    lines = body.lines
    number = last = len(lines) - 1
    below = highest = entries = 0
    while number >= 0:
        line = lines[number]
        if match := _ENTRY.fullmatch(line.text):
            here = int(match[1] or match[2])
            if below and here >= below:
                return None
            below = here
            highest = max(highest, here)
            entries += 1
        elif line.bare and not (entries and _LABEL.fullmatch(line.bare)):
            break
        number -= 1
    if below != 1 or entries < _FEWEST or 2 * entries < highest or number < 0 or not _is_title(lines[number]):
        return None
    return number, last, highest


def _is_title(line: Line) -> bool:
    return line.bare.strip("#:*_ ").casefold() in REFERENCE_HEADINGS


def _marks(text: str, end: int, highest: int) -> Iterator[tuple[int, int]]:
    """The spans of the numbers that are glued to words, as far as they rise, and of the next one at the end of a line."""
    known = 0
    for match in _NUMBER.finditer(text, 0, end):
        number = int(match[1])
        if not known < number <= highest:
            continue
        follows = number == known + 1
        known = number
        if not match[3]:
            if match[2] or match.end() > match.start() + len(match[1]) + len("[]"):
                yield match.span()
        elif follows and text[match.start() - 1 : match.start()] in ("", " ", "\n", "["):
            yield match.span()
