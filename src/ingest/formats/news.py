"""The layout of a news text: headline, dek, byline and date stand in the text, and belong in the metadata.

Only what is sure is lifted: a wrong dek is worse than none. Everything lifted is in the metadata, word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ingest.body import Body
from ingest.model import Lift, Proposal
from ingest.rules.chrome import lexicon
from ingest.rules.chrome.page import Page, Unit, ends_in_stop, ends_sentence, name_shaped, page_of, tiles
from ingest.rules.chrome.verdicts import Verdicts, date_in, is_signature, verdicts_of

HEADLINE, DEK, BYLINE, DATE = "META101", "META102", "META103", "META104"

NEWS_CODES: dict[str, tuple[str, str]] = {
    HEADLINE: (
        "lifted-headline",
        "The first line of a news text, a short paragraph without a full stop, became the title.",
    ),
    DEK: (
        "lifted-dek",
        "The paragraph under the headline became the description. Whether it is a dek and not the story's first "
        "paragraph is shown by what follows (byline, date, the place and agency that open the story), by a missing "
        "full stop, or by the story telling the same again in the same words.",
    ),
    BYLINE: (
        "lifted-byline",
        "A line that names who wrote the text became the authors: `By Jane Doe and John Roe`, or a name alone under the "
        "headline or as the last line. A line that says more than names stays in the text.",
    ),
    DATE: ("lifted-date", "A line that is a date, under the headline or at the end, became `published` or `modified`."),
}
"""Name and page of each code that a lifted line goes with."""

LONGEST_HEADLINE = 160
LONGEST_DEK = 320
"""Characters; the longest that newspapers of record print are well below."""

_GREETING = re.compile(
    r"(?:dear|hi|hello|hey|to whom|liebe[rs]?|sehr geehrte[rs]?|hallo|ch[eè]re?s?|bonjour|madame|monsieur|estimad[oa]s?|querid[oa]s?|"
    r"hola|caro|cara|gentile|egregio|prezad[oa]s?|geachte|beste|szanown[yai]|drog[iae]|шановн|дорог|уважаем|kære|kjære|"
    r"kära|hej|hei|vážen[ýá]|sayın|sevgili|拝啓|尊敬的|亲爱的)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"[#=\-*|<:.\[{$@>+~`%&/\\^_]|https?:|\d+[.)]\s|[A-Za-z-]{2,20}=")
_MAIL = re.compile(
    r"(?:from|to|subject|date|cc|re|fwd?|title|author|pep|version|status|name|id|type)\s?:", re.IGNORECASE
)
_UNDERLINE = re.compile(r"^([=\-~^\"*+#])\1{3,}[ \t]*$", re.MULTILINE)
_PLACE = re.compile(
    r"(?:[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w.'’-]*[ ,/]{0,2}){1,4}(?:\([^()\n]{2,40}\)|,[^—–\n]{2,30}|[A-Za-z]{3,9}\.? \d{1,2})?[ ]?(?:\([^()\n]{2,40}\) ?)?(?:—|–|--| - )\s?\S"
)
_MODIFIED = re.compile(
    r"updat|modif|revis|aktual|zaktual|mis à jour|actualiz|aggiorn|atualiz|bijgewerkt|оновл|обновл|uppdat|opdat|oppdat|"
    r"päivitetty|güncel|更新|수정|업데이트|تحديث|עודכן|עדכון|diperbarui|cập nhật",
    re.IGNORECASE,
)
_TOKENS = re.compile(r"\w+")
_COMMA = re.compile(r"\s*[,;&、，]\s*")


class _Names(NamedTuple):
    """The authors that a byline names, and whether it says nothing else."""

    names: list[str]
    only: bool


def lift(body: Body) -> Lift:
    """Headline, dek, byline and date of a plain news text, and the edits that take them out of the body.

    To be called on a text without a header, after the rules ran. A text that is not laid out like news gives nothing.
    """
    page, verdicts = page_of(body), verdicts_of(body)
    if not _is_news(page, verdicts):
        return Lift()
    fields: dict[str, Any] = {"title": page.units[0].text}
    found = {0: HEADLINE}
    found.update((unit.index, code) for code, unit in _below(page, verdicts, fields))
    found.update((unit.index, code) for code, unit in _last(page, verdicts, fields))
    return Lift(fields, tuple((code, Proposal(start, end)) for code, start, end in tiles(page, found)))


def _is_news(page: Page, verdicts: Verdicts) -> bool:
    units = page.units
    prose = [unit for unit in units if unit.prose]
    if not prose or len(units) < 2 or not _is_headline(page, verdicts):
        return False
    if 2 * sum(len(unit.text) for unit in prose) < sum(len(unit.line.text) for unit in units):
        return False
    if prose[0].index > 6 or page.body.code_blocks or _UNDERLINE.search(page.body.text):
        return False
    lists = sum(unit.bullet or unit.line.text.startswith(("    ", "\t")) for unit in units)
    return 4 * lists < len(units) and not verdicts.is_transcript


def _is_headline(page: Page, verdicts: Verdicts) -> bool:
    unit = page.units[0]
    text = unit.text
    following = page.units[1]
    if not page.alone(unit) or unit.heading or unit.bullet or unit.code or unit.index in verdicts.hints:
        return False
    if not 6 <= len(text) * (1 if text.isascii() else 2) <= 2 * LONGEST_HEADLINE or len(text) > LONGEST_HEADLINE:
        return False
    if len(text.split()) < 2 and text.isascii():
        return False
    if ends_in_stop(text) or text[-1] in ",;:，；：" or text[0].islower() or text == following.text:
        return False
    if _GREETING.match(text) or _MARKUP.match(text) or _MAIL.match(text) or date_in(text):
        return False
    return not (lexicon.BYLINES.match(text) and _authors(text, page))


def _below(page: Page, verdicts: Verdicts, fields: dict[str, Any]) -> Iterator[tuple[str, Unit]]:
    """What stands between the headline and the body."""
    units = page.units
    index = 1
    while index < min(len(units) - 1, 6):
        unit = units[index]
        if not _is_apart(page, unit) or unit.index in verdicts.hints:
            return
        if "authors" not in fields and (names := _byline(unit, page, verdicts)):
            fields["authors"] = names.names
            if not names.only:
                return
            yield BYLINE, unit
        elif date_in(unit.text) and _keep_date(unit, fields):
            yield DATE, unit
        elif "description" not in fields and _is_dek(page, unit, verdicts):
            fields["description"] = unit.text
            yield DEK, unit
        else:
            return
        index += 1


def _last(page: Page, verdicts: Verdicts, fields: dict[str, Any]) -> Iterator[tuple[str, Unit]]:
    """What stands after the body: the author's name, the date."""
    for unit in page.units[verdicts.tail :][:3]:
        if not _is_apart(page, unit) or unit.index in verdicts.hints or unit.index < 2:
            return
        if "authors" not in fields and (names := _byline(unit, page, verdicts)):
            fields["authors"] = names.names
            if not names.only:
                return
            yield BYLINE, unit
        elif date_in(unit.text) and _keep_date(unit, fields):
            yield DATE, unit
        else:
            return


def _is_apart(page: Page, unit: Unit) -> bool:
    """Whether the unit is a paragraph of its own, or one of a paragraph of bylines and dates."""
    return page.alone(unit) or all(is_signature(other.text) for other in page.groups[unit.group])


def _keep_date(unit: Unit, fields: dict[str, Any]) -> bool:
    """Keep a date under its field. False where the field has one already."""
    date = date_in(unit.text)
    opening = unit.text[: len(unit.text.strip()) - len(date)]
    key = "modified" if _MODIFIED.search(opening) else "published"
    if key in fields:
        return False
    fields[key] = date
    return True


def _byline(unit: Unit, page: Page, verdicts: Verdicts) -> _Names | None:
    text = unit.text.strip()
    if unit.prose or len(text) > 120 or ends_in_stop(text) or unit.heading or unit.bullet:
        return None
    if names := _authors(text, page):
        return names
    if not name_shaped(text) or not 2 <= len(text.split()) <= 3 or text.isupper():
        return None
    rest = page.body.text[: unit.line.start] + page.body.text[unit.line.end :]
    if text in rest or any(re.search(rf"\b{re.escape(word.lower())}\b", rest) for word in text.split()):
        return None
    return _Names([text], only=True)


def _authors(text: str, page: Page) -> _Names | None:
    match = lexicon.BYLINES.match(text)
    if not match:
        return None
    rest, only = text[match.end() :].strip(), True
    if " | " in rest or " / " in rest:
        rest, only = re.split(r" [|/] ", rest, maxsplit=1)[0], False
    names = []
    for part in _COMMA.split(rest):
        for name in _joined(part):
            if _is_name(name):
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
    return (
        text.lower() == text.upper() and 2 <= len(text) <= 12 and all(sign.isalpha() or sign in " ·・" for sign in text)
    )


def _is_dek(page: Page, unit: Unit, verdicts: Verdicts) -> bool:
    text = unit.text
    following = page.after(unit)
    if following is None or len(text) > LONGEST_DEK or _MARKUP.match(text) or unit.heading or unit.bullet or unit.code:
        return False
    if not 20 <= len(text) * (1 if text.isascii() else 2) or text[0].islower() or _PLACE.match(text):
        return False
    if len(re.findall(r"[.!?…]['\"”’»)]?\s+\S", text)) > 1 or text[-1] in ",;:":
        return False
    body = next((one for one in page.units[unit.index + 1 :] if one.prose), None)
    if body is None or body.index - unit.index > 3:
        return False
    if any(not is_signature(one.text) for one in page.units[unit.index + 1 : body.index]):
        return False
    if not ends_sentence(text):
        return len(text.split()) > 4 and not name_shaped(text) and not date_in(text)
    if len(text) < 40 and text.isascii():
        return False
    return body.index > unit.index + 1 or bool(_PLACE.match(body.text)) or _is_told_again(page, unit)


def _is_told_again(page: Page, unit: Unit) -> bool:
    """Whether the body says the same in the same words: a number with what it counts, or five words in a row."""
    words = _TOKENS.findall(unit.text.lower())
    rest = " ".join(_TOKENS.findall(page.body.text[unit.line.end :].lower()))
    rest = f" {rest} "
    for index in range(len(words)):
        if f" {' '.join(words[index : index + 5])} " in rest and index + 5 <= len(words):
            return True
        number = words[index : index + 3]
        if (
            len(number) == 3
            and number[0].isdigit()
            and any(not word.isdigit() for word in number)
            and len("".join(number)) > 6
        ):
            if f" {' '.join(number)} " in rest:
                return True
    return False


_ATX = re.compile(r"(#{1,6})[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*")
_SETEXT = re.compile(r"=+[ \t]*")


def first_heading(body: Body) -> str:
    """The text of a Markdown document's first heading, if it stands for the whole: of the first level, or the first line.

    Without emphasis, links and code marks; an empty string where there is no such heading.
    """
    lines = [line for line in body.lines if line.bare and not body.in_code_block(line.start)]
    for index, line in enumerate(lines):
        if match := _ATX.fullmatch(line.text):
            return _bare(match[2]) if index == 0 or match[1] == "#" else ""
        after = lines[index + 1] if index + 1 < len(lines) else None
        if after and after.number == line.number + 1 and len(line.bare) <= 200 and _SETEXT.fullmatch(after.text):
            return _bare(line.bare)
    return ""


_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,200}\")?\)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3}|`{1,2})(?=\S)([^*_`\n]{1,300}?)(?<=\S)\1(?!\w)")


def _bare(text: str) -> str:
    text = _LINK.sub(r"\1", text)
    for _ in range(2):
        text = _EMPHASIS.sub(r"\2", text)
    return text.strip()
