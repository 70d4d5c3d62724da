"""The report in a real browser: what a person does with it, and what a hostile document tries.

Chromium comes from the system (`make programs` installs it on Debian); where it is absent these tests are skipped, never in
continuous integration (`CI` set).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from folders import clean_folder
from playwright.sync_api import Browser, Page, sync_playwright

from ingest import report
from ingest.config import Config
from ingest.run import run_folder
from ingest.store import Catalog

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)

if not CHROMIUM and not os.environ.get("CI"):
    pytest.skip("no Chromium on this machine: `make programs` installs it", allow_module_level=True)


@dataclass
class Seen:
    """An open page, with what its console said and what it asked the network for."""

    page: Page
    url: str
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, route: str = "#/") -> Page:
        self.page.goto("about:blank")
        self.page.goto(self.url + route)
        return self.page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "Chromium is part of the set-up of continuous integration: `make programs`"
    with sync_playwright() as play:
        # Only pages made here are opened; the sandbox needs rights that containers do not give.
        opened = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The report with its details inside, and with its details in files beside it."""
    root = tmp_path_factory.mktemp("report")
    _, clean, _ = clean_folder(root)
    limit = report.INLINE_BYTES
    with Catalog(clean) as catalog:
        one = report.write(catalog, root / "one.html")
        report.INLINE_BYTES = 0
        try:
            beside = report.write(catalog, root / "many.html")
        finally:
            report.INLINE_BYTES = limit
    return {"one": one, "many": beside}


@pytest.fixture(params=["one", "many"])
def seen(request: pytest.FixtureRequest, browser: Browser, pages: dict[str, Path]) -> Iterator[Seen]:
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    page = context.new_page()
    found = Seen(page, pages[request.param].as_uri())
    page.on(
        "console", lambda message: found.errors.append(message.text) if message.type in {"error", "warning"} else None
    )
    page.on("pageerror", lambda error: found.errors.append(str(error)))
    page.on("request", lambda asked: found.requests.append(asked.url))
    yield found
    context.close()
    assert found.errors == []
    assert all(url.startswith(("file:", "about:")) for url in found.requests)


def titles(page: Page) -> list[str]:
    return page.locator("#list .t").all_text_contents()


def test_the_head_sums_up_the_run(seen: Seen) -> None:
    page = seen.open()
    text = page.locator("header.top").inner_text()
    for expected in ("documents 5", "quarantined 1", "undo verified 5 of 5", "first run"):
        assert expected in text.replace("\n", " ")
    assert page.locator("main h2").inner_text() == "Overview"
    assert "binary.txt" in page.locator("main").inner_text()


def test_documents_are_sorted_searched_and_filtered(seen: Seen) -> None:
    page = seen.open()
    assert titles(page)[:2] == ["binary.txt", "Lime Kiln"]
    page.keyboard.press("/")
    page.keyboard.type("kiln")
    assert titles(page) == ["Lime Kiln"]
    assert page.locator("#count").inner_text() == "1 of 6"
    page.fill("#q", "no such words")
    assert titles(page) == []
    page.get_by_role("button", name="Clear search and filters").click()
    assert page.locator("#count").inner_text() == "5 clean, 1 quarantined"
    assert page.locator("#none").is_hidden()
    page.locator("#facetbox summary").click()
    page.select_option("#facet-finding", "DMG001")
    assert titles(page) == ["Lime Kiln"]
    page.get_by_role("button", name="Clear all filters").click()
    page.select_option("#facet-status", "quarantined")
    assert titles(page) == ["binary.txt"]
    page.get_by_role("button", name="Clear all filters").click()
    page.select_option("#order", "name")
    assert page.locator("#list .s").first.text_content() == "arabic.txt"


def test_a_document_shows_what_was_removed_and_why(seen: Seen) -> None:
    page = seen.open()
    page.get_by_role("link", name="Lime Kiln").first.click()
    removed = page.locator("main del", has_text="Kiln_(2019).jpg")
    removed.wait_for()
    assert "IMG001" in page.locator("main .text").inner_text()
    removed.hover()
    assert "IMG001 markdown-image" in page.locator("#tip").inner_text()
    page.mouse.move(5, 5)
    assert page.locator("#tip").is_hidden()
    removed.focus()
    assert page.locator("#tip").is_visible()
    assert "▲ DMG001" in page.locator("main .row.found").inner_text()
    assert "subject: Lime Kiln" in page.locator("main .text").inner_text()


def test_long_untouched_stretches_are_folded_until_asked_for(seen: Seen) -> None:
    page = seen.open("#/doc/plain.txt")
    fold = page.get_by_role("button", name="untouched lines")
    fold.wait_for()
    assert "The last line" not in page.locator("main .text").inner_text()
    fold.click()
    assert "The last line" in page.locator("main .text").inner_text()


def test_every_tab_shows_its_part(seen: Seen) -> None:
    page = seen.open("#/doc/wiki%2Fkiln.md")
    expected = {
        "Side by side": "title: Lime Kiln",
        "Metadata": "shortDescription",
        "Findings": "missing-text",
        "Ledger": "object-object-references",
        "Raw header": "origin: quarry",
    }
    for name, text in expected.items():
        page.get_by_role("tab", name=name).click()
        page.get_by_role("tab", name=name, selected=True).wait_for()
        assert text in page.locator("#panel").inner_text()
    assert page.url.endswith("#/doc/wiki%2Fkiln.md/header")


def test_links_to_a_document_a_rule_and_a_line(seen: Seen) -> None:
    page = seen.open("#/rule/IMG001")
    assert page.locator("main h2").inner_text() == "IMG001 markdown-image"
    page.locator("main").get_by_role("link", name="Lime Kiln").click()
    page.get_by_role("tab", name="Findings").click()
    page.locator("#panel").get_by_role("link", name="17:").click()
    page.locator("main .row.found").wait_for()
    assert page.locator('[data-line="17"]').count() == 1
    page = seen.open("#/doc/not-there.txt")
    assert "no such document" in page.locator("main").inner_text()


def test_dropped_blocks_of_a_page_stand_where_they_stood(seen: Seen) -> None:
    page = seen.open("#/doc/page.html")
    page.locator("main .row.drop").first.wait_for()
    rows = page.locator("main .text .row").all_text_contents()
    order = [
        next(place for place, row in enumerate(rows) if text in row)
        for text in ("Home", "Nobody was hurt", "Copyright")
    ]
    assert order == sorted(order)
    page.get_by_role("tab", name="Dropped blocks").click()
    assert "Copyright The Valley Paper" in page.locator("#panel").inner_text()


def test_the_keyboard_alone_is_enough(seen: Seen) -> None:
    page = seen.open()
    page.keyboard.press("j")
    # The page follows its address, which the key changes: the next event, not this one.
    page.get_by_role("heading", name="binary.txt", exact=True).wait_for()
    assert page.locator("main h2").inner_text() == "binary.txt"
    page.keyboard.press("j")
    page.locator("main del").first.wait_for()
    assert page.locator("main h2").inner_text() == "Lime Kiln"
    page.keyboard.press("n")
    assert page.locator("main .at").count() >= 1
    page.keyboard.press("3")
    page.get_by_role("tab", name="Metadata", selected=True).wait_for()
    page.keyboard.press("k")
    page.wait_for_function("document.querySelector('main h2').textContent === 'binary.txt'")
    page.keyboard.press("o")
    page.wait_for_function("document.querySelector('main h2').textContent === 'Overview'")


def test_hostile_text_is_shown_and_does_nothing(seen: Seen) -> None:
    page = seen.open("#/doc/hostile.txt")
    page.locator("main del").first.wait_for()
    for button in page.locator("button.fold").all():
        button.click()
    text = page.locator("main .text").inner_text()
    assert "</script><script>window.owned = 1</script>" in text
    assert "U+202E" in text
    assert "U+001B" in text
    for name in ("sides", "metadata", "findings", "ledger", "header"):
        page.goto(f"{seen.url}#/doc/hostile.txt/{name}")
        page.locator("#panel").wait_for()
    assert page.evaluate("window.owned") is None
    assert page.evaluate("document.querySelectorAll('main img, main script, main iframe').length") == 0
    assert page.evaluate("/[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.innerText)") is False


def test_the_policy_stops_a_script_that_got_in(browser: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    page_text = pages["one"].read_text(encoding="utf-8")
    broken.write_text(
        page_text.replace("<nav", "<script>window.owned = 1</script><img src=x onerror='window.owned = 1'><nav", 1),
        encoding="utf-8",
    )
    page = browser.new_page()
    page.goto(broken.as_uri())
    page.wait_for_timeout(200)
    assert page.locator("main h2").inner_text() == "Overview"
    assert page.evaluate("window.owned") is None
    page.close()


def test_right_to_left_text_is_shown_so(seen: Seen) -> None:
    page = seen.open("#/doc/arabic.txt")
    row = page.locator("main .tx", has_text="هذا كتاب").first
    row.wait_for()
    assert row.evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert page.locator("main h2").evaluate("node => getComputedStyle(node).direction") == "rtl"


def test_on_a_phone_list_and_document_take_turns(seen: Seen) -> None:
    seen.page.set_viewport_size({"width": 390, "height": 800})
    page = seen.open()
    assert page.locator("#list").is_visible()
    assert page.locator("main").is_hidden()
    page.get_by_role("link", name="Lime Kiln").first.click()
    page.locator("main del").first.wait_for()
    assert page.locator("#list").is_hidden()
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    for tab in page.get_by_role("tab").all():
        box = tab.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 390
    page.get_by_role("link", name="All documents").click()
    assert page.locator("#list").is_visible()


def test_the_report_of_an_empty_folder_says_so(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    summary = run_folder(tmp_path / "raw", tmp_path / "clean", Config())
    page = browser.new_page()
    page.goto(Path(summary.report).as_uri())
    assert "the raw folder held no files" in page.locator("main").inner_text()
    assert page.locator("#none").is_hidden()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(browser: Browser, pages: dict[str, Path], scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": 1200, "height": 800})  # type: ignore[arg-type]
    page = context.new_page()
    for route in (
        "#/",
        "#/rule/IMG001",
        *(f"#/doc/wiki%2Fkiln.md/{tab}" for tab in ("changes", "sides", "metadata", "findings", "ledger")),
    ):
        page.goto("about:blank")
        page.goto(pages["one"].as_uri() + route)
        page.locator("main h2").wait_for()
        results = Axe().run(page)
        assert results.violations_count == 0, f"{route}: {results.generate_report()}"
    context.close()
