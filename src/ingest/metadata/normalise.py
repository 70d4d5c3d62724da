"""From every source of facts about a document to its canonical front matter, with the origin of each value.

The order of trust: the document's own header; what a converted page's head or infobox says; what the container or the
transport says; what was found in the body; what the file name says. Within one source the order of the alias table
decides. What loses is recorded, and kept under `extra` where it says something else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ingest.headers.values import Scalar, is_own_provenance, plain
from ingest.language import detect
from ingest.late import late
from ingest.metadata import findings
from ingest.metadata.aliases import CANONICAL, MONTH_FIRST, RANKS, SOURCES, mail_names, proposal_names, unify
from ingest.metadata.coerce import COERCE, Coerced, free, is_empty, month_first_date
from ingest.metadata.infobox import read_boxes
from ingest.metadata.text import has_template, one_line, plain_text, safe
from ingest.model import NOTHING, Header, Metadata, Origin, Remark, Source, Value

DERIVED = "derived:"
"""How the key of a converted page's field begins that the converter took from the text: nothing in the page states it."""

_ORDER = {key: index for index, key in enumerate(CANONICAL)}
_HEADER, _CONVERTED, _CONTAINER, _BODY, _DERIVED = range(5)
_NESTED = frozenset({"taxonomies", "taxonomy"})
_DISTRUSTED_FACTS = frozenset({"language", "draft"})
"""What a container says of these concerns the capture, or a whole site, and not the document."""

_TRANSPORT = frozenset({"lastmodified"})
"""Dates of the server's file (RFC 9110), which is often made anew for each visitor."""

_HEADING = re.compile(
    r"\s{0,1000}(?:(#{1,6})[ \t]+(?P<atx>[^\n]{1,400}?)[ \t]*#*[ \t]*(?:\n|\Z)"
    r"|(?P<setext>[^\n]{1,400})\n={3,}[ \t]*(?:\n|\Z))"
)
_DATED_NAME = re.compile(r"(?:.*/)?(\d{4}-\d{2}-\d{2})[-_ .][^/]*")
_ATTRIBUTES = late(r"[ \t]*\{[#.:][^{}]{0,100}\}$")
_EMPHASIS = late(r"(\*{1,3}|_{1,3}|`{1,3})(?=\S)([^*_`\n]{1,400})(?<=\S)\1")
_MARKDOWN_LINK = late(r"!?\[([^\[\]\n]{0,400})\]\([^()\n]{0,1000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)")


class _Candidate(NamedTuple):
    """A value that may become a canonical field."""

    trust: int
    rank: int
    key: str
    raw: Value


class Gathered:
    """The front matter under construction."""

    def __init__(self, body: str) -> None:
        """Begin with nothing but the body."""
        self.body = body
        self.candidates: dict[str, list[_Candidate]] = {}
        self.fields: dict[str, Value] = {}
        self.extra: dict[str, Value] = {}
        self.origins: list[Origin] = []
        self.remarks: list[tuple[str, Remark]] = []

    def add(self, field: str, trust: int, rank: int, key: str, raw: Value) -> None:
        """Take in a value that may become a field."""
        self.candidates.setdefault(field, []).append(_Candidate(trust, rank, key, raw))

    def remark(self, code: str, raw: Value, message: str) -> None:
        """Remark on a value, at its place."""
        scalar = _first_scalar(raw)
        start, end = (scalar.start, scalar.start + len(scalar)) if scalar is not None else (0, 0)
        self.remarks.append((code, Remark(start, end, message)))

    def keep(self, key: str, raw: Value, note: str = "", *, value: Value = None, shown: Value = None) -> None:
        """Keep a value under `extra`; `shown` is the raw value in plain types, where that is known."""
        kept = free(raw) if value is None else value
        key = safe(key)
        name = key
        number = 2
        while name in self.extra and self.extra[name] != kept:
            if (
                isinstance(kept, dict)
                and isinstance(self.extra[name], dict)
                and not kept.keys() & self.extra[name].keys()
            ):
                kept = {**self.extra[name], **kept}
                break
            name = f"{key}_{number}"
            number += 1
        self.extra[name] = kept
        self.origins.append(Origin(f"extra.{name}", key, plain(raw) if shown is None else shown, kept, note))

    def still_stands(self, candidate: _Candidate) -> bool:
        """Whether a value that was found in the body is in the body yet, so that nothing is lost with it."""
        if candidate.trust != _BODY or not isinstance(candidate.raw, str):
            return False
        return candidate.raw in self.body or candidate.raw == _first_heading(self.body)

    def win(self, field: str, candidate: _Candidate, coerced: Coerced) -> None:
        """Make a value the field."""
        self.fields[field] = coerced.value
        self.origins.append(Origin(field, candidate.key, plain(candidate.raw), coerced.value, coerced.note))

    def lose(self, field: str, candidate: _Candidate, value: Value, note: str) -> None:
        """Account for a value that does not become the field."""
        self.origins.append(Origin(field, candidate.key, plain(candidate.raw), value, note, used=False))

    def tell_language(self) -> None:
        """Derive the language from the text, if nothing says it."""
        if "language" in self.fields:
            return
        if found := detect(self.body):
            tag, confidence = found
            note = f"derived from the text, confidence {confidence:.2f}"
            self.win("language", _Candidate(_DERIVED, 0, "text", tag), Coerced(tag, note))

    def finish(self) -> Metadata:
        """All of it, in the canonical order."""
        if self.extra:
            self.fields["extra"] = self.extra
        fields = {key: self.fields[key] for key in CANONICAL if key in self.fields}
        for key in ("title", "subtitle", "description"):
            if key in fields and has_template(fields[key]):
                self.remarks.append((findings.REMAINS, Remark(0, 0, f"a template was left in {key!r}")))
        origins = sorted(self.origins, key=lambda one: (_ORDER[one.key.partition(".")[0]], not one.used))
        return Metadata(fields, tuple(origins), tuple(self.remarks))


def gather(
    header: Header,
    body: str,
    source: Source,
    *,
    lifted: Mapping[str, Value] = NOTHING,
    converted: Mapping[str, Value] = NOTHING,
    aliases: Mapping[str, str] = NOTHING,
) -> Gathered:
    """The canonical front matter of a document, but for the language if only the text can tell it.

    `header` is what was read at the top of the text, `body` the clean body, `lifted` canonical fields found in the
    body, `converted` header-like fields of a converted page, `aliases` the user's own: source key → canonical field, or
    `extra` for a key that is to stay unmapped. Remarks are positions in the text that the header was read from.
    """
    work = Gathered(body)
    own = {unify(name): field for name, field in aliases.items()}
    if header.layout == "key-value-header":
        own = {**mail_names(header.fields), **proposal_names(header.fields), **own}
    _collect(work, header.fields, _HEADER, own)
    _collect(work, converted, _CONVERTED, own)
    _collect_facts(work, source, own)
    for field, value in lifted.items():
        if field in COERCE or field == "infobox":
            work.add(field, _BODY, 0, "body", value)
        elif not is_empty(value):
            work.keep(field, value, "found in the body")
    _subject_as_topic(work)
    for remark in header.remarks:
        work.remarks.append((getattr(remark, "code", findings.BROKEN), Remark(*remark)))
    for field in COERCE:
        if field in work.candidates:
            _resolve(work, field)
    _infobox(work)
    _derive(work, source)
    return work


def _collect(work: Gathered, fields: Mapping[str, Value], trust: int, own: Mapping[str, str]) -> None:
    for key, value in fields.items():
        if key == "provenance" and is_own_provenance(value):
            continue
        if key == "extra" and isinstance(value, dict):
            for name, item in value.items():
                work.keep(name, item, "was under extra")
            continue
        if trust == _CONVERTED and key.startswith(DERIVED):
            field = key.removeprefix(DERIVED)
            work.add(field, _DERIVED, 0, f"derived: {_DERIVED_FROM[field]}", value)
            continue
        if isinstance(value, dict) and unify(key) in _NESTED:
            _collect_nested(work, key, value, trust)
            continue
        _collect_one(work, key, value, trust, own)


_DERIVED_FROM = {"description": "first paragraph", "published": "address"}
"""What a converter derives a field from."""


def _collect_one(work: Gathered, key: str, value: Value, trust: int, own: Mapping[str, str]) -> None:
    unified = unify(key)
    if is_empty(value):
        field, _ = RANKS.get(unified, (key, 0))
        name = field if field in CANONICAL else "extra"
        work.origins.append(Origin(name, key, plain(value), None, "empty", used=False))
        return
    user = own.get(unified)
    field, rank = (user, -1) if user else RANKS.get(unified, ("", 0))
    if field == key:
        rank = -1
    if unified in SOURCES and not user and not _is_address(value):
        work.keep(key, value)
        return
    if field == "published" and unified == "published" and _is_flag(value):
        work.add("draft", trust, len(RANKS), key, _Not(value))
    elif field in COERCE or field == "infobox":
        work.add(field, trust, rank, key, value)
    else:
        work.keep(key, value)


def _is_address(value: Value) -> bool:
    return (
        isinstance(value, str)
        and value.strip().lower().startswith(("http://", "https://"))
        and " " not in value.strip()
    )


class _Not(NamedTuple):
    """A mark that says the contrary of the field it becomes: `published: false` is `draft: true`."""

    value: Value


def _is_flag(value: Value) -> bool:
    return isinstance(value, bool) or (
        isinstance(value, str) and value.strip().casefold() in {"true", "false", "yes", "no"}
    )


def _collect_nested(work: Gathered, key: str, value: dict[str, Value], trust: int) -> None:
    """Zola's and Grav's taxonomies: topics one level down."""
    rest = {}
    for name, item in value.items():
        field, rank = RANKS.get(unify(f"{key}.{name}"), ("", 0))
        if field and not is_empty(item):
            work.add(field, trust, rank, f"{key}.{name}", item)
        elif not is_empty(item):
            rest[name] = item
    if rest:
        work.keep(key, rest)


def _collect_facts(work: Gathered, source: Source, own: Mapping[str, str]) -> None:
    if source.url:
        work.add("url", _CONTAINER, 0, "source url", source.url)
    for key, value in source.facts.items():
        field = own.get(unify(key), fact_field(key))
        if field in COERCE and not is_empty(value):
            work.add(field, _CONTAINER, RANKS.get(unify(key), ("", 0))[1], f"container {key}", _listed(value))


def fact_field(key: str) -> str:
    """The canonical field that a fact of a container may fill; empty when it says something of the capture alone.

    A date counts where its key says that it is the one of publication or change: `date` or `timestamp` may be the crawl's.
    """
    name = unify(key)
    field, _ = RANKS.get(name, ("", 0))
    if field not in COERCE or field in _DISTRUSTED_FACTS or name in _TRANSPORT or name == "source":
        return ""
    return "" if field == "published" and "pub" not in name else field


def _listed(value: str) -> Value:
    """A list that a container wrote as JSON, as a list; anything else as it is."""
    if not value.startswith("["):
        return value
    try:
        items = json.loads(value)
    except (ValueError, RecursionError):
        return value
    return items if isinstance(items, list) and all(isinstance(one, str) for one in items) else value


def _subject_as_topic(work: Gathered) -> None:
    """`subject` is a title only where nothing else is."""
    titles = work.candidates.get("title", [])
    others = [one for one in titles if unify(one.key) != "subject" and one.trust <= _CONVERTED]
    if others and len(others) < len(titles):
        for one in titles:
            if unify(one.key) == "subject" and plain(one.raw) not in [plain(other.raw) for other in others]:
                work.add("tags", one.trust, len(RANKS), one.key, one.raw)
        work.candidates["title"] = [one for one in titles if unify(one.key) != "subject" or one.trust > _CONVERTED]


def _by_trust(candidates: list[_Candidate]) -> list[_Candidate]:
    return sorted(candidates, key=lambda one: one[:2]) if len(candidates) > 1 else candidates


def _resolve(work: Gathered, field: str) -> None:
    """Choose the value of a field, record the losers, and keep what they say."""
    coerce = COERCE[field]
    won = field in work.fields
    for candidate in _by_trust(work.candidates[field]):
        coerced = (month_first_date if unify(candidate.key) in MONTH_FIRST else coerce)(candidate.raw)
        if isinstance(candidate.raw, _Not):
            coerced = _inverted(candidate.raw)
            candidate = candidate._replace(raw=candidate.raw.value)  # noqa: PLW2901 - the same candidate, unwrapped
        if coerced.value is None:
            _refuse(work, field, candidate, coerced)
        elif won:
            same = coerced.value == work.fields[field]
            work.lose(field, candidate, coerced.value, "says the same" if same else "less trusted")
            if (not same or coerced.more) and not work.still_stands(candidate):
                work.keep(_free_name(candidate.key), candidate.raw, f"lost against another {field}")
        else:
            won = True
            work.win(field, candidate, coerced)
            for name, value in coerced.beside:
                work.candidates.setdefault(name, []).append(
                    _Candidate(candidate.trust, 0, f"{candidate.key}.alt", value)
                )
            if coerced.more:
                work.keep(_free_name(candidate.key), candidate.raw, f"says more than {field}")


def _inverted(mark: _Not) -> Coerced:
    coerced = COERCE["draft"](mark.value)
    return coerced if coerced.value is None else Coerced(not coerced.value, "the contrary of a mark")


def _free_name(key: str) -> str:
    """The name under `extra` of a value that came from a place without a name of its own."""
    return {"body": "found_in_body", "source url": "source_url"}.get(key, key.removeprefix("container "))


def _refuse(work: Gathered, field: str, candidate: _Candidate, coerced: Coerced) -> None:
    if not coerced.code:
        work.lose(field, candidate, None, "empty")
        return
    work.lose(field, candidate, None, coerced.problem)
    work.keep(_free_name(candidate.key), candidate.raw, f"no {field}: {coerced.problem}")
    own_name = candidate.trust == _HEADER and candidate.key == field
    if own_name or (candidate.trust <= _CONVERTED and coerced.code != findings.MISFIT):
        work.remark(coerced.code, candidate.raw, f"{candidate.key!r} {coerced.problem}: {_short(candidate.raw)}")


def _short(raw: Value) -> str:
    return one_line(str(plain(raw)))[:60]


def _infobox(work: Gathered) -> None:
    for candidate in _by_trust(work.candidates.get("infobox", [])):
        boxes = read_boxes(candidate.raw)
        if not boxes:
            work.keep(candidate.key, candidate.raw, "no infobox")
            continue
        first = 0
        shown = plain(candidate.raw)
        if "infobox" not in work.fields and boxes[0].fields:
            work.fields["infobox"] = boxes[0].fields
            work.origins.append(Origin("infobox", candidate.key, shown, boxes[0].fields))
            if boxes[0].rest:
                work.keep("infobox", candidate.raw, "links and pictures", value=boxes[0].rest, shown=shown)
            first = 1
        elif boxes[0].fields == work.fields.get("infobox"):
            first = 1
        more = [
            box.fields if not box.rest else {**box.fields, "beside": box.rest}
            for box in boxes[first:]
            if box.fields or box.rest
        ]
        if more:
            work.keep("infoboxes", candidate.raw, "further infoboxes", value=more, shown=shown)
        for box in boxes:
            for key in box.templates:
                work.remark(findings.REMAINS, candidate.raw, f"a template was left in the infobox field {key!r}")


def _derive(work: Gathered, source: Source) -> None:
    """Fill what no source said from the body and the file name, marked as derived."""
    if "title" not in work.fields:
        title = _first_heading(work.body)
        if title:
            work.win("title", _Candidate(_DERIVED, 0, "first heading", title), Coerced(title, "derived"))
    if "published" not in work.fields:
        for written in _dates_in_name(source.path):
            coerced = COERCE["published"](written)
            if coerced.value:
                work.win("published", _Candidate(_DERIVED, 0, "file name", written), coerced._replace(note="derived"))


def _dates_in_name(path: str) -> Iterator[str]:
    match = _DATED_NAME.fullmatch(path)
    if match:
        yield match[1]


def _first_heading(body: str) -> str:
    """The heading that the body begins with, as plain text."""
    match = _HEADING.match(body)
    if not match:
        return ""
    text = _ATTRIBUTES.sub("", match["atx"] or match["setext"])
    text = _MARKDOWN_LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\2", text)
    return one_line(plain_text(text).text)


def _first_scalar(raw: Value) -> Scalar | None:
    """The first scalar of a value that knows where it stands."""
    if isinstance(raw, Scalar):
        return raw
    items = raw.values() if isinstance(raw, dict) else raw if isinstance(raw, list) else ()
    return next((found for found in map(_first_scalar, items) if found is not None), None)
