"""Lines at the edges of an article that say when it appeared and who wrote it."""

from __future__ import annotations

import re

from ingest.rules.chrome import lexicon
from ingest.rules.chrome.page import ends_in_stop, name_shaped

LONGEST_DATE = 70
LONGEST_BYLINE = 120
"""Characters; longer lines say more than a date or names."""

_DATE = re.compile(
    r"(?:[^\W\d_]{2,14}(?:-feira)?\.?,? )?"
    r"(?:\d{1,2}(?:\.|st|nd|rd|th|er|º)? (?:de |of )?[^\W\d_]{3,14}\.?,? (?:de |del )?(?:19|20)\d\d|"
    r"[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?, ?(?:19|20)\d\d|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|"
    r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|(?:19|20)\d\d ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]?)"
    r"(?:г\.?| р\.?| года| року)?"
    r"(?:,? ?(?:at |um |à |alle |kl\.? |o |в |о |[-–|•] )?\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?| uhr)?)?"
    r"(?: ?\(?(?:gmt|utc|est|edt|et|bst|cet|cest|eet|eest|msk|ist)\)?(?:[+-]\d{1,2})?)?",
    re.IGNORECASE,
)


_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")


def date_in(text: str) -> str:
    """The date that the whole line is, without the word before it (`Published`, `Stand:`); or an empty string."""
    text = text.strip()
    if len(text) > LONGEST_DATE or not any(map(str.isdigit, text)):
        return ""
    match = lexicon.DATE_WORDS.match(text)
    if match and _DATE.fullmatch(text, match.end()):
        return text[match.end() :]
    return text if _DATE.fullmatch(text) else ""


def speaks_of_time(text: str) -> bool:
    """Whether a line begins with a date or holds a time of the clock, as lines of a page's head do."""
    return bool(_DATE.match(text) or _CLOCK.search(text))


def is_byline(text: str) -> bool:
    """Whether a line opens like a byline and goes on with a capital."""
    match = lexicon.BYLINES.match(text)
    if match is None or len(text) > LONGEST_BYLINE or ends_in_stop(text):
        return False
    return text[match.end() : match.end() + 1].isupper()


def is_signature(text: str) -> bool:
    """Whether a line at the edge of an article may say who wrote it or when: such a line is never furniture."""
    return bool(date_in(text)) or name_shaped(text) or is_byline(text)
