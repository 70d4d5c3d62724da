"""What the README shows is what the product does."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.cli import build_parser
from ingest.model import Source
from ingest.pipeline import clean_document

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


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


def test_every_page_that_the_readme_links_is_there() -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (Path(__file__).parent.parent / link).exists(), link
