"""What Pandoc leaves as it stood when it reads a wiki's source: templates, as raw text of `mediawiki`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.body import Body, Line
from ingest.late import late
from ingest.model import Proposal, Source
from ingest.rules.registry import rule

_MARK = "{=mediawiki}"
_IN_LINE = late(r"(?<![`\\])(?P<ticks>`{1,3})(?P<raw>[^`]{1,4000})(?P=ticks)\{=mediawiki\}")
_OPENS = late(
    r"(?P<indent>[ \t>]{0,20})(?P<item>(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})?"
    r"(?P<fence>`{3,20}|~{3,20})[ \t]{0,3}\{=mediawiki\}[ \t]*"
)
_LONGEST = 60_000
"""Characters of a block; one that is longer, or has no end, is left alone."""


@rule("TXT032", "raw-wikitext", triggers=(_MARK,), in_code=True)
def raw_wikitext(body: Body) -> Iterator[Proposal]:
    """Templates that Pandoc could not read in a wiki's source, and wrote as raw text.

    ```
    The mill in Opole (`{{lang-de|Oppeln}}`{=mediawiki}) burnt in 1904.`{{citation needed}}`{=mediawiki}
    ```

    becomes

    ```
    The mill in Opole (Oppeln) burnt in 1904.
    ```

    What the template shows takes its place, as where a page's source itself is read; one that shows nothing, or whose text
    is not known, goes.

    Left alone: raw text of any other format.
    """
    from ingest.formats.wikitext import convert

    source = Source("page.wiki", b"")
    for first, last, opens, raw in _blocks(body):
        shown = convert(raw, source).body.rstrip("\n")
        if not shown:
            yield Proposal(*body.removal(first, last))
            continue
        item = opens["item"] or ""
        indent = opens["indent"] + " " * len(item)
        lines = "\n".join(f"{indent}{line}".rstrip() for line in shown.split("\n"))
        before, after = body.lines[max(0, first.number - 1)], body.lines[min(len(body.lines) - 1, last.number + 1)]
        start = f"{opens['indent']}{item}{lines[len(indent) :]}"
        apart = ("" if item or not before.bare else "\n", "" if item or not after.bare else "\n")
        yield Proposal(first.start, last.end, start.join(apart))
    for found in _IN_LINE.finditer(body.text):
        if body.in_code_block(found.start()):
            continue
        shown = convert(f"{_BEFORE}{found['raw']}", source).body.strip()
        if "\n" not in shown:
            yield Proposal(*found.span(), shown.removeprefix(_BEFORE.strip()).strip())
        elif body.line_at(found.start()).bare == found[0]:
            yield Proposal(*found.span(), convert(found["raw"], source).body.strip())


def _blocks(body: Body) -> Iterator[tuple[Line, Line, re.Match[str], str]]:
    """The fenced blocks of raw wikitext: first and last line, how the first one opens, and what they hold."""
    lines = iter(body.lines)
    for line in lines:
        opens = _OPENS.fullmatch(line.text) if _MARK in line.text else None
        if opens is None:
            continue
        held: list[str] = []
        size = 0
        for one in lines:
            if one.bare == opens["fence"]:
                yield line, one, opens, "\n".join(held)
                break
            size += len(one.text) + 1
            if size > _LONGEST:
                break
            held.append(one.text.lstrip() if opens["item"] else one.text.removeprefix(opens["indent"]))


_BEFORE = "x "
"""A word in front of a template, so that it stands in a line of text."""
