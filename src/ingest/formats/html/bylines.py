"""The people whom a byline names, without the words, the time and the roles around them."""

from __future__ import annotations

import re

from ingest.formats.html.texts import clean

BY = re.compile(
    r"^(?:(?:written|posted|published|reported|words|story|text|von|par|por|di)\s+)*(?:by|von|par|por|di|автор)\b\s*:?\s+",
    re.IGNORECASE,
)

_NO_AUTHOR = re.compile(
    r"(?:https?:)?//|^@|^www\.|^(?:admin|administrator|editor|unknown|anonymous|n/?a|none|null|undefined|staff|"
    r"(?:your |author )?name|authors?|by|(?:sign|log) ?(?:in|out|up)|register|subscribe|follow|share|profile|"
    r"contact|more|all posts|view all posts|comments?)$",
    re.IGNORECASE,
)

_MAIL = re.compile(r"[\s,(<]*[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}[)>]?")

_LINK = re.compile(r"\s*[(<\[](?:https?:)?//[^\s()<>\[\]]*[)>\]]")

_JOINED = re.compile(r",?\s\((?:with|avec|mit|con|com|(?:with )?additional reporting by)\s([^()]*)\)", re.IGNORECASE)
"""People whom a byline names in brackets behind the first."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"

_TIME = (
    r"\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\b|uhr\b|h\b)|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|"
    rf"{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{1,2}}\.?\s{_MONTH},?\s\d{{4}}|"
    r"(?:an?|\d{1,3})\s(?:minute|hour|day|week|month|year)s?\sago\b"
)

_WHEN = re.compile(
    r"(?:(?<![\s,|·•-])[\s,|·•-]++(?:(?:posted|authored|published|updated|on|at|le|am|il|el|[a-z]{3,6}day,?)\s){0,3}|"
    rf"(?<=[^\W\d_])(?=\d))(?:{_TIME}).*",
    re.IGNORECASE,
)
"""Where a byline goes on with the time of publication."""

_DID = re.compile(
    r"\s+(?:posted|authored|published|updated|commented|wrote|writes|reports?|\+?\s?(?:follow|folgen|suivre|seguir|关注|訂閱|订阅))$",
    re.IGNORECASE,
)
"""What a name does, or what readers may do with it on a button behind it."""

_POST = re.compile(r"(?<=[^\W\d_] )([^\W\d_][\w.’'-]*),\s?[A-Z]{2,}(?:[ .][A-Z]{2,}){0,3}\.?$")


def split_authors(value: str) -> list[str]:
    """The people a byline names, without the words around them."""
    text = BY.sub("", _MAIL.sub("", _WHEN.sub("", _LINK.sub("", clean(value)))))
    text = _without_roles(_JOINED.sub(r" & \1", text))
    if not text or len(text) > _LONG_BYLINE:
        return []
    text = _POST.sub(r"\1", _DID.sub("", text))
    parts = re.split(r"\s*;\s*|\s+\|\s+|\s*,?\s+(?:and|und|et|y|&|и)\s+", text)
    if len(parts) == 1 and text.count(",") and all(" " in part.strip() for part in text.split(",")):
        parts = text.split(",")
    elif len(parts) > 1:
        parts = [
            piece
            for part in parts
            for piece in (part.split(",") if all(" " in one.strip() for one in part.split(",")) else [part])
        ]
    names = [part.strip(" ,;:|·•–—-") for part in parts]
    return [name for name in names if name and not _NO_AUTHOR.search(name)]


_LONG_BYLINE = 200
"""Characters of what names no people any more."""


def _without_roles(text: str) -> str:
    """A byline without what its people are and where they work."""
    roles = list(_ROLE.finditer(text))
    if len(roles) == 1 and not _AND.match(text, roles[0].end()):
        return text[: roles[0].start()]
    return _ROLE.sub("", text)


_ROLE = re.compile(
    r"(?:,|\s[-–—|])\s(?:[\w&-]+\s){0,3}(?:editor|reporter|writer|correspondent|columnist|director|professor|analyst|technologist|"
    r"engineer|manager|officer|president|founder|researcher|fellow|journalist|producer|contributor|scientist|economist|"
    r"lecturer)s?\b[^,;]*?(?=[,;]|\sand\s|$)",
    re.IGNORECASE,
)

_AND = re.compile(r",?\sand\s")
