"""What a header spells in escapes, where the rules for the text cannot see it.

Mojibake in the escapes of JSON or YAML, as programs write it that escape the bytes of UTF-8 one by one, as if they were
Latin-1; and the encoded words of mail.
"""

from __future__ import annotations

import re

from ingest.late import late

_ESCAPE = late(r"\\(?:x[cdefCDEF]|u00[cdefCDEF]|U000000[cdefCDEF])[0-9a-fA-F]")
_BYTES = late("(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+")


def hides_bytes(text: str) -> bool:
    """Whether a text escapes characters that may be first bytes of UTF-8. What ingest itself wrote does not."""
    return "\\" in text and _ESCAPE.search(text) is not None


def repaired(text: str) -> str:
    """The text with each run that is UTF-8 taken for Latin-1 read as what it is."""
    return text if text.isascii() else _BYTES.sub(_decoded, text)


def _decoded(match: re.Match[str]) -> str:
    try:
        return match[0].encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


_WORD = re.compile(r"=\?[\w.:-]{1,40}\?[BbQq]\?[^?\s]{0,2000}\?=(?:\s+(?==\?))?")


def with_words_decoded(text: str) -> str:
    """The value of a mail's header with its encoded words (RFC 2047) as text; what cannot be decoded stays."""
    if "=?" not in text:
        return text
    return re.sub(rf"(?:{_WORD.pattern})+", _words, text)


def _words(match: re.Match[str]) -> str:
    from email.errors import HeaderParseError
    from email.header import decode_header

    try:
        parts = decode_header(match[0])
        return "".join(part if isinstance(part, str) else part.decode(charset or "ascii") for part, charset in parts)
    except (HeaderParseError, LookupError, ValueError):
        return match[0]
