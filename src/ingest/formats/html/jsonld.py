"""Facts from JSON-LD, however it is wrapped or broken."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape

from ingest.model import Value

ARTICLES = re.compile(
    r"(?:.*Article|.*Posting|Report|Review|.*Review|Recipe|HowTo|TechArticle|FAQPage|QAPage|Book|Chapter|.*CreativeWork|"
    r"MedicalWebPage|Course|Episode|.*Object)"
)
PAGES = re.compile(r"(?:.*Page|Event|Product|WebSite)")

_COMMENT = re.compile(
    r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[|//<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|\]\]>|//\]\]>)\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_PAIR = re.compile(r'"(headline|name|datePublished|dateModified|description|inLanguage)"\s*:\s*"((?:[^"\\]|\\.)*)"')
_CONTROL = re.compile(r"[\x00-\x1f]")
_LIMIT = 4000
"""Values that are looked at: more are not of one page."""


def read(scripts: Iterable[str]) -> list[Mapping[str, Value]]:
    """All objects of a page's JSON-LD scripts, flattened, those that are articles first."""
    objects: list[Mapping[str, Value]] = []
    for script in scripts:
        objects += _flatten(_loads(script))
    return sorted(map(_resolver(objects), objects), key=_order)


_REFERENCES = ("author", "creator", "publisher", "sourceOrganization")


def _resolver(objects: list[Mapping[str, Value]]) -> Callable[[Mapping[str, Value]], Mapping[str, Value]]:
    """Put in the people and organisations that an object only refers to by their `@id`."""
    named: dict[str, Value] = {
        identity: dict(one) for one in objects if isinstance(identity := one.get("@id"), str) and one.get("name")
    }

    def whole(value: Value) -> Value:
        if isinstance(value, list):
            return [whole_one(one) for one in value]
        return whole_one(value)

    def whole_one(value: Value) -> Value:
        if not isinstance(value, dict) or value.get("name"):
            return value
        identity = value.get("@id")
        return named.get(identity, value) if isinstance(identity, str) else value

    def resolved(one: Mapping[str, Value]) -> Mapping[str, Value]:
        parts = {key: whole(one[key]) for key in _REFERENCES if isinstance(one.get(key), dict | list)}
        return {**one, **parts} if parts else one

    return resolved


def _order(one: Mapping[str, Value]) -> int:
    names = kinds(one)
    if any(ARTICLES.fullmatch(name) and not name.endswith(("ImageObject", "VideoObject")) for name in names):
        return 0
    return 1 if any(PAGES.fullmatch(name) for name in names) else 2


def kinds(one: Mapping[str, Value]) -> list[str]:
    """The types of an object, without their vocabulary."""
    value = one.get("@type")
    names = value if isinstance(value, list) else [value]
    return [name.rpartition("/")[2] for name in names if isinstance(name, str)]


def _loads(script: str) -> Value:
    text = _COMMENT.sub("", _COMMENT.sub("", script.strip())).strip().rstrip(";")
    for attempt in (_same, _mended):
        try:
            return json.loads(attempt(text), strict=False)
        except (ValueError, RecursionError):
            continue
    # what is left of a broken object: its plain strings, the first of each name
    found: dict[str, Value] = {}
    for match in _PAIR.finditer(text):
        found.setdefault(match[1], _unquote(match[2]))
    return {"@type": "Article", **found} if "headline" in found else {}


def _same(text: str) -> str:
    return text


def _mended(text: str) -> str:
    return _TRAILING_COMMA.sub("", _CONTROL.sub(" ", unescape(text) if "&quot;" in text else text))


def _unquote(text: str) -> str:
    try:
        value = json.loads(f'"{_CONTROL.sub(" ", text)}"')
    except ValueError:
        return text
    return value if isinstance(value, str) else text


def _flatten(value: Value) -> Iterator[Mapping[str, Value]]:
    stack = [value]
    seen = 0
    while stack and seen < _LIMIT:
        one = stack.pop()
        seen += 1
        if isinstance(one, list):
            stack.extend(reversed(one))
        elif isinstance(one, dict):
            stack.extend(
                one[key]
                for key in ("mainEntity", "mainEntityOfPage", "@graph")
                if isinstance(one.get(key), dict | list)
            )
            if "@type" in one:
                yield one


def names(value: Value) -> list[str]:
    """The names in a value: a string, an object with a `name`, or a list of these."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, list):
            name = name[0] if name else ""
        if isinstance(name, str) and name.strip():
            found.append(name)
    return found


def address(one: Mapping[str, Value]) -> str:
    """The address of the page that an object tells of, as far as it states one."""
    about = one.get("mainEntityOfPage")
    for value in (one.get("url"), about.get("@id") if isinstance(about, dict) else about, one.get("@id")):
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return value.partition("#")[0]
    return ""


def string(value: Value) -> str:
    """A value as a string: itself, or the first of a list, or an object's `@value`, `name` or `url`."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else ""
        elif isinstance(value, dict):
            value = next((value[key] for key in ("@value", "name", "url", "contentUrl", "@id") if value.get(key)), "")
        else:
            break
    return value if isinstance(value, str) else ""
