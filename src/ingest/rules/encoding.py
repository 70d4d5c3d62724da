"""Rules of the family encoding: text that was decoded wrongly, and characters that nobody wrote.

They run over the whole text, header and code included, before the header is read. Correct text of any script passes
with one regular expression scan; only lines with suspicious characters are looked at more closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from ingest.body import Body
from ingest.model import Proposal, Remark
from ingest.rules.registry import Rule, rule

_SLICE = 4000
"""Longer lines are repaired slice by slice, so that one odd character spoils only its own slice."""

_SUSPECT = re.compile(
    "[\x80-\x9f\xa1-\xac\xae-\xb6\xb8-\xd1\xd7-\xd8\xdc-\xdd\xdf\u0102-\u0103\u0152\u0153\u0192\u02c6\u02c7\u02d8"
    "\u02db-\u02dd\u2018\u201a\u201c-\u201e\u2020-\u2022\u2030\u2039\u203a\u2044\u20a7\u20ac\u2116\u2122\u2202-\u2265"
    "\u2310\u2500-\u25ca\uf8ff\ufffd\u0402\u0403\u0409-\u040f\u0452\u0453\u0459-\u045f\u0490\u0491\u0384\u0385]"
)


@cache
def _ftfy() -> tuple[Any, Any, Any]:
    """Ftfy's test for mojibake, its repair, and the configuration that leaves nothing on but the repair."""
    import ftfy
    from ftfy.badness import is_bad

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_c1_controls=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
    return is_bad, ftfy.fix_encoding_and_explain, config


@rule("ENC001", "mojibake", in_code=True)
def mojibake(body: Body) -> Iterator[Proposal | Remark]:
    """UTF-8 that was read as a single-byte encoding, once or several times over.

    `donâ€™t` is `don’t`, `ZÃ¼rich` is `Zürich`, `РџСЂРёРІРµС‚` is `Привет`. The test and the repair are those of ftfy,
    line by line, with everything else that ftfy can do switched off: quotes stay curly, ligatures and widths stay as
    they are, nothing is normalised. Only the damaged runs of a line are replaced, and the edit's note says by which
    steps.

        He said â€œyesâ€\u009d.   →   He said “yes”.
    """
    text = body.text
    if text.isascii():
        return
    is_bad, _, _ = _ftfy()
    for start, end in _suspicious(text):
        piece = text[start:end]
        if is_bad(piece):
            for first, last, after, note in _repaired(piece):
                yield Proposal(start + first, start + last, after, note)


def _suspicious(text: str) -> Iterator[tuple[int, int]]:
    """Lines, or slices of long lines, that hold a character that mojibake is made of."""
    position = 0
    while match := _SUSPECT.search(text, position):
        start = text.rfind("\n", position, match.start()) + 1
        start = max(start, position)
        end = text.find("\n", match.start())
        end = len(text) if end < 0 else end
        if end - start > _SLICE:
            start, end = _slice(text, start, end, match.start())
        yield start, end
        position = end


_SAFE = re.compile(r"(?<=[!-~]) (?=[!-~])")


def _slice(text: str, start: int, end: int, suspect: int) -> tuple[int, int]:
    """A part of a long line around a suspicious place, cut at blanks between ASCII words."""
    if suspect - start > _SLICE // 2:
        match = _SAFE.search(text, suspect - _SLICE // 2, suspect)
        start = match.end() if match else suspect - 1
    if end - start > _SLICE:
        match = _SAFE.search(text, start + _SLICE, min(end, start + 2 * _SLICE))
        end = match.start() if match else min(end, start + 2 * _SLICE)
    return start, end


_ONLY_C1 = "encode latin-1, decode windows-1252"
_WORDS = re.compile("([!-~]+)")


def _repaired(line: str) -> list[tuple[int, int, str, str]]:
    """The damaged runs of a line, with what they were and the steps that show it."""
    _, fix, config = _ftfy()
    fixed, steps = fix(line, config)
    note = ", ".join(f"{step.action} {step.parameter}" for step in steps or ())
    if fixed == line or note == _ONLY_C1:
        return []
    return [(start, end, after, note) for start, end, after in _differences(line, fixed)]


def _differences(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Where two lines differ, given that their ASCII words are the same; else one span around all differences."""
    old, new = _WORDS.split(before), _WORDS.split(after)
    if old[1::2] != new[1::2]:
        yield _trimmed(before, after, 0)
        return
    position = 0
    for index, (gone, come) in enumerate(zip(old, new, strict=True)):
        if index % 2 == 0 and gone != come:
            yield from _parts(gone, come, position)
        position += len(gone)


def _parts(before: str, after: str, position: int) -> Iterator[tuple[int, int, str]]:
    old, new = before.split(" "), after.split(" ")
    if len(old) != len(new):
        yield _trimmed(before, after, position)
        return
    for gone, come in zip(old, new, strict=True):
        if gone != come:
            yield _trimmed(gone, come, position)
        position += len(gone) + 1


def _trimmed(before: str, after: str, position: int) -> tuple[int, int, str]:
    start, end, shorter = 0, 0, min(len(before), len(after))
    while start < shorter and before[start] == after[start]:
        start += 1
    while end < shorter - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return position + start, position + len(before) - end, after[start : len(after) - end]


_C1 = re.compile("[\x80-\x9f]")


@rule("ENC002", "c1-control", in_code=True)
def c1_control(body: Body) -> Iterator[Proposal | Remark]:
    """C1 control characters that are Windows-1252 punctuation read as Latin-1.

    No text uses the control characters U+0080 to U+009F; where they stand, a `’` or `–` of Windows-1252 was read with
    the wrong table, and every browser shows it as such. The five that Windows-1252 does not define are left.
    """
    text = body.text
    if text.isascii() or not _C1.search(text):
        return
    damaged = {text.rfind("\n", 0, item.start) for item in mojibake.propose(body)}
    for match in _C1.finditer(text):
        after = match[0].encode("latin-1").decode("cp1252", "replace")
        if after != "\ufffd" and text.rfind("\n", 0, match.start()) not in damaged:
            yield Proposal(match.start(), match.end(), after)


RULES: tuple[Rule, ...] = (mojibake, c1_control)
"""The family's rules, in the order in which they run."""
