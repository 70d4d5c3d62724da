"""Images and what is left of them: Markdown, HTML and wiki images, galleries, data URIs, size words.

Where the line is drawn: pictures are no text, so they leave the body, and what they said (the alternative text, the
file name) stays in the ledger. A caption is kept where it is a sentence of its own: it ends with a full stop and has at
least `SENTENCE_WORDS` words; a caption that only names what is seen goes with its picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.body import Body
from ingest.model import Proposal
from ingest.rules.links import inline_link, wiki_link_end, wiki_parts, with_attributes
from ingest.rules.registry import Rule, rule
from ingest.rules.words import IMAGE_NAMESPACES, IMAGE_OPTIONS

SENTENCE_WORDS = 6
"""Words that a caption needs to pass for a sentence; shorter ones ("The bridge today.") only name the picture."""

_MATH = re.compile(r"/math/render/|latex\.codecogs\.com|\.latex\?|[?&]latex=", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?。！？…][\"'”’»)]*$")
_MARKUP = re.compile(r"'{2,5}|</?[A-Za-z][^<>]{0,200}>")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,300}\|)?([^\[\]|]{0,300})\]\]")


class _Found(NamedTuple):
    """A picture at `start:end`, and what takes its place."""

    start: int
    end: int
    after: str = ""


def is_sentence(caption: str) -> bool:
    """Whether a caption is a sentence of its own."""
    return len(caption.split()) >= SENTENCE_WORDS and bool(_SENTENCE_END.search(caption))


def strip_wiki_images(value: str) -> str:
    """The value without wiki images such as `[[Image:Flag.svg|15px]]`, for metadata; captions go too."""
    parts: list[str] = []
    position = 0
    for found in _wiki_images(value):
        parts.append(value[position : found.start])
        position = found.end
    if not parts:
        return value
    parts.append(value[position:])
    return re.sub(r"(?<=\S)[ \t]{2,}", " ", "".join(parts)).strip(" \t")


def _removals(body: Body, pictures: Iterator[_Found]) -> Iterator[Proposal]:
    """Edits that take pictures out and leave lines and blanks tidy: whole lines go where nothing else is on them."""
    by_lines: dict[tuple[int, int], list[_Found]] = {}
    for found in pictures:
        first, last = body.line_at(found.start), body.line_at(max(found.start, found.end - 1))
        by_lines.setdefault((first.number, last.number), []).append(found)
    for (first_number, last_number), group in by_lines.items():
        first, last = body.lines[first_number], body.lines[last_number]
        rest = _without(body.text, first.start, last.end, group)
        if not rest.strip(" \t>*+-") and not any(found.after for found in group) and not body.in_code(first.start):
            yield Proposal(*body.removal(first, last))
        else:
            yield from (_tidy(body.text, first.start, found) for found in group)


def _without(text: str, start: int, end: int, group: list[_Found]) -> str:
    parts = []
    for found in group:
        parts.append(text[start : found.start])
        start = max(start, found.end)
    parts.append(text[start:end])
    return "".join(parts)


def _tidy(text: str, line_start: int, found: _Found) -> Proposal:
    """Take one of the blanks around the picture with it."""
    start, end, after = found
    if after:
        return Proposal(start, end, after)
    if start == line_start or text[line_start:start].isspace() or text[start - 1 : start] in "([|":
        while end < len(text) and text[end] in " \t" and text[start - 1 : start] != "|":
            end += 1
    elif text[end : end + 1] in ("", "\n", " ", "\t", ".", ",", ";", ":", "!", "?", ")"):
        while start > line_start and text[start - 1] in " \t":
            start -= 1
    return Proposal(start, end)


def _markdown_images(body: Body) -> Iterator[_Found]:
    text = body.text
    position = 0
    while (start := text.find("![", position)) >= 0:
        position = start + 2
        if start and text[start - 1] == "\\":
            continue
        link = inline_link(text, start + 1)
        if not link:
            continue
        position = end = with_attributes(text, link.end)
        alt = text[link.label_start : link.label_end].strip()
        if _MATH.search(link.target) and alt:
            yield _Found(start, end, f"${alt.strip('$')}$")
            continue
        yield _widened(text, start, end)


def _widened(text: str, start: int, end: int) -> _Found:
    """The picture, or the whole link around it where the link holds nothing else."""
    before = start
    while before and text[before - 1] in " \t":
        before -= 1
    after = end
    while after < len(text) and text[after] in " \t":
        after += 1
    if before and text[before - 1] == "[" and text.startswith("](", after):
        link = inline_link(text, before - 1)
        if link and text[before - 2 : before - 1] not in ("!", "\\"):
            return _Found(link.start, with_attributes(text, link.end))
    return _Found(start, end)


@rule("IMG001", "markdown-image", triggers=("![",))
def markdown_image(body: Body) -> Iterator[Proposal]:
    r"""Markdown images.

    A canonical document is text: an image's target is elsewhere, often no longer there. The image goes, its alternative
    text and target stay in the ledger. Parentheses in the target are counted, since half of the real ones have some.

    ```
    The old bridge ![](dot.png) stands.
    ![The bridge (2019)](https://example.org/bridge_(2019).jpg)

    [![Badge](badge.svg)](https://example.org) [![Logo](logo.png) Home](/)
    ```

    becomes

    ```
    The old bridge stands.

    [Home](/)
    ```

    A link that holds only an image goes with it; one with words keeps them. The picture of a formula, known by its
    target, becomes its source between dollar signs.

    Left alone: images in code, `\![`, brackets that are not followed by a target, captions on a line of their own.
    """
    yield from _removals(body, _markdown_images(body))


def _wiki_images(text: str) -> Iterator[_Found]:
    position = 0
    while (start := text.find("[[", position)) >= 0:
        position = start + 2
        if not _names_image(text, position):
            continue
        end = wiki_link_end(text, start)
        if end < 0:
            continue
        position = end
        embed = start > 0 and text[start - 1] == "!"
        yield _Found(start - embed, end, _caption(text[start + 2 : end - 2]))


def _names_image(text: str, position: int) -> bool:
    colon = text.find(":", position, position + 20)
    return colon > 0 and text[position:colon].strip().casefold() in _NAMESPACES


_NAMESPACES = frozenset(IMAGE_NAMESPACES)
_OPTION = re.compile(
    r"(?:x?\d{1,5}(?:x\d{1,5})?[ \t]?px|(?:upright|hochkant|redresse)[ \t]?[\d.]{0,6}|.{1,30}=.*)", re.DOTALL
)


def is_option(part: str) -> bool:
    """Whether a part of a wiki image says how it is shown: `thumb`, `200px`, `alt=…`."""
    part = part.strip().casefold()
    return not part or part in IMAGE_OPTIONS or _OPTION.fullmatch(part) is not None


def _caption(inner: str) -> str:
    """The caption of a wiki image if it is a sentence, as plain text; else an empty string."""
    captions = [part for part in wiki_parts(inner)[1:] if not is_option(part)]
    if not captions:
        return ""
    caption = " ".join(_MARKUP.sub("", _WIKI_LINK.sub(r"\1", captions[-1])).split())
    return caption if is_sentence(caption) else ""


@rule("IMG002", "wiki-image", triggers=("[[",))
def wiki_image(body: Body) -> Iterator[Proposal]:
    """Images in wiki markup.

    Scrapers that do not know the namespace in the wiki's language leave the whole link. Names of the namespace in some
    forty languages are known; links in the caption may nest.

    ```
    [[Datei:Bridge.jpg|mini|hochkant|The [[bridge]] today]]
    Crews wore [[File:Flag.svg|15px]] badges.
    ```

    becomes

    ```
    Crews wore badges.
    ```

    A caption that is a sentence of its own (six words or more, with a full stop) takes the image's place.

    Left alone: links to a file's page (`[[:File:Bridge.jpg]]`), other wiki links, an image that never ends.
    """
    yield from _removals(body, _wiki_images(body.text))


RULES: tuple[Rule, ...] = (markdown_image, wiki_image)
"""The family's rules, in the order in which they run."""
