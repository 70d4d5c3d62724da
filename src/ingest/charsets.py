"""Names of encodings, and which legacy encoding bytes are in.

The detector is chardet, its answer checked against what text looks like. How it was chosen, and what the checks are
worth, is measured in `docs/encodings.md`.
"""

from __future__ import annotations

import codecs

from ingest.late import late

_WHATWG = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
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
    "unicode-escape",
    "raw-unicode-escape",
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
alphabets. Text in a DOS or Macintosh encoding has letters in these places, but then it has others too."""

_IN_WORDS = late(
    rb"[a-z]{2}[\x92\x97](?!(?:s|t|d|m|re|ll|ve)\b)[a-z]{1,2}\b|[a-z][\x80\x85\x95\x99\xa7\xa9\xab\xae\xb0\xb7][a-z]"
    rb"|[a-z]\x85 [a-z]|[a-z][\x95\xa7]\s"
)
"""Where a mark makes no sense and a letter does: `í` and `ó` of the Macintosh, `à` and `ò` of DOS."""

_WESTERN = late(
    "(?:[\x00-\x7f€…‘’“”•–—™\xa0¡©«®°·»¿]"
    "|(?<![A-Za-zà-öø-ÿ])[¢£¥§±²³µ¹¼½¾×](?![a-z])|[ªº](?![a-z])"
    "|(?<![A-Za-zà-öø-ÿ])[ÀÁÂÄÅÆÇÈÉÊÎÍÑÓÔÖØÚÜ]"
    "|[àáâãäåæçèéêëìíîïñòóôöøùúûüœß])*"
)
"""What text in a Western European language is made of: its small letters, capitals at the start of words, and marks."""

_FRACTION = late(rb"(?<![A-Za-z\xc0-\xff])[\xbc-\xbe](?![a-z\xe0-\xff])")
"""Fractions of Windows-1252 in the place of letters of ISO 8859-15."""

_UNSURE = 0.24
_NEAR = frozenset({"cp1250", "cp1254", "cp1257"})
_FEW = 2
"""So few bytes beyond ASCII tell nothing of the language, and most such files are English with a foreign name."""
_SOME = 5
"""So few do not tell ISO 8859-16, which hardly anything was written in, from ISO 8859-2, where it has no `ś` (0xF7)."""
_NEARLY = 0.9
"""The share of the best guess's confidence from which another encoding is as likely. Of 233 pieces in Windows-1250 and
1257 that could be Windows-1252, none more is taken for it at 0.9, and three at 0.8."""
_TRUSTED = late("iso8859-13|cp125|koi8|gb|big5|euc|cp932|cp949|cp866|cp874|utf|iso2022|hz|johab|shift")


_OTHER_ALPHABETS = late("cp1251|cp1253|cp866|cp855|koi8|mac[-_](?:cyrillic|greek)|iso8859-[57]")
_LETTER = late("[\u0370-\u03ff\u0400-\u04ff]")
_TORN = late("(?<=[A-Za-z])[\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff](?=[A-Za-z])")
_MOST_TORN = 0.5
"""Share of Greek or Cyrillic letters that touch Latin ones, above which they are no such letters: of the accented letters
of Western European words more than four in five do."""

_SIGN_IN_WORD = late(r"(?<=[^\W\d_])[«»©®¶·§°±](?=[^\W\d_])")
"""Signs of Windows-1250 in the place of letters of ISO 8859-2."""


def _tears(encoding: str, sample: bytes) -> bool:
    return bool(_OTHER_ALPHABETS.match(encoding)) and _is_torn(sample.decode(encoding, "replace"))


def _is_torn(text: str) -> bool:
    """Whether the Greek or Cyrillic letters of a text stand amid the Latin letters of its words."""
    return len(_TORN.findall(text)) > _MOST_TORN * len(_LETTER.findall(text))


def detect(data: bytes) -> tuple[str, float] | None:
    """The encoding that data are most likely in, as a Python codec name, and how sure that is from 0 to 1.

    None where nothing fits. Data are expected not to be valid UTF-8.
    """
    sample = data[:_SAMPLE]
    if not data.translate(None, _ASCII + _TYPOGRAPHY) and not _IN_WORDS.search(sample):
        return "cp1252", 0.9
    from chardet import detect_all

    found = detect_all(sample)
    if _OTHER_ALPHABETS.match(codec_name(found[0]["encoding"] or "")):
        found = [one for one in found if not _tears(codec_name(one["encoding"] or ""), sample)] or found
    encoding = codec_name(found[0]["encoding"] or "")
    confidence = round(float(found[0]["confidence"]), 3)
    marks = len(sample.translate(None, _ASCII))
    likely = {
        codec_name(one["encoding"] or "") for one in found if one["confidence"] > _NEARLY * found[0]["confidence"]
    }
    if encoding == "iso8859-16" and "iso8859-2" in likely and marks <= _SOME and b"\xf7" not in sample:
        return "iso8859-2", confidence
    doubtful = not _TRUSTED.match(encoding) or (encoding in _NEAR and (marks <= _FEW or "cp1252" in likely))
    if confidence < _UNSURE and doubtful and _WESTERN.fullmatch(sample.decode("cp1252", "replace")):
        return "cp1252", confidence
    if encoding == "cp1250" and "iso8859-2" in likely and _SIGN_IN_WORD.search(sample.decode("cp1250", "replace")):
        return "iso8859-2", confidence
    if encoding == "iso8859-15" and b"\xa4" not in data and _FRACTION.search(sample):
        return "cp1252", confidence
    return (encoding, confidence) if encoding else None
