"""What is told soon must be what is found out at length: pages without furniture, texts without a list of references."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fragments import texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rule_cases import read_cases

from ingest.body import Body
from ingest.rules.chrome.page import Page
from ingest.rules.chrome.quiet import is_quiet
from ingest.rules.chrome.verdicts import Verdicts
from ingest.rules.headings import headings
from ingest.rules.references import is_reference_title, may_name_references

STORY = "The mill has stood empty for years, and nobody in the village remembers the last miller at all."
LINES = (
    STORY,
    STORY + " " + STORY + " " + STORY + " " + STORY,
    "The bridge is open again after the flood",
    "News",
    "In depth Explainers",
    "Home › News › Local",
    "Share",
    "Facebook",
    "12",
    "|",
    "Advertisement",
    "Loading...",
    "READ MORE: The weir was moved by hand",
    "Most read",
    "Photo: Jane Roe/Reuters",
    "Reuters",
    "dpa",
    "Firefighters near the old mill.",
    "The old mill burns. Photo: Jane Roe",
    "© 2024 Example News. All rights reserved",
    "We use cookies to improve your visit",
    "Sign up for our newsletter",
    "3 hours ago",
    "5 min read",
    "By Jane Doe",
    "## References",
    "",
    "",
    "",
)
BLOCK = re.compile(r"^~{5}\w*\n(.*?)^~{5}$", re.MULTILINE | re.DOTALL)
PAGES = [
    block
    for path in sorted((Path(__file__).parent / "news").glob("*.md"))
    for block in BLOCK.findall(path.read_text(encoding="utf-8"))
] + [case.before for case in read_cases()]


def check(text: str) -> None:
    """A page that is called quiet has no verdicts and no doubts."""
    for kind in ("plain", "markdown", "mediawiki"):
        body = Body(text, kind)
        if is_quiet(body):
            verdicts = Verdicts(Page(body))
            assert not verdicts.codes
            assert not verdicts.doubts
            assert not verdicts.hints
            assert verdicts.readable == Verdicts(Page(body), quiet=True).readable


@given(st.lists(st.sampled_from(LINES), max_size=14).map("\n".join))
@settings(max_examples=300, deadline=None)
def test_a_quiet_page_has_no_furniture(text: str) -> None:
    check(text)


@given(texts())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_quiet_random_document_has_no_furniture(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", PAGES)
def test_a_quiet_page_of_the_examples_has_no_furniture(text: str) -> None:
    check(text)


def test_prose_and_headings_are_quiet() -> None:
    assert is_quiet(Body(f"The bridge is open again\n\n{STORY}\n\n## Legacy\n\n{STORY} It closed.\n"))
    assert not is_quiet(Body(f"{STORY}\n\nLoading...\n\n{STORY} It closed.\n"))


def test_an_extract_of_a_wiki_is_quiet() -> None:
    assert is_quiet(Body(f"{STORY}\n\nLoading...\n\n{STORY} It closed.\n", "mediawiki"))


@pytest.mark.parametrize(
    "text",
    [
        "## References",
        "   # Notes ##",
        "==  External links ==",
        "**References:**",
        "__Sources__:",
        "References\n----------",
        "## ''Notes''",
        "## \u00a0References\u3000",
        "### Примечания",
    ],
)
def test_headings_of_references_are_told_by_their_line(text: str) -> None:
    assert any(is_reference_title(heading.title) for heading in headings(Body(text)))
    assert may_name_references(text.partition("\n")[0].strip())


PARTS = [
    "#",
    "## ",
    " ",
    "\t",
    "\u00a0",
    "=",
    "== ",
    "*",
    "**",
    "__",
    "_",
    "''",
    ":",
    "References",
    "Notes",
    "\n",
    "----",
    "x",
]


@given(st.lists(st.sampled_from(PARTS), max_size=10).map("".join))
@settings(max_examples=400, deadline=None)
def test_no_heading_of_references_is_missed(text: str) -> None:
    body = Body(text)
    if any(is_reference_title(heading.title) for heading in headings(body)):
        assert any(may_name_references(line.bare) for line in body.lines)
