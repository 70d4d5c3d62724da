"""The layout of a news text: headline, dek, byline and date stand in the text, and belong in the metadata.

Only what is sure is lifted: a wrong dek is worse than none. Everything lifted is in the metadata, word for word.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from ingest.body import Body
from ingest.late import late
from ingest.metadata.dates import read_date
from ingest.model import Lift, Proposal
from ingest.rules.chrome import lexicon
from ingest.rules.chrome.captions import is_transcript
from ingest.rules.chrome.dates import (
    date_in,
    date_with_place,
    date_with_source,
    is_byline,
    is_dated,
    is_signature,
    parts_of,
    reporter_in,
    speaks_of_time,
    tags_in,
)
from ingest.rules.chrome.page import Page, Unit, ends_in_stop, ends_sentence, lower, name_shaped, tiles
from ingest.rules.chrome.quiet import exposes_furniture, verdicts_on
from ingest.rules.chrome.verdicts import Verdicts

HEADLINE, DEK, BYLINE, DATE, TAGS = "META101", "META102", "META103", "META104", "META105"

NEWS_CODES: dict[str, tuple[str, str]] = {
    HEADLINE: (
        "lifted-headline",
        "The first line of a news text, a short paragraph without a full stop, became the title.",
    ),
    DEK: (
        "lifted-dek",
        "The paragraph under the headline became the description. That it is a dek and not the story's first paragraph "
        "is shown by what follows (a byline, a date, the place and agency that open the story), or by the story telling the "
        "same again in the same words.",
    ),
    BYLINE: (
        "lifted-byline",
        "A line that names who wrote the text became the authors: `By Jane Doe and John Roe`, or a name alone under the "
        "headline or as the last line. A line that says more than names stays in the text.",
    ),
    DATE: (
        "lifted-date",
        "A line that is a date, under the headline or at the end, became `published` or `modified`. A date that can be "
        "read in two ways stays in the text.",
    ),
    TAGS: (
        "lifted-tags",
        "A line after the text that says what it is filed under (`Tags: mills, rivers`) became the tags.",
    ),
}
"""Name and page of each code that a lifted line goes with."""

LONGEST_HEADLINE = 160
LONGEST_DEK = 320
LONGEST_BYLINE = 120
SHORTEST_HEADLINE = 6
SHORTEST_DEK = 20
SHORTEST_SENTENCE = 40
"""Characters. Scripts without blanks between words need half as many."""

HEAD_LINES = 6
TAIL_LINES = 3
DEK_LINES = 3
"""Lines from the headline to the body, after the body, and from the dek to the body."""

KIND_WORDS = 3
PLACE_WORDS = 4
DEK_WORDS = 5
ROW = 4
TOLD_WORDS = 8
TOLD_SHARE = 0.3
NAME_WORDS = range(2, 4)
UNSPACED_NAME = range(2, 13)
"""Words: of a kind of text over its headline, and of a place under a byline, at most; of a dek without a full stop at
least; in a row, without a capital, that a story repeats from its dek, how many of them in all, and which share of the
dek (a first sentence repeats names and stock phrases, well below that in the texts looked at); words and characters of a
name alone."""

_GREETING = re.compile(
    r"(?:dear|hi|hello|hey|to whom|liebe[rs]?|sehr geehrte[rs]?|hallo|ch[eè]re?s?|bonjour|madame|monsieur|estimad[oa]s?|"
    r"querid[oa]s?|hola|caro|cara|gentile|egregio|prezad[oa]s?|geachte|beste|szanown[yai]|drog[iae]|шановн\w*|дорог\w*|"
    r"уважаем\w*|kære|kjære|kära|hej|hei|vážen[ýá]|sayın|sevgili|拝啓|尊敬的|亲爱的)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"[#=\-*|<:.\[{$@>+~`%&/\\^_]|https?:|\d+[.)]\s|[A-Za-z-]{2,20}=")
_MAIL = re.compile(
    r"(?:from|to|subject|date|cc|re|fwd?|title|author|pep|version|status|name|id|type) ?:", re.IGNORECASE
)
_UNDERLINE = re.compile(r"([=\-~^\"*+#])\1{3,}[ \t]*$")
_DATELINE = re.compile(
    r"(?:[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w.'’-]*[ ,/]{0,2}){1,4}(?:,[^—–\n]{2,30}|[A-Za-z]{3,9}\.? \d{1,2})? ?(?:\([^()\n]{2,40}\) ?)?"
    r"(?:—|–|--| - ) ?\S"
)
_MODIFIED = re.compile(
    r"updat|modif|revis|aktual|zaktual|mis à jour|actualiz|aggiorn|atualiz|bijgewerkt|оновл|обновл|uppdat|opdat|oppdat|"
    r"päivitetty|güncel|更新|수정|업데이트|تحديث|עודכן|עדכון|diperbarui|cập nhật",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\b(?:\d{3,}|\d{1,3}(?: \d{3})+)(?: [^\W\d]\w*){2}(?!\w)")
_YEAR = late(r"(?:19|20)\d\d ")
_TOKENS = re.compile(r"\w+")
_NO_WORD = "".join(sign for sign in map(chr, range(128)) if not (sign.isalnum() or sign in "_\n")).encode()
_CAPITALS = string.ascii_uppercase.encode()
_PLAIN = bytes.maketrans(_NO_WORD + _CAPITALS, b" " * len(_NO_WORD) + _CAPITALS.lower())
"""A blank for each sign of ASCII that is of no word and ends no line, and a small letter for each capital."""
_ASCII = bytes(range(128))
_BLANK = 0x20
_DOT_ABOVE = "\u0307"
_NO_WORDS = late(r"[^\w\n]")
_MOST_SIGNS = 50
"""Different signs beyond ASCII up to which a text is read once for each."""
_COMMA = re.compile(r" ?[,;&、，] ?")
_MORE = re.compile(r" [|/] ")
_JOBS = late(
    r"writer|reporter|correspondent|editor|columnist|journalist|bureau|redakteur|korrespondent|redaktor|rédact|journaliste|"
    r"redactor|corresponsal|redattore|corrispondente|repórter|redacteur|редактор|кор+еспондент|журнал[иі]ст",
    re.IGNORECASE,
)
"""What stands behind a name and is none: the writer's post, in words that are no surnames."""
_SENTENCE = re.compile(r"[.!?…]['\"”’»)]?\s+\S")


NEWSROOMS = frozenset(
    (
        *("newsroom", "staff reporter", "our correspondent", "from our correspondent", "web desk", "news desk"),
        *("redaktion", "von unserer redaktion", "la rédaction", "rédaction", "redacción", "la redacción", "redazione"),
        *("la redazione", "di redazione", "redação", "da redação", "por redação", "redactie", "door onze redactie"),
        *(
            "van onze redactie",
            "onze redactie",
            "redakcja",
            "redakce",
            "szerkesztőség",
            "redacția",
            "redaksi",
            "tim redaksi",
        ),
        *(
            "редакция",
            "редакція",
            "від редакції",
            "haber merkezi",
            "toimitus",
            "redaktionen",
            "redaksjonen",
            "nhóm phóng viên",
        ),
    )
)
"""Who signs for a paper when nobody does, casefolded."""


class _Names(NamedTuple):
    """The authors that a byline names, and whether it says nothing else."""

    names: list[str]
    only: bool


def lift(body: Body) -> Lift:
    """Headline, dek, byline and date of a plain news text, and the edits that take them out of the body.

    To be called on a text without a header, after the rules ran. A text that is not laid out like news gives nothing.
    """
    verdicts = verdicts_on(body)
    page = verdicts.page
    fields: dict[str, Any] = {}
    found: dict[int, str] = {}
    if not _is_article(page, verdicts):
        return Lift()
    if _is_headline(page, verdicts):
        fields["title"] = page.units[0].text
        found[0] = HEADLINE
    elif not _is_signed(page):
        return Lift()
    if not _is_diary(page, verdicts):
        found.update(_below(page, verdicts, fields, len(found)))
        found.update(_behind(page, verdicts, fields))
    proposals = tuple([(code, Proposal(start, end)) for code, start, end in tiles(page, found)])
    return Lift(fields, proposals, exposes_furniture(verdicts, found, partial(_left, body, fields, proposals)))


def _left(body: Body, fields: Mapping[str, Any], proposals: Iterable[tuple[str, Proposal]]) -> Body:
    """What the proposals, which only take out, leave of a body, with the fields that they give."""
    parts = []
    end = 0
    for _, one in proposals:
        parts.append(body.text[end : one.start])
        end = one.end
    return Body("".join((*parts, body.text[end:])), body.format, body.producer, fields=fields)


def _is_article(page: Page, verdicts: Verdicts) -> bool:
    """Whether the text is mainly prose that begins near the top, and not laid out as something else."""
    units = page.units
    prose = [unit for unit in units if unit.prose]
    if not prose or prose[0].index > HEAD_LINES:
        return False
    if not verdicts.readable:
        written = sum(len(unit.text) for unit in units if page.is_written(unit))
        rest = (unit for unit in units[1:] if not is_signature(unit.text))
        if 2 * written < sum(len(unit.text) if unit.linked else len(unit.line.text) for unit in rest):
            return False
    lists = sum(unit.bullet or unit.line.text.startswith(("    ", "\t")) for unit in units)
    if 4 * lists >= len(units) or page.body.code_blocks or any(_UNDERLINE.match(unit.line.text) for unit in units):
        return False
    return not is_transcript(page)


def _is_signed(page: Page) -> bool:
    """Whether the text begins with a byline, its headline lost."""
    unit = page.units[0]
    parts = parts_of(unit.text)
    signed = [found for part in parts if (found := _signed(part)) and found.only]
    alone = len(signed) == 1 and all(_signed(part) or date_in(part) for part in parts)
    return alone and len(page.units) > 1 and _is_apart(page, unit)


def _is_headline(page: Page, verdicts: Verdicts) -> bool:
    unit = page.units[0]
    text = unit.text
    if len(page.units) == 1 or not page.alone(unit) or unit.bullet or unit.heading or unit.index in verdicts.hints:
        return False
    if _length(text) < SHORTEST_HEADLINE or len(text) > LONGEST_HEADLINE or (text.isascii() and " " not in text):
        return False
    if ends_in_stop(text) or text[-1] in ",;:，；：" or text[0].islower() or unit.prose:
        return False
    if text.isupper() and len(text.split()) <= KIND_WORDS and not page.units[1].prose:
        return False  # the kind of text, such as "PRESS RELEASE", over its headline
    if name_shaped(text) and _is_headline_below(page.units[1]):
        return False  # a name over the headline
    return not (
        any(look.match(text) for look in (_GREETING, _MARKUP, _MAIL))
        or any(date_in(part) or _signed(part) for part in parts_of(text))
    )


def _is_headline_below(unit: Unit) -> bool:
    return not unit.prose and not is_signature(unit.text) and not ends_sentence(unit.text)


def _length(text: str) -> int:
    return len(text) if text.isascii() else 2 * len(text)


def _is_diary(page: Page, verdicts: Verdicts) -> bool:
    """Whether dates stand over the parts of the text: then none of them is the date of the whole."""
    return any(date_in(unit.text) for unit in page.units[verdicts.head : verdicts.tail] if not unit.prose)


def _below(page: Page, verdicts: Verdicts, fields: dict[str, Any], first: int) -> Iterator[tuple[int, str]]:
    """What stands between the headline and the body, from the line `first`."""
    for unit in page.units[first : min(len(page.units) - 1, HEAD_LINES)]:
        if unit.index in verdicts.hints or not _is_apart(page, unit):
            return
        known = len(fields)
        code = _signature(page, unit, fields)
        if not code and (len(fields) > known or not page.alone(unit)):
            continue  # a line that says more than names or a date stays, and others may stand below it
        if not code and "description" not in fields and _is_dek(page, unit):
            fields["description"] = unit.text
            code = DEK
        if not code:
            if _is_passed(unit, fields):
                continue  # it stays, and others may stand below it
            return
        yield unit.index, code


def _is_passed(unit: Unit, fields: dict[str, Any]) -> bool:
    """Whether a short line of the head is none that says where the body begins: a newsroom, a time, a place or a post."""
    if unit.prose or len(unit.text) > LONGEST_BYLINE or ends_sentence(unit.text):
        return False
    return unit.key in NEWSROOMS or speaks_of_time(unit.text) or ("authors" in fields and _is_place(unit))


def _behind(page: Page, verdicts: Verdicts, fields: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """What stands after the body: the author's name, the date."""
    for unit in page.units[max(verdicts.tail, 2) :][:TAIL_LINES]:
        if unit.index in verdicts.hints or not _is_apart(page, unit):
            return
        code = _signature(page, unit, fields) or _keep_tags(unit, fields)
        if not code:
            return
        yield unit.index, code


def _is_apart(page: Page, unit: Unit) -> bool:
    """Whether the unit is a paragraph of its own, or one of a paragraph of bylines and dates."""
    group = page.groups[unit.group]
    first, *rest = group
    if page.alone(unit) or all(is_signature(other.text) for other in group):
        return True
    return is_byline(first.text) and all(is_signature(other.text) or _is_place(other) for other in rest)


def _is_place(unit: Unit) -> bool:
    """Whether a line under a byline looks like the writer's place or paper."""
    words = unit.text.split()
    bare = not ends_sentence(unit.text) and unit.text[-1:] not in ",;:"
    return bare and len(words) <= PLACE_WORDS and all(word[0].isupper() for word in words)


def _signature(page: Page, unit: Unit, fields: dict[str, Any]) -> str:
    """The code of a line that is a byline or a date, after keeping what it says; or an empty string."""
    if reporter_in(unit.text) in fields.get("authors", ()):
        return BYLINE  # signed at the end again, with a mail address
    if "authors" not in fields:
        parts = parts_of(unit.text)
        signed = [(part, found) for part in parts if (found := _signed(part)) and found.only]
        if len(signed) == 1 and _keep_dates([part for part in parts if part != signed[0][0]], fields):
            fields["authors"] = signed[0][1].names
            return BYLINE
        if found := _byline(page, unit):
            fields["authors"] = found.names
            return BYLINE if found.only else ""
    if _keep_dates(parts_of(unit.text), fields):
        return DATE
    if date := date_with_place(unit.text) or date_with_source(unit.text):
        _keep_dates([date], fields)  # the line stays, for its place or source
    return ""


def _keep_tags(unit: Unit, fields: dict[str, Any]) -> str:
    if "tags" in fields or not (tags := tags_in(unit.text)):
        return ""
    fields["tags"] = tags
    return TAGS


def _keep_dates(parts: Sequence[str], fields: dict[str, Any]) -> bool:
    """Keep a line's dates under their fields. False where one cannot be read, or a field has one already."""
    dates = _dates(parts)
    if not dates or not fields.keys().isdisjoint(dates):
        return False
    fields.update(dates)
    return True


def _dates(parts: Sequence[str]) -> dict[str, str]:
    """The dates of a line that is nothing else, by field: one, or that of publication and that of a change."""
    found: dict[str, str] = {}
    for part in parts:
        if not (date := date_in(part)):
            if lexicon.READING.fullmatch(part.strip(" .").lower()):
                continue
            return {}
        key = "modified" if _MODIFIED.search(part[: len(part.strip()) - len(date)]) else "published"
        if key in found or len(read_date(date).iso) < len("2000-01-01"):
            return {}
        found[key] = date
    return found


def _byline(page: Page, unit: Unit) -> _Names | None:
    text = unit.text.strip()
    if unit.prose or unit.heading or unit.bullet or len(text) > LONGEST_BYLINE or ends_in_stop(text):
        return None
    return _signed(text) or _lone_name(page, unit, text)


def _lone_name(page: Page, unit: Unit, text: str) -> _Names | None:
    """A name that the text never uses, in words that it never uses either: else it is a place or a heading."""
    if not name_shaped(text) or len(text.split()) not in NAME_WORDS or text.isupper():
        return None
    rest = page.body.text[: unit.line.start] + page.body.text[unit.line.end :]
    used = set(_TOKENS.findall(rest))
    if text in rest or any(word.lower() in used for word in _TOKENS.findall(text)):
        return None
    return _Names([text], only=True)


def _signed(text: str) -> _Names | None:
    """The names of a line that opens like a byline."""
    if reporter := reporter_in(text):
        return _Names([reporter], only=True)
    match = lexicon.BYLINES.match(text)
    if match is None:
        return None
    line, *more = _MORE.split(text[match.end() :].strip(), maxsplit=1)
    only = not more
    names: list[str] = []
    for name in (name for part in _COMMA.split(line) for name in _joined(part)):
        if _is_name(name) and not (names and _JOBS.search(name)):
            names.append(name)
        elif names:
            only = False
        else:
            return None
    return _Names(names, only) if names else None


def _joined(part: str) -> list[str]:
    """`Jane Doe and John Roe` as two."""
    words: list[list[str]] = [[]]
    for word in part.split():
        if word.lower() in lexicon.JOINED and words[-1]:
            words.append([])
        else:
            words[-1].append(word)
    return [" ".join(group) for group in words if group]


def _is_name(text: str) -> bool:
    if text.isupper() and text.lower() != text:
        text = text.title()
    if name_shaped(text):
        return True
    letters = all(sign.isalpha() or sign in " ·・" for sign in text)
    return letters and text.lower() == text.upper() and len(text) in UNSPACED_NAME


def _is_dek(page: Page, unit: Unit) -> bool:
    body = next((one for one in page.units[unit.index + 1 :] if one.prose), None)
    if not _is_dek_shaped(unit) or body is None or body.index - unit.index > DEK_LINES:
        return False
    between = page.units[unit.index + 1 : body.index]
    if not all(is_signature(one.text) for one in between):
        return False
    signed = any(is_byline(one.text) or is_dated(one.text) or date_with_place(one.text) for one in between)
    earlier = any(is_signature(one.text) for one in page.units[1 : unit.index])
    return (signed and not earlier) or bool(_DATELINE.match(body.text)) or _is_told_again(page, unit)


def _is_dek_shaped(unit: Unit) -> bool:
    text = unit.text
    if unit.heading or unit.bullet or _length(text) < SHORTEST_DEK or len(text) > LONGEST_DEK:
        return False
    if text[0].islower() or text[-1] in ",;:" or _MARKUP.match(text) or _DATELINE.match(text) or is_signature(text):
        return False
    if not ends_sentence(text):
        if speaks_of_time(text):
            return False
        return len(text.split()) >= DEK_WORDS or not text.isascii()
    return _length(text) >= SHORTEST_SENTENCE and len(_SENTENCE.findall(text)) <= 1


def _is_told_again(page: Page, unit: Unit) -> bool:
    """Whether the body tells the same in the same words: a number and what it counts, or a good part of the sentence.

    A story's first sentence shares names, years and stock phrases with the rest; a sentence that sums it up shares more.
    """
    below = page.body.text[unit.line.end :]
    if _SENTENCE.search(unit.text) or unit.text in below:
        return False
    written = _TOKENS.findall(unit.text)
    counts = [lower(match[0]) for match in _COUNT.finditer(" ".join(written)) if not _YEAR.match(match[0])]
    told = plain(below)
    # A row can stand in the body only where each of its words does: mostly that settles it.
    new = {index for index, word in enumerate(written) if word != lower(word) or word.encode() not in told}
    rows = [index for index in range(len(written) - ROW + 1) if new.isdisjoint(range(index, index + ROW))]
    if not counts and not _is_enough(rows, written):
        return False
    told = b" %b " % words_of(told)
    if any(_stands([count], told) for count in counts):
        return True
    # Two rows side by side share three words that begin at an even place: half as many are looked for.
    shared = {
        place for place in {index + index % 2 for index in rows} if _stands(written[place : place + ROW - 1], told)
    }
    rows = [index for index in rows if index + index % 2 in shared and _stands(written[index : index + ROW], told)]
    return _is_enough(rows, written)


def _stands(words: Iterable[str], told: bytes) -> bool:
    """Whether words stand in a row in a text with a blank between two."""
    return f" {' '.join(words)} ".encode() in told


def _is_enough(rows: list[int], written: list[str]) -> bool:
    """Whether the rows of words that begin at these places are a good part of the sentence."""
    told = {index for row in rows for index in range(row, row + ROW)}
    return len(told) >= TOLD_WORDS and len(told) >= TOLD_SHARE * len(written)


def plain(text: str) -> bytes:
    """A text in lower case and UTF-8, with blanks for the signs of no word. Its lines stay lines.

    All that is beyond ASCII is few different characters, mostly: what they are is told for all of the text at once.
    """
    written = text.encode("utf-8", "surrogatepass")
    beyond = _beyond_ascii(written)
    if _DOT_ABOVE in beyond or lower(beyond) != beyond:
        text = lower(text)
        written = text.encode("utf-8", "surrogatepass")
        beyond = _beyond_ascii(written)
    signs = [sign for sign in beyond if not sign.isalnum()]
    if len(signs) > _MOST_SIGNS:
        return _NO_WORDS.sub(" ", text).encode().translate(_PLAIN)
    ours = "".join(signs).encode("utf-8", "surrogatepass")
    if set(ours).isdisjoint("".join([sign for sign in beyond if sign.isalnum()]).encode()):
        table = bytearray(_PLAIN)
        for byte in ours:
            table[byte] = _BLANK
        return written.translate(table)
    for sign in signs:
        written = written.replace(sign.encode("utf-8", "surrogatepass"), b" ")
    return written.translate(_PLAIN)


def _beyond_ascii(written: bytes) -> str:
    """The different characters beyond ASCII of a text in UTF-8."""
    return "".join(set(written.translate(None, _ASCII).decode("utf-8", "surrogatepass")))


def words_of(told: bytes) -> bytes:
    """The words of a text that is `plain`, with a blank between two; a line of none stands for a blank more."""
    return b" ".join([b" ".join(line.split()) for line in told.split(b"\n") if line])


_ATX = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_CLOSING = re.compile(r"[ \t]#+$")
_SETEXT = late(r"=+[ \t]*")
_LINK = late(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,200}\")?\)")
_EMPHASIS = late(r"(\*{1,3}|_{1,3}|`{1,2})(?=\S)([^*_`\n]{1,300})(?<=\S)\1(?!\w)")
_LONGEST_TITLE = 200


def first_heading(body: Body) -> str:
    """The text of a Markdown document's first heading, if it stands for the whole: of the first level, or the first line.

    Without emphasis, links and code marks; an empty string where there is no such heading.
    """
    above = ""
    seen = False
    for line in body.lines:
        bare = line.bare
        if not bare or body.in_code_block(line.start):
            above = ""
            continue
        if bare[0] == "#" and (match := _ATX.fullmatch(line.text.rstrip())):
            return _bare(_CLOSING.sub("", match[2])) if not seen or match[1] == "#" else ""
        if above and bare[0] == "=" and _SETEXT.fullmatch(line.text):
            return _bare(above)
        seen = True
        above = bare if len(bare) <= _LONGEST_TITLE else ""
    return ""


def _bare(text: str) -> str:
    text = _LINK.sub(r"\1", text)
    for _ in range(2):  # emphasis within emphasis
        text = _EMPHASIS.sub(r"\2", text)
    return text.strip()
