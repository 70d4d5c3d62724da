"""The frame of the text: line ends, blanks, blank lines, and wiki markup where Markdown is meant."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.body import Body
from ingest.late import late
from ingest.model import Proposal
from ingest.rules import extractor, fragments, markup, pandocwiki, rawwiki, wikipage
from ingest.rules.headings import wiki_heading
from ingest.rules.registry import Rule, rule

NO_HARD_BREAKS = frozenset({"wtf-plugin-markdown", "mediawiki-extract"})
"""Producers that never write two blanks for a line break: theirs are left over from the source."""

_RETURNS = late(r"\r+\n?")
_LEADING = late(r"(?:[ \t]*\n)+")


@rule("TXT001", "mixed-line-ends", triggers=("\r",), in_code=True)
def mixed_line_ends(body: Body) -> Iterator[Proposal]:
    """Line ends of Windows or old Macs amid others.

    Where all line ends are alike, reading the file folds them. Here some differ: parts were pasted together. Each
    becomes a line feed, in code too, since it ends a line there as well.
    """
    for found in _RETURNS.finditer(body.text):
        yield Proposal(found.start(), found.end(), "\n")


@rule("TXT002", "trailing-blanks", triggers=(" \n", "\t\n"))
def trailing_blanks(body: Body) -> Iterator[Proposal]:
    """Blanks and tabs at the end of a line.

    Left alone: code; two or more blanks at the end of a line of Markdown that is followed by another line of text,
    since that is how Markdown writes a line break, unless the producer is known never to write one.
    """
    breaks = body.format == "markdown" and body.producer not in NO_HARD_BREAKS
    lines = body.lines
    for number, start, end, text, bare in lines[:-1]:
        if text == bare or not text.endswith((" ", "\t")):
            continue
        kept = len(text.rstrip(" \t"))
        if breaks and kept and text.endswith("  ") and lines[number + 1].bare:
            continue
        yield Proposal(start + kept, end)


@rule("TXT003", "blank-run", triggers=("\n\n\n",))
def blank_run(body: Body) -> Iterator[Proposal]:
    """More than one blank line in a row, left where something was taken out.

    Left alone: code, and blank lines between two indented lines, which may be code.
    """
    text = body.text
    end = 0
    while (start := text.find("\n\n\n", end)) >= 0:
        end = start + 3
        while text.startswith("\n", end):
            end += 1
        if end < len(text) and not _between_indented(text, start, end):
            yield Proposal(start, end, "\n\n")


def _between_indented(text: str, start: int, end: int) -> bool:
    before = text.rfind("\n", 0, start) + 1
    return text.startswith(("    ", "\t"), before) and text.startswith(("    ", "\t"), end)


@rule("TXT004", "ragged-end")
def ragged_end(body: Body) -> Iterator[Proposal]:
    """A missing line feed at the end of the text, or blank lines and blanks after the last one.

    Nothing is left of a text that holds nothing else.
    """
    text = body.text
    if text.endswith("\n") and not text.endswith((" \n", "\t\n", "\n\n")) and text != "\n":
        return
    end = len(text.rstrip(" \t\n"))
    wanted = "\n" if end else ""
    if text[end:] != wanted:
        yield Proposal(end, len(text), wanted)


@rule("TXT005", "leading-blank-lines")
def leading_blank_lines(body: Body) -> Iterator[Proposal]:
    """Blank lines before the first line of text. The indentation of that line stays: it may be code."""
    if not body.text.startswith((" ", "\t", "\n")):
        return
    found = _LEADING.match(body.text)
    if found and found.end() < len(body.text):
        yield Proposal(0, found.end())


@rule("TXT010", "wiki-heading", triggers=("=",))
def wiki_heading_line(body: Body) -> Iterator[Proposal]:
    """Headings in wiki markup, where Markdown reads a line of text.

    ```
    == History ==
    === Early years ===
    ```

    becomes

    ```
    ## History
    ### Early years
    ```

    Levels are kept, except where a text has no heading above the third level: then all move up, so that the first
    level below the title is `##`.

    Left alone: lines of `=` under or over a title, table borders, `==` within a line, and code.
    """
    found = [(line, wiki_heading(line.text.rstrip())) for line in body.marked if line.text.startswith("=")]
    wiki = [(line, heading) for line, heading in found if heading and not body.in_code_block(line.start)]
    lift = max(0, min((level for _, (level, _) in wiki), default=0) - _TOP)
    if lift and ("\n#" in body.text or body.text.startswith("#")):
        lift = 0
    for line, (level, title) in wiki:
        yield Proposal(line.start, line.end, f"{'#' * (level - lift)} {title}")


_TOP = 2
"""The level of the sections of a document, whose title is in the front matter."""


EARLY: tuple[Rule, ...] = (mixed_line_ends,)
"""Run before the header is read: where a line ends decides what the document is."""

RULES: tuple[Rule, ...] = (
    trailing_blanks,
    blank_run,
    ragged_end,
    leading_blank_lines,
    wiki_heading_line,
    markup.wiki_list,
    markup.empty_item,
    extractor.extractor_mark,
    markup.wiki_emphasis,
    markup.wiki_link,
    markup.character_reference,
    wikipage.style_sheet_text,
    rawwiki.raw_wikitext,
    pandocwiki.wiki_pandoc_attribute,
    wikipage.numbered_contents,
    wikipage.wiki_page_tag,
    wikipage.category_line,
    markup.html_inline,
    fragments.html_fragment,
    markup.glued_heading,
    markup.heading_without_blank,
    markup.line_number_column,
    markup.hard_wrapped_lines,
)
"""The family's rules, in the order in which they run."""

CLOSING = frozenset({ragged_end.code})
"""Rules whose edits give none of our rules anything to do, themselves included: a pass of these alone is the last."""
