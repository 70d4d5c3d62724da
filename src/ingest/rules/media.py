"""Images and what is left of them: Markdown, HTML and wiki images, galleries, data URIs, size words.

Where the line is drawn: pictures are no text, so they leave the body, and what they said (the alternative text, the
file name) stays in the ledger. A caption is kept where it is a sentence of its own: it ends with a full stop and has at
least `SENTENCE_WORDS` words; a caption that only names what is seen goes with its picture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from ingest.body import Body
from ingest.late import late
from ingest.model import Proposal
from ingest.rules.lines import without_lines
from ingest.rules.links import (
    Link,
    after_run,
    inline_link,
    label_end,
    target_end,
    wiki_link_end,
    wiki_parts,
    with_attributes,
)
from ingest.rules.registry import Rule, rule
from ingest.rules.words import IMAGE_NAMESPACES, IMAGE_OPTIONS

SENTENCE_WORDS = 6
"""Words that a caption needs to pass for a sentence; shorter ones ("The bridge today.") only name the picture."""

TELLING_WORDS = 8
"""Words from which a figure's caption is kept though it ends without a full stop."""

_NUMBERED = late(r"\(?[^\W\d_]{2,12}\.? \d{1,3}[.:)–—-]? ")
_MATH = re.compile(r"/math/render/|latex\.codecogs\.com|\.latex\?|[?&]latex=", re.IGNORECASE)
_INDENT = 80
"""Blanks around a picture that are looked at."""
_SENTENCE_END = late(r"[.!?。！？…][\"'”’»)]*$")
_MARKUP = re.compile(r"'{2,5}|</?[A-Za-z][^<>]{0,200}>")
_WIKI_LINK = late(r"\[\[(?:[^\[\]|]{0,300}\|)?([^\[\]|]{0,300})\]\]")


class _Found(NamedTuple):
    """A picture at `start:end`, and what takes its place."""

    start: int
    end: int
    after: str = ""


def is_sentence(caption: str) -> bool:
    """Whether a caption is a sentence of its own."""
    return len(caption.split()) >= SENTENCE_WORDS and bool(_SENTENCE_END.search(caption))


def _tells(caption: str) -> bool:
    """Whether a caption of a figure says more than what is seen: a sentence, many words, or a number to refer to."""
    words = len(caption.split())
    return is_sentence(caption) or words >= TELLING_WORDS or (words > 1 and _NUMBERED.match(caption) is not None)


def _removals(body: Body, pictures: Iterator[_Found]) -> Iterator[Proposal]:
    """Edits that take pictures out and leave lines and blanks tidy: whole lines go where nothing else is on them."""
    by_lines: dict[tuple[int, int], list[_Found]] = {}
    for found in pictures:
        first, last = body.line_at(found.start), body.line_at(max(found.start, found.end - 1))
        by_lines.setdefault((first.number, last.number), []).append(found)
    for (first_number, last_number), group in by_lines.items():
        first, last = body.lines[first_number], body.lines[last_number]
        rest = _without(body.text, first.start, last.end, group)
        if _is_frame(rest) and not any(found.after for found in group) and not body.in_code(first.start):
            yield Proposal(*body.removal(first, last))
        else:
            yield from (_tidy(body.text, first.start, found) for found in group)


_FRAME = re.compile(
    r"[ \t\n>*+_#-]{0,60}(?:\d{1,4}[.)])?\s{0,20}((?:</?(?:p|div|center|span|figure)\b[^<>]{0,200}>\s{0,20}){0,8})"
)


def _is_frame(rest: str) -> bool:
    """Whether all that is left of the lines is marks of a list, quotation or heading, and tags around nothing."""
    found = _FRAME.fullmatch(rest)
    return found is not None and found[1].count("<") == 2 * found[1].count("</")


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
    if not text[max(line_start, start - _INDENT) : start].strip() or text[start - 1 : start] in "([|":
        while end < len(text) and text[end] in " \t" and text[start - 1 : start] != "|":
            end += 1
    elif text[end : end + 1] in ("", "\n", " ", "\t", ".", ",", ";", ":", "!", "?", ")"):
        while start > line_start and text[start - 1] in " \t":
            start -= 1
    return Proposal(start, end)


def _markdown_images(body: Body) -> Iterator[_Found]:
    text = body.text
    position = end = 0
    while (start := text.find("![", position)) >= 0:
        position = max(start + 2, after_run(text, start))
        if (start and text[start - 1] == "\\") or position > start + 2:
            continue
        link = inline_link(text, start + 1, torn=True) or _drawn(text, start)
        if not link:
            continue
        past = end
        position = end = with_attributes(text, link.end)
        alt = text[link.label_start : link.label_end].strip()
        if _MATH.search(link.target) and alt:
            yield _Found(_told_before(text, past, start, alt), end, f"${alt.strip('$')}$")
            continue
        yield _widened(text, start, end, alt)


_ESCAPED = late(r"\\([!-/:-@\[-`{-~])")
_FEW = 4
"""Places before the picture of a formula where its source is looked for."""
_TOLD = late(r"\{\\{1,2}displaystyle\b")


def _told_before(text: str, past: int, start: int, formula: str) -> int:
    """Where the picture of a formula begins with its source right before it, which pages hold for readers aloud."""
    first = max(past, start - 2 * len(formula) - _INDENT)
    for found in islice(_TOLD.finditer(text, first, start), _FEW):
        told = "".join(_ESCAPED.sub(r"\1", text[found.start() : start]).split())
        if told in ("".join(formula.split()), "".join(_ESCAPED.sub(r"\1", formula).split())):
            return found.start()
    return start


_DRAWN = late(r"!\[([^\[\]]{0,600})\]\((?=data:image/)")


def _drawn(text: str, start: int) -> Link | None:
    """The image at `start` whose picture is in its address, and whose alternative text may hold blank lines."""
    opening = _DRAWN.match(text, start)
    closed = target_end(text, opening.end()) if opening else None
    return Link(start + 1, closed[0], opening.start(1), opening.end(1), closed[1]) if opening and closed else None


_FILE = late(r"\S{1,200}\.(?:jpe?g|png|gif|svg|webp|avif|bmp|tiff?)", re.IGNORECASE)
"""The name of a picture's file, with or without the way to it."""


def _says(alt: str) -> bool:
    """Whether an alternative text can stand for the picture: words, and not the name of a file."""
    return any(map(str.isalpha, alt)) and not _FILE.fullmatch(alt) and not set(alt) & set("[]\n")


def _widened(text: str, start: int, end: int, alt: str) -> _Found:
    """The picture, or the whole link around it where the link holds nothing else, be it over several lines.

    Where the picture has words and the link leads to a page, the words take the picture's place in the link.
    """
    before, after = start, end
    while start - before < _INDENT and text[before - 1 : before] in _BLANKS and before:
        before -= 1
    while after - end < _INDENT and text[after : after + 1] in _BLANKS and after < len(text):
        after += 1
    if before and text[before - 1] == "[" and text.startswith("](", after):
        closed = target_end(text, after + 2, torn=True)
        if closed and text[before - 2 : before - 1] not in ("!", "\\"):
            if _says(alt) and not _FILE.search(closed[1].partition("?")[0]) and not closed[1].startswith("data:"):
                return _Found(before, after, alt)
            return _Found(before - 1, with_attributes(text, closed[0]))
    return _Found(start, end)


_BLANKS = frozenset(" \t\n")


@rule("IMG001", "markdown-image", triggers=("![",))
def markdown_image(body: Body) -> Iterator[Proposal]:
    r"""Markdown images.

    A canonical document is text: an image's target is elsewhere, often no longer there. The image goes, its alternative
    text and target stay in the ledger. Parentheses in the target are counted, since half of the real ones have some.

    ```
    The old bridge ![](dot.png) stands.
    ![The bridge (2019)](https://example.org/bridge_(2019).jpg)

    [![Bridge trust](badge.svg)](https://example.org) [![Logo](logo.png) Home](/)
    ```

    becomes

    ```
    The old bridge stands.

    [Bridge trust](https://example.org) [Home](/)
    ```

    A link that holds only an image keeps the image's alternative text as its words; it goes with the image where there
    is no such text, or only a file's name, or where it leads to a larger picture. A link with words keeps them. The
    picture of a formula, known by its target, becomes its source between dollar signs; the same source in front of it
    goes.

    A target that was torn at a hyphen, as tools that wrap lines do (`https://example.org/the-` and `bridge.jpg` on the
    next line), is read as one.

    Left alone: images in code, `\![`, brackets that are not followed by a target, captions on a line of their own.
    """
    yield from _removals(body, _markdown_images(body))


def _wiki_images(text: str) -> Iterator[_Found]:
    position = 0
    while (start := text.find("[[", position)) >= 0:
        position = start + 2
        embed = start > 0 and text[start - 1] == "!"
        if not (_names_image(text, position) or (embed and _EMBED.match(text, position))):
            continue
        end = wiki_link_end(text, start)
        if end < 0:
            continue
        position = end
        if _ORG_LINK.match(text, start):
            continue
        yield _Found(start - embed, end, _caption(text[start + 2 : end - 2]))


def _names_image(text: str, position: int) -> bool:
    colon = text.find(":", position, position + 20)
    return colon > 0 and text[position:colon].strip().casefold() in _NAMESPACES


_NAMESPACES = frozenset(IMAGE_NAMESPACES)
_EXTENSION = r"\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|ico|avif|heic)"
_EMBED = late(rf"[^\[\]\n|]{{1,300}}{_EXTENSION}(?:\|[^\[\]\n]{{0,200}})?\]\]", re.IGNORECASE)
# Org: `[[file:notes.org][the notes]]`, `[[file:notes.org::*Heading]]`.
_ORG_LINK = late(r"\[\[file:[^\[\]|\n]{1,1000}(?:\]\[|\.org(?:::[^\[\]|\n]{0,300})?\]\])")
_OPTION = late(
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

    So do the pictures that a note-taking tool embeds (`![[bridge.png|300]]`). A caption that is a sentence of its own
    (six words or more, with a full stop) takes the image's place.

    Left alone: links to a file's page (`[[:File:Bridge.jpg]]`), other wiki links, an image that never ends, and
    Org's links to files (`[[file:notes.org][the notes]]`).
    """
    yield from _removals(body, _wiki_images(body.text))


_DEFINITION = late(r"^ {0,3}\[([^\[\]\n]{1,200})\]:[ \t]{0,8}<?([^\s<>]{1,4000})>?[^\n]{0,300}$", re.MULTILINE)
_LABEL = late(r"\[([^\[\]\n]{1,200})\]")
_IMAGE_TARGET = late(rf"{_EXTENSION}(?:[?#]|$)|^data:image/", re.IGNORECASE)


@rule("IMG003", "reference-image", triggers=("![", "]:"))
def reference_image(body: Body) -> Iterator[Proposal]:
    """Markdown images whose target stands in a definition elsewhere, and such definitions that nothing uses.

    ```
    The bridge: ![side view][b]

    [b]: https://example.org/bridge.jpg "Bridge"
    ```

    becomes

    ```
    The bridge:
    ```

    Left alone: a definition that anything else in the document refers to, or whose target is no image; brackets
    without a definition.
    """
    definitions = {_name(found[1]): found for found in _DEFINITION.finditer(body.text)} if "]:" in body.text else None
    if not definitions:
        return
    yield from _removals(body, _reference_images(body.text, frozenset(definitions)))
    used = Counter(_name(found[1]) for found in _LABEL.finditer(body.text))
    yield from without_lines(
        body,
        (
            body.line_at(found.start())
            for label, found in definitions.items()
            if used[label] == 1 and _IMAGE_TARGET.search(found[2]) and not body.in_code(found.start())
        ),
    )


def _name(label: str) -> str:
    return " ".join(label.split()).casefold()


def _reference_images(text: str, labels: frozenset[str]) -> Iterator[_Found]:
    position = 0
    while (start := text.find("![", position)) >= 0:
        position = max(start + 2, after_run(text, start))
        close = label_end(text, start + 1) if position == start + 2 else -1
        if close < 0 or text.startswith("(", close + 1):
            continue
        label, end = text[start + 2 : close], close + 1
        if found := _LABEL.match(text, end):
            label, end = found[1], found.end()
        elif text.startswith("[]", end):
            end += 2
        if _name(label) in labels:
            position = end
            yield _Found(start, end)


_CAPTION = late(r"<figcaption\b[^<>]{0,400}>(.{0,4000}?)</figcaption>", re.IGNORECASE | re.DOTALL)
_TAG = late(r"<(img|figure|picture|svg)\b", re.IGNORECASE)
_SOURCE = late(r"\b(?:src|srcset|data-src)\s{0,4}=", re.IGNORECASE)
_LONGEST_FIGURE = 20_000
"""Characters of a figure or gallery; what is longer was never closed."""
_LINK_BEFORE = late(r"<a\b[^<>]{0,2000}>\s{0,40}\Z", re.IGNORECASE)
_LINK_AFTER = late(r"\s{0,40}</a>", re.IGNORECASE)
_IMG_AFTER = late(r"</img>", re.IGNORECASE)


@rule("IMG004", "html-image", triggers=("<img", "<IMG", "<figure", "<picture", "<svg"))
def html_image(body: Body) -> Iterator[Proposal]:
    """Images in HTML: `<img>`, `<picture>`, `<svg>`, and figures around them.

    ```
    <figure><img src="bridge.jpg" alt="The bridge"><figcaption>In 1931 the bridge fell into the river.</figcaption></figure>
    <a href="/"><img src="logo.png"></a>
    ```

    becomes

    ```
    In 1931 the bridge fell into the river.
    ```

    A figure's caption stays where it is a sentence of six words or more, has eight words, or begins with the number that
    the text refers to it by ("Figure 3: The old bearings").

    Left alone: a figure without an image (it holds code or a table), tags without a source, which are spoken of, and
    code.
    """
    yield from _removals(body, _html_images(body.text))


def _html_images(text: str) -> Iterator[_Found]:
    position = 0
    closes: dict[str, re.Match[str] | None] = {}
    while tag := _TAG.search(text, position):
        position = tag.end()
        name = tag[1].casefold()
        if name == "img":
            found = _single(text, tag)
        else:
            # The next closing tag is looked for once, not from each opening one.
            close = closes.get(name)
            if name not in closes or (close and close.start() < position):
                close = closes[name] = _CLOSING[name].search(text, position)
            found = _paired(text, tag, close) if close else None
        if found:
            position = found.end
            yield found


_CLOSING = {name: re.compile(rf"</{name}>", re.IGNORECASE) for name in ("figure", "picture", "svg")}


def _single(text: str, tag: re.Match[str]) -> _Found | None:
    end = text.find(">", tag.end()) + 1
    if (
        not end
        or text.find("<", tag.end(), end) >= 0
        or not _SOURCE.search(text, tag.end(), min(end, tag.end() + 2_000))
    ):
        return None
    if after := _IMG_AFTER.match(text, end):
        end = after.end()
    opening = _LINK_BEFORE.search(text, max(0, tag.start() - 2_100), tag.start())
    closing = _LINK_AFTER.match(text, end) if opening else None
    return _Found(opening.start(), closing.end()) if opening and closing else _Found(tag.start(), end)


def _paired(text: str, tag: re.Match[str], close: re.Match[str]) -> _Found | None:
    if close.end() - tag.start() > _LONGEST_FIGURE:
        return None
    inner = text[tag.end() : close.start()]
    if tag[1].casefold() == "figure" and (
        not re.search(r"<(?:img|picture|svg)\b", inner, re.IGNORECASE) or "<pre" in inner
    ):
        return None
    caption = _CAPTION.search(inner)
    words = " ".join(_MARKUP.sub("", caption[1]).split()) if caption else ""
    return _Found(tag.start(), close.end(), words if _tells(words) else "")


_GALLERY = late(r"<gallery\b[^<>\n]{0,400}>", re.IGNORECASE)


@rule("IMG005", "gallery", triggers=("<gallery", "<Gallery"))
def gallery(body: Body) -> Iterator[Proposal]:
    """Galleries in wiki markup.

    ```
    <gallery mode="packed">
    File:Bridge.jpg|The [[bridge]] today
    File:Weir.jpg|In 1931 the weir was moved upstream by hand.
    </gallery>
    ```

    becomes

    ```
    In 1931 the weir was moved upstream by hand.
    ```

    Captions stay where they are sentences of their own.

    Left alone: a gallery that never ends, and code.
    """
    text = body.text
    pictures: list[_Found] = []
    end = 0
    for opening in _GALLERY.finditer(text):
        if end < opening.end():
            end = text.find("</gallery>", opening.end())
        if end < 0:
            break
        if end - opening.end() > _LONGEST_FIGURE or (pictures and opening.start() < pictures[-1].end):
            continue
        captions = [_caption(line) for line in text[opening.end() : end].splitlines()]
        pictures.append(_Found(opening.start(), end + len("</gallery>"), "\n".join(filter(None, captions))))
    yield from _removals(body, iter(pictures))


_DATA = late(
    r"data:(?:image|font|audio|video)/[a-z0-9.+-]{1,40}(?:;[a-z0-9=-]{1,40}){0,4};base64,[A-Za-z0-9+/=%]{40,}",
    re.IGNORECASE,
)


@rule("IMG006", "data-uri", triggers=(";base64,",))
def data_uri(body: Body) -> Iterator[Proposal]:
    """Pictures and sounds written into the text as `data:` addresses of forty characters and more.

    ```
    See [the logo](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ).
    ```

    becomes

    ```
    See the logo.
    ```

    Left alone: short examples, addresses of text, and code.
    """
    text = body.text
    for found in _DATA.finditer(text):
        start, end = found.span()
        opening = text.rfind("[", max(0, start - 300), start) if text.endswith("](", 0, start) else -1
        if opening >= 0 and text[opening - 1 : opening] != "!" and text.startswith(")", end):
            yield Proposal(opening, end + 1, text[opening + 1 : start - 2])
        elif opening < 0:
            yield Proposal(start, end)


_THUMBS = frozenset(("thumb", "thumbnail", "mini", "miniatur", "vignette", "miniatura", "miniaturadeimagen", "frame"))
_PIXELS = late(r"x?\d{1,4}(?:x\d{1,4})?px")
_FARTHEST = 40
"""Characters of an option of a wiki image."""


@rule(
    "IMG007",
    "image-options",
    triggers=("px|", "thumb|", "thumbnail|", "mini|", "miniatur|", "vignette|", "miniatura|", "frame|"),
)
def image_options(body: Body) -> Iterator[Proposal]:
    """The options of a wiki image whose brackets are gone: `thumb|right|200px|`.

    ```
    thumb|right|250px|The bridge in 1931
    The bridge was built in 1901.
    ```

    becomes

    ```
    The bridge in 1931
    The bridge was built in 1901.
    ```

    The caption stays, since where it ends is not known. In such a document a line that is nothing but a size (`15px`)
    goes too.

    Left alone: rows of a table, and the same words with blanks around the bar.
    """
    left = any(_options_end(line.text) for line in body.lines)
    for line in body.lines:
        if left and _PIXELS.fullmatch(line.bare):
            yield Proposal(*body.removal(line, line))
            continue
        end = _options_end(line.text)
        if end == len(line.text) and end:
            yield Proposal(*body.removal(line, line))
        elif end:
            yield Proposal(line.start, line.start + end)


def _options_end(text: str) -> int:
    """Where the options at the start of a line end, or 0 if none of them can only be an option of an image."""
    end = 0
    certain = False
    while (bar := text.find("|", end, end + _FARTHEST)) > end:
        part = text[end:bar].casefold()
        if part != part.strip() or not is_option(part):
            break
        certain = certain or part in _THUMBS or _PIXELS.fullmatch(part) is not None
        end = bar + 1
    return end if certain else 0


_EMPTY_LINK = re.compile(r"\[\s{0,20}\]\(")
_ADDRESS = late(r"[#./]|[a-z]{2,9}:", re.IGNORECASE)


@rule("IMG008", "empty-link", triggers=("](",))
def empty_link(body: Body) -> Iterator[Proposal]:
    """Links with nothing in them: a picture or a symbol was their only content.

    ```
    Share: [](https://example.org/share) It stands.
    ```

    becomes

    ```
    Share: It stands.
    ```

    Left alone: what has no address in its parentheses, such as a function without a name in C++ (`[](int x)`), links
    with any word, and code.
    """
    text = body.text
    found = []
    for opening in _EMPTY_LINK.finditer(text):
        target = target_end(text, opening.end())
        if target and _ADDRESS.match(target[1]) and text[opening.start() - 1 : opening.start()] not in ("!", "\\"):
            found.append(_Found(opening.start(), with_attributes(text, target[0])))
    yield from _removals(body, iter(found))


RULES: tuple[Rule, ...] = (
    markdown_image,
    reference_image,
    wiki_image,
    html_image,
    gallery,
    data_uri,
    image_options,
    empty_link,
)
"""The family's rules, in the order in which they run."""
