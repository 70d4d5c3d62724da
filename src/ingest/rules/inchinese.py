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


def read_in_gbk(body: Body) -> Iterator[Found]:
    """The runs of a text that are UTF-8 in GBK, in order. Takes time linear in the text."""
    if not any(map(body.text.__contains__, _SIGNS)):
        return
    for start, line in body.beyond_ascii:
        for run in _RUN.finditer(line):
            if after := _read(run[0]):
                yield Found(start + run.start(), start + run.end(), after, ENCODING, sure=True)


def _read(run: str) -> str:
    try:
        after = run.encode("gbk").decode("utf-8")
    except UnicodeError:
        return ""
    if len(run) >= _LEAST and _CHINESE.fullmatch(after):
        return after
    if run[0] in _SIGNS and (_MARKED.fullmatch(after) or after[0] >= _FIRST_PICTURE):
        return after
    return ""
