"""From a value as a source wrote it to the type of a canonical field."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from ingest.late import late
from ingest.memo import remembered
from ingest.metadata import findings
from ingest.metadata.dates import read_date
from ingest.metadata.languages import read_language
from ingest.metadata.people import read_people
from ingest.metadata.text import one_line, paragraphs, plain_text, safe
from ingest.model import Value


class Coerced(NamedTuple):
    """A value that fits, or None with the code and the words of the finding.

    `more` says that the source value holds more than the canonical one; `note` says what was done.
    """

    value: Value = None
    note: str = ""
    more: bool = False
    code: str = ""
    problem: str = ""
    beside: tuple[tuple[str, Value], ...] = ()
    """Values for other canonical fields that the same source value holds."""


EMPTY = Coerced()
"""Nothing was said: no value and no finding."""

_TRUE = frozenset({"true", "yes", "on", "1", "y"})
_FALSE = frozenset({"false", "no", "off", "0", "n"})
_URL_INSTRUCTIONS = frozenset({"pretty", "date", "ordinal", "none", "weekdate", "true", "false", "auto"})
_TEXT_KEYS = ("name", "title", "text", "@value", "value", "plain")
_URL_KEYS = ("url", "src", "path", "href", "@id", "contentUrl", "file", "image", "feature", "relative", "publicURL")
_DATE_KEYS = ("date", "created", "published", "date-parts")
_CHANGED_KEYS = ("updated", "modified")
_SHOWN = late(r"!\[([^\[\]]{0,400})\]\(([^\s()]{1,1000})(?:[ ]([\"'][^\"']{0,300}[\"']))?\)")
# Obsidian's embedded file.
_EMBEDDED = late(r"!\[\[([^\[\]|\n]{1,400})(?:\|[^\[\]\n]{0,80})?\]\]")
_WIKI_LINK = re.compile(r"\[\[([^\[\]|]{1,80})(?:\|[^\[\]]{0,80})?\]\]")
_MAXIMUM = 2**53 - 1
_PATH_LIKE = late(r"[/.:]")
_TAG_SPLIT = late(r"[;,\n、，]")
_HASHTAGS = late(r"#\w[\w-]*(?:[ ,]+#\w[\w-]*)+")
_BRACKETED_ITEM = re.compile(r"\[\[([^\[\]]{1,200})\]\]|([^\s\[\],]+)")
_BRACKETED = late(rf"(?:{_BRACKETED_ITEM.pattern})(?:[ ,]+(?:{_BRACKETED_ITEM.pattern}))*")
_SINGLY_QUOTED = late(r"\[[ ]*'[^',]{1,100}'(?:[ ]*,[ ]*'[^',]{1,100}')*[ ]*\]")
_ORG_TAGS = late(r":(?:[\w@#%]+:)+")


def is_empty(value: Value) -> bool:
    """Whether a value says nothing."""
    if isinstance(value, str):
        return not value or value.isspace()
    if isinstance(value, dict):
        return not value
    if isinstance(value, list):
        return all(map(is_empty, value))
    return value is None


def _misfit(what: str) -> Coerced:
    return Coerced(code=findings.MISFIT, problem=f"is no {what}")


def _text_of(value: Value) -> str | None:
    """The text of a scalar or of an object that names itself."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        if len(value) == 1 and next(iter(value.values())) is None:
            # BibTeX's braces around a text, which YAML takes for a mapping.
            return str(next(iter(value)))
        return next((value[key] for key in _TEXT_KEYS if isinstance(value.get(key), str)), None)
    if isinstance(value, list) and len(value) == 1:
        return _text_of(value[0])
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return None


def line(value: Value) -> Coerced:
    """One line of plain text."""
    return _laid_out(value, one_line)


def prose(value: Value) -> Coerced:
    """Plain text, in paragraphs if it has more than one."""
    return _laid_out(value, paragraphs)


def _laid_out(value: Value, layout: Callable[[str], str]) -> Coerced:
    text = _text_of(value)
    if text is None:
        return _misfit("text")
    plain = layout(plain_text(text).text)
    more = not isinstance(value, str) or ("<" in text and _addresses(text) > _addresses(plain))
    return Coerced(plain, more=more) if plain else EMPTY


def _addresses(text: str) -> int:
    return len(_ADDRESSED.findall(text))


# A tag that says more than its words: where a link goes, which picture is shown.
_ADDRESSED = late(r"<(?:a|img|iframe)\b[^<>]{0,500}(?:href|src)\b", re.IGNORECASE)


_ADDRESS = re.compile(r"(?:https?:)?//\S+", re.IGNORECASE)


def people(value: Value) -> Coerced:
    """A list of names; addresses of profiles are none."""
    found = read_people(value)
    if found is None or all(_ADDRESS.fullmatch(name) for name in found.names):
        return _misfit("name of a person")
    return Coerced(found.names, more=found.more)


def date(value: Value) -> Coerced:
    """An ISO 8601 date, of the precision given."""
    more = False
    beside: tuple[tuple[str, Value], ...] = ()
    if isinstance(value, dict):
        changed = next((value[key] for key in _CHANGED_KEYS if isinstance(value.get(key), str)), None)
        beside = (("modified", changed),) if changed else ()
        value, more = next((value[key] for key in _DATE_KEYS if value.get(key)), None), True
    if isinstance(value, list):
        value = _from_parts(value)
    if not isinstance(value, str):
        return _misfit("date")
    if since := _SINCE_1970.fullmatch(value.strip()):
        return Coerced(_at_second(int(since[1]), since[2]), "counted from 1970", more=True)
    link = _WIKI_LINK.fullmatch(value.strip())
    reading = read_date(link[1] if link else str(value))
    if reading.iso:
        more = more or reading.more or ("T" not in reading.iso and _OFFSET.search(value) is not None)
        return Coerced(reading.iso, more=more, beside=beside)
    code = findings.AMBIGUOUS_DATE if reading.problem == "ambiguous" else findings.NO_DATE
    return Coerced(code=code, problem=reading.message)


_OFFSET = late(r"[ ][+-]\d{2}:?\d{2}\Z")
# Seconds or thousandths, of 1995 to 2030; a date with its hour, `2021090412`, is beyond.
_SINCE_1970 = late(r"([89]\d{8}|1[0-8]\d{8})(\d{3})?")


def _at_second(seconds: int, thousandths: str | None) -> str:
    moment = datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S")
    return f"{moment}.{thousandths}Z" if thousandths and thousandths != "000" else f"{moment}Z"


_MONTH_FIRST = late(r"[ \t]*(\d{1,2})/(\d{1,2})/(\d{4})[ \t]*")


def month_first_date(value: Value) -> Coerced:
    """A date whose source says that the month stands first."""
    match = _MONTH_FIRST.fullmatch(value) if isinstance(value, str) else None
    if not match:
        return date(value)
    month, day, year = match.groups()
    coerced = date(f"{year}-{month.zfill(2)}-{day.zfill(2)}")
    return coerced._replace(note="the month first, as its key has it") if coerced.value else date(value)


def _from_parts(value: list[Value]) -> Value:
    """The one date of a list, or the text of one in parts as citation styles have it: `[[2008, 11, 2]]`."""
    one = value[0] if len(value) == 1 else None
    if not isinstance(one, list):
        return one
    parts = [str(part) for part in one]
    if not 1 <= len(parts) <= 3 or not all(part.isdigit() for part in parts):  # noqa: PLR2004 - year, month, day
        return None
    return "-".join((parts[0].zfill(4), *(part.zfill(2) for part in parts[1:])))


def language(value: Value) -> Coerced:
    """A BCP 47 tag."""
    text = _text_of(value)
    tag = read_language(text) if text else ""
    if not text or not tag:
        return _misfit("language")
    return Coerced(tag, more=text.strip().replace("_", "-").casefold() != tag.casefold())


def tags(value: Value) -> Coerced:
    """A list of topics."""
    if isinstance(value, str):
        items, more = _split_tags(value), False
    elif isinstance(value, list):
        if any(isinstance(item, list) for item in value):
            # Hexo: each list a category within the one before.
            value = [one for item in value for one in (item if isinstance(item, list) else [item])]
        texts = [_text_of(item) for item in value if not is_empty(item)]
        if any(text is None for text in texts):
            return _misfit("list of topics")
        items, more = [text for text in texts if text], any(isinstance(item, dict) for item in value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        items, more = [str(value)], False
    elif isinstance(value, dict) and isinstance(name := value.get("name", value.get("title")), str):
        items, more = [name], True
    else:
        return _misfit("list of topics")
    found = list(dict.fromkeys(filter(None, (_tag(item) for item in items))))
    return Coerced(found, more=more) if found else EMPTY


def _split_tags(text: str) -> list[str]:
    text = text.strip().removeprefix("- ")
    if _HASHTAGS.fullmatch(text):
        return re.split(r"[ ,]+", text)
    if "[[" in text and _BRACKETED.fullmatch(text):
        return [part[1] or part[2] for part in _BRACKETED_ITEM.finditer(text)]
    if _ORG_TAGS.fullmatch(text):
        return text.strip(":").split(":")
    if text[:1] == "[" and '"' in text and (listed := _json_list(text)):
        return listed
    if text[:1] == "[" and _SINGLY_QUOTED.fullmatch(text):
        return [part.strip().strip("'") for part in text[1:-1].split(",")]
    text = text.removeprefix("[").removesuffix("]") if text.startswith("[") and text.endswith("]") else text
    return text.split(";") if ";" in text else _TAG_SPLIT.split(text)


def _json_list(text: str) -> list[str]:
    """The texts of a list in JSON, or nothing if it is none."""
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return items if isinstance(items, list) and all(isinstance(item, str) for item in items) else []


@remembered(4096)
def _tag(item: str) -> str:
    text = one_line(plain_text(item).text)
    if text[:1] == text[-1:] == '"' and '"' not in text[1:-1]:
        text = text[1:-1].strip()
    return text[1:] if text.startswith("#") and len(text) > 1 and text[1].isalpha() else text


def image(value: Value) -> Coerced:
    """The address or file name of one picture, and the text that stands for it."""
    if isinstance(value, list):
        found = next((one for one in map(image, value) if one.value), None)
        return found._replace(more=len(value) > 1 or found.more) if found else _misfit("picture")
    if isinstance(value, dict):
        address = next((value[key] for key in _URL_KEYS if isinstance(value.get(key), str | dict)), None)
        inner = image(address) if not is_empty(address) else _misfit("picture")
        alt = value.get("alt")
        beside = (("image_alt", one_line(alt)),) if inner.value and isinstance(alt, str) and one_line(alt) else ()
        return inner._replace(more=True, beside=beside) if inner.value else inner
    return _image_text(value) if isinstance(value, str) else _misfit("picture")


def _image_text(text: str) -> Coerced:
    """The picture that a text names or, in Markdown, shows."""
    if embedded := _EMBEDDED.fullmatch(text.strip()):
        return Coerced(one_line(embedded[1]))
    if shown := _SHOWN.fullmatch(text.strip()):
        beside = (("image_alt", one_line(shown[1])),) if one_line(shown[1]) else ()
        return _image_text(shown[2])._replace(beside=beside, more=bool(shown[3]))
    plain = plain_text(str(text))
    address = one_line(plain.images[0] if plain.images else plain.text)
    if not address:
        return EMPTY
    if not _PATH_LIKE.search(address) or address.casefold() in _TRUE | _FALSE:
        return _misfit("picture")
    return Coerced(address)


def url(value: Value) -> Coerced:
    """An address or a path on the site."""
    text = value.get("@id", value.get("url")) if isinstance(value, dict) else _text_of(value)
    if not isinstance(text, str):
        return _misfit("address")
    address = one_line(text).strip("<>")
    if not address:
        return EMPTY
    if " " in address or address.casefold() in _URL_INSTRUCTIONS:
        return _misfit("address")
    return Coerced(address)


def flag(value: Value) -> Coerced:
    """True or false."""
    if isinstance(value, bool):
        return Coerced(value)
    word = value.strip().casefold() if isinstance(value, str) else ""
    if word in _TRUE:
        return Coerced(value=True)
    if word in _FALSE:
        return Coerced(value=False)
    return _misfit("yes or no")


def texts(value: Value) -> Coerced:
    """A list of lines of text."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items if item is not None):
        return _misfit("list of texts")
    found = list(dict.fromkeys(filter(None, (one_line(item) for item in items if item is not None))))
    return Coerced(found) if found else EMPTY


COERCE: dict[str, Callable[[Value], Coerced]] = {
    "title": line,
    "subtitle": line,
    "short_title": line,
    "description": prose,
    "authors": people,
    "published": date,
    "modified": date,
    "language": language,
    "tags": tags,
    "categories": tags,
    "image": image,
    "image_alt": line,
    "url": url,
    "publisher": line,
    "license": line,
    "draft": flag,
    "slug": line,
    "aliases": texts,
}
"""The type of each canonical field but `infobox` and `extra`."""


def free(value: Value) -> Value:
    """A value for `extra`: plain scalars get the type that every reader gives them, if that loses nothing of the text.

    `1.10`, `0x1F`, `007`, dates and `yes` stay text; `12`, `1.5`, `true` become what they say. Quoted text stays text.
    """
    if isinstance(value, str):
        text = safe(value).strip()
        return text if text[:1] not in _TYPED or getattr(value, "quoted", True) else _typed(text)
    if isinstance(value, dict):
        return {safe(str(key)): free(item) for key, item in value.items()}
    if isinstance(value, list):
        return [free(item) for item in value]
    return _number(value) if isinstance(value, int | float) else value


def _number(value: float) -> Value:
    if isinstance(value, bool) or (isinstance(value, int) and abs(value) <= _MAXIMUM):
        return value
    return value if isinstance(value, float) and math.isfinite(value) and _typed(repr(value)) == value else str(value)


_TYPED = frozenset("-0123456789tTfF")
"""What a number or a truth value begins with."""


def _typed(text: str) -> Value:
    if text[0] in "tTfF":
        return text[0] in "tT" if text in ("true", "True", "TRUE", "false", "False", "FALSE") else text
    if re.fullmatch(r"-?(?:0|[1-9]\d{0,15})", text) and abs(int(text)) <= _MAXIMUM and text != "-0":
        return int(text)
    if re.fullmatch(r"-?(?:0|[1-9]\d{0,14})\.\d{1,16}", text) and repr(float(text)) == text:
        return float(text)
    return text
