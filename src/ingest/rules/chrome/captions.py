"""Captions and credit lines of a news page's pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.rules.chrome import lexicon
from ingest.rules.chrome.page import Page, Unit, name_shaped, one_sentence, same

CAPTION, COPY, CREDIT = "WEB013", "WEB014", "WEB015"

LONGEST = 250
"""Characters up to which one sentence over a credit line is a caption."""

_SPLIT = re.compile(r"\s*(?:/|,| via | and | und | et | y | e | & |\|)\s*", re.IGNORECASE)
_FACTS = re.compile(r"\d[\d.,:]*\d|\d|(?<![.!?…:“\"«„] )(?<!^)\b[^\W\d_][\w’'-]+")


def is_agency(text: str) -> bool:
    """Whether a text is made of agencies and photographers' names, at least one of them an agency."""
    text = text.strip().strip("()[]©").strip().rstrip(".")
    if not text or len(text) > 90:
        return False
    if text.lower() in lexicon.AGENCY_NAMES:
        return True
    parts = [part for part in _SPLIT.split(text) if part]
    known = [part.lower() in lexicon.AGENCY_NAMES for part in parts]
    return any(known) and all(
        one or name_shaped(part) or len(part.split()) == 1 for one, part in zip(known, parts, strict=True)
    )


def is_credit(text: str) -> bool:
    """Whether a line says whose a picture is: a word for it and a name."""
    text = text.strip()
    bare = text.strip("()[]").strip()
    if len(bare) > 120:
        return False
    if bare.startswith(("©", "(c) ", "(C) ")):
        return bool(bare.lstrip("©(cC) ")[:1].isupper()) and len(bare) <= 60
    match = lexicon.CREDITS.match(bare)
    if not match:
        return False
    rest = bare[match.end() :].strip(" .:")
    return _names(rest)


def _names(rest: str) -> bool:
    """Whether what follows the word for a picture is a name: capitals, or an agency, and no description."""
    if not rest or len(rest) > 100:
        return False
    if is_agency(rest) or rest.startswith(("@", "©")):
        return True
    owner = re.split(r"\s*[,/|(–—]\s*| - ", rest, maxsplit=1)[0]
    words = owner.split()
    if not 0 < len(words) <= 5 or words[0].lower() in lexicon.ARTICLES:
        return False
    if not owner[0].isalpha() or (owner.lower() == owner.upper() and len(owner) > 12):
        return False
    return all(word[0].isupper() or word.lower() == word.upper() or word.lower() in _PARTICLES for word in words)


_PARTICLES = frozenset(
    {"de", "van", "von", "der", "da", "di", "of", "the", "del", "la", "le", "via", "for", "für", "pour", "and", "y"}
)


def captions(page: Page) -> Iterator[tuple[list[Unit], str]]:
    """The captions and credit lines of the page that are furniture, with the code of the rule that takes them out."""
    copies = _Copies(page)
    for group in page.groups:
        if any(unit.code for unit in group):
            continue
        if len(group) == 2:
            yield from _pair(page, group, copies)
        elif len(group) == 1 and 0 < group[0].index < len(page.units) - 1 and _is_lone_credit(page, group[0]):
            yield group, CREDIT
        elif group[0].group in page.stacked:
            for unit in group:
                if _is_lone_credit(page, unit) and unit.index:
                    yield [unit], CREDIT


def _is_lone_credit(page: Page, unit: Unit) -> bool:
    if unit.bullet or unit.heading or unit.prose or not is_credit(unit.text):
        return False
    return not is_transcript(page)


def is_transcript(page: Page) -> bool:
    """Whether lines of the document are marked by who or what speaks, as "Photo:" might be one of them."""
    marked = {unit.text.partition(":")[0] for unit in page.units if 0 < unit.text.find(": ") < 20}
    return len(marked) > 3 and 3 * len(marked) > len(page.units)


class _Copies:
    """Which texts stand on the page as paragraphs of their own."""

    def __init__(self, page: Page) -> None:
        self.alone = {same(group[0].text) for group in page.groups if len(group) == 1 and group[0].prose}


def _pair(page: Page, group: list[Unit], copies: _Copies) -> Iterator[tuple[list[Unit], str]]:
    caption, credit = group
    if caption.bullet or caption.heading or credit.bullet or credit.heading:
        return
    if not is_credit(credit.text) and not is_agency(credit.text):
        return
    if same(caption.text) in copies.alone and len(caption.text) >= 40:
        yield group, COPY
    elif (
        group[0].index
        and len(caption.text) <= LONGEST
        and one_sentence(caption.text)
        and not _tells(page, caption, credit)
    ):
        yield group, CAPTION


def _tells(page: Page, caption: Unit, credit: Unit) -> bool:
    """Whether a caption holds a number or a name that the text has nowhere else."""
    said = page.body.text
    text = caption.text
    for match in _FACTS.finditer(text):
        fact = match[0]
        if not fact[0].isdigit() and (not fact[0].isupper() or len(fact) < 3):
            continue
        inside = text.count(fact) + credit.text.count(fact)
        if said.count(fact) <= inside and _stem_missing(said, fact, inside):
            return True
    return False


def _stem_missing(said: str, fact: str, inside: int) -> bool:
    """Names are inflected: what counts is the stem. Numbers are not."""
    if fact[0].isdigit() or len(fact) < 5:
        return True
    stem = fact[: max(4, len(fact) - 3)]
    return said.count(stem) <= inside
