"""Captions and credit lines of a news page's pictures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ingest.late import late
from ingest.rules.chrome import lexicon
from ingest.rules.chrome.dates import is_signature
from ingest.rules.chrome.page import PARTICLES, Page, Unit, lower, name_shaped, one_sentence, pairs_in, same

CAPTION, COPY, CREDIT = "WEB013", "WEB014", "WEB015"

LONGEST_CAPTION = 250
SHORTEST_COPY = 40
LONGEST_CREDIT = 120
LONGEST_OWNER = 60
LONGEST_AGENCIES = 90
"""Characters of one sentence over a credit line, of a caption that can be told to be a copy, and of credit lines."""

OWNER_WORDS = 5
SPEAKERS = 4
LONGEST_SPEAKER = 20
"""Words of the name in a credit; different speakers that make a transcript, and characters of a speaker's name."""

MOST = 200
"""Captions of a document that are looked at: a text with more is a list of pictures."""

PAIR = 2
"""A caption and its credit."""

SHORTEST_NAME = 3
SHORTEST_STEM = 4
INFLECTION = 3
"""Letters: of a name that counts as a fact, of the stem that must come back, and of the ending that may differ."""

UNSPACED_NAME = 12
"""Characters of a name in a script without capitals."""

_SPLIT = re.compile(r" ?[/,|&] ?| (?:via|and|und|et|y|e) ", re.IGNORECASE)
_OWNER_END = late(r" ?[,/|(–—] ?| - | (?:on|via) (?=[A-Z])")
_INLINE = re.compile(r"(.{10,240}[.!?…][\"'”’»]?) ((?:[^\W\d_][\w.]*[ -]?){1,3}[:：] ?[^.!?…:]{2,80})\.?")
_BRACKETED = re.compile(r"(.{4,200}?)[（(【]([^（）()【】]{2,40})[）)】][。.]?")
_MARKED = late(r"[▲△▶◀■] ?(.{4,200}?) ?(?:/ ?(?=사진)|[ⓒ©] ?)((?:사진 ?[=:] ?)?[^ⓒ©/]{2,30})")
_TAKEN = late(r".{2,30}(?:撮影|提供|摄|攝|摄影|攝影|供图|供圖|제공|촬영)")
"""Captions with their credit in scripts without capitals: in brackets, or behind the sign of a picture."""

_FEW_PAIRS = 3
_KNOWN_SHARE = 0.4
"""Pairs of characters that a caption has at least, and the share of them that the text has, to say nothing new."""

_FACTS = late(r"\d[\d.,:]*|(?<![.!?…:“\"«„] )(?<!^)\b[^\W\d_][\w’'-]+")


def is_agency(text: str) -> bool:
    """Whether a text is made of agencies and photographers' names, at least one of them an agency."""
    text = text.strip().strip("()[]© ").rstrip(".")
    if not text or len(text) > LONGEST_AGENCIES:
        return False
    if text.lower() in lexicon.AGENCY_NAMES:
        return text.lower() not in lexicon.NO_AGENCIES
    parts = [part for part in _SPLIT.split(text) if part]
    if len(parts) == 1 and parts[0].lower() in lexicon.NO_AGENCIES:
        return False
    others = [part for part in parts if part.lower() not in lexicon.AGENCY_NAMES]
    return len(others) < len(parts) and all(name_shaped(_cased(part)) or _is_surname(part) for part in others)


def _cased(name: str) -> str:
    return name.title() if name.isupper() else name


def _is_surname(part: str) -> bool:
    return " " not in part and not part[0].islower()


def is_credit(text: str) -> bool:
    """Whether a line says whose a picture is: a word for it and a name."""
    bare = text.strip().strip("()[]").strip()
    if len(bare) > LONGEST_CREDIT:
        return False
    if bare.startswith(("©", "(c) ", "(C) ")):
        return bare.removeprefix("©").removeprefix("(c)").removeprefix("(C)").lstrip()[:1].isupper() and (
            len(bare) <= LONGEST_OWNER
        )
    match = lexicon.CREDITS.match(bare) if lexicon.may_open_credit(bare) else None
    if match is None:
        return False
    owner = bare[match.end() :].strip(" .:")
    return is_agency(owner) if lower(match[1]) in lexicon.SOURCES else _is_owner(owner)


def _is_owner(rest: str) -> bool:
    """Whether what follows the word for a picture is a name: capitals, or an agency, and no description."""
    if not rest:
        return False
    if is_agency(rest) or rest.startswith(("@", "©")):
        return True
    owner = _OWNER_END.split(rest, maxsplit=1)[0]
    words = owner.split()
    if not words or len(words) > OWNER_WORDS or words[0].lower() in lexicon.ARTICLES or not owner[0].isalpha():
        return False
    if owner.lower() == owner.upper():
        return len(owner) <= UNSPACED_NAME
    return all(word[0].isupper() or word.lower() in PARTICLES or not word[0].isalpha() for word in words)


def captions(page: Page) -> Iterator[tuple[list[Unit], str]]:
    """The captions and credit lines of the page that are furniture, with the code of the rule that takes them out."""
    pairs = [(group, pair) for group in page.groups if len(group) <= PAIR and (pair := _caption_and_credit(group))]
    if len(pairs) > MOST:
        return
    copies = {same(group[0].text) for group in page.groups if len(group) == 1 and group[0].prose} if pairs else set()
    transcript = is_transcript(page)
    for group, (caption, credit) in pairs:
        if code := _judge(page, group, caption, credit, copies):
            yield group, code
        elif len(group) == PAIR and not transcript:
            yield group[1:], CAPTION
    yield from _labelled(page)
    if not transcript:
        lone = (unit for unit in page.units[1:] if _is_lone_credit(unit) and page.alone(unit))
        last = page.units[-1]
        yield from (([unit], CREDIT) for unit in lone if unit is not last or _names_agency(unit.text))


def _labelled(page: Page) -> Iterator[tuple[list[Unit], str]]:
    """Captions that are called so ("Image caption, The old bridge"), below the credit of their picture or one of several."""
    found = [(unit, match) for unit in page.units[1:] if not unit.code and (match := lexicon.CAPTIONS.match(unit.text))]
    if len(found) > MOST:
        return
    for unit, match in found:
        above = page.before(unit)
        known = len(found) > 1 or (above is not None and is_credit(above.text))
        caption = unit.text[match.end() :]
        if known and len(caption) <= LONGEST_CAPTION and one_sentence(caption) and not _tells(page, caption, ""):
            yield [unit], CAPTION


def _caption_and_credit(group: list[Unit]) -> tuple[str, str] | None:
    """A paragraph's caption and its credit, in two lines or in one."""
    if not group[0].index:
        return None
    if len(group) == PAIR:
        caption, credit = (unit.text for unit in group)
        found = (caption, credit) if is_credit(credit) or is_agency(credit) else None
    else:
        found = inline_credit(group[0].text)
    return found if found and not any(unit.code or unit.bullet or unit.heading for unit in group) else None


def inline_credit(text: str) -> tuple[str, str] | None:
    """The caption and the credit of a line that ends in a credit."""
    if len(text) > LONGEST_CAPTION:
        return None
    closed = text[:-1] if text.endswith((".", "。")) else text
    if closed.endswith(("）", ")", "】")) and (match := _BRACKETED.fullmatch(text)) and pairs_in(match[1]):
        return (match[1], match[2]) if is_credit(match[2]) or _TAKEN.fullmatch(match[2]) else None
    if text.startswith(("▲", "△", "▶", "◀", "■")) and (match := _MARKED.fullmatch(text)):
        return match[1], match[2]
    if ":" not in text and "：" not in text:
        return None
    match = _INLINE.fullmatch(text)
    return (match[1], match[2]) if match and is_credit(match[2]) else None


def _judge(page: Page, group: list[Unit], caption: str, credit: str, copies: set[str]) -> str:
    """The code for a paragraph of a caption and its credit, or an empty string."""
    if len(group) == PAIR and len(caption) >= SHORTEST_COPY and same(caption) in copies:
        return COPY
    if len(caption) > LONGEST_CAPTION or not one_sentence(caption) or _tells(page, caption, credit):
        return ""
    return CAPTION


def _is_lone_credit(unit: Unit) -> bool:
    return not (unit.prose or unit.code or unit.bullet or unit.heading) and is_credit(unit.text)


def _names_agency(credit: str) -> bool:
    """Whether a picture's credit names an agency. Without one, a last line may be who signs the text, or what it is from."""
    bare = credit.strip().strip("()[]").strip()
    match = lexicon.CREDITS.match(bare)
    return match is not None and lower(match[1]) not in lexicon.SOURCES and is_agency(bare[match.end() :].strip(" .:"))


def is_transcript(page: Page) -> bool:
    """Whether lines of the document are marked by who or what speaks, as "Photo:" might be one of them."""
    marked = [unit for unit in page.units if unit.text.find(": ", 0, LONGEST_SPEAKER + 1) > 0]
    if len(marked) < SPEAKERS or 3 * len(marked) <= len(page.units):
        return False
    spoken = [unit for unit in marked if not (is_signature(unit.text) or is_credit(unit.text))]
    return len(spoken) >= SPEAKERS and len({unit.text.partition(":")[0] for unit in spoken}) > 1


def _is_told(page: Page, pairs: list[str]) -> bool:
    """Whether the text tells what a caption in a script without capitals says: it has most of its pairs of characters."""
    own = Counter(pairs)
    told = sum(page.pairs[pair] > own[pair] for pair in pairs)
    return len(pairs) >= _FEW_PAIRS and told >= _KNOWN_SHARE * len(pairs)


def _tells(page: Page, caption: str, credit: str) -> bool:
    """Whether a caption holds a number or a name that the text has nowhere else."""
    both = f"{caption} {credit}"
    if (pairs := pairs_in(caption)) and not _is_told(page, pairs):
        return True
    for match in _FACTS.finditer(caption):
        fact = match[0].rstrip(".,:")
        if fact[0].isdigit():
            stem = fact
        elif fact[0].isupper() and len(fact) >= SHORTEST_NAME:
            # Names are inflected: their stem must come back.
            stem = fact[: max(SHORTEST_STEM, len(fact) - INFLECTION)]
        else:
            continue
        if page.body.text.count(stem) <= both.count(stem):
            return True
    return False
