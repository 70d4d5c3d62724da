"""Notes of a wiki's editors to each other: `[citation needed]`, `[edit]`, the links to a box's template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ingest.body import Body
from ingest.late import late
from ingest.model import Proposal
from ingest.rules.headings import headings
from ingest.rules.lines import without_span
from ingest.rules.links import inline_link
from ingest.rules.registry import rule
from ingest.rules.words import CITATION_NOTES, EDIT_LINKS, REFERENCE_HEADINGS


def without_notes(title: str) -> str:
    """A heading's words without the link to edit its section and without tags, which other rules take away."""
    return _TAGS.sub("", title).partition("[")[0].rstrip("\\ ").casefold()


_TAGS = late(r"<[^<>]{1,300}>")

_LONGEST_HEADING = 400
"""Characters of a line that may be a heading."""

# Not the dumps of a list of references, of which a text may have hundreds.
_NOTE = re.compile(r"\[(?!object Object)([^\[\]\n\\]{3,60})\\?\](?![(\[:])")

_EDIT_TARGET = (
    r"\((?=[^\s]{1,600}(?:action=edit|veaction=))[^()\s]{0,300}(?:\([^()\s]{0,200}\)[^()\s]{0,300}){0,3}"
    r"(?: \"[^\"\n]{0,200}\")?\)"
)

_EDIT_LINK = late(
    rf"[ \t]{{0,4}}\\?\[(?:\[[^\[\]\n]{{0,40}}\]{_EDIT_TARGET}(?:[ \t]{{0,3}}\|[ \t]{{0,3}})?){{1,2}}\\?\]"
)

_NOTE_TEMPLATE = late(
    r"(?:(?<=[^\s{}])\{\{(?:citation needed|cn|fact|clarify|when|who|by whom|which|where|dubious|page needed|dead link|"
    r"verify source|better source needed|failed verification|unreliable source\?|full citation needed|according to whom)"
    r"[ ]?\|[ ]?(?:date|reason)[ ]?=[^{}\n]{0,200}\}\}|(?<=[.,;:!?)\"”’])\{\{(?:citation needed|cn|fact|dead link)\}\})",
    re.IGNORECASE,
)
"""The same notes as the templates that a tool left as they were: with a date, or behind a sentence."""


@rule("REF012", "wiki-note", triggers=("]", "}}"))
def wiki_note(body: Body) -> Iterator[Proposal]:
    """Notes of a wiki's editors to each other: `[citation needed]`, and `[edit]` behind headings.

    ```
    ## History[edit | edit source]
    The mill was the largest of its time.[citation needed]
    ```

    becomes

    ```
    ## History
    The mill was the largest of its time.
    ```

    The words are those of the wiki in some thirty languages (`rules/words.py`), alone or as a link to the page that
    explains them. The same notes as templates that a tool left as they were go too, where they are dated or stand behind
    a sentence (`{{citation needed|date=May 2010}}`), and so do the three links to view, discuss and edit the template of
    a box (`[v](…) [t](…) [e](…)`) and the empty brackets of a link that was a picture, where the heading of the
    references has them too (`## References[]`).

    Left alone: brackets with any other words, such as what an editor put into a quotation (`[sic]`, `[who?]`,
    `[the mill]`), `[edit]` within a sentence, and links.
    """
    for found in _NOTE.finditer(body.text):
        words = _normal(found[1]).strip("*_ ")
        if words not in CITATION_NOTES and words not in EDIT_LINKS:
            continue
        start, end = _start_of_note(body.text, found.start()), found.end()
        if words in CITATION_NOTES or _ends_heading(body, start, end):
            yield without_span(body, start, end)
    if "[]" in body.text:
        yield from _emptied_links(body)
    if "{{" in body.text:
        yield from (Proposal(*found.span()) for found in _NOTE_TEMPLATE.finditer(body.text))
    if "](" in body.text:
        yield from (without_span(body, *span) for span in _linked_notes(body.text))
    if "action=edit" in body.text:
        yield from (Proposal(*found.span()) for found in _EDIT_LINK.finditer(body.text))
        yield from (Proposal(*found.span()) for found in _UPDATE_LINK.finditer(body.text))
        yield from (without_span(body, *span) for span in _box_links(body.text))


def _emptied_links(body: Body) -> Iterator[Proposal]:
    """The brackets behind headings whose link to edit was a picture, where those behind the references show it."""
    ended = [heading for heading in headings(body) if heading.title.endswith("[]")]
    if any(without_notes(heading.title) in REFERENCE_HEADINGS for heading in ended):
        for heading in ended:
            start = heading.first.start + heading.first.text.rindex("[]")
            yield Proposal(start, start + 2)


_UPDATE_LINK = late(rf"\[\[[^\[\]\n\\]{{3,20}}\]\]{_EDIT_TARGET}")
"""`2018[[update]](…)`: a page asks its readers to bring a date up to date."""

# It begins with a bracket, by which a search finds it fast; what can stand before that is looked for afterwards.
_OPENS_NOTE = late(r"\[[ ]?[*_]{0,3}(?=\[[^\[\]\n]{3,400}\]\()")

_SUPERSCRIPT = late("<sup[^<>]{0,200}>")

_LONGEST_TAG = 206
"""Characters of `<sup>` with all that `_SUPERSCRIPT` lets stand in it."""

_CLOSES_NOTE = late(r"[*_]{0,3}[ ]?\\?\](?!\()(?:</sup>)?")


def _linked_notes(text: str) -> Iterator[tuple[int, int]]:
    """Notes in brackets whose words are a link to the page that explains them: `[*[citation needed](…)*]`."""
    for found in _OPENS_NOTE.finditer(text):
        link = inline_link(text, found.end())
        if link and (
            _normal(_TAGS.sub("", text[link.label_start : link.label_end])) in CITATION_NOTES
            or (found[0].endswith(("*", "_")) and "/Wikipedia:" in link.target)
        ):
            closed = _CLOSES_NOTE.match(text, link.end)
            if closed:
                yield _raised(text, found.start()), closed.end()


def _raised(text: str, bracket: int) -> int:
    """Where a note with this bracket starts: with its escape, and with the tag before that."""
    start = bracket - 1 if text[bracket - 1 : bracket] == "\\" else bracket
    if text[start - 1 : start] == ">":
        tag = text.rfind("<", max(0, start - _LONGEST_TAG), start)
        if tag >= 0 and _SUPERSCRIPT.fullmatch(text, tag, start):
            return tag
    return start


_OPENS_BOX = late(r"(?:[-*•][ \t]{1,3})?(?=\[(?:v|view|\*\*v\*\*)\]\([^()\s]{0,200}Template:)", re.IGNORECASE)

_BETWEEN = late(r"[\s*•·|+-]{0,12}(?=\[)")

_LINKS_OF_BOX = 3
"""To view, to discuss and to edit a template."""


def _box_links(text: str) -> Iterator[tuple[int, int]]:
    """The links to view, discuss and edit the template of a box: `* [v](…) * [t](…) * [e](…action=edit)`."""
    for found in _OPENS_BOX.finditer(text):
        targets: list[str] = []
        end = at = found.end()
        while len(targets) < _LINKS_OF_BOX and (link := inline_link(text, at)) and "Template" in link.target:
            targets.append(link.target)
            end = link.end
            between = _BETWEEN.match(text, end)
            at = between.end() if between else len(text)
        if len(targets) == _LINKS_OF_BOX and "action=edit" in targets[-1]:
            yield found.start(), end


@lru_cache(maxsize=256)
def _normal(words: str) -> str:
    """Words as they are looked up; brackets often hold the same again and again."""
    return " ".join(words.split()).casefold()


def _start_of_note(text: str, start: int) -> int:
    """Where the note begins with its escape and the blank before it."""
    start -= text[start - 1 : start] == "\\"
    return start - (text[start - 1 : start] in (" ", "\t"))


def _ends_heading(body: Body, start: int, end: int) -> bool:
    line = body.line_at(max(start, end - 1))
    if line.end - line.start > _LONGEST_HEADING or body.text[end : line.end].strip(" \t#="):
        return False
    return line.text.startswith(("#", "=")) or not body.text[line.start : start].strip()
