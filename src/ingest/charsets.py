"""Names of encodings, and which legacy encoding bytes are in.

The detector is chardet, its answer checked against what text looks like. How it was chosen, and what the checks are
worth, is measured in `docs/encodings.md`.
"""

from __future__ import annotations

import codecs

_WHATWG = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "johab": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
}
"""What a declared encoding means in practice: the superset that browsers read it as
(https://encoding.spec.whatwg.org/#names-and-labels), by the names of Python's codecs."""

_ALIASES = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "x-euc-jp": "euc_jp",
    "windows-874": "cp874",
    "dos-874": "cp874",
    "iso-8859-8-i": "iso8859-8",
    "visual": "iso8859-8",
    "x-x-big5": "big5hkscs",
    "unicode-1-1-utf-8": "utf-8",
    "x-user-defined": "",
}

_UNSAFE_CODECS = {
    "utf-7",
    "idna",
    "punycode",
    "unicode_escape",
    "raw_unicode_escape",
    "undefined",
    "mbcs",
    "oem",
    "palmos",
}


def codec_name(label: str) -> str:
    """The Python codec for a declared charset label, or an empty string for one that names no text encoding."""
    label = label.strip().strip("\"'").lower()
    if label in _ALIASES:
        return _ALIASES[label]
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError):
        return ""
    if info.name in _UNSAFE_CODECS or not getattr(info, "_is_text_encoding", True):
        return ""
    return _WHATWG.get(info.name, info.name)


_SAMPLE = 200_000
"""Bytes that the detector looks at; more do not change its answer."""

_ASCII = bytes(range(128))
_TYPOGRAPHY = b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa7\xa9\xab\xae\xb0\xb7\xbb"
"""Euro, ellipsis, quotes, bullet, dashes, marks, no-break space, degree: the same in the Windows encodings of all
alphabets. Text in a DOS encoding has letters in these places, but then it has others too."""


def detect(data: bytes) -> tuple[str, float] | None:
    """The encoding that data are most likely in, as a Python codec name, and how sure that is from 0 to 1.

    None where nothing fits. Data are expected not to be valid UTF-8.
    """
    if not data.translate(None, _ASCII + _TYPOGRAPHY):
        return "cp1252", 0.9
    from chardet import detect as guess

    found = guess(data[:_SAMPLE])
    encoding = codec_name(found["encoding"] or "")
    return (encoding, round(float(found["confidence"]), 3)) if encoding else None
