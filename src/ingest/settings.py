"""Entering a setting into `ingest.yaml` without touching what a person wrote there.

The file is changed as text, so that comments and order stay, and what comes out is read again: only when it says exactly
what it said before, and the new setting, is it written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ingest.config import wrong_yaml
from ingest.errors import UsageError


def add_code(path: Path, setting: str, name: str, code: str) -> bool:
    """Add `code` to the list `name` of the mapping `setting`. Returns False when it is there already.

    Raises UsageError, with what to write by hand, where the file has a form that cannot be added to safely.
    """
    text = _text(path)
    before = _parsed(path, text)
    section = before.get(setting) or {}
    if not isinstance(section, Mapping):
        raise UsageError(f"{path}: {setting} is no mapping; see `ingest run --help`")
    old = section.get(name)
    codes = old.split(",") if isinstance(old, str) else list(old or [])
    codes = [str(one).strip() for one in codes]
    if code in codes:
        return False
    wanted = {**before, setting: {**section, name: [*codes, code]}}
    _write(path, _with_list(text, setting, name, codes, code), wanted, f"{setting}: {{{_quoted(name)}: [{code}]}}")
    return True


def add_items(path: Path, setting: str, items: Sequence[Mapping[str, Any]]) -> None:
    """Add mappings to the end of the list `setting`. Raises UsageError as `add_code` does."""
    text = _text(path)
    before = _parsed(path, text)
    old = before.get(setting) or []
    block = "".join(_item(one) for one in items)
    lines = text.splitlines(keepends=True)
    at = _section(lines, setting)
    if at is None:
        new = _ended(text) + f"{setting}:\n{block}"
    else:
        end = _end(lines, at)
        new = "".join(lines[:end]) + block + "".join(lines[end:])
    _write(path, new, {**before, setting: [*old, *items]}, f"{setting}:\n{block}")


def _item(item: Mapping[str, Any]) -> str:
    out = []
    for number, (key, value) in enumerate(item.items()):
        out.append(f"{'  - ' if number == 0 else '    '}{key}: {json.dumps(value, ensure_ascii=False)}\n")
    return "".join(out)


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import yaml

    try:
        value = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise wrong_yaml(path, error) from error
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise UsageError(f"{path}: a configuration is a mapping of settings, such as `ignore: [WEB]`")
    return value


def _with_list(text: str, setting: str, name: str, codes: list[str], code: str) -> str:
    """The text with the code added: to the name's own line, as a new line of the section, or as a new section."""
    entry = f"  {_quoted(name)}: [{', '.join([*codes, code])}]\n"
    lines = text.splitlines(keepends=True)
    at = _section(lines, setting)
    if at is None:
        return _ended(text) + f"{setting}:\n{entry}"
    for number in range(at + 1, _end(lines, at)):
        key = lines[number].partition(":")[0].strip().strip("'\"")
        if codes and key == name:
            return "".join([*lines[:number], entry, *lines[number + 1 :]])
    end = _end(lines, at)
    return "".join([*lines[:end], entry, *lines[end:]])


def _section(lines: list[str], setting: str) -> int | None:
    return next((number for number, line in enumerate(lines) if line.rstrip() == f"{setting}:"), None)


def _end(lines: list[str], at: int) -> int:
    """Where the section that begins at a line ends: behind its last line that is indented or an item."""
    end = at + 1
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if line.strip() and not line.startswith((" ", "\t", "-", "#")):
            break
        if line.strip() and not line.startswith("#"):
            end = number + 1
    return end


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"


def _write(path: Path, text: str, wanted: dict[str, Any], by_hand: str) -> None:
    import yaml

    try:
        found = yaml.safe_load(text)
    except yaml.YAMLError:
        found = None
    if found != wanted:
        raise UsageError(f"{path}: cannot be added to without changing what stands there; add by hand: {by_hand}")
    temporary = path.with_name(f".{path.name}.new")
    try:
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
