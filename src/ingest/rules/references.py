"""Broken references: dumped reference lists, reference headings over nothing, stumps of citations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ingest.body import Body
from ingest.late import late
from ingest.model import Proposal, Safety
from ingest.rules import citations, dumped, wikinotes
from ingest.rules.headings import BOLD_LEVEL, HEADING_MARKS, LONGEST_HEADING, Heading, heading_at, headings
from ingest.rules.registry import Rule, rule
from ingest.rules.words import REFERENCE_HEADINGS

DUMP = "[object Object"
"""How a dump begins; its bracket may be escaped."""

ARROW = "⌃"
_LEADS = " \t-*+.,;\\0123456789"
"""What may stand around dumps: list marks, numbers, escapes, and the commas of a dumped array."""


def is_reference_title(title: str) -> bool:
    """Whether a heading of these words stands over references, notes, sources or outside links."""
    return title.strip(" \t*_:'").casefold() in REFERENCE_HEADINGS


def is_dump(text: str) -> bool:
    """Whether a line holds nothing but dumped objects, with or without a list mark or escapes."""
    return DUMP in text and not text.replace("\\]", "]").replace("[object Object]", "").strip(_LEADS)


def _is_entry(text: str, bare: str) -> bool:
    return is_dump(text) or bare.startswith(ARROW)


_NOTHINGS = frozenset({"undefined", "null", "NaN"})
"""What a program prints for an entry that is not there."""


def _block_end(body: Body, number: int, *, titled: bool) -> int:
    """The number of the last line of the run of broken entries that follows line `number`, blank lines between.

    Under a title for references, entries that are not there at all belong to the run.
    """
    last = number
    texts, bares = body.lines.texts, body.lines.bares
    entry = ""  # the last one: most are the same
    for following in range(number + 1, len(texts)):
        text, bare = texts[following], bares[following]
        if text == entry and entry:
            last = following
        elif _is_entry(text, bare) or (titled and bare.strip("-* ") in _NOTHINGS):
            last = following
            entry = text
        elif bare:
            break
    return last


def _glued_heading(text: str, mark: str) -> int:
    """Where in the line a reference heading begins that the first entry was glued to, or -1.

    In the line `The end.## References[object Object]` that is 8.
    """
    at = text.find(mark)
    if at > 0 and text[at - 1] == "\\":
        at -= 1
    if at <= 0:
        return -1
    if is_reference_title(text[:at].strip("#= \t")):
        return 0
    hashes = text.rfind("#", 0, at)
    if hashes < 0 or not is_reference_title(text[hashes + 1 : at]):
        return -1
    return len(text[: hashes + 1].rstrip("#"))


def _broken_blocks(body: Body, mark: str) -> Iterator[Proposal]:
    position = 0
    while (position := body.text.find(mark, position)) >= 0:
        line = body.line_at(position)
        position = line.end
        start = _glued_heading(line.text, mark)
        entry = is_dump(line.text) if mark == DUMP else line.bare.startswith(mark)
        if start < 0 and not entry:
            continue
        titled = start >= 0 or _is_titled(body, line.number)
        past = _block_end(body, line.number, titled=titled)
        position = body.lines[past].end
        if not titled and (mark != DUMP or past == line.number or not _ends_text(body, past)):
            continue
        before = line.text[: max(start, 0)].rstrip()
        if before:
            yield Proposal(line.start + len(before), body.lines[past].end)
        else:
            yield Proposal(*body.removal(line, body.lines[past]))


def _is_titled(body: Body, number: int) -> bool:
    """Whether a line stands directly under a heading for references."""
    bares = body.lines.bares
    number -= 1
    while number >= 0 and not bares[number]:
        number -= 1
    above = (heading_at(body, number) or (heading_at(body, number - 1) if number else None)) if number >= 0 else None
    return above is not None and above.last.number == number and is_reference_title(above.title)


def _ends_text(body: Body, last: int) -> bool:
    return not any(body.lines.bares[last + 1 :])


@rule("REF001", "object-object-references", triggers=("[object Object",))
def object_object_references(body: Body) -> Iterator[Proposal]:
    r"""Reference lists that were printed as `[object Object]`.

    A scraper that turns a list of references into text without asking each for its text leaves one dumped JavaScript
    object a line. Nothing of the references is left in it, and the heading above is glued to the first one, or the
    whole to the last sentence of the article.

    ```
    The town was rebuilt.## References[object Object]
    [object Object]
    [object Object]
    ```

    becomes

    ```
    The town was rebuilt.
    ```

    The block goes when its heading names references (in any of the languages of `rules/words.py`), or when several
    dumps in a row end the document. Under such a heading `undefined`, `null` and `NaN` after a dump go with it.

    Left alone: `[object Object]` in code, in a table cell, in a sentence or on a single line amid the text, where it
    stands in place of content that is lost. That is a finding (DMG003).
    """
    yield from _broken_blocks(body, DUMP)


@rule("REF002", "arrow-references", triggers=(ARROW,))
def arrow_references(body: Body) -> Iterator[Proposal]:
    """Reference lists of lines that begin with `⌃`.

    The same scraper's other shape: each reference became `⌃` with a link or a bare title, without author, date or the
    place in the text that it belongs to, and the heading is glued to the first.

    ```
    The town was rebuilt.

    ## References⌃ [One](https://example.org/1)
    ⌃ [Two](https://example.org/2)
    ```

    becomes

    ```
    The town was rebuilt.
    ```

    Left alone: `⌃` elsewhere, such as the sign for the Control key, and lists of references with any other mark.
    """
    yield from _broken_blocks(body, ARROW)


@rule("REF003", "empty-reference-section", triggers=HEADING_MARKS)
def empty_reference_section(body: Body) -> Iterator[Proposal]:
    """Headings of references, notes or outside links with nothing under them.

    The references were dropped or became footnotes; their heading stayed, at the end of the document or before the
    next heading. All heading styles are known (`##`, `==`, underlined, a line in bold), and the usual words of some
    forty languages.

    ```
    The town was rebuilt.

    ## See also
    * Other towns

    ## References
    ```

    becomes

    ```
    The town was rebuilt.

    ## See also
    * Other towns
    ```

    Left alone: a section with any content, be it a list, a link definition or a deeper heading; headings of other
    words, which are reported (DMG006); a document that holds nothing but the heading; a manuscript that cites by key
    (`[@smith1901]`), whose list a typesetter puts under the heading.
    """
    if not _may_have_headings(body):
        return
    found = headings(body)
    if _is_manuscript(body) or not any(is_reference_title(heading.title) for heading in found):
        return
    written = [number for number, bare in enumerate(body.lines.bares) if bare]
    first_text, last_text = (written[0], written[-1]) if written else (0, -1)
    for heading, following in pairwise([*found, None]):
        if heading is None or not is_reference_title(heading.title) or not _empty(body, heading, following, last_text):
            continue
        if (heading.first.number, heading.last.number) != (first_text, last_text):
            yield Proposal(*body.removal(heading.first, heading.last))


_AROUND_TITLE = "#=*_: \t'\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What can stand around the title of a heading of any style: its marks, and all that Unicode calls blank."""
_LONGEST_TITLE = max(map(len, REFERENCE_HEADINGS))


def _may_have_headings(body: Body) -> bool:
    """Whether a heading of the text can be one of references: each has a marked line, or stands above one."""
    bares = body.lines.bares
    for line in body.marked:
        if may_name_references(line.bare):
            return True
        if line.bare[0] in "=-" and line.number and may_name_references(bares[line.number - 1]):
            return True
    return False


def may_name_references(bare: str) -> bool:
    """Whether a line can be a heading of references: found out sooner than all headings are found."""
    if len(bare) > LONGEST_HEADING:
        return False
    title = bare.strip(_AROUND_TITLE)
    return len(title) <= _LONGEST_TITLE and title.casefold() in REFERENCE_HEADINGS


_KEY = late(r"\[(?:[^\[\]\n]{0,60} )?-?@[A-Za-z_]")


def _is_manuscript(body: Body) -> bool:
    return "@" in body.text and _KEY.search(body.text) is not None


def _empty(body: Body, heading: Heading, following: Heading | None, last_text: int) -> bool:
    if following is None:
        return heading.last.number == last_text
    if any(body.lines.bares[heading.last.number + 1 : following.first.number]):
        return False
    if following.level == BOLD_LEVEL:
        return heading.level == BOLD_LEVEL and is_reference_title(following.title)
    return following.level <= heading.level


@rule("REF020", "bibliography", safety=Safety.UNSAFE)
def bibliography(body: Body) -> Iterator[Proposal]:
    """Sections of references, notes or outside links, with all that is in them.

    For corpora of prose only. A sound list of references is content to most readers, so this rule runs only where it
    is asked for.

    ```
    The mill closed in 1931.

    ## References
    1. Smith, On Water, 1901.
    ```

    becomes

    ```
    The mill closed in 1931.
    ```

    Left alone: sections under any other heading, and a document that begins with one.
    """
    found = headings(body)
    for index, heading in enumerate(found):
        if not heading.first.number or not is_reference_title(heading.title):
            continue
        following = next((other for other in found[index + 1 :] if other.level <= heading.level), None)
        last = (following.first.number if following else len(body.lines)) - 1
        yield Proposal(*body.removal(heading.first, body.lines[last]))


RULES: tuple[Rule, ...] = (
    object_object_references,
    arrow_references,
    citations.escaped_references,
    citations.reference_tag,
    citations.linked_citation,
    citations.citation_stump,
    wikinotes.wiki_note,
    citations.backlink_mark,
    citations.dangling_footnote,
    citations.value_dump,
    citations.assistant_citation,
    dumped.numbered_link,
    empty_reference_section,
    bibliography,
)
"""The family's rules, in the order in which they run."""
