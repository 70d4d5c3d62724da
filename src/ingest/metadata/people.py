"""Names of authors: from one string, a list, or objects, to a list of names.

A string is split only where both sides are surely names; a doubtful one stays whole.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.late import late
from ingest.memo import remembered
from ingest.metadata.text import one_line, plain_text
from ingest.model import Value


class People(NamedTuple):
    """Names in order, and whether the source says more of them (addresses, affiliations) than the names."""

    names: list[str]
    more: bool = False


_MAIL = late(
    r"[ ]?[<(][ ]?(?:mailto:)?(?:[^<>()\s@]|\(dot\)){1,64}(?:@|[ ]at[ ]|\(at\))(?:[^<>()\s]|\(dot\)){1,255}[ ]?[>)]|[ ]?<https?://[^<>\s]{1,500}>"
)
# The older form of mail headers: the address first, the name as a comment.
_OLD_MAIL = late(r"[^<>()\s,;@]{1,64}(?:@|[ ]at[ ])[^<>()\s,;]{1,255}[ ]\(([^()@]{1,200})\)")
_BY = re.compile(r"(?:written[ ])?by:?[ ]+", re.IGNORECASE)
_SUFFIX = late(
    r"(?:jr|sr|ph\.?[ ]?d|m\.?[ ]?d|esq|d\.?phil|m\.?a|m\.?sc|b\.?a|r\.?n|cpa|j\.?d|ii|iii|iv)\.?", re.IGNORECASE
)
_AND = re.compile(r"[ ](?:and|&|und|et|y|e|en|och|og|i|и|та|ja|ve)[ ]", re.IGNORECASE)
_PARTICLE_WORDS = "de da do dos das del della di du van von der den ter ten la le el al bin ibn ben zu zum dal y e st"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_LAST_FIRST = late(
    r"[^\W\d_][\w'’.\-]*(?:[ ][^\W\d_][\w'’.\-]*){0,2},[ ][^\W\d_][\w'’.\-]*(?:[ ][^\W\d_][\w'’.\-]*){0,2}"
)
_NAME_KEYS = ("name", "literal", "full_name", "fullName", "fullname", "display_name", "title")
_GIVEN_KEYS = ("given", "given_name", "givenName", "first", "first_name", "firstname", "given-names", "given-name")
_FAMILY_KEYS = ("family", "family_name", "familyName", "last", "last_name", "lastname", "surname", "family-names")
_NAME_KEY = late(r"[^:/@]{1,200}")
"""A key that may be a name, and is no address."""
_WORDS = 5
_INITIAL = 2
"""Characters of an initial with its point; longer words in capitals are acronyms."""


def read_people(value: Value, *, many: bool = True) -> People | None:
    """The names that a value gives, or None if it gives none.

    `many` says that a string may hold more than one name; items of a list hold one each.
    """
    if isinstance(value, str):
        names, more = _from_text(value) if many else _one(value)
        return People(_unique(names), more) if names else None
    if isinstance(value, dict):
        return _from_object(value)
    if isinstance(value, list):
        # Obsidian's link without the quotes that YAML wants: `[[Jane Doe]]`.
        items = [_linked(item) for item in value if item not in (None, "")]
        if not all(isinstance(item, str | dict) for item in items):
            return None
        parts = [read_people(item, many=False) for item in items]
        found = [part for part in parts if part]
        if not found or len(found) < len(parts):
            return None
        return People(_unique([name for part in found for name in part.names]), any(part.more for part in found))
    return None


def _linked(item: Value) -> Value:
    return item[0] if isinstance(item, list) and len(item) == 1 and isinstance(item[0], str) else item


def _from_object(value: dict[str, Value]) -> People | None:
    name = next((value[key] for key in _NAME_KEYS if key in value), None)
    if isinstance(name, dict):
        inner = _from_object(name)
        return People(inner.names, more=True) if inner else None
    if isinstance(name, str) and one_line(name):
        return _of_name(one_line(name), more=len(value) > 1)
    given = next((value[key] for key in _GIVEN_KEYS if isinstance(value.get(key), str)), "")
    family = next((value[key] for key in _FAMILY_KEYS if isinstance(value.get(key), str)), "")
    whole = one_line(f"{given} {family}")
    if whole:
        return People([whole], more=True)
    if len(value) > 1 and all(isinstance(one, dict) for one in value.values()):
        return _of_all([_from_object(one) for one in value.values()])
    if len(value) == 1 and isinstance(next(iter(value.values())), dict):
        # Quarto and MyST allow `- Jane Doe: {affiliation: …}`.
        names, _ = _one(next(iter(value)))
        return People(names, more=True) if names and _NAME_KEY.fullmatch(names[0]) else None
    return None


def _of_name(name: str, *, more: bool) -> People | None:
    if parts := _several(name):
        return People(parts, more=True)
    if not _MARKED.search(name):
        return People([name], more)
    names, marked = _one(name)
    return People(names, more or marked) if names else None


_MARKED = late(r"\^\[|\(@|<")
_SEVERAL = 3


def _several(text: str) -> list[str]:
    """The names in a text that is meant for one, where commas part three or more that are surely names."""
    parts = [part.strip() for part in text.split(",")]
    return parts if len(parts) >= _SEVERAL and all(map(is_name, parts)) else []


def _of_all(found: list[People | None]) -> People | None:
    names = [name for one in found if one for name in one.names]
    return People(_unique(names), more=True) if names and all(found) else None


@remembered(4096)
def _one(text: str) -> tuple[list[str], bool]:
    text = one_line(text)
    name = _bare_name(text)
    for _ in range(NESTED):
        name, before = _bare_name(name), name
        if name == before:
            break
    unquoted = text.startswith('"') and not name.startswith('"')
    return ([name] if name else []), unquoted or _without_mail(text) != text


NESTED = 8
"""How often what surrounds a name is taken away: an address in an address shows when the inner one is gone."""


def _bare_name(text: str) -> str:
    """A name without addresses, quotes and marks around it, the given names first."""
    bare = _without_mail(text)
    if bare[:1] == bare[-1:] == '"' and '"' not in bare[1:-1]:
        bare = bare[1:-1]
    name = _trimmed(one_line(plain_text(bare).text))
    if not name or not _is_last_first(name):
        return name
    last, _, first = name.partition(",")
    return f"{first.strip()} {last.strip()}"


_CUT_ENTITY = late(r"&(?:#?\w{1,32};)*#?\w{1,32}\Z")


def _trimmed(name: str) -> str:
    """A name without the commas and semicolons around it. One that ends an entity, which stands for itself, belongs to it."""
    trimmed = name.strip(" ,;")
    end = name.rfind(trimmed) + len(trimmed)
    return f"{trimmed};" if name[end : end + 1] == ";" and _CUT_ENTITY.search(trimmed) else trimmed


_LINKED_TWICE = late(r"(?<=\))[ ]*,[ ]*(?=\[[^\[\]\n]{1,200}\]\()")
_BARE_MAIL = late(
    r"[ ](?:\[[\w.+-]{1,64}(?:@|#at#)[\w.-]{1,255}(?:#dot#[\w.-]{1,255})?\]"
    r"|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190})\Z"
)
_LINK = late(r"\[([^\[\]\n]{1,200})\]\([^()\s]{1,1000}\)")
_NOTE = late(r"\^\[[^\[\]]{0,500}\]")
_HANDLE_BETWEEN = late(r"[ ]\(@[\w.-]{1,60}\)[ ]+(?=[^\W\d_]\w*[ ][^\W\d_])(?!(?:and|y|et|und)[ ])")
_HANDLE = late(r"[ ]\(@[\w.-]{1,60}\)|[ ]?<>|[ ]?[<(]?\[email[ \u00a0]protected\][>)]?")
_WITHOUT_SIGN = late(r"[\w.+-]{1,64}(?:@|#at#|[ ]?[(\[]at[)\]][ ]?)[\w.()-]{1,255}")
_ASIDE = late(r"[ ]\([^()@]{1,100}\)(?=[ ]*(?:\Z|,|;|[ ](?:and|&)[ ]))")
_REST_LINK = late(r"`([^`<>\n]{1,200}?)[ ]*<[^<>\s]{1,500}>`__?")
_ROLE = late(r"[^\n]{1,200}[ ]at[ ](?:the[ ])?[A-Z][^\n]{0,200}")
_QUOTED = late(r'(?:"[^"]{1,100}"[ ,;]*)+')


_AND_OR_COMMA = late(r"[ ]*[,;][ ]*(?:and[ ]|&[ ])?|[ ](?:and|&)[ ]")


def _without_mail(text: str) -> str:
    """The text without addresses, links and footnotes."""
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "^[" in text:
        text = _NOTE.sub("", text)
    if "`" in text:
        text = _REST_LINK.sub(r"\1", text)
    if " (" in text and all(map(is_name, _AND_OR_COMMA.split(_ASIDE.sub("", text)))):
        # Where one works, or a name in a network: `Jane Doe (The Mill)`.
        text = _ASIDE.sub("", text)
    if "@" not in text and " at " not in text and "<" not in text and "(at)" not in text:
        return text
    if "(@" in text or "<>" in text or "[email" in text:
        text = _HANDLE.sub("", text)
    return _MAIL.sub("", _OLD_MAIL.sub(r"\1", text))


@remembered(1024)
def _from_text(text: str) -> tuple[list[str], bool]:
    text = one_line(text)
    if "(@" in text:
        # Names in a network part those of the persons: `Ann Vane (@ann) Bo Reed (@bo)`.
        text = _HANDLE_BETWEEN.sub("; ", text)
    bare = _without_mail(_LINKED_TWICE.sub("; ", text) if ")" in text and "](" in text else text)
    line = one_line(plain_text(bare).text)
    line = _BY.sub("", line, count=1) if _BY.match(line) else line
    names: list[str] = []
    if '"' in line and _QUOTED.fullmatch(line):
        # Mail: `"Doe, Jane" <jane@x.example>`.
        for part in re.findall(r'"([^"]*)"', line):
            names += _one(part)[0]
        return names, bare != text
    if ";" in line:
        for part in line.split(";"):
            names += _one(part)[0]
        return names, bare != text
    listed = line.split(" and ")
    if len(listed) > 1 and all(map(_is_last_first, listed)):
        # BibTeX: `Hart, Eli and Sand, Mia`.
        return [name for part in listed for name in _one(part)[0]], bare != text
    if _is_last_first(line) and _surely_last_first(line):
        return _one(line)[0], bare != text
    pieces = [piece.strip() for piece in line.split(",")]
    if "@" in line or "#at#" in line:
        bare, pieces = "", [_without_bare_mail(piece) for piece in pieces]
    parts = _joined_suffixes(pieces)
    kept = [part for index, part in enumerate(parts) if not index or not _says_more(parts[0], part)]
    for part in kept:
        names += _pair(part.removeprefix("and ").removeprefix("& "))
    return [name for name in names if name], bare != text or len(kept) < len(parts)


def _without_bare_mail(part: str) -> str:
    """`Jane Doe jane@x.example` without the address, if a name is left."""
    name = _BARE_MAIL.sub("", part)
    return name if is_name(name) or (name.isalpha() and name.istitle()) else part


def _says_more(name: str, part: str) -> bool:
    """Whether a part after a name is an address or an office of that person, not another name."""
    return is_name(name) and bool(_WITHOUT_SIGN.fullmatch(part) or _ROLE.fullmatch(part))


def _joined_suffixes(parts: list[str]) -> list[str]:
    """`Doe`, `Jr.` is one name."""
    joined: list[str] = []
    for part in parts:
        if joined and _SUFFIX.fullmatch(part):
            joined[-1] += f", {part}"
        elif part:
            joined.append(part)
    return joined


def _pair(text: str) -> list[str]:
    """Two names with `and` between them, or the text as one name."""
    parts = _AND.split(text)
    return [part.strip() for part in parts] if len(parts) > 1 and all(is_name(part) for part in parts) else [text]


def is_name(text: str) -> bool:
    """Whether a text looks like the name of a person: two to five words that begin with capitals, particles aside."""
    words = text.split()
    if not 1 < len(words) <= _WORDS:
        return False
    return all(
        word.casefold() in _PARTICLES or word[:1].isupper() or not word[:1].islower() for word in words
    ) and not any(character.isdigit() for character in text)


def _is_last_first(text: str) -> bool:
    if text.count(",") != 1 or not _LAST_FIRST.fullmatch(text):
        return False
    last, _, first = (part.strip() for part in text.partition(","))
    if _SUFFIX.fullmatch(first):
        return False
    return _cased(last) and _cased(first)


def _cased(text: str) -> bool:
    words = [word for word in text.split() if word.casefold() not in _PARTICLES]
    return bool(words) and all(
        word[:1].isupper() and (word[1:] != word[1:].upper() or len(word) <= _INITIAL) for word in words
    )


def _surely_last_first(text: str) -> bool:
    """`Doe, Jane` is one person; `Jane Doe, John Roe` are two."""
    last, _, first = (part.strip() for part in text.partition(","))
    words = [word for word in last.split() if word.casefold() not in _PARTICLES]
    return len(words) == 1 and (len(first.split()) == 1 or len(last.split()) == 1)


def _unique(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))
