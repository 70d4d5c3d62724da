"""What people write themselves: ftfy, PyYAML and a handful of regular expressions. The thing to beat.

usage: home_made.py RAW CLEAN
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import ftfy
import yaml

PATTERNS = [
    (re.compile(r"^## References\[object Object\]\n(?:\[object Object\]\n?)*", re.MULTILINE), ""),
    (re.compile(r"^## References⌃.*\n(?:⌃.*\n?)*", re.MULTILINE), ""),
    (re.compile(r"\[object Object\]"), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[\[(?:Image|File):[^\]]*\]\]"), ""),
    (re.compile(r"^READ MORE.*$", re.MULTILINE), ""),
    (re.compile(r"^Loading\.\.\.$", re.MULTILINE), ""),
    (re.compile(r"^(?:Photo|Image)(?: by| from|:).*$", re.MULTILINE), ""),
    (re.compile(r"^Share this.*$", re.MULTILINE | re.IGNORECASE), ""),
    (re.compile(r"^Advertisement$", re.MULTILINE), ""),
    (re.compile(r"^={2}\s*(.+?)\s*={2}$", re.MULTILINE), r"## \1"),
    (re.compile(r"^={3}\s*(.+?)\s*={3}$", re.MULTILINE), r"### \1"),
    (re.compile(r"\[(?:\d+|citation needed|edit)\]"), ""),
    (re.compile(r"[ \t]+$", re.MULTILINE), ""),
    (re.compile(r"\n{3,}"), "\n\n"),
]


def clean(text: str) -> str:
    """One document, without any account of what was done."""
    text = ftfy.fix_text(text)
    header: dict[str, Any] = {}
    if text.startswith("---\n") and "\n---\n" in text[4:]:
        front, _, text = text[4:].partition("\n---\n")
        header = yaml.safe_load(front) or {}
    for pattern, replacement in PATTERNS:
        text = pattern.sub(replacement, text)
    front = yaml.safe_dump(header, allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n\n{text.strip()}\n"


def main(raw: Path, target: Path) -> None:
    """A whole folder, one file after the other."""
    for path in sorted(raw.rglob("*.txt")):
        out = target / path.relative_to(raw).with_suffix(".md")
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(clean(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
