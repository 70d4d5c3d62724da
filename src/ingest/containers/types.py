"""What comes out of a container."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from ingest.model import Source


class Unreadable(Exception):
    """The container cannot be read any further; the message says why."""


@dataclass(frozen=True, slots=True)
class Record:
    """One document of a container: `name` is its own within it; the rest is as in model.Source."""

    name: str
    data: bytes
    mediatype: str = ""
    charset: str = ""
    url: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    def renamed(self, name: str) -> Self:
        """The same record under another name."""
        return replace(self, name=name)

    def source(self, container: str) -> Source:
        """The document in it; `container` is the raw path of what holds it."""
        return Source(f"{container}#{self.name}", self.data, self.mediatype, self.charset, self.url, self.facts)


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that cannot be read: why, and its bytes as far as there are any."""

    name: str
    reason: str
    data: bytes | None = None

    def renamed(self, name: str) -> Self:
        """The same under another name."""
        return replace(self, name=name)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """How many records were no documents, by what they were."""

    kinds: Mapping[str, int]
