"""Damage that no rule can repair: it is reported with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.body import LINE_MARKS, Body
from ingest.late import late
from ingest.model import Remark, Safety
from ingest.rules.headings import BOLD_LEVEL, headings
from ingest.rules.registry import Rule, rule
from ingest.rules.words import REFERENCE_HEADINGS

FUNCTION_WORDS: dict[str, tuple[str, ...]] = {
    "en": ("a", "an", "the", "of", "in", "at", "from", "near", "by", "to", "with", "between", "into", "is", "was"),
    "de": ("der", "die", "das", "dem", "den", "des", "von", "im", "zum", "zur", "mit", "für", "bei", "ist", "war"),
    "fr": ("le", "la", "les", "du", "des", "de", "dans", "par", "sur", "avec", "est", "était"),
    "es": ("el", "los", "las", "del", "en", "por", "con", "es", "fue"),
    "it": ("il", "lo", "gli", "della", "dei", "nel", "nella", "di", "con", "è"),
    "nl": ("het", "een", "van", "bij", "met", "naar", "voor"),
    "ru": ("в", "на", "из", "от", "для", "при", "около"),
    "uk": ("у", "з", "від", "біля", "для"),
}
"""Words after which a comma or a full stop cannot stand unless something is missing, by language."""

_WORDS = frozenset(word for words in FUNCTION_WORDS.values() for word in words)
_LONGEST_WORD = max(map(len, _WORDS))
_STOPS = (" ,", " .", " ;")
_AFTER_TWO = ("of", "in", "at", "from", "by", "and", "or", "is", "was", "are", "were")
_TWO_BLANKS = late(rf" {{2,3}}(?=(?:{'|'.join(_AFTER_TWO)})(?![\w'’-]))")
_AFTER_ARTICLE, _BEFORE_NAME = ("of", "and", "was", "were", "has", "had"), ("in", "on", "at", "from", "by")
_ARTICLE = re.compile(rf" the (?:(?:{'|'.join(_AFTER_ARTICLE)})(?= )|(?:{'|'.join(_BEFORE_NAME)})(?= [A-Z0-9]))")
_PREPOSITIONS = frozenset(("of", "in", "at", "to", "from", "by", "for", "with", "near"))
_BEFORE_TWO = frozenset(("the", "a", "an", "of", "in"))
_SEE = ("see", "see also", "siehe", "vgl.", "voir", "véase", "vedi", "zie", "см.", "див.")
_PARENTHESES = (
    late(r"\((?:(?![;,]\))[ \t;,]{1,6}\)|[ \t]{0,2}[;,][ \t])"),
    late(rf"\((?:{'|'.join(map(re.escape, _SEE))})[ \t]?\)"),
)
_RESTS = ("; )", ", )")
_NAKED = late(r"\(\)(?<=\w \(\))")
_GAPS = (
    *_STOPS,
    *(f"  {word}" for word in _AFTER_TWO),
    *(f" the {word} " for word in (*_AFTER_ARTICLE, *_BEFORE_NAME)),
    *("( ", "(\t", "(;", "(,"),
    *(f"({word}" for word in _SEE),
    *_RESTS,
    " ()",
    " undefined",
)
"""Of these every gap has one."""
WIKI_PRODUCERS = frozenset({"wtf-plugin-markdown", "mediawiki-extract"})
"""Producers that drop templates, so that empty parentheses of theirs held one."""

_UNIT = late(r"(?<![\w.,])\d[\d,.]{0,20}[ \u00a0]?(?:sqkm|sqmi|cuft|cumi|sqft|sqm)(?!\w)")
_WRITTEN = ("sqft", "sqm")
"""Of these, the ones that people write as well."""


@rule("DMG001", "missing-text", safety=Safety.DISPLAY, triggers=_GAPS)
def missing_text(body: Body) -> Iterator[Remark]:
    """Gaps where a template or a link lost its text upstream.

    "Bodies were discovered in the town of , reportedly killed": a name stood there, in markup that the scraper dropped.
    What it was cannot be known from the document, so the place is reported; so is a value that was not there and was
    printed as `undefined`: "in c. undefined 1038".

    Left alone: function words before other punctuation, a blank before a comma after any other word (a habit of some
    writers), parentheses of a function call, and code.
    """
    past = 0
    printed = _PRINTED.finditer(body.text) if "undefined" in body.text else ()
    for start, end in sorted((*_gaps(body), *(found.span() for found in printed))):
        if start >= past and not body.in_code(start, end):
            past = end
            yield Remark(start, end, "text is missing here: a template or a link was lost")


_PRINTED = late(r"(?:\bca?\.|\bcirca|\bborn|\bdied|\() undefined(?=[ ,;.)]|$)", re.MULTILINE)


def _gaps(body: Body) -> Iterator[tuple[int, int]]:
    text = body.text
    for stop in _STOPS:
        for start in _all(text, stop) if stop[1] in text else ():  # a single character is looked for much faster
            word = _word_before(text, start)
            if word.casefold() in _WORDS and text[start + 2 : start + 3] in ("", " ", "\n", "\u00a0"):
                yield start - len(word), start + 1
    for found in _TWO_BLANKS.finditer(text) if "  " in text else ():
        if (word := _word_before(text, found.start())) in _BEFORE_TWO:
            yield found.start() - len(word), found.end()
    for found in _ARTICLE.finditer(text):
        if (word := _word_before(text, found.start())) in _PREPOSITIONS:
            yield found.start() - len(word), found.end()
    if "(" in text or ")" in text:
        opening, pointer = _PARENTHESES
        yield from (found.span() for found in opening.finditer(text) if _AFTER_WORD.match(text, found.start() - 2))
        yield from ((start, start + 3) for rest in _RESTS for start in _all(text, rest))
        yield from (found.span() for found in pointer.finditer(text))
        if body.producer in WIKI_PRODUCERS:
            yield from (found.span() for found in _NAKED.finditer(text))


def _all(text: str, part: str) -> Iterator[int]:
    """Where the part stands in the text."""
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


_AFTER_WORD = late(r"[\w\"”*»] ")


def _word_before(text: str, end: int) -> str:
    """The word that ends at `end`, if it is no longer than a function word; else an empty string."""
    start = end
    while start and end - start <= _LONGEST_WORD and (text[start - 1].isalnum() or text[start - 1] in "_'’-"):
        start -= 1
    return text[start:end]


@rule("DMG002", "lost-unit", safety=Safety.DISPLAY, triggers=("sqkm", "sqmi", "sqft", "cuft", "cumi", "sqm"))
def lost_unit(body: Body) -> Iterator[Remark]:
    """Units by the name that a wiki's template has for them: "400 sqkm".

    The template would have written "400 km²" and a conversion; the scraper wrote its parameters. The number is right,
    the conversion is lost.

    Left alone: units as people write them ("400 km2", "400 sq mi", and "400 sqft" unless a wiki's scraper wrote
    it), and code.
    """
    for found in _UNIT.finditer(body.text):
        if found[0].endswith(_WRITTEN) and body.producer not in WIKI_PRODUCERS:
            continue
        if not body.in_code(found.start(), found.end()):
            yield Remark(found.start(), found.end(), "a unit template was lost: its parameter stands for the unit")


@rule("DMG003", "object-object", safety=Safety.DISPLAY, triggers=("[object ",))
def object_object(body: Body) -> Iterator[Remark]:
    """`[object Object]` where content was: in a sentence, a table cell, in code.

    A program printed a value that has no text. What it held is lost, so the place is reported; only in lists of
    references is it known that nothing is missed (REF001).

    Left alone: other brackets. A text that explains the message is reported as well: the two cannot be told apart.
    """
    for found in _OBJECT.finditer(body.text):
        start = found.start() - body.text.endswith("\\", 0, found.start())
        yield Remark(start, found.end(), "a value without text was printed here; its content is lost")


_OBJECT = late(r"\[object [A-Z][A-Za-z]{1,30}\\?\]")
"""Without the escape that may stand before it: a pattern that begins with plain characters is found much faster."""
_FEWEST_WORDS = 10
_CUT = re.compile(r"(?:[^\W_]|[,\-–—(\[]|\[(?:…|\.\.\.)\])$")


@rule("DMG004", "truncated-end", safety=Safety.DISPLAY)
def truncated_end(body: Body) -> Iterator[Remark]:
    """A last sentence without its end.

    The text stops amid a line of ten words or more, with a letter, a comma or `[…]`, while the paragraph above ended
    with a full stop: a limit on length cut it.

    Left alone: short last lines (a name, a place, a label), lists, tables, headings, quotations and code.
    """
    line = next((line for line in reversed(body.lines) if line.bare), None)
    if line is None or not _CUT.search(line.bare[-5:]):
        return
    text = line.bare
    if line.text[0] in _NOT_PROSE or text[0].isdigit() or len(text.split()) < _FEWEST_WORDS or body.in_code(line.start):
        return
    if any(paragraph[-1].bare.endswith((".", "!", "?", "”", '"', "。")) for paragraph in body.paragraphs[:-1]):
        yield Remark(line.end - 1, line.end, "the text seems to be cut off here")


_NOT_PROSE = frozenset(" \t#>|*+-=<[:")
_REMAINS = (
    re.compile(r"\n(?:\{\|[^\n]*|\|\}[ \t]*(?=\n|$)|\|-(?![-:])[^|\n]{0,200}(?=\n|$))"),
    re.compile(r"\{\{[A-Za-z][^{}|<>%\n\s]{0,60}\|[^{}\n]{0,200}\}{0,2}"),
    re.compile(r"<ref(?:[ \t][^<>\n]{0,200})?>"),
    re.compile(r"&lt;/?ref\b"),
    re.compile(r"\[\[(?:File|Image|Datei|Fichier|Archivo|Файл):"),
)


@rule(
    "DMG005",
    "markup-remains",
    safety=Safety.DISPLAY,
    triggers=("{|", "|}", "|-", "{{", "<ref", "&lt;ref", "&lt;/ref", "[["),
)
def markup_remains(body: Body) -> Iterator[Remark]:
    """Remains of wiki tables, templates, references and images that begin or end nowhere.

    What belongs to them and what to the text cannot be known.

    Left alone: templates of other languages (`{{ page.title }}`, `{{< figure >}}`, `{% if %}`), rows of Markdown tables,
    and code.
    """
    # With a line feed before it, the first line is like the others.
    spans = [(found.start(), found.end() - 1) for found in _REMAINS[0].finditer("\n" + body.text)]
    spans += [found.span() for pattern in _REMAINS[1:] for found in pattern.finditer(body.text)]
    for start, end in sorted(spans):
        if not body.in_code(start, end):
            yield Remark(start, min(end, start + _SHOWN), "wiki markup is left over here")


_SHOWN = 80


@rule("DMG006", "empty-section", safety=Safety.DISPLAY, triggers=("#", "\n=", "\n-"))
def empty_section(body: Body) -> Iterator[Remark]:
    """Headings with nothing under them: a table, a list or a gallery was dropped.

    Empty sections of references are removed (REF003).

    Left alone: a heading that is followed by a deeper one, and a document's title.
    """
    if not _may_be_empty(body):
        return
    found = [heading for heading in headings(body) if heading.level < BOLD_LEVEL]
    for heading, following in pairwise([*found, None]):
        if heading is None or heading.title.casefold() in REFERENCE_HEADINGS or not heading.first.number:
            continue
        if following and following.level > heading.level:
            continue
        stop = following.first.number if following else len(body.lines)
        if not any(body.lines.bares[heading.last.number + 1 : stop]):
            yield Remark(heading.first.start, heading.last.end, "the section is empty")


def _may_be_empty(body: Body) -> bool:
    """Whether a section of the text can be empty: most are told to be none sooner than all headings are found.

    Every heading ends in a marked line, and begins with one or stands right above one.
    """
    bares = body.lines.bares
    for line in body.marked:
        below = line.number + 1
        while below < len(bares) and not bares[below]:
            below += 1
        if any(bare[:1] in LINE_MARKS for bare in bares[below : below + 2]) or below == len(bares):
            return True
    return False


RULES: tuple[Rule, ...] = (missing_text, lost_unit, object_object, truncated_end, markup_remains, empty_section)
"""The family's rules, in the order in which they run."""
