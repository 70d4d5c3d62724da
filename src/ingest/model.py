"""The nouns of ingest: frozen values that pass from stage to stage, without behaviour.

Positions are offsets in characters, zero-based and half-open, in the text named beside them. "The raw text" is the raw
file as `decode.decode` gives it: without its byte order mark and with uniform line ends folded to LF.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

Value: TypeAlias = Any
"""A front matter value: None, bool, int, float, str, or lists and mappings (with string keys) of them."""

NOTHING: Mapping[str, str] = MappingProxyType({})
"""An empty mapping that is safe to share as a parameter's default."""


class Safety(StrEnum):
    """When a rule runs: always, only when asked for, or never changing anything."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display-only"


@dataclass(frozen=True, slots=True)
class Source:
    """One raw document: its bytes and what its surroundings say of it.

    `path` is the stable id: the path below the raw folder with `/`, for a record of a container followed by `#record`.
    `charset` and `mediatype` are what a transport declared (an HTTP header), `url` where it came from, `facts` whatever
    else a container knows (`date`, `title`, …) under the names it uses.
    """

    path: str
    data: bytes
    mediatype: str = ""
    charset: str = ""
    url: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


class Island(NamedTuple):
    """A stretch of the decoded text whose bytes the codec would not give back."""

    start: int
    length: int
    data: bytes
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decoding:
    """How bytes became text, with all that is needed to turn that text into the same bytes again.

    `encoding` is a Python codec name; `basis` says how it was chosen: `bom`, `declared`, `strict-utf-8`,
    `utf-8-with-islands` (UTF-8 but for some stray bytes), `detected` or `fallback`. `confidence` is the detector's, 0
    to 1. `newline` is the line end that stood throughout when it was not LF. `islands` are in order and do not overlap.
    `verbatim` holds the whole file where a codec cannot be reversed.
    """

    encoding: str
    basis: str
    confidence: float | None = None
    bom: bytes = b""
    newline: str = "\n"
    islands: tuple[Island, ...] = ()
    verbatim: bytes | None = None


class Proposal(NamedTuple):
    """What a rule wants: `text[start:end]` replaced by `after`. `note` says how that was found, if it is not plain."""

    start: int
    end: int
    after: str = ""
    note: str = ""


class Remark(NamedTuple):
    """What a rule saw and cannot repair, at `text[start:end]`, in words for the person who reads the report."""

    start: int
    end: int
    message: str


class Edit(NamedTuple):
    """A proposal that was applied: in its pass's input, `before` stood at `start` and `after` took its place."""

    rule: str
    start: int
    before: str
    after: str = ""
    note: str = ""

    @property
    def end(self) -> int:
        """Where `before` ended."""
        return self.start + len(self.before)


class Pass(NamedTuple):
    """Edits applied together: sorted, not overlapping, all positions in the text that the pass was given."""

    stage: str
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """A remark with its place in the raw text: `line` and `column` count from 1, `start` and `end` from 0."""

    rule: str
    line: int
    column: int
    start: int
    end: int
    message: str
    excerpt: str


class Block(NamedTuple):
    """A block of a converted source (HTML, wikitext) that is not in the body: what, where in the source, and why.

    `place` is where a person finds it in the source: `line 12`, `line 12 column 5, main > p` (both from 1) or the path
    alone where the line is not known; `rule` the code that dropped it.
    """

    rule: str
    place: str
    reason: str
    text: str


class Origin(NamedTuple):
    """Where a front matter value came from.

    `key` is the canonical key, `source_key` the key or place it was read from, `raw` the value as it stood there,
    `value` what was written, `note` the coercion or the reason, `used` False for a value that lost.
    """

    key: str
    source_key: str
    raw: Value
    value: Value
    note: str = ""
    used: bool = True


@dataclass(frozen=True, slots=True)
class Header:
    """A header as it was read: `fields` in source order, nested, scalars as written; the body starts at `end`.

    `layout` names its form (`yaml-header`, `toml-header`, `none`, …). `remarks` have positions in the same text.
    """

    layout: str = "none"
    fields: Mapping[str, Value] = field(default_factory=dict)
    end: int = 0
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Conversion:
    """A source of another format turned into Markdown: the body, the fields found, and what was left out.

    `fields` are header-like, named as the source names them (`og:title`, `infobox`, …), ready for `metadata.gather`.
    """

    body: str
    layout: str
    fields: Mapping[str, Value] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """Canonical front matter (without `provenance`) in canonical order, and where each value came from.

    `remarks` go with the code of what made them; their positions are those of the text that the header was read from.
    """

    fields: Mapping[str, Value] = field(default_factory=dict)
    origins: tuple[Origin, ...] = ()
    remarks: tuple[tuple[str, Remark], ...] = ()


@dataclass(frozen=True, slots=True)
class Lift:
    """What the body itself says of the document: canonical fields found in it, and the edits that take them out.

    A headline, a dek or a byline that becomes metadata leaves the body; the proposals go with their codes and have
    positions in the body. `exposes` tells that without them a line may be a page's furniture that was none with them.
    """

    fields: Mapping[str, Value] = field(default_factory=dict)
    proposals: tuple[tuple[str, Proposal], ...] = ()
    exposes: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: the clean document and the whole account of how it came about."""

    source: str
    text: str
    sha256: str
    decoding: Decoding
    format: str
    layout: str
    producer: str
    metadata: Metadata
    front_matter: Mapping[str, Value]
    passes: tuple[Pass, ...]
    findings: tuple[Finding, ...]
    blocks: tuple[Block, ...] = ()
    raw_chars: int = 0
