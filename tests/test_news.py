"""News texts in many languages lose their furniture, keep every sentence, and give up headline, dek and byline."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from ingest.body import Body
from ingest.edits import accept, apply, apply_pass, undo
from ingest.formats.news import NEWS_CODES, first_heading, lift
from ingest.model import Pass, Safety
from ingest.rules import BODY_RULES
from ingest.rules.runner import run_rules

SAFE_RULES = [rule for rule in BODY_RULES if rule.safety is Safety.SAFE]
FOLDER = Path(__file__).parent / "news"
BLOCK = re.compile(r"^~{5}\w*\n(.*?)^~{5}$", re.MULTILINE | re.DOTALL)


class Text(NamedTuple):
    """A text of `tests/news`: as it was found, and what it must become."""

    name: str
    format: str
    raw: str
    clean: str
    fields: dict[str, Any]


def read(path: Path) -> Text:
    text = path.read_text(encoding="utf-8")
    raw, clean, fields = BLOCK.findall(text)
    found = re.search(r"^format: (\w+)$", text, re.MULTILINE)
    assert found
    return Text(path.stem, found[1], raw, clean, yaml.load(fields, Loader=yaml.BaseLoader))  # noqa: S506 - all text


TEXTS = [read(path) for path in sorted(FOLDER.glob("*.md"))]


def clean(raw: str, kind: str = "plain", fields: dict[str, Any] | None = None) -> tuple[str, dict[str, Any], list[Pass]]:
    """What the pipeline does with a text between header and front matter."""
    body, passes, _ = run_rules(raw, SAFE_RULES, lambda text: Body(text, kind, fields=fields or {}), "body")
    if kind != "plain":
        return body, {}, passes
    found = lift(Body(body, kind))
    edits = accept(body, found.proposals)
    assert len(edits) == len(found.proposals)
    return apply_pass(body, edits), dict(found.fields), [*passes, Pass("lift", edits)]


each_text = pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)


@each_text
def test_furniture_goes_and_layout_is_lifted(text: Text) -> None:
    body, fields, passes = clean(text.raw, text.format)
    assert body == text.clean
    assert fields == text.fields
    assert apply(text.raw, passes) == body
    assert undo(body, passes) == text.raw


@each_text
def test_clean_text_stays_as_it_is(text: Text) -> None:
    body, fields, _ = clean(text.raw, text.format)
    assert clean(body, "markdown", fields)[0] == body


@each_text
def test_text_with_blank_lines_doubled_or_windows_blanks_loses_no_sentence(text: Text) -> None:
    body, fields, _ = clean(text.raw.replace("\n\n", "\n\n\n\n"), text.format)
    kept = " ".join([*map(str, fields.values()), body])
    for sentence in re.findall(r"\S[^.!?。\n]{40,}[.!?。]", text.clean):
        assert sentence in kept
