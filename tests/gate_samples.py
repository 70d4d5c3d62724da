"""Reads the gate's samples, `tests/gate/*.md`, and measures what a cleaner makes of them.

A sample is a section with a block of lines and, for most, a block of YAML. In a `diff` block the first character of a line
says where it stands: `-` in the raw file only, `+` in the clean document only, a blank in both. A `text` block is a sound
document, of which nothing may change. `file:` and `encoding:` above the block say what the raw file is called and how it
is written; `\\u{xxxx}` stands for a character that cannot be seen. The YAML names fields that the document must have, and
codes of findings that must be made. Samples of `known-failures.md` have a `reason:` and belong to no kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import ftfy.bad_codecs
import yaml

from ingest.model import Outcome, Source

FOLDER = Path(__file__).parent / "gate"
INNOCENT = "innocent"
KNOWN_FAILURES = "known-failures"

_SAMPLE = re.compile(
    r"^## (?P<name>.+)\n(?P<options>(?:(?:\w+: .*)?\n)*)~{5}(?P<form>diff|text)\n(?P<lines>[\s\S]*?)^~{5}\n"
    r"(?:\n~{5}yaml\n(?P<facts>[\s\S]*?)^~{5}\n)?",
    re.MULTILINE,
)
_OPTION = re.compile(r"^(file|encoding|reason): (.+)$", re.MULTILINE)
_ESCAPE = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
_BODY = re.compile(r"\A---\n.*?\n---\n\n?", re.DOTALL)


@dataclass(frozen=True)
class Sample:
    """One document as it was found, and the truth about it."""

    kind: str
    name: str
    raw: str
    clean: tuple[str, ...]
    file: str = "sample.txt"
    encoding: str = "utf-8"
    reason: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    findings: tuple[str, ...] = ()

    @property
    def source(self) -> Source:
        return Source(self.file, self.raw.encode(self.encoding))


Cleaner = Callable[[Source], Outcome]
Share = tuple[int, int]
"""How many were right, of how many."""


def read_samples() -> dict[str, list[Sample]]:
    """All samples, by kind. Wiki articles come a second time, as mojibake."""
    ftfy.bad_codecs.ok()  # registers the codec below
    kinds = {path.stem: list(_read(path)) for path in sorted(FOLDER.glob("*.md"))}
    kinds["mojibake"] += [
        replace(one, kind="mojibake", raw=one.raw.encode().decode("sloppy-windows-1252")) for one in kinds["wiki"]
    ]
    return kinds


def _read(path: Path) -> Iterator[Sample]:
    text = path.read_text(encoding="utf-8")
    found = list(_SAMPLE.finditer(text))
    assert len(found) == len(re.findall(r"^~{5}(?:diff|text)$", text, re.MULTILINE)), (
        f"{path.name}: a sample is malformed"
    )
    for match in found:
        lines = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), match["lines"])
        marked = [
            (" ", line) if match["form"] == "text" else (line[:1] or " ", line[1:]) for line in lines.split("\n")[:-1]
        ]
        wrong = [mark + line for mark, line in marked if mark not in " +-"]
        assert not wrong, f"{path.name}, {match['name']}: a line must begin with a blank, + or -: {wrong}"
        facts = yaml.load(match["facts"] or "{}", Loader=yaml.BaseLoader)  # noqa: S506 - all text
        yield Sample(
            path.stem,
            match["name"],
            "".join(f"{line}\n" for mark, line in marked if mark in " -"),
            tuple(line for mark, line in marked if mark in " +" and line.strip()),
            fields=facts.get("fields", {}),
            findings=tuple(facts.get("findings", ())),
            **dict(_OPTION.findall(match["options"])),
        )


def body_of(outcome: Outcome) -> str:
    """The text below the front matter."""
    return _BODY.sub("", outcome.text, count=1)


def measure_one(sample: Sample, outcome: Outcome) -> dict[str, Share]:
    """What was made of one sample, by what is looked at; what it has nothing of is left out."""
    body = body_of(outcome)
    if sample.kind == INNOCENT:
        return {"untouched": (int(body == sample.raw), 1)}
    lines = Counter(line for line in body.split("\n") if line.strip())
    truth = Counter(sample.clean)
    raw_only = Counter(line for line in sample.raw.split("\n") if line.strip()) - truth
    left = lines - truth
    headings = Counter({line: count for line, count in truth.items() if line.startswith("#")})
    fields = sum(outcome.metadata.fields.get(name) == value for name, value in sample.fields.items())
    made = {finding.rule for finding in outcome.findings}
    shares = {
        "prose": _kept(truth - headings, lines),
        "headings": _kept(headings, lines),
        "fields": (fields, len(sample.fields)),
        "artefacts": ((raw_only - left).total(), raw_only.total()),
        "nothing-else": ((lines - left).total(), lines.total()),
        "findings": (sum(code in made for code in sample.findings), len(sample.findings)),
    }
    return {name: share for name, share in shares.items() if share[1]}


def _kept(wanted: Counter[str], lines: Counter[str]) -> Share:
    return (wanted & lines).total(), wanted.total()


def measure(samples: list[Sample], clean: Cleaner) -> dict[str, float]:
    """The shares over all samples of a kind, 0 to 1."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for sample in samples:
        for name, (good, count) in measure_one(sample, clean(sample.source)).items():
            right[name] += good
            of[name] += count
    return {name: right[name] / of[name] for name in of}
