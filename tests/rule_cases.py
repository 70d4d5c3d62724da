"""Reads the rule cases in `tests/rules/*.md`; their form is described in `tests/rules/README.md`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "rules"
KINDS = ("fixed", "left alone", "found", "known failure")

_HEADING = re.compile(r"^## (fixed|left alone|found|known failure): (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^~{5}\w*\n(.*?)^~{5}$", re.MULTILINE | re.DOTALL)
_OPTION = re.compile(r"^(format|producer|language|header): (\S+)$", re.MULTILINE)
_PLACE = re.compile(r"^- (\d+):(\d+)(?: (.+))?$", re.MULTILINE)
_ESCAPE = re.compile(r"\\u\{([0-9a-f]{1,6})\}")


@dataclass(frozen=True)
class Case:
    """One case of one rule."""

    code: str
    kind: str
    title: str
    before: str
    after: str
    options: dict[str, str] = field(default_factory=dict)
    places: tuple[tuple[int, int, str], ...] = ()

    @property
    def id(self) -> str:
        return f"{self.code}-{self.kind}-{self.title}".replace(" ", "-")


def read_cases() -> list[Case]:
    """All cases of all files, in order. Raises ValueError for a heading with the wrong number of blocks."""
    return [case for path in sorted(FOLDER.glob("[A-Z]*[0-9]-*.md")) for case in _read(path)]


def _read(path: Path) -> list[Case]:
    code = path.name.partition("-")[0]
    text = path.read_text(encoding="utf-8")
    headings = list(_HEADING.finditer(text))
    cases = []
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        part = text[heading.end() : following.start() if following else len(text)]
        kind, title = heading.groups()
        blocks = [_plain(block) for block in _BLOCK.findall(part)]
        wanted = 2 if kind in {"fixed", "known failure"} else 1
        if len(blocks) != wanted:
            msg = f"{path.name}: case {title!r} has {len(blocks)} blocks, not {wanted}"
            raise ValueError(msg)
        outside = _BLOCK.sub("", part)
        places = tuple((int(line), int(column), said or "") for line, column, said in _PLACE.findall(outside))
        cases.append(Case(code, kind, title, blocks[0], blocks[-1], dict(_OPTION.findall(outside)), places))
    return cases


def _plain(block: str) -> str:
    block = block.replace("␠", " ").replace("⇥", "\t")
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), block)
