"""Damage that no rule can repair: it is reported with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.body import Body
from ingest.model import Remark, Safety
from ingest.rules.registry import Rule, rule

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

_WORDS = "|".join(sorted({word for words in FUNCTION_WORDS.values() for word in words}))
_GAP = re.compile(rf"(?<![\w'’-])(?:{_WORDS}) (?=[,;.](?:\s|$))", re.IGNORECASE)
_DOUBLE = re.compile(r"(?<![\w'’-])(?:the|an?|of|in) {2,3}(?:of|in|at|from|by|and|or|is|was|are|were)(?![\w'’-])")
_PARENTHESES = re.compile(
    r"(?<=[\w\"”*»] )\((?:[ \t][;,]?|[;,](?=[ \t)]))[ \t]?[;,]?[ \t]?\)?"
    r"|[;,][ \t]\)"
    r"|\((?:see|see also|siehe|vgl\.|voir|véase|vedi|zie|см\.|див\.)[ \t]?\)"
)
_NAKED = re.compile(r"(?<=\w )\(\)")
WIKI_PRODUCERS = frozenset({"wtf-plugin-markdown", "mediawiki-extract"})
"""Producers that drop templates, so that empty parentheses of theirs held one."""

_UNIT = re.compile(r"(?<![\w.,])\d[\d,.]{0,20}[ \u00a0]?(?:sqkm|sqmi|cuft|cumi|sqft|sqm)(?!\w)")


@rule("DMG001", "missing-text", safety=Safety.DISPLAY)
def missing_text(body: Body) -> Iterator[Remark]:
    """Gaps where a template or a link lost its text upstream.

    "Bodies were discovered in the town of , reportedly killed": a name stood there, in markup that the scraper dropped.
    What it was cannot be known from the document, so the place is reported.

    Left alone: function words before other punctuation, a blank before a comma after any other word (a habit of some
    writers), parentheses of a function call, and code.
    """
    patterns = [_GAP, _DOUBLE, _PARENTHESES]
    if body.producer in WIKI_PRODUCERS:
        patterns.append(_NAKED)
    places = sorted({found.span() for pattern in patterns for found in pattern.finditer(body.text)})
    for start, end in places:
        if not body.in_code(start, end):
            yield Remark(start, end, "text is missing here: a template or a link was lost")


RULES: tuple[Rule, ...] = (missing_text,)
"""The family's rules, in the order in which they run."""
