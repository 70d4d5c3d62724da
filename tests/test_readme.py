"""What the README and the pages of the docs show is what the product does."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from ingest.cli import build_parser
from ingest.config import Config
from ingest.model import Source
from ingest.pipeline import clean_document

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
RULES = ROOT / "docs" / "rules.md"
"""Its links are examples."""
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted({*(ROOT / "docs").rglob("*.md")} - {RULES})]


def test_the_example_is_what_comes_out() -> None:
    before, after = re.findall(r"```text\n(.*?)```", README, re.DOTALL)[:2]
    made = clean_document(Source("bridge.md", before.encode())).text
    shown = [line for line in after.splitlines() if "…" not in line]
    front, body = made.split("\n---\n\n", 1)
    assert after.endswith(f"\n---\n\n{body}")
    for line in shown[: shown.index("---", 1)]:
        assert line in front.splitlines(), line


def test_every_command_in_the_readme_is_there() -> None:
    known = set(re.findall(r"^    ([a-z]+) ", build_parser().format_help(), re.MULTILINE))
    named = set(re.findall(r"`ingest ([a-z]+)", README))
    assert named <= known, named - known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_pages_that_a_page_links_are_there(page: Path) -> None:
    for link, anchor in re.findall(r"\]\(((?:[\w./-]+\.md)?)(?:#([\w-]+))?\)", page.read_text(encoding="utf-8")):
        there = page.parent / link if link else page
        assert there.exists(), link
        headings = re.findall(r"(?m)^#+ (.*)$", there.read_text(encoding="utf-8"))
        assert not anchor or anchor in map(anchor_of, headings), f"{link}#{anchor}"


def anchor_of(heading: str) -> str:
    """The name by which a link finds a heading on the usual hosts of repositories."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_the_readme_links_every_page_of_the_docs() -> None:
    linked = set(re.findall(r"\]\((docs/[\w-]+\.md)\)", README))
    assert linked == {str(page.relative_to(ROOT)) for page in (ROOT / "docs").glob("*.md")}


def test_every_setting_is_in_the_page_on_configuration() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert [one.name for one in fields(Config) if f"`{one.name}`" not in page] == []
