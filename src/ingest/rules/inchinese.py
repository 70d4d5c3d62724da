"""UTF-8 that was read in GBK, the encoding of Chinese Windows: `it鈥檚` for `it’s`, `娴嬭瘯` for `测试`.

Two bytes each became one character, so that runs are looked for whose bytes in GBK are UTF-8 without fault. In sound
Chinese, whose characters have other bytes, that is all but impossible beyond two characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.body import Body
from ingest.late import late
from ingest.rules.misread import Found

ENCODING = "gb18030"

_SIGNS = frozenset("鈥鈧鈫鈮鉁馃锛銆鐨")
"""What such text has in the place of the first bytes of quotation marks and dashes, `€`, arrows, `≥`, `✓`, pictures, of `，`
and `。`, and of `的`; all of them are rare in sound text."""

_RUN = late("[\u4e00-\u9fff\u3000-\u33ff\uff01-\uffe5\u2010-\u2642\u0391-\u0451\xa4-\xf7]+")

_LEAST = 3
"""Characters in a row from which any that are UTF-8 in GBK are taken for damage."""

_FIRST_PICTURE = "\U0001f000"
_MARKED = re.compile("[‘’“”–—…•′″†‡‹›€™←↑→↓⇒≈≠≤≥✓✔✗✘✅❌★☆][A-Za-z]?")
_CHINESE = re.compile("[\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e“”‘’…—·×→A-Za-z\U0001f300-\U0001faff]+")


_LEAST_OF_CUT = 6
"""Characters of a run of which the last byte was lost, and characters that it says for each that it lost."""

_LEAST_UNSIGNED = 10
"""The same of a run that has none of the signs."""

_LOST = "\N{REPLACEMENT CHARACTER}"
_EURO = b"\x80"
"""What Chinese Windows has `€` for, and the codec does not."""


def read_in_gbk(body: Body) -> Iterator[Found]:
    """The runs of a text that are UTF-8 in GBK, in order. Takes time linear in the text."""
    if not any(map(body.text.__contains__, _SIGNS)):
        return
    for start, line in body.beyond_ascii:
        for run in _RUN.finditer(line):
            first, last = run.span()
            if after := _read(run[0]):
                yield Found(start + first, start + last, after, ENCODING, sure=True)
            elif after := _read_cut(run[0]):
                # A byte alone, without a second one, was shown as a question mark.
                last += after.endswith(_LOST) and line.startswith("?", last)
                yield Found(start + first, start + last, after, ENCODING, sure=True)


def _bytes(run: str) -> bytes:
    return _EURO.join(part.encode("gbk") for part in run.split("€"))


def _read(run: str) -> str:
    try:
        after = _bytes(run).decode("utf-8")
    except UnicodeError:
        return ""
    if len(run) >= _LEAST and _CHINESE.fullmatch(after):
        return after
    if run[0] in _SIGNS and (_MARKED.fullmatch(after) or after[0] >= _FIRST_PICTURE):
        return after
    return ""


def _read_cut(run: str) -> str:
    """What a run says of which some bytes were lost, with U+FFFD in their place."""
    if len(run) < (_LEAST_OF_CUT if not _SIGNS.isdisjoint(run) else _LEAST_UNSIGNED):
        return ""
    try:
        after = _bytes(run).decode("utf-8", "replace")
    except UnicodeError:
        return ""
    known = after.replace(_LOST, "")
    lost = len(after) - len(known)
    return after if known and lost * _LEAST_OF_CUT <= len(known) + 1 and _CHINESE.fullmatch(known) else ""
