"""Markup of another language where Markdown is meant: wiki lists and emphasis, entities, stray HTML, glued headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.body import Body, Line
from ingest.late import late
from ingest.model import Proposal, Safety
from ingest.rules import entities
from ingest.rules.lines import without_lines, without_span
from ingest.rules.links import after_run, wiki_link_end, wiki_parts
from ingest.rules.registry import rule
from ingest.rules.words import CATEGORY_NAMESPACES, IMAGE_NAMESPACES

WIKI_FORMATS = frozenset({"mediawiki"})
WIKI_PRODUCERS = frozenset({"wtf-plugin-markdown", "mediawiki-extract"})
"""Producers that write from a wiki's source, so that what looks like wiki markup is left over."""


def from_wiki(body: Body) -> bool:
    """Whether the text is known to come from a wiki's source."""
    return body.format in WIKI_FORMATS or body.producer in WIKI_PRODUCERS


_LIST = re.compile(r"([*#:;]{1,6})[ \t]{0,4}(?=\S)")
_LIST_MARKS = ("*", "#", ":", ";")


_LISTED = ("\n*", "\n#", "\n;", "\n:")


@rule("TXT011", "wiki-list", triggers=_LISTED)
def wiki_list(body: Body) -> Iterator[Proposal]:
    """Lists in wiki markup, whose marks mean something else in Markdown.

    ```
    # First
    ## Within the first
    ** Deeper
    ; Term
    : What it means
    ```

    becomes, in a document that is known to be a wiki extract,

    ```
    1. First
       1. Within the first
      - Deeper
    **Term**
    What it means
    ```

    In an extract headings are written with `=`, so that a `#` at the start of a line is a numbered item.

    Left alone: every document that is not an extract, where `#` is a heading and `**` is bold; single `*`, which is the
    same in Markdown; bold text at the start of a line; rules such as `****`; a colon or semicolon amid other text.
    """
    # A mark on the first line alone makes no list.
    if body.format not in WIKI_FORMATS or not any(mark in body.text for mark in _LISTED):
        return
    numbered = _numbered(body)
    for line in body.marked:
        if not line.text.startswith(_LIST_MARKS):
            continue
        found = _LIST.match(line.text)
        if found and found[1][-1] == "#" and not (numbered or _in_run(body, line)):
            continue
        if found and (after := _markdown_mark(line.text, found)) is not None:
            yield _item(line, found, after)


def _numbered(body: Body) -> bool:
    """Whether headings are still written with `=`, so that a line with `#` cannot be one."""
    return "\n==" in body.text or body.text.startswith("==")


def _in_run(body: Body, line: Line) -> bool:
    """Whether one of two neighbouring lines that begin with a single `#`, as items do and headings do not."""
    if not line.text.startswith("# "):
        return False
    near = (line.number - 1, line.number + 1)
    return any(0 <= number < len(body.lines) and body.lines[number].text.startswith("# ") for number in near)


def _item(line: Line, found: re.Match[str], after: str) -> Proposal:
    if after == "**":
        return Proposal(line.start, line.end, f"**{line.text[found.end() :].strip()}**")
    return Proposal(line.start, line.start + found.end(), after)


def _markdown_mark(text: str, found: re.Match[str]) -> str | None:
    marks = found[1]
    spaced = found.end() > found.end(1)
    depth = len(marks) - 1
    match marks[-1]:
        case "*" if depth and spaced and set(marks) <= set("*#:"):
            return "  " * depth + "- "
        case "#" if set(marks) <= set("*#:") and (spaced or depth == 0) and not text.startswith("#!"):
            return "   " * depth + "1. "
        case ";" if depth == 0 and len(text) < _LONGEST_TERM:
            return "**"
        case ":" if spaced or len(marks) > 1 or text[1:2].isalnum():
            return ""
    return None


_LONGEST_TERM = 200


@rule("TXT013", "empty-item", triggers=("\n*", "\n-", "\n *", "\n#"))
def empty_item(body: Body) -> Iterator[Proposal]:
    """List items with nothing in them, where the producer is known to drop the links that they held.

    ```
     * The mill today
     *
    ```

    becomes

    ```
     * The mill today
    ```

    Left alone: empty items of any other producer, which may be a form to fill in.
    """
    if not from_wiki(body):
        return
    empty = [line for line in body.marked if len(line.text) <= _SHORT and line.bare in _EMPTY_ITEMS]
    yield from without_lines(body, (line for line in empty if _has_neighbour(body, line)))


_EMPTY_ITEMS = frozenset({"*", "-", "**", "#"})
_SHORT = 8


def _has_neighbour(body: Body, line: Line) -> bool:
    """Whether an item stands above or below: a lone sign may be anything."""
    near = [body.lines[number] for number in (line.number - 1, line.number + 1) if 0 <= number < len(body.lines)]
    return any(other.bare.startswith(("* ", "- ", "#")) for other in near)


_BOLD = late(r"(?<![\w'])'''(?!['\s])([^'\n]{1,400}(?:'[^'\n]{1,400}){0,20}?)(?<!\s)'''(?![\w'])")
_ITALIC = late(r"(?<![\w'])''(?!['\s])([^'\n*]{1,400}(?:'[^'\n*]{1,400}){0,20}?)(?<!\s)''(?![\w'])")


@rule("TXT020", "wiki-emphasis", triggers=("''",))
def wiki_emphasis(body: Body) -> Iterator[Proposal]:
    """Bold and italic in wiki markup: `'''bold'''`, `''italic''`.

    ```
    The '''Old Mill''' was painted in ''The Miller's Wife''.
    ```

    becomes

    ```
    The **Old Mill** was painted in *The Miller's Wife*.
    ```

    Two quotes are taken only where the document is known to come from a wiki, or shows it as in TXT021.

    Left alone: a line that holds nothing else (in Python that is a comment on what follows), quotes within words, and
    code.
    """
    for found in _BOLD.finditer(body.text):
        if from_wiki(body) or not _whole_line(body.text, *found.span()):
            yield Proposal(*found.span(), f"**{found[1]}**")
    if from_wiki(body) or _shows_wiki(body.text):
        yield from (Proposal(*found.span(), f"*{found[1]}*") for found in _ITALIC.finditer(body.text))


def _whole_line(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _INDENT) : start].rpartition("\n")[2]
    return not before.strip() and text[end : end + 1] in ("", "\n")


_INDENT = 40


@rule("TXT021", "wiki-link", triggers=("[[",))
def wiki_link(body: Body) -> Iterator[Proposal]:
    """Links in wiki markup: the words stay.

    ```
    It stands on the [[Oder|river]] near [[Wrocław]].
    ```

    becomes, in a document that is known to come from a wiki,

    ```
    It stands on the river near Wrocław.
    ```

    The links that put a page into a category show nothing and go. The same is done where the document itself shows
    that it comes from a wiki: by headings between `==`, bold between three quotes, images or categories.

    Left alone: other documents, where `[[…]]` is a note's link, a test in a shell or a list of lists; links to pages of
    other kinds (`[[:File:Mill.jpg]]` and the like keep their words), images (IMG002), and code.
    """
    if not (from_wiki(body) or _shows_wiki(body.text)):
        return
    text = body.text
    position = 0
    while (start := text.find("[[", position)) >= 0:
        position = max(start + 2, after_run(text, start))
        end = wiki_link_end(text, start) if position == start + 2 else -1
        inner = text[start + 2 : end - 2] if end > 0 else ""
        if not _LINKED.match(inner) or "[[" in inner or "\n" in inner or text.startswith("(", end):
            continue
        target = inner.partition("|")[0]
        words = wiki_parts(inner)[-1].strip().removeprefix(":")
        namespace = target.partition(":")[0].strip().casefold()
        if namespace in IMAGE_NAMESPACES:
            pass  # IMG002 takes it out whole; its last part can be a size or a place
        elif namespace in CATEGORY_NAMESPACES:
            yield without_span(body, start, end)
        elif ":" not in target.removeprefix(":") or "|" in inner:
            yield Proposal(start, end, words)
        position = end


_LINKED = late(r"[:#]?[^\W_]")
_SHOWS = late(
    r"^={2,5} ?[^=\n]{1,200}={2,5}[ \t]*$|\[\[(?:File|Image|Category|Datei|Kategorie|Fichier|Catégorie):", re.MULTILINE
)


def _shows_wiki(text: str) -> bool:
    """Whether the text has other markup of a wiki, which no other tool that writes `[[…]]` knows."""
    return _SHOWS.search(text) is not None or ("'''" in text and _BOLD.search(text) is not None)


@rule("TXT022", "character-reference", triggers=("&",))
def character_reference(body: Body) -> Iterator[Proposal]:
    """Character references in running text: `&nbsp;`, `&ndash;`, `&quot;`, `&#8217;`.

    ```
    Ann &amp; Ben, 1901&ndash;1931, paid 5&nbsp;marks for &quot;the lot&quot;.
    ```

    becomes

    ```
    Ann & Ben, 1901–1931, paid 5 marks for "the lot".
    ```

    (the blank before "marks" is a no-break space).

    Left alone: what would become markup (`&lt;b&gt;`, `&#42;`, `&amp;nbsp;`), references within tags, templates and
    addresses, one that stands alone between quotation marks because it is spoken of, and code.
    """
    if ";" in body.text:
        yield from entities.replacements(body)


_BREAK = late(r"[ \t]{0,4}<br[ \t]{0,2}/?>(?:[ \t]{0,4}\n)?", re.IGNORECASE)
_INLINE = late(
    r"<(?P<tag>small|big|center|font|span|nowiki|u|s|tt|div|p|abbr|ins|cite|var|bdi|onlyinclude|noinclude|includeonly)"
    r"(?:[ \t\n][^<>]{0,400})?/?>|</(?:small|big|center|font|span|nowiki|u|s|tt|div|p|abbr|ins|cite|var|bdi|onlyinclude"
    r"|noinclude|includeonly)>",
    re.IGNORECASE,
)


_EMPHASIS = late(r"<(?P<tag>b|strong|i|em)>(?P<text>[^<>*\n]{1,800})</(?P=tag)>", re.IGNORECASE)


@rule("TXT023", "html-inline", triggers=("<",))
def html_inline(body: Body) -> Iterator[Proposal]:
    """Tags of HTML that a wiki's converter left: `<br>`, `<small>`, `<span style=…>`.

    ```
    The mill<br />of <span style="color:red">Ann</span> <small>(1901)</small>
    ```

    becomes, in a document that is known to come from a wiki,

    ```
    The mill
    of Ann (1901)
    ```

    In a row of a table the line break becomes a blank. `<b>` and `<i>` become `**` and `*`.

    Left alone: documents of any other producer, since HTML is part of Markdown; `<sup>` and `<sub>`, whose meaning
    would be lost; tags that are spoken of, and code.
    """
    if not from_wiki(body):
        return
    for found in _BREAK.finditer(body.text):
        if _is_spoken_of(body.text, *found.span()):
            continue
        row = body.line_at(found.start()).text.lstrip().startswith("|")
        yield Proposal(*found.span(), " " if row and not found[0].endswith("\n") else "\n")
    for found in _EMPHASIS.finditer(body.text):
        mark = "**" if found["tag"].casefold() in ("b", "strong") else "*"
        if found["text"].strip() and not _is_spoken_of(body.text, *found.span()):
            yield Proposal(*found.span(), f"{mark}{found['text'].strip()}{mark}")
    for found in _INLINE.finditer(body.text):
        if not _is_spoken_of(body.text, *found.span()):
            yield Proposal(*found.span())


_SPEAKS = late(
    r"[ \t\"'”’»)]{0,3}(?:tags?|elements?|attributes?|Elemente?s?|balises?|etiquetas?|тег[аиов]{0,2})\b", re.IGNORECASE
)


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """Whether the text names the tag instead of using it: `the <br> tag`, `"<br>"`."""
    quoted = start > 0 and text[start - 1] in _OPENING and text[end : end + 1] in _CLOSING
    return quoted or _SPEAKS.match(text, end) is not None


_OPENING = frozenset("\"'“‘«(`")
_CLOSING = frozenset("\"'”’»)`")


_GLUED = re.compile(r"#{2,6}[ \t]{1,3}(?=[^\W\d_a-z])[^\n#]{1,100}$", re.MULTILINE)
_ENDS = frozenset('.!?…。”"»)')
_GLUED_MARKS = tuple(end + mark for end in sorted(_ENDS) for mark in ("##", "=="))


_GLUED_WIKI = re.compile(r"(={2,6}) ?[^\W\d_][^=\n]{0,80}[^=\s] ?\1[ \t]{0,4}$", re.MULTILINE)


@rule("TXT030", "glued-heading", triggers=_GLUED_MARKS)
def glued_heading(body: Body) -> Iterator[Proposal]:
    """Headings glued to the end of the paragraph before them.

    ```
    The mill closed in 1931.## Legacy
    ```

    becomes

    ```
    The mill closed in 1931.

    ## Legacy
    ```

    The same where the heading is in wiki markup (`in 1931.== Legacy ==`).

    Left alone: a number sign within a line, after a word or a blank (`C## Programming`), a single one, and code.
    """
    for mark, pattern in (("##", _GLUED), ("==", _GLUED_WIKI)):
        yield from (Proposal(start, start, "\n\n") for start in _glued_at(body.text, mark, pattern))


def _glued_at(text: str, mark: str, pattern: re.Pattern[str]) -> Iterator[int]:
    """Where a sentence ends and the pattern, which begins with the mark, matches."""
    start = text.find(mark) if mark[0] in text else -1  # a single character is looked for much faster
    while start >= 0:
        end = start + len(mark)
        if start and text[start - 1] in _ENDS and (found := pattern.match(text, start)):
            yield start
            end = found.end()
        start = text.find(mark, end)


_NO_BLANK = re.compile(r"(#{2,6})(?=[^\W\d_a-z][^\W_])[^\n#_]{2,100}$")


@rule("TXT031", "heading-without-blank", triggers=("##",))
def heading_without_blank(body: Body) -> Iterator[Proposal]:
    """Headings without the blank after the number signs, which Markdown takes for text.

    ```
    ##Legacy
    ```

    becomes

    ```
    ## Legacy
    ```

    Left alone: a single number sign (a tag), a word in small letters or with underscores (a macro, a directive), a
    line that follows a line of text, and code.
    """
    bares = body.lines.bares
    for line in body.marked:
        if not line.text.startswith("##") or (line.number and bares[line.number - 1]):
            continue
        if found := _NO_BLANK.match(line.text):
            yield Proposal(line.start + found.end(1), line.start + found.end(1), " ")


@rule("TXT040", "line-number-column", triggers=("\n2\n3",))
def line_number_column(body: Body) -> Iterator[Proposal]:
    """The numbers of a listing's lines, as a column of their own above the code.

    A table with numbers on the left and code on the right falls into two pieces when it is read as text.

    ````
    1
    2
    3
    ```
    one
    two
    three
    ```
    ````

    becomes

    ````
    ```
    one
    two
    three
    ```
    ````

    Left alone: numbers that do not begin with 1 or do not rise by one, and such a column with no code of the same
    number of lines right below.
    """
    lines = body.lines
    number = 0
    while number < len(lines):
        count = _counted(lines, number)
        if count >= _FEWEST_NUMBERS and _code_lines(body, number + count) == count:
            yield Proposal(*body.removal(lines[number], lines[number + count - 1]))
        number += max(count, 1)


_FEWEST_NUMBERS = 3


def _counted(lines: Sequence[Line], first: int) -> int:
    """How many lines from `first` on hold 1, 2, 3 and so on."""
    count = 0
    while first + count < len(lines) and lines[first + count].text.strip() == str(count + 1):
        count += 1
    return count


def _code_lines(body: Body, number: int) -> int:
    """How many lines the code has that begins in line `number` or after blank lines, without its fences."""
    lines = body.lines
    while number < len(lines) and not lines[number].bare:
        number += 1
    if number >= len(lines) or not body.in_code_block(lines[number].start):
        return 0
    fenced = lines[number].bare.startswith(("```", "~~~"))
    last = number
    while last + 1 < len(lines) and body.in_code_block(lines[last + 1].start):
        last += 1
        if fenced and lines[last].bare.startswith(("```", "~~~")):
            return last - number - 1
    return last - number + 1


_WRAPPED_WIDTH = range(60, 101)
"""Widths that mail and text tools wrap at (66, 72, 78, 80, 100), with some room."""


@rule("TXT050", "hard-wrapped-lines", safety=Safety.UNSAFE)
def hard_wrapped_lines(body: Body) -> Iterator[Proposal]:
    """Paragraphs broken into lines of one width.

    ```
    The mill was built in 1901, when the river had been moved and the old weir
    was gone, and it closed in 1931.
    ```

    becomes one line. Only paragraphs of plain lines whose widths keep below one limit while the next word would have
    gone over it.

    It is not run unless asked for: verse, addresses and tables without lines look the same.

    Left alone: lists, quotations, tables, indented lines, code, lines that end in two blanks.
    """
    for paragraph in body.paragraphs:
        if _is_wrapped(body, paragraph):
            for line in paragraph[:-1]:
                yield Proposal(line.start + len(line.text.rstrip()), line.end + 1, " ")


_ITEM = late(r"\d{1,9}[.)][ \t]")


def _is_wrapped(body: Body, paragraph: tuple[Line, ...]) -> bool:
    if any(not (line.text[0].isalnum() or line.text[0] in "“\"'(") or _ITEM.match(line.text) for line in paragraph):
        return False
    width = max(len(line.text) for line in paragraph)
    if width not in _WRAPPED_WIDTH or body.in_code_block(paragraph[0].start, paragraph[-1].end):
        return False
    for line, following in pairwise(paragraph):
        first_word = following.text.split(maxsplit=1)[0]
        if line.text.endswith("  ") or len(line.text) + 1 + len(first_word) < width - 8:
            return False
    return True
