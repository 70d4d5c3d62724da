"""Marks that point to references which are not there: `[1]`, `<ref>`, `↑`, `[^1]`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ingest.body import Body, Line
from ingest.late import late
from ingest.model import Proposal
from ingest.rules.headings import headings
from ingest.rules.lines import without_span
from ingest.rules.links import inline_link
from ingest.rules.registry import rule
from ingest.rules.wikinotes import without_notes
from ingest.rules.words import REFERENCE_HEADINGS

LONGEST_REFERENCE = 5_000
"""Characters between `<ref>` and `</ref>`; what is longer was never closed."""

_ENTRY = late(r"^[ \t]{0,8}(?:[-*+] |\.\. )?\[\d{1,3}\]", re.MULTILINE)
_NUMBERED = late(r"[ \t]{0,8}\d{1,3}[.)][ \t]")
_ONE = r"\\?\[\d{1,3}\\?\]"
_MARKS = late(
    rf"{_ONE}(?:{_ONE}){{0,11}}(?=[\s.,;:!?)…\"”’»*_。、，]|$|(?<=\])[A-ZÀ-ÞА-Я])|"
    rf"(?<=[。！？、，；」』\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])(?:{_ONE}){{1,12}}"
)
_PAGE = late(r":(?:\d{1,4}(?:[–-]\d{1,4})?|pp?\. ?\d{1,4})(?=[\s.,;)]|$)")
"""The page of a work that is cited more than once, behind its mark."""
_NUMBER = re.compile(r"\[\d")
"""What each mark with a number holds, found sooner than the mark."""
_LETTERS = re.compile(r"\[(?<=[.,;:!?…)”’»\"]\[)([a-j])\](?=[\s\[]|$)")
_UNSPACED = late("[\u3040-\u9fff\uac00-\ud7af]")
_LETTERED = late(r"^[ \t]{0,8}(?:[-*+] )?(?:\[a\]|a[.)]|\^ a)(?:[ \t:]|$)", re.MULTILINE)
_RAISED = late(r"<sup>(?:\\?\[\d{1,3}\\?\]){1,12}</sup>", re.IGNORECASE)
_STOPS = frozenset('.,;:!?…)"”’»。、，')
_CLOSERS = frozenset(')"’')
"""Stops that also end an expression in code, so that they prove nothing alone."""
_LONGEST_WORD = 40
"""Letters before a mark that are looked at."""
_NOTE_MARK = re.compile(r"\[(?:note|nb|anm\.|note de bas de page|прим\.|註|注) \d{1,3}\](?![(\[:])", re.IGNORECASE)


@rule("REF010", "citation-stump", triggers=("]",))
def citation_stump(body: Body) -> Iterator[Proposal]:
    """Numbers in brackets that point to references which the document does not have.

    ```
    The mill was built in 1901.[1][2] It closed in 1931,[3] as the census[4] says.
    ```

    becomes

    ```
    The mill was built in 1901. It closed in 1931, as the census says.
    ```

    A number after a word is taken only where others stand after punctuation, as citations do, or where it is raised
    (`<sup>[2]</sup>`). The page behind a number (`[2]:23`) goes with it, as do letters that point to notes (`[a]`, `[b]`).

    Left alone: documents with a list of references that the numbers point to (lines that begin with `[1]`, `[1]:`
    definitions, a numbered list under a heading for references), reStructuredText marks (`[1]_`), links (`[1](…)`),
    elements of an array (`argv[1]`), and code.
    """
    text = body.text
    yield from (Proposal(*found.span()) for found in _NOTE_MARK.finditer(text) if _glued(text, found.start()))
    letters = list(_LETTERS.finditer(text))
    if len({found[1] for found in letters} | {"a"}) > 1 and not _LETTERED.search(text):
        yield from (Proposal(*found.span()) for found in letters)
    if not _NUMBER.search(text):
        return
    marks = [found for found in _MARKS.finditer(text) if not body.in_code(found.start(), found.end())]
    stops = [found for found in marks if _after_stop(text, found.start()) and "[0]" not in found[0]]
    raised = [found.span() for found in _RAISED.finditer(text) if _follows(text, found.start())]
    if raised and not _has_references(body):
        yield from (Proposal(*span) for span in raised)
    if all(text[found.start() - 1] in _CLOSERS for found in stops) or _has_references(body):
        return
    after_stop = {found.start() for found in stops}
    for found in marks:
        start, end = found.span()
        if page := _PAGE.match(text, end):
            end = page.end()
        followed = text.startswith((":", "_"), end)
        if not followed and (start in after_stop or _after_word(text, start)):
            yield Proposal(start, end)


def _glued(text: str, start: int) -> bool:
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in _STOPS)


def _follows(text: str, start: int) -> bool:
    return _after_stop(text, start) or _after_word(text, start)


def _after_stop(text: str, start: int) -> bool:
    """Whether a mark stands behind the punctuation that ends a word, as in `closed.[1]`."""
    before = text[max(0, start - 3) : start]
    end = text.find("]", start) + 1
    if not before or before[-1] not in _STOPS or (text.startswith(("_", ":"), end) and not _PAGE.match(text, end)):
        return False
    return len(before) > 1 and (before[-2].isalpha() or (before[-2] in _STOPS or before[-2].isdigit()))


def _after_word(text: str, start: int) -> bool:
    """Whether a mark is glued to a plain word, as in `the census[4]`, not to a name in code."""
    first = start
    while first and start - first < _LONGEST_WORD and text[first - 1].isalpha():
        first -= 1
    if _UNSPACED.match(text[start - 1 : start]):
        return True
    return start - first > 1 and text[first - 1 : first] in ("", " ", "\n", "(", '"', "“", "-", "\u00a0", "’", "*")


def _has_references(body: Body) -> bool:
    if _ENTRY.search(body.text):
        return True
    for heading in headings(body):
        if without_notes(heading.title) in REFERENCE_HEADINGS:
            following = next((line for line in body.lines[heading.last.number + 1 :] if line.bare), None)
            if following and _NUMBERED.match(following.text):
                return True
    return False


_CITE_LINK = late(r"\]\([^()\s]{0,300}(?:\([^()\s]{0,100}\)[^()\s]{0,100})?#cite_(?:note|ref)")
_CITE_TAG = late(
    r"(?:<sup\b[^<>]{0,200}>)?(?:<a\s[^<>]{0,300}#cite_(?:note|ref)[^<>]{0,300}>"
    r"(?:[^<>\n]|</?(?:span|sup|b|i|em|strong)\b[^<>]{0,100}>){0,30}</a>[ ]?){1,12}(?:</sup>)?"
)


@rule("REF011", "linked-citation", triggers=("#cite_note", "#cite_ref"))
def linked_citation(body: Body) -> Iterator[Proposal]:
    r"""Citations of a wiki page as links within the page, to places that Markdown does not have.

    ```
    The mill was built in 1901.[[1]](#cite_note-1) It closed.^([\[2\]](#cite_note-2))

    1. **[^](#cite_ref-1)** Smith, On Water.
    ```

    becomes

    ```
    The mill was built in 1901. It closed.

    1. Smith, On Water.
    ```

    Links in HTML go the same way, and so does the superscript around one or more of them.

    Left alone: the references themselves, and links to any other place.
    """
    text = body.text
    run: tuple[int, int] | None = None
    for start, end in _cite_links(text):
        if run and run[1] == start:
            run = run[0], end
            continue
        if run:
            yield Proposal(*_wrapped(text, *run))
        run = start, end
    if run:
        yield Proposal(*_wrapped(text, *run))
    if "<a " in text:
        yield from (Proposal(*found.span()) for found in _CITE_TAG.finditer(text))


def _cite_links(text: str) -> Iterator[tuple[int, int]]:
    for found in _CITE_LINK.finditer(text):
        start = text.rfind("[", max(0, found.start() - 24), found.start() + 1)
        while start > 0 and text[start - 1] in "[\\" and found.start() - start < _LONGEST_MARK:
            start -= 1
        link = inline_link(text, start) if start >= 0 else None
        if link and link.label_end == found.start():
            yield link.start, link.end


_LONGEST_MARK = 24
"""Characters before the target of a linked mark in which its brackets open."""
_WRAPPERS = (("<sup>", "</sup>"), ("^(", ")"), ("**", "**"), ("*", "*"), ("^", "^"))


def _wrapped(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the markup that is wrapped around it, and the blank after it at the start of an item."""
    for opening, closing in _WRAPPERS:
        if text.endswith(opening, 0, start) and text.startswith(closing, end):
            start -= len(opening)
            end += len(closing)
    if text[start - 1 : start] in ("", " ", "\n") and text[end : end + 1] == " ":
        end += 1
    return start, end


@rule("REF013", "reference-tag", triggers=("<ref", "</ref>"))
def reference_tag(body: Body) -> Iterator[Proposal]:
    """References in wiki markup that were left in the text: `<ref>…</ref>`.

    ```
    The mill closed in 1931.<ref name="b">Census of 1931, p. 4.</ref><ref name="a" /> It was sold.
    ```

    becomes

    ```
    The mill closed in 1931. It was sold.
    ```

    Left alone: a reference that never closes in its paragraph (where it ends cannot be known: DMG005), one that is not
    glued to the text before it, as citations are, and code.
    """
    yield from (without_span(body, *span) for span in _references(body.text, "<", ">", "</ref>"))


def _references(
    text: str, opening: str, closing: str, end_tag: str, *, glued: bool = True
) -> Iterator[tuple[int, int]]:
    """Spans of references (only those that are glued to the text before them), and of empty `references` tags."""
    position = 0
    glued_to = -1
    close = -1
    while (start := text.find(f"{opening}ref", position)) >= 0:
        position = start + len(opening) + 3
        if found := _REFERENCES.match(text, start):
            yield found.span()
            position = found.end()
            continue
        tag_end = text.find(closing, position, position + LONGEST_TAG)
        if tag_end < 0 or not (text[position] in " \n/" or tag_end == position):
            continue
        end = tag_end + len(closing)
        if text[tag_end - 1] != "/":
            close = text.find(end_tag, end) if -1 < close < end or close == -1 else close
            if close < 0:
                return
            if not _holds_reference(text, end, close, f"{opening}ref"):
                continue
            end = close + len(end_tag)
        if not glued or start == glued_to or (start and not text[start - 1].isspace()):
            yield start, end
            position = glued_to = end


LONGEST_TAG = 400
"""Characters of an opening `<ref …>`."""
_REFERENCES = late(r"<references[^<>\n]{0,100}/>")


def _holds_reference(text: str, start: int, end: int, nested: str) -> bool:
    return end - start <= LONGEST_REFERENCE and "\n\n" not in text[start:end] and nested not in text[start:end]


ESCAPED = 5
"""Escaped references from which on a document, not an example in it, was escaped."""

_WIKI_PRODUCERS = frozenset({"wtf-plugin-markdown", "mediawiki-extract", "wikiextractor"})

_DOUBLE = late(r"&amp;(?=(?:nbsp|ndash|mdash|minus|thinsp|hellip|times|deg);)")


@rule("REF014", "escaped-references", triggers=("&lt;ref",))
def escaped_references(body: Body) -> Iterator[Proposal]:
    """References and comments in a wiki page that was escaped as a whole.

    The page's source went through an HTML escape before it was read, so that references and comments were no markup
    any more and stayed as text.

    ```
    It closed in 1931.&lt;ref&gt;Census, p. 4.&lt;/ref&gt;&lt;!-- check --&gt; It was sold for 3&amp;nbsp;marks.
    ```

    becomes (in a document with many such places)

    ```
    It closed in 1931. It was sold for 3&nbsp;marks.
    ```

    Left alone: a document with fewer than five escaped references (one where the tool that wrote it is known to write
    pages of a wiki), or where most are not glued to the sentence before them: there they are examples.
    """
    text = body.text
    least = 1 if body.producer in _WIKI_PRODUCERS else ESCAPED
    if text.count("&lt;ref") < least or text.count("&lt;/ref&gt;") < least or "<ref" in text:
        return
    marks = ("&lt;", "&gt;", "&lt;/ref&gt;")
    if sum(not body.in_code(*span) for span in _references(text, *marks)) < max(least, text.count("&lt;ref") // 2):
        return
    yield from (Proposal(*span) for span in _references(text, *marks, glued=False))
    yield from (Proposal(*span) for span in _escaped_comments(text))
    yield from (Proposal(*found.span(), "&") for found in _DOUBLE.finditer(text))


def _escaped_comments(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    while (start := text.find("&lt;!--", end)) >= 0 and (close := text.find("--&gt;", start)) >= 0:
        end = close + len("--&gt;")
        if close - start <= LONGEST_REFERENCE and "\n\n" not in text[start:close]:
            yield start, end + text.startswith(" ", end)


_BACKLINK = late(
    r"([ \t]{0,8}(?:(?:[-*+]|\d{1,3}[.)])[ \t]{1,3})?)"
    r"(?:↑(?:[ \t]+[a-zа-я](?=[ \t]|$))*(?:(?:[ \t]+\d{1,2}(?:[.,]\d)?(?=[ \t]|$)){2,12})?|"
    r"\*\*\^\*\*|(?:\^[ \t]{1,3})?[*_]{2,4}a[*_]{2,4}(?:[ \t]{1,3}[*_]{2,4}[a-z]{1,2}[*_]{2,4}(?=[ \t])){1,60}|"
    r"\^(?:[ \t]+[a-z](?=[ \t]))*)(?:[ \t]+|$)"
)


@rule("REF015", "backlink-mark", triggers=("↑", "^"))
def backlink_mark(body: Body) -> Iterator[Proposal]:
    """The arrows before a reference that led back to where it is cited: `↑`, `^`, `^ a b`.

    ```
    ## References
    * ^ a b Smith, On Water, 1901.
    ↑ Census of 1931.
    ```

    becomes

    ```
    ## References
    * Smith, On Water, 1901.
    Census of 1931.
    ```

    Only below a heading for references.

    Left alone: the same signs elsewhere, and the references.
    """
    found = headings(body)
    for index, heading in enumerate(found):
        if without_notes(heading.title) not in REFERENCE_HEADINGS:
            continue
        stop = found[index + 1].first.number if index + 1 < len(found) else len(body.lines)
        yield from _unmarked(body, body.lines[heading.last.number + 1 : stop])


def _unmarked(body: Body, lines: tuple[Line, ...]) -> Iterator[Proposal]:
    for line in lines:
        mark = _BACKLINK.match(line.text)
        if mark and mark.end() < len(line.text):
            yield Proposal(line.start + mark.end(1), line.start + mark.end())
        elif mark:
            yield Proposal(*body.removal(line, line))


_FOOTNOTE = late(r"(?<=[\w.,;:!?…)\"”’»*])\[\^([\w-]{1,40})\](?=[\s.,;:!?…)\"”’»*]|\[\^|$)")
_DEFINITION = late(r"^[ \t]{0,3}(?:> ?)?\[\^([^\]\n]{1,40})\]:", re.MULTILINE)


@rule("REF016", "dangling-footnote", triggers=("[^",))
def dangling_footnote(body: Body) -> Iterator[Proposal]:
    """Footnote marks whose footnote is nowhere in the document.

    ```
    The mill closed in 1931.[^4] It was sold.
    ```

    becomes

    ```
    The mill closed in 1931. It was sold.
    ```

    Left alone: marks whose footnote is there, sets of characters in a regular expression (`[^a-z]+`), and code.
    """
    known = {found[1].casefold() for found in _DEFINITION.finditer(body.text)}
    for found in _FOOTNOTE.finditer(body.text):
        if found[1].casefold() not in known and (found[1].isdigit() or len(found[1]) > 1):
            yield Proposal(*found.span())


_ASSISTANT = (
    ("【", "【", re.compile(r"【\d{1,3}(?::\d{1,3})?†[^【】\n]{0,80}】")),
    ("[", "[oaicite:", re.compile(r"\[oaicite:\d{1,3}\](?:\{index=\d{1,3}\})?")),
    ("c", "citeturn", re.compile(r"cite(?<=\bcite)(?:turn\d{1,3}[a-z]{4,10}\d{1,3}){1,8}\b")),
    ("\ue202", "cite\ue202", re.compile(r"cite(?:\ue202turn\d{1,3}[a-z]{3,10}\d{1,3}){1,8}\ue201?")),
)
"""A sign of each and what it begins with: a text without them is not searched, and a single sign is seen soonest."""


def _assistant_marks(text: str) -> Iterator[tuple[int, int]]:
    for sign, begin, mark in _ASSISTANT:
        for found in mark.finditer(text) if sign in text and begin in text else ():
            start, end = found.span()
            before = next((one for one in (":contentReference", "\ue200") if text.endswith(one, 0, start)), "")
            yield start - len(before), end


@rule("REF018", "assistant-citation", triggers=("†", "oaicite:", "turn0", "turn1"))
def assistant_citation(body: Body) -> Iterator[Proposal]:
    """Marks for sources that a writing assistant put into a text and that mean nothing outside of it.

    ```
    The mill was built in 1901【4†source】 and closed in 1931. citeturn0search1
    ```

    becomes

    ```
    The mill was built in 1901 and closed in 1931.
    ```

    Left alone: daggers, brackets of this form without a dagger after a number, and code.
    """
    text = body.text
    for first, end in _assistant_marks(text):
        blank = text[first - 1 : first] == " " and text[end : end + 1] in ("", " ", "\n", ".", ",", ";", ":", ")")
        yield without_span(body, first - blank, end)


_DUMP = re.compile(r"^[ \t]*(undefined|NaN|\[Function(?:: ?[\w$.]{1,60}| \(anonymous\))?\])[ \t]*$", re.MULTILINE)


@rule("REF017", "value-dump", triggers=("undefined", "NaN", "[Function"))
def value_dump(body: Body) -> Iterator[Proposal]:
    """`undefined`, `NaN` or `[Function]` as a paragraph: a template printed a value that was not there.

    ```
    The mill closed in 1931.

    undefined

    It was sold.
    ```

    becomes

    ```
    The mill closed in 1931.

    It was sold.
    ```

    Left alone: a document that speaks of the word elsewhere, such as a lesson in JavaScript; the word within a
    paragraph, a list, a table or code.
    """
    text = body.text
    lines = body.lines
    dumps = list(_DUMP.finditer(text))
    dumped = Counter(map(_name, dumps))
    spoken_of = {name for name, count in dumped.items() if text.count(name) != count}
    for found in dumps:
        line = body.line_at(found.start(1))
        alone = not (line.number and lines[line.number - 1].bare) and not (
            line.number + 1 < len(lines) and lines[line.number + 1].bare
        )
        if alone and _name(found) not in spoken_of:
            yield Proposal(*body.removal(line, line))


def _name(dump: re.Match[str]) -> str:
    return "Function" if dump[1].startswith("[") else dump[1]
